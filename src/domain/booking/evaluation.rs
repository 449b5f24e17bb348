//! 判定の記録: what a booking was judged by when it was made, frozen with it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::gate::standing::{GateState, Standing};
use crate::domain::parameter::terms::Terms;
use crate::domain::policy::waiver::Waiver;
use crate::domain::refusal::Citation;

/// What a booking was judged by.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Evaluation {
    /// The versions in force on the day of use, and the articles that the terms stand in.
    pub citations: Vec<Citation>,
    /// Every parameter that somebody set, by its code.
    pub terms: BTreeMap<String, Judged>,
    /// Every gate that was asked for.
    pub gates: Vec<GateThen>,
    /// 例外 that were used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waivers: Vec<Waived>,
}

/// A value that was in force.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Judged {
    pub value: String,
    /// Its place among the citations; none for what only the catalogue says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<usize>,
}

/// How a gate stood.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct GateThen {
    pub gate: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub course: Option<String>,
    pub open: bool,
    /// The last Tokyo day on which it counted, where it was open and ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

/// A parameter that was set aside.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Waived {
    pub parameter: String,
    pub by: String,
    pub reason: String,
}

impl Evaluation {
    /// Freezes what was in force; `rules` first, then the articles that terms stand in.
    #[must_use]
    pub fn freeze(
        rules: Vec<Citation>,
        terms: &Terms,
        gates: &[Standing],
        waivers: &[&Waiver],
    ) -> Self {
        let mut citations = rules;
        let mut judged = BTreeMap::new();
        for (parameter, term) in terms.said() {
            let by = term.origin.citation.as_deref().map(|citation| {
                let known = citations.iter().position(|one| one == citation);
                known.unwrap_or_else(|| {
                    citations.push(citation.clone());
                    citations.len() - 1
                })
            });
            let value = term.value.to_string();
            judged.insert(parameter.code().to_owned(), Judged { value, by });
        }
        Self {
            citations,
            terms: judged,
            gates: gates.iter().map(GateThen::of).collect(),
            waivers: waivers.iter().map(|one| Waived::of(one)).collect(),
        }
    }
}

impl GateThen {
    fn of(standing: &Standing) -> Self {
        let until = match standing.state {
            GateState::Open { until, .. } => until.map(|day| day.to_string()),
            _ => None,
        };
        Self {
            gate: standing.asked.gate.code().to_owned(),
            course: standing.asked.course.clone(),
            open: standing.is_open(),
            until,
        }
    }
}

impl Waived {
    fn of(waiver: &Waiver) -> Self {
        Self {
            parameter: waiver.parameter.code().to_owned(),
            by: waiver.by.clone(),
            reason: waiver.reason.clone(),
        }
    }
}
