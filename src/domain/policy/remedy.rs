//! Ways forward, computed for the wish at hand: each is tried before it is offered.

mod near;
mod part;
mod place;

use std::mem::{Discriminant, discriminant};

use crate::domain::gate::Gate;
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::kind::Waiver;
use crate::domain::policy::applicant::Manner;
use crate::domain::policy::case::Case;
use crate::domain::policy::hour::midnight_after;
use crate::domain::policy::person;
use crate::domain::policy::remedy::near::{TRIED, free_near};
use crate::domain::policy::remedy::part::{at_times, parts};
use crate::domain::policy::remedy::place::elsewhere;
use crate::domain::policy::training;
use crate::domain::policy::verdict::violations;
use crate::domain::refusal::ground::{GateClosed, Remedy};
use crate::domain::refusal::unfit::Unfit;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::support::SupportMode;
use crate::domain::time::Span;

/// How many nearest free slots a refusal offers.
const OFFERS: usize = 3;

/// The ways forward of one refusal; `all` are the refusals of the same wish. Whoever takes one of
/// them is not refused for this reason any more, nor for a new one.
pub(super) fn of(case: &Case<'_>, refusal: &Refusal, all: &[Refusal]) -> Vec<Remedy> {
    let mut remedies = match &refusal.wrong {
        Wrong::InPast
        | Wrong::TooSoon { .. }
        | Wrong::TooFar { .. }
        | Wrong::NotReleased { .. }
        | Wrong::OffGrid { .. }
        | Wrong::ClosedDay { .. }
        | Wrong::OutsideHours { .. }
        | Wrong::TooShort { .. } => slots(case, all),
        Wrong::Taken { .. } => [slots(case, all), instead(case, all)].concat(),
        Wrong::TooLong { .. } | Wrong::TooManyDays { .. } | Wrong::NightBeforeClosed { .. } => {
            first_of(shorter(case, refusal, all), || slots(case, all))
        }
        Wrong::Use(UseBar::OverCapacity { .. }) => of_capacity(case, refusal, all),
        Wrong::Use(UseBar::NobodyAttends { .. }) => attended(case, refusal, all),
        // what was mistyped is typed again
        Wrong::Malformed { .. } => return Vec::new(),
        Wrong::Unfit(Unfit::OverQuota { left, .. }) => {
            first_of(of_length(case, *left, refusal, all), || elsewhere(case))
        }
        Wrong::Unfit(Unfit::OverShare { left, .. }) => {
            let length = of_length(case, *left, refusal, all);
            [length, slots(case, all), elsewhere(case)].concat()
        }
        Wrong::Unfit(Unfit::SupportModeNotOffered { .. })
        | Wrong::Unfit(Unfit::SupervisionNeeded { .. }) => modes(case, refusal, all),
        Wrong::Unfit(Unfit::GateClosed { gate, why }) => {
            let ways = match (gate, why) {
                (Gate::Training, _) => [training::dates(case), modes(case, refusal, all)].concat(),
                _ => entering(*gate, why),
            };
            first_of(ways, || elsewhere(case))
        }
        Wrong::Unfit(Unfit::InstitutionNotEligible { .. })
        | Wrong::Unfit(Unfit::PositionNotEligible { .. })
        | Wrong::Unfit(Unfit::StudentNotResponsible)
        | Wrong::Unfit(Unfit::BslTooHigh { .. })
        | Wrong::Unfit(Unfit::TooManyOpen { .. })
        | Wrong::Unfit(Unfit::Suspended { .. }) => elsewhere(case),
        _ => Vec::new(),
    };
    let waiver = refusal.ground.as_ref().map(|ground| ground.waiver);
    let somebody = waiver.filter(|waiver| *waiver != Waiver::Nobody);
    remedies.extend(somebody.map(Remedy::Waiver));
    if remedies.is_empty() {
        remedies.push(Remedy::Ask);
    }
    remedies
}

/// Times at which somebody can attend, and ways of use that need nobody.
fn attended(case: &Case<'_>, refusal: &Refusal, all: &[Refusal]) -> Vec<Remedy> {
    [slots(case, all), modes(case, refusal, all)].concat()
}

/// What opens a gate that nobody is looking at yet: entering its fact.
fn entering(gate: Gate, why: &GateClosed) -> Vec<Remedy> {
    match why {
        GateClosed::Waiting(_) | GateClosed::Refused(_) => Vec::new(),
        GateClosed::Missing | GateClosed::Expires(_) => vec![Remedy::Enter(gate)],
    }
}

/// What there is instead of a time that is taken: its line, and other places.
fn instead(case: &Case<'_>, all: &[Refusal]) -> Vec<Remedy> {
    let line = waits(case, all).then_some(Remedy::Wait);
    line.into_iter().chain(elsewhere(case)).collect()
}

/// Whether it helps to wait: the rule knows a line, and nothing else stands in the way.
fn waits(case: &Case<'_>, all: &[Refusal]) -> bool {
    let mut all = all.iter();
    case.in_force().terms.flag(Parameter::AllowWaitlist)
        && case.units <= case.resource.capacity
        && all.all(|one| {
            // the line is for the resource itself, not for what is used with it
            one.beside.is_none()
                && matches!(
                    one.wrong,
                    Wrong::Taken { .. } | Wrong::Use(UseBar::OverCapacity { .. })
                )
        })
}

/// What of a shared capacity still fits, the whole of it at other times, and other resources.
fn of_capacity(case: &Case<'_>, refusal: &Refusal, all: &[Refusal]) -> Vec<Remedy> {
    let found = parts(case, &|part| helps(part, refusal, all));
    let times = at_times(case, slots_of(&slots(case, all)));
    [found, times, instead(case, all)].concat()
}

fn first_of(found: Vec<Remedy>, otherwise: impl FnOnce() -> Vec<Remedy>) -> Vec<Remedy> {
    if found.is_empty() { otherwise() } else { found }
}

/// What tells one reason from another, whatever its numbers are.
pub(super) type Kind = (
    Discriminant<Wrong>,
    Option<Parameter>,
    Option<Gate>,
    Option<Name>,
);

pub(super) fn kind(refusal: &Refusal) -> Kind {
    let gate = match &refusal.wrong {
        Wrong::Unfit(Unfit::GateClosed { gate, .. }) => Some(*gate),
        _ => None,
    };
    let parameter = refusal.ground.as_ref().map(|ground| ground.parameter);
    (
        discriminant(&refusal.wrong),
        parameter,
        gate,
        refusal.beside.clone(),
    )
}

/// Whether the case lacks this refusal's reason and has none that it did not have before.
fn helps(case: &Case<'_>, refusal: &Refusal, all: &[Refusal]) -> bool {
    violations(case)
        .iter()
        .all(|left| kind(left) != kind(refusal) && all.iter().any(|one| kind(one) == kind(left)))
}

/// The nearest times at which nothing of the time is wrong any more.
fn slots(case: &Case<'_>, all: &[Refusal]) -> Vec<Remedy> {
    let of_time = |refusal: &Refusal| {
        matches!(
            refusal.wrong,
            Wrong::InPast
                | Wrong::TooSoon { .. }
                | Wrong::TooFar { .. }
                | Wrong::NotReleased { .. }
                | Wrong::TooShort { .. }
                | Wrong::TooLong { .. }
                | Wrong::TooManyDays { .. }
                | Wrong::NightBeforeClosed { .. }
                | Wrong::OffGrid { .. }
                | Wrong::ClosedDay { .. }
                | Wrong::OutsideHours { .. }
                | Wrong::Taken { .. }
                | Wrong::Use(UseBar::OverCapacity { .. } | UseBar::NobodyAttends { .. })
                | Wrong::Unfit(Unfit::OverShare { .. })
        )
    };
    let rest: Vec<Kind> = all.iter().filter(|one| !of_time(one)).map(kind).collect();
    let good = |slot: &Span| {
        let left = violations(&case.at(*slot));
        left.iter()
            .all(|one| !of_time(one) && rest.contains(&kind(one)))
    };
    let mut slots: Vec<Span> = free_near(case, TRIED).into_iter().filter(good).collect();
    slots.truncate(OFFERS);
    slots.sort_by_key(Span::start);
    if slots.is_empty() {
        Vec::new()
    } else {
        vec![Remedy::Slots(slots)]
    }
}

/// A shorter use from the same start: as long as the rule allows.
fn shorter(case: &Case<'_>, refusal: &Refusal, all: &[Refusal]) -> Vec<Remedy> {
    let parameters = case.in_force().parameters;
    let midnight = midnight_after(case.wish.start()).unix();
    let until_midnight = midnight.saturating_sub(case.wish.start().unix());
    let most = match refusal.wrong {
        Wrong::TooLong { max_minutes } => i64::from(max_minutes),
        Wrong::TooManyDays { most } => until_midnight / 60 + i64::from(most.max(1) - 1) * 24 * 60,
        _ => until_midnight / 60,
    };
    of_length(
        case,
        most.min(i64::from(parameters.max_minutes)),
        refusal,
        all,
    )
}

/// The same start with the longest length on the raster up to `most` minutes, if that helps.
fn of_length(case: &Case<'_>, most: i64, refusal: &Refusal, all: &[Refusal]) -> Vec<Remedy> {
    let slot = i64::from(case.in_force().parameters.slot_minutes.max(1));
    let minutes = most / slot * slot;
    let Some(wish) = Span::of_minutes(case.wish.start(), minutes) else {
        return Vec::new();
    };
    if helps(&case.at(wish), refusal, all) {
        vec![Remedy::Length { minutes }]
    } else {
        Vec::new()
    }
}

/// Other ways of use that are offered and help.
fn modes(case: &Case<'_>, refusal: &Refusal, all: &[Refusal]) -> Vec<Remedy> {
    let helps_with = |mode: &SupportMode| {
        let manner = Manner {
            support: Some(*mode),
            ..case.manner.cloned().unwrap_or_default()
        };
        let case = Case {
            manner: Some(&manner),
            ..*case
        };
        helps(&case, refusal, all)
    };
    person::offered(case)
        .into_iter()
        .filter(|mode| Some(*mode) != case.manner.and_then(|manner| manner.support))
        .filter(helps_with)
        .map(Remedy::Mode)
        .collect()
}

/// The slots among ways forward.
pub(super) fn slots_of(remedies: &[Remedy]) -> Vec<Span> {
    let slots = |remedy: &Remedy| match remedy {
        Remedy::Slots(slots) => slots.clone(),
        _ => Vec::new(),
    };
    remedies.iter().flat_map(slots).collect()
}
