//! Parameters in words: what each is called, what officers read beside it, what users read of its value.

pub mod code;
pub mod contradiction;
mod en;
mod ja;
mod line;
pub mod origin;
#[cfg(test)]
mod tests;
pub mod unit;
pub mod unreadable;
pub mod value;

use crate::domain::language::Language;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::entry::Group;
use crate::domain::parameter::kind::Waiver;
use crate::domain::parameter::value::Value;
use crate::words::parameter::line::{Line, Says, pick};

/// What a parameter is called: 申請期限（何営業日前）.
#[must_use]
pub const fn label(language: Language, parameter: Parameter) -> &'static str {
    of(language, parameter).label
}

/// A line for the officer who sets it.
#[must_use]
pub const fn hint(language: Language, parameter: Parameter) -> &'static str {
    of(language, parameter).hint
}

/// What a value means, for the people whom it concerns:
/// 「申請は利用日の5営業日前までに行ってください。」
#[must_use]
pub fn sentence(language: Language, parameter: Parameter, value: &Value) -> String {
    let said = value::say(language, parameter, value);
    match of(language, parameter).says {
        Says::Either(something, _) if !is_nothing(value) => something.replace("{}", &said),
        Says::Either(_, nothing) => nothing.replace("{}", &said),
        Says::ByCode(sentences) => {
            let code = value.to_string();
            let sentence = sentences.iter().find(|(known, _)| **known == *code);
            sentence.map_or(said, |(_, sentence)| (*sentence).to_owned())
        }
    }
}

/// What a group of parameters is called.
#[must_use]
pub const fn group(language: Language, group: Group) -> &'static str {
    let (ja, en) = match group {
        Group::Eligibility => ("利用資格・登録", "Eligibility and registration"),
        Group::Time => ("利用時間・予約", "Time and booking"),
        Group::Approval => ("承認", "Approval"),
        Group::Gate => ("講習・必要な確認", "Training and checks"),
        Group::Cancellation => ("取消し・故障", "Cancellation and failure"),
        Group::Report => ("報告・成果・安全", "Reports, results and safety"),
    };
    pick(language, ja, en)
}

/// Who may set a parameter aside for one person.
#[must_use]
pub const fn waiver(language: Language, waiver: Waiver) -> &'static str {
    let (ja, en) = match waiver {
        Waiver::Nobody => ("例外なし", "nobody"),
        Waiver::FacilityManager => ("機器管理責任者", "the facility manager"),
        Waiver::InstitutionOfficer => ("機関の窓口", "the institution's officer"),
    };
    pick(language, ja, en)
}

const fn of(language: Language, parameter: Parameter) -> Line {
    match language {
        Language::Ja => ja::of(parameter),
        Language::En => en::of(parameter),
    }
}

/// 0, "no", and nothing chosen or written.
fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Number(number) => *number == 0,
        Value::Flag(flag) => !flag,
        Value::Code(text) | Value::Text(text) => text.is_empty(),
        Value::Codes(codes) => codes.is_empty(),
        Value::TimeOfDay(_) | Value::Season(_) => false,
        Value::Windows(windows) => windows.is_empty(),
        Value::Tiers(tiers) => tiers.is_empty(),
        Value::Numbers(numbers) => numbers.is_empty(),
    }
}
