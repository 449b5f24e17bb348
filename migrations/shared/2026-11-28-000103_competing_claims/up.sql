-- What requests that compete would take of their resource, were they approved. Nothing is held by it: the
-- guard of the claims doesn't look here.
create table competing_claim (
    booking_id bigint not null primary key references booking (id),
    resource_id bigint not null references resource (id),
    starts_at bigint not null,
    ends_at bigint not null,
    units bigint not null check (units >= 1),
    check (starts_at < ends_at)
);
create index competing_claim_time on competing_claim (resource_id, starts_at);
