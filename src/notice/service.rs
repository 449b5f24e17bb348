//! Letters about requests without a slot.

use crate::domain::language::Language;
use crate::domain::letter::Recipient;
use crate::domain::letter::service::{ServiceFacts, ServiceNews};
use crate::domain::name::Name;
use crate::domain::text;
use crate::notice::told::Told;
use crate::words::mail::occasion::Reader;
use crate::words::mail::{self, service};
use crate::words::service_request::state;
use crate::words::{name, when};

/// A letter about a request, for its reader.
pub(super) fn told(to: &Recipient, facts: &ServiceFacts) -> Told {
    let w = service::of(to.language);
    let reader = if to.user == facts.applicant_user {
        Reader::Applicant
    } else {
        Reader::Manager
    };
    Told {
        occasion: w.letter(facts.about, reader),
        facts: lines(to.language, facts, reader),
        reason: facts.reason.clone(),
        path: match reader {
            Reader::Applicant => format!("/service/{}", facts.request),
            Reader::Manager => format!("/manage/service/{}", facts.request),
        },
    }
}

/// The lines of a letter, each with its label.
fn lines(language: Language, facts: &ServiceFacts, reader: Reader) -> Vec<(&'static str, String)> {
    let w = service::of(language);
    let said = |name: &Name| text::squash(name::of(language, name));
    let place = mail::person(language, &said(&facts.facility), &said(&facts.institution));
    let mut lines = vec![
        (w.number, facts.request.to_string()),
        (w.resource, said(&facts.resource)),
        (w.facility, place),
    ];
    if reader == Reader::Manager {
        let applicant = text::squash(&facts.applicant);
        let institution = said(&facts.applicant_institution);
        lines.push((
            w.applicant,
            mail::person(language, &applicant, &institution),
        ));
    }
    for (label, amounts) in [(w.asked, &facts.asked), (w.granted, &facts.granted)] {
        if !amounts.is_empty() {
            lines.push((label, state::amounts(language, amounts)));
        }
    }
    if !facts.conditions.is_empty() {
        lines.push((w.conditions, text::squash(&facts.conditions)));
    }
    let day = |day| when::day_with_year(language, day);
    let is_over = matches!(facts.about, ServiceNews::Withdrawn | ServiceNews::Expired);
    lines.extend(facts.delivered_on.map(|on| (w.delivered_on, day(on))));
    lines.extend(facts.access_until.map(|until| (w.access_until, day(until))));
    lines.extend(facts.due.filter(|_| !is_over).map(|due| (w.due, day(due))));
    lines.extend(
        facts
            .ethics_ends
            .map(|until| (w.ethics, state::ethics_ends(language, until))),
    );
    let by = facts.by.as_ref().filter(|by| **by != facts.applicant);
    lines.extend(by.map(|by| (w.by, text::squash(by))));
    lines
}
