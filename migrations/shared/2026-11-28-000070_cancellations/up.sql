-- 取消し: what cancelling a booking meant under the rule of its day, kept as it was on that day.
create table cancellation (
    booking_id bigint primary key not null references booking (id),
    side text not null check (side in ('user', 'facility')),
    -- 取消料 of the charge for the use, in percent.
    percent bigint not null check (percent between 0 and 100),
    -- The last second at which it was free; none where it was free until the use.
    free_until bigint,
    cancelled_at bigint not null
);
