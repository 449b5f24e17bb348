#!/usr/bin/env python3
"""The storm's judge: reads the database and the clients' logs, believes nobody, shares no code with the app.

    check.py --database sqlite:PATH|postgres://… --list                 what is there before a storm
    check.py --database sqlite:PATH|postgres://… --before FILE --log FILE [--log FILE …]
    check.py --self-test

It proves: no overlap beyond capacity, neither in what is left nor at any moment between; every booking that holds
time has its claim, its components, its parts and whoever attends it, and no other has any; every acknowledged create
and outage is there, every booking stands where the acknowledged deeds left it, and none is held over an outage;
nothing was made twice or by halves, nothing that nobody asked for; what several facilities were asked for as one is
confirmed as a whole or not at all. Prints each fault and “N passed, M failed”; exit code 1 when there is a fault.

A log has one JSON object per line; all clients share one clock:
    {"began": seconds when it was sent, "t": seconds when the answer came,
     "op": "create|approve|reject|withdraw|cancel|move|unmove|grant|refuse|join|outage|resume",
     "id": 13 letters of Crockford base32 (zeros where it is about no booking),
     "status": HTTP status or 0, "acked": true when the server said yes,
     "with": "set|part|attended" where other facilities, another resource, or staff were asked for with it,
     "outage": 13 letters, "resource": slug, "from": seconds, "until": seconds    of outages (resume: only the first)}
"""

import argparse
import collections
import contextlib
import io
import json
import os
import sys
import tempfile

from reading import ATTENDED, Database, by_booking, letters, logged_outages, may_have_happened, number, read_logs
from worlds import BEFORE, LOG, WORLDS, build

# what competes holds nothing until somebody chooses it
COMPETING = {"submitted"}
HOLDING = {
    "held", "user_side", "facility_review", "returned",
    "approved_with_conditions", "approved", "confirmed", "in_use",
}
# what an owner's yes came to; for all others of its set that is one state
SETTLED = {"confirmed", "in_use", "cancelled_by_user"}
# what an outage makes of a booking, whether it was settled or not
STRUCK = "cancelled_by_facility"
RELEASED = {"rejected", "withdrawn", "cancelled_by_user", STRUCK, "no_show", "expired"}
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
# what is about no booking
ABOUT_NONE = {"join", "outage", "resume"}
# what every storm does, and what needs luck or several deeds before it, which is expected of long storms only
OFTEN = (*AFTER, "move")
KINDS = (*OFTEN, *(op for op in AGAIN if op not in OFTEN), "join", "part", "set", "attended", "outage", "resume")
# so many deeds that may have happened make a storm long
LONG = 2000
ENDS = ("reject", "withdraw", "cancel")


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


def surely_held(bookings, entries, contested):
    """Which bookings surely held their time, and since when: {booking: (earliest, latest)}. From the answer that
    acknowledged it, at the latest; of a contested resource from the answer that it was chosen. Where one that may have
    been moved was before, nobody knows any more."""
    held, moved = {}, set()
    competed = {booking.id for booking in bookings if booking.resource in contested}
    for entry in filter(may_have_happened, entries):
        i = number(entry["id"])
        if entry["op"] == ("approve" if i in competed else "create"):
            first, last = held.get(i, (entry["began"], None))
            held[i] = min(first, entry["began"]), entry["t"] if entry["acked"] and last is None else last
        elif entry["op"] in AGAIN:
            moved.add(i)
    return {i: times for i, times in held.items() if times[1] is not None and i not in moved}


def held_together(bookings, entries, held, takes, room, sets, touched):
    """Moments of the storm at which more bookings than a calendar has units surely held the same time, even if one of
    them is gone by now: until somebody sent the first deed, or outage, that may have ended it. A calendar is that of
    the resource, of a component, or of all staff that attends it."""
    freed = {}

    def free(i, began):
        # what ends one of a set may end them all
        for one in sets.get(i, {i}):
            freed[one] = min(began, freed.get(one, began))

    for entry in entries:
        if entry["op"] in ENDS and may_have_happened(entry):
            free(number(entry["id"]), entry["began"])
    for i, outages in touched.items():
        free(i, min(outage.began for outage in outages))
    faults = []
    now = collections.defaultdict(list)
    for booking in sorted({b.id: b for b in bookings if b.id in held}.values(), key=lambda b: held[b.id][1]):
        at = held[booking.id][1]
        is_held = freed.get(booking.id, at + 1) > at
        for calendar, units in takes(booking):
            beside = [(other, its) for other, its in now[calendar] if freed.get(other.id, at + 1) > at]
            now[calendar] = [*beside, (booking, units)]
            rivals = [(other, its) for other, its in beside if other.start < booking.end and booking.start < other.end]
            points = [max(other.start, booking.start) for other, _ in rivals]
            peak = max((sum(its for other, its in rivals if other.start <= at < other.end) for at in points), default=0)
            if is_held and peak + units > room.get(calendar, 0):
                names = ", ".join(letters(other.id) for other, _ in rivals)
                faults.append(f"booking {letters(booking.id)} was held at {at} together with {names}, too much for {calendar}")
    return faults


def held_over_outages(bookings, held, touched):
    """No booking that was there before an outage outlived it, and none was made while it went on."""
    faults = []
    for booking in bookings:
        for outage in touched.get(booking.id, []) if booking.id in held else []:
            first, last = held[booking.id]
            name = f"booking {letters(booking.id)} ({booking.state})"
            if outage.acked is not None and last < outage.began and booking.state in HOLDING:
                faults.append(f"{name} was there before outage {letters(outage.id)} and still is")
            if outage.acked is not None and outage.acked < first and last < (outage.over or last + 1):
                faults.append(f"{name} was made during outage {letters(outage.id)}")
    return faults


def outages_kept(outages, kept, acked, before):
    """Every acknowledged outage is there as it was entered, and over once that was acknowledged; there is no other that
    was not there before."""
    faults = []
    logged = {outage.id: outage for outage in outages}
    for outage in outages:
        resource, start, ended = kept.get(outage.id, (None, None, None))
        name = f"outage {letters(outage.id)}"
        if resource is None:
            faults += [f"{name} was acknowledged and is lost"] if outage.acked is not None else []
        elif (resource, start) != (outage.resource, outage.start):
            faults.append(f"{name} is not what was entered")
        elif not ended and outage.id in acked:
            faults.append(f"{name} was over and goes on")
        elif ended and outage.over is None:
            faults.append(f"{name} is over, but nobody said so")
    return faults + [f"outage {letters(i)} was entered by nobody" for i in kept if i not in logged and i not in before]


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


def parts_match(bookings, parts, besides):
    """What goes with a booking is held for its time as long as it holds that."""
    faults = []
    by_id = {booking.id: booking for booking in bookings}
    for i, resource in parts:
        booking = by_id[i]
        own = [one for one in besides.get(i, []) if one.purpose == "component" and one.resource == resource]
        if booking.state in HOLDING and (len(own) != 1 or own[0].start > booking.start or own[0].end < booking.end):
            faults.append(f"booking {letters(i)} ({booking.state}) does not hold resource {resource} for its time")
    return faults


def components_match(bookings, claims, besides, needs, parts):
    """What holds time has all components of its resource for its whole claim, buffers included, and no other."""
    faults = []
    own = {claim.booking: claim for claim in claims if claim.booking is not None}
    for booking in bookings:
        if booking.state not in HOLDING or booking.id not in own:
            continue
        claim = own[booking.id]
        due = {(needed, claim.start, claim.end, units) for needed, units in needs.get(booking.resource, [])}
        taken = [
            (one.resource, one.start, one.end, one.units) for one in besides.get(booking.id, [])
            if one.purpose == "component" and (booking.id, one.resource) not in parts
        ]
        if sorted(taken) != sorted(due):
            faults.append(f"booking {letters(booking.id)} ({booking.state}) takes {sorted(taken)} besides, not {sorted(due)}")
    return faults


def attendants_match(bookings, besides, staff):
    """Who is to be helped has one member of the resource's staff for the whole use, and nobody else has any."""
    faults = []
    for booking in bookings:
        own = [one for one in besides.get(booking.id, []) if one.purpose == "attendant"]
        name = f"booking {letters(booking.id)} ({booking.state}, {booking.support})"
        if booking.support in ATTENDED and booking.state in HOLDING and booking.resource in staff:
            if len(own) != 1:
                faults.append(f"{name} has {len(own)} attendants, it needs one")
            elif own[0].resource not in staff[booking.resource]:
                faults.append(f"{name} is attended by a stranger")
            elif (own[0].start, own[0].end) != (booking.start, booking.end):
                faults.append(f"{name} is not attended for all of its time")
        elif own:
            faults.append(f"{name} has an attendant")
    return faults


def nothing_left_over(bookings, besides, wishes):
    """What holds no time takes nothing besides either; and only what is to be changed keeps another time."""
    faults = []
    states = {booking.id: booking.state for booking in bookings}
    for i, taken in besides.items():
        for one in taken:
            gone = i not in states or states[i] in RELEASED | COMPETING
            if gone or one.purpose == "move" and i not in wishes:
                faults.append(f"booking {letters(i)} ({states.get(i)}) still takes resource {one.resource} ({one.purpose})")
    return faults


def sets_whole(bookings, sets):
    """Of a set all are confirmed or none; and while none is, all of it waits or all of it is given back. An outage ends
    only what it touches of a confirmed one, but all of one that waits."""
    faults = []
    by_id = {booking.id: booking for booking in bookings}
    for all_of in {frozenset(all_of) for all_of in sets.values()}:
        states = sorted(by_id[i].state for i in all_of)
        settled = [state for state in states if state in SETTLED]
        released = [state for state in states if state in RELEASED]
        struck = states.count(STRUCK)
        if len(all_of) < 2:
            faults.append(f"booking {letters(min(all_of))} is a set of one")
        elif settled and len(settled) + struck < len(states) or not settled and released and len(released) < len(states):
            faults.append(f"booking {letters(min(all_of))} and those asked for with it are {', '.join(states)}")
    return faults


def nothing_lost(bookings, outages, deeds, before):
    """Every create that was acknowledged is there, and so is what was there before."""
    known = {booking.id for booking in bookings}
    return [
        f"booking {letters(i)} was acknowledged and is lost"
        for i, done in deeds.items()
        if any(op == "create" and acked for op, acked in done) and i not in known
    ] + [f"{letters(i)} was there before the storm and is lost" for i in before if i not in known and i not in outages]


def states_follow(bookings, deeds, sets, touched):
    """Each booking stands where the acknowledged deeds left it, or where one without an answer may have. One
    of a set may have been given back because of another, which ended without having been confirmed; an outage may have
    called off what it touches."""
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
        fellows = sets.get(booking.id, {booking.id}) - {booking.id}
        others = {op for i in fellows for op, _ in deeds.get(i, [])}
        if (others & {"reject", "withdraw"} or fellows & touched.keys()) and last in ("create", "approve"):
            allowed.add("withdrawn")
        if booking.id in touched and last in ("create", "approve"):
            allowed.add(STRUCK)
        if booking.state not in allowed:
            faults.append(f"{name}: {last} was acknowledged, but its state is {booking.state}")
    return faults


def nothing_twice(bookings, deeds, witnesses, concerned):
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
            # an outage refuses whoever would move into it
            most += len(concerned.get(i, [])) if op == "refuse" else 0
            once = op in WITNESS
            if op not in ABOUT_NONE and not (count == 1 if once else least <= count <= most):
                faults.append(f"booking {letters(i)}: {op} was acknowledged and has {count} witnesses in the ledger")
    for booking in bookings:
        count, due = witnesses[(booking.id, "booking.called_off")], int(booking.state == STRUCK)
        if booking.id in deeds and count != due:
            faults.append(f"booking {letters(booking.id)} has {count} witnesses that it was called off, {due} would be right")
    return faults


def nothing_unasked(bookings, deeds, before):
    """Nobody made a booking during the storm that no client asked for."""
    return [
        f"booking {letters(booking.id)} was made during the storm, but nobody asked for it"
        for booking in bookings
        if booking.id not in before and booking.id not in deeds and booking.bundle not in deeds
    ]


def all_kinds(deeds, entries, struck):
    """A storm in which some deed never succeeded proves nothing about it."""
    acked = {op for done in deeds.values() for op, said_yes in done if said_yes}
    acked |= {entry["with"] for entry in entries if entry["acked"] and "with" in entry}
    kinds = KINDS if sum(len(done) for done in deeds.values()) >= LONG else OFTEN
    idle = ["no outage called anything off"] if kinds == KINDS and not struck else []
    return [f"no {op} was acknowledged" for op in kinds if op not in acked] + idle


def judge(database, before, logs):
    """All questions with the faults found."""
    entries = read_logs(logs)
    deeds, outages = by_booking(entries), logged_outages(entries, database.slugs())
    claims, bookings, witnesses = database.claims(), database.bookings(), database.witnesses()
    capacities, needs, staff = database.capacities(), database.needs(), database.staff()
    wanted, sets, parts, besides = database.wanted(), database.sets(), database.parts(), database.besides()
    # what was there before was booked when resources took nothing besides
    new = [booking for booking in bookings if booking.id not in before]
    held = surely_held(bookings, entries, set(wanted.values()))

    def takes(booking):
        """The calendars on which it takes units."""
        yield booking.resource, booking.units
        yield from needs.get(booking.resource, [])
        if booking.support in ATTENDED and booking.resource in staff:
            yield ("staff", booking.resource), 1

    room = capacities | {("staff", resource): len(all_of) for resource, all_of in staff.items()}
    with_it = collections.defaultdict(set)
    for i, resource in parts:
        with_it[i].add(resource)
    concerned, touched = {}, {}
    for booking in bookings:
        stands_on = {booking.resource, *with_it[booking.id], *(needed for needed, _ in needs.get(booking.resource, []))}
        concerned[booking.id] = [outage for outage in outages if outage.resource in stands_on]
        during = [one for one in concerned[booking.id] if one.start < booking.end and booking.start < one.end]
        if during:
            touched[booking.id] = during
    resumed = {number(entry["outage"]) for entry in entries if entry["op"] == "resume" and entry["acked"]}
    acked = sum(said_yes for done in deeds.values() for _, said_yes in done)
    struck = sum(booking.state == STRUCK for booking in new)
    print(f"{len(bookings)} bookings, {len(claims)} claims, {len(deeds)} ids tried, {acked} deeds acknowledged, {struck} called off")
    return {
        "the database's files are sound": database.sound(),
        "no resource carries more than its capacity": overlaps(claims, capacities),
        "no time was given away twice, not even for a moment": held_together(new, entries, held, takes, room, sets, touched),
        "nobody is held over an outage": held_over_outages(new, held, touched),
        "claims and bookings match": claims_match(claims, bookings, wanted),
        "what goes with a booking is held with it": parts_match(bookings, parts, besides),
        "components are held with what takes them": components_match(new, claims, besides, needs, parts),
        "staff attends who is to be helped, and nobody else": attendants_match(new, besides, staff),
        "nothing is left over of what is given up or decided": nothing_left_over(bookings, besides, database.wishes()),
        "sets are confirmed as a whole or not at all": sets_whole(bookings, sets),
        "no acknowledged booking is lost": nothing_lost(bookings, database.outages(), deeds, before),
        "outages are kept as they were entered and ended": outages_kept(outages, database.outages(), resumed, before),
        "states follow the acknowledged deeds": states_follow(bookings, deeds, sets, touched),
        "nothing was done twice or by halves": nothing_twice(bookings, deeds, witnesses, concerned),
        "nothing was made that nobody asked for": nothing_unasked(bookings, deeds, before),
        "the storm did each kind of deed": all_kinds(deeds, entries, struck),
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


def world(folder, change, more):
    path = os.path.join(folder, "world.sqlite")
    build(path, change)
    log = os.path.join(folder, "log.jsonl")
    with open(log, "w", encoding="utf-8") as out:
        for t, op, booking, status, *besides in LOG + more if more is not None else []:
            entry = {"t": t, "op": op, "id": letters(booking), "status": status, "acked": 200 <= status < 400}
            for more_of_it in besides:
                entry |= more_of_it if isinstance(more_of_it, dict) else {"with": more_of_it}
            if "outage" in entry:
                entry["outage"] = letters(entry["outage"])
            out.write(json.dumps(entry) + "\n")
    return Database(f"sqlite:{path}"), BEFORE, [log]


def self_test():
    """Little worlds with one fault each, and sound ones, all judged rightly."""
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
        database = Database(wish.database)
        for i in [*(booking.id for booking in database.bookings()), *database.outages()]:
            print(letters(i))
        return 0
    if not wish.database or not wish.before or not wish.log:
        parser.error("--database, --before and --log are needed")
    with open(wish.before, encoding="utf-8") as listed:
        before = {number(line.strip()) for line in listed}
    return report(judge(Database(wish.database), before, wish.log))


if __name__ == "__main__":
    sys.exit(main())
