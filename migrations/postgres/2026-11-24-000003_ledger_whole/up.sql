-- TRUNCATE empties a table without asking the triggers of its rows; the ledger is not emptied.
create trigger event_keeps_truncate before truncate on event
    for each statement execute function event_keeps();
