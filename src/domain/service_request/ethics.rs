//! 倫理審査: what the rules ask of it, and until when an applicant's approval counts.

use chrono::NaiveDate;

use crate::domain::gate::Gate;
use crate::domain::gate::fact::{Fact, Verdict};
use crate::domain::parameter::Parameter;
use crate::domain::parameter::terms::Terms;
use crate::domain::service_request::chain::Chain;
use crate::domain::service_request::content::{About, EthicsClaim};
use crate::domain::service_request::state::State;

/// What the rules ask of an ethics review.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum EthicsNeed {
    None,
    /// The applicant says whether one is needed, and which.
    Declared,
    /// An approval must stand.
    Required,
}
codes!(EthicsNeed {
    None = "none",
    Declared = "declared",
    Required = "required",
});

impl EthicsNeed {
    /// What these terms ask: of what a committee looks at, an approval; of the rest, a declaration.
    #[must_use]
    pub fn of(terms: &Terms, chain: &Chain) -> Self {
        let asked = terms
            .codes(Parameter::Gates)
            .contains(Gate::EthicsApproval.code());
        match (asked, chain.has(State::Committee)) {
            (false, _) => Self::None,
            (true, false) => Self::Declared,
            (true, true) => Self::Required,
        }
    }
}

/// How the approval stands for a day.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Approval {
    /// None is needed.
    NotAsked,
    /// It counts on that day, and until this one; none is without end.
    Stands { until: Option<NaiveDate> },
    /// It ends before.
    Ends { until: NaiveDate },
    /// Nothing was told.
    Missing,
}

/// How the approval stands for a day: by what the application says, or by a fact of the person that
/// counts longer.
#[must_use]
pub fn approval(need: EthicsNeed, about: &About, facts: &[Fact], day: NaiveDate) -> Approval {
    if need == EthicsNeed::None
        || need == EthicsNeed::Declared && about.ethics.claim == Some(EthicsClaim::NotNeeded)
    {
        return Approval::NotAsked;
    }
    let said = (!about.ethics.number.is_empty()).then_some(about.ethics.until);
    let entered = current(facts, &about.project_number).map(|fact| fact.valid_until);
    let ends = |until: Option<NaiveDate>| until.unwrap_or(NaiveDate::MAX);
    let longest = said
        .flatten()
        .map(Some)
        .into_iter()
        .chain(entered)
        .max_by_key(|until| ends(*until));
    match longest {
        None => Approval::Missing,
        Some(Some(until)) if until < day => Approval::Ends { until },
        Some(until) => Approval::Stands { until },
    }
}

/// The approval that the person entered and that counts longest, for this project or for any.
#[must_use]
pub fn current<'a>(facts: &'a [Fact], project: &str) -> Option<&'a Fact> {
    let refused = |fact: &Fact| {
        let last = fact.rulings.last();
        last.is_some_and(|ruling| ruling.verdict != Verdict::Confirmed)
    };
    facts
        .iter()
        .filter(|fact| fact.gate == Gate::EthicsApproval && !refused(fact))
        .filter(|fact| fact.project_number.is_empty() || fact.project_number == project)
        .max_by_key(|fact| fact.valid_until.unwrap_or(NaiveDate::MAX))
}
