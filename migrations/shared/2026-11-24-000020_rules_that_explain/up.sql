-- Usage rules that explain themselves: documents with articles, parameters with their origin, gates,
-- waivers, holds, trainings, the passport and its equivalences, and the calendar of holidays.

-- 機関全体: the institution itself as a unit that owns rules; they apply to all its facilities.
alter table facility add column is_whole boolean not null default false;

-- A published version. Its text and parameters stand in rule_text and never change.
alter table rule add column grace_days bigint not null default 30;
alter table rule add column based_on bigint;
alter table rule add column applies_to_confirmed boolean not null default false;
-- 公開の取りやめ: taken back before it came into force; it counts for no day.
alter table rule add column recalled_at bigint;

create table rule_text (
    rule_id bigint primary key not null references rule (id),
    documents text not null,
    settings text not null
);

-- 改正案: at most one per unit, open to its officers only.
create table rule_draft (
    facility_id bigint primary key not null references facility (id),
    based_on bigint references rule (id),
    version text not null,
    title_ja text not null,
    title_en text not null,
    documents text not null,
    settings text not null,
    effective_on text,
    grace_days bigint not null check (grace_days between 0 and 366),
    applies_to_confirmed boolean not null,
    turn bigint not null,
    edited_at bigint not null,
    edited_by bigint references "user" (id)
);

-- 別添: kept in the database, so that no file can be lost, linked elsewhere or left over.
create table rule_file (
    id bigint primary key not null,
    facility_id bigint not null references facility (id),
    name text not null check (length(name) <= 200),
    size bigint not null check (size between 1 and 20971520),
    sha256 text not null,
    content bytea not null,
    kept_at bigint not null,
    kept_by bigint references "user" (id)
);
create index rule_file_facility on rule_file (facility_id);

-- 窓口の担当: who answers for a gate at an institution (export control, radiation, biosafety, ethics).
create table desk_grant (
    id bigint primary key not null,
    user_id bigint not null references "user" (id),
    institution_id bigint not null references institution (id),
    desk text not null check (desk in ('export_control', 'radiation', 'biosafety', 'ethics')),
    granted_at bigint not null,
    granted_by bigint references "user" (id),
    revoked_at bigint
);
create index desk_grant_user on desk_grant (user_id);
create index desk_grant_institution on desk_grant (institution_id, desk);

-- 講習
create table course (
    id bigint primary key not null,
    facility_id bigint not null references facility (id),
    code text not null,
    name_ja text not null,
    name_en text not null,
    minutes bigint not null check (minutes between 1 and 10080),
    retired_at bigint,
    unique (facility_id, code)
);

create table course_session (
    id bigint primary key not null,
    course_id bigint not null references course (id),
    starts_at bigint not null,
    ends_at bigint not null,
    seats bigint not null check (seats between 1 and 10000),
    place text not null,
    turn bigint not null,
    cancelled_at bigint,
    check (ends_at > starts_at)
);
create index course_session_time on course_session (course_id, starts_at);

create table course_enrolment (
    session_id bigint not null references course_session (id),
    user_id bigint not null references "user" (id),
    enrolled_at bigint not null,
    completed_at bigint,
    completed_by bigint references "user" (id),
    primary key (session_id, user_id)
);
create index course_enrolment_user on course_enrolment (user_id);

-- A dated fact that opens a gate: entered by the person, confirmed by the responsible office.
-- detail is for the offices only.
create table gate_fact (
    id bigint primary key not null,
    gate text not null,
    user_id bigint not null references "user" (id),
    facility_id bigint references facility (id),
    booking_id bigint references booking (id),
    course_id bigint references course (id),
    issuer_id bigint references institution (id),
    project_number text not null,
    number text not null,
    level text not null,
    issued_on text,
    valid_until text,
    detail text not null,
    entered_at bigint not null,
    entered_by bigint references "user" (id),
    withdrawn_at bigint
);
create index gate_fact_user on gate_fact (user_id, gate);
create index gate_fact_booking on gate_fact (booking_id);

-- What an office says of a fact. One side speaks once; it may revoke later, in a new line.
create table gate_ruling (
    id bigint primary key not null,
    fact_id bigint not null references gate_fact (id),
    side text not null check (side in ('self', 'home', 'provider')),
    verdict text not null check (verdict in ('confirmed', 'refused', 'revoked')),
    number text not null,
    ruled_on text not null,
    condition text not null check (condition in ('', 'assisted', 'proxy')),
    reason text not null,
    ruled_at bigint not null,
    ruled_by bigint references "user" (id)
);
create index gate_ruling_fact on gate_ruling (fact_id);

-- 読替え表: which institution recognises whose trainings, registrations and checks.
create table equivalence (
    id bigint primary key not null,
    institution_id bigint not null references institution (id),
    gate text not null,
    course_id bigint references course (id),
    issuer_id bigint references institution (id),
    issuer_course_id bigint references course (id),
    most_months bigint not null check (most_months between 0 and 1200),
    note_ja text not null,
    note_en text not null,
    published_at bigint not null,
    published_by bigint references "user" (id),
    revoked_at bigint
);
create index equivalence_institution on equivalence (institution_id);

-- 保留: why a booking waits, where it returns to, and how it ended.
create table booking_hold (
    id bigint primary key not null,
    booking_id bigint not null references booking (id),
    gates text not null,
    return_to text not null check (return_to in ('facility_review', 'confirmed')),
    held_at bigint not null,
    ended_at bigint,
    ended_by bigint references "user" (id),
    reason text not null
);
create index booking_hold_booking on booking_hold (booking_id);

-- What a booking was judged by when it was made: never changes.
create table booking_evaluation (
    booking_id bigint primary key not null references booking (id),
    at bigint not null,
    evaluation text not null
);

-- 例外の承認: one parameter set aside for one person, resource and span of days, with a reason.
create table waiver (
    id bigint primary key not null,
    resource_id bigint not null references resource (id),
    user_id bigint not null references "user" (id),
    parameter text not null,
    from_day text not null,
    until_day text not null,
    reason text not null,
    granted_at bigint not null,
    granted_by bigint references "user" (id),
    revoked_at bigint
);
create index waiver_for on waiver (user_id, resource_id);

-- The Cabinet Office's list, corrected by hand; years without a list are computed.
create table holiday (
    day text primary key not null,
    name_ja text not null,
    name_en text not null,
    is_open boolean not null,
    source text not null check (source in ('list', 'hand')),
    kept_at bigint not null,
    kept_by bigint references "user" (id)
);

create table holiday_year (
    year bigint primary key not null,
    kept_at bigint not null,
    kept_by bigint references "user" (id)
);

-- Reminders that went out, so that each is sent once.
create table reminder (
    key text primary key not null,
    sent_at bigint not null
);

-- 身分の区分: what eligibility asks; the position itself stays free text.
alter table "user" add column position_class text not null default 'researcher'
    check (position_class in ('staff', 'researcher', 'student'));
