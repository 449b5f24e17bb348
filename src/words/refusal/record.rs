//! Refusals for what stands against a person: a suspension, or a report that is overdue.

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::domain::refusal::ground::Owed;
use crate::words::when;

/// What is wrong, and what helps.
type Pair = (String, String);

pub(super) fn suspended(language: Language, until: NaiveDate) -> Pair {
    let day = when::day_with_year(language, until);
    match language {
        Language::Ja => (
            format!("無断不使用が重なったため、{day}まで利用停止中です。"),
            "その翌日から申請できます。記録に誤りがあるときは、その予約のページから異議を申し立ててください。".to_owned(),
        ),
        Language::En => (
            format!("You are suspended until {day}, after no-shows."),
            "You can ask again from the day after. If a record is wrong, appeal on the page of that booking.".to_owned(),
        ),
    }
}

pub(super) fn overdue(language: Language, owed: Owed, due: NaiveDate) -> Pair {
    let day = when::day_with_year(language, due);
    match (language, owed) {
        (Language::Ja, Owed::Log) => (
            format!("期限（{day}）を過ぎた利用報告があります。"),
            "利用報告を入力すると、すぐに申請できます。".to_owned(),
        ),
        (Language::Ja, Owed::Report) => (
            format!("期限（{day}）を過ぎた利用報告書があります。"),
            "利用報告書を提出すると、すぐに申請できます。".to_owned(),
        ),
        (Language::En, Owed::Log) => (
            format!("A use log was due by {day} and is missing."),
            "Enter it, and you can ask at once.".to_owned(),
        ),
        (Language::En, Owed::Report) => (
            format!("A result report was due by {day} and is missing."),
            "Hand it in, and you can ask at once.".to_owned(),
        ),
    }
}
