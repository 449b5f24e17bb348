//! Limits of what is written about a request, and of days.

use chrono::NaiveDate;

use crate::domain::refusal::field::Field;
use crate::domain::refusal::service::{LinePart, ServiceBar};
use crate::domain::refusal::service_field::ServiceField;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::service_request::content::{About, Content, EthicsClaim, Item};
use crate::domain::service_request::ethics::EthicsNeed;

/// Longest purpose, report, reason and conditions, in characters.
pub const TEXT_LONGEST: usize = 2_000;
/// Longest line of text, in characters.
pub const LINE_LONGEST: usize = 200;
/// Longest number of an approval, a decision or a contract, in characters.
pub const NUMBER_LONGEST: usize = 100;
/// Longest project number, in characters.
pub const PROJECT_LONGEST: usize = 40;
/// Most lines of one request.
pub const ITEMS_MOST: usize = 10;
/// Most pieces of one line.
pub const QUANTITY_MOST: u32 = 1_000_000;

/// What was written for an application: complete and within its limits.
pub(super) fn whole(content: &Content, need: EthicsNeed, today: NaiveDate) -> Vec<Refusal> {
    let mut wrong = limits(content);
    let about = &content.about;
    if content.items.is_empty() {
        wrong.push(missing(Field::Service(ServiceField::Items)));
    }
    for (line, item) in (1..).zip(&content.items) {
        wrong.extend(incomplete(item).map(|part| bar(ServiceBar::Line { line, part })));
    }
    let empty = [
        (about.purpose.is_empty(), Field::Purpose),
        (
            about.responsible.is_empty(),
            Field::Service(ServiceField::Responsible),
        ),
        (about.safety.is_none(), Field::Safety),
        (
            about.wanted_on.is_none(),
            Field::Service(ServiceField::WantedOn),
        ),
    ];
    wrong.extend(
        empty
            .iter()
            .filter(|(is, _)| *is)
            .map(|(_, field)| missing(*field)),
    );
    if about.wanted_on.is_some_and(|day| day < today) {
        wrong.push(bar(ServiceBar::DayPast {
            field: Field::Service(ServiceField::WantedOn),
        }));
    }
    wrong.extend(ethics(about, need));
    wrong
}

/// What was written for a question: its purpose, and within its limits.
pub(super) fn question(content: &Content) -> Vec<Refusal> {
    let mut wrong = limits(content);
    if content.about.purpose.is_empty() {
        wrong.push(missing(Field::Purpose));
    }
    wrong
}

fn limits(content: &Content) -> Vec<Refusal> {
    let about = &content.about;
    let mut wrong: Vec<Refusal> = [
        (&about.purpose, Field::Purpose, TEXT_LONGEST),
        (&about.project_number, Field::ProjectNumber, PROJECT_LONGEST),
        (
            &about.responsible,
            Field::Service(ServiceField::Responsible),
            LINE_LONGEST,
        ),
        (
            &about.ethics.number,
            Field::Service(ServiceField::EthicsNumber),
            NUMBER_LONGEST,
        ),
    ]
    .into_iter()
    .filter_map(|(text, field, longest)| limited(text, field, longest))
    .collect();
    let too_long = |text: &str| text.chars().count() > LINE_LONGEST;
    for (line, item) in (1..).zip(&content.items) {
        if too_long(&item.what) || too_long(&item.condition) {
            wrong.push(bar(ServiceBar::Line {
                line,
                part: LinePart::TooLong,
            }));
        }
    }
    if content.items.len() > ITEMS_MOST {
        wrong.push(bar(ServiceBar::TooManyLines { most: ITEMS_MOST }));
    }
    wrong
}

/// The first part of a line that is missing or can't be.
fn incomplete(item: &Item) -> Option<LinePart> {
    let countable = item
        .quantity
        .is_some_and(|quantity| (1..=QUANTITY_MOST).contains(&quantity));
    match () {
        () if item.what.is_empty() => Some(LinePart::What),
        () if !countable => Some(LinePart::Quantity),
        () if item.unit.is_none() => Some(LinePart::Unit),
        () => None,
    }
}

/// What the rules ask of the ethics review.
fn ethics(about: &About, need: EthicsNeed) -> Vec<Refusal> {
    let told = &about.ethics;
    match (need, told.claim) {
        (EthicsNeed::None, _) | (EthicsNeed::Declared, Some(EthicsClaim::NotNeeded)) => Vec::new(),
        (EthicsNeed::Declared, None) => vec![missing(Field::Service(ServiceField::Ethics))],
        (EthicsNeed::Required, _) | (EthicsNeed::Declared, Some(EthicsClaim::Approved)) => {
            approval(&told.number, told.until)
        }
    }
}

/// An approval with its number and last day.
pub(super) fn approval(number: &str, until: Option<NaiveDate>) -> Vec<Refusal> {
    let mut wrong: Vec<Refusal> = required(
        number,
        Field::Service(ServiceField::EthicsNumber),
        NUMBER_LONGEST,
    )
    .into_iter()
    .collect();
    if until.is_none() {
        wrong.push(missing(Field::Service(ServiceField::EthicsUntil)));
    }
    wrong
}

/// A text that is required and limited.
pub(super) fn required(text: &str, field: Field, longest: usize) -> Option<Refusal> {
    if text.trim().is_empty() {
        return Some(missing(field));
    }
    limited(text, field, longest)
}

/// A text that is limited.
pub(super) fn limited(text: &str, field: Field, longest: usize) -> Option<Refusal> {
    (text.chars().count() > longest).then(|| Refusal::of(Wrong::TooLongText { field, longest }))
}

/// A day on which something happened: told, not to come, and not before what it follows.
pub(super) fn happened(
    day: Option<NaiveDate>,
    field: Field,
    today: NaiveDate,
    not_before: Option<NaiveDate>,
) -> Option<Refusal> {
    match (day, not_before) {
        (None, _) => Some(missing(field)),
        (Some(day), _) if day > today => Some(bar(ServiceBar::DayToCome { field })),
        (Some(day), Some(first)) if day < first => {
            Some(bar(ServiceBar::DayTooEarly { field, first }))
        }
        (Some(_), _) => None,
    }
}

pub(super) const fn missing(field: Field) -> Refusal {
    Refusal::of(Wrong::Missing { field })
}

pub(super) const fn bar(bar: ServiceBar) -> Refusal {
    Refusal::of(Wrong::Service(bar))
}
