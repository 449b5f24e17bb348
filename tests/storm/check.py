#!/usr/bin/env python3
"""The storm's judge: reads the database and the clients' logs, believes nobody, shares no code with the app.

    check.py --database sqlite:PATH|postgres://… --list                 what is there before a storm
    check.py --database sqlite:PATH|postgres://… --before FILE --log FILE [--log FILE …]
    check.py --self-test

It proves: no overlap beyond capacity, neither in what is left nor at any moment between; every booking that holds
time has its claim, its components, its parts and whoever attends it, and no other has any; every acknowledged create
and outage is there, every booking stands where the acknowledged deeds left it, and none is held over an outage;
nothing was made twice or by halves, nothing that nobody asked for; what several facilities were asked for as one is
confirmed and moved as a whole or not at all; what an outage called off is taken back as it was, once. Prints each
fault and “N passed, M failed”; exit code 1 when there is a fault. The questions stand in calendars.py, sets.py,
outages.py and ledger.py.

A log has one JSON object per line; all clients share one clock:
    {"began": seconds when it was sent, "t": seconds when the answer came,
     "op": "create|approve|reject|withdraw|cancel|move|unmove|grant|refuse|take|join|outage|postpone|resume",
     "id": 13 letters of Crockford base32 (zeros where it is about no booking),
     "status": HTTP status or 0, "acked": true when the server said yes,
     "with": "set|part|attended" where other facilities, another resource, or staff were asked for with it;
         "longer|shorter" of an outage that is postponed,
     "offer": 13 letters    of what is taken back: under which its time was kept,
     "outage": 13 letters, "resource": slug, "from": seconds, "until": seconds    of outages (resume: only the first)}
"""

import argparse
import contextlib
import io
import json
import os
import sys
import tempfile

from calendars import (
    attendants_match, changes_keep, claims_match, components_match, held_together, nothing_left_over, overlaps, parts_match, surely_held,
)
from faults import WORLDS
from ledger import all_kinds, nothing_lost, nothing_twice, nothing_unasked, states_follow
from outages import held_over_outages, in_the_way, offers_held, outages_kept, taken_back, that_strike
from reading import ATTENDED, Database, by_booking, letters, logged_outages, number, read_logs
from sets import moved as moved_with_set, sets_move, sets_that_moved, sets_whole
from terms import STRUCK
from worlds import BEFORE, LOG, build


def judge(database, before, logs):
    """All questions with the faults found."""
    entries = read_logs(logs)
    deeds, outages = by_booking(entries), logged_outages(entries, database.slugs())
    claims, bookings, witnesses = database.claims(), database.bookings(), database.witnesses()
    needs, staff = database.needs(), database.staff()
    wanted, sets, parts, besides = database.wanted(), database.sets(), database.parts(), database.besides()
    wishes, taken, offers, kept = database.wishes(), database.taken_back(), database.offers(), database.outages()
    settled = database.was_settled()
    # what was there before was booked when resources took nothing besides
    new = [booking for booking in bookings if booking.id not in before]
    held = surely_held(bookings, entries, set(wanted.values()), sets)
    concerned, touched = in_the_way(bookings, outages, needs, parts)
    strike = that_strike(touched, entries)
    moved = moved_with_set(entries, sets)
    back = {i: was in settled for i, was in taken.items()}
    resumed = {number(entry["outage"]) for entry in entries if entry["op"] == "resume" and entry["acked"]}

    def takes(booking):
        """The calendars on which it takes units."""
        yield booking.resource, booking.units
        yield from needs.get(booking.resource, [])
        if booking.support in ATTENDED and booking.resource in staff:
            yield ("staff", booking.resource), 1

    room = database.capacities() | {("staff", resource): len(all_of) for resource, all_of in staff.items()}
    struck, moves = sum(booking.state == STRUCK for booking in new), sets_that_moved(sets, witnesses)
    tell(deeds, bookings, claims, (struck, len(taken), *moves))
    return {
        "the database's files are sound": database.sound(),
        "no resource carries more than its capacity": overlaps(claims, room),
        "no time was given away twice, not even for a moment": held_together(new, entries, held, takes, room, sets, strike),
        "nobody is held over an outage": held_over_outages(new, held, touched),
        "claims and bookings match": claims_match(claims, bookings, wanted),
        "what goes with a booking is held with it": parts_match(bookings, parts, besides),
        "components are held with what takes them": components_match(new, claims, besides, needs, parts),
        "staff attends who is to be helped, and nobody else": attendants_match(new, besides, staff),
        "nothing is left over of what is given up or decided": nothing_left_over(bookings, besides, wishes),
        "what is to be changed keeps both times": changes_keep(new, claims, besides, wishes),
        "sets are confirmed as a whole or not at all": sets_whole(bookings, sets),
        "sets move as a whole or not at all": sets_move(bookings, sets, wishes, witnesses),
        "no acknowledged booking is lost": nothing_lost(bookings, kept, deeds, before),
        "outages are kept as they were entered, changed and ended": outages_kept(outages, kept, database.ends_said(), resumed, before),
        "what an outage called off is taken back as it was": taken_back(bookings, entries, taken, offers, parts),
        "what is kept for somebody is held for them": offers_held(offers, database.kept()),
        "states follow the acknowledged deeds": states_follow(bookings, deeds, sets, strike, moved, back),
        "nothing was done twice or by halves": nothing_twice(bookings, deeds, witnesses, sets, concerned, moved[0]),
        "nothing was made that nobody asked for": nothing_unasked(bookings, deeds, before),
        "the storm did each kind of deed": all_kinds(deeds, entries, struck, moves),
    }


def tell(deeds, bookings, claims, many):
    """What the storm came to, in a line."""
    acked = sum(said_yes for done in deeds.values() for _, said_yes in done)
    print(f"{len(bookings)} bookings, {len(claims)} claims, {len(deeds)} ids tried, {acked} deeds acknowledged, {many[0]} called off, "
        f"{many[1]} taken back, {many[2]} sets moved at once, {many[3]} when all had agreed")


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
            entry |= {name: letters(entry[name]) for name in ("outage", "offer") if name in entry}
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
