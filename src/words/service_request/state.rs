//! Where a request without a slot stands and what happened to it, in words; units and other codes.

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::domain::letter::service::Amount;
use crate::domain::service_request::Payment;
use crate::domain::service_request::content::{Arm, EthicsClaim, Unit};
use crate::domain::service_request::state::State;
use crate::words::service_request::story::plain;
use crate::words::when;

/// Tone and words of a state's chip.
#[must_use]
pub const fn chip(language: Language, state: State) -> (&'static str, &'static str) {
    let (tone, ja, en) = match state {
        State::Inquiry => ("y", "相談中", "Question"),
        State::Application => ("o", "▲ 申込み待ち", "▲ To be completed"),
        State::Screening => ("y", "受付審査中", "Being screened"),
        State::Committee => ("y", "審査委員会で審査中", "With the committee"),
        State::Returned => ("o", "↩ 差戻し", "↩ Returned"),
        State::Conditional => ("o", "▲ 条件付き承認", "▲ Approved with conditions"),
        State::Contract => ("y", "契約手続き中", "Contract"),
        State::Payment => ("y", "支払い確認中", "Payment"),
        State::Preparing => ("y", "提供準備中", "In preparation"),
        State::Delivered => ("b", "発送済み", "Shipped"),
        State::Granted => ("b", "利用権付与", "Access granted"),
        State::InUse => ("g", "✓ 利用中", "✓ In use"),
        State::ProgressReport => ("o", "▲ 経過報告待ち", "▲ Progress report due"),
        State::Finished => ("", "終了", "Finished"),
        State::Disposed => ("", "終了（残余は廃棄）", "Finished, rest disposed of"),
        State::Rejected => ("r", "× 不承認", "× Not approved"),
        State::Withdrawn => ("", "取下げ", "Withdrawn"),
        State::Declined => ("", "辞退", "Declined"),
        State::CalledOff => ("r", "× 提供取りやめ", "× Called off"),
        State::Expired => ("", "期限切れ", "Lapsed"),
    };
    (tone, pick(language, ja, en))
}

/// What a step is called in the list of steps.
#[must_use]
pub const fn step(language: Language, state: State) -> &'static str {
    match state {
        State::Screening => pick(language, "受付審査", "Screening"),
        State::Committee => pick(language, "審査委員会", "Committee"),
        State::Contract => pick(
            language,
            "契約（MTA・データ利用契約）",
            "Contract (MTA, data agreement)",
        ),
        State::Payment => pick(language, "支払いの確認", "Payment"),
        State::Preparing => pick(language, "提供の準備", "Preparation"),
        State::Delivered => pick(language, "発送・受領", "Shipment and receipt"),
        State::Granted => pick(language, "利用権の付与", "Access"),
        State::InUse => pick(
            language,
            "利用・年1回の経過報告・終了報告",
            "Use, with a report each year and at the end",
        ),
        other => chip(language, other).1,
    }
}

/// Where a request stands, as a sentence: `who` are the managers' names, `due` the day until which
/// whoever acts next acts.
#[must_use]
pub fn sentence(language: Language, state: State, who: &[&str], due: Option<NaiveDate>) -> String {
    let (plain, who) = (
        plain(language, state),
        who.join(pick(language, "さん、", ", ")),
    );
    let plain = match (language, who.is_empty()) {
        (_, true) => plain.to_owned(),
        (Language::Ja, false) => plain.replace("施設の担当者", &format!("{who}さん")),
        (Language::En, false) => plain.replace("the facility's managers", &who),
    };
    let Some(due) = due else { return plain };
    let due = when::day_with_year(language, due);
    match language {
        Language::Ja => format!("{}（{due}まで）。", plain.trim_end_matches('。')),
        Language::En => format!("{} (until {due}).", plain.trim_end_matches('.')),
    }
}

/// In what a line is counted.
#[must_use]
pub const fn unit(language: Language, unit: Unit) -> &'static str {
    match unit {
        Unit::Case => pick(language, "件", "item(s)"),
        Unit::Tube => pick(language, "本", "tube(s)"),
        Unit::Specimen => pick(language, "検体", "specimen(s)"),
        Unit::Patient => pick(language, "症例", "patient(s)"),
        Unit::Dataset => pick(language, "データセット", "dataset(s)"),
    }
}

/// So many of something: 150本.
#[must_use]
pub fn amount(language: Language, quantity: u32, of: Unit) -> String {
    let unit = unit(language, of);
    match (language, quantity) {
        (Language::Ja, _) => format!("{quantity}{unit}"),
        (Language::En, 1) => format!("1 {}", unit.trim_end_matches("(s)")),
        (Language::En, _) => format!("{quantity} {}", unit.replace("(s)", "s")),
    }
}

/// Several of these.
#[must_use]
pub fn amounts(language: Language, all: &[Amount]) -> String {
    let said: Vec<String> = all
        .iter()
        .map(|one| match Unit::from_code(&one.unit) {
            Some(unit) => amount(language, one.quantity, unit),
            None => one.quantity.to_string(),
        })
        .collect();
    said.join(pick(language, "、", ", "))
}

/// 症例・対照
#[must_use]
pub const fn arm(language: Language, arm: Arm) -> &'static str {
    match arm {
        Arm::Unsaid => "",
        Arm::Case => pick(language, "症例", "cases"),
        Arm::Control => pick(language, "対照", "controls"),
        Arm::Both => pick(language, "症例・対照", "cases and controls"),
    }
}

/// What is said of the ethics review.
#[must_use]
pub const fn ethics(language: Language, claim: EthicsClaim) -> &'static str {
    match claim {
        EthicsClaim::Approved => pick(language, "承認を受けている", "Approved"),
        EthicsClaim::NotNeeded => pick(
            language,
            "対象外（ヒト由来の試料・情報を扱わないなど）",
            "Not needed (nothing of human origin, for example)",
        ),
    }
}

/// That the approval ends too early.
#[must_use]
pub fn ethics_ends(language: Language, until: NaiveDate) -> String {
    let until = when::day_with_year(language, until);
    match language {
        Language::Ja => format!("{until}（提供予定日に倫理審査の承認が切れます）"),
        Language::En => format!("{until}, which is before the planned delivery"),
    }
}

/// That the approval ends too early, as a warning.
#[must_use]
pub fn ethics_warning(language: Language, until: Option<NaiveDate>) -> String {
    let said = until.map(|until| when::day_with_year(language, until));
    match (language, said) {
        (Language::Ja, Some(until)) => format!(
            "提供予定日に倫理審査の承認が切れます（承認は{until}まで）。延長の承認が登録されるまで、審査委員会に進めません。"
        ),
        (Language::Ja, None) => {
            "倫理審査の承認が登録されていません。登録されるまで、次へ進めません。".to_owned()
        }
        (Language::En, Some(until)) => format!(
            "The ethics approval ends on {until}, before the planned delivery. The application can't go to the committee before an extension is entered."
        ),
        (Language::En, None) => {
            "No ethics approval is entered. The application can't go on before that.".to_owned()
        }
    }
}

/// How a payment was settled.
#[must_use]
pub const fn payment(language: Language, payment: Payment) -> &'static str {
    match payment {
        Payment::Settled => pick(language, "確認済み", "Settled"),
        Payment::NotApplicable => pick(language, "対象外", "Not applicable"),
    }
}

/// 条件付き承認（150本）
#[must_use]
pub fn granted_in_part(language: Language, amounts: &str) -> String {
    match language {
        Language::Ja => format!("▲ 条件付き承認（{amounts}）"),
        Language::En => format!("▲ Approved with conditions ({amounts})"),
    }
}

/// That it is late.
#[must_use]
pub const fn overdue(language: Language) -> &'static str {
    pick(language, "▲ 期限超過", "▲ Overdue")
}

const fn pick(language: Language, ja: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}
