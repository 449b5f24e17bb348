//! What a resource's page is made from, read at one go; and the time around which claims are read.

use chrono::{Days, NaiveDate};

use crate::domain::catalogue::{Access, AllocationBy, Resource, access};
use crate::domain::grid::Layout;
use crate::domain::grid::cell::Claim;
use crate::domain::halt::Halt;
use crate::domain::outage::Outage;
use crate::domain::policy::applicant::Applicant;
use crate::domain::policy::case::{Case, Occupied, full};
use crate::domain::policy::elsewhere::Other;
use crate::domain::policy::room::{Room, earliest_day, last_day};
use crate::domain::policy::verdict::violations;
use crate::domain::refusal::Citation;
use crate::domain::rule::{Rule, in_force};
use crate::domain::time::{Instant, Span, day_span};
use crate::store::booking::{applicant, contest, elsewhere};
use crate::store::catalogue::resource;
use crate::store::outside::list as outside;
use crate::store::{claim, outage, rule};
use crate::web::pages::resource::asked::Asked;
use crate::web::visit::Visit;

/// How far ahead free slots are looked for, from the first day that may be booked; days are fewer.
const AHEAD: Days = Days::new(28);
const DAYS_AHEAD: Days = Days::new(92);
/// How far around a chosen time claims are read, for its nearest alternatives.
const BEFORE: Days = Days::new(14);
const AFTER: Days = Days::new(36);

/// Most stretches of allocated time that are shown.
const GIVEN: i64 = 40;

/// What decides about the slots of a resource.
pub struct Facts {
    pub resource: Resource,
    /// All published versions that apply, each with the address of the unit that owns it.
    pub rules: Vec<Rule>,
    pub units: Vec<String>,
    pub claims: Vec<Claim>,
    /// 配分済み: the time to come that another body allocated.
    pub given: Vec<Span>,
    /// Who looks, if somebody signed in.
    pub applicant: Option<Applicant>,
    /// What there is at other institutions, where the chosen time can't be had.
    pub elsewhere: Vec<Other>,
    /// 競合: how many requests want the chosen time already; none where whoever comes first has it.
    pub rivals: Option<i64>,
    /// Why it can't be used now.
    pub outage: Option<Outage>,
    /// How many units of a shared capacity are wished.
    pub wished_units: u32,
    pub now: Instant,
}

impl Facts {
    /// Whether time is booked here: it has slots, is open, and has a rule.
    pub fn is_bookable(&self) -> bool {
        has_slots(&self.resource) && self.resource.open && !self.rules.is_empty()
    }

    /// The rule in force on a day of use.
    pub fn citation(&self, day: NaiveDate) -> Option<Citation> {
        let rule = in_force(&self.rules, day)?;
        let known = self.rules.iter().zip(&self.units);
        let unit = known
            .filter(|(one, _)| one.id == rule.id)
            .map(|(_, unit)| unit)
            .next()?;
        Some(rule.citation(unit))
    }

    /// The chosen time, if both its ends can be read.
    fn wish(&self, asked: &Asked) -> Option<Span> {
        let length = || asked.minutes(&self.resource.parameters);
        Span::of_minutes(asked.start.read()?, asked.len.read().unwrap_or_else(length))
    }

    /// Whether something stands in the way of this time.
    fn is_barred(&self, wish: Span) -> bool {
        let citation = self.citation(wish.start().day());
        let taken = self.taken();
        let case = Case::of_time(self.now, &self.resource, wish, &taken, citation.as_ref());
        let by = self.applicant.as_ref();
        let units = self.wished_units;
        !violations(&Case { by, units, ..case }).is_empty()
    }

    /// The claims as decisions take them.
    pub fn taken(&self) -> Vec<Occupied> {
        self.claims.iter().map(|claim| claim.occupied).collect()
    }

    /// Free slots of the coming weeks, found by `ask`: from a chosen time on, or from now.
    pub fn free(&self, after: Option<Instant>, ask: impl Fn(&Room<'_>) -> Vec<Span>) -> Vec<Span> {
        let Some(others) = self.resource.capacity.checked_sub(self.wished_units) else {
            return Vec::new();
        };
        let full = full(&self.taken(), others.saturating_add(1));
        let find = |from: Instant, until: Instant| {
            let mut found = ask(&Room {
                resource: &self.resource,
                full: &full,
                now: self.now,
                from,
                until,
            });
            found.retain(|slot| self.is_ruled(slot));
            found
        };
        let chosen = after.filter(|from| {
            let days = self.now.day()..=last_day(&self.resource, self.now);
            days.contains(&from.day())
        });
        let near = chosen
            .map(|from| find(from, from.plus_minutes(28 * 24 * 60)))
            .unwrap_or_default();
        if near.is_empty() {
            return find(self.now, ahead(&self.resource, self.now).end());
        }
        near
    }

    /// Whether a rule is in force on the day of a use.
    fn is_ruled(&self, slot: &Span) -> bool {
        let day = slot.start().day();
        self.rules.iter().any(|rule| rule.effective_on <= day)
    }
}

fn has_slots(resource: &Resource) -> bool {
    access(resource.mode, resource.allocation) == Access::Slot
}

/// Reads what decides about slots.
///
/// # Errors
/// [`Halt::Absent`] if there is no such resource, or a fault of the database.
pub async fn gather(visit: &Visit, slug: &str, asked: &Asked) -> Result<Facts, Halt> {
    let (slug, asked, now) = (slug.to_owned(), asked.clone(), visit.actor.at);
    let person = visit.actor.person().cloned();
    visit
        .db()
        .read(move |conn| {
            let resource = resource::by_slug(conn, &slug, now)?;
            let unit = (resource.facility, resource.institution);
            let (rules, units) = rule::applying(conn, &[unit])?.into_iter().unzip();
            let by = person.as_ref().map(|person| person.id);
            let claims = match has_slots(&resource) && resource.open {
                true => claim::shown(conn, &[resource.id], &around(&resource, &asked, now), by)?,
                false => Vec::new(),
            };
            let applicant = match &person {
                Some(person) => Some(applicant::of(conn, &resource, person, now)?),
                None => None,
            };
            let given = match resource.allocation {
                AllocationBy::ExternalCall => outside::given(conn, resource.id, now, GIVEN)?,
                AllocationBy::Direct => Vec::new(),
            };
            let still = outage::on(conn, &[resource.id], now)?;
            let mut facts = Facts {
                outage: still.into_iter().next(),
                given,
                applicant,
                rules,
                units,
                claims: claims.into_iter().map(|(_, claim)| claim).collect(),
                elsewhere: Vec::new(),
                rivals: None,
                wished_units: match resource.capacity {
                    0 | 1 => 1,
                    _ => asked.units(),
                },
                resource,
                now,
            };
            let wish = facts.wish(&asked).filter(|_| facts.is_bookable());
            if let Some(wish) = wish.filter(|wish| facts.is_barred(*wish)) {
                let by = person.as_ref();
                facts.elsewhere = elsewhere::of(conn, &facts.resource, &wish, by, now)?;
            }
            facts.rivals = contest::waiting_for(conn, &facts.resource, wish)?;
            Ok(facts)
        })
        .await
}

/// The weeks in which free slots are looked for.
fn ahead(resource: &Resource, now: Instant) -> Span {
    let first = earliest_day(resource, now).min(last_day(resource, now));
    let far = match Layout::of(resource.parameters.slot_minutes) {
        Layout::Hours | Layout::Shifts => AHEAD,
        Layout::Days => DAYS_AHEAD,
    };
    let last = first.checked_add_days(far).unwrap_or(first);
    let today = day_span(first);
    Span::new(today.start(), day_span(last).end()).unwrap_or(today)
}

/// One stretch of time that holds the shown table, the coming weeks and the chosen time with its
/// neighbours, so that one query reads all claims.
fn around(resource: &Resource, asked: &Asked, now: Instant) -> Span {
    let (today, last) = (now.day(), last_day(resource, now));
    let layout = Layout::of(resource.parameters.slot_minutes);
    let (from, to) = layout.period(asked.shown(resource, now));
    let ahead = ahead(resource, now);
    // The first free slot may lie in the last of the coming weeks: all of its table is read.
    let (_, end) = layout.period(ahead.end().day());
    let mut days = vec![from, to, ahead.start().day(), end];
    if let Some(start) = asked.start.read() {
        let day = start.day().clamp(today, last.max(today));
        days.extend(day.checked_sub_days(BEFORE));
        days.extend(day.checked_add_days(AFTER));
    }
    let first = days.iter().min().copied().unwrap_or(today);
    let last = days.iter().max().copied().unwrap_or(today);
    let longest = i64::from(resource.parameters.max_minutes) + 2 * 24 * 60;
    let whole = day_span(first);
    Span::new(whole.start(), day_span(last).end())
        .unwrap_or(whole)
        .widen(2 * 24 * 60, longest)
}
