//! Tests of answers: one side speaks once, may take its yes back, and never on its own fact.

use super::*;
use crate::domain::actor::{Person, Role, Who};
use crate::domain::gate::fact::Side;
use crate::domain::gate::sample::{HOME, PROVIDER, export, ruling};
use crate::domain::gate::standing::SPECIAL;
use crate::domain::gate::{Desk, Office};
use crate::domain::id::{InstitutionId, UserId};
use crate::domain::language::Language;
use crate::domain::time::parse_local;

fn officer(id: i64) -> Actor {
    Actor {
        who: Who::Person(Person {
            id: UserId::new(id),
            name: "西村 直".into(),
            email: "nishimura@ncc.example.jp".into(),
            language: Language::Ja,
            institution: HOME,
            roles: Vec::new(),
        }),
        at: parse_local("2027-01-12T10:00").unwrap(),
    }
}

fn ask(side: Side, institution: InstitutionId) -> Ask {
    assert_eq!(
        Gate::ExportScreening.office(),
        Office::BothDesks(Desk::ExportControl)
    );
    Ask {
        side,
        institution,
        facility: None,
        door: Role::Desk(institution, Desk::ExportControl),
        due_on: "2027-01-18".parse().unwrap(),
    }
}

fn spoken(verdict: Verdict) -> Spoken {
    Spoken {
        verdict,
        number: "NCC-2027-004".into(),
        ruled_on: "2027-01-12".into(),
        condition: Condition::Only(SupportMode::Proxy),
        reason: "契約の内容を確かめたため".into(),
    }
}

fn said(fact: &Fact, ask: Ask, spoken: &Spoken, by: &Actor) -> Result<Ruled, Vec<Wrong>> {
    let matter = Matter {
        fact,
        withdrawn: None,
        ask,
        spoke: Some("森 健"),
    };
    match rule(&matter, spoken, by) {
        Ok(done) => Ok(done.value),
        Err(wrong) => Err(wrong.into_iter().map(|one| one.wrong).collect()),
    }
}

#[test]
fn s9_each_side_speaks_once_and_may_take_its_yes_back() {
    let mut fact = export(SPECIAL);
    let home = ask(Side::Home, HOME);
    let first = said(&fact, home, &spoken(Verdict::Confirmed), &officer(1)).unwrap();
    assert_eq!(first.ruling.condition, Some(SupportMode::Proxy));
    assert_eq!(first.ruling.institution, Some(HOME));
    fact.rulings.push(first.ruling);
    for verdict in [Verdict::Confirmed, Verdict::Refused] {
        let again = said(&fact, home, &spoken(verdict), &officer(2)).unwrap_err();
        let by = "森 健".to_owned();
        let at = officer(1).at;
        let approved = true;
        assert_eq!(again, [Wrong::AlreadyDecided { by, at, approved }]);
    }
    // the other side has not spoken: it has nothing to take back, and may speak
    let provider = ask(Side::Provider, PROVIDER);
    let nothing = said(&fact, provider, &spoken(Verdict::Revoked), &officer(2));
    assert_eq!(nothing.unwrap_err(), [Wrong::Fact(FactBar::NotConfirmed)]);
    assert!(said(&fact, provider, &spoken(Verdict::Refused), &officer(2)).is_ok());
    let revoked = said(&fact, home, &spoken(Verdict::Revoked), &officer(2)).unwrap();
    assert_eq!(revoked.ruling.condition, None, "a no has no condition");
    fact.rulings.push(revoked.ruling);
    let twice = said(&fact, home, &spoken(Verdict::Revoked), &officer(2));
    assert_eq!(twice.unwrap_err(), [Wrong::Fact(FactBar::NotConfirmed)]);
}

#[test]
fn a10_nobody_answers_on_their_own_fact_nor_on_what_was_taken_back() {
    let fact = export(SPECIAL);
    let home = ask(Side::Home, HOME);
    let own = said(
        &fact,
        home,
        &spoken(Verdict::Confirmed),
        &officer(fact.user.number()),
    );
    assert_eq!(own.unwrap_err(), [Wrong::Fact(FactBar::Own)]);
    let matter = Matter {
        fact: &fact,
        withdrawn: Some(fact.entered_at),
        ask: home,
        spoke: None,
    };
    let gone = rule(&matter, &spoken(Verdict::Confirmed), &officer(1)).unwrap_err();
    assert_eq!(gone[0].wrong, Wrong::Fact(FactBar::Withdrawn));
}

#[test]
fn an_answer_has_its_number_day_and_reason() {
    let fact = export(SPECIAL);
    let home = ask(Side::Home, HOME);
    let empty = |verdict| Spoken {
        number: String::new(),
        ruled_on: "2027-01-13".into(),
        condition: Condition::Unreadable,
        reason: " ".into(),
        ..spoken(verdict)
    };
    let missing = |field| Wrong::Missing { field };
    let to_come = Wrong::Fact(FactBar::DayToCome {
        field: Field::Fact(FactField::RuledOn),
    });
    let unreadable = Wrong::Malformed {
        field: Field::Fact(FactField::Condition),
    };
    let yes = said(&fact, home, &empty(Verdict::Confirmed), &officer(1)).unwrap_err();
    assert_eq!(
        yes,
        [
            missing(Field::Fact(FactField::Decision)),
            to_come.clone(),
            unreadable.clone()
        ]
    );
    let no = said(&fact, home, &empty(Verdict::Refused), &officer(1)).unwrap_err();
    assert_eq!(no, [to_come, unreadable, missing(Field::Reason)]);
    assert_eq!(Condition::read("self"), Condition::Unreadable);
    assert_eq!(Condition::read(""), Condition::None);
}

#[test]
fn the_history_of_a_booking_never_shows_an_office_s_reason() {
    let fact = export(SPECIAL);
    let matter = Matter {
        fact: &fact,
        withdrawn: None,
        ask: ask(Side::Home, HOME),
        spoke: None,
    };
    let done = rule(&matter, &spoken(Verdict::Confirmed), &officer(1)).unwrap();
    assert_eq!(done.event.facts.get("reason"), None);
    assert!(done.event.facts.values().all(|fact| !fact.contains("契約")));
}

#[test]
fn people_take_back_what_they_entered_and_not_what_an_office_did() {
    let fact = export(SPECIAL);
    let by = officer(fact.user.number());
    assert!(withdraw(&fact, (None, Entered::ByThePerson), &by).is_ok());
    let licence = withdraw(&fact, (None, Entered::ByAnOffice), &by).unwrap_err();
    assert_eq!(licence[0].wrong, Wrong::WrongState);
    let at = Some(fact.entered_at);
    let twice = withdraw(&fact, (at, Entered::ByThePerson), &by).unwrap_err();
    assert_eq!(twice[0].wrong, Wrong::Fact(FactBar::Withdrawn));
    let other = withdraw(&fact, (None, Entered::ByThePerson), &officer(1)).unwrap_err();
    assert_eq!(other[0].wrong, Wrong::WrongState);
    assert_eq!(
        ruling(Side::Own, Verdict::Confirmed, None).institution,
        None
    );
}
