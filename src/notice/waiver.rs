//! Letters about exceptions, to those who decide and to the person.

use crate::domain::language::Language;
use crate::domain::letter::waiver::{WaiverFacts, WaiverNews};
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::text;
use crate::notice::told::Told;
use crate::words::mail::waiver;
use crate::words::parameter::label;
use crate::words::{mail, name, when};

/// A letter about an exception.
pub(super) fn letter(language: Language, facts: &WaiverFacts) -> Told {
    let w = waiver::of(language);
    let said = |name: &Name| text::squash(name::of(language, name));
    let place = mail::person(language, &said(&facts.facility), &said(&facts.institution));
    let condition = Parameter::from_code(&facts.parameter)
        .map_or(facts.parameter.as_str(), |known| label(language, known));
    let mut lines = vec![
        (w.resource, said(&facts.resource)),
        (w.facility, place),
        (w.condition, condition.to_owned()),
        (w.days, when::days(language, facts.from, facts.until)),
    ];
    if facts.about == WaiverNews::Asked {
        lines.push((w.applicant, text::squash(&facts.applicant)));
    }
    let by = facts.by.as_deref().map(text::squash);
    lines.extend(by.map(|by| (w.by, by)));
    Told {
        occasion: w.occasion(facts.about),
        facts: lines,
        reason: Some(facts.reason.clone()),
        path: match facts.about {
            WaiverNews::Asked => "/waivers".to_owned(),
            _ => format!("/resources/{}", facts.slug),
        },
    }
}
