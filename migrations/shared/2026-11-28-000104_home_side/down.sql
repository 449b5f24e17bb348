drop index booking_user_side;
drop index user_responsible;
alter table "user" drop column responsible_id;
