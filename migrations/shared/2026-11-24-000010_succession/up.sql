-- Which institution a facility belonged to before a successor took it over: pages show both sides,
-- and reports of earlier years need it.
alter table facility add column former_institution_id bigint references institution (id);
