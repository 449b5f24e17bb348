//! Refusals about a use and its reports.

use crate::domain::language::Language;
use crate::domain::refusal::usage::UseBar;
use crate::words::refusal::{capacity, door, keeping, outage, series, together, waiting};
use crate::words::{attend, endorse, when};

/// What is wrong, and what helps.
type Pair = (String, String);

/// No appeal any more, in Japanese.
const APPEAL_OVER_JA: (&str, &str) = (
    "異議を申し立てられる期間（記録から30日）を過ぎています。",
    "事情がある場合は、施設へ直接相談してください。",
);

pub(super) fn barred(language: Language, bar: &UseBar) -> Pair {
    let elsewhere = capacity::barred(language, bar)
        .or_else(|| series::barred(language, bar))
        .or_else(|| together::barred(language, bar))
        .or_else(|| door::barred(language, bar))
        .or_else(|| attend::barred(language, bar))
        .or_else(|| endorse::barred(language, bar));
    if let Some(said) = elsewhere {
        return said;
    }
    let (what, way) = match (bar, language) {
        (UseBar::Wait(bar), _) => return waiting::barred(language, *bar),
        (UseBar::Keeping(bar), _) => return keeping::barred(language, bar),
        (UseBar::Outage(bar), _) => return outage::barred(language, *bar),
        (UseBar::TooEarly { opens }, _) => {
            return too_early(language, &when::moment(language, *opens));
        }
        (UseBar::TooMany { most }, _) => return too_many(language, *most),
        (UseBar::NotMissedYet { from }, _) => {
            return not_missed_yet(language, &when::moment(language, *from));
        }
        (plain, Language::Ja) => ja(plain),
        (plain, Language::En) => en(plain),
    };
    (what.to_owned(), way.to_owned())
}

const fn ja(bar: &UseBar) -> (&'static str, &'static str) {
    match bar {
        UseBar::Over => (
            "予約の時間は終わりました。",
            "利用した場合は、利用報告を入力してください。",
        ),
        UseBar::NotOver => (
            "利用がまだ終わっていません。",
            "終わってから入力してください。",
        ),
        UseBar::Backwards => (
            "実際の終了が、開始より後になっていません。",
            "両方の日時を確かめてください。",
        ),
        UseBar::ToCome => (
            "実際の終了が、まだ来ていない日時です。",
            "今までの日時を入力してください。",
        ),
        UseBar::FarOff => (
            "予約の時間から1日より離れています。",
            "日時を確かめてください。別の日に利用した場合は、施設へ連絡してください。",
        ),
        UseBar::LogFirst => (
            "利用報告がまだありません。",
            "先に利用報告を入力してください。",
        ),
        UseBar::NoDoi => (
            "DOIの形になっていません。",
            "「10.1234/abc」のように入力するか、空欄にしてください。",
        ),
        UseBar::NothingChanged => (
            "今の予約と同じ内容です。",
            "変えたい日時や内容を入力してください。",
        ),
        other => ja_missed(other),
    }
}

const fn ja_missed(bar: &UseBar) -> (&'static str, &'static str) {
    match bar {
        UseBar::WasUsed => (
            "利用の記録があります。",
            "記録が誤りのときは、利用者に確かめてください。",
        ),
        UseBar::Appealed => (
            "異議はすでに申し立てられています。",
            "施設からの回答をお待ちください。",
        ),
        UseBar::AppealOver => APPEAL_OVER_JA,
        _ => ("", ""),
    }
}

const fn en(bar: &UseBar) -> (&'static str, &'static str) {
    match bar {
        UseBar::Over => (
            "The booked time is over.",
            "If you used it, enter the use log.",
        ),
        UseBar::NotOver => ("The use is not over yet.", "Enter the log when it is."),
        UseBar::Backwards => (
            "The actual end is not after the start.",
            "Check both times.",
        ),
        UseBar::ToCome => (
            "The actual end has not come yet.",
            "Enter a time up to now.",
        ),
        UseBar::FarOff => (
            "This is more than a day away from the booked time.",
            "Check the times. If you used it on another day, tell the facility.",
        ),
        UseBar::LogFirst => ("The use log is not there yet.", "Enter the log first."),
        UseBar::NoDoi => (
            "This is no DOI.",
            "Write it like 10.1234/abc, or leave it empty.",
        ),
        UseBar::NothingChanged => (
            "This is the booking as it stands.",
            "Enter the time or the content that you want instead.",
        ),
        other => en_missed(other),
    }
}

const fn en_missed(bar: &UseBar) -> (&'static str, &'static str) {
    match bar {
        UseBar::WasUsed => (
            "There is a record of its use.",
            "If the record is wrong, ask the user.",
        ),
        UseBar::Appealed => (
            "There is an appeal already.",
            "Wait for the facility's answer.",
        ),
        UseBar::AppealOver => (
            "The 30 days for an appeal are over.",
            "If there are special circumstances, talk to the facility.",
        ),
        _ => ("", ""),
    }
}

fn not_missed_yet(language: Language, from: &str) -> Pair {
    match language {
        Language::Ja => (
            format!("無断不使用と記録できるのは{from}からです。"),
            "遅れて来ることもあります。その時刻まで待ってください。".to_owned(),
        ),
        Language::En => (
            format!("It can be recorded as a no-show from {from}."),
            "People may come late: wait until then.".to_owned(),
        ),
    }
}

fn too_early(language: Language, opens: &str) -> Pair {
    match language {
        Language::Ja => (
            format!("利用の開始は{opens}から記録できます。"),
            "その時刻になってから、もう一度押してください。".to_owned(),
        ),
        Language::En => (
            format!("The start can be recorded from {opens}."),
            "Try again then.".to_owned(),
        ),
    }
}

fn too_many(language: Language, most: u32) -> Pair {
    match language {
        Language::Ja => (
            format!("試料の数は{most}までです。"),
            "数を確かめてください。".to_owned(),
        ),
        Language::En => (
            format!("At most {most} samples can be entered."),
            "Check the number.".to_owned(),
        ),
    }
}
