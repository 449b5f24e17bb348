//! Registering and inviting: who gets which account, and what it tells.

use crate::acts::session::Entry;
use crate::acts::user::grant;
use crate::acts::user::invite;
use crate::acts::user::register;
use crate::acts::user::tests::{Desk, OTHER, PASSWORD, reason, run};
use crate::domain::actor::Actor;
use crate::domain::actor::Role;
use crate::domain::actor::Who;
use crate::domain::halt::Halt;
use crate::domain::id::FacilityId;
use crate::domain::id::InstitutionId;
use crate::domain::id::UserId;
use crate::domain::language::Language;
use crate::domain::mail_token::Purpose;
use crate::domain::position::PositionClass;
use crate::domain::refusal::Wrong;
use crate::domain::user::Registration;
use crate::domain::user::{NO_PASSWORD, NewUser};
use crate::secret::token::Token;

#[test]
fn registering_proving_and_signing_in() {
    let desk = Desk::open();
    desk.register("Sato@Example.jp", PASSWORD).unwrap();
    assert_eq!(
        desk.letters(),
        [("verify".into(), "sato@example.jp".into())]
    );
    let again = desk.sign_in("sato@example.jp", PASSWORD, &Token::fresh().unwrap());
    assert!(matches!(again, Ok(Entry::ProveFirst)));
    assert_eq!(desk.letters().len(), 2, "the letter goes out again");
    let link = desk.link("sato@example.jp", Purpose::Verify);
    let token = desk.prove(&link, PASSWORD).unwrap();
    assert_eq!(desk.visitor(&token).unwrap().person.name, "佐藤 恵");
    let wrong = desk.prove(&link, PASSWORD).unwrap_err();
    assert_eq!(reason(wrong), Wrong::LinkExpired, "a link works once");
    desk.signed_in("SATO@example.jp", PASSWORD);
}

#[test]
fn an_address_is_proved_only_by_who_chose_the_password() {
    let desk = Desk::open();
    desk.register("sato@example.jp", "what an intruder chose")
        .unwrap();
    let link = desk.link("sato@example.jp", Purpose::Verify);
    let wrong = desk.prove(&link, PASSWORD).unwrap_err();
    assert_eq!(reason(wrong), Wrong::SignInFailed);
    desk.register("sato@example.jp", PASSWORD).unwrap();
    let link = desk.link("sato@example.jp", Purpose::Verify);
    assert!(desk.prove(&link, "what an intruder chose").is_err());
    assert!(desk.prove(&link, PASSWORD).is_ok());
}

#[test]
fn b06_registering_twice_answers_alike_and_writes_to_the_owner() {
    let desk = Desk::open();
    desk.member("sato@example.jp");
    desk.register("sato@example.jp", OTHER).unwrap();
    let last = desk.letters().pop().unwrap();
    assert_eq!(
        last,
        ("already_registered".into(), "sato@example.jp".into())
    );
    desk.signed_in("sato@example.jp", PASSWORD);
    assert!(
        desk.sign_in("sato@example.jp", OTHER, &Token::fresh().unwrap())
            .is_err()
    );
}

#[test]
fn b22_one_address_in_many_cases_at_once_is_one_account() {
    let desk = Desk::open();
    let by = desk.stranger();
    let all = [
        "sato@example.jp",
        "Sato@example.jp",
        "SATO@EXAMPLE.JP",
        "sato@Example.jp",
    ];
    run(async {
        let registering = all.map(|email| {
            let typed = Registration {
                name: "佐藤 恵".into(),
                email: email.into(),
                institution: Some(InstitutionId::new(1)),
                position: "研究員".into(),
                position_class: Some(PositionClass::Researcher),
                ..Registration::default()
            };
            register(&desk.db, &desk.hasher, &by, typed, PASSWORD)
        });
        for done in futures_util::future::join_all(registering).await {
            done.unwrap();
        }
    });
    assert_eq!(desk.accounts(), 1);
}

#[test]
fn b21_an_invited_person_chooses_the_password_and_nobody_is_overwritten() {
    let desk = Desk::open();
    let house = Actor::house(desk.at);
    let role = Role::FacilityManager(FacilityId::new(5));
    let new = NewUser {
        id: UserId::new(77),
        name: "森 一郎".into(),
        email: "mori@example.jp".into(),
        institution: InstitutionId::new(1),
        position: String::new(),
        position_class: PositionClass::Staff,
        phone: String::new(),
        language: Language::En,
        password_hash: NO_PASSWORD.into(),
        created_at: desk.at,
        verified_at: None,
    };
    let invite = |new: NewUser| {
        run(desk.db.act(house.clone(), move |tx, by| {
            invite(tx, by, new.clone(), Some(role))
        }))
    };
    invite(new.clone()).unwrap();
    assert!(matches!(invite(new), Err(Halt::Refused(_))));
    desk.register("mori@example.jp", OTHER).unwrap();
    assert!(
        desk.sign_in("mori@example.jp", OTHER, &Token::fresh().unwrap())
            .is_err()
    );
    let codes: Vec<String> = desk.letters().into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["invitation", "invitation"]);
    let link = desk.link("mori@example.jp", Purpose::Invitation);
    desk.choose(&link, PASSWORD).unwrap();
    let token = desk.signed_in("mori@example.jp", PASSWORD);
    let person = desk.visitor(&token).unwrap().person;
    assert_eq!(
        (person.name.as_str(), person.roles),
        ("森 一郎", vec![role])
    );
    let by_herself = Actor {
        who: Who::Person(desk.visitor(&token).unwrap().person),
        at: desk.at,
    };
    let more = run(desk.db.act(by_herself, |tx, by| {
        grant(tx, by, "mori@example.jp", Role::Administrator)
    }));
    assert!(matches!(more, Err(Halt::NotAllowed)));
}
