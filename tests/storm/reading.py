"""What the judge reads: the tables of the database as they are, and the lines of the clients' logs."""

import collections
import contextlib
import csv
import io
import json
import os
import sqlite3
import subprocess

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# ways of use that staff attends, where a resource has such
ATTENDED = {"assisted", "proxy"}

Claim = collections.namedtuple("Claim", "resource booking start end units")
Booking = collections.namedtuple("Booking", "id resource start end state created units bundle support user")
# what a booking would become, and whether its own facility agreed already
Wish = collections.namedtuple("Wish", "start end units agreed")
# time that is kept for whoever had it: the booking that an outage had called off, if one had
Offer = collections.namedtuple("Offer", "resource booking start end units state")
# what a booking takes besides its own resource, and what for
Besides = collections.namedtuple("Besides", "booking resource start end units purpose")
# an outage from one word on its end to the next, by times that the clients' logs know: when the word was first sent, when
# it was first acknowledged, when the next word was first sent; none for what they do not know of
Outage = collections.namedtuple("Outage", "id resource start end began acked over")


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

    def slugs(self):
        return {slug: int(i) for i, slug in self.rows("select id, slug from resource")}

    def capacities(self):
        return {int(i): int(c) for i, c in self.rows("select id, capacity from resource")}

    def needs(self):
        """What using a resource takes of others: {resource: [(other, units)]}."""
        needs = collections.defaultdict(list)
        for resource, needed, units in self.rows("select resource_id, needed_id, units from resource_need"):
            needs[int(resource)].append((int(needed), int(units)))
        return needs

    def staff(self):
        """Who attends the uses of a resource: {resource: {attendant}}."""
        staff = collections.defaultdict(set)
        for resource, attendant in self.rows("select resource_id, attendant_id from attendant_of"):
            staff[int(resource)].add(int(attendant))
        return staff

    def claims(self):
        query = "select resource_id, booking_id, starts_at, ends_at, units from allocation"
        return [Claim(int(r), int(b) if b else None, int(s), int(e), int(u)) for r, b, s, e, u in self.rows(query)]

    def besides(self):
        """What bookings take besides their own resources: {booking: [what]}."""
        query = "select holder_id, resource_id, starts_at, ends_at, units, purpose from allocation where holder_id is not null"
        taken = collections.defaultdict(list)
        for booking, resource, start, end, units, purpose in self.rows(query):
            taken[int(booking)].append(Besides(int(booking), int(resource), int(start), int(end), int(units), purpose))
        return taken

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

    def wanted(self):
        """What competes, and for what: {booking: resource}."""
        return {int(b): int(r) for b, r in self.rows("select booking_id, resource_id from competing_claim")}

    def wishes(self):
        """Bookings with a change that is still to be decided: {booking: what it would become}."""
        query = "select booking_id, starts_at, ends_at, units, agreed_at from booking_change where state = 'asked'"
        return {int(b): Wish(int(s), int(e), int(u), agreed != "") for b, s, e, u, agreed in self.rows(query)}

    def outages(self):
        """{outage: (resource, start, until, when it ended)}."""
        query = "select id, resource_id, starts_at, until_at, ended_at from outage"
        return {int(i): (int(r), int(s), int(u), int(ended) if ended else None) for i, r, s, u, ended in self.rows(query)}

    def ends_said(self):
        """Which other ends of outages have a witness: {(outage, end)}."""
        facts = [json.loads(facts) for facts, in self.rows("select facts from event where kind = 'outage.changed'")]
        return {(number(one["outage"]), int(one["until"])) for one in facts}

    def offers(self):
        """What is or was kept for somebody: {offer: what}."""
        query = "select id, resource_id, booking_id, starts_at, ends_at, units, state from slot_offer"
        return {
            int(i): Offer(int(r), int(b) if b else None, int(s), int(e), int(u), state)
            for i, r, b, s, e, u, state in self.rows(query)
        }

    def kept(self):
        """What is claimed for what is kept: {offer: [(resource, start, end, units)]}."""
        kept = collections.defaultdict(list)
        query = "select offer_id, resource_id, starts_at, ends_at, units from allocation where offer_id is not null"
        for offer, *what in self.rows(query):
            kept[int(offer)].append(tuple(map(int, what)))
        return kept

    def taken_back(self):
        """Bookings made in place of others that outages had called off: {booking: that one}."""
        query = "select booking_id, facts from event where kind = 'booking.reinstated'"
        return {int(b): number(json.loads(facts)["instead_of"]) for b, facts in self.rows(query)}

    def was_settled(self):
        """What outages called off that had been confirmed."""
        rows = self.rows("select booking_id, was_settled from outage_effect where effect = 'called_off'")
        return {int(b) for b, settled in rows if settled in ("1", "t")}

    def bookings(self):
        query = "select id, resource_id, starts_at, ends_at, state, created_at, units, bundle_id, support_mode, user_id from booking"
        return [
            Booking(int(i), int(r), int(s), int(e), state, int(c), int(u), int(b) if b else None, support, int(user))
            for i, r, s, e, state, c, u, b, support, user in self.rows(query)
        ]

    def witnesses(self):
        query = "select booking_id, kind from event where booking_id is not null"
        return collections.Counter((int(booking), kind) for booking, kind in self.rows(query))


# ---- logs ------------------------------------------------------------------------------------


def read_logs(paths):
    """Every line, in the order of time."""
    entries = []
    for path in paths:
        with open(path, encoding="utf-8") as log:
            for line_number, line in enumerate(log, 1):
                try:
                    entry = json.loads(line)
                except json.JSONDecodeError as error:
                    raise SystemExit(f"{path}:{line_number}: {error}") from error
                entries.append({"began": entry["t"], **entry})
    return sorted(entries, key=lambda entry: entry["t"])


def may_have_happened(entry):
    """A deed without an answer may have happened. One that was refused (4xx) has not."""
    return entry["acked"] or not 400 <= entry["status"] < 500


def by_booking(entries):
    """What was tried on each booking and may have happened: {id: [(op, acked)]}."""
    deeds = collections.defaultdict(list)
    for entry in entries:
        deeds.setdefault(number(entry["id"]), [])
        if may_have_happened(entry):
            deeds[number(entry["id"])].append((entry["op"], entry["acked"]))
    return dict(deeds)


def logged_outages(entries, slugs):
    """The outages that may have been entered, each from one word on its end to the next; the same word said again is one."""
    found = collections.defaultdict(list)
    for entry in filter(may_have_happened, entries):
        if entry["op"] not in ("outage", "postpone", "resume"):
            continue
        i, began, at = number(entry["outage"]), entry["began"], entry["t"] if entry["acked"] else None
        spells = found[i]
        last = spells[-1] if spells else None
        if entry["op"] != "resume" and last and last.end == entry["until"]:
            spells[-1] = last._replace(began=min(last.began, began), acked=at if last.acked is None else last.acked)
            continue
        if last and last.over is None:
            spells[-1] = last._replace(over=began)
        if entry["op"] != "resume":
            spells.append(Outage(i, slugs[entry["resource"]], entry["from"], entry["until"], began, at, None))
    return [spell for spells in found.values() for spell in spells]
