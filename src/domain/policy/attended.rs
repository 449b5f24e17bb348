//! 立会者: ways of use that take an attendant's time, where none of those who attend the resource can come.

use chrono::Days;

use crate::domain::attendant::{Attendant, is_needed};
use crate::domain::availability::subtract;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::value::Value;
use crate::domain::policy::case::{Broken, Case, Occupied, full};
use crate::domain::policy::room::openings;
use crate::domain::refusal::Wrong;
use crate::domain::refusal::usage::UseBar;
use crate::domain::time::Span;

/// Those of whom one must come; none where nobody must.
fn asked<'a>(case: &Case<'a>) -> Option<&'a [Attendant]> {
    let terms = case.in_force().terms;
    case.attendants.filter(|_| is_needed(terms, case.support()))
}

/// 立会者の予定: nobody can attend the wished time.
pub(super) fn attended(case: &Case<'_>) -> Option<Broken> {
    let all = asked(case)?;
    if all.iter().any(|one| one.is_free(&case.wish)) {
        return None;
    }
    let mode = case.support()?.code().to_owned();
    let nobody_at_all = all.is_empty();
    Some(Broken::of(
        Parameter::AttendantCalendar,
        Value::Code(mode),
        Wrong::Use(UseBar::NobodyAttends { nobody_at_all }),
    ))
}

/// The times within a period at which nobody is there who would have to be: searches skip them.
pub(super) fn nobody_there(case: &Case<'_>, during: &Span) -> Vec<Span> {
    asked(case).map_or_else(Vec::new, |all| {
        let count = u32::try_from(all.len()).unwrap_or(u32::MAX);
        full(&away(all, during), count)
    })
}

/// The times at which they can't be there, one claim for each of them: where all claim, nobody is there.
/// A use may still find nobody who is there throughout.
fn away(all: &[Attendant], during: &Span) -> Vec<Occupied> {
    let of_one = |one: &Attendant| {
        let first = during.start().day();
        let first = first.checked_sub_days(Days::new(1)).unwrap_or(first);
        let hours = openings(&one.parameters, first, during.end().day());
        let there = subtract(
            &subtract(&[*during], &subtract(&[*during], &hours)),
            &one.busy,
        );
        subtract(&[*during], &there)
    };
    let claim = |span| Occupied {
        booking: None,
        claim: span,
        used: span,
        units: 1,
        home: None,
    };
    all.iter().flat_map(of_one).map(claim).collect()
}
