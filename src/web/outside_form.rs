//! The form of an outside allocation: its fields, and what was typed into them.

use chrono::NaiveDate;

use crate::domain::outside::record::{NAME_LONGEST, NOTE_LONGEST, PROPOSAL_LONGEST};
use crate::domain::outside::time::Wish;
use crate::domain::outside::{AmountUnit, Told};
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::outside_field::OutsideField;
use crate::domain::time::{Instant, parse_clock};
use crate::web::deed_form::{Control, Kind, Typed};
use crate::web::form::Form;
use crate::web::visit::Visit;
use crate::words::outside;

/// Longest mail address, in bytes.
const EMAIL_LONGEST: usize = 254;

/// Reads what was typed of an allocation.
#[must_use]
pub fn told(form: &Form) -> Told {
    Told {
        proposal: form.line("proposal"),
        holder_email: form.line("email"),
        holder_name: form.line("holder_name"),
        holder_institution: form.line("holder_institution"),
        granted: form.number("granted"),
        unit: AmountUnit::from_code(form.raw("unit")),
        starts_on: form.day("starts_on"),
        ends_on: form.day("ends_on"),
        used: form.number("used"),
        note: form.lines("note"),
    }
}

/// Reads a stretch of time.
#[must_use]
pub fn wish(form: &Form) -> Wish {
    Wish {
        from: moment(form, "span_from", "from_time"),
        until: moment(form, "span_until", "until_time"),
        reason: form.lines("reason"),
    }
}

/// A day with a time of day; `9:00` is understood as `09:00`.
fn moment(form: &Form, day: &str, clock: &str) -> Option<Instant> {
    let clock = form.line(clock);
    let padded = if clock.len() == 4 {
        format!("0{clock}")
    } else {
        clock
    };
    let minute = parse_clock(&padded)?;
    Some(Instant::of_tokyo(form.day(day)?, i64::from(minute)))
}

/// The fields of an allocation, with what stands or was typed.
#[must_use]
pub fn controls(visit: &Visit, typed: Typed<'_>, stands: &Told) -> Vec<Control> {
    let w = &visit.words().outside;
    let number = |named, label, value: Option<u64>| {
        let value = value.map(|value| value.to_string()).unwrap_or_default();
        typed.control(Kind::Number, named, label, value)
    };
    let day = |named, label, value: Option<NaiveDate>| {
        let value = value.map(|value| value.to_string()).unwrap_or_default();
        typed.control(Kind::Day, named, label, value)
    };
    let note = typed.control(Kind::Lines, Named::Note, w.note, stands.note.clone());
    let amounts = [
        number(
            Named::Outside(OutsideField::Granted),
            w.granted,
            stands.granted,
        ),
        unit(visit, typed, stands.unit),
        day(
            Named::Outside(OutsideField::StartsOn),
            w.starts_on,
            stands.starts_on,
        ),
        day(Named::EndsOn, w.ends_on, stands.ends_on),
        number(Named::Outside(OutsideField::Used), w.used, stands.used),
        note.at_most(NOTE_LONGEST).optional(),
    ];
    holder(visit, typed, stands)
        .into_iter()
        .chain(amounts)
        .collect()
}

/// The proposal, and whose it is.
fn holder(visit: &Visit, typed: Typed<'_>, stands: &Told) -> [Control; 4] {
    let w = &visit.words().outside;
    let line = |named, label, value: &str, most| {
        let control = typed.control(Kind::Line, named, label, value.to_owned());
        control.at_most(most)
    };
    let (name, institution) = (OutsideField::HolderName, OutsideField::HolderInstitution);
    let proposal = Named::Outside(OutsideField::Proposal);
    let (name, institution) = (Named::Outside(name), Named::Outside(institution));
    let place = &stands.holder_institution;
    [
        line(proposal, w.proposal, &stands.proposal, PROPOSAL_LONGEST).hinted(w.proposal_hint),
        line(
            Named::Email,
            w.holder_email,
            &stands.holder_email,
            EMAIL_LONGEST,
        )
        .hinted(w.holder_email_hint)
        .optional(),
        line(name, w.holder_name, &stands.holder_name, NAME_LONGEST)
            .hinted(w.holder_hint)
            .optional(),
        line(institution, w.holder_institution, place, NAME_LONGEST).optional(),
    ]
}

fn unit(visit: &Visit, typed: Typed<'_>, stands: Option<AmountUnit>) -> Control {
    let w = &visit.words().outside;
    let all: Vec<(&str, &str)> = AmountUnit::ALL
        .iter()
        .map(|unit| (unit.code(), outside::unit(visit.language, *unit)))
        .collect();
    let mut control = typed.choice(Named::Outside(OutsideField::AmountUnit), w.unit, &all);
    if typed.form.is_none() {
        for choice in &mut control.choices {
            choice.chosen = stands.is_some_and(|unit| unit.code() == choice.value);
        }
    }
    control
}

/// The fields of a stretch of time.
#[must_use]
pub fn time_controls(visit: &Visit, typed: Typed<'_>) -> Vec<Control> {
    let w = &visit.words().outside;
    let day = |named, label| typed.control(Kind::Day, named, label, String::new());
    let clock = |id: &str, label| {
        let value = typed.form.map_or("", |form| form.raw(id)).to_owned();
        let mut control = typed.control(
            Kind::Clock,
            Named::Outside(OutsideField::SpanFrom),
            label,
            String::new(),
        );
        control.field.error = None;
        control.field.value = value;
        control.id = id.to_owned();
        control.hinted(w.time_example)
    };
    vec![
        day(Named::Outside(OutsideField::SpanFrom), w.from_day),
        clock("from_time", w.from_time),
        day(Named::Outside(OutsideField::SpanUntil), w.until_day),
        clock("until_time", w.until_time),
        typed
            .control(Kind::Lines, Named::Reason, w.reason, String::new())
            .hinted(w.reason_hint)
            .at_most(NOTE_LONGEST)
            .optional(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::parse_local;

    #[test]
    fn nights_and_the_end_of_a_day_are_read() {
        let form = |from: &str, until: &str| {
            Form::holding(
                [
                    ("span_from", "2027-02-10"),
                    ("from_time", from),
                    ("span_until", "2027-02-11"),
                    ("until_time", until),
                ]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into(),
            )
        };
        let read = wish(&form("21:00", "7:00"));
        assert_eq!(read.from, parse_local("2027-02-10T21:00"));
        assert_eq!(read.until, parse_local("2027-02-11T07:00"));
        assert_eq!(
            wish(&form("21:00", "24:00")).until,
            parse_local("2027-02-12T00:00")
        );
        for wrong in ["", "25:00", "7", "７時", "07:60"] {
            assert_eq!(wish(&form("21:00", wrong)).until, None, "{wrong}");
        }
    }
}
