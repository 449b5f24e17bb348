//! Refusals of series of bookings.

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::domain::refusal::usage::UseBar;
use crate::words::when;

/// What is wrong, and what helps.
type Pair = (String, String);

/// So many days are named one by one.
const NAMED: usize = 10;

/// What is wrong with a series; none where the reason is another one.
pub(super) fn barred(language: Language, bar: &UseBar) -> Option<Pair> {
    let (what, way) = match language {
        Language::Ja => ja(bar)?,
        Language::En => en(bar)?,
    };
    Some((what, way.to_owned()))
}

/// The days, the first ten by name.
fn listed(language: Language, days: &[NaiveDate]) -> String {
    let named = days.iter().take(NAMED);
    let named: Vec<String> = named
        .map(|day| when::day_with_year(language, *day))
        .collect();
    let more = days.len().saturating_sub(NAMED);
    match (language, more) {
        (Language::Ja, 0) => named.join("、"),
        (Language::Ja, _) => format!("{}、ほか{more}日", named.join("、")),
        (Language::En, 0) => named.join("; "),
        (Language::En, _) => format!("{}; and {more} more", named.join("; ")),
    }
}

fn ja(bar: &UseBar) -> Option<(String, &'static str)> {
    Some(match bar {
        UseBar::NoSeries { own_only } => (
            match own_only {
                true => "この機器の定期予約は、機器をもつ機関の方だけが申請できます。".to_owned(),
                false => "この機器は定期予約を受け付けていません。".to_owned(),
            },
            "1回ずつ申請してください。",
        ),
        UseBar::SeriesStep { most } => (
            format!("繰り返しの間隔は1日から{most}日までです。"),
            "毎週なら7と入力してください。",
        ),
        UseBar::SeriesTooMany { most } => (
            format!("定期予約は{most}回までです。"),
            "回数を減らすか、最終日を早めてください。",
        ),
        UseBar::SeriesTooFar { last } => {
            let last = when::day_with_year(Language::Ja, *last);
            (
                format!("定期予約は初回から12か月（{last}）までです。"),
                "回数を減らすか、最終日を早めてください。",
            )
        }
        UseBar::SeriesOfOne => (
            "2回目の日がありません。".to_owned(),
            "回数を2以上にするか、最終日を遅くしてください。",
        ),
        UseBar::SeriesBarred { count } => (
            format!("申請できない日が{count}日あります。"),
            "日ごとの理由を確かめ、日時を変えるか、申請できる日だけを選んでください。",
        ),
        UseBar::SeriesStays { days } => (
            format!("次の日には適用できません：{}。", listed(Language::Ja, days)),
            "どの日も変わっていません。続く理由は最初の日のものです。その日だけを別に扱ってください。",
        ),
        _ => return None,
    })
}

fn en(bar: &UseBar) -> Option<(String, &'static str)> {
    Some(match bar {
        UseBar::NoSeries { own_only } => (
            match own_only {
                true => "Only people of its own institution can book a series here.".to_owned(),
                false => "This resource takes no series of bookings.".to_owned(),
            },
            "Ask for one time after the other.",
        ),
        UseBar::SeriesStep { most } => (
            format!("Dates of a series are 1 to {most} days apart."),
            "Enter 7 for every week.",
        ),
        UseBar::SeriesTooMany { most } => (
            format!("A series has at most {most} dates."),
            "Enter fewer, or an earlier last day.",
        ),
        UseBar::SeriesTooFar { last } => {
            let last = when::day_with_year(Language::En, *last);
            (
                format!("A series ends within twelve months of its first date ({last})."),
                "Enter fewer dates, or an earlier last day.",
            )
        }
        UseBar::SeriesOfOne => (
            "There is no second date.".to_owned(),
            "Enter at least two dates, or a later last day.",
        ),
        UseBar::SeriesBarred { count } => (
            format!("Dates that can't be had: {count}."),
            "See why for each; choose another time, or only the dates that can be had.",
        ),
        UseBar::SeriesStays { days } => (
            format!("This is not possible for {}.", listed(Language::En, days)),
            "No date was changed. The reasons that follow are those of the first one: treat it by itself.",
        ),
        _ => return None,
    })
}
