drop table booking_change;
