"""The judge's questions about outages: whom they call off, how they go on and end, and who takes the time back."""

import collections

from reading import letters, may_have_happened, number
from terms import BIRTHS, HOLDING, STRUCK


def in_the_way(bookings, outages, needs, parts):
    """Which outages are of something that each booking takes, and which of these are at its time."""
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
    return concerned, touched


def that_strike(touched, entries):
    """Those of the outages at the time of each booking that may have called it off: what was asked for, or taken back, after
    an outage was acknowledged was not called off by it."""
    born = {}
    for entry in filter(may_have_happened, entries):
        if entry["op"] in BIRTHS:
            i = number(entry["id"])
            born[i] = min(entry["began"], born.get(i, entry["began"]))
    strike = {}
    for i, outages in touched.items():
        those = [one for one in outages if one.acked is None or born.get(i, one.acked) <= one.acked]
        if those:
            strike[i] = those
    return strike


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


def outages_kept(outages, kept, said, resumed, before):
    """Every acknowledged outage is there as it was entered, with a witness of each other end that was acknowledged, and over
    once that was; there is no other that was not there before."""
    faults = []
    logged = collections.defaultdict(list)
    for outage in outages:
        logged[outage.id].append(outage)
    for i, spells in logged.items():
        resource, start, until, ended = kept.get(i, (None, None, None, None))
        name, last = f"outage {letters(i)}", spells[-1]
        sure = max((place for place, spell in enumerate(spells) if spell.acked is not None), default=0)
        if resource is None:
            faults += [f"{name} was acknowledged and is lost"] if any(spell.acked is not None for spell in spells) else []
        elif (resource, start) != (spells[0].resource, spells[0].start):
            faults.append(f"{name} is not what was entered")
        elif ended is None and i in resumed:
            faults.append(f"{name} was over and goes on")
        elif ended is None and until not in {spell.end for spell in spells[sure:]}:
            faults.append(f"{name} goes on until {until}, which nobody said last")
        elif ended is not None and last.over is None:
            faults.append(f"{name} is over, but nobody said so")
        elif ended is not None and ended >= start and ended != until:
            faults.append(f"{name} was over at {ended} and takes time until {until}")
        lost = [spell.end for spell in spells[1:] if spell.acked is not None and (i, spell.end) not in said]
        faults += [f"{name} was said to last until {end}, which has no witness" for end in lost]
    return faults + [f"outage {letters(i)} was entered by nobody" for i in kept if i not in logged and i not in before]


def taken_back(bookings, entries, taken, offers, parts):
    """Whoever takes back what an outage had called off has just the same again, once, and it is kept for nobody any more."""
    faults = []
    by_id = {booking.id: booking for booking in bookings}
    moved = {number(entry["id"]) for entry in entries if entry["op"] == "move" and may_have_happened(entry)}
    for entry in entries:
        offer = offers.get(number(entry["offer"])) if entry["op"] == "take" and entry["acked"] else None
        if offer and (offer.state != "taken" or offer.booking != taken.get(number(entry["id"]))):
            faults.append(f"booking {entry['id']} was taken back, but what was kept is {offer.state}")
    for i, was in taken.items():
        name, new, old = f"booking {letters(i)}", by_id.get(i), by_id.get(was)
        if new is None or old is None or old.state != STRUCK:
            faults.append(f"{name} was taken back, but {letters(was)} is {old and old.state}")
            continue
        if (new.resource, new.user) != (old.resource, old.user):
            faults.append(f"{name} is not of the same resource and person as {letters(was)}")
        if i not in moved and (new.start, new.end, new.units) != (old.start, old.end, old.units):
            faults.append(f"{name} is not as {letters(was)} was")
        if {part for one, part in parts if one == i} != {part for one, part in parts if one == was}:
            faults.append(f"{name} has other parts than {letters(was)}")
    often = collections.Counter(taken.values())
    return faults + [f"booking {letters(was)} was taken back {count} times" for was, count in often.items() if count > 1]


def offers_held(offers, kept):
    """What is kept for somebody is claimed for them until they take it or not, and no longer."""
    faults = []
    for i, offer in offers.items():
        own = [one for one in kept.get(i, []) if one[0] == offer.resource]
        is_held = len(own) == 1 and own[0][1] <= offer.start and offer.end <= own[0][2] and own[0][3] == offer.units
        if offer.state == "open" and not is_held:
            faults.append(f"what is kept as {letters(i)} is not held")
        if offer.state != "open" and kept.get(i):
            faults.append(f"what was kept as {letters(i)} is {offer.state} and still held")
    return faults + [f"time is held for {letters(i)}, which is not there" for i in kept if i not in offers]
