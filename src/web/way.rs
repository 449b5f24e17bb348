//! Refusals with their ways forward as things to press, each leading to exactly what it offers.

use crate::domain::refusal::Refusal;
use crate::domain::refusal::ground::Remedy;
use crate::domain::support::SupportMode;
use crate::domain::time::{Span, write_local};
use crate::web::form::encode;
use crate::web::links::{self, Link};
use crate::web::visit::Visit;
use crate::words::{counted, refusal, way as said, when};

/// One reason why not; see templates/parts/way.html.
pub struct Reason {
    pub what: String,
    pub rule: Option<Link>,
    pub remedy: String,
    /// The value in force beside what was wished; empty where that says nothing.
    pub compared: String,
    pub ways: Vec<Way>,
}

/// A way forward.
pub struct Way {
    /// What stands before the links; may be empty.
    pub text: &'static str,
    pub links: Vec<Link>,
}

/// What was wished, and where.
#[derive(Copy, Clone)]
pub struct Wished<'a> {
    pub slug: &'a str,
    /// None where no time was chosen.
    pub span: Option<Span>,
    /// Of a shared capacity; 1 of everything else.
    pub units: u32,
    pub place: Place,
}

/// Where the reason is shown: that decides what other times and lengths lead to.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// Beside the calendar: another time is chosen there.
    Panel,
    /// In the form before anything was typed: the form for another time.
    Form,
    /// In a form that came back: what was typed stays, so times and lengths are chosen in it.
    Typed,
}

/// A refusal in words, with its ways forward.
#[must_use]
pub fn reason(visit: &Visit, refusal: &Refusal, wished: &Wished<'_>) -> Reason {
    let language = visit.language;
    let said_of_it = refusal::say(language, refusal);
    let rule = refusal.rule.as_ref().zip(said_of_it.rule);
    let ground = refusal.ground.as_ref();
    Reason {
        what: said_of_it.what,
        rule: rule.map(|(rule, label)| Link::to(visit, &links::cited(rule), label)),
        remedy: said_of_it.remedy,
        compared: ground
            .and_then(|ground| said::compared(language, ground))
            .unwrap_or_default(),
        ways: ways(visit, refusal, wished),
    }
}

fn ways(visit: &Visit, refusal: &Refusal, wished: &Wished<'_>) -> Vec<Way> {
    let way = |remedy: &Remedy| way(visit, refusal, remedy, wished);
    refusal.remedies.iter().filter_map(way).collect()
}

/// One way forward; none where it can be chosen in the form itself.
fn way(visit: &Visit, refusal: &Refusal, remedy: &Remedy, wished: &Wished<'_>) -> Option<Way> {
    let language = visit.language;
    let one = |path: String, label: String| Way {
        text: "",
        links: vec![Link::to(visit, &path, label)],
    };
    let trainings = || format!("/my/trainings?resource={}", encode(wished.slug));
    Some(match remedy {
        Remedy::Slots(_) | Remedy::Length { .. } | Remedy::Part(_) => {
            return of_time(visit, remedy, wished);
        }
        Remedy::Mode(mode) => {
            let (text, links) = ("", vec![by_mode(visit, *mode, wished)?]);
            Way { text, links }
        }
        Remedy::Training { course, day } => {
            one(trainings(), said::training(language, course, *day))
        }
        Remedy::Attend { course, day } => one(trainings(), said::attend(language, course, *day)),
        Remedy::Elsewhere { .. } => elsewhere(visit, remedy)?,
        Remedy::Enter(gate) => {
            let path = links::enter(*gate, wished.slug, None);
            one(path, said::enter(language, *gate))
        }
        Remedy::Waiver(who) => {
            let parameter = refusal.ground.as_ref()?.parameter;
            let path = links::waiver(wished.slug, parameter, wished.span.as_ref());
            one(path, said::waiver(language, *who))
        }
        Remedy::Wait => one(
            links::wait(wished.slug, &wished.span?, wished.units),
            said::wait(language).to_owned(),
        ),
        Remedy::Ask => one("/contact".to_owned(), said::ask(language).to_owned()),
    })
}

/// A free time of an equivalent resource.
fn elsewhere(visit: &Visit, remedy: &Remedy) -> Option<Way> {
    let Remedy::Elsewhere {
        slug,
        name,
        institution,
        slot,
    } = remedy
    else {
        return None;
    };
    let label = said::other(visit.language, name, institution, slot);
    Some(Way {
        text: said::elsewhere(visit.language),
        links: vec![Link::to(visit, &links::resource_at(slug, slot), label)],
    })
}

/// Another time, length or part; none where it can be chosen in the form itself.
fn of_time(visit: &Visit, remedy: &Remedy, wished: &Wished<'_>) -> Option<Way> {
    let language = visit.language;
    if wished.place == Place::Typed {
        return None;
    }
    let (text, links) = match remedy {
        Remedy::Slots(slots) => {
            let link = |slot| Link::to(visit, &at(wished, slot), when::span(language, slot));
            (said::slots(language), slots.iter().map(link).collect())
        }
        Remedy::Length { minutes } => {
            let span = Span::of_minutes(wished.span?.start(), *minutes)?;
            let label = said::length(language, *minutes);
            ("", vec![Link::to(visit, &at(wished, &span), label)])
        }
        Remedy::Part(part) => {
            let units = part.units;
            let path = at(&Wished { units, ..*wished }, &part.span);
            let label = counted::part(language, part);
            ("", vec![Link::to(visit, &path, label)])
        }
        _ => return None,
    };
    Some(Way { text, links })
}

/// Another way of use: to choose in the form, or the form with it chosen.
fn by_mode(visit: &Visit, mode: SupportMode, wished: &Wished<'_>) -> Option<Link> {
    let label = said::mode(visit.language, mode);
    if wished.place == Place::Typed {
        let href = "#support_mode".to_owned();
        return Some(Link { href, label });
    }
    let form = form(wished, &wished.span?);
    let path = format!("{form}&support_mode={}", mode.code());
    Some(Link::to(visit, &path, label))
}

/// Where another time leads.
fn at(wished: &Wished<'_>, slot: &Span) -> String {
    match wished.place {
        Place::Panel => {
            let path = links::resource_at(wished.slug, slot);
            format!("{path}{}", links::units(wished.units))
        }
        Place::Form | Place::Typed => form(wished, slot),
    }
}

fn form(wished: &Wished<'_>, slot: &Span) -> String {
    format!(
        "/requests/new?resource={}&start={}&len={}{}",
        encode(wished.slug),
        write_local(slot.start()),
        slot.minutes(),
        links::units(wished.units)
    )
}
