-- 所属責任者: who at their own institution agrees to somebody's requests.
alter table "user" add column responsible_id bigint references "user" (id);
create index user_responsible on "user" (responsible_id);
create index booking_user_side on booking (user_id) where state = 'user_side';
