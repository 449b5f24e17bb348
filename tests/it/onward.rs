//! Signing in through the form, and where it leads: to our own pages only.

use crate::client::Client;
use crate::house::House;
use crate::people::{INOUE, PASSWORD, Person, SATO};
use crate::world::CRYO;

/// Signs in through the page at this address and gives back where it led.
#[track_caller]
fn sign_in(client: &Client, person: &Person, page: &str) -> String {
    let form = client
        .get(page)
        .expect(200)
        .form("/signin")
        .with("email", person.email)
        .with("password", PASSWORD);
    let answer = client.submit(&form).expect(303);
    answer.header("location").unwrap().to_owned()
}

#[test]
fn c04_signing_in_leads_to_our_own_pages_only() {
    let house = House::new();
    let long = format!("/{}", "a".repeat(7_000));
    let escape = madoguchi::web::form::encode;
    for evil in [
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/%2f%2fevil.example",
        "/%5cevil.example",
        "https:evil.example",
        "https://evil.example/",
        "HTTPS://evil.example/",
        "javascript:alert(1)",
        "data:text/html,x",
        "/@evil.example",
        "@evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "\t//evil.example",
        " //evil.example",
        "/.//evil.example",
        "/..//evil.example",
        "/signin/../..//evil.example",
        "evil.example",
        ".evil.example",
        "",
        long.as_str(),
    ] {
        let client = house.stranger();
        let place = sign_in(&client, &SATO, &format!("/signin?next={}", escape(evil)));
        let local = place.starts_with('/')
            && !place.starts_with("//")
            && !place.contains(['\\', '\t', '\r', '\n', ' ']);
        assert!(local, "{evil:?} leads to {place:?}");
        let after = client.get(&place);
        assert!(
            [200, 303, 404, 414].contains(&after.status),
            "{evil:?}: {}",
            after.status
        );
    }
    let twice = house.stranger().get("/signin?next=/my&next=//evil.example");
    assert_eq!(twice.form("/signin").value("next"), "");
}

#[test]
fn whoever_must_sign_in_first_comes_back_to_where_they_were() {
    let house = House::new();
    let client = house.stranger();
    let wanted = format!("/requests/new?resource={CRYO}&start=2027-02-03T09:00&len=1440");
    let turned = client.get(&wanted).expect(303);
    let place = sign_in(&client, &SATO, turned.header("location").unwrap());
    assert_eq!(place, wanted);
    client.get(&place).expect(200);
    let english = house.stranger();
    let turned = english.get("/en/manage/requests").expect(303);
    let place = sign_in(&english, &INOUE, turned.header("location").unwrap());
    assert_eq!(place, "/en/manage/requests");
}

#[test]
fn b01_the_secret_of_before_signing_in_opens_nothing_afterwards() {
    let house = House::new();
    let client = house.stranger();
    client.get("/signin").expect(200);
    let before = client.cookie("sid").unwrap();
    sign_in(&client, &SATO, "/signin");
    assert_ne!(client.cookie("sid").unwrap(), before);
    client.get("/my/requests").expect(200);
    let other = house.stranger();
    other.keep("sid", &before);
    other.get("/my/requests").expect(303);
}
