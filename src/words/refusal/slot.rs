//! Refusals of a wished time: deadlines, lengths, others' claims, consent.

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::domain::refusal::{Refusal, Taken, Wrong};
use crate::domain::release::Release;
use crate::domain::time::{Instant, Span};
use crate::words::when;

/// What is wrong, and what helps.
type Pair = (String, String);

/// What no time of this resource helps against.
pub(super) fn never(language: Language, wrong: &Wrong) -> Pair {
    match wrong {
        Wrong::NoRule => no_rule(language),
        Wrong::InPast => in_past(language),
        _ => not_bookable(language),
    }
}

fn not_bookable(language: Language) -> Pair {
    match language {
        Language::Ja => (
            "この機器は、今ここでは予約できません。".to_owned(),
            "機器のページで利用の方法を確かめるか、ほかの機器を探してください。".to_owned(),
        ),
        Language::En => (
            "This resource can't be booked here at present.".to_owned(),
            "See its page for how to use it, or look for another one.".to_owned(),
        ),
    }
}

fn no_rule(language: Language) -> Pair {
    match language {
        Language::Ja => (
            "利用日に適用される利用規則が、まだ公開されていません。".to_owned(),
            "公開を待つか、相談窓口へご連絡ください。".to_owned(),
        ),
        Language::En => (
            "The facility has not published usage rules for that day.".to_owned(),
            "Wait until they are published, or ask the contact desk.".to_owned(),
        ),
    }
}

fn in_past(language: Language) -> Pair {
    match language {
        Language::Ja => (
            "開始日時を過ぎています。".to_owned(),
            "これからの日時を選んでください。".to_owned(),
        ),
        Language::En => (
            "That start has passed.".to_owned(),
            "Choose a time to come.".to_owned(),
        ),
    }
}

pub(super) fn too_soon(
    language: Language,
    lead: u32,
    deadline: NaiveDate,
    earliest: NaiveDate,
) -> Pair {
    let earliest = when::day(language, earliest);
    let deadline = when::day_plain(language, deadline);
    match language {
        Language::Ja => (
            format!("申請期限は営業日で{lead}日前（{deadline}）までで、締め切りました。"),
            format!("{earliest}以降の日を選んでください。"),
        ),
        Language::En => (
            format!(
                "Requests for that day closed {lead} business {} before ({deadline}).",
                if lead == 1 { "day" } else { "days" }
            ),
            format!("Choose {earliest} or later."),
        ),
    }
}

/// What lies beyond the days that are open.
pub(super) fn beyond(language: Language, wrong: &Wrong) -> Pair {
    match wrong {
        Wrong::TooFar { horizon_days, last } => too_far(language, *horizon_days, *last),
        Wrong::NotReleased {
            release,
            last,
            opens,
        } => not_released(language, *release, *last, *opens),
        _ => Pair::default(),
    }
}

fn too_far(language: Language, days: u32, last: NaiveDate) -> Pair {
    let last = when::day_with_year(language, last);
    match language {
        Language::Ja => (
            format!("予約できるのは{days}日先（{last}）までです。"),
            "この日までの日時を選んでください。".to_owned(),
        ),
        Language::En => (
            format!("Bookings open {days} days ahead (until {last})."),
            "Choose a time until that day.".to_owned(),
        ),
    }
}

fn not_released(language: Language, release: Release, last: NaiveDate, opens: NaiveDate) -> Pair {
    let last = when::day_with_year(language, last);
    let opens = when::day_with_year(language, opens);
    match (language, release) {
        (Language::Ja, Release::HalfYearly) => (
            format!("予約枠は半年ごとに公開しています。今は{last}までの枠を予約できます。"),
            format!("この日までの日時を選ぶか、{opens}以降に申請してください。"),
        ),
        (Language::Ja, _) => (
            format!("予約枠は月ごとに公開しています。今は{last}までの枠を予約できます。"),
            format!("この日までの日時を選ぶか、{opens}以降に申請してください。"),
        ),
        (Language::En, Release::HalfYearly) => (
            format!("Times are opened half a year at once. Now they can be booked until {last}."),
            format!("Choose a time until that day, or send the request from {opens} on."),
        ),
        (Language::En, _) => (
            format!("Times are opened a month at once. Now they can be booked until {last}."),
            format!("Choose a time until that day, or send the request from {opens} on."),
        ),
    }
}

pub(super) fn too_short(language: Language, minutes: u32) -> Pair {
    let length = when::length(language, i64::from(minutes));
    match language {
        Language::Ja => (
            format!("1回の利用は{length}以上です。"),
            format!("利用時間を{length}以上にしてください。"),
        ),
        Language::En => (
            format!("One use lasts at least {length}."),
            format!("Choose {length} or longer."),
        ),
    }
}

pub(super) fn too_long(language: Language, minutes: u32) -> Pair {
    let length = when::length(language, i64::from(minutes));
    match language {
        Language::Ja => (
            format!("1回の利用は{length}までです。"),
            format!("利用時間を{length}以内にしてください。"),
        ),
        Language::En => (
            format!("One use lasts at most {length}."),
            format!("Choose {length} or shorter."),
        ),
    }
}

pub(super) fn off_grid(language: Language, minutes: u32, nearest: Instant) -> Pair {
    let unit = when::length(language, i64::from(minutes));
    let nearest = when::moment(language, nearest);
    match language {
        Language::Ja => (
            format!("開始日時と利用時間が、予約単位（{unit}）に合っていません。"),
            format!("開始は{nearest}など、利用時間は{unit}の倍数で選んでください。"),
        ),
        Language::En => (
            format!("Start and length don't fit the booking unit ({unit})."),
            format!("Start at {nearest}, for example, and choose a multiple of {unit}."),
        ),
    }
}

pub(super) fn taken(language: Language, by: Taken, during: &Span, nearest: &[Span]) -> Pair {
    let during = when::span(language, during);
    let what = match (language, by) {
        (Language::Ja, Taken::Booking) => format!("{during}は、直前に他の予約が入りました。"),
        (Language::Ja, Taken::Buffer) => {
            format!("{during}は、前後の利用の準備・洗浄時間です。")
        }
        (Language::Ja, Taken::Maintenance) => format!("{during}は、保守点検で利用できません。"),
        (Language::En, Taken::Booking) => format!("{during} has just been booked by someone else."),
        (Language::En, Taken::Buffer) => {
            format!("{during} is set-up and cleaning time of a neighbouring use.")
        }
        (Language::En, Taken::Maintenance) => format!("{during} is reserved for maintenance."),
    };
    let free: Vec<String> = nearest
        .iter()
        .map(|slot| when::slot(language, slot.start()))
        .collect();
    let remedy = match (language, free.is_empty()) {
        (Language::Ja, true) => "ほかの日時か、同じ種類のほかの機器を選んでください。".to_owned(),
        (Language::Ja, false) => format!(
            "近くの空き枠（{}からの枠）か、ほかの日時を選んでください。",
            free.join("、")
        ),
        (Language::En, true) => "Choose another time, or another resource of its kind.".to_owned(),
        (Language::En, false) => format!(
            "Choose a free slot nearby (starting {}) or another time.",
            free.join("; ")
        ),
    };
    (what, remedy)
}

pub(super) fn consent_missing(
    language: Language,
    effective_on: NaiveDate,
    refusal: &Refusal,
) -> Pair {
    let rule = refusal.rule.as_ref();
    let version = rule.map_or("", |rule| rule.version.as_str());
    let day = effective_on.format("%Y-%m-%d");
    match language {
        Language::Ja => (
            format!("{day}以降の利用には第{version}版への同意が必要です。"),
            "規則を読み、「同意する」にチェックを入れて送信してください。".to_owned(),
        ),
        Language::En => (
            format!("Use from {day} on needs your consent to version {version}."),
            "Read the rules, tick the box to agree, and send again.".to_owned(),
        ),
    }
}
