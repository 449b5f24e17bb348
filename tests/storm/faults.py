"""What is changed in the sound world to make each fault, with the questions that must see it (by how they begin); what may
be is changed too, and no question may see that."""

from reading import letters

MOMENT = "no time was given"
OVERLAP, CLAIMS, LOST = "no resource carries", "claims and bookings", "no acknowledged"
PARTS, SETS = "what goes with", "sets are confirmed"
COMPONENTS, STAFF, LEFT = "components are held", "staff attends", "nothing is left over"
OVER, OUTAGE = "nobody is held over", "outages are kept"
MOVES, BOTH, BACK, KEPT = "sets move", "what is to be changed keeps", "what an outage called off", "what is kept for"
STATES, TWICE, UNASKED = "states follow", "nothing was done twice", "nothing was made"
BEGUN = "insert into outage (id, resource_id, starts_at, ended_at, until_at) values (203, 7, -7200, null, {});"


def said(op, at, until):
    """An acknowledged word on the end of an outage that began two hours before the time of booking 40."""
    return (at, op, 0, 303, {"outage": 203, "resource": "r7", "from": -7200, "until": until})


def changed(until):
    """The witness of that."""
    return f"insert into event values (null, 'outage.changed', '{{\"outage\": \"{letters(203)}\", \"until\": \"{until}\"}}');"


WORLDS = [
    ("a sound world", "", [], set()),
    ("two at once", "update allocation set starts_at = 3599 where booking_id = 11", [], {OVERLAP}),
    ("more than the capacity", "update allocation set units = 2 where booking_id = 13", [], {OVERLAP}),
    ("two at once for a moment", "update booking set starts_at = 0, ends_at = 3600 where id = 18", [], {MOMENT}),
    ("a booking without its claim", "delete from allocation where booking_id = 10", [], {CLAIMS}),
    ("a withdrawn booking that holds", "insert into allocation (resource_id, booking_id, starts_at, ends_at, units, holder_id, purpose) values (1, 12, 7200, 9000, 1, null, 'use')", [], {CLAIMS}),
    ("what competes holds time", "insert into allocation (resource_id, booking_id, starts_at, ends_at, units, holder_id, purpose) values (3, 22, 7200, 9000, 1, null, 'use')", [], {CLAIMS}),
    ("what competes is forgotten", "delete from competing_claim; insert into competing_claim values (24, 3)", [], {CLAIMS}),
    ("two were chosen for a moment", "update booking set state = 'cancelled_by_user' where id = 24;"
        "insert into event (booking_id, kind) values (24, 'booking.approved'), (24, 'booking.cancelled'); delete from event where booking_id = 24 and kind = 'booking.withdrawn'",
        [(925.5, "approve", 24, 303), (927, "cancel", 24, 303)], {MOMENT, STATES, TWICE}),
    ("a claim of nobody", "insert into allocation (resource_id, booking_id, starts_at, ends_at, units, holder_id, purpose) values (1, 99, 7200, 9000, 1, null, 'use')", [], {CLAIMS}),
    ("a claim elsewhere", "update allocation set resource_id = 2 where booking_id = 11", [], {CLAIMS}),
    ("a lost booking", "", [(911, "create", 16, 303)], {LOST, TWICE}),
    ("a lost booking of before", "delete from booking where id = 19; delete from allocation where booking_id = 19", [], {LOST}),
    ("a witness of nothing", "insert into event (booking_id, kind) values (15, 'booking.requested')", [], {TWICE}),
    ("an unanswered booking without witness", "delete from event where booking_id = 13", [], {TWICE}),
    ("a lost approval", "update booking set state = 'facility_review' where id = 10", [], {STATES}),
    ("a withdrawal undone", "update booking set state = 'confirmed' where id = 12;"
        "insert into allocation (resource_id, booking_id, starts_at, ends_at, units, holder_id, purpose) values (1, 12, 9000, 12600, 1, null, 'use'); update booking set starts_at = 9000, ends_at = 12600 where id = 12",
        [], {STATES}),
    ("cancelled though nobody approved", "update booking set state = 'cancelled_by_user' where id = 11; delete from allocation where booking_id = 11;"
        "insert into event (booking_id, kind) values (11, 'booking.cancelled')", [(940, "cancel", 11, 303)], {STATES}),
    ("the same form twice makes one booking", "", [(902.5, "create", 11, 303)], set()),
    ("approved and rejected", "insert into event (booking_id, kind) values (10, 'booking.rejected')", [(911, "reject", 10, 303)], {STATES}),
    ("a date of a series that nobody asked for", "update booking set bundle_id = 99 where id = 21", [], {UNASKED}),
    ("a change granted without a witness", "delete from event where kind = 'booking.change_granted'", [], {TWICE}),
    ("a change asked for too often", "insert into event (booking_id, kind) values (20, 'booking.change_asked')", [], {TWICE}),
    ("more units than there are for a moment", "update booking set units = 4 where id = 14", [], {MOMENT}),
    ("two rows", "insert into booking (id, resource_id, starts_at, ends_at, state, created_at) values (11, 1, 3600, 7200, 'facility_review', 1000)", [], {TWICE}),
    ("two witnesses", "insert into event (booking_id, kind) values (11, 'booking.requested')", [], {TWICE}),
    ("no witness", "delete from event where booking_id = 12 and kind = 'booking.withdrawn'", [], {TWICE}),
    ("a booking from nowhere", "insert into booking (id, resource_id, starts_at, ends_at, state, created_at) values (17, 1, 0, 60, 'withdrawn', 1000)", [], {UNASKED}),
    ("one of a set is withdrawn after its own approval", "update booking set state = 'withdrawn' where bundle_id = 30;"
        "delete from allocation where booking_id in (30, 31) or holder_id = 30; insert into event (booking_id, kind) values (30, 'booking.withdrawn')",
        [(940, "withdraw", 30, 303)], set()),
    ("half of a set is confirmed", "update booking set state = 'confirmed' where id = 30", [], {SETS}),
    ("half of a set is given back", "update booking set state = 'withdrawn' where id = 31; delete from allocation where booking_id = 31",
        [], {SETS}),
    ("a set of one", "update booking set bundle_id = null where id = 33", [], {SETS, STATES}),
    ("a part is not held", "delete from allocation where holder_id = 30", [], {PARTS}),
    ("a part is held for less", "update allocation set ends_at = 1800 where holder_id = 30", [], {PARTS}),
    ("a part is still held", "insert into allocation (resource_id, booking_id, starts_at, ends_at, units, holder_id, purpose) values (6, null, 3600, 7200, 1, 32, 'component')", [], {LEFT}),
    ("a part is given away twice", "insert into allocation (resource_id, booking_id, starts_at, ends_at, units, holder_id, purpose) values (6, 9, 1800, 7200, 1, null, 'outage')", [], {OVERLAP, CLAIMS}),
    ("two that share a component at once", "insert into allocation (resource_id, booking_id, starts_at, ends_at, units, holder_id, purpose) values (8, null, 1800, 3600, 1, null, 'use')", [], {OVERLAP}),
    ("two that share a component for a moment", "update booking set starts_at = 0, ends_at = 3600 where id = 41", [], {MOMENT}),
    ("a component is not held", "delete from allocation where holder_id = 40", [], {COMPONENTS}),
    ("a component is held without the buffer", "update allocation set ends_at = 3600 where holder_id = 40", [], {COMPONENTS}),
    ("a component is held by what does not take it", "insert into allocation (resource_id, booking_id, starts_at, ends_at, units, holder_id, purpose) values (8, null, 50000, 53600, 1, 54, 'component')", [], {COMPONENTS}),
    ("a component is still held", "insert into allocation (resource_id, booking_id, starts_at, ends_at, units, holder_id, purpose) values (8, null, 10800, 14400, 1, 41, 'component')", [], {LEFT}),
    ("a change was decided and its time is still kept", "update booking_change set state = 'granted'", [], {LEFT}),
    ("nobody attends", "delete from allocation where holder_id = 50", [], {STAFF}),
    ("two attend one", "insert into allocation (resource_id, booking_id, starts_at, ends_at, units, holder_id, purpose) values (12, null, 3600, 7200, 1, 50, 'attendant')", [], {STAFF}),
    ("a stranger attends", "update allocation set resource_id = 13 where holder_id = 50", [], {STAFF}),
    ("somebody attends for half of the time", "update allocation set ends_at = 1800 where holder_id = 50", [], {STAFF}),
    ("somebody attends who need not", "insert into allocation (resource_id, booking_id, starts_at, ends_at, units, holder_id, purpose) values (11, null, 7200, 10800, 1, 54, 'attendant')", [], {STAFF}),
    ("somebody attends what was withdrawn", "insert into allocation (resource_id, booking_id, starts_at, ends_at, units, holder_id, purpose) values (11, null, 3600, 7200, 1, 52, 'attendant')", [], {STAFF, LEFT}),
    ("one attends two at once", "update allocation set resource_id = 11 where holder_id = 53", [], {OVERLAP}),
    ("more are to be helped than staff can for a moment", "update booking set starts_at = 0, ends_at = 3600 where id = 52", [], {MOMENT}),
    ("called off without an outage", "update booking set state = 'cancelled_by_facility' where id = 11; delete from allocation where booking_id = 11;"
        "insert into event (booking_id, kind) values (11, 'booking.called_off')", [], {STATES}),
    ("called off by an outage of another time", "update booking set starts_at = 40000, ends_at = 43600 where id = 60", [], {STATES}),
    ("called off by an outage of another resource", "update booking set resource_id = 2 where id = 62", [], {STATES}),
    ("called off without a witness", "delete from event where booking_id = 60 and kind = 'booking.called_off'", [], {TWICE}),
    ("refused more often than by a manager and an outage", "insert into event (booking_id, kind) values (54, 'booking.change_refused')", [], {TWICE}),
    ("what waits for one that was called off", "update booking set state = 'facility_review' where id = 71;"
        "insert into allocation (resource_id, booking_id, starts_at, ends_at, units, holder_id, purpose) values (5, 71, 28800, 32400, 1, null, 'use')", [], {SETS}),
    ("a booking outlives an outage", "insert into outage (id, resource_id, starts_at, ended_at) values (203, 7, 0, null)",
        [(985, "outage", 0, 303, {"outage": 203, "resource": "r7", "from": 0, "until": 3600})], {OVER}),
    ("a booking outlives the outage of its component", "insert into outage (id, resource_id, starts_at, ended_at) values (203, 8, 0, null)",
        [(985, "outage", 0, 303, {"outage": 203, "resource": "r8", "from": 0, "until": 3600})], {OVER}),
    ("a booking is made during an outage", "insert into outage (id, resource_id, starts_at, ended_at) values (203, 7, 0, null)",
        [(935, "outage", 0, 303, {"outage": 203, "resource": "r7", "from": 0, "until": 3600})], {OVER}),
    ("an outage that nobody heard of calls off what it touches", "insert into outage values (203, 7, 0, 600, 600);"
        "update booking set state = 'cancelled_by_facility' where id = 40; delete from allocation where 40 in (booking_id, holder_id);"
        "insert into event (booking_id, kind) values (40, 'booking.called_off')",
        [(985, "outage", 0, 0, {"outage": 203, "resource": "r7", "from": 0, "until": 3600}), (986, "resume", 0, 0, {"outage": 203})], set()),
    ("an outage is lost", "delete from outage where id = 201", [], {OUTAGE}),
    ("an outage of another time", "update outage set starts_at = 0 where id = 201", [], {OUTAGE}),
    ("an outage goes on that was over", "update outage set ended_at = null where id = 200", [], {OUTAGE}),
    ("an outage that may be over goes on", "update outage set ended_at = null, until_at = 36000 where id = 202", [], set()),
    ("an outage of nobody", "insert into outage (id, resource_id, starts_at, ended_at) values (203, 7, 0, null)", [], {OUTAGE}),
    ("an outage of before is lost", "delete from outage where id = 2", [], {LOST}),
    ("an outage goes on until a time that nobody said", "update outage set ended_at = null, until_at = 28900 where id = 202", [], {OUTAGE}),
    ("an outage is over and nobody said so", "insert into outage values (203, 7, 50000, 51000, 51000)",
        [(985, "outage", 0, 303, {"outage": 203, "resource": "r7", "from": 50000, "until": 53600})], {OUTAGE}),
    ("an outage that is over takes more time", "update outage set until_at = 16000 where id = 200", [], {OUTAGE}),
    ("an outage was made longer without a witness", "delete from event where facts like '%220000%'", [], {OUTAGE}),
    ("a booking outlives an outage that was made longer", BEGUN.format(3600) + changed(3600), [said("outage", 985, 0), said("postpone", 986, 3600)], {OVER}),
    ("a booking is made in the time that an outage took besides", BEGUN.format(3600) + changed(3600),
        [said("outage", 935, 0), said("postpone", 936, 3600)], {OVER}),
    ("a booking is made in the time that an outage gave back", BEGUN.format(0) + changed(0), [said("outage", 935, 3600), said("postpone", 936, 0)], set()),
    ("the time of a change is not kept", "delete from allocation where holder_id = 54 and resource_id = 10", [], {BOTH}),
    ("half of the time of a change is kept", "update allocation set ends_at = 12600 where holder_id = 54 and resource_id = 10", [], {BOTH}),
    ("half of a set moved", "update booking set starts_at = 140000, ends_at = 143600 where id = 81;"
        "update allocation set starts_at = 140000, ends_at = 143600 where booking_id = 81", [], {MOVES}),
    ("a set that waits is torn", "update booking set starts_at = 140000, ends_at = 143600 where id = 82;"
        "update allocation set starts_at = 140000, ends_at = 143600 where booking_id = 82", [], {MOVES}),
    ("half of a set moved, and nobody holds the other half", "update booking set starts_at = 140000, ends_at = 143600, state = 'cancelled_by_user' where id = 81;"
        "delete from allocation where booking_id = 81; insert into event (booking_id, kind) values (81, 'booking.cancelled')", [(2050, "cancel", 81, 303)], set()),
    ("half of a set is to move", "update booking_change set state = 'withdrawn' where booking_id = 85; delete from allocation where holder_id = 85", [], {MOVES}),
    ("all agreed and a set did not move", "update booking_change set agreed_at = 1000 where booking_id = 85; insert into event (booking_id, kind) values (85, 'booking.change_agreed')", [], {MOVES}),
    ("a set is to move apart", "update booking_change set starts_at = 130900 where booking_id = 85", [], {MOVES}),
    ("one of a set was granted what another was not", "delete from event where booking_id = 80 and kind = 'booking.change_granted'", [], {MOVES}),
    ("one of a set moved without a witness", "delete from event where booking_id = 83 and kind = 'booking.changed'", [], {MOVES, TWICE}),
    ("a set moved more often than it was asked to", "insert into event (booking_id, kind) values (82, 'booking.changed'), (83, 'booking.changed')", [], {TWICE}),
    ("a set moved and nobody knows whether it was asked to", "insert into event (booking_id, kind) values (82, 'booking.changed'), (83, 'booking.changed')",
        [(2050, "move", 83, 0)], set()),
    ("one of a set agreed twice", "insert into event (booking_id, kind) values (84, 'booking.change_agreed'), (84, 'booking.change_agreed')", [], {TWICE}),
    ("one of a set is not asked anew that did not move", "update booking set state = 'facility_review' where id = 30", [], {STATES}),
    ("one of a set agreed, moved, and was rejected", "update booking set state = 'rejected' where id = 83; update booking set state = 'withdrawn' where id = 82;"
        "delete from allocation where booking_id in (82, 83); insert into event (booking_id, kind) values (83, 'booking.rejected')", [(2050, "reject", 83, 303)], set()),
    ("one of a set agreed, moved, and agreed again", "update booking set state = 'approved' where id = 83;"
        "insert into event (booking_id, kind) values (83, 'booking.approved')", [(2050, "approve", 83, 303)], set()),
    ("what is taken back is lost", "", [(2050, "take", 95, 303, {"offer": 400})], {LOST, TWICE, BACK}),
    ("what is taken back is at another time", "update booking set starts_at = 206000, ends_at = 209600 where id = 91;"
        "update allocation set starts_at = 206000, ends_at = 209600 where booking_id = 91", [], {BACK}),
    ("what is taken back is another person's", "update booking set user_id = 8 where id = 91", [], {BACK}),
    ("what is taken back has lost a part", "insert into booking_part values (90, 6)", [], {BACK}),
    ("what is taken back is there after all", "update booking set state = 'confirmed' where id = 90;"
        "insert into allocation (resource_id, booking_id, starts_at, ends_at, units) values (14, 90, 202000, 205600, 1)", [],
        {BACK, OVERLAP, OVER, TWICE}),
    ("what is taken back is not confirmed again", "update booking set state = 'facility_review' where id = 91", [], {STATES}),
    ("what is taken back is confirmed though it was not", "update booking set state = 'confirmed' where id = 93", [], {STATES}),
    ("what is taken back has no witness", "delete from event where booking_id = 93", [], {BACK, TWICE}),
    ("what is taken back holds nothing", "delete from allocation where booking_id = 91", [], {CLAIMS}),
    ("what is taken back is called off by what was over", "update booking set state = 'cancelled_by_facility' where id = 91;"
        "delete from allocation where booking_id = 91; insert into event (booking_id, kind) values (91, 'booking.called_off')", [], {STATES}),
    ("what is taken back was another's for a moment", "insert into booking (id, resource_id, starts_at, ends_at, state, created_at) values (98, 14, 202000, 205600, 'withdrawn', 1000);"
        "insert into event (booking_id, kind) values (98, 'booking.requested'), (98, 'booking.withdrawn')",
        [(2045.5, "create", 98, 303), (2050, "withdraw", 98, 303)], {MOMENT}),
    ("two take the same back", "update resource set capacity = 2 where id = 14;"
        "insert into booking (id, resource_id, starts_at, ends_at, state, created_at, user_id) values (95, 14, 202000, 205600, 'confirmed', 1000, 7);"
        "insert into allocation (resource_id, booking_id, starts_at, ends_at, units) values (14, 95, 202000, 205600, 1);"
        f"insert into event values (95, 'booking.reinstated', '{{\"instead_of\": \"{letters(90)}\"}}')", [(2050, "take", 95, 0, {"offer": 400})], {BACK}),
    ("what was taken back is still kept", "update slot_offer set state = 'open' where id = 400;"
        "insert into allocation (resource_id, starts_at, ends_at, units, purpose, offer_id) values (14, 202000, 205600, 1, 'offer', 400)", [], {BACK, OVERLAP}),
    ("what is kept is not held", "delete from allocation where offer_id = 402", [], {KEPT}),
    ("what was declined is still held", "update slot_offer set state = 'declined' where id = 402", [], {KEPT}),
    ("what is held is kept for nobody", "insert into allocation (resource_id, starts_at, ends_at, units, purpose, offer_id) values (14, 402000, 405600, 1, 'offer', 499)", [], {KEPT}),
    ("a silent storm", "", None, {"the storm did", UNASKED, OUTAGE}),
]
