-- Whose no-show it is: each request looks for them, and must not read all bookings of a person to find none.
alter table no_show add column user_id bigint references "user" (id);
update no_show set user_id = (select booking.user_id from booking where booking.id = no_show.booking_id);
create index no_show_user on no_show (user_id);
