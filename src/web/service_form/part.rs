//! The parts of the form of a request without a slot: its lines, biosafety, the ethics review.

use crate::domain::booking::Safety;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::service_field::ServiceField;
use crate::domain::service_request::content::{Arm, EthicsClaim, Unit};
use crate::domain::service_request::ethics::EthicsNeed;
use crate::web::form::Form;
use crate::web::parts::{Choice, Errors, Field};
use crate::web::service_form::read;
use crate::web::visit::Visit;
use crate::words::booking;
use crate::words::service_request::{self as said, state};

/// One line of what is asked for.
pub struct Line {
    pub legend: String,
    pub number: usize,
    pub what: Field,
    pub quantity: Field,
    pub unit: Field,
    pub units: Vec<Choice>,
    pub condition: Field,
    pub arm: Field,
    pub arms: Vec<Choice>,
    pub linked: Field,
}

impl Line {
    /// The name of one of its fields.
    #[must_use]
    pub fn id(&self, of: &str) -> String {
        read::name(of, self.number)
    }
}

/// The ethics review, where the rules ask for one.
pub struct Ethics {
    pub field: Field,
    pub claims: Vec<Choice>,
    pub number: Field,
    pub until: Field,
}

/// The lines that the form shows.
#[must_use]
pub fn lines(visit: &Visit, typed: &Form) -> Vec<Line> {
    (1..=read::lines(typed))
        .map(|number| line(visit, typed, number))
        .collect()
}

fn line(visit: &Visit, typed: &Form, number: usize) -> Line {
    let language = visit.language;
    let field = |of: &str| Field {
        value: typed.raw(&read::name(of, number)).to_owned(),
        error: None,
    };
    let choice = |value: &str, label: &str, chosen: &Field| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: None,
        chosen: chosen.value == value,
    };
    let (unit, arm) = (field("unit"), field("arm"));
    let units = Unit::ALL.iter();
    let arms = Arm::ALL.iter().filter(|arm| **arm != Arm::Unsaid);
    Line {
        legend: said::line(language, number),
        number,
        what: field("what"),
        quantity: field("quantity"),
        units: units
            .map(|one| choice(one.code(), state::unit(language, *one), &unit))
            .collect(),
        arms: arms
            .map(|one| choice(one.code(), state::arm(language, *one), &arm))
            .collect(),
        condition: field("condition"),
        linked: field("linked"),
        unit,
        arm,
    }
}

/// The levels of biosafety.
#[must_use]
pub fn safeties(visit: &Visit, typed: &Form) -> Vec<Choice> {
    let choice = |one: &Safety| Choice {
        value: one.code().to_owned(),
        label: booking::state::safety(visit.language, *one).to_owned(),
        hint: None,
        chosen: typed.raw("safety") == one.code(),
    };
    Safety::ALL.iter().map(choice).collect()
}

/// The part about the ethics review, where the rules ask for one.
#[must_use]
pub fn ethics(visit: &Visit, typed: &Form, errors: &Errors, need: EthicsNeed) -> Option<Ethics> {
    let field = |named: ServiceField| {
        let named = Named::Service(named);
        errors.field(named, typed.raw(named.code()))
    };
    (need != EthicsNeed::None).then(|| Ethics {
        claims: claims(visit, typed, need),
        field: field(ServiceField::Ethics),
        number: field(ServiceField::EthicsNumber),
        until: field(ServiceField::EthicsUntil),
    })
}

/// What can be said of the ethics review: where an approval must stand, nothing else.
fn claims(visit: &Visit, typed: &Form, need: EthicsNeed) -> Vec<Choice> {
    let only = need == EthicsNeed::Required;
    let all = EthicsClaim::ALL.iter();
    all.filter(|claim| !only || **claim == EthicsClaim::Approved)
        .map(|claim| Choice {
            value: claim.code().to_owned(),
            label: state::ethics(visit.language, *claim).to_owned(),
            hint: None,
            chosen: only || typed.raw("ethics") == claim.code(),
        })
        .collect()
}
