//! Letters about facts for gates, and about desks; nothing of what was declared is in them.

use crate::domain::gate::{Desk, Gate};
use crate::domain::language::Language;
use crate::domain::letter::desk::{DeskFacts, DeskNews};
use crate::domain::letter::gate::{GateFacts, GateNews};
use crate::domain::name::Name;
use crate::domain::support::SupportMode;
use crate::domain::text;
use crate::notice::told::Told;
use crate::words::gate::{condition, desk, gate, office};
use crate::words::mail::office as said;
use crate::words::{mail, name, when};

/// A letter about a fact.
pub(super) fn gate_letter(language: Language, facts: &GateFacts) -> Told {
    let w = said::of(language);
    let squashed = |name: &Name| text::squash(name::of(language, name));
    let about = Gate::from_code(&facts.gate);
    let mut lines = Vec::new();
    lines.extend(about.map(|about| (w.kind, gate(language, about).to_owned())));
    let to_office = matches!(
        facts.about,
        GateNews::Asked | GateNews::AskedNobody | GateNews::Withdrawn
    );
    if to_office {
        let holder = text::squash(&facts.holder);
        let holder = mail::person(language, &holder, &squashed(&facts.holder_institution));
        lines.push((w.holder, holder));
    }
    if let Some(about) = about {
        let office = office(language, about.office());
        let institution = squashed(&facts.office);
        lines.push((w.office, mail::person(language, office, &institution)));
    }
    lines.extend(facts.aim.as_ref().map(|aim| {
        let span = when::span_with_year(language, &aim.span);
        let booking = format!("{} {span}", squashed(&aim.resource));
        let booking = mail::person(language, &booking, &aim.booking.to_string());
        (w.booking, booking)
    }));
    let due = facts.due_on.filter(|_| to_office);
    lines.extend(due.map(|day| (w.due, when::day_with_year(language, day))));
    if !facts.number.is_empty() {
        lines.push((w.number, text::squash(&facts.number)));
    }
    let only = facts.condition.as_deref().and_then(SupportMode::from_code);
    lines.extend(only.map(|only| (w.condition, condition(language, only).to_owned())));
    Told {
        occasion: w.gate(facts.about),
        facts: lines,
        reason: facts.reason.clone(),
        path: path(facts),
    }
}

/// Where the letter leads.
fn path(facts: &GateFacts) -> String {
    match (facts.about, &facts.aim) {
        (GateNews::Asked | GateNews::Withdrawn, _) => format!("/office/facts/{}", facts.fact),
        (GateNews::AskedNobody, _) => "/institution/people".to_owned(),
        (GateNews::Confirmed, Some(aim)) => format!("/requests/{}", aim.booking),
        _ => format!("/my/facts/{}", facts.fact),
    }
}

/// A letter about a desk.
pub(super) fn desk_letter(language: Language, facts: &DeskFacts) -> Told {
    let w = said::of(language);
    let at = Desk::from_code(&facts.desk).map_or("", |at| desk(language, at));
    Told {
        occasion: w.desk_news(facts.about),
        facts: vec![
            (w.desk, at.to_owned()),
            (
                w.institution,
                text::squash(name::of(language, &facts.institution)),
            ),
        ],
        reason: None,
        path: match facts.about {
            DeskNews::Given => "/office".to_owned(),
            DeskNews::Taken => String::new(),
        },
    }
}
