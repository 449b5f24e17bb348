//! 空き時間の検索: the earliest use of a length that somebody could ask for on a resource, exactly as its
//! rules would answer.

mod barrier;
#[cfg(test)]
mod laws;
pub mod question;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use crate::domain::catalogue::Parameters;
use crate::domain::earliest::question::Question;
use crate::domain::policy::case::full;
use crate::domain::policy::room::{Room, Stretch, last_under, stretches};
use crate::domain::policy::verdict::violations;
use crate::domain::refusal::Refusal;
use crate::domain::time::{Instant, Span, day_span};

/// Slots that are looked at in one go.
const CHUNK: usize = 16;

/// What is answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    At(Span),
    /// Never, whatever time they ask for: why not the first time that was free.
    Barred(Vec<Refusal>),
    /// Not within the time that is known.
    NotYet,
}

/// What came of one version of the rules.
enum Found {
    At(Span),
    Barred(Vec<Refusal>),
    Nothing,
}

/// The shortest use of at least so many minutes that can be booked, in whole slots; none where it would
/// be too long.
#[must_use]
pub fn fit(parameters: &Parameters, minutes: i64) -> Option<i64> {
    let slot = i64::from(parameters.slot_minutes.max(1));
    let whole = (minutes.max(1) + slot - 1) / slot * slot;
    let length = whole.max(parameters.shortest());
    (length <= i64::from(parameters.max_minutes)).then_some(length)
}

/// The earliest use.
#[must_use]
pub fn earliest(question: &Question<'_>) -> Answer {
    let full = full(question.taken, question.resource.capacity);
    let mut barred = Vec::new();
    let mut is_open = false;
    for stretch in stretches(question.resource) {
        match question.within(&stretch, &full) {
            Found::At(slot) => return Answer::At(slot),
            Found::Barred(reasons) if barred.is_empty() => barred = reasons,
            Found::Barred(_) => {}
            Found::Nothing => is_open |= question.goes_on(&stretch),
        }
    }
    if is_open || barred.is_empty() {
        Answer::NotYet
    } else {
        Answer::Barred(barred)
    }
}

impl Question<'_> {
    /// Whether anything under this version may be asked for at all.
    fn goes_on(&self, stretch: &Stretch<'_>) -> bool {
        let last = last_under(stretch.parameters, self.now);
        stretch.from.is_none_or(|from| from <= last)
    }

    /// The time in which uses fall under one version.
    fn time(&self, stretch: &Stretch<'_>) -> Option<Span> {
        let begins = stretch
            .from
            .map_or(self.from, |day| day_span(day).start().max(self.from));
        let ends = stretch.until.map_or(self.known_until, |day| {
            day_span(day).start().min(self.known_until)
        });
        Span::new(begins, ends)
    }

    fn within(&self, stretch: &Stretch<'_>, full: &[Span]) -> Found {
        let Some(time) = self.time(stretch) else {
            return Found::Nothing;
        };
        if self.by.is_some_and(|by| !by.waivers.is_empty()) {
            return self.one_by_one(stretch, full, &time);
        }
        let end = stretch.until.map(|day| day_span(day).start());
        let mut from = time.start();
        loop {
            let slots = self.slots(full, (from, time.end()), CHUNK);
            for slot in &slots {
                if slot.start() < from {
                    continue;
                }
                let Some(reasons) = self.reasons(stretch, slot) else {
                    return Found::At(*slot);
                };
                let barrier = barrier::of(self, &reasons, slot);
                match barrier {
                    barrier::Until::Always => return Found::Barred(reasons),
                    barrier::Until::At(later) if end.is_some_and(|end| later >= end) => {
                        return Found::Nothing;
                    }
                    barrier::Until::At(later) => from = later,
                }
            }
            let (true, Some(last)) = (slots.len() == CHUNK, slots.last()) else {
                return Found::Nothing;
            };
            from = from.max(last.start().plus_seconds(1));
        }
    }

    /// Where exceptions were granted, times count that the rules alone would not let through: every
    /// start on their days is tried, besides those that are free anyway.
    fn one_by_one(&self, stretch: &Stretch<'_>, full: &[Span], time: &Span) -> Found {
        let mut slots = self.slots(full, (time.start(), time.end()), usize::MAX);
        let unit = stretch.parameters.unit();
        let lifted = |day: NaiveDate| {
            let waivers = self.by.map_or(&[][..], |by| &by.waivers);
            waivers
                .iter()
                .any(|waiver| (waiver.from..=waiver.until).contains(&day))
        };
        let days = time.start().day().iter_days();
        let last = time.end().day();
        for day in days
            .take_while(|day| *day <= last)
            .filter(|day| lifted(*day))
        {
            let whole = day_span(day);
            let mut start = unit.next_start(whole.start().max(time.start()));
            while start < whole.end().min(time.end()) {
                slots.extend(Span::of_minutes(start, self.minutes));
                start = unit.next_start(start.plus_seconds(1));
            }
        }
        slots.sort_by_key(Span::start);
        slots.dedup();
        let mut passing = slots
            .iter()
            .filter(|slot| self.reasons(stretch, slot).is_none());
        passing
            .next()
            .map_or(Found::Nothing, |slot| Found::At(*slot))
    }

    fn slots(&self, full: &[Span], (from, until): (Instant, Instant), count: usize) -> Vec<Span> {
        let room = Room {
            resource: self.resource,
            full,
            now: self.now,
            from,
            until,
        };
        room.first(self.minutes, count)
    }

    /// Why a time can't be asked for; none where it can.
    fn reasons(&self, stretch: &Stretch<'_>, slot: &Span) -> Option<Vec<Refusal>> {
        if stretch.parameters.claim(slot).end() > self.known_until {
            // who knows what stands there
            return Some(Vec::new());
        }
        let reasons = violations(&self.case(*slot));
        (!reasons.is_empty()).then_some(reasons)
    }
}
