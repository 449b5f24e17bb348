"""The judge's questions about time: nobody has more of it than there is, and whoever has it has all of it."""

import collections

from reading import ATTENDED, letters, may_have_happened, number
from terms import AGAIN, COMPETING, ENDS, HOLDING, RELEASED


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


def surely_held(bookings, entries, contested, sets):
    """Which bookings surely held their time, and since when: {booking: (earliest, latest)}. From the answer that
    acknowledged it, at the latest; of a contested resource from the answer that it was chosen, or taken back. Where one
    that may have been moved was before, alone or with its set, nobody knows any more."""
    held, moved = {}, set()
    competed = {booking.id for booking in bookings if booking.resource in contested}
    for entry in filter(may_have_happened, entries):
        i = number(entry["id"])
        if entry["op"] in ("take", "approve" if i in competed else "create"):
            first, last = held.get(i, (entry["began"], None))
            held[i] = min(first, entry["began"]), entry["t"] if entry["acked"] and last is None else last
        elif entry["op"] in AGAIN:
            moved |= sets.get(i, {i})
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


def changes_keep(bookings, claims, besides, wishes):
    """What is to be changed keeps the time that it would have besides the one that it has."""
    faults = []
    own = collections.defaultdict(list)
    for claim in claims:
        own[claim.booking].append(claim)
    for booking in bookings:
        wish = wishes.get(booking.id)
        if wish is None:
            continue
        moves = [one for one in besides.get(booking.id, []) if one.purpose == "move" and one.resource == booking.resource]
        held = [(one.start, one.end, one.units) for one in own[booking.id] + moves]
        points = {wish.start, *(at for start, end, _ in held for at in (start, end) if wish.start <= at < wish.end)}
        least = min(sum(units for start, end, units in held if start <= at < end) for at in points)
        if least < wish.units:
            faults.append(f"booking {letters(booking.id)} ({booking.state}) keeps {least} of {wish.units} of what it would have")
    return faults
