//! What somebody must know before any form, gathered at one go: what is missing, the earliest start,
//! and why it can't be used at all.

use chrono::{Days, NaiveDate};

use crate::domain::actor::Person;
use crate::domain::catalogue::{Access, Resource, access};
use crate::domain::gate::standing::Standing;
use crate::domain::halt::Halt;
use crate::domain::id::RuleId;
use crate::domain::policy::applicant::Applicant;
use crate::domain::policy::case::{Case, Occupied};
use crate::domain::policy::room::earliest_day;
use crate::domain::policy::{check, elsewhere as policy};
use crate::domain::preflight::{self, Consents, Need, Preflight};
use crate::domain::refusal::{Citation, Refusal};
use crate::domain::rule::Rule;
use crate::domain::time::{Instant, Span, day_span};
use crate::store::booking::{applicant, elsewhere};
use crate::store::engine::Conn;
use crate::store::{claim, rule};

/// How far ahead of the first possible day a free time is looked for, and how far back claims count.
const AHEAD: Days = Days::new(42);
const BACK: Days = Days::new(8);

/// What was found.
pub struct Looked {
    pub flight: Preflight,
    /// Why it can't be used at all, with ways forward.
    pub barred: Vec<Refusal>,
    /// What will be missing and what stands, where no time is booked.
    pub prospects: Option<(Vec<Need>, Vec<Standing>)>,
    /// The class that a stranger chose; none for people who signed in.
    pub class: Option<&'static str>,
}

/// What the look is made from.
pub struct Ground {
    pub resource: Resource,
    /// The versions that apply to the resource.
    pub rules: Vec<Rule>,
    /// The rule of the last day that can be booked.
    pub citation: Option<Citation>,
    /// The person as the rules see them, where that was looked up already.
    pub known: Option<Applicant>,
    pub person: Option<Person>,
    pub class: Option<&'static str>,
    pub now: Instant,
}

/// Looks for whoever signed in, or for somebody of a class.
///
/// # Errors
/// A fault of the database.
pub fn look(conn: &mut Conn, ground: &Ground) -> Result<Looked, Halt> {
    let (resource, now) = (&ground.resource, ground.now);
    let by = match (&ground.known, &ground.person, ground.class) {
        (Some(known), ..) => known.clone(),
        (None, Some(person), _) => applicant::of(conn, resource, person, now)?,
        (None, None, class) => applicant::stranger(conn, resource, class.unwrap_or_default(), now)?,
    };
    let case = Case {
        by: Some(&by),
        ..Case::of_time(
            now,
            resource,
            some_time(resource, now),
            &[],
            ground.citation.as_ref(),
        )
    };
    if access(resource.mode, resource.allocation) != Access::Slot {
        return Ok(Looked {
            flight: Preflight::default(),
            barred: Vec::new(),
            prospects: Some(preflight::prospects(&case)),
            class: ground.class,
        });
    }
    let flight = flight(conn, ground, &case)?;
    Ok(Looked {
        barred: barred(conn, &case, ground, &flight)?,
        flight,
        prospects: None,
        class: ground.class,
    })
}

/// What is missing, and the earliest free time with all of it.
fn flight(conn: &mut Conn, ground: &Ground, case: &Case<'_>) -> Result<Preflight, Halt> {
    let resource = case.resource;
    let agreed: Vec<RuleId> = match &ground.person {
        Some(person) => rule::consents(conn, person.id, resource.facility)?,
        None => Vec::new(),
    };
    let consents = Consents {
        versions: &ground.rules,
        agreed: &|rule: &Rule| agreed.contains(&rule.id),
    };
    let first = preflight::first_day(case, consents);
    let first = first.unwrap_or_else(|| earliest_day(resource, case.now));
    let span = window(resource, first);
    let by = ground.person.as_ref().map(|person| person.id);
    let taken: Vec<Occupied> = claim::homed(conn, &[resource.id], &span, by)?
        .into_iter()
        .map(|(_, occupied)| occupied)
        .collect();
    let known_until = span.end().plus_minutes(-longest(resource));
    let case = Case {
        taken: &taken,
        ..*case
    };
    Ok(preflight::preflight(&case, consents, known_until))
}

/// The refusals that no time mends, with what there is at other institutions.
fn barred(
    conn: &mut Conn,
    case: &Case<'_>,
    ground: &Ground,
    flight: &Preflight,
) -> Result<Vec<Refusal>, Halt> {
    if flight.barred.is_empty() {
        return Ok(Vec::new());
    }
    let wish = flight.slot.unwrap_or(case.wish);
    let person = ground.person.as_ref();
    let others = match person {
        Some(_) => elsewhere::of(conn, case.resource, &wish, person, case.now)?,
        // what another institution asks of a class is seen on its own page
        None => Vec::new(),
    };
    let asked = policy::Asked {
        now: case.now,
        wish,
        units: 1,
        manner: None,
    };
    let others = policy::cases(&others, &asked);
    let mut refusals = check(&Case {
        wish,
        elsewhere: &others,
        ..*case
    });
    refusals.retain(|one| flight.barred.iter().any(|known| known.wrong == one.wrong));
    Ok(refusals)
}

/// Some time to come: what it looks like does not matter, only how long it is.
fn some_time(resource: &Resource, now: Instant) -> Span {
    let start = Instant::of_tokyo(earliest_day(resource, now), 12 * 60);
    let minutes = resource.parameters.shortest().max(1);
    Span::of_minutes(start, minutes).unwrap_or_else(|| day_span(now.day()))
}

/// The time of all claims that could matter for a start from this day on.
fn window(resource: &Resource, from: NaiveDate) -> Span {
    let last = from.checked_add_days(AHEAD).unwrap_or(from);
    let back = from.checked_sub_days(BACK).unwrap_or(from);
    let day = day_span(from);
    Span::new(day_span(back).start(), day_span(last).end())
        .unwrap_or(day)
        .widen(0, longest(resource))
}

/// The longest use with what comes after it, in minutes.
fn longest(resource: &Resource) -> i64 {
    i64::from(resource.parameters.max_minutes) + 2 * 24 * 60
}
