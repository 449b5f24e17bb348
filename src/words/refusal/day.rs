//! Refusals of a day that was chosen.

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::words::when;

/// What is wrong, and what helps.
type Pair = (String, String);

pub(super) fn past(l: Language, field: &str) -> Pair {
    match l {
        Language::Ja => (
            format!("{field}が過ぎています。"),
            "今日以降の日を選んでください。".to_owned(),
        ),
        Language::En => (
            format!("{field}: that day has passed."),
            "Choose today or a later day.".to_owned(),
        ),
    }
}

pub(super) fn to_come(l: Language, field: &str) -> Pair {
    match l {
        Language::Ja => (
            format!("{field}がまだ来ていません。"),
            "今日までの日を選んでください。".to_owned(),
        ),
        Language::En => (
            format!("{field}: that day has not come yet."),
            "Choose today or an earlier day.".to_owned(),
        ),
    }
}

pub(super) fn too_early(l: Language, field: &str, first: NaiveDate) -> Pair {
    let first = when::day_with_year(l, first);
    match l {
        Language::Ja => (
            format!("{field}が早すぎます。"),
            format!("{first}以降の日を選んでください。"),
        ),
        Language::En => (
            format!("{field}: that day is too early."),
            format!("Choose {first} or later."),
        ),
    }
}
