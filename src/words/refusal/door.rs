//! Refusals of the digits that are typed at a door.

use crate::domain::door::DIGITS;
use crate::domain::language::Language;
use crate::domain::refusal::usage::UseBar;

/// What is wrong, and what helps; none where the reason is another one.
pub(super) fn barred(language: Language, bar: &UseBar) -> Option<(String, String)> {
    let (what, way) = match (bar, language) {
        (UseBar::PinShape, Language::Ja) => (
            format!("暗証番号は{DIGITS}桁の数字です。"),
            "数字だけを入力してください。",
        ),
        (UseBar::PinShape, Language::En) => (
            format!("The PIN has {DIGITS} digits."),
            "Enter digits only.",
        ),
        (UseBar::PinGuessable, Language::Ja) => (
            "同じ数字の並びや連続した数字は、すぐに推測されます。".to_owned(),
            "別の暗証番号を選んでください。",
        ),
        (UseBar::PinGuessable, Language::En) => (
            "Digits that are all alike or in order are guessed at once.".to_owned(),
            "Choose others.",
        ),
        (UseBar::PinWrong, Language::Ja) => (
            "暗証番号が違うか、登録されていません。".to_owned(),
            "入力し直すか、サインインして利用を始めてください。暗証番号は「登録情報」から登録できます。",
        ),
        (UseBar::PinWrong, Language::En) => (
            "The PIN is wrong, or none is set.".to_owned(),
            "Enter it again, or sign in to begin the use. You can set a PIN from your profile.",
        ),
        _ => return None,
    };
    Some((what, way.to_owned()))
}
