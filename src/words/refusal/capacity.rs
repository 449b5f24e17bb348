//! Refusals about a shared capacity: more than there is, less than is booked.

use crate::domain::language::Language;
use crate::domain::name::Name;
use crate::domain::refusal::ground::Part;
use crate::domain::refusal::usage::UseBar;
use crate::words::{counted, name};

/// What is wrong, and what helps.
type Pair = (String, String);

/// More than fits; none where the reason is another one.
pub(super) fn barred(language: Language, bar: &UseBar) -> Option<Pair> {
    match bar {
        UseBar::OverCapacity {
            asked,
            others,
            capacity,
            counted,
        } => {
            let said = |count| counted::of(language, *counted, count);
            let peak = said(asked.saturating_add(*others));
            Some(match others {
                0 => more_than_there_is(language, &peak, &said(*capacity)),
                _ => over(language, &peak, &said(*capacity)),
            })
        }
        UseBar::BookedAbove {
            resource,
            peak,
            capacity,
            counted,
        } => {
            let said = |count| counted::of(language, *counted, count);
            Some(booked(language, resource, &said(*peak), &said(*capacity)))
        }
        _ => None,
    }
}

fn over(language: Language, peak: &str, capacity: &str) -> Pair {
    match language {
        Language::Ja => (
            format!("他の予約と合わせて最大{peak}となるため、申請できません（全体で{capacity}）。"),
            "数を減らすか、期間の一部にするか、ほかの期間を選んでください。".to_owned(),
        ),
        Language::En => (
            format!("With other bookings this comes to {peak} at the peak, of {capacity} in all."),
            "Ask for fewer, for a part of the time, or for another time.".to_owned(),
        ),
    }
}

fn more_than_there_is(language: Language, asked: &str, capacity: &str) -> Pair {
    match language {
        Language::Ja => (
            format!("全体で{capacity}なので、{asked}は申請できません。"),
            format!("{capacity}以下の数にしてください。"),
        ),
        Language::En => (
            format!("{asked} can't be requested: there are {capacity} in all."),
            format!("Ask for {capacity} or fewer."),
        ),
    }
}

fn booked(language: Language, resource: &Name, peak: &str, capacity: &str) -> Pair {
    let resource = name::of(language, resource);
    match language {
        Language::Ja => (
            format!("「{resource}」には、同時に最大{peak}の予約があります。"),
            format!("{capacity}に減らす前に、予約を変更するか取り消してください。"),
        ),
        Language::En => (
            format!("Up to {peak} of {resource} are booked at once."),
            format!("Change or cancel bookings before there are only {capacity}."),
        ),
    }
}

/// What of it still fits, as a sentence.
pub(super) fn part(language: Language, part: &Part) -> String {
    let said = counted::part(language, part);
    match language {
        Language::Ja => format!("{said}。"),
        Language::En => format!("{said}."),
    }
}
