-- 一組の変更: when the booking's own facility agreed to a change that waits for the other facilities of its set.
alter table booking_change add column agreed_at bigint;
