//! 利用報告: what was really used, and 利用報告書, which closes the booking.

use crate::domain::actor::Actor;
use crate::domain::booking::change::Change;
use crate::domain::booking::life::{Deed, leads};
use crate::domain::booking::news::{Step, change};
use crate::domain::booking::{Standing, State};
use crate::domain::event::Kind;
use crate::domain::halt::{Decision, Done};
use crate::domain::refusal::field::{Field, UseField};
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Instant, Span, parse_local};
use crate::domain::usage::{Log, Report, Used};

/// Most characters of a note, and of what went wrong.
pub const NOTE_LONGEST: usize = 1_000;
/// Most characters of a report's title.
pub const TITLE_LONGEST: usize = 200;
/// Most characters of a report's summary.
pub const SUMMARY_LONGEST: usize = 4_000;
/// Most characters of a DOI.
pub const DOI_LONGEST: usize = 200;
/// Most samples of one use.
pub const SAMPLES_MOST: u32 = 9_999;
/// How far from the booked time a use may lie, in minutes.
const AROUND_MINUTES: i64 = 24 * 60;

const LOGGED: Step = Step {
    kind: Kind::UseLogged,
    to: State::Reported,
    news: &[],
};
const CLOSED: Step = Step {
    kind: Kind::ResultReported,
    to: State::Closed,
    news: &[],
};

/// The log as somebody typed it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TypedLog {
    pub from: String,
    pub until: String,
    pub samples: String,
    pub note: String,
    pub incident: String,
}

/// 利用報告を入力する; it can be corrected until the result report is there.
///
/// # Errors
/// The use is not over, or everything that is wrong with what was typed.
pub fn log(standing: &Standing, typed: &TypedLog, by: &Actor) -> Decision<(Change, Log)> {
    if leads(standing.booking.state, Deed::Log).is_none() {
        return Err(vec![Refusal::of(match standing.booking.state {
            State::Confirmed | State::InUse => Wrong::Use(UseBar::NotOver),
            _ => Wrong::WrongState,
        })]);
    }
    let mut wrong = Vec::new();
    let from = moment(&typed.from, UseField::From, &mut wrong);
    let until = moment(&typed.until, UseField::Until, &mut wrong);
    let span = from.zip(until).map(|(from, until)| Span::new(from, until));
    match &span {
        Some(None) => wrong.push(Wrong::Use(UseBar::Backwards)),
        Some(Some(span)) => wrong.extend(misplaced(standing, span, by.at)),
        None => {}
    }
    let samples = samples(&typed.samples, &mut wrong);
    wrong.extend(too_long(&typed.note, UseField::Note, NOTE_LONGEST));
    wrong.extend(too_long(&typed.incident, UseField::Incident, NOTE_LONGEST));
    let (Some(Some(span)), true) = (span, wrong.is_empty()) else {
        return Err(wrong.into_iter().map(Refusal::of).collect());
    };
    let Done { mut value, event } = change(standing, by, &LOGGED, None);
    value.used = Some(Used {
        from: Some(span.start()),
        until: Some(span.end()),
    });
    let log = Log {
        samples,
        note: typed.note.clone(),
        incident: typed.incident.clone(),
    };
    Ok(Done {
        value: (value, log),
        event,
    })
}

/// 利用報告書を提出する: nothing is due any more.
///
/// # Errors
/// The log is not there yet, or everything that is wrong with what was typed.
pub fn report(standing: &Standing, typed: &Report, by: &Actor) -> Decision<(Change, Report)> {
    let state = standing.booking.state;
    if leads(state, Deed::Close).is_none() {
        return Err(vec![Refusal::of(Wrong::WrongState)]);
    }
    let mut wrong = Vec::new();
    if state != State::Reported {
        wrong.push(Wrong::Use(UseBar::LogFirst));
    }
    let texts = [
        (&typed.title, UseField::Title, TITLE_LONGEST),
        (&typed.summary, UseField::Summary, SUMMARY_LONGEST),
    ];
    for (text, field, longest) in texts {
        if text.trim().is_empty() {
            wrong.push(Wrong::Missing {
                field: Field::Use(field),
            });
        }
        wrong.extend(too_long(text, field, longest));
    }
    if !typed.doi.is_empty() && !is_doi(&typed.doi) {
        wrong.push(Wrong::Use(UseBar::NoDoi));
    }
    if !wrong.is_empty() {
        return Err(wrong.into_iter().map(Refusal::of).collect());
    }
    let Done { value, event } = change(standing, by, &CLOSED, None);
    Ok(Done {
        value: (value, typed.clone()),
        event,
    })
}

fn moment(typed: &str, field: UseField, wrong: &mut Vec<Wrong>) -> Option<Instant> {
    let read = parse_local(typed.trim());
    let field = Field::Use(field);
    if typed.trim().is_empty() {
        wrong.push(Wrong::Missing { field });
    } else if read.is_none() {
        wrong.push(Wrong::Malformed { field });
    }
    read
}

/// A use lies near its booking, and not in the future.
fn misplaced(standing: &Standing, span: &Span, at: Instant) -> Option<Wrong> {
    let near = standing.booking.span.widen(AROUND_MINUTES, AROUND_MINUTES);
    if span.end() > at {
        return Some(Wrong::Use(UseBar::ToCome));
    }
    (!near.covers(span)).then_some(Wrong::Use(UseBar::FarOff))
}

/// Nothing typed means none.
fn samples(typed: &str, wrong: &mut Vec<Wrong>) -> u32 {
    let typed = typed.trim();
    if typed.is_empty() {
        return 0;
    }
    match typed.parse::<u32>() {
        Ok(samples) if samples <= SAMPLES_MOST => samples,
        Ok(_) => {
            wrong.push(Wrong::Use(UseBar::TooMany { most: SAMPLES_MOST }));
            0
        }
        Err(_) => {
            wrong.push(Wrong::Malformed {
                field: Field::Use(UseField::Samples),
            });
            0
        }
    }
}

fn too_long(text: &str, field: UseField, longest: usize) -> Option<Wrong> {
    let field = Field::Use(field);
    (text.chars().count() > longest).then_some(Wrong::TooLongText { field, longest })
}

/// `10.`, four to nine digits, a slash, and something without spaces (ISO 26324).
fn is_doi(text: &str) -> bool {
    let Some((prefix, suffix)) = text
        .strip_prefix("10.")
        .and_then(|rest| rest.split_once('/'))
    else {
        return false;
    };
    (4..=9).contains(&prefix.len())
        && prefix.chars().all(|sign| sign.is_ascii_digit())
        && !suffix.is_empty()
        && text.len() <= DOI_LONGEST
        && text.chars().all(|sign| sign.is_ascii_graphic())
}

#[cfg(test)]
mod tests;
