-- The whole life of a booking: units of shared capacity, conditions, what was really used, several
-- resources or dates asked for as one, and what else a booking takes besides its own resource.

alter table booking add column units bigint not null default 1 check (units >= 1);
-- 条件付き承認の条件, word for word; empty where there are none.
alter table booking add column conditions text not null default '';
-- 一組: several resources or dates that were asked for as one, and the place within it.
alter table booking add column bundle_id bigint;
alter table booking add column place bigint not null default 0;
-- What was really used: check-in and check-out, or what the use log says.
alter table booking add column used_from bigint;
alter table booking add column used_until bigint;
create index booking_bundle on booking (bundle_id, place);

create table bundle (
    id bigint primary key not null,
    kind text not null check (kind in ('set', 'series')),
    user_id bigint not null references "user" (id),
    -- How the dates of a series follow each other; empty for a set.
    pattern text not null,
    created_at bigint not null
);

-- Claims that a booking makes besides its own: components that resources share, attendants, the time
-- it would move to. The claim of its own resource stays in booking_id.
alter table allocation add column holder_id bigint references booking (id);
alter table allocation add column purpose text not null default 'use'
    check (purpose in ('use', 'component', 'attendant', 'move', 'outage', 'offer'));
create index allocation_holder on allocation (holder_id);

-- 構成要素: using a resource takes so many units of another one as well, such as a laser that two
-- microscopes share, or the hall of a facility whose spectrometers are booked one by one.
create table resource_need (
    resource_id bigint not null references resource (id),
    needed_id bigint not null references resource (id),
    units bigint not null check (units >= 1),
    primary key (resource_id, needed_id),
    check (resource_id <> needed_id)
);
create index resource_need_needed on resource_need (needed_id);

-- What a resource is to others: shared by itself, only a component of others, or a person who attends.
alter table resource add column part text not null default 'shared'
    check (part in ('shared', 'component', 'attendant'));
