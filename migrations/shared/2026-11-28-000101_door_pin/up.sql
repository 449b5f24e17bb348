-- 暗証番号: what somebody types at an instrument's door instead of signing in; kept as a password is.
create table door_pin (
    user_id bigint primary key not null references "user" (id),
    pin_hash text not null,
    set_at bigint not null
);
