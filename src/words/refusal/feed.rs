//! Refusals of feeds: too many, or opened already.

use crate::domain::language::Language;
use crate::domain::refusal::feed::FeedBar;

/// What is wrong, and what helps.
type Pair = (String, String);

/// What stands in the way.
pub(super) fn barred(language: Language, bar: FeedBar) -> Pair {
    let (what, remedy) = match (language, bar) {
        (Language::Ja, FeedBar::TooMany { most }) => (
            format!("配信用アドレスは1人{most}件までです。"),
            "使っていないものを停止してから、もう一度作ってください。",
        ),
        (Language::En, FeedBar::TooMany { most }) => (
            format!("One person can have {most} calendar addresses."),
            "Stop one that you no longer use, then try again.",
        ),
        (Language::Ja, FeedBar::Opened) => (
            "この配信用アドレスは作成済みです。".to_owned(),
            "アドレスは作成した直後にだけ表示します。控えていないときは、停止して作り直してください。",
        ),
        (Language::En, FeedBar::Opened) => (
            "This calendar address has been made already.".to_owned(),
            "It is shown only right after it was made. If you did not keep it, stop it and make another.",
        ),
    };
    (what, remedy.to_owned())
}
