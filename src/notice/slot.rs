//! Letters about time that became free, to those who waited for it.

use crate::domain::language::Language;
use crate::domain::letter::slot::{SlotFacts, SlotNews};
use crate::domain::name::Name;
use crate::domain::text;
use crate::domain::time::write_local;
use crate::notice::told::Told;
use crate::words::mail::slot;
use crate::words::{mail, name, when};

/// A letter about time that became free.
pub(super) fn told(language: Language, facts: &SlotFacts) -> Told {
    let w = slot::of(language);
    let said = |name: &Name| text::squash(name::of(language, name));
    let place = mail::person(language, &said(&facts.facility), &said(&facts.institution));
    let mut lines = vec![
        (w.resource, said(&facts.resource)),
        (w.facility, place),
        (w.when, when::span_with_year(language, &facts.span)),
    ];
    if facts.units > 1 {
        lines.push((w.units, facts.units.to_string()));
    }
    let until = facts.until;
    lines.extend(until.map(|until| (w.until, when::moment_with_year(language, until))));
    Told {
        occasion: w.occasion(facts.about),
        facts: lines,
        reason: None,
        path: match facts.about {
            SlotNews::Offered => form(facts),
            SlotNews::Free => format!(
                "/resources/{}?start={}&len={}",
                facts.slug,
                write_local(facts.span.start()),
                facts.span.minutes()
            ),
            SlotNews::Lapsed | SlotNews::Stopped | SlotNews::BackEarly => "/my/waitlist".to_owned(),
        },
    }
}

/// The form of a request for just this time.
fn form(facts: &SlotFacts) -> String {
    let path = format!(
        "/requests/new?resource={}&start={}&len={}",
        facts.slug,
        write_local(facts.span.start()),
        facts.span.minutes()
    );
    match facts.units {
        1 => path,
        units => format!("{path}&units={units}"),
    }
}
