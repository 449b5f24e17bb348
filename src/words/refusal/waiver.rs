//! Refusals about exceptions: never granted, asked for already, for oneself, for nobody.

use crate::domain::language::Language;
use crate::domain::refusal::waiver::WaiverBar;

/// What is wrong, and what helps.
type Pair = (String, String);

pub(super) fn barred(language: Language, bar: WaiverBar) -> Pair {
    let (what, helps) = match (language, bar) {
        (Language::Ja, WaiverBar::NeverWaived) => (
            "この条件に、例外は認められていません。",
            "条件に合う申請にするか、施設へ相談してください。",
        ),
        (Language::Ja, WaiverBar::AskedAlready) => (
            "同じ条件の例外を申請済みで、回答を待っています。",
            "回答はメールでお知らせします。急ぐときは、施設へ相談してください。",
        ),
        (Language::Ja, WaiverBar::Oneself) => (
            "自分に例外を認めることはできません。",
            "ほかの担当者に依頼してください。",
        ),
        (Language::Ja, WaiverBar::NobodyThere) => (
            "このメールアドレスの利用者は登録されていません。",
            "メールアドレスを確かめるか、利用者登録をお願いしてください。",
        ),
        (Language::En, WaiverBar::NeverWaived) => (
            "No exceptions are granted from this condition.",
            "Change the request so that it is kept, or talk to the facility.",
        ),
        (Language::En, WaiverBar::AskedAlready) => (
            "You asked for this exception already, and it waits for an answer.",
            "The answer comes by e-mail. If it is urgent, talk to the facility.",
        ),
        (Language::En, WaiverBar::Oneself) => (
            "You can't grant an exception to yourself.",
            "Ask somebody else who is in charge.",
        ),
        (Language::En, WaiverBar::NobodyThere) => (
            "Nobody is registered with this e-mail address.",
            "Check the address, or ask the person to register.",
        ),
    };
    (what.to_owned(), helps.to_owned())
}
