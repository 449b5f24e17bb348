alter table booking_part add column agreed_by text;
alter table booking_part add column agreed_at bigint;
pragma writable_schema = on;
update sqlite_schema
set sql = replace(sql, '''approved_with_conditions'', ''approved'', ''confirmed''', '''approved_with_conditions'', ''confirmed''')
where type = 'table' and name = 'booking';
pragma writable_schema = reset;
