//! How long a fact counts: its own last day, and what the rule, the law and the table of equivalences say.

use chrono::{Months, NaiveDate};

use crate::domain::gate::Gate;
use crate::domain::gate::asked::{Case, Recognised};
use crate::domain::gate::fact::Fact;
use crate::domain::parameter::Parameter;
use crate::domain::time::fiscal_year;

/// A health check counts for so many months (電離則).
const HEALTH_MONTHS: u32 = 6;
/// A biosafety training counts for so many months where nothing else is said.
const BIOSAFETY_MONTHS: u32 = 12;

/// The last Tokyo day on which a fact counts.
#[must_use]
pub fn until(case: &Case<'_>, fact: &Fact, recognised: Recognised) -> Option<NaiveDate> {
    let terms = case.terms;
    let issued = fact.issued_on;
    let months = |months: u32| issued.and_then(|day| day.checked_add_months(Months::new(months)));
    let of_rule = match fact.gate {
        Gate::Training => months(terms.count(Parameter::LicenceValidMonths)),
        Gate::Registration => match terms.code(Parameter::RegistrationValidUntil) {
            "unlimited" => None,
            "one_year" => months(12),
            _ => issued.and_then(|day| fiscal_year_end(fiscal_year(day))),
        },
        Gate::OrgPledge if terms.code(Parameter::OrgPledgeRequired) == "yearly" => {
            issued.and_then(|day| fiscal_year_end(fiscal_year(day)))
        }
        _ => None,
    };
    let table = match recognised {
        Recognised::Until(day) => Some(day),
        Recognised::No | Recognised::Whole => None,
    };
    [by_itself(fact), of_rule, table, lapse(case, fact)]
        .into_iter()
        .flatten()
        .min()
}

/// The last Tokyo day on which a fact counts wherever it is shown: its own, or what the law says of
/// its kind.
#[must_use]
pub fn by_itself(fact: &Fact) -> Option<NaiveDate> {
    let issued = fact.issued_on;
    let months = |months: u32| issued.and_then(|day| day.checked_add_months(Months::new(months)));
    let of_law = match fact.gate {
        Gate::HealthCheck => months(HEALTH_MONTHS),
        Gate::BiosafetyTraining if fact.valid_until.is_none() => months(BIOSAFETY_MONTHS),
        // 再教育: within a year from the start of the fiscal year after the one it was held in
        Gate::RadiationWorker => issued.and_then(|day| fiscal_year_end(fiscal_year(day) + 1)),
        _ => None,
    };
    [fact.valid_until, of_law].into_iter().flatten().min()
}

/// A licence that was not used for so many months lapses.
fn lapse(case: &Case<'_>, fact: &Fact) -> Option<NaiveDate> {
    let months = case.terms.count(Parameter::LicenceLapseUnusedMonths);
    let used = fact.issued_on?.max(case.last_use.unwrap_or(NaiveDate::MIN));
    (fact.gate == Gate::Training && months > 0)
        .then(|| used.checked_add_months(Months::new(months)))
        .flatten()
}

/// 31 March of the fiscal year that began in `year`.
fn fiscal_year_end(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year + 1, 3, 31)
}
