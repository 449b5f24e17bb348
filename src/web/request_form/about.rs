//! What a request form is about, and how it is read when it comes back.

use crate::domain::booking::series::Repeat;
use crate::domain::booking::{Content, Safety, Scene, Wish};
use crate::domain::id::RuleId;
use crate::domain::refusal::Refusal;
use crate::domain::support::SupportMode;
use crate::domain::time::parse_local;
use crate::web::form::Form;
use crate::web::training_offer::Offer;

/// Most units of a capacity that a form can ask for.
const UNITS_MOST: u32 = 1_000_000;

/// Before the address in the names of these boxes.
pub const WITH: &str = "with-";
/// Most of them that a form can ask for.
const WITH_MOST: usize = 20;

/// A form that was put aside.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Kept {
    JustNow,
    Before,
}

/// What the form is about.
pub struct About<'a> {
    pub scene: &'a Scene,
    pub wish: &'a Wish,
    pub refusals: Vec<Refusal>,
    /// The id that the form carries, so that a second click makes no second booking.
    pub id: String,
    /// The reason why the request came back, when this mends one.
    pub returned: Option<String>,
    /// Whether it was put aside, and whether just now.
    pub kept: Option<Kept>,
    /// How the series goes on, where one is asked for.
    pub repeat: Option<Repeat>,
    /// The training that the use asks for, with dates to book together with it.
    pub training: Offer,
}

/// Reads the wish that a form posted.
#[must_use]
pub fn wish(form: &Form) -> Wish {
    // what was chosen of a shared capacity goes before what was asked for at first
    let chosen: Vec<&str> = form.raw("part").split(',').collect();
    let (start, length, units) = match chosen[..] {
        [start, length, units] => (start, length, units.parse().ok()),
        _ => (form.raw("start"), form.raw("len"), units(form)),
    };
    Wish {
        start: parse_local(start),
        minutes: minutes(length),
        units,
        content: content(form),
        with: together(form),
        agree: agreed(form.raw("agree")),
    }
}

/// What is to be used together with it: the boxes that were ticked, by address.
fn together(form: &Form) -> Vec<String> {
    let ticked = form.iter().filter(|(_, value)| *value == "yes");
    let slugs = ticked.filter_map(|(name, _)| name.strip_prefix(WITH));
    slugs.map(str::to_owned).take(WITH_MOST).collect()
}

fn minutes(typed: &str) -> Option<i64> {
    let minutes = typed.trim().parse().ok()?;
    (1..=44_640).contains(&minutes).then_some(minutes)
}

/// How many units of a shared capacity; what is no number is none at all, which no rule lets pass.
fn units(form: &Form) -> Option<u32> {
    form.given("units")?;
    Some(form.count("units").unwrap_or(0).min(UNITS_MOST))
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
