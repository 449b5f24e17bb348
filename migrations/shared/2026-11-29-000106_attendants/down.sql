drop table attendant_of;
drop table attendant;
