//! The closed days of one's facilities and the bookings that fall on them.

use chrono::{Days, NaiveDate};

use crate::domain::closed_day::AHEAD_MOST;
use crate::domain::halt::Halt;
use crate::domain::time::{Span, day_span};
use crate::store;
use crate::store::booking::list::Line;
use crate::store::closed_day::{Closed, Unit};
use crate::web::links::{self, Link};
use crate::web::visit::Visit;
use crate::words::{closed_day as said, holiday, name, when};

/// Most bookings that are looked through, and most that are shown of one day.
const BOOKINGS: i64 = 1_000;
const SHOWN: usize = 10;

/// Everything that the page reads.
pub struct Facts {
    pub units: Vec<Unit>,
    closed: Vec<Closed>,
    bookings: Vec<Line>,
}

/// One facility with its closed days.
pub struct Group {
    pub id: String,
    pub name: String,
    pub days: Vec<Day>,
}

/// One closed day.
pub struct Day {
    /// As the form posts it back.
    pub value: String,
    pub label: String,
    pub name: String,
    pub by: String,
    pub bookings: Vec<Link>,
    pub more: Option<String>,
}

/// The last day that can be set.
pub fn furthest(today: NaiveDate) -> NaiveDate {
    today
        .checked_add_days(Days::new(u64::from(AHEAD_MOST)))
        .unwrap_or(today)
}

/// Looks it up.
///
/// # Errors
/// A fault.
pub async fn gather(visit: &Visit) -> Result<Facts, Halt> {
    let mine = visit.actor.managed_facilities();
    let (today, now) = (visit.actor.at.day(), visit.actor.at);
    visit
        .db()
        .read(move |conn| {
            let closed = store::closed_day::ahead(conn, &mine, today)?;
            let first = closed.iter().map(|one| day_span(one.day).start()).min();
            let last = closed.iter().map(|one| day_span(one.day).end()).max();
            let whole = first.zip(last).and_then(|(first, last)| {
                // what began before today may still be running
                Span::new(first.min(now), last)
            });
            let bookings = match whole {
                Some(whole) => {
                    store::booking::list::confirmed_during(conn, &mine, &whole, BOOKINGS)?
                }
                None => Vec::new(),
            };
            Ok(Facts {
                units: store::closed_day::units(conn, &mine)?,
                closed,
                bookings,
            })
        })
        .await
}

impl Facts {
    /// The facilities with their closed days.
    pub fn groups(&self, visit: &Visit) -> Vec<Group> {
        let one = |unit: &Unit| {
            let closed = self.closed.iter().filter(|one| one.facility == unit.id);
            Group {
                id: unit.id.to_string(),
                name: name::of(visit.language, &unit.name).to_owned(),
                days: closed.map(|closed| self.day(visit, closed)).collect(),
            }
        };
        self.units.iter().map(one).collect()
    }

    fn day(&self, visit: &Visit, closed: &Closed) -> Day {
        let language = visit.language;
        let whole = day_span(closed.day);
        let falls =
            |line: &&Line| line.facility_id == closed.facility && line.span.overlaps(&whole);
        let bookings: Vec<&Line> = self.bookings.iter().filter(falls).collect();
        let more = bookings.len().saturating_sub(SHOWN);
        let at = closed.at.map(|at| when::moment_with_year(language, at));
        Day {
            value: closed.day.to_string(),
            label: when::day_with_year(language, closed.day),
            name: name::of(language, &closed.name).to_owned(),
            by: match at {
                Some(at) => holiday::kept_by(language, closed.by.as_deref(), &at),
                None => visit.words().closed_day.unknown.to_owned(),
            },
            bookings: bookings
                .into_iter()
                .take(SHOWN)
                .map(|line| booking(visit, line))
                .collect(),
            more: (more > 0).then(|| said::more(language, more)),
        }
    }
}

fn booking(visit: &Visit, line: &Line) -> Link {
    let language = visit.language;
    let label = said::booking(
        &when::span(language, &line.span),
        name::of(language, &line.resource),
        &line.applicant,
    );
    Link::to(visit, &links::decision(line.id), label)
}
