//! Links of letters: proving an address, choosing a password.

use diesel::QueryDsl;
use diesel::RunQueryDsl;

use crate::acts::user::tests::{Desk, OTHER, PASSWORD, reason, run};
use crate::domain::mail_token::Purpose;
use crate::domain::refusal::Wrong;
use crate::secret::token::Token;
use crate::store::schema::mail_token;
use crate::store::schema::session as sessions;

#[test]
fn b02_a_new_password_ends_all_sessions_and_links() {
    let desk = Desk::open();
    let first = desk.member("sato@example.jp");
    let second = desk.signed_in("sato@example.jp", PASSWORD);
    desk.ask("SATO@example.jp");
    let link = desk.link("sato@example.jp", Purpose::Reset);
    desk.choose(&link, OTHER).unwrap();
    assert!(desk.visitor(&first).is_none() && desk.visitor(&second).is_none());
    let codes: Vec<String> = desk.letters().into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["verify", "reset", "password_changed"]);
    assert!(desk.sign_in("sato@example.jp", PASSWORD, &first).is_err());
    desk.signed_in("sato@example.jp", OTHER);
}

#[test]
fn b03_the_database_holds_no_secret_that_works() {
    let desk = Desk::open();
    let token = desk.member("sato@example.jp");
    let link = desk.link("sato@example.jp", Purpose::Reset);
    let stored: (Vec<String>, Vec<String>) = run(desk.db.read(|conn| {
        Ok((
            sessions::table.select(sessions::token_hash).load(conn)?,
            mail_token::table
                .select(mail_token::token_hash)
                .load(conn)?,
        ))
    }))
    .unwrap();
    assert!(stored.0.contains(&token.hash()) && !stored.0.contains(&token.reveal().to_owned()));
    assert!(stored.1.contains(&link.hash()) && !stored.1.contains(&link.reveal().to_owned()));
    for stolen in stored.0 {
        assert!(desk.visitor(&Token::read(&stolen).unwrap()).is_none());
    }
    let stolen = Token::read(&link.hash()).unwrap();
    assert_eq!(
        reason(desk.choose(&stolen, OTHER).unwrap_err()),
        Wrong::LinkExpired
    );
}

#[test]
fn b07_and_f09_only_the_stored_address_gets_mail_and_not_without_end() {
    let desk = Desk::open();
    desk.member("sato@example.jp");
    for typed in [
        "sato@example.jp,evil@example.com",
        "sato@example.jp\r\nbcc: evil@example.com",
        "ｓａｔｏ@example.jp",
        "sato+x@example.jp",
        "nobody@example.jp",
        "",
    ] {
        desk.ask(typed);
    }
    assert_eq!(
        desk.letters().len(),
        1,
        "nothing but the letter of the registration"
    );
    for _ in 0..10 {
        desk.ask(" SATO@example.jp ");
    }
    let letters = desk.letters();
    assert_eq!(letters.len(), 3, "three letters an hour");
    assert!(letters.iter().all(|(_, to)| to == "sato@example.jp"));
    let later = Desk {
        at: desk.at.plus_minutes(61),
        ..desk
    };
    later.ask("sato@example.jp");
    assert_eq!(later.letters().len(), 4);
}

#[test]
fn b09_a_link_works_once_for_half_an_hour_for_its_owner_and_purpose() {
    let mut desk = Desk::open();
    desk.member("sato@example.jp");
    desk.member("mori@example.jp");
    let fails = |desk: &Desk, link: &Token| {
        assert_eq!(
            reason(desk.choose(link, OTHER).unwrap_err()),
            Wrong::LinkExpired
        );
    };
    let old = desk.link("sato@example.jp", Purpose::Reset);
    let new = desk.link("sato@example.jp", Purpose::Reset);
    fails(&desk, &old);
    fails(&desk, &desk.link("sato@example.jp", Purpose::Verify));
    let mut flipped = new.reveal().to_owned();
    let last = if flipped.ends_with('0') { "1" } else { "0" };
    flipped.replace_range(63.., last);
    fails(&desk, &Token::read(&flipped).unwrap());
    let late = Desk {
        at: desk.at.plus_minutes(30),
        db: desk.db.clone(),
        hasher: desk.hasher.clone(),
        _folder: tempfile::tempdir().unwrap(),
    };
    fails(&late, &new);
    desk.at = desk.at.plus_minutes(29);
    let short = desk.choose(&new, "too short").unwrap_err();
    assert!(matches!(reason(short), Wrong::PasswordShort { .. }));
    desk.choose(&new, OTHER).unwrap();
    fails(&desk, &new);
    desk.signed_in("sato@example.jp", OTHER);
    desk.signed_in("mori@example.jp", PASSWORD);
}
