alter table booking_part add column agreed_by text;
alter table booking_part add column agreed_at bigint;
alter table booking drop constraint booking_state_check;
alter table booking add constraint booking_state_check check (state in ('draft', 'submitted', 'held', 'user_side',
    'facility_review', 'returned', 'approved_with_conditions', 'confirmed', 'in_use', 'used', 'reported', 'closed',
    'rejected', 'withdrawn', 'cancelled_by_user', 'cancelled_by_facility', 'no_show', 'expired'));
