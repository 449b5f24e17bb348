//! 予約枠の公開: up to which day time can be booked, when days are opened one by one or whole months at once.

use chrono::{Datelike, Days, Months, NaiveDate};

/// How days become bookable.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum Release {
    /// Day by day.
    #[default]
    Rolling,
    /// On the first of each month, whole months.
    Monthly,
    /// On 1 April and 1 October, whole halves of the fiscal year.
    HalfYearly,
}

impl Release {
    /// Reads the code that rules use.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        match code {
            "monthly" => Self::Monthly,
            "half_yearly" => Self::HalfYearly,
            _ => Self::Rolling,
        }
    }

    /// The last day that can be booked on `today`: so many days ahead; where days are opened in
    /// portions, the end of the portion that lies so many days ahead of its day of opening.
    #[must_use]
    pub fn last(self, today: NaiveDate, ahead: u32) -> NaiveDate {
        let reached = later(self.begin(today), ahead);
        match self.next(self.begin(reached)) {
            Some(next) => next.pred_opt().unwrap_or(reached),
            None => reached,
        }
    }

    /// The first day on which `day` can be booked.
    #[must_use]
    pub fn opens(self, day: NaiveDate, ahead: u32) -> NaiveDate {
        let back = Days::new(u64::from(ahead));
        let earliest = day.checked_sub_days(back).unwrap_or(NaiveDate::MIN);
        if self == Self::Rolling {
            return earliest;
        }
        // the portion before the earliest day may reach it already
        let before = earliest.checked_sub_months(Months::new(self.months()));
        let mut at = self.begin(before.unwrap_or(earliest));
        while self.last(at, ahead) < day {
            let Some(next) = self.next(at) else { break };
            at = next;
        }
        at
    }

    const fn months(self) -> u32 {
        match self {
            Self::Rolling => 0,
            Self::Monthly => 1,
            Self::HalfYearly => 6,
        }
    }

    /// The first day of the portion that holds a day.
    fn begin(self, day: NaiveDate) -> NaiveDate {
        let first = day.with_day(1).unwrap_or(day);
        match self {
            Self::Rolling => day,
            Self::Monthly => first,
            // April to September, October to March
            Self::HalfYearly => first
                .checked_sub_months(Months::new((day.month() + 2) % 6))
                .unwrap_or(first),
        }
    }

    /// The first day of the next portion; none where days are opened one by one.
    fn next(self, begin: NaiveDate) -> Option<NaiveDate> {
        match self.months() {
            0 => None,
            months => begin.checked_add_months(Months::new(months)),
        }
    }
}

/// So many days later; the end of the calendar stays where it is.
fn later(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days)))
        .unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn months_and_halves_are_opened_as_a_whole() {
        let last = |release: Release, today, ahead| release.last(day(today), ahead).to_string();
        assert_eq!(last(Release::Rolling, "2027-01-08", 60), "2027-03-09");
        assert_eq!(last(Release::Monthly, "2027-01-01", 60), "2027-03-31");
        assert_eq!(last(Release::Monthly, "2027-01-31", 60), "2027-03-31");
        assert_eq!(last(Release::Monthly, "2027-02-01", 60), "2027-04-30");
        assert_eq!(last(Release::Monthly, "2027-02-28", 0), "2027-02-28");
        assert_eq!(last(Release::HalfYearly, "2026-12-14", 100), "2027-03-31");
        assert_eq!(last(Release::HalfYearly, "2026-12-14", 182), "2027-09-30");
        assert_eq!(last(Release::HalfYearly, "2027-04-01", 100), "2027-09-30");
    }

    #[test]
    fn a_day_is_opened_with_its_portion() {
        let opens = |release: Release, on, ahead| release.opens(day(on), ahead).to_string();
        assert_eq!(opens(Release::Rolling, "2027-03-09", 60), "2027-01-08");
        assert_eq!(opens(Release::Monthly, "2027-04-15", 60), "2027-02-01");
        assert_eq!(opens(Release::Monthly, "2027-03-31", 60), "2027-01-01");
        assert_eq!(opens(Release::HalfYearly, "2027-04-01", 182), "2026-10-01");
        assert_eq!(opens(Release::HalfYearly, "2027-10-01", 100), "2027-10-01");
    }

    fn releases() -> impl Strategy<Value = Release> {
        prop_oneof![
            Just(Release::Rolling),
            Just(Release::Monthly),
            Just(Release::HalfYearly)
        ]
    }

    proptest! {
        #[test]
        fn a_day_can_be_booked_from_its_opening_on_and_not_before(
            release in releases(), ahead in 0_u32..731, offset in 0_u64..2_000,
        ) {
            let wanted = day("2026-01-01").checked_add_days(Days::new(offset)).unwrap();
            let opens = release.opens(wanted, ahead);
            prop_assert!(release.last(opens, ahead) >= wanted);
            prop_assert!(release.last(opens.pred_opt().unwrap(), ahead) < wanted);
            prop_assert_eq!(release.last(opens, ahead), release.last(opens, ahead).max(opens));
        }
    }
}
