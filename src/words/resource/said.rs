//! What a resource's page says with figures and names in it.

use chrono::NaiveDate;

use crate::domain::catalogue::Parameters;
use crate::domain::language::Language;
use crate::domain::name::Name;
use crate::domain::rule::Rule;
use crate::domain::time::{Instant, Span};
use crate::words::{name, when};

/// Shortest and longest use: 1時間～8時間.
#[must_use]
pub fn lengths(language: Language, parameters: &Parameters) -> String {
    let shortest = parameters.shortest();
    let longest = i64::from(parameters.max_minutes);
    let (from, to) = (
        when::length(language, shortest),
        when::length(language, longest),
    );
    match language {
        _ if shortest >= longest => from,
        Language::Ja => format!("{from}～{to}"),
        Language::En => format!("{from} to {to}"),
    }
}

/// The lead: 利用日の3営業日前まで.
#[must_use]
pub fn lead(language: Language, days: u32) -> String {
    match (language, days) {
        (Language::Ja, 0) => "利用の開始まで".to_owned(),
        (Language::Ja, _) => format!("利用日の{days}営業日前まで"),
        (Language::En, 0) => "until the use starts".to_owned(),
        (Language::En, 1) => "1 business day before the day of use".to_owned(),
        (Language::En, _) => format!("{days} business days before the day of use"),
    }
}

/// The horizon: 60日先まで（2027年3月9日（火））.
#[must_use]
pub fn horizon(language: Language, days: u32, last: NaiveDate) -> String {
    let last = when::day_with_year(language, last);
    match language {
        Language::Ja => format!("{days}日先まで（今日なら{last}まで）"),
        Language::En => format!("{days} days ahead (today: until {last})"),
    }
}

/// Buffers: 前15分・後15分.
#[must_use]
pub fn buffers(language: Language, before: u32, after: u32) -> String {
    let (first, last) = (
        when::length(language, i64::from(before)),
        when::length(language, i64::from(after)),
    );
    match (language, before, after) {
        (Language::Ja, 0, _) => format!("利用の後に{last}"),
        (Language::Ja, _, 0) => format!("利用の前に{first}"),
        (Language::Ja, ..) => format!("利用の前に{first}、後に{last}"),
        (Language::En, 0, _) => format!("{last} after each use"),
        (Language::En, _, 0) => format!("{first} before each use"),
        (Language::En, ..) => format!("{first} before and {last} after each use"),
    }
}

/// A deadline: 1月8日（金）まで.
#[must_use]
pub fn deadline(language: Language, day: NaiveDate) -> String {
    let day = when::day(language, day);
    match language {
        Language::Ja => format!("{day}まで"),
        Language::En => day,
    }
}

/// A time of use, with its year where that is not plain from today.
#[must_use]
pub fn time(language: Language, span: &Span, now: Instant) -> String {
    let ahead = (span.start().day() - now.day()).num_days();
    if (-30..300).contains(&ahead) {
        when::span(language, span)
    } else {
        when::span_with_year(language, span)
    }
}

/// The heading over the next free slots: 次の空き枠（3時間）.
#[must_use]
pub fn next_heading(language: Language, length: &str) -> String {
    match language {
        Language::Ja => {
            let plain = length.replace('（', " ").replace('）', "");
            format!("次の空き枠（{plain}）")
        }
        Language::En => {
            let plain = length.replace(" (", ", ").replace(')', "");
            format!("Next free ({plain})")
        }
    }
}

/// How many slots a day of the list has: 2月3日（水）　5枠.
#[must_use]
pub fn day_of_list(language: Language, day: NaiveDate, count: usize) -> String {
    let day = when::day(language, day);
    match (language, count) {
        (Language::Ja, _) => format!("{day}　{count}枠"),
        (Language::En, 1) => format!("{day}: 1 slot"),
        (Language::En, _) => format!("{day}: {count} slots"),
    }
}

/// How long an answer takes: 30営業日以内.
#[must_use]
pub fn answer(language: Language, days: i64) -> String {
    match (language, days) {
        (Language::Ja, _) => format!("{days}営業日以内"),
        (Language::En, 1) => "1 business day".to_owned(),
        (Language::En, _) => format!("{days} business days"),
    }
}

/// A version of the rule: 共用機器利用規則 第3.0版（2027年1月1日施行）.
#[must_use]
pub fn rule(language: Language, rule: &Rule) -> String {
    use chrono::Datelike;
    let (title, day) = (name::of(language, &rule.title), rule.effective_on);
    let on = when::day_plain(language, day);
    match language {
        Language::Ja => format!("{title} 第{}版（{}年{on}施行）", rule.version, day.year()),
        Language::En => format!(
            "{title}, version {} (from {on} {})",
            rule.version,
            day.year()
        ),
    }
}

/// What search engines show of the page.
#[must_use]
pub fn description(language: Language, name: &str, place: &str) -> String {
    match language {
        Language::Ja => format!("{place}の{name}：空き状況、利用の条件、申請の方法。"),
        Language::En => format!("{name} at {place}: free times, conditions, how to request it."),
    }
}

/// A verdict with what it is about, in one line to be read aloud.
#[must_use]
pub fn aloud(language: Language, verdict: &str, about: &str) -> String {
    match language {
        Language::Ja => format!("{verdict}。{about}"),
        Language::En => format!("{verdict}. {about}"),
    }
}

/// Where it stands: institution and facility.
#[must_use]
pub fn place(language: Language, institution: &Name, facility: &Name) -> String {
    let (institution, facility) = (
        name::of(language, institution),
        name::of(language, facility),
    );
    match language {
        Language::Ja => format!("{institution}　{facility}"),
        Language::En => format!("{institution}, {facility}"),
    }
}

#[cfg(test)]
mod tests;
