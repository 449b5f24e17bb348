//! Values of parameters as people read them: 5営業日, 上限なし, 月～金 9:00～17:00, 12月29日～1月3日.

use std::collections::BTreeSet;

use crate::domain::language::Language;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::kind::{Kind, Tight, Unit};
use crate::domain::parameter::value::{Tier, Value};
use crate::words::parameter::code;
use crate::words::parameter::line::pick;
use crate::words::{opening, when};

/// A value as people read it, without a sentence around it.
#[must_use]
pub fn say(language: Language, parameter: Parameter, value: &Value) -> String {
    match value {
        Value::Number(0) => zero(language, parameter),
        Value::Number(number) => number_of(language, parameter, *number),
        Value::Flag(flag) => self::flag(language, parameter, *flag).to_owned(),
        Value::Code(text) => code::say(language, parameter, text).to_owned(),
        Value::Codes(codes) => list(language, parameter, codes),
        Value::TimeOfDay(minute) => when::clock(i64::from(*minute)),
        Value::Season(season) => opening::season(language, *season),
        Value::Windows(windows) => opening::windows(language, windows),
        Value::Tiers(tiers) => self::tiers(language, tiers),
        Value::Numbers(numbers) => days_before(language, numbers),
        Value::Text(text) if text.is_empty() => pick(language, "定めなし", "nothing said").into(),
        Value::Text(text) => text.clone(),
    }
}

/// 0 rarely means "none of it": it means that there is no limit, or that something else holds.
fn zero(language: Language, parameter: Parameter) -> String {
    let (ja, en) = match parameter {
        Parameter::MinMinutes => ("予約単位と同じ", "the same as the booking unit"),
        Parameter::LeadBusinessDays => ("利用の開始まで", "until the use starts"),
        Parameter::LeadFirstUseBusinessDays => ("通常と同じ", "the same as for others"),
        Parameter::LicenceLapseUnusedMonths => ("失効しない", "never"),
        Parameter::NoShowLimit => ("停止しない", "never suspended"),
        Parameter::AutoReleaseMinutes => ("開放しない", "never released"),
        Parameter::HorizonDays
        | Parameter::ApprovalDueBusinessDays
        | Parameter::RemindAfterBusinessDays
        | Parameter::EscalateAfterBusinessDays
        | Parameter::CancelFreeBusinessDays
        | Parameter::UseLogDueDays
        | Parameter::ResultReportDueDays => ("当日", "the same day"),
        Parameter::BufferBefore
        | Parameter::BufferAfter
        | Parameter::SupervisedFirstSessions
        | Parameter::OwnUseReservedShare
        | Parameter::SuspensionDays
        | Parameter::RebookPriorityDays
        | Parameter::EmbargoMostYears
        | Parameter::DataRetentionDays => ("なし", "none"),
        _ if parameter.entry().tight == Tight::Cap => ("上限なし", "no limit"),
        _ => return number_of(language, parameter, 0),
    };
    pick(language, ja, en).to_owned()
}

fn number_of(language: Language, parameter: Parameter, number: i64) -> String {
    let Kind::Number { unit, .. } = parameter.entry().kind else {
        return number.to_string();
    };
    let bookings = matches!(
        parameter,
        Parameter::MaxOpenBookingsPerUser | Parameter::MaxOpenBookingsPerProject
    );
    let names = match unit {
        Unit::Minutes => return when::length(language, number),
        Unit::Percent => return format!("{number}%"),
        Unit::Hours => ("時間", "hour"),
        Unit::Days => ("日", "day"),
        Unit::BusinessDays => ("営業日", "business day"),
        Unit::Months => ("か月", "month"),
        Unit::Years => ("年", "year"),
        Unit::Times if bookings => ("件", "booking"),
        Unit::Times => ("回", "time"),
    };
    counted(language, number, names)
}

/// A count with its unit: 5営業日, 5 business days.
fn counted(language: Language, count: i64, (ja, en): (&str, &str)) -> String {
    match (language, count) {
        (Language::Ja, _) => format!("{count}{ja}"),
        (Language::En, 1) => format!("1 {en}"),
        (Language::En, _) => format!("{count} {en}s"),
    }
}

/// Yes and no, as each parameter puts it.
const fn flag(language: Language, parameter: Parameter, yes: bool) -> &'static str {
    let ((ja_yes, en_yes), (ja_no, en_no)) = match parameter {
        Parameter::RegistrationRequired
        | Parameter::ResponsiblePersonRequired
        | Parameter::AntisocialDeclaration
        | Parameter::RejectReasonRequired => (("必要", "needed"), ("不要", "not needed")),
        Parameter::BlockNewIfReportOverdue => {
            (("停止する", "stopped"), ("停止しない", "not stopped"))
        }
        Parameter::WaiveFeeIfReused => (("免除する", "waived"), ("免除しない", "not waived")),
        Parameter::AllowWaitlist => (("受け付ける", "offered"), ("受け付けない", "not offered")),
        _ => (("可", "allowed"), ("不可", "not allowed")),
    };
    if yes {
        pick(language, ja_yes, en_yes)
    } else {
        pick(language, ja_no, en_no)
    }
}

/// Codes in the order of their kind, not of the alphabet.
fn list(language: Language, parameter: Parameter, codes: &BTreeSet<String>) -> String {
    if codes.is_empty() {
        return pick(language, "なし", "none").to_owned();
    }
    let known = match parameter.entry().kind {
        Kind::Some(known) => known,
        _ => &[],
    };
    let place = |code: &&String| known.iter().position(|known| *known == code.as_str());
    let mut sorted: Vec<&String> = codes.iter().collect();
    sorted.sort_by_key(place);
    let said: Vec<&str> = sorted
        .into_iter()
        .map(|code| code::say(language, parameter, code))
        .collect();
    said.join(pick(language, "、", ", "))
}

/// 5営業日前まで無料、1営業日前まで50%、当日は100%.
fn tiers(language: Language, tiers: &[Tier]) -> String {
    if tiers.is_empty() {
        return pick(language, "なし", "none").to_owned();
    }
    let said: Vec<String> = tiers.iter().map(|one| tier(language, *one)).collect();
    said.join(pick(language, "、", ", "))
}

fn tier(language: Language, tier: Tier) -> String {
    let charge = match tier.percent {
        0 => pick(language, "無料", "free").to_owned(),
        percent => format!("{percent}%"),
    };
    let days = i64::from(tier.days);
    match (language, days) {
        (Language::Ja, 0) => format!("当日は{charge}"),
        (Language::Ja, _) => format!("{days}営業日前まで{charge}"),
        (Language::En, 0) => format!("{charge} on the day"),
        (Language::En, _) => {
            let days = counted(language, days, ("", "business day"));
            format!("{charge} until {days} before")
        }
    }
}

/// 60日前・30日前・7日前.
fn days_before(language: Language, numbers: &[u32]) -> String {
    let said: Vec<String> = numbers.iter().map(u32::to_string).collect();
    match language {
        _ if said.is_empty() => pick(language, "なし", "none").to_owned(),
        Language::Ja => said.join("日前・") + "日前",
        Language::En => said.join(", ") + " days before",
    }
}
