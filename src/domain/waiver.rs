//! 例外の申請と承認: one parameter set aside for one person, on one resource, for a span of days.
//!
//! Whom the parameter names decides, never for themselves. What a granted exception lifts is in
//! [`crate::domain::policy::waiver`].

pub mod grant;
#[cfg(test)]
mod tests;

use chrono::{Days, NaiveDate};

use crate::domain::actor::{Actor, Role};
use crate::domain::catalogue::Resource;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Decision, Done};
use crate::domain::id::{FacilityId, InstitutionId, ResourceId, WaiverRequestId};
use crate::domain::letter::waiver::{WaiverFacts, WaiverNews};
use crate::domain::letter::{Envelope, Letter, Recipient};
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::kind;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::waiver::WaiverBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::Instant;

/// Longest reason, in characters.
pub const REASON_LONGEST: usize = 2_000;
/// Most days of use that one exception covers.
pub const DAYS_MOST: u64 = 366;
/// So far ahead it may reach, in days.
const DAYS_AHEAD: u64 = 731;

/// The resource that an exception is about, with its owners.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    pub resource: ResourceId,
    pub slug: String,
    pub name: Name,
    pub facility: FacilityId,
    pub facility_name: Name,
    pub institution: InstitutionId,
    pub institution_name: Name,
}

/// What somebody types to ask for an exception, or to grant one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wanted {
    pub parameter: Option<Parameter>,
    /// The first and the last Tokyo day of use.
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    pub reason: String,
}

/// An exception, asked for or granted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Exception {
    pub place: Place,
    /// Whom it is for.
    pub who: Recipient,
    pub parameter: Parameter,
    /// The first and the last Tokyo day of use that it covers.
    pub from: NaiveDate,
    pub until: NaiveDate,
    /// Why, in the words of whoever asked or granted.
    pub reason: String,
}

/// Who asks, what they wait for already, and who will be told.
#[derive(Copy, Clone, Debug)]
pub struct Asking<'a> {
    pub who: &'a Recipient,
    /// The parameters of the same resource whose exception they wait for.
    pub waiting: &'a [Parameter],
    pub deciders: &'a [Recipient],
}

impl Place {
    /// What exceptions need to know of a resource.
    #[must_use]
    pub fn of(resource: &Resource) -> Self {
        Self {
            resource: resource.id,
            slug: resource.slug.clone(),
            name: resource.name.clone(),
            facility: resource.facility,
            facility_name: resource.facility_name.clone(),
            institution: resource.institution,
            institution_name: resource.institution_name.clone(),
        }
    }
}

/// Whether this actor is whom the parameter names, for resources of these owners.
#[must_use]
pub fn decides(
    by: &Actor,
    parameter: Parameter,
    (facility, institution): (FacilityId, InstitutionId),
) -> bool {
    match parameter.entry().waiver {
        kind::Waiver::Nobody => false,
        kind::Waiver::FacilityManager => by.manages(facility),
        kind::Waiver::InstitutionOfficer => {
            by.holds(|role| role == Role::InstitutionOfficer(institution))
        }
    }
}

/// 例外を申請する.
///
/// # Errors
/// Everything that is wrong with it: never waived, asked for already, days or reason missing.
pub fn ask(
    wanted: &Wanted,
    place: &Place,
    asking: &Asking<'_>,
    (id, at): (WaiverRequestId, Instant),
) -> Decision<Exception> {
    let mut wrong = Vec::new();
    let waits = |parameter| asking.waiting.contains(&parameter);
    if wanted.parameter.is_some_and(waits) {
        wrong.push(barred(WaiverBar::AskedAlready));
    }
    let checked = check(wanted, at.day(), &mut wrong);
    let Some((parameter, from, until)) = checked.filter(|_| wrong.is_empty()) else {
        return Err(wrong);
    };
    let value = Exception {
        place: place.clone(),
        who: asking.who.clone(),
        parameter,
        from,
        until,
        reason: wanted.reason.clone(),
    };
    // nobody decides on what they ask for themselves
    let others = asking
        .deciders
        .iter()
        .filter(|one| one.user != asking.who.user);
    let letters = others
        .map(|to| value.letter(WaiverNews::Asked, to, (None, &value.reason)))
        .collect();
    let event = value
        .event(Kind::WaiverAsked, letters)
        .with("request", id)
        .with("reason", &value.reason);
    Ok(Done { value, event })
}

/// What is wrong with what was typed, and what is set aside from when until when if that is known.
fn check(
    wanted: &Wanted,
    today: NaiveDate,
    wrong: &mut Vec<Refusal>,
) -> Option<(Parameter, NaiveDate, NaiveDate)> {
    let missing = |field| Refusal::of(Wrong::Missing { field });
    match wanted.parameter {
        None => wrong.push(missing(Field::Parameter)),
        Some(parameter) if parameter.entry().waiver == kind::Waiver::Nobody => {
            wrong.push(barred(WaiverBar::NeverWaived));
        }
        Some(_) => {}
    }
    if wanted.from.is_none() {
        wrong.push(missing(Field::FromDay));
    }
    if wanted.until.is_none() {
        wrong.push(missing(Field::UntilDay));
    }
    wrong.extend(check_reason(&wanted.reason));
    let (parameter, from, until) = (wanted.parameter?, wanted.from?, wanted.until?);
    let is_sound = from <= until
        && today <= until
        && (until - from).num_days() < i64::try_from(DAYS_MOST).unwrap_or(i64::MAX)
        && until <= today + Days::new(DAYS_AHEAD);
    if !is_sound {
        wrong.push(Refusal::of(Wrong::Malformed {
            field: Field::UntilDay,
        }));
    }
    Some((parameter, from, until))
}

/// What is wrong with a reason.
fn check_reason(reason: &str) -> Option<Refusal> {
    let field = Field::Reason;
    if reason.is_empty() {
        return Some(Refusal::of(Wrong::Missing { field }));
    }
    let longest = REASON_LONGEST;
    (reason.chars().count() > longest).then(|| Refusal::of(Wrong::TooLongText { field, longest }))
}

const fn barred(bar: WaiverBar) -> Refusal {
    Refusal::of(Wrong::Waiver(bar))
}

impl Exception {
    /// Who owns the resource.
    #[must_use]
    pub const fn owners(&self) -> (FacilityId, InstitutionId) {
        (self.place.facility, self.place.institution)
    }

    fn letter(
        &self,
        about: WaiverNews,
        to: &Recipient,
        (by, reason): (Option<&str>, &str),
    ) -> Envelope {
        let facts = WaiverFacts {
            about,
            resource: self.place.name.clone(),
            slug: self.place.slug.clone(),
            facility: self.place.facility_name.clone(),
            institution: self.place.institution_name.clone(),
            parameter: self.parameter.code().to_owned(),
            from: self.from,
            until: self.until,
            applicant: self.who.name.clone(),
            by: by.map(str::to_owned),
            reason: reason.to_owned(),
        };
        Envelope {
            to: to.clone(),
            letter: Letter::Waiver(Box::new(facts)),
        }
    }

    fn event(&self, kind: Kind, letters: Vec<Envelope>) -> Event {
        Event::about_user(kind, self.who.user, letters)
            .with("resource", &self.place.slug)
            .with("parameter", self.parameter.code())
            .with("from", self.from)
            .with("until", self.until)
    }
}
