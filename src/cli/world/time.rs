//! Which times are booked in an invented world, and what those bookings say.

use chrono::{Days, NaiveDate};

use crate::cli::demo_world::content::content;
use crate::cli::dice::Dice;
use crate::cli::filling::{Wanted, uses};
use crate::cli::world::land::{Instrument, Land};
use crate::cli::world::people::People;
use crate::domain::booking::decided::Decided;
use crate::domain::booking::{Booking, State};
use crate::domain::id::{BookingId, born};
use crate::domain::language::Language;
use crate::domain::time::{Instant, Span};
use crate::domain::world::Placed;

/// Days behind and ahead that are filled.
const BEHIND: u64 = 300;
const AHEAD: u64 = 60;
/// How densely calendars can be filled, in starts taken of a thousand.
const DENSITY: usize = 450;
/// Days that are filled to learn how many bookings a calendar takes.
const PROBE: u64 = 56;

/// A booking in few words: an instrument, a time, and when it was asked for.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Slip {
    /// The place of the instrument in [`Land::resources`].
    pub resource: usize,
    pub used: Span,
    pub created_at: Instant,
    pub number: usize,
}

/// Plans this many bookings over all instruments, as evenly as their calendars allow, in the order
/// in which they are asked for.
#[must_use]
pub fn plan(land: &Land, bookings: usize, at: Instant, dice: &mut Dice) -> Vec<Slip> {
    let today = at.day();
    let last = later(today, AHEAD);
    let rates: Vec<usize> = land
        .resources
        .iter()
        .map(|instrument| fill(instrument, earlier(today, PROBE), today, dice).len())
        .collect();
    let all: usize = rates.iter().sum::<usize>().max(1);
    let probe = usize::try_from(PROBE).unwrap_or(1);
    let needed = u64::try_from(bookings * probe / all).unwrap_or(u64::MAX);
    // a little further back than needed: a calendar that falls short is made up for by the next
    let behind = BEHIND.max((needed * 105 / 100).saturating_sub(AHEAD) + 14);
    let first = earlier(today, behind);
    let mut slips: Vec<Slip> = Vec::with_capacity(bookings);
    let mut behind_us = 0;
    for (place, (instrument, rate)) in land.resources.iter().zip(&rates).enumerate() {
        behind_us += rate;
        let quota = (bookings * behind_us / all).saturating_sub(slips.len());
        let mut uses = fill(instrument, first, last, dice);
        while uses.len() > quota {
            let gone = dice.below(uses.len());
            uses.swap_remove(gone);
        }
        slips.extend(uses.into_iter().map(|used| Slip {
            resource: place,
            used,
            created_at: created(instrument, used, at, dice),
            number: 0,
        }));
    }
    slips.sort_unstable_by_key(|slip| (slip.created_at, slip.resource, slip.used.start()));
    for (number, slip) in slips.iter_mut().enumerate() {
        slip.number = number;
    }
    slips
}

fn fill(instrument: &Instrument, from: NaiveDate, to: NaiveDate, dice: &mut Dice) -> Vec<Span> {
    let wanted = Wanted {
        from,
        to,
        density: DENSITY,
    };
    uses(&instrument.parameters, &[], wanted, dice)
}

fn earlier(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

fn created(instrument: &Instrument, used: Span, at: Instant, dice: &mut Dice) -> Instant {
    let lead = i64::from(instrument.parameters.lead_business_days) * 2 + 1;
    let minutes = (lead + dice.between(0, 20)) * 24 * 60 + dice.between(0, 1_439);
    used.start()
        .plus_minutes(-minutes)
        .min(at.plus_minutes(-dice.between(10, 20_000)))
}

/// Writes slips out as bookings.
#[derive(Copy, Clone, Debug)]
pub struct Scribe<'a> {
    pub land: &'a Land,
    pub people: &'a People,
    pub at: Instant,
}

impl Scribe<'_> {
    /// The booking of a slip: the same each time.
    #[must_use]
    pub fn placed(&self, slip: &Slip) -> Option<Placed> {
        let mut dice = Dice::of(u64::try_from(slip.number).ok()?);
        let instrument = self.land.resources.get(slip.resource)?;
        let facility = self.land.facilities.get(instrument.facility)?;
        let applicant = self.people.user_of(instrument.facility, &mut dice)?;
        let manager = self.people.manager_of(instrument.facility)?;
        let state = self.state(slip.used, &mut dice);
        let is_decided = !matches!(state, State::FacilityReview | State::Withdrawn);
        let tag = u16::try_from((slip.number >> 16) & 0x3FFF).ok()?;
        let count = u16::try_from(slip.number & 0xFFFF).ok()?;
        Some(Placed {
            booking: Booking {
                id: BookingId::new(born(slip.created_at.unix(), tag, count)),
                resource: instrument.id,
                user: applicant.id,
                institution: applicant.institution,
                rule: facility.rule,
                span: slip.used,
                units: 1,
                content: content(Language::Ja, &mut dice),
                state,
                version: 1 + u32::from(is_decided),
                created_at: slip.created_at,
            },
            wants: None,
            claim: state
                .holds_time()
                .then(|| instrument.parameters.claim(&slip.used)),
            decided: is_decided.then(|| Decided {
                by: manager.name.clone(),
                at: slip.created_at.plus_minutes(60),
                reason: None,
            }),
            hold: None,
            history: Vec::new(),
            usage: None,
        })
    }

    fn state(&self, used: Span, dice: &mut Dice) -> State {
        match (used.start() > self.at, dice.below(100)) {
            (true, 0..=11) => State::FacilityReview,
            (true, 12..=13) => State::Returned,
            (_, 95..=96) => State::Withdrawn,
            (_, 97..) => State::CancelledByUser,
            _ => State::Confirmed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::availability::parse_windows;
    use crate::domain::calendar::ClosedDays;
    use crate::domain::catalogue::Parameters;
    use crate::domain::id::ResourceId;
    use crate::domain::release::Release;

    fn instrument(number: i64, slot: u32) -> Instrument {
        let windows = if slot < 720 {
            "Mon 09:00-Mon 17:00; Tue 09:00-Tue 17:00; Wed 09:00-Wed 17:00; Thu 09:00-Thu 17:00; Fri 09:00-Fri 17:00"
        } else {
            ""
        };
        Instrument {
            id: ResourceId::new(number),
            facility: 0,
            parameters: Parameters {
                slot_minutes: slot,
                origin_minute: 540,
                min_minutes: slot,
                max_minutes: slot * 4,
                lead_business_days: 2,
                horizon_days: 60,
                release: Release::Rolling,
                buffer_before: 0,
                buffer_after: 15,
                windows: parse_windows(windows).unwrap(),
                closed: ClosedDays::standard(),
            },
        }
    }

    #[test]
    fn the_number_asked_for_is_planned_however_far_back_it_reaches() {
        let land = Land {
            facilities: Vec::new(),
            resources: (0..6)
                .map(|number| instrument(number, if number % 2 == 0 { 60 } else { 1_440 }))
                .collect(),
        };
        let at = Instant::of_tokyo("2026-11-24".parse().unwrap(), 600);
        for bookings in [300, 2_000, 20_000] {
            let slips = plan(&land, bookings, at, &mut Dice::of(1));
            assert!(
                slips.len() <= bookings && slips.len() * 100 >= bookings * 98,
                "{} of {bookings}",
                slips.len()
            );
            assert!(slips.is_sorted_by_key(|slip| slip.created_at));
            assert!(
                slips
                    .iter()
                    .all(|slip| slip.created_at < at.min(slip.used.start()))
            );
            for (place, instrument) in land.resources.iter().enumerate() {
                let mut claims: Vec<Span> = slips
                    .iter()
                    .filter(|slip| slip.resource == place)
                    .map(|slip| instrument.parameters.claim(&slip.used))
                    .collect();
                claims.sort_by_key(Span::start);
                assert!(
                    claims
                        .windows(2)
                        .all(|pair| pair[0].end() <= pair[1].start())
                );
            }
        }
    }
}
