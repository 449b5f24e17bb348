//! 所属責任者の承諾: where the rule wants it, somebody of the applicant's own institution agrees before the
//! facility looks.

use crate::domain::actor::Actor;
use crate::domain::booking::change::Change;
use crate::domain::booking::checks::{in_state, not_started};
use crate::domain::booking::content::{TEXT_LONGEST, check_text};
use crate::domain::booking::decided::Decided;
use crate::domain::booking::news::{Step, Told, change, facts};
use crate::domain::booking::{Scene, Standing, State};
use crate::domain::catalogue::Resource;
use crate::domain::event::Kind;
use crate::domain::halt::Decision;
use crate::domain::id::InstitutionId;
use crate::domain::letter::{BookingNews, Envelope, Letter, Recipient};
use crate::domain::parameter::Parameter;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::Span;

/// The facility can decide.
const ENDORSED: Step = Step {
    kind: Kind::BookingEndorsed,
    to: State::FacilityReview,
    news: &[
        (BookingNews::Endorsed, Told::Applicant),
        (BookingNews::ApprovalAsked, Told::Managers),
    ],
};
/// Gates are closed: its managers hear of it once it is on hold.
const ENDORSED_WAITING: Step = Step {
    kind: Kind::BookingEndorsed,
    to: State::FacilityReview,
    news: &[(BookingNews::Endorsed, Told::Applicant)],
};
/// It competes from now on.
const ENDORSED_COMPETING: Step = Step {
    kind: Kind::BookingEndorsed,
    to: State::Submitted,
    news: &[
        (BookingNews::Endorsed, Told::Applicant),
        (BookingNews::ApprovalAsked, Told::Managers),
    ],
};
const RETURNED: Step = Step {
    kind: Kind::BookingReturned,
    to: State::Returned,
    news: &[(BookingNews::Returned, Told::Applicant)],
};

/// Whether the rule of the day of use wants somebody at home to agree (`approval_chain`, templates T2 and T3
/// of the dossier's §3.4): never of the facility's own people.
#[must_use]
pub fn asks(resource: &Resource, used: &Span, home: InstitutionId) -> bool {
    let terms = resource.on(used.start().day()).terms;
    let chain = terms.code(Parameter::ApprovalChain);
    matches!(chain, "standard" | "institution") && home != resource.institution
}

/// The same for a new request.
#[must_use]
pub fn asks_for(scene: &Scene, used: &Span) -> bool {
    asks(&scene.resource, used, scene.applicant.institution)
}

/// What stands in the way of sending it: nobody is named who could agree.
#[must_use]
pub fn missing(scene: &Scene, used: &Span) -> Option<Refusal> {
    let nobody = asks_for(scene, used) && scene.responsible.is_none();
    nobody.then(|| Refusal::of(Wrong::Use(UseBar::NobodyResponsible)))
}

/// Where a request goes on after it is endorsed.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Next {
    /// Before its manager.
    Review,
    /// Its gates are closed: it is put on hold next.
    Gates,
    /// 選考
    Contest,
}

/// 承諾する, by whoever is responsible for the applicant.
///
/// # Errors
/// It does not wait for them any more, or its time has begun.
pub fn endorse(standing: &Standing, next: Next, by: &Actor) -> Decision<Change> {
    waits(standing, by, Vec::new())?;
    let step = match next {
        Next::Review => &ENDORSED,
        Next::Gates => &ENDORSED_WAITING,
        Next::Contest => &ENDORSED_COMPETING,
    };
    Ok(change(standing, by, step, None))
}

/// 差し戻す, by whoever is responsible: to be corrected and sent again.
///
/// # Errors
/// As [`endorse`], and a missing reason.
pub fn hand_back(standing: &Standing, reason: &str, by: &Actor) -> Decision<Change> {
    let text = check_text(reason, Field::Reason, TEXT_LONGEST);
    waits(standing, by, text.into_iter().collect())?;
    let decided = Decided::by(by, Some(reason));
    Ok(change(standing, by, &RETURNED, decided))
}

fn waits(standing: &Standing, by: &Actor, mut more: Vec<Refusal>) -> Result<(), Vec<Refusal>> {
    let mut refusals: Vec<Refusal> = in_state(standing, &[State::UserSide]).into_iter().collect();
    refusals.extend(not_started(standing, by));
    refusals.append(&mut more);
    match refusals.is_empty() {
        true => Ok(()),
        false => Err(refusals),
    }
}

/// The letter that asks somebody to agree.
#[must_use]
pub fn ask(standing: &Standing, responsible: &Recipient) -> Envelope {
    let asked = facts(standing, BookingNews::EndorseAsked, None, None);
    Envelope {
        to: responsible.clone(),
        letter: Letter::Booking(Box::new(asked)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::actor::{Person, Who};
    use crate::domain::booking::decision;
    use crate::domain::id::UserId;
    use crate::domain::language::Language;
    use crate::domain::parameter::value::Value;
    use crate::domain::usage::sample::{at, standing};

    fn responsible() -> Actor {
        Actor {
            who: Who::Person(Person {
                id: UserId::new(3),
                name: "高橋 修".into(),
                email: "takahashi@example.jp".into(),
                language: Language::Ja,
                institution: InstitutionId::new(77),
                roles: Vec::new(),
            }),
            at: at("2027-01-10T09:00"),
        }
    }

    fn news(done: &crate::domain::halt::Done<Change>) -> Vec<BookingNews> {
        let about = |one: &Envelope| match &one.letter {
            Letter::Booking(facts) => Some(facts.about),
            _ => None,
        };
        done.event.letters.iter().filter_map(about).collect()
    }

    #[test]
    fn only_guests_are_asked_for_and_only_where_the_rule_wants_it() {
        let one = standing(State::UserSide);
        let used = one.booking.span;
        let with = |code: &str| {
            let mut resource = one.resource.clone();
            let terms = (*resource.terms).clone();
            let chain = Value::Code(code.to_owned());
            resource.terms = terms.with(Parameter::ApprovalChain, chain).into();
            resource
        };
        let (guest, own) = (InstitutionId::new(77), one.resource.institution);
        for (code, expected) in [
            ("light", false),
            ("standard", true),
            ("institution", true),
            ("committee", false),
        ] {
            assert_eq!(asks(&with(code), &used, guest), expected, "{code}");
            assert!(!asks(&with(code), &used, own), "{code}");
        }
    }

    #[test]
    fn who_agrees_sends_it_on_and_who_does_not_sends_it_back_with_the_reason() {
        let (one, by) = (standing(State::UserSide), responsible());
        for (next, to) in [
            (Next::Review, State::FacilityReview),
            (Next::Gates, State::FacilityReview),
            (Next::Contest, State::Submitted),
        ] {
            let done = endorse(&one, next, &by).unwrap();
            assert_eq!(done.value.state, to);
            assert_eq!(news(&done), [BookingNews::Endorsed]);
        }
        let back = hand_back(&one, "課題番号を書いてください", &by).unwrap();
        assert_eq!(back.value.state, State::Returned);
        assert_eq!(news(&back), [BookingNews::Returned]);
        assert!(hand_back(&one, " ", &by).is_err());
    }

    #[test]
    fn what_does_not_wait_or_has_begun_is_not_endorsed() {
        let by = responsible();
        for state in State::ALL {
            let done = endorse(&standing(*state), Next::Review, &by);
            assert_eq!(done.is_ok(), *state == State::UserSide, "{state:?}");
        }
        let one = standing(State::UserSide);
        let late = Actor {
            at: one.booking.span.start(),
            ..by
        };
        assert!(endorse(&one, Next::Review, &late).is_err());
        assert!(decision::approve(&one, &late).is_err());
    }
}
