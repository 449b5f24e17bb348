//! 減額: how much of a use's time is credited when it was cut short, in whole units (domain dossier, story S6;
//! the way of counting is SPring-8's, the numbers are each rule's).

/// The minutes that are credited of so many lost ones: whole units, and one more where the rest is at least
/// `drop_below` minutes; never more than what was booked.
#[must_use]
pub fn credited(lost: i64, booked: i64, (unit, drop_below): (u32, u32)) -> i64 {
    let unit = i64::from(unit.max(1));
    let (whole, rest) = (lost.max(0) / unit, lost.max(0) % unit);
    let more = i64::from(rest > 0 && rest >= i64::from(drop_below));
    ((whole + more) * unit).min(booked)
}
