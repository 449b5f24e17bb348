//! What is asked of a search for the earliest time, and the case that each time makes.

use chrono::NaiveDate;

use crate::domain::attendant::Attendant;
use crate::domain::catalogue::Resource;
use crate::domain::policy::applicant::{Applicant, Manner};
use crate::domain::policy::case::{Case, Occupied};
use crate::domain::refusal::Citation;
use crate::domain::rule::{Rule, in_force};
use crate::domain::time::{Instant, Span};

/// What is asked.
#[derive(Copy, Clone, Debug)]
pub struct Question<'a> {
    pub now: Instant,
    pub resource: &'a Resource,
    /// Length of the use in minutes.
    pub minutes: i64,
    /// All claims on the resource that touch the time up to `known_until`, buffers included.
    pub taken: &'a [Occupied],
    /// All published versions that apply, and how each is cited, in the same order.
    pub rules: &'a [Rule],
    pub citations: &'a [Citation],
    /// Who asks; none for a stranger: then the time alone is judged.
    pub by: Option<&'a Applicant>,
    pub manner: Option<&'a Manner>,
    /// Those who attend the resource; none where they were not looked up.
    pub attendants: Option<&'a [Attendant]>,
    /// No use before this.
    pub from: Instant,
    /// Claims after this are not known; no use may reach that far.
    pub known_until: Instant,
}

impl<'a> Question<'a> {
    /// The case of a time.
    #[must_use]
    pub fn case(&self, wish: Span) -> Case<'a> {
        Case {
            by: self.by,
            manner: self.manner,
            attendants: self.attendants,
            ..Case::of_time(
                self.now,
                self.resource,
                wish,
                self.taken,
                self.rule_on(wish.start().day()),
            )
        }
    }

    /// The rule in force on a day.
    fn rule_on(&self, day: NaiveDate) -> Option<&'a Citation> {
        let found = in_force(self.rules, day)?.id;
        let place = self.rules.iter().position(|rule| rule.id == found)?;
        self.citations.get(place)
    }
}
