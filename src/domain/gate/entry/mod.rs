//! 必要な確認の登録: what somebody enters for a gate becomes a dated fact and goes to the offices that
//! answer for it; or every reason why not.

pub mod field;
pub mod scene;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod trial;
mod typed;

use chrono::NaiveDate;

use crate::domain::actor::Person;
use crate::domain::calendar::ClosedDays;
use crate::domain::equivalence::{self, Wanted};
use crate::domain::event::{Event, Kind};
use crate::domain::gate::Gate;
use crate::domain::gate::ask::Ask;
use crate::domain::gate::asked::{Case, Place, Recognised};
use crate::domain::gate::declaration::Detail;
use crate::domain::gate::entry::field::{At, Fields, fields};
use crate::domain::gate::entry::scene::{Scene, Typed, terms};
use crate::domain::gate::entry::typed::read;
use crate::domain::gate::fact::{Fact, Side};
use crate::domain::gate::standing::needed;
use crate::domain::halt::{Decision, Done};
use crate::domain::id::{FacilityId, FactId};
use crate::domain::parameter::Parameter;
use crate::domain::parameter::terms::Terms;
use crate::domain::refusal::fact::FactBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span};

/// Most facts of one person that stand at a time.
pub const MOST: usize = 200;
/// Most facts that one person enters in a day: each asks an office.
pub const MOST_LATELY: i64 = 40;

/// Where nothing was said of a facility: no gate that a facility's managers answer for gets here.
const NO_FACILITY: FacilityId = FacilityId::new(0);

/// A fact as it is kept, and what follows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entered {
    pub fact: Fact,
    pub detail: Detail,
    /// Whether the person's own word is enough.
    pub own: bool,
    pub asks: Vec<Ask>,
    /// Earlier declarations for the same booking: this one takes their place.
    pub replaces: Vec<FactId>,
}

/// Enters a fact for a gate.
///
/// # Errors
/// Every field that is missing, too long or makes no sense; a level that the room does not allow;
/// too many facts.
pub fn enter(
    (id, gate): (FactId, Gate),
    typed: &Typed,
    scene: &Scene,
    by: &Person,
    at: Instant,
) -> Decision<Entered> {
    let Some(fields) = fields(gate) else {
        return Err(vec![Refusal::of(Wrong::WrongState)]);
    };
    let (mut fact, detail) = match read((gate, &fields), typed, scene, at.day()) {
        Ok((fact, detail)) if is_little(scene) => (fact, detail),
        Ok(_) => return Err(vec![too_many()]),
        Err(mut wrong) => {
            if !is_little(scene) {
                wrong.push(too_many());
            }
            return Err(wrong);
        }
    };
    fact.id = id;
    fact.user = by.id;
    fact.entered_at = at;
    aim(&mut fact, &fields, scene);
    let sides = first_sides(&fact, scene);
    let place = place(scene);
    let due = due(scene, at.day());
    let event = match fact.booking {
        Some(booking) => Event::about_booking(Kind::GateEntered, booking, Vec::new()),
        None => Event::about_user(Kind::GateEntered, by.id, Vec::new()),
    };
    let replaced = |old: &&Fact| fact.booking.is_some() && old.booking == fact.booking;
    let replaces = scene.facts.iter().filter(|old| old.gate == gate);
    let value = Entered {
        own: sides == [Side::Own],
        asks: sides
            .into_iter()
            .filter_map(|side| Ask::of(gate, side, place, due))
            .collect(),
        replaces: replaces.filter(replaced).map(|old| old.id).collect(),
        fact,
        detail,
    };
    Ok(Done {
        value,
        event: event.with("fact", id).with("gate", gate.code()),
    })
}

fn is_little(scene: &Scene) -> bool {
    scene.facts.len() < MOST && scene.lately < MOST_LATELY
}

fn too_many() -> Refusal {
    Refusal::of(Wrong::Fact(FactBar::TooMany))
}

/// For where it counts.
fn aim(fact: &mut Fact, fields: &Fields, scene: &Scene) {
    if fields.at != At::Anywhere {
        fact.facility = scene.resource.as_ref().map(|resource| resource.facility);
    }
    if is_of_booking(fact.gate, fields, scene) {
        fact.booking = scene.booking.as_ref().map(|booking| booking.id);
    }
}

fn is_of_booking(gate: Gate, fields: &Fields, scene: &Scene) -> bool {
    let each = gate == Gate::OrgPledge
        && terms(scene).is_some_and(|terms| terms.code(Parameter::OrgPledgeRequired) == "each");
    fields.at == At::Booking || each
}

/// The sides that are asked at once. Without a booking it is the first: another provider's office is
/// asked when a use there needs it.
fn first_sides(fact: &Fact, scene: &Scene) -> Vec<Side> {
    let recognised = scene.resource.as_ref().map_or(Recognised::No, |resource| {
        let wanted = Wanted {
            institution: resource.institution,
            gate: fact.gate,
            course: None,
        };
        equivalence::recognised(&scene.lines, wanted, fact)
    });
    let office =
        terms(scene).is_some_and(|terms| terms.code(Parameter::ExportCheck) == "office_decision");
    let mut sides = needed(fact, place(scene), (recognised, office));
    if scene.booking.is_none() {
        sides.truncate(1);
    }
    sides
}

/// Where it is meant for; at home where nothing was said.
fn place(scene: &Scene) -> Place {
    let home = scene
        .booking
        .as_ref()
        .map_or(scene.home, |booking| booking.institution);
    match &scene.resource {
        Some(resource) => Place {
            facility: resource.facility,
            provider: resource.institution,
            home,
        },
        None => Place {
            facility: NO_FACILITY,
            provider: home,
            home,
        },
    }
}

/// The day by which an office should have answered what it is asked today.
#[must_use]
pub fn due(scene: &Scene, today: NaiveDate) -> NaiveDate {
    let standard = ClosedDays::standard();
    let defaults = Terms::default();
    let (closed, terms) = match &scene.resource {
        Some(resource) => (
            &resource.parameters.closed,
            terms(scene).unwrap_or(&defaults),
        ),
        None => (&standard, &defaults),
    };
    closed.after(today, terms.count(Parameter::GateOfficeBusinessDays))
}

/// Whether the rules of the resource ask for the gate; gates that count anywhere may always be entered.
#[must_use]
pub fn is_asked(gate: Gate, scene: &Scene, at: Instant) -> bool {
    let Some(fields) = fields(gate) else {
        return false;
    };
    let Some(resource) = &scene.resource else {
        return fields.at == At::Anywhere;
    };
    if fields.at == At::Anywhere {
        return true;
    }
    let span = scene.booking.as_ref().map(|booking| booking.span);
    let Some(span) = span.or_else(|| Span::of_minutes(at, 1)) else {
        return false;
    };
    let in_force = resource.on(span.start().day());
    let case = Case {
        terms: in_force.terms,
        closed: &in_force.parameters.closed,
        asked_on: at.day(),
        span,
        support: SupportMode::SelfOperation,
        project_number: "",
        booking: None,
        place: place(scene),
        last_use: None,
        facts: &[],
        courses: &[],
        recognised: &|_, _| Recognised::No,
    };
    let needs_booking = fields.at == At::Booking && scene.booking.is_none();
    !needs_booking && case.asked().iter().any(|asked| asked.gate == gate)
}
