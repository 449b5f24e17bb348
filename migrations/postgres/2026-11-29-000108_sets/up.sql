-- 一組の予約: a booking that its own facility approved and that another owner of its set has not is 'approved'.
alter table booking drop constraint booking_state_check;
alter table booking add constraint booking_state_check check (state in ('draft', 'submitted', 'held', 'user_side',
    'facility_review', 'returned', 'approved_with_conditions', 'approved', 'confirmed', 'in_use', 'used', 'reported',
    'closed', 'rejected', 'withdrawn', 'cancelled_by_user', 'cancelled_by_facility', 'no_show', 'expired'));

-- What belongs to other facilities is a booking of its own.
alter table booking_part drop column agreed_by;
alter table booking_part drop column agreed_at;
