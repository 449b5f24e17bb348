-- What the official list says, why each of its days is a holiday, and what is set by hand beside it.

alter table holiday add column kind text not null default 'national'
    check (kind in ('national', 'substitute', 'sandwiched'));

-- By hand: a holiday whatever the list says, or an open day although the list says otherwise.
create table holiday_correction (
    day text primary key not null,
    kind text not null check (kind in ('national', 'substitute', 'sandwiched', 'open')),
    name_ja text not null check (length(name_ja) <= 200),
    name_en text not null check (length(name_en) <= 200),
    kept_at bigint not null,
    kept_by bigint references "user" (id)
);

-- Each change of the holidays. The mark is born by chance, so that whoever remembers the holidays knows by
-- it, in whichever process, whether they are still the same.
create table holiday_edition (
    number bigint primary key not null,
    mark bigint not null,
    kept_at bigint not null,
    kept_by bigint references "user" (id)
);

-- Who set a facility's closed day, and when; 0 for those of before.
alter table closed_day add column kept_at bigint not null default 0;
alter table closed_day add column kept_by bigint references "user" (id);
