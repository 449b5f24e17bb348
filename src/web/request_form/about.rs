//! What a request form is about, and how it is read when it comes back.

use crate::domain::booking::{Content, Safety, Scene, Wish};
use crate::domain::id::RuleId;
use crate::domain::refusal::Refusal;
use crate::domain::support::SupportMode;
use crate::domain::time::parse_local;
use crate::web::form::Form;
use crate::web::training_offer::Offer;

/// Most units of a capacity that a form can ask for.
const UNITS_MOST: u32 = 1_000_000;

/// What the form is about.
pub struct About<'a> {
    pub scene: &'a Scene,
    pub wish: &'a Wish,
    pub refusals: Vec<Refusal>,
    /// The id that the form carries, so that a second click makes no second booking.
    pub id: String,
    /// The reason why the request came back, when this mends one.
    pub returned: Option<String>,
    /// The training that the use asks for, with dates to book together with it.
    pub training: Offer,
}

/// Reads the wish that a form posted.
#[must_use]
pub fn wish(form: &Form) -> Wish {
    Wish {
        start: parse_local(form.raw("start")),
        minutes: form
            .parse::<i64>("len")
            .filter(|minutes| (1..=44_640).contains(minutes)),
        units: form
            .parse::<u32>("units")
            .filter(|units| (1..=UNITS_MOST).contains(units)),
        content: content(form),
        agree: agreed(form.raw("agree")),
    }
}

/// The versions that one box stands for, by their ids.
#[must_use]
pub fn agreed(value: &str) -> Vec<RuleId> {
    value.split(',').filter_map(|id| id.parse().ok()).collect()
}

/// Reads what a form says about the use.
#[must_use]
pub fn content(form: &Form) -> Content {
    Content {
        purpose: form.lines("purpose"),
        sample: form.line("sample"),
        safety: Safety::from_code(form.raw("safety")),
        support_mode: SupportMode::from_code(form.raw("support_mode")),
        project_number: form.line("project_number"),
    }
}
