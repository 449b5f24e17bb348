//! Where there is room for a wish: the days that may be booked, the opening hours, the free slots.

use chrono::{Days, NaiveDate};

use crate::domain::availability::{Opening, Search};
use crate::domain::catalogue::{Parameters, Resource};
use crate::domain::time::{Instant, Span, day_span};

/// Minutes of one day.
const DAY: u32 = 24 * 60;

/// The first day that may be used at all when asking at `now`: the lead in business days, of the
/// rule in force on the day of use.
#[must_use]
pub fn earliest_day(resource: &Resource, now: Instant) -> NaiveDate {
    let mut found = now.day();
    for stretch in stretches(resource) {
        found = earliest_under(stretch.parameters, now).max(stretch.from.unwrap_or(now.day()));
        if stretch.until.is_none_or(|until| found < until) {
            break;
        }
    }
    found
}

/// The last day that may be used when asking at `now`: the horizon of the rule in force that day.
#[must_use]
pub fn last_day(resource: &Resource, now: Instant) -> NaiveDate {
    let today = now.day();
    stretches(resource)
        .rev()
        .map(|stretch| (last_under(stretch.parameters, now), stretch))
        .find(|(last, stretch)| stretch.from.is_none_or(|from| from <= *last))
        .map_or(today, |(last, stretch)| {
            let end = stretch.until.and_then(|until| until.pred_opt());
            end.map_or(last, |end| last.min(end)).max(today)
        })
}

/// The first day that these parameters let somebody use who asks at `now`.
#[must_use]
pub fn earliest_under(parameters: &Parameters, now: Instant) -> NaiveDate {
    parameters
        .closed
        .earliest_use(now.day(), parameters.lead_business_days)
}

/// The last day that these parameters let somebody use who asks at `now`.
#[must_use]
pub fn last_under(parameters: &Parameters, now: Instant) -> NaiveDate {
    parameters.release.last(now.day(), parameters.horizon_days)
}

/// Days on which one version of the rules holds.
#[derive(Copy, Clone, Debug)]
pub struct Stretch<'a> {
    /// None from ever.
    pub from: Option<NaiveDate>,
    /// The day on which the next version comes into force.
    pub until: Option<NaiveDate>,
    pub parameters: &'a Parameters,
}

/// What holds when, in order: starts of uses fall into exactly one of these.
pub fn stretches(resource: &Resource) -> impl DoubleEndedIterator<Item = Stretch<'_>> {
    let later = resource.later.iter();
    let from = std::iter::once(None).chain(later.clone().map(|period| Some(period.from)));
    let until = later.clone().map(|period| Some(period.from));
    let parameters =
        std::iter::once(&resource.parameters).chain(later.map(|period| &period.parameters));
    let all: Vec<Stretch<'_>> = from
        .zip(until.chain(std::iter::once(None)))
        .zip(parameters)
        .map(|((from, until), parameters)| Stretch {
            from,
            until,
            parameters,
        })
        .collect();
    all.into_iter()
}

/// Every opening that touches the days `from..=to`, sorted and apart from each other: also the
/// night and the days of a window that began before.
#[must_use]
pub fn openings(parameters: &Parameters, from: NaiveDate, to: NaiveDate) -> Vec<Span> {
    let opening = Opening {
        windows: &parameters.windows,
        closed: &parameters.closed,
    };
    let reach = |start: u16, minutes: u16| (u32::from(start) % DAY + u32::from(minutes) - 1) / DAY;
    let back = parameters
        .windows
        .iter()
        .filter(|window| window.minutes > 0)
        .map(|window| reach(window.start, window.minutes))
        .max()
        .unwrap_or(0);
    let first = from
        .checked_sub_days(Days::new(u64::from(back)))
        .unwrap_or(from);
    opening.spans(first, to)
}

/// Free slots that somebody asking now could send a request for: those that start in `[from, until)`,
/// on days that may be booked.
#[derive(Copy, Clone, Debug)]
pub struct Room<'a> {
    pub resource: &'a Resource,
    /// The time in which nothing is left, buffers of others included.
    pub full: &'a [Span],
    pub now: Instant,
    pub from: Instant,
    pub until: Instant,
}

impl Room<'_> {
    /// The first slots of this length, one for each possible start: they may overlap each other.
    #[must_use]
    pub fn first(&self, minutes: i64, count: usize) -> Vec<Span> {
        let mut found = self.search(minutes, |search| search.first(count));
        found.truncate(count);
        found
    }

    /// The first slots of this length of which none overlaps another.
    #[must_use]
    pub fn apart(&self, minutes: i64, count: usize) -> Vec<Span> {
        let slot = i64::from(self.resource.parameters.slot_minutes.max(1));
        let each = usize::try_from(minutes / slot).unwrap_or(1).clamp(1, 500);
        let mut apart: Vec<Span> = Vec::with_capacity(count);
        for found in self.first(minutes, count.saturating_mul(each)) {
            let clear = apart.last().is_none_or(|last| last.end() <= found.start());
            if clear && apart.len() < count {
                apart.push(found);
            }
        }
        apart
    }

    /// The stretches in which uses of this length may start and follow each other, in order.
    #[must_use]
    pub fn stretches(&self, minutes: i64) -> Vec<Span> {
        let mut stretches: Vec<Span> = Vec::new();
        for slot in self.first(minutes, usize::MAX) {
            let joined = stretches
                .last()
                .filter(|last| slot.start() <= last.end())
                .and_then(|last| Span::new(last.start(), slot.end()));
            if joined.is_some() {
                stretches.pop();
            }
            stretches.push(joined.unwrap_or(slot));
        }
        stretches
    }

    /// The slots of this length that start nearest to a moment.
    #[must_use]
    pub fn nearest(&self, minutes: i64, to: Instant, count: usize) -> Vec<Span> {
        let mut found = self.search(minutes, |search| search.nearest(to, count));
        if !self.resource.later.is_empty() {
            let far = |slot: &Span| slot.start().unix().abs_diff(to.unix());
            found.sort_by_key(|slot| (far(slot), slot.start()));
            found.truncate(count);
        }
        found
    }

    /// Asks each version of the rules for the starts that fall under it.
    fn search(&self, minutes: i64, ask: impl Fn(&Search<'_>) -> Vec<Span>) -> Vec<Span> {
        stretches(self.resource)
            .flat_map(|stretch| self.search_in(&stretch, minutes, &ask))
            .collect()
    }

    fn search_in(
        &self,
        stretch: &Stretch<'_>,
        minutes: i64,
        ask: impl Fn(&Search<'_>) -> Vec<Span>,
    ) -> Vec<Span> {
        let parameters = stretch.parameters;
        let shortest = i64::from(parameters.min_minutes);
        if !self.resource.later.is_empty()
            && !(shortest..=i64::from(parameters.max_minutes)).contains(&minutes)
        {
            return Vec::new();
        }
        let first = earliest_under(parameters, self.now);
        let first = stretch.from.map_or(first, |from| from.max(first));
        // What starts now has begun already.
        let earliest = Instant::of_tokyo(first, 0)
            .max(self.now.plus_seconds(1))
            .max(self.from);
        let end = day_span(last_under(parameters, self.now)).end();
        let limit = stretch
            .until
            .map_or(end, |day| end.min(day_span(day).start()));
        let limit = limit.min(self.until);
        if earliest >= limit {
            return Vec::new();
        }
        let length = u32::try_from(minutes).unwrap_or(0) / DAY + 1;
        let open = openings(parameters, earliest.day(), later(limit.day(), length));
        ask(&Search {
            open: &open,
            taken: self.full,
            unit: parameters.unit(),
            minutes,
            buffer_before: i64::from(parameters.buffer_before),
            buffer_after: i64::from(parameters.buffer_after),
            earliest,
            latest_end: limit.plus_minutes(minutes).plus_seconds(-1),
        })
    }
}

/// So many days later; the end of the calendar stays where it is.
fn later(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days)))
        .unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Period;
    use crate::domain::policy::sample::{at, confocal, day, weekdays};

    /// The confocal microscope, under a rule from 12 January on: mornings only, ten business days of
    /// lead, two hours at most.
    fn changing() -> Resource {
        let now = confocal();
        let parameters = Parameters {
            windows: weekdays("09:00", "12:00"),
            lead_business_days: 10,
            max_minutes: 120,
            horizon_days: 30,
            ..now.parameters.clone()
        };
        let from = day("2027-01-12");
        Resource {
            later: vec![Period {
                from,
                parameters,
                terms: now.terms.clone(),
            }],
            ..now
        }
    }

    #[test]
    fn each_day_is_reached_by_the_rule_that_is_in_force_on_it() {
        let resource = changing();
        let (first, last) = ("2026-12-21T10:00", "2026-12-01T10:00");
        assert_eq!(earliest_day(&resource, at(first)), day("2026-12-24"));
        assert_eq!(last_day(&resource, at(first)), day("2027-01-20"));
        // thirty days don't reach the new rule: what comes before it is all
        assert_eq!(last_day(&resource, at(last)), day("2027-01-11"));
        // three business days lead into the new rule, which asks for ten
        assert_eq!(
            earliest_day(&resource, at("2027-01-07T10:00")),
            day("2027-01-22")
        );
    }

    #[test]
    fn free_slots_keep_the_rule_of_their_own_day() {
        let resource = changing();
        let room = |minutes| {
            Room {
                resource: &resource,
                full: &[],
                now: at("2026-12-21T10:00"),
                from: at("2027-01-08T00:00"),
                until: at("2027-01-14T00:00"),
            }
            .apart(minutes, 100)
        };
        let starts = |minutes| -> Vec<String> {
            let text = |slot: &Span| crate::domain::time::write_local(slot.start());
            room(minutes).iter().map(text).collect()
        };
        assert_eq!(starts(240), ["2027-01-08T09:00", "2027-01-08T13:00"]);
        assert_eq!(
            starts(120).last().map(String::as_str),
            Some("2027-01-13T09:00")
        );
    }
}
