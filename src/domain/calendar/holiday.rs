//! 国民の祝日等: what a holiday is, and the holidays as they are computed from the law.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::domain::calendar::law;

/// The years for which the rules are known.
const KNOWN_YEARS: RangeInclusive<i32> = 2000..=2199;

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

impl HolidayKind {
    /// The code kept in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::National => "national",
            Self::Substitute => "substitute",
            Self::Sandwiched => "sandwiched",
        }
    }

    /// Reads the code back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::National, Self::Substitute, Self::Sandwiched]
            .into_iter()
            .find(|kind| kind.code() == code)
    }
}

/// A holiday under 国民の祝日に関する法律.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub struct Holiday<'a> {
    /// The Tokyo day.
    pub day: NaiveDate,
    /// Why it is one.
    pub kind: HolidayKind,
    /// Japanese name; of a substitute, the name of the holiday it stands for.
    pub name_ja: &'a str,
    /// English name; of a substitute, the name of the holiday it stands for.
    pub name_en: &'a str,
}

/// The holiday on a day, computed from the law as it stood in that year, 2000..=2199
/// (later years by the law of 2022). Without allocation.
///
/// Equinoxes of future years are computed; only the notice of each February fixes them.
/// Outside these years there is no answer, and so no holiday.
#[must_use]
pub fn computed(day: NaiveDate) -> Option<Holiday<'static>> {
    if !KNOWN_YEARS.contains(&day.year()) {
        return None;
    }
    let national = law::national(day).map(|name| (HolidayKind::National, name));
    let substitute = || law::substitute(day).map(|name| (HolidayKind::Substitute, name));
    let between = || law::is_sandwiched(day).then_some((HolidayKind::Sandwiched, law::BETWEEN));
    let (kind, (name_ja, name_en)) = national.or_else(substitute).or_else(between)?;
    Some(Holiday {
        day,
        kind,
        name_ja,
        name_en,
    })
}
