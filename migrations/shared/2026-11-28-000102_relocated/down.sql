alter table booking drop column relocated;
