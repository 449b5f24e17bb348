//! 条件付き承認: the manager says yes under conditions, and the applicant accepts them or gives the slot back.

use crate::domain::actor::Actor;
use crate::domain::booking::change::Change;
use crate::domain::booking::checks::{not_started, own};
use crate::domain::booking::decision::decide;
use crate::domain::booking::life::{Deed, leads};
use crate::domain::booking::news::{Step, Told, change};
use crate::domain::booking::{Standing, State, set};
use crate::domain::event::Kind;
use crate::domain::halt::Decision;
use crate::domain::letter::BookingNews;
use crate::domain::parameter::Parameter;
use crate::domain::refusal::{Refusal, Wrong};

const CONDITIONAL: Step = Step {
    kind: Kind::BookingApprovedConditionally,
    to: State::ApprovedWithConditions,
    news: &[(BookingNews::Conditional, Told::Applicant)],
};
const ACCEPTED: Step = Step {
    kind: Kind::ConditionsAccepted,
    to: State::Confirmed,
    news: &[
        (BookingNews::Confirmed, Told::Applicant),
        (BookingNews::Confirmed, Told::Managers),
    ],
};

/// 条件を付けて承認する: the slot stays held until the applicant accepts.
///
/// # Errors
/// As any decision; no conditions, or a rule that knows none.
pub fn approve(standing: &Standing, conditions: &str, by: &Actor) -> Decision<Change> {
    if !is_offered(standing) {
        return Err(vec![Refusal::of(Wrong::WrongState)]);
    }
    let mut done = decide(standing, by, Some(conditions), &CONDITIONAL)?;
    done.value.conditions = Some(conditions.to_owned());
    Ok(done)
}

/// Whether the rule of the day of use allows for conditions.
#[must_use]
pub fn is_offered(standing: &Standing) -> bool {
    let day = standing.booking.span.start().day();
    standing
        .resource
        .on(day)
        .terms
        .flag(Parameter::ConditionsAllowed)
}

/// 条件を受け入れる: the booking is confirmed, or waits for the other owners of its set.
///
/// # Errors
/// Not theirs, no conditions to accept, or begun.
pub fn accept(standing: &Standing, by: &Actor) -> Decision<Change> {
    let mut refusals = own(standing, by);
    if leads(standing.booking.state, Deed::Accept).is_none() {
        refusals.push(Refusal::of(Wrong::WrongState));
    }
    refusals.extend(not_started(standing, by));
    if !refusals.is_empty() {
        return Err(refusals);
    }
    Ok(change(standing, by, &set::yes(standing, ACCEPTED), None))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::actor::{Person, Who};
    use crate::domain::booking::decision;
    use crate::domain::id::{InstitutionId, UserId};
    use crate::domain::language::Language;
    use crate::domain::parameter::value::Value;
    use crate::domain::usage::sample::{at, standing};

    fn by(user: i64) -> Actor {
        Actor {
            who: Who::Person(Person {
                id: UserId::new(user),
                name: "森 一".into(),
                email: "mori@example.jp".into(),
                language: Language::Ja,
                institution: InstitutionId::new(1),
                roles: Vec::new(),
            }),
            at: at("2027-01-20T10:00"),
        }
    }

    #[test]
    fn conditions_are_said_by_another_person_and_accepted_by_the_applicant() {
        let asked = standing(State::FacilityReview);
        let done = approve(&asked, "冷却水を持参すること", &by(1)).unwrap();
        assert_eq!(done.value.state, State::ApprovedWithConditions);
        assert_eq!(
            done.value.conditions.as_deref(),
            Some("冷却水を持参すること")
        );
        assert!(approve(&asked, " ", &by(1)).is_err());
        assert!(approve(&asked, "自分で", &by(5)).is_err());
        let offered = standing(State::ApprovedWithConditions);
        assert_eq!(
            accept(&offered, &by(5)).unwrap().value.state,
            State::Confirmed
        );
        assert!(accept(&offered, &by(1)).is_err());
        assert!(accept(&asked, &by(5)).is_err());
        // who does not accept gives the slot back
        let given = decision::withdraw(&offered, &by(5)).unwrap();
        assert_eq!(given.value.state, State::Withdrawn);
        let late = Actor::house(offered.booking.span.start());
        assert_eq!(
            decision::expire(&offered, &late).unwrap().value.state,
            State::Expired
        );
    }

    #[test]
    fn a_rule_can_do_without_conditions() {
        let mut asked = standing(State::FacilityReview);
        let terms = (*asked.resource.terms).clone();
        asked.resource.terms = terms
            .with(Parameter::ConditionsAllowed, Value::Flag(false))
            .into();
        assert!(approve(&asked, "条件", &by(1)).is_err());
    }
}
