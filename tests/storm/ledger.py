"""The judge's questions about deeds: each acknowledged one was done, once, with its witness, and no other."""

import collections

from reading import letters
from terms import ABOUT_NONE, AFTER, AGAIN, AGREED, BIRTHS, ENDS, HOLDING, KINDS, LONG, OFTEN, STRUCK, WITNESS


def nothing_lost(bookings, outages, deeds, before):
    """Every booking that was acknowledged is there, and so is what was there before."""
    known = {booking.id for booking in bookings}
    return [
        f"booking {letters(i)} was acknowledged and is lost"
        for i, done in deeds.items()
        if any(op in BIRTHS and acked for op, acked in done) and i not in known
    ] + [f"{letters(i)} was there before the storm and is lost" for i in before if i not in known and i not in outages]


def states_follow(bookings, deeds, sets, strike, moved, back):
    """Each booking stands where the acknowledged deeds left it, or where one without an answer may have. An outage may have
    called off what it touches. `moved`: what was moved with its set, and what of it is asked anew; `back`: what was taken
    back, and whether it had been confirmed."""
    faults = []
    for booking in bookings:
        done = deeds.get(booking.id)
        if done is None:
            continue
        name = f"booking {letters(booking.id)}"
        acked = {op for op, said_yes in done if said_yes}
        unknown = {op for op, said_yes in done if not said_yes}
        ends = [op for op in ENDS if op in acked]
        # of a set one may be withdrawn that its own facility approved and another one has not yet; moved since, it may be
        # rejected after all
        final = {"reject", "withdraw"} if booking.id not in sets else {"reject"} if booking.id not in moved[0] else set()
        if len(ends) > 1 or ("approve" in acked and final & acked):
            faults.append(f"{name}: {', '.join(sorted(acked))} were all acknowledged, they exclude each other")
            continue
        if "cancel" in acked and "approve" not in acked | unknown and not back.get(booking.id):
            faults.append(f"{name}: cancelled, but never approved")
        last = ends[0] if ends else "approve" if "approve" in acked else "create"
        allowed = set(AFTER[last])
        if last == "create" and booking.id in back:
            allowed = {"confirmed"} if back[booking.id] else {"facility_review"}
        if last == "create":
            allowed = allowed.union(*(AFTER.get(op, set()) for op in unknown - set(BIRTHS)))
        elif last == "approve":
            allowed = allowed.union(*(AFTER[op] for op in unknown & set(ENDS) if op == "cancel" or op not in final))
            allowed |= {"facility_review"} if booking.id in moved[1] else set()
        if last in ("create", "approve"):
            allowed |= because_of_others(booking.id, deeds, sets, strike)
        if booking.state not in allowed:
            faults.append(f"{name}: {last} was acknowledged, but its state is {booking.state}")
    return faults


def because_of_others(i, deeds, sets, strike):
    """Where others may have left a booking that stood: one of a set may have been given back because of another, which
    ended without having been confirmed."""
    fellows = sets.get(i, {i}) - {i}
    others = {op for one in fellows for op, _ in deeds.get(one, [])}
    given_back = {"withdrawn"} if others & {"reject", "withdraw"} or fellows & strike.keys() else set()
    return given_back | ({STRUCK} if i in strike else set())


def due(i, op, deeds, sets, standing):
    """How many witnesses of a deed a booking must and may have. All that stands of a set moves with it; the last facility
    to agree grants the change of all of it."""
    done = collections.Counter(deeds.get(i, []))
    of_others = collections.Counter(deed for one in sets.get(i, {i}) - {i} for deed in deeds.get(one, []))
    must, may = done[(op, True)], done[(op, True)] + done[(op, False)]
    if op in ("move", "grant"):
        may += of_others[(op, True)] + of_others[(op, False)]
    if op == "move" and sets.get(i, {i}) <= standing:
        must += of_others[(op, True)]
    return must, may


def nothing_twice(bookings, deeds, witnesses, sets, concerned, moved):
    """One row with one witness of its birth, answered or not; one witness for each acknowledged deed."""
    faults = []
    known = {booking.id for booking in bookings}
    for i in deeds:
        count, right = sum(witnesses[(i, WITNESS[birth])] for birth in BIRTHS), int(i in known)
        if count != right:
            faults.append(f"booking {letters(i)} has {count} witnesses of its birth, {right} would be right")
    for i, count in collections.Counter(booking.id for booking in bookings).items():
        if count > 1:
            faults.append(f"booking {letters(i)} is there {count} times")
    standing = {booking.id for booking in bookings if booking.state in HOLDING}
    for i in deeds.keys() | moved:
        for op in {op for one in sets.get(i, {i}) for op, said_yes in deeds.get(one, []) if said_yes} - ABOUT_NONE:
            must, may = due(i, op, deeds, sets, standing)
            if op in WITNESS and not (op == "approve" and i in moved):
                must, may = min(must, 1), 1
            # an outage refuses whoever would move into it
            may += len(concerned.get(i, [])) if op == "refuse" else 0
            kinds = AGAIN.get(op, (WITNESS.get(op),)) + ((AGREED,) if op == "grant" and i in sets else ())
            count = sum(witnesses[(i, kind)] for kind in kinds)
            if must and not must <= count <= may:
                faults.append(f"booking {letters(i)}: {op} was acknowledged and has {count} witnesses in the ledger")
    for booking in bookings:
        count, right = witnesses[(booking.id, "booking.called_off")], int(booking.state == STRUCK)
        if booking.id in deeds and count != right:
            faults.append(f"booking {letters(booking.id)} has {count} witnesses that it was called off, {right} would be right")
    return faults


def nothing_unasked(bookings, deeds, before):
    """Nobody made a booking during the storm that no client asked for."""
    return [
        f"booking {letters(booking.id)} was made during the storm, but nobody asked for it"
        for booking in bookings
        if booking.id not in before and booking.id not in deeds and booking.bundle not in deeds
    ]


def all_kinds(deeds, entries, struck, moves):
    """A storm in which some deed never succeeded proves nothing about it."""
    acked = {op for done in deeds.values() for op, said_yes in done if said_yes}
    acked |= {entry["with"] for entry in entries if entry["acked"] and "with" in entry}
    if sum(len(done) for done in deeds.values()) < LONG:
        return [f"no {op} was acknowledged" for op in OFTEN if op not in acked]
    rare = {"no outage called anything off": struck, "no set moved at once": moves[0], "no set moved when all had agreed": moves[1]}
    idle = [what for what, many in rare.items() if not many]
    return [f"no {op} was acknowledged" for op in KINDS if op not in acked] + idle
