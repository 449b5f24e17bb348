//! Before any form: can I use this, what is missing, how long each takes, and the earliest start with all of it.

use chrono::Days;

use crate::domain::actor::Person;
use crate::domain::catalogue::{Access, Resource, access};
use crate::domain::gate::standing::Standing;
use crate::domain::halt::Halt;
use crate::domain::id::RuleId;
use crate::domain::parameter::Parameter;
use crate::domain::policy::applicant::Applicant;
use crate::domain::policy::case::{Case, Occupied};
use crate::domain::policy::room::{earliest_day, last_day};
use crate::domain::policy::{check, elsewhere};
use crate::domain::preflight::{self, Consents, Need, Preflight};
use crate::domain::refusal::{Citation, Refusal};
use crate::domain::rule::Rule;
use crate::domain::time::{Instant, Span, day_span};
use crate::store;
use crate::store::booking::applicant;
use crate::store::engine::Conn;
use crate::web::pages::resource::facts::Facts;
use crate::web::visit::Visit;

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
struct Ground {
    resource: Resource,
    rules: Vec<Rule>,
    citation: Option<Citation>,
    known: Option<Applicant>,
    person: Option<Person>,
    class: Option<&'static str>,
    now: Instant,
}

/// The class of institutions that an address names.
pub fn class(code: &str) -> Option<&'static str> {
    let codes = Parameter::EligibleOrgClasses.entry().kind.codes();
    codes.iter().copied().find(|known| *known == code)
}

/// Looks for whoever signed in, or for the class that a stranger chose; nothing without either.
///
/// # Errors
/// A fault of the database.
pub async fn look(
    visit: &Visit,
    facts: &Facts,
    class: Option<&'static str>,
) -> Result<Option<Looked>, Halt> {
    let person = visit.actor.person().cloned();
    let class = class.filter(|_| person.is_none());
    let is_slot = access(facts.resource.mode, facts.resource.allocation) == Access::Slot;
    if person.is_none() && class.is_none() || is_slot && !facts.is_bookable() {
        return Ok(None);
    }
    let ground = Ground {
        citation: facts.citation(last_day(&facts.resource, facts.now)),
        resource: facts.resource.clone(),
        rules: facts.rules.clone(),
        known: facts.applicant.clone(),
        person,
        class,
        now: facts.now,
    };
    let look = visit.db().read(move |conn| looked(conn, &ground, is_slot));
    look.await.map(Some)
}

fn looked(conn: &mut Conn, ground: &Ground, is_slot: bool) -> Result<Looked, Halt> {
    let (resource, now) = (&ground.resource, ground.now);
    let by = match (&ground.known, ground.class) {
        (Some(known), _) => known.clone(),
        (None, class) => applicant::stranger(conn, resource, class.unwrap_or_default(), now)?,
    };
    let consents: Vec<RuleId> = match &ground.person {
        Some(person) => store::rule::consents(conn, person.id, resource.facility)?,
        None => Vec::new(),
    };
    let consents = Consents {
        versions: &ground.rules,
        agreed: &|rule: &Rule| consents.contains(&rule.id),
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
    if !is_slot {
        return Ok(Looked {
            flight: Preflight::default(),
            barred: Vec::new(),
            prospects: Some(preflight::prospects(&case)),
            class: ground.class,
        });
    }
    let first = preflight::first_day(&case, consents);
    let span = window(
        resource,
        first.unwrap_or_else(|| earliest_day(resource, now)),
    );
    let taken: Vec<Occupied> = store::claim::homed(conn, &[resource.id], &span)?
        .into_iter()
        .map(|(_, occupied)| occupied)
        .collect();
    let known_until = span.end().plus_minutes(-longest(resource));
    let case = Case {
        taken: &taken,
        ..case
    };
    let flight = preflight::preflight(&case, consents, known_until);
    Ok(Looked {
        barred: barred(conn, &case, ground, &flight)?,
        flight,
        prospects: None,
        class: ground.class,
    })
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
        Some(_) => store::booking::elsewhere::of(conn, case.resource, &wish, person, case.now)?,
        // what another institution asks of a class is seen on its own page
        None => Vec::new(),
    };
    let asked = elsewhere::Asked {
        now: case.now,
        wish,
        manner: None,
    };
    let others = elsewhere::cases(&others, &asked);
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
fn window(resource: &Resource, from: chrono::NaiveDate) -> Span {
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
