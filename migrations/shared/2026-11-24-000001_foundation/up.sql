-- The first tables, in the tongue that both engines speak. Times are unix seconds (UTC), days are
-- 'YYYY-MM-DD' in Asia/Tokyo, ids are time-sorted 64-bit numbers born in the application.

create table institution (
    id bigint primary key not null,
    slug text not null unique,
    name_ja text not null,
    short_ja text not null,
    name_en text not null,
    abbr text not null,
    org_class text not null check (org_class in ('inhouse', 'university', 'public', 'company', 'overseas')),
    prefecture text not null,
    sites text not null,
    ministry text not null,
    domain text not null,
    ror text,
    is_council_member boolean not null,
    owns_shared_instruments text not null,
    valid_from text,
    valid_to text,
    successor_id bigint references institution (id),
    note_ja text,
    source text not null
);

create table facility (
    id bigint primary key not null,
    slug text not null unique,
    institution_id bigint not null references institution (id),
    name_ja text not null,
    name_en text not null,
    site text not null,
    source text not null
);
create index facility_institution on facility (institution_id);

create table vocabulary (
    kind text not null check (kind in ('category', 'kind', 'prerequisite')),
    code text not null,
    name_ja text not null,
    name_en text not null,
    place bigint not null,
    primary key (kind, code)
);

create table resource (
    id bigint primary key not null,
    slug text not null unique,
    facility_id bigint not null references facility (id),
    category text not null,
    kind text not null,
    name_ja text not null,
    name_en text not null,
    name_seed text,
    summary_ja text not null,
    summary_en text not null,
    note_ja text,
    booking_mode text not null check (booking_mode in ('exclusive_slot', 'shared_capacity', 'service_request')),
    allocation text not null check (allocation in ('direct', 'external_call')),
    allocator text,
    prerequisites text not null,
    capacity bigint not null check (capacity >= 1),
    slot_minutes bigint not null check (slot_minutes >= 1),
    origin_minute bigint not null check (origin_minute between 0 and 1439),
    min_minutes bigint not null check (min_minutes >= 0),
    max_minutes bigint not null check (max_minutes between min_minutes and 43200),
    lead_business_days bigint not null check (lead_business_days between 0 and 400),
    horizon_days bigint not null check (horizon_days between 0 and 731),
    buffer_before bigint not null check (buffer_before between 0 and 1440),
    buffer_after bigint not null check (buffer_after between 0 and 1440),
    response_days bigint not null check (response_days between 0 and 731),
    windows text not null,
    closed_calendars text not null,
    published boolean not null,
    confirmed_on text,
    state text not null check (state in ('in_service', 'down', 'retired')),
    source text not null,
    search_key text not null,
    calendar_turn bigint not null
);
create index resource_facility on resource (facility_id);
create index resource_category on resource (category);

create table closed_day (
    facility_id bigint not null references facility (id),
    day text not null,
    name_ja text not null,
    name_en text not null,
    primary key (facility_id, day)
);

create table "user" (
    id bigint primary key not null,
    email text not null unique check (length(email) <= 254),
    name text not null check (length(name) <= 200),
    institution_id bigint not null references institution (id),
    position text not null,
    phone text not null,
    language text not null check (language in ('ja', 'en')),
    password_hash text not null,
    state text not null check (state in ('active', 'suspended')),
    verified_at bigint,
    created_at bigint not null
);

create table role_grant (
    id bigint primary key not null,
    user_id bigint not null references "user" (id),
    role text not null check (role in ('facility_manager', 'institution_officer', 'council', 'administrator')),
    institution_id bigint references institution (id),
    facility_id bigint references facility (id),
    granted_at bigint not null,
    granted_by bigint references "user" (id),
    revoked_at bigint
);
create index role_grant_user on role_grant (user_id);
create index role_grant_facility on role_grant (facility_id);

create table session (
    token_hash text primary key not null,
    user_id bigint not null references "user" (id),
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null
);
create index session_of_user on session (user_id);

create table mail_token (
    token_hash text primary key not null,
    purpose text not null check (purpose in ('verify', 'reset', 'invitation')),
    user_id bigint not null references "user" (id),
    expires_at bigint not null,
    used_at bigint
);
create index mail_token_user on mail_token (user_id);

create table sign_in_try (
    email_hash text primary key not null,
    failures bigint not null,
    last_at bigint not null
);

create table rule (
    id bigint primary key not null,
    facility_id bigint not null references facility (id),
    version text not null,
    title_ja text not null,
    title_en text not null,
    body_ja text not null,
    body_en text not null,
    effective_on text not null,
    published_at bigint not null,
    published_by bigint references "user" (id),
    unique (facility_id, version)
);

create table rule_consent (
    user_id bigint not null references "user" (id),
    rule_id bigint not null references rule (id),
    consented_at bigint not null,
    primary key (user_id, rule_id)
);

create table booking (
    id bigint primary key not null,
    resource_id bigint not null references resource (id),
    user_id bigint not null references "user" (id),
    institution_id bigint not null references institution (id),
    rule_id bigint not null references rule (id),
    starts_at bigint not null,
    ends_at bigint not null,
    purpose text not null,
    sample text not null,
    safety text not null,
    support_mode text not null,
    project_number text not null,
    state text not null check (state in ('draft', 'submitted', 'held', 'user_side', 'facility_review', 'returned',
        'approved_with_conditions', 'confirmed', 'in_use', 'used', 'reported', 'closed', 'rejected', 'withdrawn',
        'cancelled_by_user', 'cancelled_by_facility', 'no_show', 'expired')),
    version bigint not null,
    decided_by text,
    decided_at bigint,
    reason text,
    created_at bigint not null,
    updated_at bigint not null,
    check (ends_at > starts_at)
);
create index booking_resource on booking (resource_id, starts_at);
create index booking_user on booking (user_id, starts_at);
create index booking_waiting on booking (state, resource_id, starts_at);

create table allocation (
    id bigint primary key not null,
    resource_id bigint not null references resource (id),
    booking_id bigint unique references booking (id),
    starts_at bigint not null,
    ends_at bigint not null,
    use_starts_at bigint not null,
    use_ends_at bigint not null,
    units bigint not null check (units >= 1),
    note text not null,
    check (ends_at > starts_at and ends_at - starts_at <= 2678400),
    check (starts_at <= use_starts_at and use_starts_at < use_ends_at and use_ends_at <= ends_at)
);
create index allocation_time on allocation (resource_id, starts_at, ends_at);

create table event (
    id bigint primary key not null,
    at bigint not null,
    actor_id bigint,
    kind text not null,
    booking_id bigint,
    user_id bigint,
    facts text not null
);
create index event_booking on event (booking_id);

create table outbox (
    id bigint primary key not null,
    event_id bigint not null references event (id),
    letter text not null,
    user_id bigint not null references "user" (id),
    name text not null,
    email text not null,
    language text not null,
    facts text not null,
    state text not null check (state in ('queued', 'sending', 'sent', 'retry', 'uncertain', 'dead', 'expired')),
    tries bigint not null,
    next_at bigint not null,
    sent_at bigint,
    problem text,
    unique (event_id, letter, user_id)
);
create index outbox_waiting on outbox (state, next_at);
