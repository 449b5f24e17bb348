-- 一組の予約: a booking that its own facility approved and that another owner of its set has not is 'approved'.
-- SQLite cannot alter a check; this is its documented way for changes that leave the stored rows as they are
-- (sqlite.org/lang_altertable.html, section 7).
pragma writable_schema = on;
update sqlite_schema
set sql = replace(sql, '''approved_with_conditions'', ''confirmed''', '''approved_with_conditions'', ''approved'', ''confirmed''')
where type = 'table' and name = 'booking';
pragma writable_schema = reset;

-- What belongs to other facilities is a booking of its own. Dropping columns also tells every connection to read
-- the schema anew.
alter table booking_part drop column agreed_by;
alter table booking_part drop column agreed_at;
