//! Letters to a person about their trainings, and what the clock reminds them of.

use crate::domain::gate::Gate;
use crate::domain::language::Language;
use crate::domain::letter::reminder::{Affected, ConsentDue, Expiring, ReminderFacts};
use crate::domain::letter::training::TrainingFacts;
use crate::domain::name::Name;
use crate::domain::text;
use crate::notice::told::Told;
use crate::words::mail::personal;
use crate::words::{mail, name, when};

/// A letter about a training.
pub(super) fn training(language: Language, facts: &TrainingFacts) -> Told {
    let w = personal::of(language);
    let said = |name: &Name| text::squash(name::of(language, name));
    let place = mail::person(language, &said(&facts.facility), &said(&facts.institution));
    let mut lines = vec![
        (w.course, said(&facts.course)),
        (w.facility, place),
        (w.when, when::span_with_year(language, &facts.span)),
        (w.place, text::squash(&facts.place)),
    ];
    lines.extend(
        facts
            .licence
            .as_ref()
            .map(|number| (w.licence, text::squash(number))),
    );
    let until = facts
        .valid_until
        .map(|day| when::day_with_year(language, day));
    lines.extend(until.map(|day| (w.valid_until, day)));
    Told {
        occasion: w.training(facts.about),
        facts: lines,
        reason: facts.reason.clone(),
        path: "/my/trainings".to_owned(),
    }
}

/// A reminder.
pub(super) fn reminder(language: Language, facts: &ReminderFacts) -> Told {
    match facts {
        ReminderFacts::ConsentDue(due) => consent_due(language, due),
        ReminderFacts::Expiring(expiring) => self::expiring(language, expiring),
    }
}

fn consent_due(language: Language, facts: &ConsentDue) -> Told {
    let w = personal::of(language);
    let said = |name: &Name| text::squash(name::of(language, name));
    let rule = personal::version(language, &said(&facts.title), &facts.version);
    let mut lines = vec![
        (w.rule, rule),
        (w.unit, said(&facts.unit)),
        (
            w.effective_on,
            when::day_with_year(language, facts.effective_on),
        ),
        (w.due, when::moment_with_year(language, facts.due)),
    ];
    let booking = |affected: &Affected| {
        let span = when::span_with_year(language, &affected.span);
        let booking = format!("{} {span}", said(&affected.resource));
        (
            w.booking,
            mail::person(language, &booking, &affected.booking.to_string()),
        )
    };
    lines.extend(facts.bookings.iter().map(booking));
    Told {
        occasion: &w.consent_due,
        facts: lines,
        reason: None,
        path: "/my/consents".to_owned(),
    }
}

fn expiring(language: Language, facts: &Expiring) -> Told {
    let w = personal::of(language);
    let said = |name: &Name| text::squash(name::of(language, name));
    let gate = Gate::from_code(&facts.gate);
    let called = gate.map_or("", |gate| personal::gate(language, gate));
    let is_portable = gate.is_some_and(Gate::is_portable);
    let mut lines = vec![(w.kind, called.to_owned())];
    lines.extend(facts.course.as_ref().map(|course| (w.course, said(course))));
    if !facts.number.is_empty() {
        lines.push((w.number, text::squash(&facts.number)));
    }
    lines.extend(facts.issuer.as_ref().map(|issuer| (w.issuer, said(issuer))));
    let until = when::day_with_year(language, facts.valid_until);
    let left = personal::days_left(language, facts.days_left);
    lines.push((w.valid_until, mail::person(language, &until, &left)));
    let next = facts.next.map(|at| when::moment_with_year(language, at));
    lines.extend(next.map(|at| (w.next_date, at)));
    let is_training = facts.gate == Gate::Training.code();
    Told {
        occasion: if is_training {
            &w.licence_expiring
        } else {
            &w.expiring
        },
        facts: lines,
        reason: None,
        path: if is_training {
            "/my/trainings"
        } else if is_portable {
            "/my/passport"
        } else {
            "/my/facts"
        }
        .to_owned(),
    }
}
