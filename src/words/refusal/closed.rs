//! Refusals of closed days, hours of use, and nights.

use chrono::NaiveDate;

use crate::domain::availability::WeeklyWindow;
use crate::domain::calendar::Closing;
use crate::domain::language::Language;
use crate::domain::refusal::Wrong;
use crate::words::{opening, when};

/// What is wrong, and what helps.
type Pair = (String, String);

/// A time into which no use may run.
pub(super) fn pair(language: Language, wrong: &Wrong) -> Pair {
    match wrong {
        Wrong::ClosedDay {
            day,
            closing,
            next_open,
        } => closed_day(language, *day, closing, *next_open),
        Wrong::OutsideHours { windows } => outside_hours(language, windows),
        Wrong::TooManyDays { most } => too_many_days(language, *most),
        Wrong::NightBeforeClosed { day } => night_before_closed(language, *day),
        _ => Pair::default(),
    }
}

fn closed_day(language: Language, day: NaiveDate, closing: &Closing, next_open: NaiveDate) -> Pair {
    let (day, next) = (when::day(language, day), when::day(language, next_open));
    let closing = opening::closing(language, closing);
    match language {
        Language::Ja => (
            format!("{day}は{closing}です。"),
            format!("{next}以降の営業日を選んでください。"),
        ),
        Language::En => (
            format!("{day} is closed: {closing}."),
            format!("Choose a business day from {next} on."),
        ),
    }
}

fn outside_hours(language: Language, windows: &[WeeklyWindow]) -> Pair {
    let windows = opening::windows(language, windows);
    match language {
        Language::Ja => (
            format!("利用できる時間帯（{windows}）に収まっていません。"),
            "この時間帯に始まり終わる日時を選んでください。".to_owned(),
        ),
        Language::En => (
            format!("That is outside the hours of use ({windows})."),
            "Choose a time that begins and ends within them.".to_owned(),
        ),
    }
}

fn too_many_days(language: Language, most: u32) -> Pair {
    match language {
        Language::Ja => (
            format!("続けて利用できるのは{most}日までです。"),
            "ご自身の前後の予約も合わせて数えます。利用時間を短くするか、間を空けて申請してください。".to_owned(),
        ),
        Language::En => (
            format!("You may use it on at most {most} days in a row."),
            "Your own bookings before and after count too. Choose a shorter time, or leave a day between.".to_owned(),
        ),
    }
}

fn night_before_closed(language: Language, day: NaiveDate) -> Pair {
    let day = when::day(language, day);
    match language {
        Language::Ja => (
            format!("翌日（{day}）が休業日のため、夜間にかけて利用できません。"),
            "24:00までに終わる時間にするか、ほかの日を選んでください。".to_owned(),
        ),
        Language::En => (
            format!("No use may run through the night into a closed day ({day})."),
            "Choose a time that ends by midnight, or another day.".to_owned(),
        ),
    }
}
