//! What the applicant's and the manager's pages both show of a booking.

use crate::domain::booking::amend::Proposal;
use crate::domain::booking::attending::can_name;
use crate::domain::booking::{Fellow, Standing, State};
use crate::domain::counted::Counted;
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::domain::language::Language;
use crate::store::booking::{contest, gather, home};
use crate::store::ledger::{self, Line};
use crate::web::answer::Stop;
use crate::web::links;
use crate::web::parts::{Chip, LinkedFact, Mark};
use crate::web::visit::Visit;
use crate::words::booking::{happened, state};
use crate::words::{attend, beside, counted, endorse, gate, name, when};

/// The visitor's own request with its history; others' requests do not exist for them.
///
/// # Errors
/// Not theirs, or a fault.
pub async fn mine(visit: &Visit, no: &str) -> Result<(Standing, Vec<Line>), Stop> {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let (user, at) = (visit.person()?.id, visit.actor.at);
    let look = visit.db().read(move |conn| {
        let standing = gather::view(conn, id, at)?;
        if standing.booking.user == user {
            Ok((standing, ledger::history(conn, id)?))
        } else {
            Err(Halt::Absent)
        }
    });
    Ok(look.await?)
}

/// The names of those who decide.
#[must_use]
pub fn managers(standing: &Standing) -> String {
    let managers = standing.managers.iter();
    let names: Vec<&str> = managers.map(|manager| manager.name.as_str()).collect();
    names.join("・")
}

/// Where it stands, as a sentence to its applicant.
///
/// # Errors
/// A fault of the database.
pub async fn sentence(visit: &Visit, standing: &Standing) -> Result<String, Stop> {
    let booking = &standing.booking;
    if booking.state != State::UserSide {
        let who = managers(standing);
        return Ok(state::sentence(visit.language, booking.state, &who));
    }
    let (id, user, institution) = (booking.id, booking.user, booking.institution);
    let look = visit.db().read(move |conn| {
        let named = home::responsible(conn, user, institution)?;
        Ok((named, contest::is_wanted(conn, id)?))
    });
    let (named, competes) = look.await?;
    let who = named.as_ref().map(|named| named.name.as_str());
    Ok(endorse::waiting(visit.language, who, !competes))
}

/// Where it stands, in one word.
#[must_use]
pub fn chip(visit: &Visit, standing: &Standing) -> Chip {
    let (tone, text) = state::chip(visit.language, standing.booking.state);
    let held = standing
        .hold
        .as_ref()
        .filter(|_| standing.booking.state == State::Held)
        .map(|hold| gate::held(visit.language, &hold.gates));
    Chip {
        tone,
        text: held.unwrap_or_else(|| text.to_owned()),
    }
}

/// Resource, facility and time; of a shared capacity also how much of it.
#[must_use]
pub fn place_and_time(visit: &Visit, standing: &Standing) -> Vec<LinkedFact> {
    let w = &visit.words().booking;
    let language = visit.language;
    let resource = &standing.resource;
    let institution = name::of(language, &resource.institution_name);
    let place = format!(
        "{institution} {}",
        name::of(language, &resource.facility_name)
    );
    let href = visit.href(&links::resource(&resource.slug));
    let mut facts = vec![
        LinkedFact::link(w.resource, name::of(language, &resource.name), href),
        LinkedFact::plain(w.facility, place),
        LinkedFact::plain(
            w.when,
            when::span_with_year(language, &standing.booking.span),
        ),
    ];
    facts.extend(units_of(visit, standing));
    facts.extend(parts_of(visit, standing));
    facts
}

/// The other bookings of its set.
pub struct Set {
    /// Each with where it stands; none where it was asked for alone.
    pub facts: Vec<LinkedFact>,
    pub w: &'static beside::Words,
    /// What they mean for each other now.
    pub means: &'static str,
}

/// The other bookings of its set, and what they mean for each other now.
#[must_use]
pub fn set(visit: &Visit, standing: &Standing) -> Set {
    let w = beside::of(visit.language);
    Set {
        facts: fellows(visit, standing),
        w,
        means: match standing.booking.state {
            over if over.is_given_up() => w.set_over,
            settled if settled.is_settled() => w.set_stays,
            _ => w.set_means,
        },
    }
}

/// Only the applicant's own can be opened.
fn fellows(visit: &Visit, standing: &Standing) -> Vec<LinkedFact> {
    let language = visit.language;
    let is_own = visit.actor.person().map(|person| person.id) == Some(standing.booking.user);
    let fact = |one: &Fellow| {
        let label = name::of(language, &one.name);
        let (_, state) = state::chip(language, one.state);
        let place = name::of(language, &one.place);
        let span = when::span_with_year(language, &one.span);
        let said = format!("{state} · {place} · {span}");
        match is_own {
            true => LinkedFact::link(label, said, visit.href(&links::request(one.id))),
            false => LinkedFact::plain(label, said),
        }
    };
    standing.fellows.iter().map(fact).collect()
}

/// What is used together with it.
fn parts_of(visit: &Visit, standing: &Standing) -> Option<LinkedFact> {
    let language = visit.language;
    let names = standing.parts.iter().map(|part| &part.name);
    let said = beside::list(language, names);
    let label = beside::of(language).label;
    (!said.is_empty()).then(|| LinkedFact::plain(label, said))
}

/// How much it takes, where there is more than one.
#[must_use]
pub fn units_of(visit: &Visit, standing: &Standing) -> Option<LinkedFact> {
    let (units, capacity) = (standing.booking.units, standing.resource.capacity);
    (capacity > 1 || units > 1).then(|| self::units(visit, standing, units))
}

/// How much of a shared capacity.
fn units(visit: &Visit, standing: &Standing, count: u32) -> LinkedFact {
    let counted = Counted::of(&standing.resource.category);
    let label = counted::label(visit.language, counted);
    LinkedFact::plain(label, counted::of(visit.language, counted, count))
}

/// What the applicant wrote about the use.
#[must_use]
pub fn content(visit: &Visit, standing: &Standing) -> Vec<LinkedFact> {
    let w = &visit.words().booking;
    let language = visit.language;
    let content = &standing.booking.content;
    let safety = content.safety.map(|one| state::safety(language, one));
    let support = content
        .support_mode
        .map(|one| state::support_mode(language, one));
    let mut facts = vec![
        LinkedFact::plain(w.purpose, &content.purpose),
        LinkedFact::plain(w.sample, &content.sample),
    ];
    facts.extend(safety.map(|text| LinkedFact::plain(w.safety, text)));
    facts.extend(support.map(|text| LinkedFact::plain(w.support_mode, text)));
    facts.extend(attendant(visit, standing));
    if !content.project_number.is_empty() {
        facts.push(LinkedFact::plain(w.project_number, &content.project_number));
    }
    facts
}

/// Who attends it, where somebody does or must.
fn attendant(visit: &Visit, standing: &Standing) -> Option<LinkedFact> {
    let w = attend::of(visit.language);
    let named = standing.attendant.as_ref();
    let named = named.map(|one| name::of(visit.language, &one.name).to_owned());
    let missing = || can_name(standing, visit.actor.at).then(|| w.nobody_yet.to_owned());
    let said = named.or_else(missing)?;
    Some(LinkedFact::plain(w.label, said))
}

/// What happened to it, oldest first.
#[must_use]
pub fn history(visit: &Visit, lines: &[Line]) -> Vec<Mark> {
    lines.iter().map(|line| mark(visit, line)).collect()
}

fn mark(visit: &Visit, line: &Line) -> Mark {
    let house = visit.words().booking.house;
    let by = line.by.as_deref().unwrap_or(house);
    Mark {
        when: format!("{} {by}", when::moment(visit.language, line.at)),
        text: happened::happened(visit.language, line.kind).to_owned(),
        more: line.reason.clone().unwrap_or_default(),
        open: false,
    }
}

/// What a change asks for, where it differs from the booking as it stands.
#[must_use]
pub fn wanted(visit: &Visit, standing: &Standing, proposal: &Proposal) -> Vec<LinkedFact> {
    let (l, w, c) = (
        visit.language,
        &visit.words().booking,
        &visit.words().change,
    );
    let booking = &standing.booking;
    let label = |of: &str| match l {
        Language::Ja => format!("{}：{of}", c.asked),
        Language::En => format!("{}: {of}", c.asked),
    };
    let mut facts = Vec::new();
    if proposal.span != booking.span {
        let when = when::span_with_year(l, &proposal.span);
        facts.push(LinkedFact::plain(&label(w.when), when));
    }
    if proposal.units != booking.units {
        let units = units(visit, standing, proposal.units);
        facts.push(LinkedFact::plain(&label(&units.label), units.value));
    }
    if proposal.agreed {
        let said = beside::of(l).change_agreed;
        facts.push(LinkedFact::plain(w.status, said));
    }
    let mut changed = standing.clone();
    changed.booking.content = proposal.content.clone();
    let before = content(visit, standing);
    let after = content(visit, &changed);
    for fact in after.into_iter().filter(|one| !before.contains(one)) {
        facts.push(LinkedFact::plain(&label(&fact.label), fact.value));
    }
    facts
}
