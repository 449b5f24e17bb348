-- 外部配分: what another body's call allocated of a resource, the time that it occupies, and the use so far;
-- and how that call works, in the catalogue's words.

create table outside_allocation (
    id bigint primary key not null,
    resource_id bigint not null references resource (id),
    -- 課題番号 of the call.
    proposal text not null check (length(proposal) <= 60),
    -- Whoever has an account under this address sees it on their own pages.
    holder_email text not null check (length(holder_email) <= 254),
    holder_name text not null check (length(holder_name) <= 200),
    holder_institution text not null check (length(holder_institution) <= 200),
    granted bigint not null check (granted >= 1),
    unit text not null check (unit in ('node_hour', 'hour', 'shift')),
    starts_on text not null,
    ends_on text not null,
    used bigint not null check (used >= 0),
    note text not null check (length(note) <= 2000),
    version bigint not null,
    ended_at bigint,
    entered_at bigint not null,
    entered_by bigint references "user" (id),
    unique (resource_id, proposal, starts_on),
    check (ends_on >= starts_on)
);
create index outside_allocation_email on outside_allocation (holder_email);
-- The start decides the fiscal year in which it counts.
create index outside_allocation_start on outside_allocation (resource_id, starts_on);

-- A stretch of occupied time. Its claims, of at most 31 days each, stand in allocation.
create table outside_span (
    id bigint primary key not null,
    outside_id bigint not null references outside_allocation (id),
    starts_at bigint not null,
    ends_at bigint not null,
    -- Why it leaves the opening hours, where it does.
    reason text not null check (length(reason) <= 2000),
    entered_at bigint not null,
    entered_by bigint references "user" (id),
    check (ends_at > starts_at)
);
create index outside_span_of on outside_span (outside_id, starts_at);

alter table allocation add column outside_id bigint references outside_span (id);
create index allocation_outside on allocation (outside_id);

-- 募集の時期 and where to apply, of resources that another body allocates.
alter table resource add column call_periods_ja text not null default '';
alter table resource add column call_periods_en text not null default '';
alter table resource add column call_site text not null default '';
