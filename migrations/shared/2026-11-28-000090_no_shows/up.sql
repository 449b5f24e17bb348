-- 無断不使用: who did not come and said nothing, what it meant under the rule of its day, and what became of it.
create table no_show (
    booking_id bigint primary key not null references booking (id),
    -- Of the charge for the use, in percent.
    percent bigint not null check (percent between 0 and 100),
    -- 利用停止: after so many of these, and for so many days; 0 is never.
    suspends_after bigint not null,
    suspension_days bigint not null,
    -- None where the clock found it.
    marked_by bigint references "user" (id),
    marked_at bigint not null,
    note text not null,
    -- 異議: the applicant's words, once.
    appeal text,
    appealed_at bigint,
    -- The facility's last word on it.
    excused boolean not null default false,
    answer text,
    answered_by bigint references "user" (id),
    answered_at bigint
);
