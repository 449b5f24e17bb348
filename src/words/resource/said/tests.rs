//! Figures and names as a resource's page says them, in both languages.

use super::*;
use crate::domain::policy::sample::{at, confocal, day, span};

const BOTH: [Language; 2] = [Language::Ja, Language::En];

#[test]
fn conditions_are_said_in_full() {
    let parameters = confocal().parameters;
    let told = BOTH.map(|language| lengths(language, &parameters));
    assert_eq!(told, ["1時間～8時間", "1 hour to 8 hours"]);
    let mut one = parameters;
    one.max_minutes = 60;
    assert_eq!(
        BOTH.map(|language| lengths(language, &one)),
        ["1時間", "1 hour"]
    );
    assert_eq!(lead(Language::Ja, 3), "利用日の3営業日前まで");
    assert_eq!(
        lead(Language::En, 1),
        "1 business day before the day of use"
    );
    assert_eq!(lead(Language::Ja, 0), "利用の開始まで");
    assert_eq!(buffers(Language::Ja, 0, 15), "利用の後に15分");
    assert_eq!(
        buffers(Language::En, 60, 15),
        "1 hour before and 15 minutes after each use"
    );
    assert_eq!(
        horizon(Language::Ja, 60, day("2027-03-09")),
        "60日先まで（今日なら2027年3月9日（火）まで）"
    );
}

#[test]
fn a_time_names_its_year_only_when_it_is_far() {
    let slot = span("2027-01-25T09:00", "2027-01-25T12:00");
    let told = |now| time(Language::Ja, &slot, at(now));
    assert_eq!(told("2026-11-24T10:00"), "1月25日（月）9:00～12:00");
    assert_eq!(told("2026-01-24T10:00"), "2027年1月25日（月）9:00～12:00");
    assert_eq!(told("2028-01-24T10:00"), "2027年1月25日（月）9:00～12:00");
}

#[test]
fn headings_hold_no_brackets_in_brackets() {
    assert_eq!(
        next_heading(Language::Ja, "2枠（24時間）"),
        "次の空き枠（2枠 24時間）"
    );
    assert_eq!(
        next_heading(Language::En, "2 slots (24 h)"),
        "Next free (2 slots, 24 h)"
    );
    assert_eq!(next_heading(Language::Ja, "3時間"), "次の空き枠（3時間）");
}
