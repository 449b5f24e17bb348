-- 変更: what a booking was or would be changed to, and what became of that.
create table booking_change (
    id bigint primary key not null,
    booking_id bigint not null references booking (id),
    starts_at bigint not null,
    ends_at bigint not null,
    units bigint not null check (units >= 1),
    purpose text not null,
    sample text not null,
    safety text not null,
    support_mode text not null,
    project_number text not null,
    -- What it was judged by, as of a new request.
    evaluation text not null,
    state text not null check (state in ('asked', 'granted', 'refused', 'withdrawn', 'lapsed')),
    asked_at bigint not null,
    decided_at bigint,
    check (starts_at < ends_at)
);
create index booking_change_booking on booking_change (booking_id);
-- One question at a time.
create unique index booking_change_asked on booking_change (booking_id) where state = 'asked';
