-- 空き待ち: who waits for time on a resource, and the time that is kept for the first in line.

create table waitlist_entry (
    id bigint primary key not null,
    resource_id bigint not null references resource (id),
    user_id bigint not null references "user" (id),
    -- 'hold': the time is kept for them; 'tell': they are only told, once.
    want text not null check (want in ('hold', 'tell')),
    -- Any time of this length within the window suits; unix seconds.
    from_at bigint not null,
    until_at bigint not null,
    minutes bigint not null check (minutes > 0),
    units bigint not null check (units >= 1),
    state text not null check (state in ('waiting', 'offered', 'served', 'left', 'lapsed')),
    joined_at bigint not null,
    closed_at bigint,
    check (until_at > from_at)
);
create index waitlist_entry_line on waitlist_entry (resource_id, state, joined_at, id);
create index waitlist_entry_person on waitlist_entry (user_id, state);

create table slot_offer (
    id bigint primary key not null,
    resource_id bigint not null references resource (id),
    user_id bigint not null references "user" (id),
    -- Why it is theirs: they waited, or the facility had called this booking off (振替).
    entry_id bigint references waitlist_entry (id),
    booking_id bigint references booking (id),
    starts_at bigint not null,
    ends_at bigint not null,
    units bigint not null check (units >= 1),
    made_at bigint not null,
    -- The first second at which it is theirs no longer.
    until_at bigint not null,
    state text not null check (state in ('open', 'taken', 'declined', 'lapsed')),
    closed_at bigint,
    check (ends_at > starts_at),
    check ((entry_id is null) <> (booking_id is null))
);
create index slot_offer_due on slot_offer (state, until_at);
create index slot_offer_person on slot_offer (user_id, state);
create index slot_offer_resource on slot_offer (resource_id, state);

-- The claim of an offer; 'offer' is its purpose.
alter table allocation add column offer_id bigint references slot_offer (id);
create index allocation_offer on allocation (offer_id);
