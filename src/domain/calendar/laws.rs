//! The laws of counting business days, whatever list is kept and whatever was corrected by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};

use crate::domain::calendar::ClosedDays;
use crate::domain::calendar::holiday::HolidayKind;
use crate::domain::calendar::kept::{Correction, Kept, Named};
use crate::domain::calendar::season::Season;
use crate::domain::name::Name;
use crate::domain::time::parse_day;

fn day(text: &str) -> NaiveDate {
    parse_day(text).expect(text)
}

fn named() -> Named {
    Named {
        kind: HolidayKind::National,
        name: Name::default(),
    }
}

fn kept() -> impl Strategy<Value = Kept> {
    let set = || proptest::collection::btree_set(days(), 0..30);
    let years = proptest::collection::btree_set(2025..2031, 0..4);
    (years, set(), set(), set()).prop_map(|(years, listed, closed, open)| {
        let named: BTreeMap<NaiveDate, Named> =
            listed.into_iter().map(|at| (at, named())).collect();
        let by_hand = closed
            .into_iter()
            .map(|at| (at, Correction::Holiday(self::named())));
        let corrections = by_hand.chain(open.into_iter().map(|at| (at, Correction::Open)));
        let years: BTreeSet<i32> = years;
        Kept::new(years, named, corrections.collect())
    })
}

fn facilities() -> impl Strategy<Value = ClosedDays> {
    let flags = proptest::array::uniform3(proptest::bool::ANY);
    let own = proptest::collection::btree_set(days(), 0..20);
    (flags, own, kept()).prop_map(|(flags, own, kept)| ClosedDays {
        weekend: flags[0],
        national_holiday: flags[1],
        year_end: flags[2].then_some(Season::YEAR_END),
        days: own.into_iter().map(|at| (at, Default::default())).collect(),
        holidays: Arc::new(kept),
    })
}

fn days() -> impl Strategy<Value = NaiveDate> {
    (0_u64..1500).prop_map(|after| day("2026-01-01") + chrono::Days::new(after))
}

proptest! {
    #[test]
    fn counting_there_and_back(office in facilities(), from in days(), n in 1_u32..40) {
        let to = office.after(from, n);
        prop_assert!(office.is_open(to) && to > from);
        prop_assert!(office.before(to, n) <= from || office.is_open(from));
        prop_assert_eq!(office.before(to, n) == from, office.is_open(from));
        let open = from.iter_days().skip(1).take_while(|at| *at <= to);
        prop_assert_eq!(open.filter(|at| office.is_open(*at)).count(), usize::try_from(n).unwrap());
    }

    #[test]
    fn more_days_are_further(office in facilities(), from in days(), n in 0_u32..40) {
        prop_assert!(office.after(from, n) < office.after(from, n + 1));
        prop_assert!(office.before(from, n) > office.before(from, n + 1));
        let next = from.succ_opt().unwrap();
        prop_assert!(office.after(from, n) <= office.after(next, n));
        prop_assert!(office.before(from, n) <= office.before(next, n));
        prop_assert!(office.earliest_use(from, n) <= office.earliest_use(next, n));
    }

    #[test]
    fn the_earliest_use_is_the_first(office in facilities(), today in days(), lead in 0_u32..15) {
        let first = today.iter_days().find(|at| office.before(*at, lead) >= today);
        prop_assert_eq!(Some(office.earliest_use(today, lead)), first);
    }

    #[test]
    fn closed_has_a_reason(office in facilities(), at in days()) {
        prop_assert_eq!(office.is_open(at), office.closing(at).is_none());
    }
}
