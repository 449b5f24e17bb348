//! Dates and times as they must read.

use super::*;
use crate::domain::time::{day_span, parse_day, parse_local};

const BOTH: [Language; 2] = [Language::Ja, Language::En];

fn both(said: impl Fn(Language) -> String) -> [String; 2] {
    BOTH.map(said)
}

fn date(text: &str) -> NaiveDate {
    parse_day(text).unwrap()
}

fn at(text: &str) -> Instant {
    parse_local(text).unwrap()
}

fn from_to(start: &str, end: &str) -> Span {
    Span::new(at(start), at(end)).unwrap()
}

#[test]
fn days_are_said_with_their_weekday() {
    let wednesday = date("2027-02-03");
    assert_eq!(both(|l| day(l, wednesday)), ["2月3日（水）", "Wed 3 Feb"]);
    assert_eq!(
        both(|l| day_with_year(l, wednesday)),
        ["2027年2月3日（水）", "Wed 3 Feb 2027"]
    );
    assert_eq!(both(|l| day_plain(l, wednesday)), ["2月3日", "3 Feb"]);
    let week: Vec<&str> = date("2027-02-01")
        .iter_days()
        .take(7)
        .map(|day| weekday_short(Language::Ja, day))
        .collect();
    assert_eq!(week.concat(), "月火水木金土日");
}

#[test]
fn a_span_of_one_day_names_it_once_and_may_end_at_24_00() {
    let morning = from_to("2027-02-03T09:00", "2027-02-03T12:00");
    assert_eq!(
        both(|l| span(l, &morning)),
        ["2月3日（水）9:00～12:00", "Wed 3 Feb, 9:00–12:00"]
    );
    assert_eq!(both(|l| hours(l, &morning)), ["9:00～12:00", "9:00–12:00"]);
    let evening = from_to("2027-02-03T17:30", "2027-02-03T24:00");
    assert_eq!(
        both(|l| span_with_year(l, &evening)),
        [
            "2027年2月3日（水）17:30～24:00",
            "Wed 3 Feb 2027, 17:30–24:00"
        ]
    );
    assert_eq!(
        span(Language::Ja, &day_span(date("2027-02-03"))),
        "2月3日（水）0:00～24:00"
    );
}

#[test]
fn a_span_of_several_days_names_both() {
    let days = from_to("2027-02-03T09:00", "2027-02-05T09:00");
    assert_eq!(
        both(|l| span(l, &days)),
        [
            "2月3日（水）9:00～2月5日（金）9:00",
            "Wed 3 Feb, 9:00 – Fri 5 Feb, 9:00"
        ]
    );
    assert_eq!(hours(Language::Ja, &days), span(Language::Ja, &days));
    let over = from_to("2026-12-28T09:00", "2027-01-04T24:00");
    assert_eq!(
        both(|l| span_with_year(l, &over)),
        [
            "2026年12月28日（月）9:00～2027年1月4日（月）24:00",
            "Mon 28 Dec 2026, 9:00 – Mon 4 Jan 2027, 24:00"
        ]
    );
}

#[test]
fn moments_are_said_on_a_tokyo_clock() {
    let spring = Instant::from_unix(at("2026-04-13T17:00").unix());
    assert_eq!(
        both(|l| moment(l, spring)),
        ["4月13日（月）17:00", "Mon 13 Apr, 17:00"]
    );
    assert_eq!(
        both(|l| moment_with_year(l, spring)),
        ["2026年4月13日（月）17:00", "Mon 13 Apr 2026, 17:00"]
    );
    assert_eq!(
        both(|l| slot(l, spring)),
        ["4/13（月）17:00", "Mon 13 Apr 17:00"]
    );
    assert_eq!(
        moment(Language::Ja, at("2026-04-13T24:00")),
        "4月14日（火）0:00"
    );
    assert_eq!(
        [clock(0), clock(545), clock(1440)],
        ["0:00", "9:05", "24:00"]
    );
}

#[test]
fn lengths_are_said_in_the_largest_whole_unit() {
    for (minutes, ja, en) in [
        (30, "30分", "30 minutes"),
        (60, "1時間", "1 hour"),
        (180, "3時間", "3 hours"),
        (90, "1時間30分", "1 hour 30 minutes"),
        (61, "1時間1分", "1 hour 1 minute"),
        (1440, "1日", "1 day"),
        (2880, "2日", "2 days"),
        (2160, "36時間", "36 hours"),
        (0, "0分", "0 minutes"),
        (-5, "0分", "0 minutes"),
    ] {
        assert_eq!(both(|l| length(l, minutes)), [ja, en]);
    }
}

#[test]
fn months_years_and_eras_are_said_as_the_law_counts_them() {
    assert_eq!(
        both(|l| month(l, date("2027-02-03"))),
        ["2027年2月", "February 2027"]
    );
    assert_eq!(
        both(|l| fiscal_year(l, 2026)),
        ["令和8年度（2026年度）", "FY2026 (Apr 2026–Mar 2027)"]
    );
    assert_eq!(fiscal_year(Language::Ja, 2019), "令和元年度（2019年度）");
    assert_eq!(fiscal_year(Language::Ja, 2018), "平成30年度（2018年度）");
    assert_eq!(
        both(|l| era(l, date("2027-02-03"))),
        ["2027年（令和9年）", "2027 (Reiwa 9)"]
    );
    assert_eq!(era(Language::Ja, date("2019-04-30")), "2019年（平成31年）");
    assert_eq!(era(Language::Ja, date("2019-05-01")), "2019年（令和元年）");
}
