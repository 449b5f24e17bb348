//! Registering and proving an address, over HTTP.

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
use futures_util::future::join_all;
use madoguchi::acts;
use madoguchi::domain::actor::Actor;
use madoguchi::domain::halt::Halt;
use madoguchi::domain::id::{InstitutionId, UserId};
use madoguchi::domain::language::Language;
use madoguchi::domain::mail_token::Purpose;
use madoguchi::domain::position::PositionClass;
use madoguchi::domain::user::{NO_PASSWORD, NewUser};
use madoguchi::store::schema::user;
use madoguchi::store::{mail_token, user as accounts};

use crate::client::{Answer, Client};
use crate::form::Form;
use crate::house::House;
use crate::people::SATO;

/// A password that nobody has yet.
pub const NEW: &str = "lantern harbour crab 7";

/// The link of the letter to this address, as the job that delivers it makes it.
pub fn link(house: &House, email: &str, purpose: Purpose) -> String {
    let account = accounts::by_email(&mut house.conn(), email)
        .unwrap()
        .unwrap();
    let now = house.rooms.clock.now();
    let minted = house
        .rooms
        .db
        .tend(now, move |tx| mail_token::mint(tx, account.id, purpose));
    let token = house.wait(minted).unwrap();
    format!("{}/{}", purpose.page(), token.reveal())
}

/// The registration form, filled in.
pub fn registration(client: &Client) -> Form {
    let page = client.get("/register").expect(200);
    let text = page.text();
    let (_, after) = text.split_once("<optgroup").unwrap();
    let (_, after) = after.split_once("value=\"").unwrap();
    let institution = after.split_once('"').unwrap().0;
    page.form("/register")
        .with("name", "青木 翼")
        .with("email", "Aoki@Example.jp")
        .with("institution", institution)
        .with("position", "研究員")
        .with("position_class", "researcher")
        .with("password", NEW)
}

/// Signs in as a browser does.
pub fn sign_in(client: &Client, email: &str, password: &str) -> Answer {
    let form = client.get("/signin").expect(200).form("/signin");
    client.submit(&form.with("email", email).with("password", password))
}

/// Whether this browser is signed in.
pub fn is_in(client: &Client) -> bool {
    client.get("/my/requests").status != 303
}

#[test]
fn a_stranger_registers_proves_the_address_and_is_signed_in() {
    let house = House::new();
    let client = house.stranger();
    let form = registration(&client);
    let sent = client.submit(&form).expect(303);
    assert!(client.follow(&sent).words().contains("確認のメール"));
    let letter = ("verify".to_owned(), "aoki@example.jp".to_owned());
    assert_eq!(house.letters(), [letter]);
    // a telephone, with a browser of its own
    let phone = house.stranger();
    let address = link(&house, "aoki@example.jp", Purpose::Verify);
    let before = house.dump();
    phone.get(&address).expect(200);
    let page = phone.get(&format!("/en{address}")).expect(200);
    assert_eq!(before, house.dump(), "b09: a mail scanner uses nothing up");
    assert_eq!(page.header("referrer-policy"), Some("strict-origin"), "b10");
    assert_eq!(page.header("cache-control"), Some("no-store"), "b10");
    let form = page.form("/en/verify");
    phone
        .submit(&form.clone().with("password", "not mine"))
        .expect(422);
    assert!(!is_in(&phone));
    let done = phone
        .submit(&form.clone().with("password", NEW))
        .expect(303);
    assert_eq!(done.header("location"), Some("/en"));
    assert!(is_in(&phone));
    phone
        .submit(&form.with("password", NEW).with("csrf", &phone.csrf()))
        .expect(404);
    client.get(&address).expect(404);
    sign_in(&client, "aoki@example.jp", NEW).expect(303);
    assert!(is_in(&client));
}

#[test]
fn a_refused_registration_keeps_what_was_typed_and_says_everything() {
    let house = House::new();
    let client = house.stranger();
    let form = registration(&client)
        .with("email", "aoki@@example.jp")
        .with("position", "")
        .with("password", "too short")
        .with("language", "en");
    let again = client.submit(&form).expect(422);
    let kept = again.form("/register");
    for (name, value) in [
        ("name", "青木 翼"),
        ("email", "aoki@@example.jp"),
        ("institution", form.value("institution")),
        ("password", ""),
        ("language", "en"),
    ] {
        assert_eq!(kept.value(name), value, "{name}");
    }
    assert_eq!(again.text().matches("class=\"err\"").count(), 3);
    assert!(house.letters().is_empty());
}

#[test]
fn a08_nobody_registers_as_more_than_a_researcher() {
    let house = House::new();
    let client = house.stranger();
    let form = registration(&client)
        .with("role", "administrator")
        .with("is_admin", "true")
        .with("verified_at", "1")
        .with("state", "active")
        .with("id", "1007");
    client.submit(&form).expect(303);
    sign_in(&client, "aoki@example.jp", NEW).expect(303);
    assert!(!is_in(&client), "the address is not proved");
    let address = link(&house, "aoki@example.jp", Purpose::Verify);
    let form = client.get(&address).form("/verify");
    client.submit(&form.with("password", NEW)).expect(303);
    client.get("/manage/requests").expect(403);
    client.get("/admin/letters").expect(403);
}

#[test]
fn b06_no_page_tells_whether_an_address_has_an_account() {
    let house = House::new();
    let client = house.stranger();
    let [known, unknown] = [SATO.email, "aoki@example.jp"].map(|email| {
        let form = registration(&client).with("email", email);
        let registered = client.submit(&form).expect(303);
        let form = client.get("/reset").form("/reset").with("email", email);
        let asked = client.submit(&form).expect(303);
        [registered, asked].map(|answer| {
            let page = client.follow(&answer);
            (answer.header("location").map(str::to_owned), page.text())
        })
    });
    assert_eq!(known, unknown);
    let letters: Vec<String> = house.letters().into_iter().map(|(code, _)| code).collect();
    assert_eq!(letters, ["already_registered", "reset", "verify", "reset"]);
}

#[test]
fn b22_one_address_registered_at_once_in_many_cases_is_one_account() {
    let house = House::new();
    let emails = [
        "aoki@example.jp",
        "Aoki@example.jp",
        "AOKI@EXAMPLE.JP",
        "aoki@Example.JP",
    ];
    std::thread::scope(|scope| {
        for email in emails {
            let client = house.stranger();
            scope.spawn(move || {
                let form = registration(&client).with("email", email);
                client.submit(&form).expect(303);
            });
        }
    });
    let found = user::table
        .filter(user::email.eq("aoki@example.jp"))
        .count();
    assert_eq!(found.get_result(&mut house.conn()), Ok(1_i64));
    let letters = house.letters();
    assert!(letters.iter().all(|(_, to)| to == "aoki@example.jp"));
}

#[test]
fn b22_accounts_made_at_once_for_one_address_are_one_account() {
    let house = House::new();
    let by = Actor::house(house.rooms.clock.now());
    for round in 0..10 {
        let made = house.wait(join_all((0..6).map(|number| {
            let new = NewUser {
                id: UserId::new(5_000 + round * 10 + number),
                name: "青木 翼".into(),
                email: format!("aoki{round}@example.jp"),
                institution: InstitutionId::new(home(&house)),
                position: String::new(),
                position_class: PositionClass::Researcher,
                phone: String::new(),
                language: Language::Ja,
                password_hash: NO_PASSWORD.into(),
                created_at: by.at,
                verified_at: None,
            };
            let invited = house.rooms.db.act(by.clone(), move |tx, by| {
                acts::user::invite(tx, by, new.clone(), None)
            });
            async move {
                let invited = invited.await;
                invited.map_err(|halt| matches!(halt, Halt::Refused(_)))
            }
        })));
        assert_eq!(made.iter().filter(|made| made.is_ok()).count(), 1);
        assert!(made.iter().all(|made| *made != Err(false)), "a fault");
    }
    assert_eq!(house.letters().len(), 10);
}

fn home(house: &House) -> i64 {
    user::table
        .filter(user::id.eq(SATO.id))
        .select(user::institution_id)
        .first(&mut house.conn())
        .unwrap()
}
