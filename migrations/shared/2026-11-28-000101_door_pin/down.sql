drop table door_pin;
