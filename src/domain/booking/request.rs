//! Asking for time: the wish, the rules and the consent become a booking, or every reason why not.

mod letters;

use chrono::NaiveDate;

use crate::domain::actor::Person;
use crate::domain::attendant::is_needed;
use crate::domain::booking::Hold;
use crate::domain::booking::content::check_content;
use crate::domain::booking::evaluation::Evaluation;
use crate::domain::booking::member::Member;
use crate::domain::booking::{Booking, Scene, State, Wish, contest, hold, home};
use crate::domain::event::{Event, Kind};
use crate::domain::gate::Gate;
use crate::domain::gate::standing::Standing;
use crate::domain::halt::{Decision, Done};
use crate::domain::id::{BookingId, ResourceId};
use crate::domain::policy;
use crate::domain::policy::applicant::Manner;
use crate::domain::policy::case::{Beside, Case};
use crate::domain::policy::elsewhere::{self, Asked};
use crate::domain::policy::verdict::{violations, waivers_used};
use crate::domain::reconsent::open;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::{Citation, Refusal, Wrong};
use crate::domain::rule::{Consent, Rule, in_force, in_force_all};
use crate::domain::time::{Instant, Span};

/// What a request writes.
#[derive(Clone, Debug)]
pub struct Requested {
    pub booking: Booking,
    /// What it takes of its resource, or would take if it is chosen.
    pub claim: Span,
    /// The consents given with it: to the facility's rule and to its institution's own.
    pub consents: Vec<Consent>,
    /// Why it waits from the start, if a gate is not open yet.
    pub hold: Option<Hold>,
    /// What it was judged by.
    pub evaluation: Evaluation,
    /// Whether it competes for its time: nothing is held for it.
    pub competes: bool,
    /// Whether somebody must attend it.
    pub attended: bool,
    /// What it takes besides its resource.
    pub with: Vec<ResourceId>,
    /// Those that were asked for with it.
    pub member: Option<Member>,
}

/// Asks for time: all reasons why not, or a booking that holds its slot until it is decided; where requests
/// compete, one that holds nothing until it is chosen.
///
/// # Errors
/// Every refusal of form, slot and consent at once.
pub fn request(
    id: BookingId,
    wish: Wish,
    scene: &Scene,
    by: &Person,
    at: Instant,
) -> Decision<Requested> {
    let (span, rule) = check(&wish, scene, at)?;
    let consents = agreed(scene, &span, (by, at));
    let (waits, evaluation) = judged(&wish, span, scene, at);
    let state = begins(scene, &span, waits.is_some());
    let in_force = scene.resource.on(span.start().day());
    let attended = is_needed(in_force.terms, wish.content.support_mode);
    let booking = Booking {
        id,
        resource: scene.resource.id,
        user: by.id,
        institution: by.institution,
        rule: rule.id,
        span,
        units: scene.units(&wish),
        content: wish.content,
        state,
        version: 1,
        created_at: at,
    };
    let letters = letters::asked(&booking, waits.as_ref(), scene, by);
    let mut event =
        Event::about_booking(Kind::BookingRequested, id, letters).with("rule", &rule.version);
    if let Some(hold) = &waits {
        event = event.with("gates", hold::codes(&hold.gates));
    }
    Ok(Done {
        value: Requested {
            // while a request competes nothing is held for it, so there is nothing to keep on hold
            hold: waits.filter(|_| state == State::Held),
            booking,
            claim: in_force.parameters.claim(&span),
            consents,
            evaluation,
            competes: contest::competes_for(scene, &span),
            attended,
            with: own_parts(scene),
            member: None,
        },
        event,
    })
}

/// What it takes besides of its own facility; others' resources are bookings of their own.
fn own_parts(scene: &Scene) -> Vec<ResourceId> {
    let of_ours = |one: &&Beside| one.resource.facility == scene.resource.facility;
    let ours = scene.beside.iter().filter(of_ours);
    ours.map(|one| one.resource.id).collect()
}

/// What is agreed to with a request: every version that its day needs.
fn agreed(scene: &Scene, used: &Span, (by, at): (&Person, Instant)) -> Vec<Consent> {
    let agreed = |rule: &Rule| Consent {
        user: by.id,
        rule: rule.id,
        at,
    };
    let missing = to_agree(scene, used.start().day());
    missing.into_iter().map(agreed).collect()
}

/// Where a request begins: before somebody at home, beside its rivals, on hold, or before its manager.
fn begins(scene: &Scene, used: &Span, waits: bool) -> State {
    if home::asks_for(scene, used) {
        return State::UserSide;
    }
    match (contest::competes_for(scene, used), waits) {
        (true, _) => State::Submitted,
        (false, true) => State::Held,
        (false, false) => State::FacilityReview,
    }
}

/// The versions in force on a day that the applicant has not agreed to: the institution's own first.
#[must_use]
pub fn to_agree(scene: &Scene, day: NaiveDate) -> Vec<&Rule> {
    open(&scene.rules, day, &|rule| scene.consents.contains(&rule.id))
}

/// Whether the time itself, or the person, or the manner if it is known, stands in the way.
#[must_use]
pub fn is_barred(wish: &Wish, manner: Option<&Manner>, scene: &Scene, at: Instant) -> bool {
    let Some(span) = wish.span() else {
        return false;
    };
    let rule = in_force(&scene.rules, span.start().day());
    let citation = rule.map(|rule| rule.citation(scene.unit_slug(rule)));
    let case = Case::of_time(at, &scene.resource, span, &scene.taken, citation.as_ref());
    let by = Some(&scene.applicant);
    let units = scene.units(wish);
    let case = Case {
        by,
        manner,
        units,
        attendants: Some(&scene.attendants),
        beside: &scene.beside,
        ..case
    };
    !violations(&case).is_empty()
}

/// How the gates stand, and what the request is judged by.
pub(super) fn judged(
    wish: &Wish,
    span: Span,
    scene: &Scene,
    at: Instant,
) -> (Option<Hold>, Evaluation) {
    let manner = wish.content.manner();
    let citation = Citation::default();
    let case = Case {
        by: Some(&scene.applicant),
        manner: Some(&manner),
        units: scene.units(wish),
        beside: &scene.beside,
        ..Case::of_time(at, &scene.resource, span, &scene.taken, Some(&citation))
    };
    let gates = case.gates();
    (pending(&gates, at), evaluation(&case, scene, &gates))
}

/// Why a request waits from the start: gates that somebody else must open, or that are entered later.
fn pending(gates: &[Standing], at: Instant) -> Option<Hold> {
    let mut closed: Vec<Gate> = gates
        .iter()
        .filter(|standing| !standing.is_open() && standing.asked.gate != Gate::RuleConsent)
        .map(|standing| standing.asked.gate)
        .collect();
    closed.dedup();
    (!closed.is_empty()).then_some(Hold {
        gates: closed,
        return_to: State::FacilityReview,
        held_at: at,
        reason: String::new(),
    })
}

/// What the request was judged by, to be kept with it.
fn evaluation(case: &Case<'_>, scene: &Scene, gates: &[Standing]) -> Evaluation {
    let day = case.wish.start().day();
    let rules = in_force_all(&scene.rules, day);
    let citations = rules
        .iter()
        .map(|rule| rule.citation(scene.unit_slug(rule)))
        .collect();
    let waivers = waivers_used(case);
    Evaluation::freeze(citations, case.in_force().terms, gates, &waivers)
}

/// Form, slot and consent: the time asked for and the rule it falls under, or every reason why not.
pub(super) fn check<'a>(
    wish: &Wish,
    scene: &'a Scene,
    at: Instant,
) -> Result<(Span, &'a Rule), Vec<Refusal>> {
    let mut refusals = check_content(&wish.content);
    let Some(span) = wish.span() else {
        let field = if wish.start.is_none() {
            Field::Start
        } else {
            Field::Length
        };
        refusals.insert(0, Refusal::of(Wrong::Missing { field }));
        return Err(refusals);
    };
    let rule = in_force(&scene.rules, span.start().day());
    let citation = rule.map(|rule| rule.citation(scene.unit_slug(rule)));
    let manner = wish.content.manner();
    let asked = Asked {
        now: at,
        wish: span,
        units: scene.units(wish),
        manner: Some(&manner),
    };
    let mut all = policy::check(&Case {
        by: Some(&scene.applicant),
        manner: Some(&manner),
        units: scene.units(wish),
        attendants: Some(&scene.attendants),
        beside: &scene.beside,
        elsewhere: &elsewhere::cases(&scene.elsewhere, &asked),
        ..Case::of_time(at, &scene.resource, span, &scene.taken, citation.as_ref())
    });
    all.append(&mut refusals);
    all.extend(home::missing(scene, &span));
    let Some(rule) = rule else { return Err(all) };
    all.extend(not_agreed(wish, scene, &span));
    if all.is_empty() {
        Ok((span, rule))
    } else {
        Err(all)
    }
}

/// A refusal for each version that was not agreed to and must be.
fn not_agreed(wish: &Wish, scene: &Scene, span: &Span) -> Vec<Refusal> {
    let open = to_agree(scene, span.start().day()).into_iter();
    let missing = open.filter(|rule| !wish.agree.contains(&rule.id));
    let refusal = |missing: &Rule| {
        let citation = missing.citation(scene.unit_slug(missing));
        let effective_on = missing.effective_on;
        Refusal::by_rule(Wrong::ConsentMissing { effective_on }, Some(&citation))
    };
    missing.map(refusal).collect()
}
