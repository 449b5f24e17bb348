//! Signing in and out: secrets, sessions, guesses.

use diesel::ExpressionMethods;
use diesel::QueryDsl;
use diesel::RunQueryDsl;

use crate::acts::session::Credentials;
use crate::acts::session::Entry;
use crate::acts::session::sign_in;
use crate::acts::session::sign_out;
use crate::acts::user::grant;
use crate::acts::user::revoke;
use crate::acts::user::tests::{Desk, PASSWORD, reason, run};
use crate::domain::actor::Actor;
use crate::domain::actor::Role;
use crate::domain::actor::Who;
use crate::domain::halt::Fault;
use crate::domain::halt::Halt;
use crate::domain::id::FacilityId;
use crate::domain::refusal::Wrong;
use crate::secret::token::Token;
use crate::store;
use crate::store::schema::event;

#[test]
fn b01_signing_in_gives_a_new_secret_and_kills_the_one_before() {
    let desk = Desk::open();
    let first = desk.member("sato@example.jp");
    let Ok(Entry::In(second)) = desk.sign_in("sato@example.jp", PASSWORD, &first) else {
        panic!()
    };
    assert_ne!(first, second);
    assert!(desk.visitor(&first).is_none());
    assert!(desk.visitor(&second).is_some());
    let (by, hash) = (
        Actor {
            who: Who::Person(desk.visitor(&second).unwrap().person),
            at: desk.at,
        },
        second.hash(),
    );
    run(desk.db.act(by, move |tx, by| sign_out(tx, by, &hash))).unwrap();
    assert!(desk.visitor(&second).is_none());
}

#[test]
fn b01_sessions_end_when_a_role_changes() {
    let desk = Desk::open();
    let token = desk.member("sato@example.jp");
    let role = Role::FacilityManager(FacilityId::new(5));
    let house = Actor::house(desk.at);
    run(desk.db.act(house.clone(), move |tx, by| {
        grant(tx, by, "Sato@example.jp", role)
    }))
    .unwrap();
    assert!(desk.visitor(&token).is_none());
    let token = desk.signed_in("sato@example.jp", PASSWORD);
    assert_eq!(desk.visitor(&token).unwrap().person.roles, [role]);
    assert_eq!(desk.visitor(&token).unwrap().waiting, Some(0));
    run(desk.db.act(house.clone(), move |tx, by| {
        revoke(tx, by, "sato@example.jp", role)
    }))
    .unwrap();
    assert!(desk.visitor(&token).is_none());
    let again = run(desk
        .db
        .act(house, move |tx, by| revoke(tx, by, "sato@example.jp", role)));
    assert!(matches!(again, Err(Halt::Absent)));
}

#[test]
fn b05_the_answer_does_not_tell_whether_an_account_exists() {
    let desk = Desk::open();
    desk.member("sato@example.jp");
    let before = Token::fresh().unwrap();
    let answers = |email: &str| -> Vec<Wrong> {
        (0..8)
            .map(|_| {
                reason(
                    desk.sign_in(email, "not the password", &before)
                        .err()
                        .unwrap(),
                )
            })
            .collect()
    };
    let known = answers("sato@example.jp");
    assert_eq!(known, answers("nobody@example.jp"));
    assert_eq!(known[4], Wrong::SignInFailed);
    assert_eq!(
        known[5],
        Wrong::TooManyTries {
            again_in_seconds: 1
        }
    );
    let kinds: Vec<String> = run(desk.db.read(|conn| {
        Ok(event::table
            .filter(event::kind.eq("session.sign_in_failed"))
            .select(event::facts)
            .load(conn)?)
    }))
    .unwrap();
    assert_eq!(kinds.len(), 10, "each judged failure leaves a witness");
}

#[test]
fn b05_a_suspended_account_answers_like_none() {
    let desk = Desk::open();
    let token = desk.member("sato@example.jp");
    run(desk.db.tend(desk.at, |tx| {
        diesel::update(store::schema::user::table)
            .set(store::schema::user::state.eq("suspended"))
            .execute(&mut **tx)?;
        Ok(())
    }))
    .unwrap();
    assert!(desk.visitor(&token).is_none());
    let answer = desk
        .sign_in("sato@example.jp", PASSWORD, &token)
        .err()
        .unwrap();
    assert_eq!(reason(answer), Wrong::SignInFailed);
    let letters = desk.letters().len();
    desk.ask("sato@example.jp");
    assert_eq!(desk.letters().len(), letters);
}

#[test]
fn b11_many_guesses_are_hardly_judged_and_the_owner_gets_back_in() {
    let mut desk = Desk::open();
    desk.member("sato@example.jp");
    let before = Token::fresh().unwrap();
    let by = desk.stranger();
    let judged = run(async {
        let guesses = (0..30).map(|_| {
            let (email, password) = ("sato@example.jp".into(), "not the password".into());
            sign_in(
                &desk.db,
                &desk.hasher,
                &by,
                Credentials { email, password },
                &before,
            )
        });
        let all = futures_util::future::join_all(guesses).await;
        all.into_iter()
            .filter(|answer| match answer {
                Err(Halt::Refused(refusals)) => refusals[0].wrong == Wrong::SignInFailed,
                Err(Halt::Fault(Fault::Busy)) => false,
                _ => panic!("somebody got in"),
            })
            .count()
    });
    assert_eq!(judged, 5, "thirty at once are no way around the wait");
    desk.at = desk.at.plus_seconds(2);
    desk.signed_in("sato@example.jp", PASSWORD);
}

#[test]
fn of_many_sessions_the_oldest_ends() {
    let mut desk = Desk::open();
    let first = desk.member("sato@example.jp");
    let mut tokens = Vec::new();
    for _ in 0..20 {
        desk.at = desk.at.plus_seconds(1);
        tokens.push(desk.signed_in("sato@example.jp", PASSWORD));
    }
    assert!(desk.visitor(&first).is_none());
    assert!(tokens.iter().all(|token| desk.visitor(token).is_some()));
}

#[test]
fn sessions_end_without_use_and_are_swept() {
    let mut desk = Desk::open();
    let token = desk.member("sato@example.jp");
    desk.at = desk.at.plus_minutes(11 * 60);
    let visitor = desk.visitor(&token).unwrap();
    let (hash, at) = (token.hash(), desk.at);
    let ends = crate::domain::session::note(visitor.began_at, visitor.noted_at, at, &[]).unwrap();
    run(desk
        .db
        .tend(at, move |tx| store::session::note(tx, &hash, ends)))
    .unwrap();
    desk.at = at.plus_minutes(11 * 60);
    assert!(desk.visitor(&token).is_some(), "its use was noted");
    desk.at = at.plus_minutes(12 * 60);
    assert!(desk.visitor(&token).is_none());
    run(desk.db.tend(desk.at, store::session::sweep)).unwrap();
    desk.at = at;
    assert!(desk.visitor(&token).is_none(), "swept");
}
