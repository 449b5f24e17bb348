//! How each gate stands that is asked for: open, waiting for whom, missing; and what to do next.

use chrono::NaiveDate;

use crate::domain::gate::asked::{Asked, Case, Place, Recognised};
use crate::domain::gate::fact::{Fact, Ruling, Side, Verdict};
use crate::domain::gate::validity::until;
use crate::domain::gate::{Gate, Holder, Office};
use crate::domain::id::FactId;
use crate::domain::parameter::Parameter;
use crate::domain::support::SupportMode;

/// The level of a declaration that says: nothing of the kind.
pub const NOTHING: &str = "none";
/// The level of an export declaration that the offices must look at: 非居住者 or 特定類型.
pub const SPECIAL: &str = "special";

/// One gate that is asked for, and how it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standing {
    pub asked: Asked,
    pub state: GateState,
    pub next: NextStep,
    /// The Tokyo day by which the next step is due, or the answer expected.
    pub due: Option<NaiveDate>,
    /// The fact that speaks for it best.
    pub fact: Option<FactId>,
    /// The sides whose offices have not answered on that fact yet.
    pub awaits: Vec<Side>,
}

/// How a gate stands on the day on which it is tested.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum GateState {
    /// Open; until which day, and for which way of use only.
    Open {
        until: Option<NaiveDate>,
        condition: Option<SupportMode>,
    },
    /// Entered, and not ruled on yet by this side.
    Waiting {
        side: Side,
        office: Office,
    },
    /// Nothing was entered.
    Missing,
    /// It counted until this day, the last.
    Expired {
        on: NaiveDate,
    },
    Refused {
        side: Side,
    },
    /// Confirmed once, and taken back.
    Revoked {
        side: Side,
    },
}

/// What has to happen next.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum NextStep {
    Nothing,
    /// The person enters it.
    Enter,
    /// The person enters a newer one.
    Renew,
    /// The person takes part in the training.
    Train,
    /// The office of this side answers.
    Await {
        side: Side,
        office: Office,
    },
    /// The person talks to the office of this side.
    Ask {
        side: Side,
        office: Office,
    },
}

impl Standing {
    /// Whether it stands in nobody's way.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.state, GateState::Open { .. })
    }

    /// The only way of use that it leaves, if it leaves only one.
    #[must_use]
    pub const fn condition(&self) -> Option<SupportMode> {
        match self.state {
            GateState::Open { condition, .. } => condition,
            _ => None,
        }
    }
}

/// How every gate stands that is asked for.
#[must_use]
pub fn standings(case: &Case<'_>) -> Vec<Standing> {
    standings_of(case, case.asked())
}

/// How these gates stand, whoever asks for them.
#[must_use]
pub fn standings_of(case: &Case<'_>, asked: Vec<Asked>) -> Vec<Standing> {
    asked.into_iter().map(|one| standing(case, one)).collect()
}

fn standing(case: &Case<'_>, asked: Asked) -> Standing {
    let best = case
        .facts
        .iter()
        .filter(|fact| is_about(case, &asked, fact))
        .map(|fact| (state(case, &asked, fact), fact))
        .max_by_key(|(state, fact)| (rank(*state), fact.entered_at, fact.id));
    let (state, fact) = match best {
        Some((state, fact)) => (state, Some(fact)),
        None => (GateState::Missing, None),
    };
    let next = next(&asked, state);
    let awaits = match (state, fact) {
        (GateState::Waiting { .. }, Some(fact)) => awaited(case, &asked, fact),
        _ => Vec::new(),
    };
    Standing {
        due: due(case, next, fact),
        fact: fact.map(|fact| fact.id),
        awaits,
        asked,
        state,
        next,
    }
}

/// Whether a fact speaks for what is asked at all.
fn is_about(case: &Case<'_>, asked: &Asked, fact: &Fact) -> bool {
    let here = fact
        .facility
        .is_none_or(|facility| facility == case.place.facility)
        || (case.recognised)(asked, fact) != Recognised::No;
    let for_this = match (fact.booking, is_of_booking(case, asked.gate)) {
        (Some(booking), _) => case.booking == Some(booking),
        (None, true) => false,
        (None, false) => true,
    };
    let project = asked.gate.holder() != Holder::Project
        || fact.project_number.is_empty()
        || fact.project_number == case.project_number;
    fact.gate == asked.gate && here && for_this && project && is_course(case, asked, fact)
}

fn is_of_booking(case: &Case<'_>, gate: Gate) -> bool {
    let each = case.terms.code(Parameter::OrgPledgeRequired) == "each";
    gate.holder() == Holder::Booking || gate == Gate::OrgPledge && each
}

/// The named course itself, or one that is recognised for it.
fn is_course(case: &Case<'_>, asked: &Asked, fact: &Fact) -> bool {
    let Some(code) = &asked.course else {
        return true;
    };
    let wanted = case.courses.iter().find(|(known, _)| known == code);
    wanted.is_some_and(|(_, id)| fact.course == Some(*id))
        || (case.recognised)(asked, fact) != Recognised::No
}

fn state(case: &Case<'_>, asked: &Asked, fact: &Fact) -> GateState {
    let day = case.tested_on();
    let recognised = (case.recognised)(asked, fact);
    let until = until(case, fact, recognised);
    let mut condition: Option<SupportMode> = None;
    let mut waiting = None;
    for side in sides(case, fact, recognised) {
        let said = said(case, fact, side);
        match said.map(|ruling| (ruling.verdict, ruling.condition)) {
            Some((Verdict::Confirmed, only)) => condition = condition.max(only),
            Some((Verdict::Refused, _)) => return GateState::Refused { side },
            Some((Verdict::Revoked, _)) => return GateState::Revoked { side },
            None => waiting = waiting.or(Some(side)),
        }
    }
    if let Some(on) = until.filter(|last| *last < day) {
        return GateState::Expired { on };
    }
    if fact.issued_on.is_some_and(|issued| issued > day) {
        return GateState::Missing;
    }
    match waiting {
        Some(side) => GateState::Waiting {
            side,
            office: asked.gate.office(),
        },
        None => GateState::Open { until, condition },
    }
}

/// What the office of a side said last.
fn said<'a>(case: &Case<'_>, fact: &'a Fact, side: Side) -> Option<&'a Ruling> {
    let of = case.place.of(side);
    fact.rulings.iter().rev().find(|one| one.is_of(side, of))
}

/// The sides that have not spoken yet.
fn awaited(case: &Case<'_>, asked: &Asked, fact: &Fact) -> Vec<Side> {
    let recognised = (case.recognised)(asked, fact);
    let mut sides = sides(case, fact, recognised);
    sides.retain(|side| said(case, fact, *side).is_none());
    sides
}

/// Who must have confirmed it.
#[must_use]
pub fn sides(case: &Case<'_>, fact: &Fact, recognised: Recognised) -> Vec<Side> {
    let office = case.terms.code(Parameter::ExportCheck) == "office_decision";
    needed(fact, case.place, (recognised, office))
}

/// Who must have confirmed it at a place; the last says whether the offices decide on exports
/// whatever was declared.
#[must_use]
pub fn needed(
    fact: &Fact,
    place: Place,
    (recognised, office_decides): (Recognised, bool),
) -> Vec<Side> {
    let issuer = fact.issuer.unwrap_or(place.home);
    let unknown = fact.gate.is_portable() && recognised == Recognised::No;
    let nothing = fact.level == NOTHING;
    match fact.gate.office() {
        Office::Nobody => Vec::new(),
        Office::HomeDesk(_) if place.home != place.provider && issuer == place.provider => {
            vec![Side::Provider]
        }
        Office::HomeDesk(_) if place.home != place.provider && unknown => {
            vec![Side::Home, Side::Provider]
        }
        Office::HomeOfficer | Office::HomeDesk(_) => vec![Side::Home],
        Office::FacilityManager if nothing => vec![Side::Own],
        // what the issuer confirmed and the table recognises needs no second look
        Office::FacilityManager => vec![Side::Provider],
        Office::BothDesks(_) => export_sides(fact, place, office_decides),
    }
}

fn export_sides(fact: &Fact, place: Place, office_decides: bool) -> Vec<Side> {
    match (office_decides || fact.level == SPECIAL, place) {
        (false, _) => vec![Side::Own],
        (true, place) if place.home == place.provider => vec![Side::Provider],
        (true, _) => vec![Side::Home, Side::Provider],
    }
}

/// The better a state is, the higher; of two open ones that without a condition and the longer one.
fn rank(state: GateState) -> (u8, u8, NaiveDate) {
    let plain = |rank| (rank, 0, NaiveDate::MIN);
    match state {
        GateState::Open { until, condition } => {
            let free = match condition {
                None | Some(SupportMode::SelfOperation) => 2,
                Some(SupportMode::Assisted) => 1,
                Some(SupportMode::Proxy) => 0,
            };
            (5, free, until.unwrap_or(NaiveDate::MAX))
        }
        GateState::Waiting { .. } => plain(4),
        GateState::Expired { on } => (3, 0, on),
        GateState::Refused { .. } => plain(2),
        GateState::Revoked { .. } => plain(1),
        GateState::Missing => plain(0),
    }
}

fn next(asked: &Asked, state: GateState) -> NextStep {
    let office = asked.gate.office();
    match (state, asked.gate) {
        (GateState::Open { .. }, _) => NextStep::Nothing,
        (GateState::Waiting { side, office }, _) => NextStep::Await { side, office },
        (GateState::Missing | GateState::Expired { .. }, Gate::Training) => NextStep::Train,
        (GateState::Missing, _) => NextStep::Enter,
        (GateState::Expired { .. }, _) => NextStep::Renew,
        (GateState::Refused { side } | GateState::Revoked { side }, _) => {
            NextStep::Ask { side, office }
        }
    }
}

/// When the next step is due: the person's so early that the office has its days before the use,
/// the office's so many business days after it was entered.
fn due(case: &Case<'_>, next: NextStep, fact: Option<&Fact>) -> Option<NaiveDate> {
    let days = case.terms.count(Parameter::GateOfficeBusinessDays);
    match next {
        NextStep::Nothing => None,
        NextStep::Await { .. } => fact.map(|fact| case.closed.after(fact.entered_at.day(), days)),
        _ => Some(case.closed.before(case.span.start().day(), days)),
    }
}
