//! Tables as people hear and read them, in both languages.

use super::*;
use crate::domain::time::{parse_day, parse_local};

const BOTH: [Language; 2] = [Language::Ja, Language::En];

fn day(text: &str) -> NaiveDate {
    parse_day(text).unwrap()
}

fn span(start: &str, end: &str) -> Span {
    Span::new(parse_local(start).unwrap(), parse_local(end).unwrap()).unwrap()
}

#[test]
fn cells_are_read_aloud_with_day_and_time() {
    let start = parse_local("2026-04-14T09:30").unwrap();
    let free = BOTH.map(|language| free_aloud(language, Layout::Hours, start));
    assert_eq!(
        free,
        [
            "4月14日 火曜 9時30分から 空き",
            "Tue 14 Apr, from 9:30, free"
        ]
    );
    let free = BOTH.map(|language| free_aloud(language, Layout::Days, start));
    assert_eq!(free, ["4月14日 火曜 空き", "Tue 14 Apr, free"]);
    let morning = span("2026-04-13T09:00", "2026-04-13T12:00");
    let night = span("2026-04-13T21:00", "2026-04-14T07:00");
    let evening = span("2026-04-13T21:00", "2026-04-13T24:00");
    for (time, ja, en) in [
        (
            morning,
            "13日 9時から12時 x",
            "13 Apr from 9:00 to 12:00: x",
        ),
        (
            night,
            "13日 21時から14日 7時 x",
            "13 Apr 21:00 to 14 Apr 7:00: x",
        ),
        (
            evening,
            "13日 21時から24時 x",
            "13 Apr from 21:00 to 24:00: x",
        ),
    ] {
        let told = BOTH.map(|language| stretch_aloud(language, Layout::Hours, &time, "x"));
        assert_eq!(told, [ja, en]);
    }
    let told = BOTH.map(|language| stretch_aloud(language, Layout::Days, &morning, "x"));
    assert_eq!(told, ["4月13日 x", "13 Apr x"]);
}

#[test]
fn periods_name_what_changes() {
    for (first, last, ja, en) in [
        (
            "2026-04-13",
            "2026-04-19",
            "2026年4月13日～19日",
            "13–19 Apr 2026",
        ),
        (
            "2026-04-27",
            "2026-05-03",
            "2026年4月27日～5月3日",
            "27 Apr – 3 May 2026",
        ),
        (
            "2026-12-28",
            "2027-01-03",
            "2026年12月28日～2027年1月3日",
            "28 Dec 2026 – 3 Jan 2027",
        ),
    ] {
        let (first, last) = (day(first), day(last));
        let told = BOTH.map(|language| period(language, Layout::Hours, first, last));
        assert_eq!(told, [ja, en]);
    }
    let (first, last) = Layout::Days.period(day("2027-02-20"));
    let told = BOTH.map(|language| period(language, Layout::Days, first, last));
    assert_eq!(told, ["2027年（令和9年）2月", "February 2027"]);
    assert_eq!(
        neighbours(Language::Ja, Layout::Days, first),
        ("1月".to_owned(), "3月".to_owned())
    );
}

#[test]
fn months_are_followed_by_the_next_in_every_year() {
    for year in 2026..2032 {
        for month in 1..=12 {
            let (first, last) =
                Layout::Days.period(NaiveDate::from_ymd_opt(year, month, 15).unwrap());
            let told = period(Language::Ja, Layout::Days, first, last);
            assert!(told.ends_with(&format!("）{month}月")), "{told}");
            let (before, after) = ((month + 10) % 12 + 1, month % 12 + 1);
            assert_eq!(
                neighbours(Language::Ja, Layout::Days, first),
                (format!("{before}月"), format!("{after}月")),
                "{year}-{month}"
            );
        }
    }
}

#[test]
fn lengths_are_counted_in_what_is_chosen() {
    let told = |layout, minutes, slot| BOTH.map(|language| length(language, layout, minutes, slot));
    assert_eq!(
        told(Layout::Hours, 90, 30),
        ["1時間30分", "1 hour 30 minutes"]
    );
    assert_eq!(
        told(Layout::Shifts, 720, 720),
        ["1枠（12時間）", "1 slot (12 h)"]
    );
    assert_eq!(
        told(Layout::Shifts, 1440, 720),
        ["2枠（24時間）", "2 slots (24 h)"]
    );
    assert_eq!(told(Layout::Days, 2880, 1440), ["2日", "2 days"]);
}

#[test]
fn a_substitute_is_named_after_its_holiday() {
    let closed = crate::domain::calendar::ClosedDays::standard();
    let told = |on: &str| closing(Language::Ja, &closed.closing(day(on)).unwrap(), &JA);
    assert_eq!(told("2027-03-22"), "春分の日の振替");
    assert_eq!(told("2026-09-22"), "国民の休日");
    assert_eq!(told("2026-12-31"), "年末年始");
    assert_eq!(told("2026-04-18"), "休業日");
}
