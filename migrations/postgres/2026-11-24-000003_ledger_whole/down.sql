drop trigger event_keeps_truncate on event;
