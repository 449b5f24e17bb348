//! What follows from registering, asking and choosing.

use super::*;

fn typed() -> Registration {
    Registration {
        name: "佐藤 恵".into(),
        email: "sato@example.jp".into(),
        institution: Some(InstitutionId::new(1)),
        position: "研究員".into(),
        position_class: Some(PositionClass::Researcher),
        phone: String::new(),
        language: Language::Ja,
    }
}

fn new(name: &str) -> NewUser {
    NewUser {
        id: UserId::new(2),
        name: name.into(),
        email: "sato@example.jp".into(),
        institution: InstitutionId::new(1),
        position: "研究員".into(),
        position_class: PositionClass::Researcher,
        phone: String::new(),
        language: Language::Ja,
        password_hash: "$argon2id$new".into(),
        created_at: Instant::from_unix(0),
        verified_at: None,
    }
}

fn known(standing: Standing, hash: &str) -> Account {
    Account {
        id: UserId::new(1),
        name: "佐藤 恵".into(),
        email: "sato@example.jp".into(),
        language: Language::En,
        standing,
        password_hash: hash.into(),
    }
}

/// About whom an event is, and what its only letter says.
fn told(event: &Event) -> (Option<i64>, Option<AccountNews>) {
    assert!(event.letters.len() <= 1);
    let about = event.letters.first().map(|envelope| {
        assert_eq!(envelope.to.email, "sato@example.jp");
        match &envelope.letter {
            Letter::Account(facts) => facts.about,
            other => panic!("{other:?} is not about an account"),
        }
    });
    (event.user.map(UserId::number), about)
}

#[test]
fn every_problem_of_a_registration_is_told_at_once() {
    let empty = Registration::default();
    let wrong = check_registration(&empty, "short").unwrap_err();
    assert_eq!(wrong.len(), 6, "{wrong:?}");
    assert!(check_registration(&typed(), "correct horse battery staple").is_ok());
}

#[test]
fn f14_longer_than_the_longest_is_refused() {
    let long = |count| Registration {
        name: "あ".repeat(count),
        ..typed()
    };
    let password = "correct horse battery staple";
    assert!(check_registration(&long(80), password).is_ok());
    assert!(check_registration(&long(81), password).is_err());
}

#[test]
fn b07_only_one_plain_address_is_one() {
    for wrong in [
        "a@b.jp,c@d.jp",
        "a@b.jp c@d.jp",
        "a@b.jp;c@d.jp",
        "a@b.jp\nc@d.jp",
        "\"a\"@b.jp",
        "ａ@b.jp",
        "a@例え.jp",
        "<a@b.jp>",
        "a@b.jp\0",
    ] {
        let typed = Registration {
            email: wrong.into(),
            ..typed()
        };
        let refusals = check_registration(&typed, "correct horse battery staple").unwrap_err();
        assert_eq!(refusals, [Refusal::of(Wrong::NotAnEmail)], "{wrong:?}");
    }
}

#[test]
fn b06_registering_never_changes_an_account_that_is_proved() {
    let done = register(new("別人"), Some(&known(Standing::Active, "$a")), 0);
    assert_eq!(done.value, Opening::Leave);
    assert_eq!(
        told(&done.event),
        (Some(1), Some(AccountNews::AlreadyRegistered))
    );
    let done = register(new("別人"), Some(&known(Standing::Suspended, "$a")), 0);
    assert_eq!(done.value, Opening::Leave);
    assert_eq!(told(&done.event), (Some(1), None));
}

#[test]
fn b21_registering_does_not_overwrite_an_invitation() {
    let invited = known(Standing::Unproven, NO_PASSWORD);
    let done = register(new("別人"), Some(&invited), 0);
    assert_eq!(done.value, Opening::Leave);
    assert_eq!(told(&done.event), (Some(1), Some(AccountNews::Invitation)));
}

#[test]
fn an_address_that_nobody_proved_can_be_registered_again() {
    let done = register(new("佐藤 恵美"), Some(&known(Standing::Unproven, "$a")), 0);
    let Opening::Renew(renewed) = &done.value else {
        panic!("{done:?}")
    };
    assert_eq!(
        (renewed.id, renewed.name.as_str()),
        (UserId::new(1), "佐藤 恵美")
    );
    assert_eq!(told(&done.event), (Some(1), Some(AccountNews::Verify)));
    let made = register(new("佐藤 恵"), None, 0);
    assert_eq!(told(&made.event), (Some(2), Some(AccountNews::Verify)));
}

#[test]
fn f09_asking_again_and_again_floods_nobody() {
    for standing in [Standing::Active, Standing::Unproven] {
        let known = known(standing, "$a");
        let letter = |lately| told(&register(new("誰か"), Some(&known), lately).event).1;
        assert!(letter(2).is_some() && letter(3).is_none());
        let letter = |lately| told(&ask_reset(Some(&known), lately).event).1;
        assert!(letter(2).is_some() && letter(3).is_none());
        assert_eq!(told(&prove_again(&known, 3).event).1, None);
    }
}

#[test]
fn b06_asking_for_a_reset_writes_only_to_accounts() {
    assert_eq!(told(&ask_reset(None, 0).event), (None, None));
    let suspended = known(Standing::Suspended, "$a");
    assert_eq!(told(&ask_reset(Some(&suspended), 0).event), (Some(1), None));
    let active = known(Standing::Active, "$a");
    assert_eq!(
        told(&ask_reset(Some(&active), 0).event),
        (Some(1), Some(AccountNews::Reset))
    );
}

#[test]
fn who_had_a_password_is_told_that_it_changed() {
    let had = choose_password(&known(Standing::Active, "$a"));
    assert_eq!(told(&had.event).1, Some(AccountNews::PasswordChanged));
    let invited = choose_password(&known(Standing::Unproven, NO_PASSWORD));
    assert_eq!(told(&invited.event).1, None);
}
