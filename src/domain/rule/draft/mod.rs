//! 改正案: a version on its way, of one unit, and from what it begins.

pub mod edit;
#[cfg(test)]
mod laws;
pub mod publication;
#[cfg(test)]
pub mod sample;
pub mod sound;
pub mod step;
pub mod suggest;
pub mod unit;

use chrono::NaiveDate;

use crate::domain::actor::{Actor, Role, Who};
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{FacilityId, InstitutionId, RuleId};
use crate::domain::name::Name;
use crate::domain::refusal::drafting::Drafting;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::rule::Rule;
use crate::domain::rule::draft::unit::Unit;
use crate::domain::rule::text::Text;
use crate::domain::time::Instant;

/// 猶予 where nobody says otherwise, in days.
const GRACE_DAYS: u32 = 30;

/// What a new version means for bookings that were confirmed before it was published.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum Confirmed {
    /// They keep the rule that they were made under.
    #[default]
    Keep,
    /// The new version is for them, too: who has one that breaks it is told.
    Follow,
}

impl Confirmed {
    /// As the database keeps it: whether the version applies to them.
    #[must_use]
    pub const fn applies(self) -> bool {
        matches!(self, Self::Follow)
    }

    /// Reads that back.
    #[must_use]
    pub const fn of(applies: bool) -> Self {
        if applies { Self::Follow } else { Self::Keep }
    }
}

/// 改正案
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Amendment {
    pub unit: Unit,
    pub based_on: Option<RuleId>,
    pub title: Name,
    pub text: Text,
    /// As it is to stand on the document; may be empty until it is published.
    pub version: String,
    pub effective_on: Option<NaiveDate>,
    pub grace_days: u32,
    pub confirmed: Confirmed,
    /// Grows with each change: whoever saves must have seen the last one.
    pub turn: i64,
}

/// Who changed a draft last, and when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Touched {
    /// Empty for the house itself.
    pub by: String,
    pub at: Instant,
}

/// What a draft begins with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seed {
    pub based_on: Option<RuleId>,
    pub title: Name,
    pub text: Text,
    pub version: String,
    pub grace_days: u32,
}

impl Seed {
    /// A copy of a version, with a number that was not used before.
    #[must_use]
    pub fn of_version(rule: &Rule, text: Text, used: &[String]) -> Self {
        Self {
            based_on: Some(rule.id),
            title: rule.title.clone(),
            text,
            version: suggest::version(Some(&rule.version), used),
            grace_days: rule.grace_days,
        }
    }

    /// A text that comes from nowhere in this house, such as the model rule.
    #[must_use]
    pub fn of_text(title: Name, text: Text, used: &[String]) -> Self {
        Self {
            based_on: None,
            title,
            text,
            version: suggest::version(None, used),
            grace_days: GRACE_DAYS,
        }
    }
}

/// Whether somebody may see and change the drafts of an institution's units.
///
/// # Errors
/// [`Halt::Absent`]: others' drafts do not exist.
pub fn may(institution: InstitutionId, by: &Actor) -> Result<(), Halt> {
    let speaks = by.who == Who::House
        || by.holds(|role| {
            matches!(role, Role::Administrator) || role == Role::InstitutionOfficer(institution)
        });
    if speaks { Ok(()) } else { Err(Halt::Absent) }
}

/// Begins a draft; a unit has one at a time.
///
/// # Errors
/// [`Halt::Absent`] for others; that one stands already.
pub fn start(unit: Unit, seed: Seed, standing: Option<&Touched>, by: &Actor) -> Act<Amendment> {
    may(unit.institution, by)?;
    if let Some(touched) = standing {
        let wrong = Wrong::Drafting(Drafting::Standing {
            by: touched.by.clone(),
            at: touched.at,
        });
        return Err(Halt::because(Refusal::of(wrong)));
    }
    let mut event = Event::of(Kind::RuleDraftStarted).with("facility", unit.facility);
    if let Some(rule) = seed.based_on {
        event = event.with("rule", rule);
    }
    let value = Amendment {
        unit,
        based_on: seed.based_on,
        title: seed.title,
        text: seed.text,
        version: seed.version,
        effective_on: None,
        grace_days: seed.grace_days,
        confirmed: Confirmed::Keep,
        turn: 1,
    };
    Ok(Done { value, event })
}

/// Throws a draft away.
///
/// # Errors
/// [`Halt::Absent`] for others.
pub fn discard(amendment: &Amendment, by: &Actor) -> Act<FacilityId> {
    may(amendment.unit.institution, by)?;
    let event = Event::of(Kind::RuleDraftDiscarded)
        .with("facility", amendment.unit.facility)
        .with("turn", amendment.turn);
    Ok(Done {
        value: amendment.unit.facility,
        event,
    })
}

/// Refuses to change what somebody else changed in the meantime.
///
/// # Errors
/// The draft is not the one that was seen.
pub fn seen(amendment: &Amendment, turn: i64, touched: &Touched) -> Result<(), Halt> {
    if amendment.turn == turn {
        return Ok(());
    }
    let wrong = Wrong::Drafting(Drafting::Changed {
        by: touched.by.clone(),
        at: touched.at,
    });
    Err(Halt::because(Refusal::of(wrong)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rule::draft::sample::{amendment, officer, unit};

    fn wrong(halt: &Halt) -> Option<&Wrong> {
        match halt {
            Halt::Refused(refusals) => refusals.first().map(|refusal| &refusal.wrong),
            _ => None,
        }
    }

    #[test]
    fn a07_only_officers_of_the_institution_touch_its_drafts() {
        let seed = || Seed::of_text(Name::default(), Text::default(), &[]);
        assert!(start(unit(), seed(), None, &officer(7)).is_ok());
        assert!(start(unit(), seed(), None, &Actor::house(Instant::from_unix(0))).is_ok());
        let other = start(unit(), seed(), None, &officer(8));
        assert!(matches!(other, Err(Halt::Absent)));
        assert!(matches!(
            discard(&amendment(), &officer(8)),
            Err(Halt::Absent)
        ));
    }

    #[test]
    fn a_unit_has_one_draft_and_the_later_of_two_sees_who_saved() {
        let touched = Touched {
            by: "渡辺 誠".into(),
            at: Instant::from_unix(5),
        };
        let seed = Seed::of_text(Name::default(), Text::default(), &[]);
        let second = start(unit(), seed, Some(&touched), &officer(7)).unwrap_err();
        assert!(
            matches!(wrong(&second), Some(Wrong::Drafting(Drafting::Standing { by, .. })) if by == "渡辺 誠")
        );
        let draft = amendment();
        assert!(seen(&draft, draft.turn, &touched).is_ok());
        let late = seen(&draft, draft.turn - 1, &touched).unwrap_err();
        assert!(
            matches!(wrong(&late), Some(Wrong::Drafting(Drafting::Changed { by, .. })) if by == "渡辺 誠")
        );
    }
}
