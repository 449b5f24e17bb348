//! The optional section of the form that asks for a series: read, shown, with the dates that can't be had.

use crate::domain::booking::series::{Barred, Conflicts, Repeat, bar, judge, spans};
use crate::domain::booking::{Scene, Wish};
use crate::domain::id::BookingId;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::use_field::UseField;
use crate::domain::time::{Span, parse_day};
use crate::web::form::Form;
use crate::web::parts::{Choice, Errors, Fact, Field};
use crate::web::visit::Visit;
use crate::words::series::{self as said, Words};
use crate::words::{refusal, when};

/// The section; see templates/booking/new.html.
pub struct Section {
    pub w: &'static Words,
    /// Whether something was typed in it.
    pub open: bool,
    pub every: Field,
    pub last_day: Field,
    pub times: Field,
    pub conflicts: Vec<Choice>,
    pub choice: Field,
    /// The dates that are shown as barred.
    pub seen: String,
    pub barred: Vec<Fact>,
}

/// Reads how a series goes on; none where nothing of it was typed.
#[must_use]
pub fn repeat(form: &Form) -> Option<Repeat> {
    let typed = |field: UseField| !form.line(field.code()).is_empty();
    let fields = [UseField::Every, UseField::LastDay, UseField::Times];
    if !fields.into_iter().any(typed) {
        return None;
    }
    let (every, times) = (form.number("every"), form.number("times"));
    // what is far too large is refused for being that, not as unreadable
    let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    let until = form.day("last_day");
    let read = [every.is_some(), until.is_some(), times.is_some()];
    let unread = fields.into_iter().zip(read);
    Some(Repeat {
        every: every.map(small),
        until,
        times: times.map(small),
        unread: unread
            .filter(|(field, read)| typed(*field) && !read)
            .map(|(field, _)| field)
            .collect(),
        conflicts: match form.raw("conflicts") {
            "skip" => Conflicts::Skip,
            _ => Conflicts::AllOrNothing,
        },
        seen: form.raw("seen").split(',').filter_map(parse_day).collect(),
    })
}

/// The time from the first date of a series to its last.
#[must_use]
pub fn reach(wish: &Wish, repeat: &Repeat) -> Option<Span> {
    let first = wish.span()?;
    let last = spans(first, repeat).ok()?.last().copied()?;
    Span::new(first.start(), last.end())
}

/// The section, where the rule offers series or one was asked for.
#[must_use]
pub fn section(
    visit: &Visit,
    (scene, wish): (&Scene, &Wish),
    repeat: Option<&Repeat>,
    errors: &Errors,
) -> Option<Section> {
    let day = wish.span()?.start().day();
    if bar(scene, day).is_some() && repeat.is_none() {
        return None;
    }
    let typed = repeat.cloned().unwrap_or_default();
    let w = said::of(visit.language);
    let field =
        |field, value: Option<String>| errors.field(Named::Use(field), value.unwrap_or_default());
    let choice = |value: &str, label: &str, which| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: None,
        chosen: typed.conflicts == which,
    };
    let barred = match (visit.actor.person(), repeat) {
        (Some(_), Some(repeat)) => barred(visit, (scene, wish), repeat),
        _ => Vec::new(),
    };
    let days: Vec<String> = barred
        .iter()
        .map(|one| one.span.start().day().to_string())
        .collect();
    Some(Section {
        w,
        open: repeat.is_some(),
        every: field(UseField::Every, typed.every.map(|every| every.to_string())),
        last_day: field(UseField::LastDay, typed.until.map(|day| day.to_string())),
        times: field(UseField::Times, typed.times.map(|times| times.to_string())),
        conflicts: vec![
            choice("all", w.all, Conflicts::AllOrNothing),
            choice("skip", w.skip, Conflicts::Skip),
        ],
        choice: Field::default(),
        seen: days.join(","),
        barred: barred.iter().map(|one| reasons(visit, one)).collect(),
    })
}

/// The dates that can't be had as everything stands now.
fn barred(visit: &Visit, (scene, wish): (&Scene, &Wish), repeat: &Repeat) -> Vec<Barred> {
    let (Some(first), Some(person)) = (wish.span(), visit.actor.person()) else {
        return Vec::new();
    };
    let dates: Vec<(BookingId, Span)> = spans(first, repeat)
        .unwrap_or_default()
        .into_iter()
        .map(|span| (BookingId::new(0), span))
        .collect();
    let (_, barred) = judge(wish, &dates, scene, (person, visit.actor.at));
    barred
}

fn reasons(visit: &Visit, barred: &Barred) -> Fact {
    let language = visit.language;
    let said: Vec<String> = barred
        .refusals
        .iter()
        .map(|one| refusal::say(language, one).what)
        .collect();
    Fact::new(
        &when::span_with_year(language, &barred.span),
        said.join(" "),
    )
}
