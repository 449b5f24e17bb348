//! 申請と同時に講習を予約: how the training that a use asks for stands, and the dates to choose from.

use std::collections::BTreeSet;

use crate::domain::booking::{Scene, Wish};
use crate::domain::gate::Gate;
use crate::domain::gate::standing::Standing;
use crate::domain::id::TrainingId;
use crate::domain::parameter::Parameter;
use crate::domain::policy::applicant::Manner;
use crate::domain::policy::case::Case;
use crate::domain::support::SupportMode;
use crate::domain::time::Span;
use crate::store::training::dates::{Next, enrolled_in, next_sessions};
use crate::web::answer::Stop;
use crate::web::form::{Form, encode};
use crate::web::links::Link;
use crate::web::parts::{Check, Choice};
use crate::web::visit::Visit;
use crate::words::{name, training as said, when};

/// Most dates that are offered beside a request.
const OFFERED: usize = 5;

/// What a form shows of the training; nothing where no rule asks for one.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Offer {
    /// A line of the checklist.
    pub check: Option<Check>,
    /// The dates, the first choice being none of them; empty where nothing is to choose.
    pub dates: Vec<Choice>,
    pub label: &'static str,
    pub hint: &'static str,
    /// The page of all dates.
    pub all: Option<Link>,
}

/// The date that a form chose: none where it chose none, an id of nothing where it can't be read.
#[must_use]
pub fn chosen(form: &Form) -> Option<TrainingId> {
    let typed = form.raw("training");
    (!typed.is_empty()).then(|| typed.parse().unwrap_or(TrainingId::new(0)))
}

/// Looks up what to offer for a wish, if it were operated by oneself.
///
/// # Errors
/// A fault of the database.
pub async fn offer(
    visit: &Visit,
    scene: &Scene,
    wish: &Wish,
    chosen: Option<TrainingId>,
) -> Result<Offer, Stop> {
    let Some(span) = wish.span() else {
        return Ok(Offer::default());
    };
    let asked = standings(visit, scene, span);
    if asked.is_empty() {
        return Ok(Offer::default());
    }
    let w = &visit.words().training;
    let closed: Vec<Standing> = asked.into_iter().filter(|one| !one.is_open()).collect();
    if closed.is_empty() {
        return Ok(Offer {
            check: Some(check("ok", w.gate_open)),
            ..Offer::default()
        });
    }
    let (user, at) = (visit.person()?.id, visit.actor.at);
    let unit = (scene.resource.facility, scene.resource.institution);
    let look = visit.db().read(move |conn| {
        let coming = next_sessions(conn, unit, at)?;
        let ids: Vec<TrainingId> = coming.iter().map(|date| date.training).collect();
        Ok((enrolled_in(conn, user, &ids)?, coming))
    });
    let (mine, coming) = look.await?;
    let dates: Vec<&Next> = coming
        .iter()
        .filter(|date| helps(date, &closed, &span))
        .collect();
    let taken = dates.iter().any(|date| mine.contains(&date.training));
    let text = if taken { w.gate_taken } else { w.gate_missing };
    let path = format!("/my/trainings?resource={}", encode(&scene.resource.slug));
    Ok(Offer {
        check: Some(check("", text)),
        dates: choices(visit, (scene, span), (&dates, &mine), chosen),
        label: w.offer,
        hint: w.offer_hint,
        all: Some(Link::to(visit, &path, w.offer_all)),
    })
}

fn check(state: &'static str, text: &str) -> Check {
    Check {
        state,
        text: text.to_owned(),
        more: String::new(),
    }
}

/// Whether a date is over before the use, and of a course that is asked for and not held.
fn helps(date: &Next, closed: &[Standing], span: &Span) -> bool {
    let asks = |one: &Standing| {
        let named = one.asked.course.as_ref();
        named.is_none_or(|code| *code == date.code)
    };
    date.span.end() <= span.start() && closed.iter().any(asks)
}

/// How the trainings stand that the rule asks of who operates a resource.
fn standings(visit: &Visit, scene: &Scene, span: Span) -> Vec<Standing> {
    let manner = Manner {
        support: Some(SupportMode::SelfOperation),
        ..Manner::default()
    };
    let case = Case {
        by: Some(&scene.applicant),
        manner: Some(&manner),
        ..Case::of_time(visit.actor.at, &scene.resource, span, &[], None)
    };
    case.gates()
        .into_iter()
        .filter(|one| one.asked.gate == Gate::Training)
        .collect()
}

/// The dates to choose from, and not to choose; none where the rule wants the training first, where
/// one is booked already, or where no date comes before the use.
fn choices(
    visit: &Visit,
    (scene, span): (&Scene, Span),
    (dates, mine): (&[&Next], &BTreeSet<TrainingId>),
    chosen: Option<TrainingId>,
) -> Vec<Choice> {
    let (language, w) = (visit.language, &visit.words().training);
    let terms = scene.resource.on(span.start().day()).terms;
    let before = terms.codes(Parameter::GatesBeforeSending);
    let first = before.contains(Gate::Training.code());
    let free: Vec<Choice> = dates
        .iter()
        .filter(|date| date.free > 0 || Some(date.training) == chosen)
        .take(OFFERED)
        .map(|date| Choice {
            value: date.training.to_string(),
            label: when::span_with_year(language, &date.span),
            hint: Some(format!(
                "{} ・ {}",
                said::course(language, name::of(language, &date.name), &date.code),
                date.place
            )),
            chosen: chosen == Some(date.training),
        })
        .collect();
    let taken = dates.iter().any(|date| mine.contains(&date.training));
    if first || taken || free.is_empty() {
        return Vec::new();
    }
    let later = Choice {
        value: String::new(),
        label: w.offer_later.to_owned(),
        hint: Some(w.offer_later_hint.to_owned()),
        chosen: free.iter().all(|one| !one.chosen),
    };
    std::iter::once(later).chain(free).collect()
}
