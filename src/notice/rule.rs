//! Letters about rules: what changes in short, from when, and what the reader has to do with it.

use crate::domain::language::Language;
use crate::domain::letter::reminder::Affected;
use crate::domain::letter::rule::{Breaking, Change, RuleFacts, RuleNews};
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::Target;
use crate::domain::text;
use crate::notice::told::Told;
use crate::words::mail::personal;
use crate::words::mail::rule::{self, Concern, Words};
use crate::words::{mail, name, parameter, when};

/// What such a letter says.
pub(super) fn told(language: Language, facts: &RuleFacts) -> Told {
    let w = rule::of(language);
    let said = |name: &Name| text::squash(name::of(language, name));
    let place = mail::person(language, &said(&facts.unit), &said(&facts.institution));
    let mut lines = vec![
        (
            w.rule,
            personal::version(language, &said(&facts.title), &facts.version),
        ),
        (w.unit, place),
        (
            w.effective_on,
            when::day_with_year(language, facts.effective_on),
        ),
    ];
    let due = facts.due.map(|at| when::moment_with_year(language, at));
    lines.extend(due.map(|at| (w.due, at)));
    let changes = facts.changes.iter();
    lines.extend(changes.filter_map(|change| self::change(language, w, change)));
    lines.extend(more(language, w.more, facts.more_changes));
    let bookings = facts.bookings.iter();
    lines.extend(bookings.map(|one| (w.booking, booking(language, one))));
    lines.extend(
        facts
            .breaking
            .iter()
            .map(|one| (w.breaking, breaking(language, one))),
    );
    let label = match facts.about {
        RuleNews::Breaking => w.breaking,
        RuleNews::Announced | RuleNews::Recalled => w.booking,
    };
    lines.extend(more(language, label, facts.more_bookings));
    let concern = match (facts.breaking.is_empty(), facts.bookings.is_empty()) {
        (false, _) => Concern::Breaking,
        (true, false) => Concern::Bookings,
        (true, true) => Concern::Reader,
    };
    Told {
        occasion: w.occasion(facts.about, concern),
        facts: lines,
        reason: None,
        path: match facts.about {
            RuleNews::Breaking => "/manage/requests",
            RuleNews::Announced | RuleNews::Recalled => "/my/consents",
        }
        .to_owned(),
    }
}

/// Where old and new stand side by side, if there was one before.
pub(super) fn comparison(facts: &RuleFacts) -> Option<String> {
    let (slug, version) = (&facts.unit_slug, &facts.version);
    if facts.about == RuleNews::Recalled {
        return None;
    }
    Some(match &facts.before {
        Some(before) => format!("/rules/{slug}/{version}/diff/{before}"),
        None => format!("/rules/{slug}/{version}"),
    })
}

fn change(language: Language, w: &Words, change: &Change) -> Option<(&'static str, String)> {
    let said = |name: &Name| text::squash(name::of(language, name));
    Some(match change {
        Change::Document { title, fate } => {
            (w.article, rule::document(language, &said(title), *fate))
        }
        Change::Article {
            document,
            number,
            fate,
        } => (
            w.article,
            rule::article(language, &said(document), number, *fate),
        ),
        Change::Parameter {
            parameter,
            target,
            name,
            value,
        } => {
            let parameter = Parameter::from_code(parameter)?;
            let target = Target::from_code(target)?;
            let value = value
                .as_ref()
                .and_then(|text| parameter.entry().kind.read(text).ok());
            let at = (&target, &*said(name));
            let sentence = rule::condition(language, parameter, at, value.as_ref());
            (w.parameter, text::squash(&sentence))
        }
    })
}

fn more(language: Language, label: &'static str, count: usize) -> Option<(&'static str, String)> {
    (count > 0).then(|| (label, rule::more(language, count)))
}

fn booking(language: Language, affected: &Affected) -> String {
    let resource = text::squash(name::of(language, &affected.resource));
    let span = when::span_with_year(language, &affected.span);
    let number = affected.booking.to_string();
    mail::person(language, &format!("{resource} {span}"), &number)
}

/// A booking with the names of what it breaks.
fn breaking(language: Language, breaking: &Breaking) -> String {
    let labels: Vec<&str> = breaking
        .parameters
        .iter()
        .filter_map(|code| Parameter::from_code(code))
        .map(|one| parameter::label(language, one))
        .collect();
    let gap = match language {
        Language::Ja => "、",
        Language::En => ", ",
    };
    let booking = booking(language, &breaking.booking);
    format!("{booking}{}{}", mail::colon(language), labels.join(gap))
}
