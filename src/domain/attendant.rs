//! 立会者: staff whose time a use takes besides its resource, where the way of support asks for it.

pub mod entry;
pub mod hand_over;
pub mod life;
#[cfg(test)]
mod tests;

use crate::domain::catalogue::{Parameters, Resource};
use crate::domain::id::ResourceId;
use crate::domain::letter::Recipient;
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::terms::Terms;
use crate::domain::policy::room::openings;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::support::SupportMode;
use crate::domain::time::Span;

/// Somebody who attends uses, with their working hours and what they are busy with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attendant {
    /// Each is a resource of their own, under the guard of all calendars.
    pub id: ResourceId,
    pub name: Name,
    /// Of these only the hours and the closed days count.
    pub parameters: Parameters,
    /// Uses that they attend, and their absences; near the time that is looked at.
    pub busy: Vec<Span>,
    /// Whom to write to, if they have an account.
    pub account: Option<Recipient>,
}

/// Whoever attends a booking.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attending {
    pub id: ResourceId,
    pub name: Name,
    /// Whom to write to, if they have an account.
    pub account: Option<Recipient>,
}

/// Whether a use in this way takes an attendant's time (`attendant_calendar`).
#[must_use]
pub fn is_needed(terms: &Terms, support: Option<SupportMode>) -> bool {
    let codes = terms.codes(Parameter::AttendantCalendar);
    support.is_some_and(|mode| codes.contains(mode.code()))
}

/// Whether any way of use takes an attendant's time.
fn may_be_needed(terms: &Terms) -> bool {
    !terms.codes(Parameter::AttendantCalendar).is_empty()
}

/// The same of a resource, today or under a rule to come.
#[must_use]
pub fn may_attend(resource: &Resource) -> bool {
    let later = resource.later.iter().map(|period| period.terms.as_ref());
    std::iter::once(resource.terms.as_ref())
        .chain(later)
        .any(may_be_needed)
}

/// Why a use has nobody: none of them can come, or there are none.
#[must_use]
pub fn nobody(all: &[Attendant]) -> Refusal {
    let nobody_at_all = all.is_empty();
    Refusal::of(Wrong::Use(UseBar::NobodyAttends { nobody_at_all }))
}

impl Attendant {
    /// The times of a use at which they are there: all of it where it begins and ends on one day; of a use
    /// that runs on, their working hours within it. None if they are not there as it begins, or not to the
    /// end of a use of one day.
    #[must_use]
    pub fn shift(&self, used: &Span) -> Option<Vec<Span>> {
        let (first, last) = (used.start().day(), used.end().plus_seconds(-1).day());
        let hours = openings(&self.parameters, first, last);
        if first == last {
            let whole = hours.iter().any(|open| open.covers(used));
            return whole.then(|| vec![*used]);
        }
        let there: Vec<Span> = hours
            .iter()
            .filter_map(|open| open.intersect(used))
            .collect();
        let from_the_start = there.first().is_some_and(|one| one.start() == used.start());
        from_the_start.then_some(there)
    }

    /// Whether they can attend a use.
    #[must_use]
    pub fn is_free(&self, used: &Span) -> bool {
        let free = |one: &Span| !self.busy.iter().any(|busy| busy.overlaps(one));
        self.shift(used).is_some_and(|shift| shift.iter().all(free))
    }

    /// The minutes that they are busy for, as far as it is known.
    fn load(&self) -> i64 {
        self.busy.iter().map(Span::minutes).sum()
    }
}

/// Who attends a use: whoever did before, if they still can; otherwise of those who can the one with the
/// least to do, so that the work is spread.
#[must_use]
pub fn choose<'a>(
    all: &'a [Attendant],
    used: &Span,
    before: Option<ResourceId>,
) -> Option<&'a Attendant> {
    let can = all.iter().filter(|one| one.is_free(used));
    can.min_by_key(|one| (Some(one.id) != before, one.load(), one.id))
}
