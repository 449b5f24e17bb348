-- The last line of defence: no writer, not even a typed INSERT, may put more units on a resource at
-- one instant than its capacity. The peak can only lie at the new start or at the start of a claim
-- that begins inside; no claim is longer than 31 days (2,678,400 s), so older starts are not read.
create trigger allocation_guard_insert before insert on allocation
begin
    select raise(abort, 'capacity_exceeded')
    where new.units + coalesce((
        select max(load.units) from (
            select (
                select sum(other.units) from allocation other
                where other.resource_id = new.resource_id
                    and other.starts_at > point.at - 2678400
                    and other.starts_at <= point.at and other.ends_at > point.at
            ) as units
            from (
                select new.starts_at as at
                union
                select starts_at from allocation
                where resource_id = new.resource_id and starts_at > new.starts_at and starts_at < new.ends_at
            ) point
        ) load
    ), 0) > (select capacity from resource where id = new.resource_id);
end;

-- A claim is never moved in place: it is deleted and made anew, in one transaction.
create trigger allocation_guard_update before update on allocation
begin
    select raise(abort, 'allocation_is_not_updated');
end;

-- The ledger only grows.
create trigger event_keeps_update before update on event
begin
    select raise(abort, 'ledger_is_append_only');
end;

create trigger event_keeps_delete before delete on event
begin
    select raise(abort, 'ledger_is_append_only');
end;
