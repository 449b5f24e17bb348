-- 保守・故障: when a resource can't be used, what that did to bookings, and what is credited for it.

create table outage (
    id bigint primary key not null,
    resource_id bigint not null references resource (id),
    sort text not null check (sort in ('failure', 'maintenance')),
    starts_at bigint not null,
    -- Until when it is expected to last; once it has ended, when it did.
    until_at bigint not null,
    ended_at bigint,
    -- What users are told of it.
    note text not null,
    -- 利用者の誤操作: nothing is credited then, and what was damaged is reported.
    by_user boolean not null default false,
    damage text not null default '',
    entered_by bigint references "user" (id),
    entered_at bigint not null,
    check (until_at > starts_at)
);
create index outage_resource on outage (resource_id, until_at);

create table outage_effect (
    outage_id bigint not null references outage (id),
    booking_id bigint not null references booking (id),
    effect text not null check (effect in ('called_off', 'interrupted')),
    -- The time that was lost; unix seconds.
    lost_from bigint not null,
    lost_until bigint not null,
    -- 減額, of the charge for the use, in minutes.
    credit_minutes bigint not null default 0,
    -- 振替優先: the last Tokyo day; empty where nothing was called off.
    rebook_until text not null default '',
    -- Whether it was confirmed already.
    was_settled boolean not null,
    primary key (outage_id, booking_id)
);
create index outage_effect_booking on outage_effect (booking_id);

alter table allocation add column outage_id bigint references outage (id);
create index allocation_outage on allocation (outage_id);
