drop trigger event_keeps_insert;
