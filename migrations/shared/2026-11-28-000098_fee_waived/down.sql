-- Migrations only add; going back means restoring the backup taken before.
select 1;
