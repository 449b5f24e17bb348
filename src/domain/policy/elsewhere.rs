//! Equivalent resources of other institutions, with all that the same wish would be judged by there.

use crate::domain::attendant::Attendant;
use crate::domain::catalogue::Resource;
use crate::domain::policy::applicant::{Applicant, Manner};
use crate::domain::policy::case::{Case, Occupied};
use crate::domain::refusal::Citation;
use crate::domain::time::{Instant, Span};

/// One equivalent resource.
#[derive(Clone, Debug)]
pub struct Other {
    pub resource: Resource,
    /// The claims near the wish.
    pub taken: Vec<Occupied>,
    /// Those who attend it.
    pub attendants: Vec<Attendant>,
    /// The rule in force there on the day of the wish.
    pub rule: Option<Citation>,
    /// The person, as the rules there see them; none while nobody signed in.
    pub by: Option<Applicant>,
}

/// What somebody wishes, wherever it may be.
#[derive(Copy, Clone, Debug)]
pub struct Asked<'a> {
    pub now: Instant,
    pub wish: Span,
    pub units: u32,
    pub manner: Option<&'a Manner>,
}

/// The same wish at each of them.
#[must_use]
pub fn cases<'a>(others: &'a [Other], asked: &Asked<'a>) -> Vec<Case<'a>> {
    let case = |other: &'a Other| Case {
        by: other.by.as_ref(),
        manner: asked.manner,
        attendants: Some(&other.attendants),
        units: asked.units,
        ..Case::of_time(
            asked.now,
            &other.resource,
            asked.wish,
            &other.taken,
            other.rule.as_ref(),
        )
    };
    others.iter().map(case).collect()
}
