//! The words of what somebody must know before they begin: what is missing, how long it takes, the earliest start.

use chrono::NaiveDate;

use crate::domain::gate::Office;
use crate::domain::language::Language;
use crate::domain::parameter::Parameter;
use crate::domain::time::Span;
use crate::words::parameter::code;
use crate::words::{gate, when};

/// What the block says that has no figures in it.
pub struct Words {
    pub nothing_missing: &'static str,
    pub barred: &'static str,
    pub barred_class: &'static str,
    pub usable: &'static str,
    pub usable_later: &'static str,
    pub not_usable: &'static str,
    pub consent: &'static str,
    pub consent_more: &'static str,
    pub at_once: &'static str,
    pub no_date: &'static str,
    pub enter: &'static str,
    pub enrol: &'static str,
    pub earliest: &'static str,
    pub earliest_with_all: &'static str,
    pub earliest_unknown: &'static str,
    pub choose: &'static str,
    pub class: &'static str,
    pub class_open: &'static str,
    pub class_button: &'static str,
    pub requests: &'static str,
    pub stands: &'static str,
    pub contact: &'static str,
}

pub(super) const JA: Words = Words {
    nothing_missing: "すぐに申請できます",
    barred: "このままでは利用できません",
    barred_class: "この区分の機関の方は利用できません",
    usable: "✓ 利用できます",
    usable_later: "▲ 準備が必要です",
    not_usable: "× 利用できません",
    consent: "利用規則への同意",
    consent_more: "申請のときに、チェックを1つ入れるだけで済みます。",
    at_once: "ご自身の申告で済みます。申請の後に登録してください。",
    no_date: "講習の日程はまだ決まっていません。",
    enter: "登録する",
    enrol: "講習に申し込む",
    earliest: "いちばん早い開始",
    earliest_with_all: "すべてそろえて、いちばん早い開始",
    earliest_unknown: "日程や窓口の回答が決まりしだい、ここに示します",
    choose: "この枠を選ぶ",
    class: "所属機関の区分",
    class_open: "自分の機関の区分で、必要なことを確かめる",
    class_button: "確かめる",
    requests: "申込みに必要になること",
    stands: "確認済みです。",
    contact: "窓口に問い合わせる",
};

pub(super) const EN: Words = Words {
    nothing_missing: "You can send a request now",
    barred: "You can't use it as things are",
    barred_class: "Not open to this kind of institution",
    usable: "✓ You can use it",
    usable_later: "▲ Something is needed first",
    not_usable: "× Not open to you",
    consent: "Consent to the usage rules",
    consent_more: "One tick in the request form is enough.",
    at_once: "Your own declaration is enough. Enter it after you sent the request.",
    no_date: "No date of the training is set yet.",
    enter: "Enter it",
    enrol: "Enrol",
    earliest: "Earliest start",
    earliest_with_all: "Earliest start with all of it",
    earliest_unknown: "shown here as soon as a date or an answer is known",
    choose: "Choose this time",
    class: "Kind of your institution",
    class_open: "See what is needed for your kind of institution",
    class_button: "See",
    requests: "What an application will need",
    stands: "Stands already.",
    contact: "Ask the contact desk",
};

/// How much is missing: あと2つ必要です.
#[must_use]
pub fn missing(language: Language, count: usize) -> String {
    match (language, count) {
        (Language::Ja, _) => format!("あと{count}つ必要です"),
        (Language::En, 1) => "1 more thing is needed".to_owned(),
        (Language::En, _) => format!("{count} more things are needed"),
    }
}

/// The same for a class of institutions: 大学の方に必要なこと（2つ）.
#[must_use]
pub fn missing_for(language: Language, class: &str, count: usize) -> String {
    let class = code::say(language, Parameter::EligibleOrgClasses, class);
    match (language, count) {
        (Language::Ja, 0) => format!("{class}の方は、すぐに申請できます"),
        (Language::Ja, _) => format!("{class}の方に必要なこと（{count}つ）"),
        (Language::En, 0) => format!("For {class}: requests can be sent now"),
        (Language::En, _) => format!("Needed of {class}: {count}"),
    }
}

/// The next date of a course, after which use can begin.
#[must_use]
pub fn training(language: Language, from: NaiveDate) -> String {
    let date = from.pred_opt().unwrap_or(from);
    let (date, from) = (when::day(language, date), when::day(language, from));
    match language {
        Language::Ja => format!("次の講習は{date}です。修了すると、{from}から利用できます。"),
        Language::En => {
            format!("The next training is on {date}; with it, use can begin on {from}.")
        }
    }
}

/// How long an office takes.
#[must_use]
pub fn office(language: Language, office: Office, days: u32, from: NaiveDate) -> String {
    let (office, from) = (gate::office(language, office), when::day(language, from));
    match (language, days) {
        (Language::Ja, 0) => format!("登録すると、{office}がその日のうちに確認します。"),
        (Language::Ja, _) => format!(
            "今日登録すると、{office}の確認に{days}営業日ほどかかり、{from}の利用から間に合います。"
        ),
        (Language::En, 0) => format!("Once entered, the {office} checks it on the same day."),
        (Language::En, 1) => format!(
            "Entered today, the {office} takes about 1 business day: in time for use from {from} on."
        ),
        (Language::En, _) => format!(
            "Entered today, the {office} takes about {days} business days: in time for use from {from} on."
        ),
    }
}

/// An office that has it before it.
#[must_use]
pub fn waits(language: Language, office: Office, until: NaiveDate) -> String {
    let (office, until) = (gate::office(language, office), when::day(language, until));
    match language {
        Language::Ja => format!("{office}が確認しています（回答の目安：{until}）。"),
        Language::En => format!("The {office} checks it; an answer is expected by {until}."),
    }
}

/// An office that said no.
#[must_use]
pub fn refused(language: Language, office: Office) -> String {
    let office = gate::office(language, office);
    match language {
        Language::Ja => format!("{office}に認められていません。窓口へ相談してください。"),
        Language::En => format!("The {office} did not clear it. Talk to the office."),
    }
}

/// What ended, or ends before the use.
#[must_use]
pub fn ended(language: Language, on: NaiveDate) -> String {
    let on = when::day(language, on);
    match language {
        Language::Ja => format!("{on}で期限が切れます。"),
        Language::En => format!("It ends on {on}."),
    }
}

/// The earliest start, or the day from which on no free time is known.
#[must_use]
pub fn start(language: Language, day: NaiveDate, slot: Option<&Span>) -> String {
    let from = || when::day(language, day);
    match (language, slot) {
        (_, Some(slot)) => when::span(language, slot),
        (Language::Ja, None) => format!("{}以降（今見えている範囲に空き枠がありません）", from()),
        (Language::En, None) => format!("{} or later (no free time is known yet)", from()),
    }
}

/// 初回利用の申請期限
#[must_use]
pub fn first_use(language: Language, days: u32) -> String {
    match (language, days) {
        (Language::Ja, _) => {
            format!("はじめての利用は、利用日の{days}営業日前までに申請してください。")
        }
        (Language::En, 1) => "A first use must be requested 1 business day before.".to_owned(),
        (Language::En, _) => format!("A first use must be requested {days} business days before."),
    }
}

/// 立会いによる初回利用
#[must_use]
pub fn supervised(language: Language, sessions: u32) -> String {
    match (language, sessions) {
        (Language::Ja, _) => format!(
            "あと{sessions}回は、職員の立会いで利用します。申請では、自己操作以外の利用のしかたを選んでください。"
        ),
        (Language::En, 1) => {
            "One more use needs somebody of the staff at hand: choose a way of use other than operating it yourself.".to_owned()
        }
        (Language::En, _) => format!(
            "{sessions} more uses need somebody of the staff at hand: choose a way of use other than operating it yourself."
        ),
    }
}
