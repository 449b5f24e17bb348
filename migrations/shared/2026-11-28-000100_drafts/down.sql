alter table request_draft rename to service_draft;
