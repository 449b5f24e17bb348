-- 下書き: forms of requests with a slot are put aside as well.
alter table service_draft rename to request_draft;
