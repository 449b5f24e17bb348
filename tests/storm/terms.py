"""The judge's terms: the states of a booking, and where each deed leads."""

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

# what makes a booking: somebody asks for it, or takes back what an outage had called off
BIRTHS = ("create", "take")
# where each deed leaves a booking; what is taken back is confirmed again if it was
AFTER = {
    "create": WAITING,
    "take": {"confirmed", "facility_review"},
    "approve": {"confirmed", "approved_with_conditions", "approved"},
    "reject": {"rejected"},
    "withdraw": {"withdrawn"},
    "cancel": {"cancelled_by_user"},
}
WITNESS = {
    "create": "booking.requested",
    "take": "booking.reinstated",
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
# a facility that agrees to move a set before all others have
AGREED = "booking.change_agreed"
# what is about no booking
ABOUT_NONE = {"join", "outage", "postpone", "resume"}
# what every storm does, and what needs luck or several deeds before it, which is expected of long storms only
OFTEN = ("create", "approve", "reject", "withdraw", "cancel", "move")
KINDS = (
    *OFTEN, *(op for op in AGAIN if op not in OFTEN), "join", "part", "set", "attended",
    "outage", "longer", "shorter", "resume", "take",
)
# so many deeds that may have happened make a storm long
LONG = 2000
ENDS = ("reject", "withdraw", "cancel")
