//! The official list as it is published, and everything that is none.

use super::*;
use proptest::prelude::{prop_assert, proptest};

/// The beginning and a later part of the file, with its first line and its line ends.
const OFFICIAL: &str = "国民の祝日・休日月日,国民の祝日・休日名称\r\n\
1959/4/10,結婚の儀\r\n\
1973/4/29,天皇誕生日\r\n1973/4/30,休日\r\n\
1988/5/3,憲法記念日\r\n1988/5/4,休日\r\n1988/5/5,こどもの日\r\n\
2019/4/29,昭和の日\r\n2019/4/30,休日\r\n2019/5/1,休日（祝日扱い）\r\n2019/5/2,休日\r\n\
2026/1/1,元日\r\n2026/5/3,憲法記念日\r\n2026/5/4,みどりの日\r\n2026/5/5,こどもの日\r\n2026/5/6,休日\r\n\
2026/9/21,敬老の日\r\n2026/9/22,休日\r\n2026/9/23,秋分の日\r\n";

fn faults(text: &str) -> Vec<(usize, Fault)> {
    let problems = read(text).unwrap_err();
    problems.iter().map(|one| (one.line, one.what)).collect()
}

fn said(list: &List, at: &str) -> (HolidayKind, String, String) {
    let named = list.days.get(&at.parse().unwrap()).unwrap();
    (named.kind, named.name.ja.clone(), named.name.en.clone())
}

#[test]
fn the_official_list_is_read_and_its_nameless_days_are_named() {
    let list = read(OFFICIAL).unwrap();
    assert_eq!(list.years, [1959, 1973, 1988, 2019, 2026].into());
    assert_eq!(list.days.len(), 18);
    let is = |kind, ja: &str, en: &str| (kind, ja.to_owned(), en.to_owned());
    for (at, expected) in [
        (
            "1959-04-10",
            is(
                HolidayKind::National,
                "結婚の儀",
                "Wedding Ceremony of the Crown Prince",
            ),
        ),
        (
            "1973-04-30",
            is(HolidayKind::Substitute, "天皇誕生日", "Emperor's Birthday"),
        ),
        (
            "1988-05-04",
            is(HolidayKind::Sandwiched, "国民の休日", "Citizens' Holiday"),
        ),
        (
            "2019-05-01",
            is(
                HolidayKind::National,
                "天皇の即位の日",
                "Day of the Emperor's Accession",
            ),
        ),
        (
            "2026-05-06",
            is(
                HolidayKind::Substitute,
                "憲法記念日",
                "Constitution Memorial Day",
            ),
        ),
        (
            "2026-09-22",
            is(HolidayKind::Sandwiched, "国民の休日", "Citizens' Holiday"),
        ),
        (
            "2026-01-01",
            is(HolidayKind::National, "元日", "New Year's Day"),
        ),
    ] {
        assert_eq!(said(&list, at), expected, "{at}");
    }
}

#[test]
fn a_day_that_a_law_of_its_own_moves_keeps_its_names() {
    let list = read("2027/7/22,海の日\n2027/7/23,臨時の祝日\n2027/10/1,休日").unwrap();
    assert_eq!(said(&list, "2027-07-22").2, "Marine Day");
    assert_eq!(said(&list, "2027-07-23").2, "National holiday");
    assert_eq!(said(&list, "2027-10-01").1, "休日");
    let again = read("\u{feff}2027-07-22 , 海の日 \r\n\r\n").unwrap();
    assert_eq!(said(&again, "2027-07-22").1, "海の日");
}

#[test]
fn every_problem_is_told_at_once_with_its_line() {
    let text = "国民の祝日・休日月日,国民の祝日・休日名称\n\
2026/1/1,元日\n2026/1/1,元日\n2026/2/30,何の日\n1954/1/1,元日\n2200/1/1,元日\n\
令和8年1月1日,元日\n2027/1/1,元日\n2026/1/12,成人の日\n2026/2/11,\n2026/2/11/1,元日\n2026/3/20";
    assert_eq!(
        faults(text),
        [
            (3, Fault::DayTwice { first: 2 }),
            (4, Fault::NoSuchDate),
            (5, Fault::OutOfRange),
            (6, Fault::OutOfRange),
            (7, Fault::NotADay),
            (
                9,
                Fault::YearTwice {
                    year: 2026,
                    first: 2
                }
            ),
            (10, Fault::BadName),
            (11, Fault::NotADay),
            (12, Fault::NotADay),
        ]
    );
}

#[test]
fn d03_d11_a_name_is_no_formula_no_mark_up_and_runs_forwards() {
    for name in [
        "=HYPERLINK(1)",
        "+1",
        "-1",
        "@x",
        "＝1",
        "<script>",
        "元\u{202e}日",
        "元\u{200b}日",
        "\"元日\"",
        "元日,祝",
        &"長".repeat(NAME_LONGEST + 1),
    ] {
        assert_eq!(
            faults(&format!("2026/1/1,{name}\n2026/1/2,元日")),
            [(1, Fault::BadName)],
            "{name}"
        );
    }
    assert!(is_name("休日（祝日扱い）") && is_name("New Year's Day"));
}

#[test]
fn what_is_no_list_is_said_to_be_none() {
    for text in [
        "",
        "  \n",
        "\u{feff}",
        "<!DOCTYPE html>\n<html>",
        "%PDF-1.7\nabc",
        "PK\u{3}\u{4}\nabc\u{0}",
        "年,月,日\n1,2,3",
    ] {
        assert_eq!(faults(text), [(1, Fault::NotAList)], "{text:?}");
    }
    let broken = "2026/1/1,\u{fffd}\u{fffd}\n2026/1/12,成人の日\n2026/2/11,建\u{0}";
    assert_eq!(faults(broken), [(1, Fault::NotText), (3, Fault::NotText)]);
    let long = "2026/1/1,元日\n".repeat(LINES_MOST + 1);
    assert_eq!(faults(&long), [(LINES_MOST + 1, Fault::TooLong)]);
}

proptest! {
    #[test]
    fn any_text_is_read_or_told_what_is_wrong(text in "\\PC{0,60}(\n[0-9/,元日-]{0,14}){0,8}") {
        match read(&text) {
            Ok(list) => prop_assert!(!list.days.is_empty()),
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                prop_assert!(problems.iter().all(|one| one.line >= 1));
            }
        }
    }
}
