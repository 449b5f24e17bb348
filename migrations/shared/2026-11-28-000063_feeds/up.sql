-- 予定表の配信: secret addresses that calendar programs read. Of the secret only the SHA-256 is kept.
create table feed (
    id bigint primary key not null,
    user_id bigint not null references "user" (id),
    token_hash text not null unique,
    name text not null,
    about text not null check (about in ('mine', 'resource', 'facility')),
    resource_id bigint references resource (id),
    facility_id bigint references facility (id),
    opened_at bigint not null,
    -- When a program last read it, to the hour.
    used_at bigint,
    closed_at bigint,
    check ((about = 'resource') = (resource_id is not null)),
    check ((about = 'facility') = (facility_id is not null))
);
create index feed_user on feed (user_id);
