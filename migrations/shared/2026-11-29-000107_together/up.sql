-- 一緒に使うもの: what can be asked for with a resource, such as the preparation room beside a microscope.
create table companion (
    resource_id bigint not null references resource (id),
    companion_id bigint not null references resource (id),
    primary key (resource_id, companion_id),
    check (resource_id <> companion_id)
);
create index companion_companion on companion (companion_id);

-- What a booking holds besides its own resource because its applicant asked for it, all or nothing. Where
-- it is of another facility, that one agrees for itself: who did, and when.
create table booking_part (
    booking_id bigint not null references booking (id),
    resource_id bigint not null references resource (id),
    agreed_by text,
    agreed_at bigint,
    primary key (booking_id, resource_id)
);
create index booking_part_resource on booking_part (resource_id);
