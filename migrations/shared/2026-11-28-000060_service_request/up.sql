-- Requests without a slot (依頼・分譲・データ利用): their life, the lines asked for, granted and delivered,
-- the reports that follow, and forms that were put aside. Days are 'YYYY-MM-DD' in Asia/Tokyo.

create table service_request (
    id bigint primary key not null,
    resource_id bigint not null references resource (id),
    user_id bigint not null references "user" (id),
    -- 利用機関: the applicant's institution when they asked.
    institution_id bigint not null references institution (id),
    rule_id bigint not null references rule (id),
    state text not null check (state in ('inquiry', 'application', 'screening', 'committee', 'returned', 'conditional',
        'contract', 'payment', 'preparing', 'delivered', 'granted', 'in_use', 'progress_report', 'finished', 'disposed',
        'rejected', 'withdrawn', 'declined', 'called_off', 'expired')),
    version bigint not null,
    -- The steps that the rules asked for when it was sent, and what they asked of ethics.
    chain text not null,
    ethics_need text not null check (ethics_need in ('none', 'declared', 'required')),
    purpose text not null check (length(purpose) <= 2000),
    project_number text not null check (length(project_number) <= 40),
    responsible text not null check (length(responsible) <= 200),
    safety text not null,
    wanted_on text,
    ethics text not null check (ethics in ('', 'approved', 'not_needed')),
    ethics_number text not null check (length(ethics_number) <= 100),
    ethics_until text,
    -- 申込日 and the day until which the facility answers.
    asked_on text,
    answer_due text,
    -- Until when whoever acts next acts.
    due text,
    -- The facility's last words to the applicant: an answer, a reason, the conditions of a grant.
    words text not null check (length(words) <= 2000),
    conditions text not null check (length(conditions) <= 2000),
    decided_by text,
    decided_at bigint,
    decision_on text,
    decision_number text not null check (length(decision_number) <= 100),
    contract_number text not null check (length(contract_number) <= 100),
    signed_by_provider_on text,
    signed_by_recipient_on text,
    payment text not null check (payment in ('', 'settled', 'not_applicable')),
    -- 提供日: decides the fiscal year in which it counts.
    delivered_on text,
    received_on text,
    access_until text,
    report_due text,
    ended_on text,
    created_at bigint not null,
    updated_at bigint not null
);
create index service_request_user on service_request (user_id, created_at);
create index service_request_waiting on service_request (resource_id, state);
create index service_request_due on service_request (state, due);
create index service_request_delivered on service_request (delivered_on);

create table service_item (
    request_id bigint not null references service_request (id),
    place bigint not null,
    what text not null check (length(what) <= 200),
    quantity bigint not null check (quantity >= 0),
    unit text not null check (unit in ('', 'case', 'tube', 'specimen', 'patient', 'dataset')),
    condition text not null check (length(condition) <= 200),
    arm text not null check (arm in ('', 'case', 'control', 'both')),
    linked boolean not null,
    granted bigint check (granted >= 0),
    delivered bigint check (delivered >= 0),
    left_over bigint check (left_over >= 0),
    primary key (request_id, place)
);

-- 経過報告・終了報告
create table service_report (
    id bigint primary key not null,
    request_id bigint not null references service_request (id),
    kind text not null check (kind in ('progress', 'final')),
    body text not null check (length(body) <= 2000),
    -- What was due with it; empty for a final report.
    due_on text,
    disposed_on text,
    disposal text not null check (length(disposal) <= 2000),
    reported_at bigint not null,
    reported_by bigint references "user" (id)
);
create index service_report_request on service_report (request_id, reported_at);

-- 下書き: a form as it was typed, put aside by its writer. Its id is the id that the request will have.
create table service_draft (
    id bigint primary key not null,
    user_id bigint not null references "user" (id),
    resource_id bigint not null references resource (id),
    fields text not null check (length(fields) <= 60000),
    kept_at bigint not null
);
create index service_draft_user on service_draft (user_id, kept_at);

-- The history of a request without a slot is found as that of a booking is.
alter table event add column service_id bigint;
create index event_service on event (service_id);
