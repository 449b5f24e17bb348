//! What somebody declares, for the offices only; and who may need a decision on exports because of it.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::domain::gate::standing::{NOTHING, SPECIAL};

/// Whoever is not employed in Japan counts as a resident so many months after entry (外為法の解釈通達).
const RESIDENT_MONTHS: u32 = 6;

/// The words and declarations of a fact. Only its person and the offices that answer read them.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Detail {
    /// 審査委員会, or whoever else approved it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub authority: String,
    /// 病原体, 動物種, 化学物質, 試料 …: what it is about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub export: Option<Export>,
}

/// The declaration for export control. Nationality is never asked: residency decides.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Export {
    /// 日本に居住している.
    pub resident: bool,
    /// 日本国内の事業所に雇用されている.
    pub employed: bool,
    /// The Tokyo day of the last entry to Japan; none for those who have lived there long.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered_on: Option<NaiveDate>,
    /// 特定類型 that apply.
    pub categories: Vec<Category>,
    pub end_use: String,
}

/// 特定類型 (役務通達, in force since 2022-05-01); not the 類型 of cooperation.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// ① under contract with a foreign government or corporation.
    Contract,
    /// ② with substantial economic benefit from a foreign government.
    Benefit,
    /// ③ acting in Japan on instructions of a foreign government.
    Instruction,
}

impl Category {
    /// Every category, in the order of the notification.
    pub const ALL: &'static [Self] = &[Self::Contract, Self::Benefit, Self::Instruction];

    /// The code that forms post.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Contract => "1",
            Self::Benefit => "2",
            Self::Instruction => "3",
        }
    }
}

/// Why the offices must look at a declaration.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Concern {
    /// 非居住者の可能性
    PossiblyNonresident,
    /// 特定類型
    SpecificCategory,
    /// An earlier declaration for the same use went to the offices: they decide on every later one.
    DeclaredBefore,
}

impl Export {
    /// Whether they count as a resident on a Tokyo day: employed at an office in Japan, or six
    /// months after entry.
    #[must_use]
    pub fn is_resident(&self, on: NaiveDate) -> bool {
        let long_enough = match self.entered_on {
            None => true,
            Some(entered) => entered
                .checked_add_months(Months::new(RESIDENT_MONTHS))
                .is_some_and(|since| since <= on),
        };
        self.resident && (self.employed || long_enough)
    }

    /// Why the offices must look at it; the software only routes, they decide.
    #[must_use]
    pub fn concerns(&self, on: NaiveDate) -> Vec<Concern> {
        let mut concerns = Vec::new();
        if !self.is_resident(on) {
            concerns.push(Concern::PossiblyNonresident);
        }
        if !self.categories.is_empty() {
            concerns.push(Concern::SpecificCategory);
        }
        concerns
    }

    /// The level that the declaration is kept with.
    #[must_use]
    pub fn level(&self, on: NaiveDate, declared_before: Option<Concern>) -> &'static str {
        match self.concerns(on).is_empty() && declared_before.is_none() {
            true => NOTHING,
            false => SPECIAL,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn declared(resident: bool, employed: bool, entered: Option<&str>) -> Export {
        Export {
            resident,
            employed,
            entered_on: entered.map(day),
            ..Export::default()
        }
    }

    #[test]
    fn s9_residents_are_those_employed_in_japan_or_six_months_after_entry() {
        let on = day("2027-01-08");
        for (export, is_resident) in [
            (declared(true, false, Some("2026-10-01")), false),
            (declared(true, false, Some("2026-07-09")), false),
            // six months to the day
            (declared(true, false, Some("2026-07-08")), true),
            (declared(true, false, None), true),
            (declared(true, true, Some("2026-12-01")), true),
            // who lives abroad is none, whoever employs them
            (declared(false, true, None), false),
            (declared(false, false, None), false),
            // the 31st of August has its six months on the last of February
            (declared(true, false, Some("2026-08-31")), false),
        ] {
            assert_eq!(export.is_resident(on), is_resident, "{export:?}");
            let level = if is_resident { NOTHING } else { SPECIAL };
            assert_eq!(export.level(on, None), level);
        }
        let long = declared(true, false, Some("2026-08-31"));
        assert!(!long.is_resident(day("2027-02-27")) && long.is_resident(day("2027-02-28")));
    }

    #[test]
    fn s9_a_resident_of_a_specific_category_goes_to_the_offices_too() {
        let on = day("2027-01-08");
        for category in Category::ALL {
            let export = Export {
                categories: vec![*category],
                ..declared(true, true, None)
            };
            assert_eq!(export.concerns(on), [Concern::SpecificCategory]);
            assert_eq!(export.level(on, None), SPECIAL);
        }
    }

    #[test]
    fn what_went_to_the_offices_once_stays_with_them() {
        let plain = declared(true, true, None);
        let on = day("2027-01-08");
        assert_eq!(plain.level(on, None), NOTHING);
        assert_eq!(plain.level(on, Some(Concern::DeclaredBefore)), SPECIAL);
    }
}
