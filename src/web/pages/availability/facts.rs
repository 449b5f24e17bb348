//! What the comparison is made from: the rows of one page, their claims and rules, in a few queries.

use chrono::{Days, NaiveDate};

use crate::domain::catalogue::Resource;
use crate::domain::grid::cell::Claim;
use crate::domain::halt::Halt;
use crate::domain::id::ResourceId;
use crate::domain::name::Name;
use crate::domain::policy::case::{Occupied, full};
use crate::domain::policy::room::{Room, earliest_day};
use crate::domain::rule::Rule;
use crate::domain::time::{Instant, Span, day_span};
use crate::store::catalogue::comparable::{self, Choice};
use crate::store::catalogue::{resource, vocabulary};
use crate::store::{claim, rule};
use crate::web::pages::availability::asked::{Asked, ROWS};
use crate::web::visit::Visit;

/// Slots up to this long are compared by the hour, longer ones by the day.
pub const HOURS_UP_TO: u32 = 240;
/// How many days a strip of days shows.
pub const STRIP_DAYS: u64 = 14;
/// How far ahead the next free day is looked for.
const AHEAD: Days = Days::new(28);

/// One resource with what decides about its time.
pub struct Row {
    pub resource: Resource,
    pub claims: Vec<Claim>,
    pub rules: Vec<Rule>,
    /// Where free time begins in the day or the days shown; stretches in order.
    pub free: Vec<Span>,
    /// The next free slot, where nothing is free in what is shown.
    pub next: Option<Span>,
}

/// The page's rows, how many there are in all, and the categories to choose from.
pub struct Facts {
    pub rows: Vec<Row>,
    pub all: usize,
    /// The page shown, which may be an earlier one than was asked for.
    pub page: usize,
    pub categories: Vec<(String, Name)>,
}

impl Row {
    /// Whether it is compared by the day.
    pub const fn by_day(&self) -> bool {
        self.resource.parameters.slot_minutes > HOURS_UP_TO
    }

    /// The time that its strip shows for this day.
    pub fn shown(&self, day: NaiveDate) -> Span {
        shown(&self.resource, day)
    }

    fn room<T>(&self, now: Instant, time: &Span, ask: impl FnOnce(&Room<'_>) -> T) -> T {
        let taken: Vec<Occupied> = self.claims.iter().map(|claim| claim.occupied).collect();
        ask(&Room {
            resource: &self.resource,
            full: &full(&taken, self.resource.capacity),
            now,
            from: time.start(),
            until: time.end(),
        })
    }

    fn is_ruled(&self, slot: &Span) -> bool {
        let day = slot.start().day();
        self.rules.iter().any(|rule| rule.effective_on <= day)
    }
}

fn shown(resource: &Resource, day: NaiveDate) -> Span {
    let one = day_span(day);
    if resource.parameters.slot_minutes <= HOURS_UP_TO {
        return one;
    }
    let last = day
        .checked_add_days(Days::new(STRIP_DAYS - 1))
        .unwrap_or(day);
    Span::new(one.start(), day_span(last).end()).unwrap_or(one)
}

/// Reads one page of the comparison: no query per row.
///
/// # Errors
/// A fault of the database.
pub async fn gather(visit: &Visit, asked: &Asked) -> Result<Facts, Halt> {
    let (asked, now) = (asked.clone(), visit.actor.at);
    visit
        .db()
        .read(move |conn| {
            let choice = Choice {
                category: asked.category.clone(),
                institution: asked.institution.clone(),
            };
            let ids = comparable::ids(conn, &choice, HOURS_UP_TO, now.day())?;
            let page = asked.page.min(ids.len().div_ceil(ROWS)).max(1);
            let here: Vec<ResourceId> = ids
                .iter()
                .copied()
                .skip((page - 1) * ROWS)
                .take(ROWS)
                .collect();
            let resources = resource::several(conn, &here, now)?;
            let units: Vec<_> = resources
                .iter()
                .map(|one| (one.facility, one.institution))
                .collect();
            let rules = rule::applying(conn, &units)?;
            let mut rows = rows(resources, &here, &rules);
            let time = cover(&rows, |row| row.shown(asked.day));
            share(&mut rows, &claim::shown(conn, &here, &time, None)?);
            look(&mut rows, asked.day, now);
            let empty: Vec<ResourceId> = rows
                .iter()
                .filter(|row| row.free.is_empty())
                .map(|row| row.resource.id)
                .collect();
            if !empty.is_empty() {
                let time = cover(&rows, |row| ahead(row, asked.day, now));
                look_on(
                    &mut rows,
                    &claim::shown(conn, &empty, &time, None)?,
                    asked.day,
                    now,
                );
            }
            Ok(Facts {
                rows,
                all: ids.len(),
                page,
                categories: vocabulary::all(conn)?.categories().to_vec(),
            })
        })
        .await
}

/// The rows in the order of the ids.
fn rows(resources: Vec<Resource>, order: &[ResourceId], rules: &[(Rule, String)]) -> Vec<Row> {
    let mut rows: Vec<Row> = resources
        .into_iter()
        .map(|resource| Row {
            rules: rules
                .iter()
                .map(|(rule, _)| rule)
                .filter(|rule| rule.applies_to(resource.facility, resource.institution))
                .cloned()
                .collect(),
            resource,
            claims: Vec::new(),
            free: Vec::new(),
            next: None,
        })
        .collect();
    rows.sort_by_key(|row| order.iter().position(|id| *id == row.resource.id));
    rows
}

/// One stretch of time that holds what every row needs, with the room that a use there may take.
fn cover(rows: &[Row], time: impl Fn(&Row) -> Span) -> Span {
    let margin = |row: &Row| {
        let parameters = &row.resource.parameters;
        time(row).widen(24 * 60, parameters.shortest() + 24 * 60)
    };
    let join =
        |a: Span, b: Span| Span::new(a.start().min(b.start()), a.end().max(b.end())).unwrap_or(a);
    rows.iter()
        .map(margin)
        .reduce(join)
        .unwrap_or_else(|| day_span(NaiveDate::default()))
}

/// Gives each row its claims.
fn share(rows: &mut [Row], claims: &[(ResourceId, Claim)]) {
    for row in rows.iter_mut() {
        let mine = |found: &&(ResourceId, Claim)| found.0 == row.resource.id;
        row.claims = claims
            .iter()
            .filter(mine)
            .map(|(_, claim)| *claim)
            .collect();
    }
}

/// Finds what is free in the time shown.
fn look(rows: &mut [Row], day: NaiveDate, now: Instant) {
    for row in rows {
        let shortest = row.resource.parameters.shortest();
        let free = row.room(now, &row.shown(day), |room| room.stretches(shortest));
        row.free = free.into_iter().filter(|slot| row.is_ruled(slot)).collect();
    }
}

/// The weeks in which the next free slot is looked for: after what is shown, and not before any time
/// may be booked.
fn ahead(row: &Row, day: NaiveDate, now: Instant) -> Span {
    let shown = row.shown(day);
    let first = shown.end().day().max(earliest_day(&row.resource, now));
    let last = first.checked_add_days(AHEAD).unwrap_or(first);
    Span::new(day_span(first).start(), day_span(last).end()).unwrap_or(shown)
}

/// Finds the next free slot of rows without any.
fn look_on(rows: &mut [Row], claims: &[(ResourceId, Claim)], day: NaiveDate, now: Instant) {
    let mut empty: Vec<&mut Row> = rows.iter_mut().filter(|row| row.free.is_empty()).collect();
    for row in &mut empty {
        let shown = std::mem::take(&mut row.claims);
        let mine = |found: &&(ResourceId, Claim)| found.0 == row.resource.id;
        row.claims = claims
            .iter()
            .filter(mine)
            .map(|(_, claim)| *claim)
            .collect();
        let shortest = row.resource.parameters.shortest();
        let next = row.room(now, &ahead(row, day, now), |room| room.first(shortest, 200));
        row.next = next.into_iter().find(|slot| row.is_ruled(slot));
        row.claims = shown;
    }
}
