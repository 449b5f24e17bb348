#!/usr/bin/env python3
"""The storm's judge: reads the database and the clients' logs, believes nobody, shares no code with the app.

    check.py --database sqlite:PATH|postgres://… --list                 the bookings that are there, before a storm
    check.py --database sqlite:PATH|postgres://… --before FILE --log FILE [--log FILE …]
    check.py --self-test

It proves: no overlap beyond capacity, neither in what is left nor at any moment between; every booking
that holds time has its claim and no other has one; every acknowledged create is there, every booking
stands where the acknowledged deeds left it; nothing was made twice or by halves, nothing that nobody
asked for; what several facilities were asked for as one is confirmed as a whole or not at all, and what goes
with a booking is held as long as that is. Prints each fault and “N passed, M failed”; exit code 1 when there is a fault.

A log has one JSON object per line; all clients share one clock:
    {"began": seconds when it was sent, "t": seconds when the answer came,
     "op": "create|approve|reject|withdraw|cancel|move|unmove|grant|refuse|join", "id": 13 letters of Crockford base32,
     "status": HTTP status or 0, "acked": true when the server said yes,
     "with": "set|part" where other facilities, or another resource, were asked for with it}
"""

import argparse
import collections
import contextlib
import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
import tempfile

# what competes holds nothing until somebody chooses it
COMPETING = {"submitted"}
HOLDING = {
    "held", "user_side", "facility_review", "returned",
    "approved_with_conditions", "approved", "confirmed", "in_use",
}
# what an owner's yes came to; for all others of its set that is one state
SETTLED = {"confirmed", "in_use", "cancelled_by_user"}
RELEASED = {"rejected", "withdrawn", "cancelled_by_user", "cancelled_by_facility", "no_show", "expired"}
WAITING = {"facility_review"} | COMPETING

# where each deed leaves a booking
AFTER = {
    "create": WAITING,
    "approve": {"confirmed", "approved_with_conditions", "approved"},
    "reject": {"rejected"},
    "withdraw": {"withdrawn"},
    "cancel": {"cancelled_by_user"},
}
WITNESS = {
    "create": "booking.requested",
    "approve": "booking.approved",
    "reject": "booking.rejected",
    "withdraw": "booking.withdrawn",
    "cancel": "booking.cancelled",
}
# what may be done to a booking again and again, and its witnesses
AGAIN = {
    "move": ("booking.changed", "booking.change_asked"),
    "unmove": ("booking.change_withdrawn",),
    "grant": ("booking.change_granted",),
    "refuse": ("booking.change_refused",),
}
KINDS = (*AFTER, *AGAIN, "join", "part", "set")
# so many deeds that may have happened make a storm long
LONG = 2000
ENDS = ("reject", "withdraw", "cancel")

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

Claim = collections.namedtuple("Claim", "resource booking start end units")
Booking = collections.namedtuple("Booking", "id resource start end state created units bundle")


def number(text):
    """13 letters of Crockford base32 as a number."""
    value = 0
    for letter in text.upper().translate(str.maketrans("ILO", "110")):
        value = value * 32 + ALPHABET.index(letter)
    return value


def letters(value):
    """A number as 13 letters of Crockford base32."""
    out = ""
    for _ in range(13):
        value, digit = divmod(value, 32)
        out = ALPHABET[digit] + out
    return out


class Database:
    """Reads rows as tuples of text, by the engine's own means."""

    def __init__(self, url):
        self.url = url

    def rows(self, query):
        if self.url.startswith("sqlite:"):
            path = self.url.removeprefix("sqlite:")
            if not os.path.exists(path):
                raise SystemExit(f"no database at {path}")
            with contextlib.closing(sqlite3.connect(path, timeout=30)) as connection:
                return [tuple("" if cell is None else str(cell) for cell in row) for row in connection.execute(query)]
        copy = f"copy ({query}) to stdout with (format csv)"
        command = ["psql", "--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--command", copy, self.url]
        answer = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
        if answer.returncode:
            raise SystemExit(f"the database can't be read: {answer.stderr.strip()}")
        return [tuple(row) for row in csv.reader(io.StringIO(answer.stdout))]

    def sound(self):
        """What the engine itself says about its files."""
        if self.url.startswith("sqlite:"):
            return [row[0] for row in self.rows("pragma integrity_check") if row[0] != "ok"]
        return []

    def capacities(self):
        return {int(i): int(c) for i, c in self.rows("select id, capacity from resource")}

    def claims(self):
        query = "select resource_id, booking_id, starts_at, ends_at, units from allocation"
        return [Claim(int(r), int(b) if b else None, int(s), int(e), int(u)) for r, b, s, e, u in self.rows(query)]

    def sets(self):
        """Bookings that were asked for as one of several facilities: {booking: all of its set}."""
        query = "select booking.bundle_id, booking.id from booking join bundle on bundle.id = booking.bundle_id where kind = 'set'"
        members = collections.defaultdict(set)
        for bundle, booking in self.rows(query):
            members[bundle].add(int(booking))
        return {booking: all_of for all_of in members.values() for booking in all_of}

    def parts(self):
        """What goes with a booking: {(booking, resource)}."""
        return {(int(b), int(r)) for b, r in self.rows("select booking_id, resource_id from booking_part")}

    def held_besides(self):
        """What bookings hold of other resources than their own: {(booking, resource): [(start, end)]}."""
        query = "select holder_id, resource_id, starts_at, ends_at from allocation where purpose = 'component' and holder_id is not null"
        held = collections.defaultdict(list)
        for booking, resource, start, end in self.rows(query):
            held[int(booking), int(resource)].append((int(start), int(end)))
        return held

    def wanted(self):
        """What competes, and for what: {booking: resource}."""
        return {int(b): int(r) for b, r in self.rows("select booking_id, resource_id from competing_claim")}

    def bookings(self):
        query = "select id, resource_id, starts_at, ends_at, state, created_at, units, bundle_id from booking"
        return [
            Booking(int(i), int(r), int(s), int(e), state, int(c), int(u), int(b) if b else None)
            for i, r, s, e, state, c, u, b in self.rows(query)
        ]

    def witnesses(self):
        query = "select booking_id, kind from event where booking_id is not null"
        return collections.Counter((int(booking), kind) for booking, kind in self.rows(query))


def overlaps(claims, capacities):
    """Instants at which a resource carries more than it has: a sweep over starts and ends, ends first."""
    faults = []
    per_resource = collections.defaultdict(list)
    for claim in claims:
        if claim.end <= claim.start or claim.units < 1:
            faults.append(f"claim {claim} is empty")
        per_resource[claim.resource] += [(claim.start, 1, claim.units), (claim.end, 0, -claim.units)]
    for resource, steps in per_resource.items():
        load = 0
        for at, _, units in sorted(steps):
            load += units
            if units > 0 and load > capacities.get(resource, 0):
                faults.append(f"resource {resource} carries {load} of {capacities.get(resource, 0)} at {at}")
    return faults


def held_together(bookings, entries, capacities, contested, sets):
    """Moments of the storm at which more bookings than a resource has units surely held the same time,
    even if one of them is gone by now. A booking surely held its time from the answer that acknowledged
    it until somebody sent the first deed that may have ended it; of a contested resource from the answer
    that it was chosen. Where one that may have been moved was before, nobody knows any more."""
    held, freed, moved = {}, {}, set()
    competed = {booking.id for booking in bookings if booking.resource in contested}
    for entry in entries:
        i = number(entry["id"])
        if entry["op"] == ("approve" if i in competed else "create") and entry["acked"]:
            held[i] = min(entry["t"], held.get(i, entry["t"]))
        elif entry["op"] in ENDS and may_have_happened(entry):
            began = entry.get("began", entry["t"])
            # what ends one of a set may end them all
            for one in sets.get(i, {i}):
                freed[one] = min(began, freed.get(one, began))
        elif entry["op"] in AGAIN and may_have_happened(entry):
            moved.add(i)
    held = {i: at for i, at in held.items() if i not in moved}
    faults = []
    now = collections.defaultdict(list)
    for booking in sorted({b.id: b for b in bookings if b.id in held}.values(), key=lambda b: held[b.id]):
        at = held[booking.id]
        beside = [other for other in now[booking.resource] if freed.get(other.id, at + 1) > at]
        now[booking.resource] = [*beside, booking]
        if freed.get(booking.id, at + 1) <= at:
            continue
        rivals = [other for other in beside if other.start < booking.end and booking.start < other.end]
        peak = max((sum(b.units for b in rivals if b.start <= point.start < b.end) for point in [*rivals, booking]
                    if booking.start <= point.start < booking.end), default=0)
        if peak + booking.units > capacities.get(booking.resource, 0):
            names = ", ".join(letters(other.id) for other in rivals)
            faults.append(f"booking {letters(booking.id)} was held at {at} together with {names}")
    return faults


def claims_match(claims, bookings, wanted):
    """Each booking that holds time has one claim that covers it; no other booking has one. What competes,
    and nothing else, is known to want its resource."""
    faults = []
    by_booking = collections.defaultdict(list)
    known = {booking.id for booking in bookings}
    for claim in claims:
        if claim.booking is not None:
            by_booking[claim.booking].append(claim)
            if claim.booking not in known:
                faults.append(f"a claim names booking {letters(claim.booking)}, which is not there")
    for booking in bookings:
        own = by_booking.get(booking.id, [])
        name = f"booking {letters(booking.id)} ({booking.state})"
        if booking.state in HOLDING and len(own) != 1:
            faults.append(f"{name} has {len(own)} claims, it needs one")
        if booking.state in RELEASED | COMPETING and own:
            faults.append(f"{name} has a claim")
        wants = wanted.get(booking.id)
        if wants != (booking.resource if booking.state in COMPETING else None):
            faults.append(f"{name} is said to want resource {wants}")
        for claim in own:
            if claim.resource != booking.resource or claim.start > booking.start or claim.end < booking.end:
                faults.append(f"{name} and its claim disagree about resource or time")
    return faults


def parts_match(bookings, parts, held):
    """What goes with a booking is held for its time as long as it holds that, and no longer."""
    faults = []
    by_id = {booking.id: booking for booking in bookings}
    for i, resource in parts:
        booking, own = by_id[i], held.get((i, resource), [])
        name = f"booking {letters(i)} ({booking.state})"
        if booking.state in HOLDING and (len(own) != 1 or own[0][0] > booking.start or own[0][1] < booking.end):
            faults.append(f"{name} does not hold resource {resource} for its time")
        if booking.state in RELEASED | COMPETING and own:
            faults.append(f"{name} still holds resource {resource}")
    return faults


def sets_whole(bookings, sets):
    """Of a set all are confirmed or none; and while none is, all of it waits or all of it is given back."""
    faults = []
    by_id = {booking.id: booking for booking in bookings}
    for all_of in {frozenset(all_of) for all_of in sets.values()}:
        states = sorted(by_id[i].state for i in all_of)
        settled = [state for state in states if state in SETTLED]
        released = [state for state in states if state in RELEASED]
        if len(all_of) < 2:
            faults.append(f"booking {letters(min(all_of))} is a set of one")
        elif settled and len(settled) < len(states) or not settled and released and len(released) < len(states):
            faults.append(f"booking {letters(min(all_of))} and those asked for with it are {', '.join(states)}")
    return faults


def nothing_lost(bookings, deeds, before):
    """Every create that was acknowledged is there, and so is what was there before."""
    known = {booking.id for booking in bookings}
    return [
        f"booking {letters(i)} was acknowledged and is lost"
        for i, done in deeds.items()
        if any(op == "create" and acked for op, acked in done) and i not in known
    ] + [f"booking {letters(i)} was there before the storm and is lost" for i in before if i not in known]


def states_follow(bookings, deeds, sets):
    """Each booking stands where the acknowledged deeds left it, or where one without an answer may have. One
    of a set may have been given back because of another, which ended without having been confirmed."""
    faults = []
    for booking in bookings:
        done = deeds.get(booking.id)
        if done is None:
            continue
        name = f"booking {letters(booking.id)}"
        acked = {op for op, said_yes in done if said_yes}
        unknown = {op for op, said_yes in done if not said_yes}
        ends = [op for op in ENDS if op in acked]
        # of a set one may be withdrawn that its own facility approved and another one has not yet
        final = {"reject"} if booking.id in sets else {"reject", "withdraw"}
        if len(ends) > 1 or ("approve" in acked and final & acked):
            faults.append(f"{name}: {', '.join(sorted(acked))} were all acknowledged, they exclude each other")
            continue
        if "cancel" in acked and "approve" not in acked | unknown:
            faults.append(f"{name}: cancelled, but never approved")
        last = ends[0] if ends else "approve" if "approve" in acked else "create"
        allowed = set(AFTER[last])
        if last == "create":
            allowed = allowed.union(*(AFTER.get(op, set()) for op in unknown))
        elif last == "approve" and "cancel" in unknown:
            allowed |= AFTER["cancel"]
        others = {op for i in sets.get(booking.id, {booking.id}) - {booking.id} for op, _ in deeds.get(i, [])}
        if others & {"reject", "withdraw"} and last in ("create", "approve"):
            allowed.add("withdrawn")
        if booking.state not in allowed:
            faults.append(f"{name}: {last} was acknowledged, but its state is {booking.state}")
    return faults


def nothing_twice(bookings, deeds, witnesses):
    """One row with one witness of its birth, answered or not; one witness for each acknowledged deed."""
    faults = []
    known = {booking.id for booking in bookings}
    for i in deeds:
        count, due = witnesses[(i, WITNESS["create"])], int(i in known)
        if count != due:
            faults.append(f"booking {letters(i)} has {count} witnesses of its birth, {due} would be right")
    for i, count in collections.Counter(booking.id for booking in bookings).items():
        if count > 1:
            faults.append(f"booking {letters(i)} is there {count} times")
    for i, done in deeds.items():
        for op in {op for op, said_yes in done if said_yes}:
            kinds = AGAIN.get(op, (WITNESS.get(op),))
            count = sum(witnesses[(i, kind)] for kind in kinds)
            least = done.count((op, True))
            most = least + done.count((op, False))
            once = op in WITNESS
            if op != "join" and not (count == 1 if once else least <= count <= most):
                faults.append(f"booking {letters(i)}: {op} was acknowledged and has {count} witnesses in the ledger")
    return faults


def nothing_unasked(bookings, deeds, before):
    """Nobody made a booking during the storm that no client asked for."""
    return [
        f"booking {letters(booking.id)} was made during the storm, but nobody asked for it"
        for booking in bookings
        if booking.id not in before and booking.id not in deeds and booking.bundle not in deeds
    ]


def may_have_happened(entry):
    """A deed without an answer may have happened. One that was refused (4xx) has not."""
    return entry["acked"] or not 400 <= entry["status"] < 500


def all_kinds(deeds, entries):
    """A storm in which some deed never succeeded proves nothing about it. What needs several deeds before
    it is expected of long storms only."""
    acked = {op for done in deeds.values() for op, said_yes in done if said_yes}
    acked |= {entry["with"] for entry in entries if entry["acked"] and "with" in entry}
    kinds = KINDS if sum(len(done) for done in deeds.values()) >= LONG else (*AFTER, "move", "join", "part", "set")
    return [f"no {op} was acknowledged" for op in kinds if op not in acked]


def read_logs(paths):
    """Every line, in the order of time."""
    entries = []
    for path in paths:
        with open(path, encoding="utf-8") as log:
            for line_number, line in enumerate(log, 1):
                try:
                    entries.append(json.loads(line))
                except json.JSONDecodeError as error:
                    raise SystemExit(f"{path}:{line_number}: {error}") from error
    return sorted(entries, key=lambda entry: entry["t"])


def by_booking(entries):
    """What was tried on each booking and may have happened: {id: [(op, acked)]}."""
    deeds = collections.defaultdict(list)
    for entry in entries:
        deeds.setdefault(number(entry["id"]), [])
        if may_have_happened(entry):
            deeds[number(entry["id"])].append((entry["op"], entry["acked"]))
    return dict(deeds)


def judge(database, before, logs):
    """All questions with the faults found."""
    entries = read_logs(logs)
    deeds, capacities = by_booking(entries), database.capacities()
    claims, bookings, witnesses = database.claims(), database.bookings(), database.witnesses()
    wanted, sets = database.wanted(), database.sets()
    contested = set(wanted.values())
    acked = sum(said_yes for done in deeds.values() for _, said_yes in done)
    print(f"{len(bookings)} bookings, {len(claims)} claims, {len(deeds)} ids tried, {acked} deeds acknowledged")
    return {
        "the database's files are sound": database.sound(),
        "no resource carries more than its capacity": overlaps(claims, capacities),
        "no time was given away twice, not even for a moment": held_together(bookings, entries, capacities, contested, sets),
        "claims and bookings match": claims_match(claims, bookings, wanted),
        "what goes with a booking is held with it": parts_match(bookings, database.parts(), database.held_besides()),
        "sets are confirmed as a whole or not at all": sets_whole(bookings, sets),
        "no acknowledged booking is lost": nothing_lost(bookings, deeds, before),
        "states follow the acknowledged deeds": states_follow(bookings, deeds, sets),
        "nothing was done twice or by halves": nothing_twice(bookings, deeds, witnesses),
        "nothing was made that nobody asked for": nothing_unasked(bookings, deeds, before),
        "the storm did each kind of deed": all_kinds(deeds, entries),
    }


def report(questions):
    failed = 0
    for question, faults in questions.items():
        print(f"{'FAIL' if faults else 'ok  '} {question}")
        for fault in faults[:50]:
            print(f"       {fault}")
        if len(faults) > 50:
            print(f"       … and {len(faults) - 50} more")
        failed += bool(faults)
    print(f"{len(questions) - failed} passed, {failed} failed")
    return 1 if failed else 0


# ---- self-test: little worlds with one fault each ---------------------------------------------

SCHEMA = """
create table resource (id bigint, capacity bigint);
create table booking (id bigint, resource_id bigint, starts_at bigint, ends_at bigint, state text, created_at bigint,
    units bigint default 1, bundle_id bigint);
create table allocation (resource_id bigint, booking_id bigint, starts_at bigint, ends_at bigint, units bigint,
    holder_id bigint, purpose text default 'use');
create table bundle (id bigint, kind text);
create table booking_part (booking_id bigint, resource_id bigint);
create table event (booking_id bigint, kind text);
create table competing_claim (booking_id bigint, resource_id bigint);
insert into resource values (1, 1), (2, 3), (3, 1), (4, 1), (5, 1), (6, 1);
insert into booking (id, resource_id, starts_at, ends_at, state, created_at) values (10, 1, 0, 3600, 'confirmed', 1000), (11, 1, 3600, 7200, 'facility_review', 1000),
    (12, 1, 7200, 10800, 'withdrawn', 1000), (13, 2, 0, 3600, 'facility_review', 1000), (14, 2, 0, 3600, 'cancelled_by_user', 1000),
    (18, 1, 10800, 14400, 'rejected', 1000), (19, 2, 0, 3600, 'confirmed', 1), (20, 1, 14400, 18000, 'confirmed', 1000),
    (21, 1, 18000, 21600, 'facility_review', 1000),
    (22, 3, 0, 3600, 'submitted', 1000), (23, 3, 0, 3600, 'confirmed', 1000), (24, 3, 0, 3600, 'withdrawn', 1000);
update booking set bundle_id = 20 where id = 21;
insert into bundle values (20, 'series'), (30, 'set'), (32, 'set');
insert into booking values (30, 4, 0, 3600, 'approved', 1000, 1, 30), (31, 5, 0, 3600, 'facility_review', 1000, 1, 30),
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
]
BEFORE = {19}
MOMENT = "no time was given"
OVERLAP, CLAIMS, LOST = "no resource carries", "claims and bookings", "no acknowledged"
PARTS, SETS = "what goes with", "sets are confirmed"
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
    ("two rows", "insert into booking values (11, 1, 3600, 7200, 'facility_review', 1000, 1, null)", [], {TWICE}),
    ("two witnesses", "insert into event values (11, 'booking.requested')", [], {TWICE}),
    ("no witness", "delete from event where booking_id = 12 and kind = 'booking.withdrawn'", [], {TWICE}),
    ("a booking from nowhere", "insert into booking values (17, 1, 0, 60, 'withdrawn', 1000, 1, null)", [], {UNASKED}),
    ("one of a set is withdrawn after its own approval", "update booking set state = 'withdrawn' where bundle_id = 30;"
        "delete from allocation where booking_id in (30, 31) or holder_id = 30; insert into event values (30, 'booking.withdrawn')",
        [(940, "withdraw", 30, 303)], set()),
    ("half of a set is confirmed", "update booking set state = 'confirmed' where id = 30", [], {SETS}),
    ("half of a set is given back", "update booking set state = 'withdrawn' where id = 31; delete from allocation where booking_id = 31",
        [], {SETS}),
    ("a set of one", "update booking set bundle_id = null where id = 33", [], {SETS, STATES}),
    ("a part is not held", "delete from allocation where holder_id = 30", [], {PARTS}),
    ("a part is held for less", "update allocation set ends_at = 1800 where holder_id = 30", [], {PARTS}),
    ("a part is still held", "insert into allocation values (6, null, 3600, 7200, 1, 32, 'component')", [], {PARTS}),
    ("a part is given away twice", "insert into allocation values (6, 9, 1800, 7200, 1, null, 'outage')", [], {OVERLAP, CLAIMS}),
    ("a silent storm", "", None, {"the storm did", UNASKED}),
]


def world(folder, change, more):
    path = os.path.join(folder, "world.sqlite")
    with contextlib.suppress(FileNotFoundError):
        os.remove(path)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(SCHEMA + change)
        connection.commit()
    log = os.path.join(folder, "log.jsonl")
    with open(log, "w", encoding="utf-8") as out:
        for t, op, booking, status, *besides in LOG + more if more is not None else []:
            entry = {"t": t, "op": op, "id": letters(booking), "status": status, "acked": 200 <= status < 400}
            entry |= {"with": kind for kind in besides}
            out.write(json.dumps(entry) + "\n")
    return Database(f"sqlite:{path}"), BEFORE, [log]


def self_test():
    questions = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, change, more, expected in WORLDS:
            with contextlib.redirect_stdout(io.StringIO()):
                found = {question for question, faults in judge(*world(folder, change, more)).items() if faults}
            missed = {start for start in expected if not any(question.startswith(start) for question in found)}
            wrong = {question for question in found if not any(question.startswith(start) for start in expected)}
            questions[name] = [f"not seen: {start} …" for start in missed] + [f"wrongly seen: {q}" for q in wrong]
    questions["ids are read as they are written"] = [
        f"{value}" for value in (0, 31, 32, 1 << 62, (1 << 63) - 1) if number(letters(value)) != value
    ]
    return report(questions)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--before")
    parser.add_argument("--log", action="append", default=[])
    parser.add_argument("--self-test", action="store_true")
    wish = parser.parse_args()
    if wish.self_test:
        return self_test()
    if wish.database and wish.list:
        for booking in Database(wish.database).bookings():
            print(letters(booking.id))
        return 0
    if not wish.database or not wish.before or not wish.log:
        parser.error("--database, --before and --log are needed")
    with open(wish.before, encoding="utf-8") as listed:
        before = {number(line.strip()) for line in listed}
    return report(judge(Database(wish.database), before, wish.log))


if __name__ == "__main__":
    sys.exit(main())
