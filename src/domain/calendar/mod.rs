//! Which days are closed, and counting business days around them. Days are Tokyo days.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

mod holiday;
#[cfg(test)]
mod tests;

/// The years for which the rules are known.
const KNOWN_YEARS: RangeInclusive<i32> = 2000..=2199;
/// How many days a count of business days looks at before it gives up: ten years.
/// A facility that never opens must not hold the machine.
const REACH: u32 = 3660;

/// Why the law makes a day a holiday (国民の祝日に関する法律, article 3).
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HolidayKind {
    /// 国民の祝日: named in the law (paragraph 1).
    National,
    /// 振替休日: in place of a holiday that fell on a Sunday (paragraph 2).
    Substitute,
    /// 国民の休日: between two national holidays (paragraph 3).
    Sandwiched,
}

/// A holiday under 国民の祝日に関する法律.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub struct Holiday {
    /// The Tokyo day.
    pub day: NaiveDate,
    /// Why it is one.
    pub kind: HolidayKind,
    /// Japanese name; of a substitute, the name of the holiday it stands for.
    pub name_ja: &'static str,
    /// English name; of a substitute, the name of the holiday it stands for.
    pub name_en: &'static str,
}

/// The holiday on a day, computed from the law as it stood in that year, 2000..=2199
/// (later years by the law of 2022). Without allocation.
///
/// Equinoxes of future years are computed; only the notice of each February fixes them.
/// Outside these years there is no answer, and so no holiday.
#[must_use]
pub fn holiday(day: NaiveDate) -> Option<Holiday> {
    if !KNOWN_YEARS.contains(&day.year()) {
        return None;
    }
    let national = holiday::national(day).map(|name| (HolidayKind::National, name));
    let substitute = || holiday::substitute(day).map(|name| (HolidayKind::Substitute, name));
    let between =
        || holiday::is_sandwiched(day).then_some((HolidayKind::Sandwiched, holiday::BETWEEN));
    let (kind, (name_ja, name_en)) = national.or_else(substitute).or_else(between)?;
    Some(Holiday {
        day,
        kind,
        name_ja,
        name_en,
    })
}

/// Why a facility is closed on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Closing {
    /// Saturday or Sunday.
    Weekend,
    /// A holiday under the law.
    Holiday {
        /// Why the law makes it one.
        kind: HolidayKind,
        /// Japanese name, as in [`Holiday`].
        name_ja: String,
        /// English name, as in [`Holiday`].
        name_en: String,
    },
    /// 年末年始: 29 December to 3 January (行政機関の休日に関する法律, article 1).
    YearEnd,
    /// The facility's own closed day.
    Facility {
        /// Japanese name.
        name_ja: String,
        /// English name.
        name_en: String,
    },
}

/// The days on which a facility is closed. The default closes none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosedDays {
    /// Closed on Saturdays and Sundays.
    pub weekend: bool,
    /// Closed on holidays under 国民の祝日に関する法律.
    pub national_holiday: bool,
    /// Closed from 29 December to 3 January; 28 December and 4 January are open.
    pub year_end: bool,
    /// The facility's own closed days with their Japanese and English names.
    #[serde(default)]
    pub days: BTreeMap<NaiveDate, (String, String)>,
}

impl ClosedDays {
    /// What public offices keep: weekends, holidays and the turn of the year.
    #[must_use]
    pub fn standard() -> Self {
        Self {
            weekend: true,
            national_holiday: true,
            year_end: true,
            days: BTreeMap::new(),
        }
    }

    /// Why the day is closed; none when it is open. Of several reasons the most telling:
    /// the turn of the year, a holiday, the facility's own day, the weekend.
    #[must_use]
    pub fn closing(&self, day: NaiveDate) -> Option<Closing> {
        if self.year_end && is_year_end(day) {
            return Some(Closing::YearEnd);
        }
        if let Some(found) = self.holiday(day) {
            return Some(Closing::Holiday {
                kind: found.kind,
                name_ja: found.name_ja.to_owned(),
                name_en: found.name_en.to_owned(),
            });
        }
        if let Some((name_ja, name_en)) = self.days.get(&day) {
            return Some(Closing::Facility {
                name_ja: name_ja.clone(),
                name_en: name_en.clone(),
            });
        }
        (self.weekend && is_weekend(day)).then_some(Closing::Weekend)
    }

    /// Whether the facility is open on the day. Without allocation.
    #[must_use]
    pub fn is_open(&self, day: NaiveDate) -> bool {
        let closed = self.weekend && is_weekend(day)
            || self.year_end && is_year_end(day)
            || self.days.contains_key(&day)
            || self.holiday(day).is_some();
        !closed
    }

    /// The `n`th business day before `day`; `day` itself is not counted, and 0 is `day`.
    ///
    /// Looks back ten years at most: where there are not so many open days, the answer is
    /// the day ten years earlier, a deadline long past.
    #[must_use]
    pub fn before(&self, day: NaiveDate, n: u32) -> NaiveDate {
        self.count(day, n, |at| at.pred_opt())
    }

    /// The `n`th business day after `day`; `day` itself is not counted, and 0 is `day`.
    ///
    /// Looks ahead ten years at most: where there are not so many open days, the answer is
    /// the day ten years later.
    #[must_use]
    pub fn after(&self, day: NaiveDate, n: u32) -> NaiveDate {
        self.count(day, n, |at| at.succ_opt())
    }

    /// The first day, open or not, that can still be asked for on `today` when a request
    /// must come `lead` business days ahead: the first `d >= today` with
    /// `before(d, lead) >= today`.
    ///
    /// Looks ahead ten years at most: a facility that does not open answers with a day ten
    /// years away.
    #[must_use]
    pub fn earliest_use(&self, today: NaiveDate, lead: u32) -> NaiveDate {
        // `before(d, lead) >= today` says that [today, d) holds `lead` open days.
        let tomorrow = |at: NaiveDate| at.succ_opt().unwrap_or(at);
        match lead {
            0 => today,
            _ if self.is_open(today) => tomorrow(self.after(today, lead - 1)),
            _ => tomorrow(self.after(today, lead)),
        }
    }

    /// Steps from `day` until `n` open days have been met or the reach is spent.
    fn count(
        &self,
        day: NaiveDate,
        n: u32,
        step: impl Fn(NaiveDate) -> Option<NaiveDate>,
    ) -> NaiveDate {
        let mut at = day;
        let mut left = n;
        for _ in 0..REACH {
            if left == 0 {
                break;
            }
            let Some(next) = step(at) else { break };
            at = next;
            left -= u32::from(self.is_open(at));
        }
        at
    }

    /// The holiday on a day if the facility keeps holidays.
    fn holiday(&self, day: NaiveDate) -> Option<Holiday> {
        self.national_holiday.then(|| holiday(day)).flatten()
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn is_year_end(day: NaiveDate) -> bool {
    matches!((day.month(), day.day()), (12, 29..=31) | (1, 1..=3))
}
