-- The catalogue's stamp adds up the turns of all calendars on most visits; this index is all it reads.
create index resource_turn on resource (calendar_turn);
