-- 窓口への依頼: which office must answer for a fact, for whose side, and by when. The door is the role
-- whose holders answer: a desk or the officer of an institution, or the managers of a facility.
create table gate_ask (
    fact_id bigint not null references gate_fact (id),
    side text not null check (side in ('home', 'provider')),
    institution_id bigint not null references institution (id),
    facility_id bigint references facility (id),
    door text not null,
    asked_at bigint not null,
    due_on text not null,
    -- when the office spoke, or the fact was taken back
    answered_at bigint,
    primary key (fact_id, side, institution_id)
);
create index gate_ask_waiting on gate_ask (door, answered_at, asked_at);

-- Which institution spoke: what one provider's office says counts for no other.
alter table gate_ruling add column institution_id bigint references institution (id);

-- Taken by each deed on a fact, so that one side speaks once.
alter table gate_fact add column turn bigint not null default 0;

-- 個別の再開: a manager let the booking go on though these gates were not open.
alter table booking_hold add column is_resumed boolean not null default false;
