-- REPLACE drops the old row without asking the triggers of deletion; a line of the ledger is not replaced.
create trigger event_keeps_insert before insert on event
when exists (select 1 from event where id = new.id)
begin
    select raise(abort, 'ledger_is_append_only');
end;
