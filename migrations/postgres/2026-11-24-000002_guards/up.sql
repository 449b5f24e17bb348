-- The last line of defence: no writer, not even a typed INSERT, may put more units on a resource at
-- one instant than its capacity. The resource's row is locked first, so that two writers can't both
-- look before either has written; that needs READ COMMITTED, where each statement sees what others
-- committed before it. The peak can only lie at the new start or at the start of a claim that begins
-- inside; no claim is longer than 31 days (2,678,400 s), so older starts are not read.
create function allocation_guard() returns trigger language plpgsql as $$
declare
    limit_of_units bigint;
    peak bigint;
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'allocation_needs_read_committed';
    end if;
    select capacity into limit_of_units from resource where id = new.resource_id for no key update;
    select max(load.units) into peak from (
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
    ) load;
    if new.units + coalesce(peak, 0) > limit_of_units then
        raise exception 'capacity_exceeded' using errcode = '23P01';
    end if;
    return new;
end $$;

create trigger allocation_guard_insert before insert on allocation
    for each row execute function allocation_guard();

-- A claim is never moved in place: it is deleted and made anew, in one transaction.
create function allocation_keeps() returns trigger language plpgsql as $$
begin
    raise exception 'allocation_is_not_updated';
end $$;

create trigger allocation_guard_update before update on allocation
    for each row execute function allocation_keeps();

-- The ledger only grows.
create function event_keeps() returns trigger language plpgsql as $$
begin
    raise exception 'ledger_is_append_only';
end $$;

create trigger event_keeps_change before update or delete on event
    for each row execute function event_keeps();
