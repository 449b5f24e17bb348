-- What follows a use: the log of what was really used, and the result report.

-- 利用報告（実績入力）; the times themselves stand with the booking.
create table use_log (
    booking_id bigint primary key not null references booking (id),
    samples bigint not null check (samples >= 0),
    note text not null,
    -- 不具合・事故; empty where there was none.
    incident text not null,
    entered_by bigint not null references "user" (id),
    entered_at bigint not null
);

-- 利用報告書
create table result_report (
    booking_id bigint primary key not null references booking (id),
    title text not null,
    summary text not null,
    -- Of a paper that has come out; empty until then.
    doi text not null,
    entered_by bigint not null references "user" (id),
    entered_at bigint not null
);
