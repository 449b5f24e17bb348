//! Letters to managers about resources of two facilities that are asked for together.

use crate::domain::language::Language;
use crate::domain::letter::together::{Item, TogetherFacts, TogetherNews};
use crate::domain::name::Name;
use crate::domain::text;
use crate::notice::told::Told;
use crate::words::mail::together;
use crate::words::{mail, name};

/// A letter about a pair: both by name and place, and the way to the reader's own.
pub(super) fn told(language: Language, facts: &TogetherFacts) -> Told {
    let w = together::of(language);
    let said = |name: &Name| text::squash(name::of(language, name));
    let place = |item: &Item| format!("{} {}", said(&item.institution), said(&item.facility));
    let line = |item: &Item| mail::person(language, &said(&item.name), &place(item));
    let own = match facts.about {
        TogetherNews::Offered | TogetherNews::Ended => &facts.other,
        TogetherNews::Left => &facts.main,
    };
    Told {
        occasion: w.occasion(facts.about),
        facts: vec![(w.main, line(&facts.main)), (w.other, line(&facts.other))],
        reason: None,
        path: format!("/manage/resources/{}/together", own.slug),
    }
}
