alter table booking_change drop column agreed_at;
