//! The steps that a request takes, as the rules of its resource ask.

use crate::domain::parameter::Parameter;
use crate::domain::parameter::terms::Terms;
use crate::domain::service_request::content::{Item, Unit};
use crate::domain::service_request::state::State;

/// The steps of one request in order, from its screening on; what the rules don't ask for is left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chain {
    steps: Vec<State>,
}

impl Chain {
    /// The steps for these lines under these terms. An analysis that no committee looks at and no
    /// contract is made for takes the light way: screened, paid, done.
    #[must_use]
    pub fn of(terms: &Terms, items: &[Item]) -> Self {
        let gates = terms.codes(Parameter::Gates);
        let committee = gates.contains("review_committee")
            || terms.code(Parameter::ApprovalChain) == "committee";
        let contract = gates.contains("mta") || gates.contains("data_agreement");
        let data = !items.is_empty() && items.iter().all(|item| item.unit == Some(Unit::Dataset));
        let provided = if data {
            State::Granted
        } else {
            State::Delivered
        };
        let all = [
            Some(State::Screening),
            committee.then_some(State::Committee),
            contract.then_some(State::Contract),
            Some(State::Payment),
            Some(State::Preparing),
            Some(provided),
            // what was handed over under a contract is reported on until its end
            contract.then_some(State::InUse),
        ];
        Self {
            steps: all.into_iter().flatten().collect(),
        }
    }

    /// The codes of its steps, for the database.
    #[must_use]
    pub fn codes(&self) -> String {
        let codes: Vec<&str> = self.steps.iter().map(|step| step.code()).collect();
        codes.join(",")
    }

    /// Reads the codes back; none where one of them is no state.
    #[must_use]
    pub fn from_codes(codes: &str) -> Option<Self> {
        let steps = codes.split(',').map(State::from_code);
        Some(Self {
            steps: steps.collect::<Option<_>>()?,
        })
    }

    /// Its steps, in order.
    #[must_use]
    pub fn steps(&self) -> &[State] {
        &self.steps
    }

    /// Whether the rules ask for this step.
    #[must_use]
    pub fn has(&self, step: State) -> bool {
        self.steps.contains(&step)
    }

    /// The step after this one; the end after the last.
    #[must_use]
    pub fn after(&self, step: State) -> State {
        let here = self.steps.iter().position(|known| *known == step);
        here.and_then(|here| self.steps.get(here + 1))
            .copied()
            .unwrap_or(State::Finished)
    }

    /// The step in which it is decided.
    #[must_use]
    pub fn decided_at(&self) -> State {
        if self.has(State::Committee) {
            State::Committee
        } else {
            State::Screening
        }
    }
}
