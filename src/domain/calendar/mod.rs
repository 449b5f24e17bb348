//! Which days are closed, and counting business days around them. Days are Tokyo days.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::domain::calendar::holiday::{Holiday, HolidayKind};
use crate::domain::calendar::kept::Kept;
use crate::domain::calendar::season::Season;

pub mod change;
pub mod holiday;
pub mod kept;
mod law;
#[cfg(test)]
mod laws;
pub mod list;
pub mod season;
#[cfg(test)]
mod tests;

/// How many days a count of business days looks at before it gives up: ten years.
/// A facility that never opens must not hold the machine.
const REACH: u32 = 3660;

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
    /// 年末年始, as the institution sets it.
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClosedDays {
    /// Closed on Saturdays and Sundays.
    pub weekend: bool,
    /// Closed on holidays under 国民の祝日に関する法律.
    pub national_holiday: bool,
    /// 年末年始: closed in this part of each year.
    pub year_end: Option<Season>,
    /// The facility's own closed days with their Japanese and English names.
    pub days: BTreeMap<NaiveDate, (String, String)>,
    /// Which days are holidays: the calendar that is kept, the same for all.
    pub holidays: Arc<Kept>,
}

impl ClosedDays {
    /// What public offices keep: weekends, holidays as they are computed, and the turn of the year.
    #[must_use]
    pub fn standard() -> Self {
        Self {
            weekend: true,
            national_holiday: true,
            year_end: Some(Season::YEAR_END),
            ..Self::default()
        }
    }

    /// Why the day is closed; none when it is open. Of several reasons the most telling:
    /// the turn of the year, a holiday, the facility's own day, the weekend.
    #[must_use]
    pub fn closing(&self, day: NaiveDate) -> Option<Closing> {
        if self.is_year_end(day) {
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
            || self.is_year_end(day)
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
    fn holiday(&self, day: NaiveDate) -> Option<Holiday<'_>> {
        self.national_holiday
            .then(|| self.holidays.of(day))
            .flatten()
    }

    fn is_year_end(&self, day: NaiveDate) -> bool {
        self.year_end.is_some_and(|season| season.contains(day))
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}
