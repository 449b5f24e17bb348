drop index allocation_time;
create index allocation_time on allocation (resource_id, starts_at, ends_at);
