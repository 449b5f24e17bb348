//! The lines of a letter about a booking that only some occasions have: its times, and what an outage means.

use crate::domain::language::Language;
use crate::domain::letter::{BookingFacts, BookingNews};
use crate::domain::name::Name;
use crate::domain::text;
use crate::words::{beside, mail, name, series, when};

/// What follows where the equipment stood still.
pub(super) fn stopped(language: Language, facts: &BookingFacts) -> Vec<(&'static str, String)> {
    let w = mail::of(language).later;
    let first = |day| (w.rebook_until, when::day_with_year(language, day));
    let less = |minutes| (w.credit, when::length(language, minutes));
    let credit = facts.credit_minutes.map(less);
    facts
        .rebook_until
        .map(first)
        .into_iter()
        .chain(credit)
        .collect()
}

/// What is used together with it, and what is given back because it came to nothing.
pub(super) fn together(language: Language, facts: &BookingFacts) -> Vec<(&'static str, String)> {
    let line = |label, names: &[Name]| {
        let said = beside::list(language, names.iter());
        (!said.is_empty()).then(|| (label, text::squash(&said)))
    };
    let with = line(beside::of(language).label, &facts.with);
    let back = line(mail::of(language).later.set.given_back, &facts.given_back);
    with.into_iter().chain(back).collect()
}

/// Who attends, for whoever is not that person.
pub(super) fn attendant(
    language: Language,
    facts: &BookingFacts,
) -> Option<(&'static str, String)> {
    let is_theirs = matches!(
        facts.about,
        BookingNews::Attends | BookingNews::AttendsNoMore
    );
    let named = facts.attendant.as_ref().filter(|_| !is_theirs)?;
    let label = mail::of(language).later.attend.label;
    Some((label, text::squash(name::of(language, named))))
}

/// The time, and the other one where it was changed or is asked to be.
pub(super) fn times(language: Language, facts: &BookingFacts) -> Vec<(&'static str, String)> {
    let w = mail::of(language);
    let other = match facts.about {
        BookingNews::Changed | BookingNews::Moved | BookingNews::Attends => w.later.before,
        _ => w.later.wished,
    };
    std::iter::once((w.when, &facts.span))
        .chain(facts.other_span.iter().map(|span| (other, span)))
        .map(|(label, span)| (label, when::span_with_year(language, span)))
        .chain(facts.series.map(|(count, last)| {
            let said = series::dates(language, count, &last);
            (w.later.series, said)
        }))
        .chain(facts.nearest.iter().map(|free| {
            let said = when::span_with_year(language, free);
            (w.later.nearest, said)
        }))
        .collect()
}
