//! The words of what a booking was judged by when it was made.

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::words::when;

/// The folded part of a request's page.
pub struct Words {
    pub heading: &'static str,
    pub lead: &'static str,
    pub rules: &'static str,
    pub no_rules: &'static str,
    pub waivers: &'static str,
    pub gates: &'static str,
    pub terms: &'static str,
    pub by_catalogue: &'static str,
}

pub(super) const JA: Words = Words {
    heading: "申請のときに適用した条件",
    lead: "申請した時点の記録です。後から規則が改正されても、この記録は変わりません。",
    rules: "利用日に施行される規則",
    no_rules: "規則は公開されていませんでした。",
    waivers: "適用した例外",
    gates: "必要な確認の状況",
    terms: "適用した条件と、その根拠",
    by_catalogue: "カタログの登録内容",
};

pub(super) const EN: Words = Words {
    heading: "Conditions that the request was judged by",
    lead: "This was recorded when the request was sent. It stays as it is if the rules are amended later.",
    rules: "Rules in force on the day of use",
    no_rules: "No rules were published.",
    waivers: "Exceptions used",
    gates: "How the checks stood",
    terms: "Conditions, and what says them",
    by_catalogue: "catalogue entry",
};

/// How a gate stood when the request was sent.
#[must_use]
pub fn gate(language: Language, gate: &str, open: Option<Option<NaiveDate>>) -> String {
    let state = match (language, open) {
        (Language::Ja, None) => "まだ確認できていませんでした".to_owned(),
        (Language::Ja, Some(None)) => "確認済みでした".to_owned(),
        (Language::Ja, Some(Some(until))) => {
            format!(
                "確認済みでした（{}まで有効）",
                when::day_with_year(language, until)
            )
        }
        (Language::En, None) => "did not stand yet".to_owned(),
        (Language::En, Some(None)) => "stood".to_owned(),
        (Language::En, Some(Some(until))) => {
            format!("stood, until {}", when::day_with_year(language, until))
        }
    };
    match language {
        Language::Ja => format!("{gate}：{state}"),
        Language::En => format!("{gate}: {state}"),
    }
}

/// A gate with the course that was asked for.
#[must_use]
pub fn course(language: Language, gate: &str, course: &str) -> String {
    match language {
        Language::Ja => format!("{gate}（{course}）"),
        Language::En => format!("{gate} ({course})"),
    }
}

/// An exception that was used.
#[must_use]
pub fn waiver(language: Language, condition: &str, by: &str) -> String {
    match (language, by) {
        (Language::Ja, "") => format!("{condition}："),
        (Language::En, "") => format!("{condition}:"),
        (Language::Ja, by) => format!("{condition}：{by}さんが認めました。"),
        (Language::En, by) => format!("{condition}: granted by {by}."),
    }
}
