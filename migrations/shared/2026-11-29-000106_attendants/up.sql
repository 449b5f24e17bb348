-- 立会者: staff whose time a use takes besides its resource. Each is a resource (part = 'attendant'), so that
-- their calendar stands under the same guard as every other; they are never published.
create table attendant (
    id bigint primary key not null references resource (id),
    -- Their own account, where they have one: it is told when they attend.
    user_id bigint references "user" (id)
);

-- Which resources somebody attends.
create table attendant_of (
    resource_id bigint not null references resource (id),
    attendant_id bigint not null references attendant (id),
    primary key (resource_id, attendant_id)
);
create index attendant_of_attendant on attendant_of (attendant_id);
