//! Refusals of what is used together.

use crate::domain::language::Language;
use crate::domain::refusal::usage::UseBar;

/// What is wrong with what is used together, and what helps; none where the reason is another one.
pub(super) fn barred(language: Language, bar: &UseBar) -> Option<(String, String)> {
    let (what, way) = match language {
        Language::Ja => ja(bar)?,
        Language::En => en(bar)?,
    };
    Some((what.to_owned(), way.to_owned()))
}

const fn ja(bar: &UseBar) -> Option<(&'static str, &'static str)> {
    Some(match bar {
        UseBar::SeriesOfSet => (
            "ほかの施設の機器と一緒の申請は、定期予約にできません。",
            "ほかの施設の機器を外すか、1回ずつ申請してください。",
        ),
        UseBar::NoComponent => (
            "一緒に使うもの同士が同じ装置を必要とし、その空きがこの日時には足りません。",
            "一緒に使うものを減らすか、ほかの日時を選んでください。",
        ),
        UseBar::OneOfSet => (
            "ほかの施設の予約と一組なので、この予約だけを移すことはできません。",
            "申請者に一組の日時の変更を依頼するか、この予約を取り消してください。",
        ),
        _ => return None,
    })
}

const fn en(bar: &UseBar) -> Option<(&'static str, &'static str)> {
    Some(match bar {
        UseBar::SeriesOfSet => (
            "What other facilities are asked for with it can't be asked for as a series.",
            "Leave their equipment out, or ask for one time after the other.",
        ),
        UseBar::NoComponent => (
            "What you want to use together needs the same equipment, of which there is not enough at this time.",
            "Leave some of it out, or choose another time.",
        ),
        UseBar::OneOfSet => (
            "It was asked for together with another facility's: it can't be moved alone.",
            "Ask the applicant to change the time of all of them, or call this one off.",
        ),
        _ => return None,
    })
}
