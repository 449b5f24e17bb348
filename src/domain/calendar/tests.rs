//! The oracles of the calendar: holidays, closed days, counts of business days.

use std::sync::Arc;

use crate::domain::calendar::holiday::{HolidayKind, computed as holiday};
use crate::domain::calendar::kept::{Kept, Named};
use crate::domain::calendar::season::Season;
use crate::domain::calendar::{ClosedDays, Closing, REACH};
use crate::domain::name::Name;
use crate::domain::time::parse_day;
use chrono::{Datelike, NaiveDate};

fn day(text: &str) -> NaiveDate {
    parse_day(text).expect(text)
}

/// The holidays of a year as `MM-DD`, with `*` for a substitute and `+` for a sandwiched day.
fn year(year: i32) -> String {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    let marks = first
        .iter_days()
        .take_while(|at| at.year() == year)
        .filter_map(holiday)
        .map(|found| {
            let mark = match found.kind {
                HolidayKind::National => "",
                HolidayKind::Substitute => "*",
                HolidayKind::Sandwiched => "+",
            };
            format!("{}{mark}", found.day.format("%m-%d"))
        });
    marks.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_years_of_the_dossier() {
    assert_eq!(
        year(2026),
        "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06* 07-20 08-11 09-21 09-22+ \
         09-23 10-12 11-03 11-23"
    );
    assert_eq!(
        year(2027),
        "01-01 01-11 02-11 02-23 03-21 03-22* 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 \
         10-11 11-03 11-23"
    );
    assert_eq!(
        year(2025),
        "01-01 01-13 02-11 02-23 02-24* 03-20 04-29 05-03 05-04 05-05 05-06* 07-21 08-11 09-15 \
         09-23 10-13 11-03 11-23 11-24*"
    );
}

#[test]
fn the_years_of_special_laws() {
    assert_eq!(
        year(2019),
        "01-01 01-14 02-11 03-21 04-29 04-30+ 05-01 05-02+ 05-03 05-04 05-05 05-06* 07-15 08-11 \
         08-12* 09-16 09-23 10-14 10-22 11-03 11-04* 11-23"
    );
    assert_eq!(
        year(2020),
        "01-01 01-13 02-11 02-23 02-24* 03-20 04-29 05-03 05-04 05-05 05-06* 07-23 07-24 08-10 \
         09-21 09-22 11-03 11-23"
    );
    assert_eq!(
        year(2021),
        "01-01 01-11 02-11 02-23 03-20 04-29 05-03 05-04 05-05 07-22 07-23 08-08 08-09* 09-20 \
         09-23 11-03 11-23"
    );
}

#[test]
fn the_older_law() {
    // Marine Day and the day of the aged had fixed dates until 2002; 4 May stood between two.
    assert_eq!(
        year(2002),
        "01-01 01-14 02-11 03-21 04-29 05-03 05-04+ 05-05 05-06* 07-20 09-15 09-16* 09-23 \
         10-14 11-03 11-04* 11-23 12-23"
    );
    // 4 May 2003 was a Sunday: no holiday then, although it stood between two.
    assert_eq!(
        year(2003),
        "01-01 01-13 02-11 03-21 04-29 05-03 05-05 07-21 09-15 09-23 10-13 11-03 11-23 11-24* \
         12-23"
    );
    assert_eq!(holiday(day("2006-04-29")).unwrap().name_ja, "みどりの日");
    assert_eq!(holiday(day("2007-04-29")).unwrap().name_ja, "昭和の日");
    assert_eq!(holiday(day("2019-10-14")).unwrap().name_ja, "体育の日");
    assert_eq!(holiday(day("2022-10-10")).unwrap().name_ja, "スポーツの日");
    assert_eq!(holiday(day("2015-08-11")), None);
    assert_eq!(holiday(day("2018-12-23")).unwrap().name_ja, "天皇誕生日");
    assert_eq!(holiday(day("2019-12-23")), None);
}

#[test]
fn a_substitute_carries_the_name_it_stands_for() {
    let monday = holiday(day("2027-03-22")).unwrap();
    assert_eq!(
        (monday.kind, monday.name_ja),
        (HolidayKind::Substitute, "春分の日")
    );
    assert_eq!(holiday(day("2026-05-06")).unwrap().name_ja, "憲法記念日");
    assert_eq!(holiday(day("2026-09-22")).unwrap().name_ja, "国民の休日");
}

#[test]
fn equinoxes_follow_the_sun_after_2099() {
    // Days from the series of J. Meeus, Astronomical Algorithms, chapter 27.
    for (spring, autumn) in [
        ("2100-03-20", "2100-09-23"),
        ("2107-03-21", "2107-09-23"),
        ("2154-03-21", "2154-09-23"),
        ("2169-03-20", "2169-09-22"),
        ("2187-03-21", "2187-09-23"),
    ] {
        assert_eq!(
            holiday(day(spring)).map(|it| it.name_ja),
            Some("春分の日"),
            "{spring}"
        );
        assert_eq!(
            holiday(day(autumn)).map(|it| it.name_ja),
            Some("秋分の日"),
            "{autumn}"
        );
    }
}

#[test]
fn outside_the_known_years_there_is_no_answer() {
    assert_eq!(holiday(NaiveDate::from_ymd_opt(1999, 1, 1).unwrap()), None);
    assert_eq!(holiday(NaiveDate::from_ymd_opt(2200, 1, 1).unwrap()), None);
    assert_eq!(holiday(NaiveDate::MIN), None);
    assert_eq!(holiday(NaiveDate::MAX), None);
}

#[test]
fn business_days_of_the_dossier() {
    let office = ClosedDays::standard();
    for (from, n, to) in [
        ("2027-02-03", 20, "2027-01-05"),
        ("2027-02-03", 5, "2027-01-27"),
        ("2027-01-14", 3, "2027-01-08"),
        ("2027-01-05", 3, "2026-12-25"),
        ("2027-03-23", 5, "2027-03-15"),
        ("2027-01-14", 0, "2027-01-14"),
    ] {
        assert_eq!(office.before(day(from), n), day(to), "{n} before {from}");
    }
    assert_eq!(office.after(day("2027-01-12"), 3), day("2027-01-15"));
    assert_eq!(office.after(day("2026-12-28"), 1), day("2027-01-04"));
    assert_eq!(office.after(day("2027-01-02"), 0), day("2027-01-02"));
}

#[test]
fn the_turn_of_the_year() {
    let office = ClosedDays::standard();
    assert!(office.is_open(day("2026-12-28")) && office.is_open(day("2027-01-04")));
    for closed in [
        "2026-12-29",
        "2026-12-31",
        "2027-01-01",
        "2027-01-02",
        "2027-01-03",
    ] {
        assert_eq!(
            office.closing(day(closed)),
            Some(Closing::YearEnd),
            "{closed}"
        );
    }
    let monday = Closing::Holiday {
        kind: HolidayKind::Substitute,
        name_ja: "春分の日".into(),
        name_en: "Vernal Equinox Day".into(),
    };
    assert_eq!(office.closing(day("2027-03-22")), Some(monday));
    assert_eq!(office.closing(day("2027-03-27")), Some(Closing::Weekend));
    assert_eq!(office.closing(day("2027-03-23")), None);
}

#[test]
fn the_facility_has_its_own_days() {
    let names = ("点検日".to_owned(), "Inspection day".to_owned());
    let mut facility = ClosedDays::standard();
    facility.days.extend([
        (day("2027-03-23"), names.clone()),
        (day("2027-03-27"), names),
    ]);
    let inspection = Closing::Facility {
        name_ja: "点検日".into(),
        name_en: "Inspection day".into(),
    };
    assert_eq!(
        facility.closing(day("2027-03-23")),
        Some(inspection.clone())
    );
    assert_eq!(facility.closing(day("2027-03-27")), Some(inspection));
    assert_eq!(facility.after(day("2027-03-19"), 1), day("2027-03-24"));
    assert!(ClosedDays::default().is_open(day("2027-01-01")));
}

#[test]
fn a_facility_that_never_opens_holds_nobody() {
    let first = day("2027-01-04");
    let reach = usize::try_from(REACH).unwrap();
    let shut = first
        .iter_days()
        .take(2 * reach)
        .map(|at| (at, Default::default()));
    let closed = ClosedDays {
        days: shut.collect(),
        ..ClosedDays::default()
    };
    assert_eq!(
        closed.after(first, 1),
        first + chrono::Days::new(u64::from(REACH))
    );
    assert!(closed.earliest_use(first, 1) > first + chrono::Days::new(3_650));
    assert!(ClosedDays::standard().before(first, u32::MAX) < day("2017-01-01"));
    assert_eq!(
        ClosedDays::standard().after(NaiveDate::MAX, 3),
        NaiveDate::MAX
    );
    assert_eq!(
        ClosedDays::standard().before(NaiveDate::MIN, 3),
        NaiveDate::MIN
    );
}

#[test]
fn the_earliest_use_of_the_stories() {
    let office = ClosedDays::standard();
    // Asked on Monday 28 December, three business days ahead: 5 January is too late to ask for.
    assert_eq!(office.earliest_use(day("2026-12-25"), 3), day("2027-01-05"));
    assert_eq!(office.earliest_use(day("2026-12-28"), 3), day("2027-01-06"));
    assert_eq!(office.earliest_use(day("2026-12-28"), 0), day("2026-12-28"));
}

fn named(ja: &str) -> Named {
    Named {
        kind: HolidayKind::National,
        name: Name {
            ja: ja.into(),
            en: ja.into(),
        },
    }
}

#[test]
fn s5_counts_follow_the_list_that_is_kept() {
    // a law of its own moves the day of the sea to the Thursday and makes the Friday a holiday
    let days = ["2026-07-23", "2026-07-24"].map(|at| (day(at), named("特別法の休日")));
    let kept = Kept::default().with(&[2026].into(), days.into());
    let mut office = ClosedDays {
        holidays: Arc::new(kept),
        ..ClosedDays::standard()
    };
    assert!(office.is_open(day("2026-07-20")));
    assert_eq!(office.after(day("2026-07-17"), 3), day("2026-07-22"));
    assert_eq!(office.after(day("2026-07-17"), 4), day("2026-07-27"));
    assert_eq!(office.before(day("2026-07-27"), 1), day("2026-07-22"));
    // the next year has no list: computed
    assert_eq!(
        office.before(day("2027-02-03"), 20),
        day("2027-01-05"),
        "the oracle of the dossier stands"
    );
    // whoever keeps no holidays is not concerned
    office.national_holiday = false;
    assert_eq!(office.after(day("2026-07-17"), 4), day("2026-07-23"));
}

#[test]
fn the_institution_sets_its_own_turn_of_the_year() {
    let office = ClosedDays {
        year_end: Season::read("12-26..01-07"),
        ..ClosedDays::standard()
    };
    assert_eq!(office.closing(day("2026-12-28")), Some(Closing::YearEnd));
    assert_eq!(office.after(day("2026-12-25"), 1), day("2027-01-08"));
}
