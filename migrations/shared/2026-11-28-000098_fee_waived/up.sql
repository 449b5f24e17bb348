-- 取消料の免除: whether the rule waives the fee once somebody else used the time, and who did.
alter table cancellation add column waivable boolean not null default false;
alter table cancellation add column waived_by bigint references booking (id);
alter table cancellation add column waived_at bigint;
