"""The sound little world of the judge's self-test, as its database and as the clients' log of it."""

import contextlib
import os
import sqlite3

from reading import letters

SCHEMA = """
create table resource (id bigint, capacity bigint, slug text);
create table resource_need (resource_id bigint, needed_id bigint, units bigint);
create table attendant_of (resource_id bigint, attendant_id bigint);
create table booking (id bigint, resource_id bigint, starts_at bigint, ends_at bigint, state text, created_at bigint,
    units bigint default 1, bundle_id bigint, support_mode text default 'self', user_id bigint default 1);
create table allocation (resource_id bigint, booking_id bigint, starts_at bigint, ends_at bigint, units bigint,
    holder_id bigint, purpose text default 'use', offer_id bigint);
create table bundle (id bigint, kind text);
create table booking_part (booking_id bigint, resource_id bigint);
create table event (booking_id bigint, kind text, facts text default '{}');
create table competing_claim (booking_id bigint, resource_id bigint);
create table booking_change (booking_id bigint, state text, starts_at bigint, ends_at bigint, units bigint default 1, agreed_at bigint);
create table outage (id bigint, resource_id bigint, starts_at bigint, ended_at bigint, until_at bigint default 3600);
create table outage_effect (outage_id bigint, booking_id bigint, effect text default 'called_off', was_settled bigint);
create table slot_offer (id bigint, resource_id bigint, booking_id bigint, starts_at bigint, ends_at bigint, units bigint default 1, state text);
insert into resource (id, capacity) values (1, 1), (2, 3), (3, 1), (4, 1), (5, 1), (6, 1), (7, 1), (8, 1), (9, 1), (10, 3), (11, 1), (12, 1), (13, 1), (14, 1);
update resource set slug = 'r' || id;
insert into booking (id, resource_id, starts_at, ends_at, state, created_at) values (10, 1, 0, 3600, 'confirmed', 1000), (11, 1, 3600, 7200, 'facility_review', 1000),
    (12, 1, 7200, 10800, 'withdrawn', 1000), (13, 2, 0, 3600, 'facility_review', 1000), (14, 2, 0, 3600, 'cancelled_by_user', 1000),
    (18, 1, 10800, 14400, 'rejected', 1000), (19, 2, 0, 3600, 'confirmed', 1), (20, 1, 14400, 18000, 'confirmed', 1000),
    (21, 1, 18000, 21600, 'facility_review', 1000),
    (22, 3, 0, 3600, 'submitted', 1000), (23, 3, 0, 3600, 'confirmed', 1000), (24, 3, 0, 3600, 'withdrawn', 1000);
update booking set bundle_id = 20 where id = 21;
insert into bundle values (20, 'series'), (30, 'set'), (32, 'set');
insert into booking (id, resource_id, starts_at, ends_at, state, created_at, units, bundle_id) values (30, 4, 0, 3600, 'approved', 1000, 1, 30), (31, 5, 0, 3600, 'facility_review', 1000, 1, 30),
    (32, 4, 3600, 7200, 'withdrawn', 1000, 1, 32), (33, 5, 3600, 7200, 'rejected', 1000, 1, 32);
insert into booking_part values (30, 6), (32, 6);
insert into allocation (resource_id, booking_id, starts_at, ends_at, units) values (4, 30, 0, 3600, 1), (5, 31, 0, 3600, 1);
insert into allocation (resource_id, booking_id, starts_at, ends_at, units, holder_id, purpose) values (6, null, 0, 3600, 1, 30, 'component');
insert into event (booking_id, kind) values (30, 'booking.requested'), (30, 'booking.approved'), (31, 'booking.requested'), (32, 'booking.requested'),
    (32, 'booking.approved'), (33, 'booking.requested'), (33, 'booking.rejected');
insert into allocation (resource_id, booking_id, starts_at, ends_at, units) values (1, 10, 0, 3600, 1), (1, 11, 3600, 7200, 1), (2, 13, 0, 5400, 1), (2, 19, 0, 3600, 1), (2, null, 1800, 3600, 1),
    (1, 20, 14400, 18000, 1), (1, 21, 18000, 21600, 1), (3, 23, 0, 3600, 1);
insert into competing_claim values (22, 3);
insert into event (booking_id, kind) values (10, 'booking.requested'), (10, 'booking.approved'), (11, 'booking.requested'),
    (12, 'booking.requested'), (12, 'booking.withdrawn'), (13, 'booking.requested'),
    (14, 'booking.requested'), (14, 'booking.approved'), (14, 'booking.cancelled'),
    (18, 'booking.requested'), (18, 'booking.rejected'), (19, 'booking.requested'), (20, 'booking.requested'),
    (20, 'booking.approved'), (20, 'booking.change_asked'), (20, 'booking.change_granted'), (20, 'booking.change_asked'),
    (20, 'booking.change_refused'), (20, 'booking.change_asked'), (20, 'booking.change_withdrawn'), (21, 'booking.requested'),
    (22, 'booking.requested'), (23, 'booking.requested'), (23, 'booking.approved'), (24, 'booking.requested'),
    (24, 'booking.withdrawn');
"""
# two resources that take the same component, and one whose staff of two attends some uses
TOGETHER = """
insert into resource_need values (7, 8, 1), (9, 8, 1);
insert into attendant_of values (10, 11), (10, 12);
insert into booking (id, resource_id, starts_at, ends_at, state, created_at, support_mode) values
    (40, 7, 0, 3600, 'confirmed', 1000, 'assisted'), (41, 9, 10800, 14400, 'withdrawn', 1000, 'self'), (42, 9, 4500, 8100, 'facility_review', 1000, 'self'),
    (50, 10, 0, 3600, 'confirmed', 1000, 'assisted'), (51, 10, 0, 3600, 'withdrawn', 1000, 'self'), (52, 10, 3600, 7200, 'withdrawn', 1000, 'proxy'),
    (53, 10, 0, 3600, 'facility_review', 1000, 'proxy'), (54, 10, 7200, 10800, 'confirmed', 1000, 'self');
insert into booking_change (booking_id, state, starts_at, ends_at) values (54, 'asked', 10800, 14400), (54, 'refused', 10800, 14400);
insert into allocation (resource_id, booking_id, starts_at, ends_at, units, holder_id, purpose) values (7, 40, 0, 4500, 1, null, 'use'), (8, null, 0, 4500, 1, 40, 'component'), (9, 42, 4500, 8100, 1, null, 'use'),
    (8, null, 4500, 8100, 1, 42, 'component'), (10, 50, 0, 3600, 1, null, 'use'), (11, null, 0, 3600, 1, 50, 'attendant'),
    (10, 53, 0, 3600, 1, null, 'use'), (12, null, 0, 3600, 1, 53, 'attendant'), (10, 54, 7200, 10800, 1, null, 'use'),
    (10, null, 10800, 14400, 1, 54, 'move'), (11, null, 10800, 14400, 1, 54, 'move');
insert into event (booking_id, kind) values (40, 'booking.requested'), (40, 'booking.approved'), (41, 'booking.requested'), (41, 'booking.withdrawn'),
    (42, 'booking.requested'), (50, 'booking.requested'), (50, 'booking.approved'), (51, 'booking.requested'), (51, 'booking.withdrawn'),
    (52, 'booking.requested'), (52, 'booking.withdrawn'), (53, 'booking.requested'), (54, 'booking.requested'), (54, 'booking.approved'),
    (54, 'booking.change_asked'), (54, 'booking.change_refused'), (54, 'booking.change_asked');
"""
# outages of a resource, of a component and of one of a set; what they touch is called off, what comes later stands, and
# whoever would move into one is refused
OUTAGES = """
insert into outage (id, resource_id, starts_at, ended_at) values (2, 6, 0, null), (200, 7, 14400, 15000), (201, 8, 21600, 22000), (202, 4, 28800, 29000);
update outage set until_at = ended_at where ended_at is not null;
insert into allocation (resource_id, booking_id, starts_at, ends_at, units, holder_id, purpose) values (6, null, 50000, 53600, 1, null, 'outage');
insert into booking (id, resource_id, starts_at, ends_at, state, created_at, bundle_id) values
    (60, 7, 14400, 18000, 'cancelled_by_facility', 1000, null), (61, 7, 14400, 18000, 'facility_review', 1000, null),
    (62, 9, 21600, 25200, 'cancelled_by_facility', 1000, null), (63, 7, 36000, 39600, 'confirmed', 1000, null),
    (70, 4, 28800, 32400, 'cancelled_by_facility', 1000, 70), (71, 5, 28800, 32400, 'withdrawn', 1000, 70),
    (72, 4, 32400, 36000, 'cancelled_by_facility', 1000, 72), (73, 5, 32400, 36000, 'confirmed', 1000, 72);
insert into bundle values (70, 'set'), (72, 'set');
insert into allocation (resource_id, booking_id, starts_at, ends_at, units, holder_id, purpose) values (7, 61, 14400, 18000, 1, null, 'use'), (8, null, 14400, 18000, 1, 61, 'component'), (7, 63, 36000, 39600, 1, null, 'use'),
    (8, null, 36000, 39600, 1, 63, 'component'), (5, 73, 32400, 36000, 1, null, 'use');
insert into event (booking_id, kind) values (60, 'booking.requested'), (60, 'booking.called_off'), (61, 'booking.requested'), (62, 'booking.requested'),
    (62, 'booking.approved'), (62, 'booking.called_off'), (63, 'booking.requested'), (63, 'booking.approved'), (63, 'booking.change_asked'),
    (63, 'booking.change_refused'), (63, 'booking.change_asked'), (63, 'booking.change_refused'), (70, 'booking.requested'),
    (70, 'booking.called_off'), (72, 'booking.requested'), (72, 'booking.approved'), (72, 'booking.called_off'), (73, 'booking.requested'),
    (73, 'booking.approved');
"""
# sets that moved: one when both facilities had agreed, one at once, after which it waits for both anew, and one that is to
# move when the second agrees
MOVED = """
insert into booking (id, resource_id, starts_at, ends_at, state, created_at, bundle_id) values
    (80, 4, 100000, 103600, 'confirmed', 1000, 80), (81, 5, 100000, 103600, 'confirmed', 1000, 80),
    (82, 4, 110000, 113600, 'facility_review', 1000, 82), (83, 5, 110000, 113600, 'facility_review', 1000, 82),
    (84, 4, 120000, 123600, 'confirmed', 1000, 84), (85, 5, 120000, 123600, 'confirmed', 1000, 84);
insert into bundle values (80, 'set'), (82, 'set'), (84, 'set');
insert into allocation (resource_id, booking_id, starts_at, ends_at, units) select resource_id, id, starts_at, ends_at, 1 from booking where id between 80 and 85;
insert into allocation (resource_id, holder_id, starts_at, ends_at, units, purpose) values (4, 84, 130000, 133600, 1, 'move'), (5, 85, 130000, 133600, 1, 'move');
insert into booking_change (booking_id, state, starts_at, ends_at, agreed_at) values (84, 'asked', 130000, 133600, 1000), (85, 'asked', 130000, 133600, null);
insert into event (booking_id, kind) select id, 'booking.requested' from booking where id between 80 and 85;
insert into event (booking_id, kind) select id, 'booking.approved' from booking where id in (80, 81, 83, 84, 85);
insert into event (booking_id, kind) select id, 'booking.change_asked' from booking where id in (80, 81, 84, 85);
insert into event (booking_id, kind) values (80, 'booking.change_agreed'), (80, 'booking.change_granted'), (81, 'booking.change_granted'),
    (82, 'booking.changed'), (83, 'booking.changed'), (84, 'booking.change_agreed');
"""
# an outage that was to last longer, then shorter, and one that was dropped; of what they called off, two are taken back, one
# confirmed as it had been and one to be decided, and one is kept
BACK = f"""
insert into outage (id, resource_id, starts_at, ended_at, until_at) values (204, 14, 200000, 201000, 201000), (205, 14, 300000, 2000, 310000);
insert into booking (id, resource_id, starts_at, ends_at, state, created_at, user_id) values
    (90, 14, 202000, 205600, 'cancelled_by_facility', 1000, 7), (91, 14, 202000, 205600, 'confirmed', 1000, 7),
    (92, 14, 212000, 215600, 'cancelled_by_facility', 1000, 7), (93, 14, 212000, 215600, 'facility_review', 1000, 7),
    (94, 14, 302000, 305600, 'cancelled_by_facility', 1000, 7);
insert into outage_effect (outage_id, booking_id, was_settled) values (204, 90, 1), (204, 92, 0), (205, 94, 1);
insert into slot_offer (id, resource_id, booking_id, starts_at, ends_at, state) values
    (400, 14, 90, 202000, 205600, 'taken'), (401, 14, 92, 212000, 215600, 'taken'), (402, 14, 94, 302000, 305600, 'open');
insert into allocation (resource_id, booking_id, starts_at, ends_at, units, purpose, offer_id) values (14, 91, 202000, 205600, 1, 'use', null),
    (14, 93, 212000, 215600, 1, 'use', null), (14, null, 302000, 305600, 1, 'offer', 402);
insert into event (booking_id, kind) select id, 'booking.requested' from booking where id in (90, 92, 94);
insert into event (booking_id, kind) select id, 'booking.approved' from booking where id in (90, 94);
insert into event (booking_id, kind) select id, 'booking.called_off' from booking where id in (90, 92, 94);
insert into event (booking_id, kind, facts) values (91, 'booking.reinstated', '{{"instead_of": "{letters(90)}"}}'),
    (93, 'booking.reinstated', '{{"instead_of": "{letters(92)}"}}'),
    (null, 'outage.changed', '{{"outage": "{letters(204)}", "until": "220000"}}'), (null, 'outage.changed', '{{"outage": "{letters(204)}", "until": "205000"}}');
"""
LOG = [
    (900, "create", 10, 303), (901, "approve", 10, 303), (902, "create", 11, 303), (903, "create", 12, 303),
    (904, "withdraw", 12, 303), (905, "create", 13, 0), (906, "create", 14, 303), (907, "approve", 14, 0),
    (908, "cancel", 14, 303), (909, "create", 15, 409), (910, "withdraw", 10, 422),
    (911, "create", 18, 303), (912, "reject", 18, 303), (913, "create", 20, 303), (914, "approve", 20, 303),
    (915, "move", 20, 303), (916, "grant", 20, 303), (917, "move", 20, 303), (918, "refuse", 20, 303),
    (919, "move", 20, 0), (920, "unmove", 20, 303), (921, "join", 0, 303),
    (922, "create", 22, 303), (923, "create", 23, 303), (924, "create", 24, 303), (925, "approve", 23, 303),
    (926, "withdraw", 24, 303), (927, "create", 30, 303, "set"), (928, "approve", 30, 303), (929, "create", 32, 303, "part"),
    (930, "approve", 32, 303), (931, "reject", 33, 303),
    (940, "create", 40, 303), (941, "approve", 40, 303), (942, "create", 41, 303), (943, "withdraw", 41, 303), (944, "create", 42, 303),
    (945, "create", 50, 303, "attended"), (946, "approve", 50, 303), (947, "create", 51, 303), (948, "withdraw", 51, 303),
    (949, "create", 52, 303), (950, "create", 53, 303), (951, "withdraw", 52, 303), (952, "create", 54, 303), (953, "approve", 54, 303),
    (954, "move", 54, 303), (955, "refuse", 54, 303), (956, "move", 54, 303),
    (960, "create", 60, 303), (961, "create", 62, 303), (962, "approve", 62, 303), (963, "create", 63, 303), (964, "approve", 63, 303),
    (965, "create", 70, 303, "set"), (966, "create", 72, 303, "set"), (967, "approve", 72, 303), (968, "approve", 73, 303),
    (969, "move", 63, 303), (970, "refuse", 63, 303), (971, "move", 63, 303),
    (972, "outage", 0, 0, {"outage": 200, "resource": "r7", "from": 14400, "until": 18000}),
    (973, "outage", 0, 303, {"outage": 200, "resource": "r7", "from": 14400, "until": 18000}),
    (974, "outage", 0, 303, {"outage": 201, "resource": "r8", "from": 21600, "until": 25200}),
    (975, "outage", 0, 303, {"outage": 202, "resource": "r4", "from": 28800, "until": 36000}),
    (976, "outage", 0, 422, {"outage": 203, "resource": "r1", "from": 0, "until": 3600}),
    (977, "resume", 0, 303, {"outage": 200}), (978, "resume", 0, 303, {"outage": 201}), (979, "resume", 0, 0, {"outage": 202}),
    (980, "create", 61, 303),
    (2000, "create", 80, 303, "set"), (2001, "approve", 80, 303), (2002, "approve", 81, 303), (2003, "move", 81, 303), (2004, "grant", 80, 303),
    (2005, "grant", 81, 303), (2010, "create", 82, 303, "set"), (2011, "approve", 83, 303), (2012, "move", 82, 303),
    (2020, "create", 84, 303, "set"), (2021, "approve", 84, 303), (2022, "approve", 85, 303), (2023, "move", 84, 303), (2024, "grant", 84, 303),
    (2030, "create", 90, 303), (2031, "approve", 90, 303), (2032, "create", 92, 303), (2033, "create", 94, 303), (2034, "approve", 94, 303),
    (2040, "outage", 0, 303, {"outage": 204, "resource": "r14", "from": 200000, "until": 210000}),
    (2041, "postpone", 0, 0, {"outage": 204, "resource": "r14", "from": 200000, "until": 220000, "with": "longer"}),
    (2042, "postpone", 0, 303, {"outage": 204, "resource": "r14", "from": 200000, "until": 220000, "with": "longer"}),
    (2043, "postpone", 0, 303, {"outage": 204, "resource": "r14", "from": 200000, "until": 205000, "with": "shorter"}),
    (2044, "take", 93, 303, {"offer": 401}), (2045, "resume", 0, 303, {"outage": 204}), (2046, "take", 91, 303, {"offer": 400}),
    (2047, "outage", 0, 303, {"outage": 205, "resource": "r14", "from": 300000, "until": 310000}), (2048, "resume", 0, 303, {"outage": 205}),
]
BEFORE = {2, 19}


def build(path, change):
    """Makes the database of a world: the sound one, with a change."""
    with contextlib.suppress(FileNotFoundError):
        os.remove(path)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(SCHEMA + TOGETHER + OUTAGES + MOVED + BACK + change)
        connection.commit()
