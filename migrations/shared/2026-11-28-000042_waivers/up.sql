-- 例外の申請: what somebody asks to be set aside, with the answer once there is one.
create table waiver_request (
    id bigint primary key not null,
    resource_id bigint not null references resource (id),
    user_id bigint not null references "user" (id),
    parameter text not null,
    from_day text not null,
    until_day text not null,
    reason text not null,
    asked_at bigint not null,
    decided_at bigint,
    decided_by bigint references "user" (id),
    answer text not null,
    waiver_id bigint references waiver (id)
);
create index waiver_request_of on waiver_request (resource_id);
-- One question at a time: who waits for an answer does not ask again.
create unique index waiver_request_once on waiver_request (user_id, resource_id, parameter)
    where decided_at is null;

create index waiver_on on waiver (resource_id);
