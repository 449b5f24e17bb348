drop table booking_part;
drop table companion;
