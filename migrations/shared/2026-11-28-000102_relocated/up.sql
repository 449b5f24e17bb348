-- Whether the facility moved it last: then its user cancels without a fee.
alter table booking add column relocated boolean not null default false;
