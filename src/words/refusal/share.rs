//! Refusals where what an institution keeps for itself leaves too little.

use crate::domain::language::Language;
use crate::words::when;

/// What is wrong, and what helps.
type Pair = (String, String);

pub(super) fn over(language: Language, share: u32, left: i64) -> Pair {
    let left = when::length(language, left);
    match language {
        Language::Ja => (
            format!(
                "1週間の利用時間のうち{share}%は自機関の利用のために確保しており、この週の残りは{left}です。"
            ),
            "残りの時間に収めるか、ほかの週の日を選んでください。".to_owned(),
        ),
        Language::En => (
            format!(
                "Of each week's hours, {share}% are kept for the institution itself ({left} left for others that week)."
            ),
            "Stay within what is left, or choose a day of another week.".to_owned(),
        ),
    }
}
