//! Who is told of a fact: the offices that are asked, and the person when one has spoken.

use crate::domain::gate::Gate;
use crate::domain::gate::ask::Ask;
use crate::domain::gate::fact::Verdict;
use crate::domain::gate::spoken::Ruled;
use crate::domain::id::{FactId, UserId};
use crate::domain::letter::gate::{Aim, GateFacts, GateNews};
use crate::domain::letter::{Envelope, Letter, Recipient};
use crate::domain::name::Name;

/// A fact as letters tell it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Subject {
    pub fact: FactId,
    pub gate: Gate,
    pub holder: Recipient,
    pub holder_institution: Name,
    /// The booking that it is for, where it is for one.
    pub aim: Option<Aim>,
}

/// An office that is asked, with those who answer there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    pub ask: Ask,
    pub office: Name,
    pub people: Vec<Recipient>,
    /// The officers of its institution, who can give the desk to somebody.
    pub officers: Vec<Recipient>,
}

/// The letters to the offices that are asked: each reader gets one, whatever doors they sit at. Where
/// nobody sits who may answer, the institution's officers are told to give the desk to somebody.
#[must_use]
pub fn asked(subject: &Subject, asked: &[Asked]) -> Vec<Envelope> {
    let mut letters: Vec<Envelope> = Vec::new();
    for one in asked {
        let may_answer = |reader: &&Recipient| reader.user != subject.holder.user;
        let (about, readers) = match one.people.iter().any(|reader| may_answer(&reader)) {
            true => (GateNews::Asked, &one.people),
            false => (GateNews::AskedNobody, &one.officers),
        };
        let mut facts = facts(subject, about, one.office.clone());
        facts.due_on = Some(one.ask.due_on);
        letters.extend(
            readers
                .iter()
                .filter(may_answer)
                .map(|to| letter(to, &facts)),
        );
    }
    once(letters)
}

/// The letters to the offices that had not answered when the person took it back.
#[must_use]
pub fn withdrawn(subject: &Subject, asked: &[Asked]) -> Vec<Envelope> {
    let letters = asked.iter().flat_map(|one| {
        let facts = facts(subject, GateNews::Withdrawn, one.office.clone());
        let readers = one.people.iter();
        let others = readers.filter(|reader| reader.user != subject.holder.user);
        others.map(|to| letter(to, &facts)).collect::<Vec<_>>()
    });
    once(letters.collect())
}

/// The letter to the person when an office has spoken.
#[must_use]
pub fn ruled(subject: &Subject, ruled: &Ruled, office: &Name) -> Envelope {
    let about = match ruled.ruling.verdict {
        Verdict::Confirmed => GateNews::Confirmed,
        Verdict::Refused => GateNews::Refused,
        Verdict::Revoked => GateNews::Revoked,
    };
    let mut facts = facts(subject, about, office.clone());
    facts.number.clone_from(&ruled.ruling.number);
    facts.condition = ruled.ruling.condition.map(|only| only.code().to_owned());
    facts.reason = (!ruled.reason.is_empty()).then(|| ruled.reason.clone());
    letter(&subject.holder, &facts)
}

fn facts(subject: &Subject, about: GateNews, office: Name) -> GateFacts {
    let holder = (subject.holder.name.as_str(), &subject.holder_institution);
    let what = (subject.fact, subject.gate);
    GateFacts::of(about, what, holder, office, subject.aim.clone())
}

fn letter(to: &Recipient, facts: &GateFacts) -> Envelope {
    Envelope {
        to: to.clone(),
        letter: Letter::Gate(Box::new(facts.clone())),
    }
}

/// One letter of a kind for each reader.
fn once(letters: Vec<Envelope>) -> Vec<Envelope> {
    let mut told: Vec<(UserId, &'static str)> = Vec::new();
    let is_first = |letter: &Envelope| {
        let key = (letter.to.user, letter.letter.code());
        let first = !told.contains(&key);
        told.push(key);
        first
    };
    letters.into_iter().filter(is_first).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::actor::Role;
    use crate::domain::gate::Desk;
    use crate::domain::gate::fact::Side;
    use crate::domain::id::InstitutionId;
    use crate::domain::language::Language;

    fn person(id: i64) -> Recipient {
        Recipient {
            user: UserId::new(id),
            name: format!("人 {id}"),
            email: format!("{id}@example.jp"),
            language: Language::Ja,
        }
    }

    fn office(institution: i64, side: Side, people: &[i64], officers: &[i64]) -> Asked {
        let institution = InstitutionId::new(institution);
        let everybody = |ids: &[i64]| ids.iter().map(|id| person(*id)).collect();
        Asked {
            ask: Ask {
                side,
                institution,
                facility: None,
                door: Role::Desk(institution, Desk::ExportControl),
                due_on: "2027-01-15".parse().unwrap(),
            },
            office: Name::default(),
            people: everybody(people),
            officers: everybody(officers),
        }
    }

    fn told(letters: &[Envelope]) -> Vec<(i64, &'static str)> {
        let line = |one: &Envelope| (one.to.user.number(), one.letter.code());
        letters.iter().map(line).collect()
    }

    #[test]
    fn each_office_is_told_once_and_nobody_is_asked_about_themselves() {
        let subject = Subject {
            fact: FactId::new(1),
            gate: Gate::ExportScreening,
            holder: person(9),
            holder_institution: Name::default(),
            aim: None,
        };
        let offices = [
            office(1, Side::Home, &[9, 10], &[20]),
            office(2, Side::Provider, &[10, 11], &[]),
        ];
        assert_eq!(
            told(&asked(&subject, &offices)),
            [(10, "gate_asked"), (11, "gate_asked")]
        );
        // where only the person sits at the desk, the officers hear of it
        let alone = [office(1, Side::Home, &[9], &[20, 9])];
        assert_eq!(told(&asked(&subject, &alone)), [(20, "gate_asked_nobody")]);
        let gone = withdrawn(&subject, &offices);
        assert_eq!(
            told(&gone),
            [(10, "gate_withdrawn"), (11, "gate_withdrawn")]
        );
    }
}
