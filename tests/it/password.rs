//! Passwords and the letters that let one be chosen, over HTTP.

use madoguchi::domain::mail_token::Purpose;

use crate::account::{NEW, is_in, link, registration, sign_in};
use crate::house::House;
use crate::people::{PASSWORD, SATO};

#[test]
fn b07_only_the_stored_address_ever_gets_mail() {
    let house = House::new();
    let client = house.stranger();
    let csrf = client.get("/reset").form("/reset").value("csrf").to_owned();
    let me = madoguchi::web::form::encode(SATO.email);
    for (body, status) in [
        (format!("email={me}&email=evil%40example.com"), 400),
        (format!("email[]={me}&email[]=evil%40example.com"), 400),
        (format!("email[]={me}"), 422),
        (format!("email={me}%2Cevil%40example.com"), 422),
        (format!("email={me}%0D%0ABcc%3A+evil%40example.com"), 422),
        (format!("email={me}%00"), 303),
        (format!("email=++{}++", me.to_uppercase()), 303),
        ("email=%EF%BD%93ato%40ncgg.example.jp".to_owned(), 422),
        ("email=s%D0%B0to%40ncgg.example.jp".to_owned(), 422),
    ] {
        let asked = client.request("POST", "/reset");
        let body = format!("csrf={csrf}&{body}");
        let answer = asked
            .body("application/x-www-form-urlencoded", body.clone())
            .send();
        assert_eq!(answer.status, status, "{body}");
    }
    let asked = client.request("POST", "/reset");
    let body = format!("{{\"csrf\":\"{csrf}\",\"email\":[\"{}\"]}}", SATO.email);
    asked.body("application/json", body).send().expect(415);
    let letters = house.letters();
    assert_eq!(letters.len(), 2);
    assert!(
        letters.iter().all(|(_, to)| to == SATO.email),
        "{letters:?}"
    );
}

#[test]
fn b09_a_new_password_by_letter_ends_every_session() {
    let house = House::new();
    let (old, client) = (house.signed_in(&SATO), house.stranger());
    let address = link(&house, SATO.email, Purpose::Reset);
    let page = client.get(&address).expect(200);
    assert_eq!(page.header("referrer-policy"), Some("strict-origin"));
    let form = page.form("/reset/new");
    client
        .submit(&form.clone().with("password", "too short"))
        .expect(422);
    for wrong in ["", "0", &"0".repeat(64), &"f".repeat(1_000)] {
        let form = form.clone().with("token", wrong).with("password", NEW);
        client.submit(&form).expect(404);
        client.get(&format!("/reset/{wrong}x")).expect(404);
    }
    assert!(is_in(&old));
    let typed = form.with("password", NEW);
    let done = client.submit(&typed).expect(303);
    assert!(
        client
            .follow(&done)
            .words()
            .contains("パスワードを設定しました")
    );
    assert!(!is_in(&old) && !is_in(&client));
    client
        .submit(&typed.with("password", "another one entirely 5"))
        .expect(404);
    sign_in(&client, SATO.email, PASSWORD).expect(422);
    sign_in(&client, SATO.email, NEW).expect(303);
    let letter = ("password_changed".to_owned(), SATO.email.to_owned());
    assert_eq!(house.letters(), [letter]);
}

#[test]
fn b13_a_password_of_1025_bytes_is_refused() {
    let house = House::new();
    let client = house.stranger();
    let form = registration(&client).with("password", &"ab cd efg ".repeat(103));
    client.submit(&form).expect(422);
    sign_in(&client, SATO.email, &"x".repeat(100_000)).expect(422);
}

#[test]
fn b09_of_two_who_use_one_link_at_once_one_succeeds() {
    let house = House::new();
    let address = link(&house, SATO.email, Purpose::Reset);
    // all of them have the page open before the first one sends it
    let pages: Vec<_> = (0..6)
        .map(|number| {
            let client = house.stranger();
            let form = client.get(&address).expect(200).form("/reset/new");
            let form = form.with("password", &format!("{NEW} number {number}"));
            (client, form)
        })
        .collect();
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let tries: Vec<_> = pages
            .into_iter()
            .map(|(client, form)| scope.spawn(move || client.submit(&form).status))
            .collect();
        tries.into_iter().map(|each| each.join().unwrap()).collect()
    });
    let done = statuses.iter().filter(|status| **status == 303).count();
    assert_eq!(done, 1, "{statuses:?}");
    assert_eq!(house.letters().len(), 1);
}
