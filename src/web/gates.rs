//! The gates of a booking or of a wish as pages list them: how each stands, who acts next, and a button.

use crate::domain::booking::judgement::{Facts, judge};
use crate::domain::booking::{Scene, Standing as Booking, State};
use crate::domain::gate::standing::{GateState, NextStep, Standing};
use crate::domain::gate::{Gate, Office};
use crate::domain::id::BookingId;
use crate::domain::language::Language;
use crate::domain::policy::case::Case;
use crate::domain::time::Span;
use crate::store::booking::bundle;
use crate::store::booking::gather;
use crate::store::booking::judge as store;
use crate::web::answer::Stop;
use crate::web::links::{self, Link};
use crate::web::parts::Chip;
use crate::web::request_form::about::About;
use crate::web::visit::Visit;
use crate::words::gate::standing::{self as said, Sides};
use crate::words::name;

/// One gate; see templates/parts/gate.html.
pub struct Line {
    /// "ok", "" still to do, "ng".
    pub state: &'static str,
    pub name: String,
    pub standing: Chip,
    pub next: String,
    pub link: Option<Link>,
}

/// The gates of a booking, with what they are judged by.
pub struct Gates {
    facts: Option<Facts>,
    judged: Vec<Standing>,
}

/// Looks at the gates of a booking that is still to come; of others nothing is asked any more.
///
/// # Errors
/// A fault of the database.
pub async fn of(visit: &Visit, booking: &Booking) -> Result<Gates, Stop> {
    let made = &booking.booking;
    let is_coming = made.state.holds_time() && made.span.start() > visit.actor.at;
    if !is_coming {
        return Ok(Gates {
            facts: None,
            judged: Vec::new(),
        });
    }
    let (booking, at) = (booking.clone(), visit.actor.at);
    let look = visit
        .db()
        .read(move |conn| store::facts(conn, booking.clone(), at));
    let facts = look.await?;
    let judged = judge(&facts, at).gates;
    Ok(Gates {
        facts: Some(facts),
        judged,
    })
}

impl Gates {
    /// How many stand in the way.
    #[must_use]
    pub fn closed(&self) -> usize {
        let closed = self.judged.iter().filter(|one| !one.is_open());
        closed
            .filter(|one| !self.is_resumed(one.asked.gate))
            .count()
    }

    fn is_resumed(&self, gate: Gate) -> bool {
        let facts = self.facts.as_ref();
        facts.is_some_and(|facts| facts.resumed.contains(&gate))
    }

    /// To the applicant: each with what they can do.
    #[must_use]
    pub fn for_applicant(&self, visit: &Visit) -> Vec<Line> {
        self.lines(visit, said::your_next, |booking, standing| {
            own_step(visit, booking, standing)
        })
    }

    /// To a manager: how each stands and nothing else, except where the answer is theirs.
    #[must_use]
    pub fn for_manager(&self, visit: &Visit) -> Vec<Line> {
        self.lines(visit, said::next, |_, standing| {
            let theirs = standing.asked.gate.office() == Office::FacilityManager;
            let waits = matches!(standing.state, GateState::Waiting { .. });
            let fact = standing.fact.filter(|_| theirs && waits)?;
            let path = links::office_fact(fact);
            Some(Link::to(visit, &path, visit.words().fact.check))
        })
    }

    fn lines(
        &self,
        visit: &Visit,
        next: Next,
        link: impl Fn(&Booking, &Standing) -> Option<Link>,
    ) -> Vec<Line> {
        let Some(facts) = &self.facts else {
            return Vec::new();
        };
        let booking = &facts.standing;
        let sides = Sides {
            home: name::of(visit.language, &booking.applicant_institution),
            provider: name::of(visit.language, &booking.resource.institution_name),
        };
        let line = |standing: &Standing| {
            let next = next(visit.language, standing, sides);
            match self.is_resumed(standing.asked.gate) && !standing.is_open() {
                true => Line {
                    state: "ok",
                    next: visit.words().fact.resumed.to_owned(),
                    ..self::line(visit, standing, next)
                },
                false => Line {
                    link: link(booking, standing),
                    ..self::line(visit, standing, next)
                },
            }
        };
        self.judged.iter().map(line).collect()
    }
}

/// What the applicant can do about a gate.
fn own_step(visit: &Visit, booking: &Booking, standing: &Standing) -> Option<Link> {
    let w = &visit.words().fact;
    let enter = |label: &str| {
        let gate = standing.asked.gate;
        let slug = &booking.resource.slug;
        let path = links::enter(gate, slug, Some(booking.booking.id));
        Some(Link::to(visit, &path, label))
    };
    match (standing.next, standing.fact) {
        (NextStep::Train, _) => Some(Link::to(visit, "/my/trainings", w.train)),
        (NextStep::Enter, _) => enter(w.enter),
        (NextStep::Renew | NextStep::Ask { .. }, _) => enter(w.enter_newer),
        (NextStep::Await { .. } | NextStep::Nothing, Some(fact)) => {
            Some(Link::to(visit, &links::fact(fact), w.look))
        }
        (NextStep::Await { .. } | NextStep::Nothing, None) => None,
    }
}

/// Says what comes next.
type Next = fn(Language, &Standing, Sides<'_>) -> String;

fn line(visit: &Visit, standing: &Standing, next: String) -> Line {
    let language = visit.language;
    let (tone, state) = match standing.state {
        GateState::Open { .. } => ("g", "ok"),
        GateState::Waiting { .. } => ("y", ""),
        GateState::Missing | GateState::Expired { .. } => ("o", ""),
        GateState::Refused { .. } | GateState::Revoked { .. } => ("r", "ng"),
    };
    let until = match standing.state {
        GateState::Open {
            until: Some(day), ..
        } => said::until(language, day),
        _ => next,
    };
    Line {
        state,
        name: said::name(language, standing),
        standing: Chip {
            tone,
            text: said::signed(language, standing.state),
        },
        next: until,
        link: None,
    }
}

/// The gates of a wish that is not sent yet: what stands, and what follows after sending.
#[must_use]
pub fn of_wish(visit: &Visit, about: &About<'_>) -> Vec<Line> {
    let Some(span) = about.wish.span().filter(|_| about.returned.is_none()) else {
        return Vec::new();
    };
    let scene = about.scene;
    let sides = Sides {
        home: name::of(visit.language, &scene.applicant_institution),
        provider: name::of(visit.language, &scene.resource.institution_name),
    };
    wished(visit, scene, (span, about))
        .iter()
        .map(|standing| {
            if standing.next != NextStep::Enter {
                let next = said::your_next(visit.language, standing, sides);
                return line(visit, standing, next);
            }
            let next = said::after_sending(visit.language, standing, sides);
            let text = visit.words().booking.after_sending.to_owned();
            Line {
                standing: Chip { tone: "b", text },
                ..line(visit, standing, next)
            }
        })
        .collect()
}

fn wished(visit: &Visit, scene: &Scene, (span, about): (Span, &About<'_>)) -> Vec<Standing> {
    let manner = about.wish.content.manner();
    let case = Case {
        by: Some(&scene.applicant),
        manner: Some(&manner),
        ..Case::of_time(visit.actor.at, &scene.resource, span, &scene.taken, None)
    };
    case.gates()
}

/// Whether a booking waits for export control: then nobody but the offices lets it go on.
#[must_use]
pub fn waits_for_offices(booking: &Booking) -> bool {
    let hold = booking.hold.as_ref();
    hold.is_some_and(|hold| hold.gates.contains(&Gate::ExportScreening))
}

/// Whether a booking is on hold.
#[must_use]
pub fn is_held(booking: &Booking) -> bool {
    booking.booking.state == State::Held
}

/// Judges a booking again after its applicant changed something; nobody waits for the clock.
///
/// # Errors
/// A fault.
pub async fn settle(visit: &Visit, id: BookingId) -> Result<(), Stop> {
    crate::acts::gate::judge_again(visit.db(), id, visit.actor.at).await?;
    Ok(())
}

/// The same of a booking and of the others of its set, which move with it.
///
/// # Errors
/// A fault.
pub async fn settle_set(visit: &Visit, id: BookingId) -> Result<(), Stop> {
    let at = visit.actor.at;
    let look = visit.db().read(move |conn| gather::view(conn, id, at));
    let others = look.await?.fellows.into_iter().map(|one| one.id);
    for one in std::iter::once(id).chain(others) {
        settle(visit, one).await?;
    }
    Ok(())
}

/// The same of a booking and of all that were asked for with it.
///
/// # Errors
/// A fault.
pub async fn settle_series(visit: &Visit, id: BookingId) -> Result<(), Stop> {
    let look = visit.db().read(move |conn| bundle::dates(conn, id));
    let others = look.await?.into_iter().map(|date| date.id);
    let all = std::iter::once(id).chain(others.filter(|other| *other != id));
    for one in all {
        settle(visit, one).await?;
    }
    Ok(())
}
