"""Little worlds for the judge's self-test: a sound one, and what is changed in it to make each fault, with the questions
that must see it (by how they begin); what may be is changed too, and no question may see that."""

import contextlib
import os
import sqlite3

SCHEMA = """
create table resource (id bigint, capacity bigint, slug text);
create table resource_need (resource_id bigint, needed_id bigint, units bigint);
create table attendant_of (resource_id bigint, attendant_id bigint);
create table booking (id bigint, resource_id bigint, starts_at bigint, ends_at bigint, state text, created_at bigint,
    units bigint default 1, bundle_id bigint, support_mode text default 'self');
create table allocation (resource_id bigint, booking_id bigint, starts_at bigint, ends_at bigint, units bigint,
    holder_id bigint, purpose text default 'use');
create table bundle (id bigint, kind text);
create table booking_part (booking_id bigint, resource_id bigint);
create table event (booking_id bigint, kind text);
create table competing_claim (booking_id bigint, resource_id bigint);
create table booking_change (booking_id bigint, state text);
create table outage (id bigint, resource_id bigint, starts_at bigint, ended_at bigint);
insert into resource (id, capacity) values (1, 1), (2, 3), (3, 1), (4, 1), (5, 1), (6, 1), (7, 1), (8, 1), (9, 1), (10, 3), (11, 1), (12, 1), (13, 1);
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
insert into allocation values (6, null, 0, 3600, 1, 30, 'component');
insert into event values (30, 'booking.requested'), (30, 'booking.approved'), (31, 'booking.requested'), (32, 'booking.requested'),
    (32, 'booking.approved'), (33, 'booking.requested'), (33, 'booking.rejected');
insert into allocation (resource_id, booking_id, starts_at, ends_at, units) values (1, 10, 0, 3600, 1), (1, 11, 3600, 7200, 1), (2, 13, 0, 5400, 1), (2, 19, 0, 3600, 1), (2, null, 1800, 3600, 1),
    (1, 20, 14400, 18000, 1), (1, 21, 18000, 21600, 1), (3, 23, 0, 3600, 1);
insert into competing_claim values (22, 3);
insert into event values (10, 'booking.requested'), (10, 'booking.approved'), (11, 'booking.requested'),
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
insert into booking_change values (54, 'asked'), (54, 'refused');
insert into allocation values (7, 40, 0, 4500, 1, null, 'use'), (8, null, 0, 4500, 1, 40, 'component'), (9, 42, 4500, 8100, 1, null, 'use'),
    (8, null, 4500, 8100, 1, 42, 'component'), (10, 50, 0, 3600, 1, null, 'use'), (11, null, 0, 3600, 1, 50, 'attendant'),
    (10, 53, 0, 3600, 1, null, 'use'), (12, null, 0, 3600, 1, 53, 'attendant'), (10, 54, 7200, 10800, 1, null, 'use'),
    (10, null, 10800, 14400, 1, 54, 'move'), (11, null, 10800, 14400, 1, 54, 'move');
insert into event values (40, 'booking.requested'), (40, 'booking.approved'), (41, 'booking.requested'), (41, 'booking.withdrawn'),
    (42, 'booking.requested'), (50, 'booking.requested'), (50, 'booking.approved'), (51, 'booking.requested'), (51, 'booking.withdrawn'),
    (52, 'booking.requested'), (52, 'booking.withdrawn'), (53, 'booking.requested'), (54, 'booking.requested'), (54, 'booking.approved'),
    (54, 'booking.change_asked'), (54, 'booking.change_refused'), (54, 'booking.change_asked');
"""
# outages of a resource, of a component and of one of a set; what they touch is called off, what comes later stands, and
# whoever would move into one is refused
OUTAGES = """
insert into outage values (2, 6, 0, null), (200, 7, 14400, 15000), (201, 8, 21600, 22000), (202, 4, 28800, 29000);
insert into allocation values (6, null, 50000, 53600, 1, null, 'outage');
insert into booking (id, resource_id, starts_at, ends_at, state, created_at, bundle_id) values
    (60, 7, 14400, 18000, 'cancelled_by_facility', 1000, null), (61, 7, 14400, 18000, 'facility_review', 1000, null),
    (62, 9, 21600, 25200, 'cancelled_by_facility', 1000, null), (63, 7, 36000, 39600, 'confirmed', 1000, null),
    (70, 4, 28800, 32400, 'cancelled_by_facility', 1000, 70), (71, 5, 28800, 32400, 'withdrawn', 1000, 70),
    (72, 4, 32400, 36000, 'cancelled_by_facility', 1000, 72), (73, 5, 32400, 36000, 'confirmed', 1000, 72);
insert into bundle values (70, 'set'), (72, 'set');
insert into allocation values (7, 61, 14400, 18000, 1, null, 'use'), (8, null, 14400, 18000, 1, 61, 'component'), (7, 63, 36000, 39600, 1, null, 'use'),
    (8, null, 36000, 39600, 1, 63, 'component'), (5, 73, 32400, 36000, 1, null, 'use');
insert into event values (60, 'booking.requested'), (60, 'booking.called_off'), (61, 'booking.requested'), (62, 'booking.requested'),
    (62, 'booking.approved'), (62, 'booking.called_off'), (63, 'booking.requested'), (63, 'booking.approved'), (63, 'booking.change_asked'),
    (63, 'booking.change_refused'), (63, 'booking.change_asked'), (63, 'booking.change_refused'), (70, 'booking.requested'),
    (70, 'booking.called_off'), (72, 'booking.requested'), (72, 'booking.approved'), (72, 'booking.called_off'), (73, 'booking.requested'),
    (73, 'booking.approved');
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
]
BEFORE = {2, 19}
MOMENT = "no time was given"
OVERLAP, CLAIMS, LOST = "no resource carries", "claims and bookings", "no acknowledged"
PARTS, SETS = "what goes with", "sets are confirmed"
COMPONENTS, STAFF, LEFT = "components are held", "staff attends", "nothing is left over"
OVER, OUTAGE = "nobody is held over", "outages are kept"
STATES, TWICE, UNASKED = "states follow", "nothing was done twice", "nothing was made"
WORLDS = [
    ("a sound world", "", [], set()),
    ("two at once", "update allocation set starts_at = 3599 where booking_id = 11", [], {OVERLAP}),
    ("more than the capacity", "update allocation set units = 2 where booking_id = 13", [], {OVERLAP}),
    ("two at once for a moment", "update booking set starts_at = 0, ends_at = 3600 where id = 18", [], {MOMENT}),
    ("a booking without its claim", "delete from allocation where booking_id = 10", [], {CLAIMS}),
    ("a withdrawn booking that holds", "insert into allocation values (1, 12, 7200, 9000, 1, null, 'use')", [], {CLAIMS}),
    ("what competes holds time", "insert into allocation values (3, 22, 7200, 9000, 1, null, 'use')", [], {CLAIMS}),
    ("what competes is forgotten", "delete from competing_claim; insert into competing_claim values (24, 3)", [], {CLAIMS}),
    ("two were chosen for a moment", "update booking set state = 'cancelled_by_user' where id = 24;"
        "insert into event values (24, 'booking.approved'), (24, 'booking.cancelled'); delete from event where booking_id = 24 and kind = 'booking.withdrawn'",
        [(925.5, "approve", 24, 303), (927, "cancel", 24, 303)], {MOMENT, STATES, TWICE}),
    ("a claim of nobody", "insert into allocation values (1, 99, 7200, 9000, 1, null, 'use')", [], {CLAIMS}),
    ("a claim elsewhere", "update allocation set resource_id = 2 where booking_id = 11", [], {CLAIMS}),
    ("a lost booking", "", [(911, "create", 16, 303)], {LOST, TWICE}),
    ("a lost booking of before", "delete from booking where id = 19; delete from allocation where booking_id = 19", [], {LOST}),
    ("a witness of nothing", "insert into event values (15, 'booking.requested')", [], {TWICE}),
    ("an unanswered booking without witness", "delete from event where booking_id = 13", [], {TWICE}),
    ("a lost approval", "update booking set state = 'facility_review' where id = 10", [], {STATES}),
    ("a withdrawal undone", "update booking set state = 'confirmed' where id = 12;"
        "insert into allocation values (1, 12, 9000, 12600, 1, null, 'use'); update booking set starts_at = 9000, ends_at = 12600 where id = 12",
        [], {STATES}),
    ("approved and rejected", "insert into event values (10, 'booking.rejected')", [(911, "reject", 10, 303)], {STATES}),
    ("a date of a series that nobody asked for", "update booking set bundle_id = 99 where id = 21", [], {UNASKED}),
    ("a change granted without a witness", "delete from event where kind = 'booking.change_granted'", [], {TWICE}),
    ("a change asked for too often", "insert into event values (20, 'booking.change_asked')", [], {TWICE}),
    ("more units than there are for a moment", "update booking set units = 4 where id = 14", [], {MOMENT}),
    ("two rows", "insert into booking (id, resource_id, starts_at, ends_at, state, created_at) values (11, 1, 3600, 7200, 'facility_review', 1000)", [], {TWICE}),
    ("two witnesses", "insert into event values (11, 'booking.requested')", [], {TWICE}),
    ("no witness", "delete from event where booking_id = 12 and kind = 'booking.withdrawn'", [], {TWICE}),
    ("a booking from nowhere", "insert into booking (id, resource_id, starts_at, ends_at, state, created_at) values (17, 1, 0, 60, 'withdrawn', 1000)", [], {UNASKED}),
    ("one of a set is withdrawn after its own approval", "update booking set state = 'withdrawn' where bundle_id = 30;"
        "delete from allocation where booking_id in (30, 31) or holder_id = 30; insert into event values (30, 'booking.withdrawn')",
        [(940, "withdraw", 30, 303)], set()),
    ("half of a set is confirmed", "update booking set state = 'confirmed' where id = 30", [], {SETS}),
    ("half of a set is given back", "update booking set state = 'withdrawn' where id = 31; delete from allocation where booking_id = 31",
        [], {SETS}),
    ("a set of one", "update booking set bundle_id = null where id = 33", [], {SETS, STATES}),
    ("a part is not held", "delete from allocation where holder_id = 30", [], {PARTS}),
    ("a part is held for less", "update allocation set ends_at = 1800 where holder_id = 30", [], {PARTS}),
    ("a part is still held", "insert into allocation values (6, null, 3600, 7200, 1, 32, 'component')", [], {LEFT}),
    ("a part is given away twice", "insert into allocation values (6, 9, 1800, 7200, 1, null, 'outage')", [], {OVERLAP, CLAIMS}),
    ("two that share a component at once", "insert into allocation values (8, null, 1800, 3600, 1, null, 'use')", [], {OVERLAP}),
    ("two that share a component for a moment", "update booking set starts_at = 0, ends_at = 3600 where id = 41", [], {MOMENT}),
    ("a component is not held", "delete from allocation where holder_id = 40", [], {COMPONENTS}),
    ("a component is held without the buffer", "update allocation set ends_at = 3600 where holder_id = 40", [], {COMPONENTS}),
    ("a component is held by what does not take it", "insert into allocation values (8, null, 50000, 53600, 1, 54, 'component')", [], {COMPONENTS}),
    ("a component is still held", "insert into allocation values (8, null, 10800, 14400, 1, 41, 'component')", [], {LEFT}),
    ("a change was decided and its time is still kept", "update booking_change set state = 'granted'", [], {LEFT}),
    ("nobody attends", "delete from allocation where holder_id = 50", [], {STAFF}),
    ("two attend one", "insert into allocation values (12, null, 3600, 7200, 1, 50, 'attendant')", [], {STAFF}),
    ("a stranger attends", "update allocation set resource_id = 13 where holder_id = 50", [], {STAFF}),
    ("somebody attends for half of the time", "update allocation set ends_at = 1800 where holder_id = 50", [], {STAFF}),
    ("somebody attends who need not", "insert into allocation values (11, null, 7200, 10800, 1, 54, 'attendant')", [], {STAFF}),
    ("somebody attends what was withdrawn", "insert into allocation values (11, null, 3600, 7200, 1, 52, 'attendant')", [], {STAFF, LEFT}),
    ("one attends two at once", "update allocation set resource_id = 11 where holder_id = 53", [], {OVERLAP}),
    ("more are to be helped than staff can for a moment", "update booking set starts_at = 0, ends_at = 3600 where id = 52", [], {MOMENT}),
    ("called off without an outage", "update booking set state = 'cancelled_by_facility' where id = 11; delete from allocation where booking_id = 11;"
        "insert into event values (11, 'booking.called_off')", [], {STATES}),
    ("called off by an outage of another time", "update booking set starts_at = 40000, ends_at = 43600 where id = 60", [], {STATES}),
    ("called off by an outage of another resource", "update booking set resource_id = 2 where id = 62", [], {STATES}),
    ("called off without a witness", "delete from event where booking_id = 60 and kind = 'booking.called_off'", [], {TWICE}),
    ("refused more often than by a manager and an outage", "insert into event values (54, 'booking.change_refused')", [], {TWICE}),
    ("what waits for one that was called off", "update booking set state = 'facility_review' where id = 71;"
        "insert into allocation values (5, 71, 28800, 32400, 1, null, 'use')", [], {SETS}),
    ("a booking outlives an outage", "insert into outage values (203, 7, 0, null)",
        [(985, "outage", 0, 303, {"outage": 203, "resource": "r7", "from": 0, "until": 3600})], {OVER}),
    ("a booking outlives the outage of its component", "insert into outage values (203, 8, 0, null)",
        [(985, "outage", 0, 303, {"outage": 203, "resource": "r8", "from": 0, "until": 3600})], {OVER}),
    ("a booking is made during an outage", "insert into outage values (203, 7, 0, null)",
        [(935, "outage", 0, 303, {"outage": 203, "resource": "r7", "from": 0, "until": 3600})], {OVER}),
    ("an outage that nobody heard of calls off what it touches", "insert into outage values (203, 7, 0, 600);"
        "update booking set state = 'cancelled_by_facility' where id = 40; delete from allocation where 40 in (booking_id, holder_id);"
        "insert into event values (40, 'booking.called_off')",
        [(985, "outage", 0, 0, {"outage": 203, "resource": "r7", "from": 0, "until": 3600}), (986, "resume", 0, 0, {"outage": 203})], set()),
    ("an outage is lost", "delete from outage where id = 201", [], {OUTAGE}),
    ("an outage of another time", "update outage set starts_at = 0 where id = 201", [], {OUTAGE}),
    ("an outage goes on that was over", "update outage set ended_at = null where id = 200", [], {OUTAGE}),
    ("an outage that may be over goes on", "update outage set ended_at = null where id = 202", [], set()),
    ("an outage of nobody", "insert into outage values (203, 7, 0, null)", [], {OUTAGE}),
    ("an outage of before is lost", "delete from outage where id = 2", [], {LOST}),
    ("a silent storm", "", None, {"the storm did", UNASKED, OUTAGE}),
]


def build(path, change):
    """Makes the database of a world: the sound one, with a change."""
    with contextlib.suppress(FileNotFoundError):
        os.remove(path)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(SCHEMA + TOGETHER + OUTAGES + change)
        connection.commit()
