//! 担当: an institution's officer gives its desks to people of the institution, and takes them back.

use crate::domain::actor::{Actor, Role};
use crate::domain::event::{Event, Kind};
use crate::domain::gate::Desk;
use crate::domain::halt::{Decision, Done};
use crate::domain::id::{InstitutionId, UserId};
use crate::domain::letter::desk::{DeskFacts, DeskNews};
use crate::domain::letter::{Envelope, Letter, Recipient};
use crate::domain::name::Name;
use crate::domain::refusal::fact::FactBar;
use crate::domain::refusal::field::{FactField, Field};
use crate::domain::refusal::{Refusal, Wrong};

/// A desk of an institution.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct At {
    pub institution: InstitutionId,
    pub name: Name,
    /// None where none was chosen.
    pub desk: Option<Desk>,
}

/// Somebody who may sit at a desk: an active account of the institution.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sitter {
    pub who: Recipient,
    /// Whether they sit there already.
    pub sits: Sits,
}

/// Whether somebody sits at a desk.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Sits {
    Yes,
    No,
}

/// Whether this actor speaks for the institution.
#[must_use]
pub fn may(by: &Actor, institution: InstitutionId) -> bool {
    by.holds(|role| role == Role::InstitutionOfficer(institution))
}

/// 担当にする
///
/// # Errors
/// No desk chosen, nobody of the institution with this address, or they sit there already.
pub fn give(at: &At, found: Option<&Sitter>) -> Decision<(UserId, Desk)> {
    let mut wrong = Vec::new();
    if at.desk.is_none() {
        let field = Field::Fact(FactField::Desk);
        wrong.push(Refusal::of(Wrong::Missing { field }));
    }
    match found.map(|sitter| sitter.sits) {
        None => wrong.push(Refusal::of(Wrong::Fact(FactBar::NobodyHere))),
        Some(Sits::Yes) => wrong.push(Refusal::of(Wrong::Fact(FactBar::SitsAlready))),
        Some(Sits::No) => {}
    }
    match (at.desk, found) {
        (Some(desk), Some(sitter)) if wrong.is_empty() => {
            let event = event(Kind::DeskGranted, (at, desk), &sitter.who, DeskNews::Given);
            Ok(Done {
                value: (sitter.who.user, desk),
                event,
            })
        }
        _ => Err(wrong),
    }
}

/// 担当から外す
#[must_use]
pub fn take(at: &At, desk: Desk, who: &Recipient) -> Done<UserId> {
    Done {
        value: who.user,
        event: event(Kind::DeskRevoked, (at, desk), who, DeskNews::Taken),
    }
}

fn event(kind: Kind, (at, desk): (&At, Desk), who: &Recipient, about: DeskNews) -> Event {
    let letter = Envelope {
        to: who.clone(),
        letter: Letter::Desk(DeskFacts {
            about,
            desk: desk.code().to_owned(),
            institution: at.name.clone(),
        }),
    };
    Event::about_user(kind, who.user, vec![letter])
        .with("desk", desk.code())
        .with("institution", at.institution)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;

    fn sitter(sits: Sits) -> Sitter {
        Sitter {
            who: Recipient {
                user: UserId::new(7),
                name: "西村 直".into(),
                email: "nishimura@ncc.example.jp".into(),
                language: Language::Ja,
            },
            sits,
        }
    }

    #[test]
    fn a_desk_is_given_once_to_somebody_of_the_institution() {
        let at = |desk| At {
            institution: InstitutionId::new(1),
            name: Name::default(),
            desk,
        };
        let export = at(Some(Desk::ExportControl));
        let done = give(&export, Some(&sitter(Sits::No))).unwrap();
        assert_eq!(done.value, (UserId::new(7), Desk::ExportControl));
        assert_eq!(done.event.letters.len(), 1);
        let nobody = Wrong::Fact(FactBar::NobodyHere);
        assert_eq!(give(&export, None).unwrap_err()[0].wrong, nobody);
        let already = give(&export, Some(&sitter(Sits::Yes))).unwrap_err();
        assert_eq!(already[0].wrong, Wrong::Fact(FactBar::SitsAlready));
        let both = give(&at(None), None).unwrap_err();
        assert_eq!(both.len(), 2);
    }
}
