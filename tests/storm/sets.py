"""The judge's questions about sets: what several facilities were asked for as one ends and moves as one."""

import math

from reading import letters, may_have_happened, number
from terms import HOLDING, RELEASED, SETTLED, STRUCK

# what a booking of a set has a witness of whenever another one has
SHARED = ("booking.changed", "booking.change_asked", "booking.change_granted")


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


def sets_move(bookings, sets, wishes, witnesses):
    """All that stands of a set is held for the same time, and is to have the same other time, for which somebody's yes is
    still missing; and where all of it still stands, none of it was moved more often than another."""
    faults = []
    by_id = {booking.id: booking for booking in bookings}
    for all_of in {frozenset(all_of) for all_of in sets.values()}:
        standing = [by_id[i] for i in sorted(all_of) if by_id[i].state in HOLDING]
        name = f"booking {letters(min(all_of))} and those asked for with it"
        if len({(booking.start, booking.end) for booking in standing}) > 1:
            faults.append(f"{name} are held for different times")
        if len({wished(booking, wishes.get(booking.id)) for booking in standing}) > 1:
            faults.append(f"{name} are to have different times")
        waiting = [wishes[one.id] for one in standing if wished(one, wishes.get(one.id))]
        if waiting and all(wish.agreed for wish in waiting):
            faults.append(f"{name} wait for nobody to move")
        for kind in SHARED if len(standing) == len(all_of) else ():
            counts = [witnesses[(i, kind)] for i in sorted(all_of)]
            if len(set(counts)) > 1:
                faults.append(f"{name} have {counts} witnesses of {kind}")
    return faults


def wished(booking, wish):
    """The other time that a booking is to have, if it is to have one."""
    time = (wish.start, wish.end) if wish else None
    return None if time == (booking.start, booking.end) else time


def moved(entries, sets):
    """Which bookings may have been moved with a set, and which of them after their own facility had said yes for the last
    time: while others have not, it is asked anew."""
    said_yes, last = {}, {}
    for entry in filter(may_have_happened, entries):
        i = number(entry["id"])
        if entry["op"] == "approve" and entry["acked"]:
            said_yes[i] = entry["began"]
        elif entry["op"] == "move":
            # nobody knows when one without an answer happened
            at = entry["t"] if entry["acked"] else math.inf
            last |= {one: max(at, last.get(one, at)) for one in sets.get(i, ())}
    return set(last), {i for i, at in last.items() if at > said_yes.get(i, 0)}


def sets_that_moved(sets, witnesses):
    """How many sets moved at once, and how many when all facilities had agreed."""
    all_sets = {frozenset(all_of) for all_of in sets.values()}
    return [sum(all(witnesses[(i, kind)] for i in one) for one in all_sets) for kind in (SHARED[0], SHARED[2])]
