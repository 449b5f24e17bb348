-- What is in the way of a time is looked up by the end of claims: past ones, of which there are ever more, are passed over.
drop index allocation_time;
create index allocation_time on allocation (resource_id, ends_at, starts_at);
