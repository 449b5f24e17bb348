//! Signing in and out, and going on where a session ended, over HTTP.

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
use madoguchi::store::schema::{booking, session, user};
use madoguchi::web::server::Patience;

use crate::account::{is_in, sign_in};
use crate::asking::filled;
use crate::client::{Answer, Client};
use crate::house::House;
use crate::people::{INOUE, PASSWORD, SATO};
use crate::world::CRYO;

/// Waits until the use of somebody's session is noted, which no page waits for.
fn noted(house: &House, person: i64) {
    let now = house.rooms.clock.now().unix();
    let used = session::table
        .filter(session::user_id.eq(person))
        .filter(session::seen_at.eq(now));
    for _ in 0..100 {
        let count: i64 = used.count().get_result(&mut house.conn()).unwrap();
        if count > 0 {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    panic!("the use of a session was never noted");
}

/// A page without what must differ: the token of its forms.
fn bare(client: &Client, answer: &Answer) -> String {
    answer.text().replace(&client.csrf(), "")
}

#[test]
fn b01_signing_in_gives_the_browser_a_secret_of_its_own() {
    let house = House::new();
    let client = house.stranger();
    let form = client.get("/signin").form("/signin");
    let planted = client.cookie("sid").unwrap();
    let typed = form.with("email", SATO.email).with("password", PASSWORD);
    client.submit(&typed).expect(303);
    let secret = client.cookie("sid").unwrap();
    assert_ne!(planted, secret);
    let thief = house.stranger();
    thief.keep("sid", &planted);
    assert!(is_in(&client) && !is_in(&thief));
    // signing in once more ends the session before
    let again = client.get("/signin").expect(303);
    assert_eq!(again.header("location"), Some("/"));
    let typed = typed.with("csrf", &client.csrf());
    client.submit(&typed).expect(303);
    thief.keep("sid", &secret);
    assert!(is_in(&client) && !is_in(&thief));
}

#[test]
fn b04_a_secret_counts_in_the_cookie_only() {
    let house = House::new();
    let secret = house.signed_in(&SATO).cookie("sid").unwrap();
    let client = house.stranger();
    client
        .get(&format!("/my/requests?sid={secret}"))
        .expect(303);
    let asked = client.request("GET", "/my/requests");
    asked
        .header("authorization", &format!("Bearer {secret}"))
        .send()
        .expect(303);
    let page = client.get("/signin");
    let form = page.form("/signin").with("sid", &secret);
    client.submit(&form).expect(422);
    assert!(!is_in(&client) && !page.text().contains(&secret));
}

#[test]
fn b05_a_wrong_password_and_an_unknown_address_get_one_answer() {
    let house = House::new();
    let [known, unknown] = [SATO.email, "sato@nobody.example.jp"].map(|email| {
        let client = house.stranger();
        let answers: Vec<(u16, String)> = (0..7)
            .map(|_| sign_in(&client, email, "not the password"))
            .map(|answer| (answer.status, bare(&client, &answer).replace(email, "")))
            .collect();
        answers
    });
    assert_eq!(known, unknown);
    let statuses: Vec<u16> = known.iter().map(|(status, _)| *status).collect();
    assert_eq!(statuses, [422, 422, 422, 422, 422, 429, 429]);
    house.set_clock("2026-12-14 10:01");
    let client = house.stranger();
    sign_in(&client, SATO.email, PASSWORD).expect(303);
}

#[test]
fn b18_nobody_is_signed_in_or_out_from_elsewhere() {
    let house = House::new();
    let client = house.stranger();
    let form = client.get("/signin").form("/signin");
    let form = form.with("email", SATO.email).with("password", PASSWORD);
    client.submit(&form.without("csrf")).expect(403);
    let signed_in = house.signed_in(&SATO);
    signed_in
        .submit(&signed_in.get("/").form("/signout").without("csrf"))
        .expect(403);
    assert!(is_in(&signed_in));
}

#[test]
fn b20_signing_out_leaves_nothing_behind() {
    let house = House::new();
    let client = house.stranger();
    sign_in(&client, SATO.email, PASSWORD).expect(303);
    let secret = client.cookie("sid").unwrap();
    let page = client.get("/my/requests");
    assert_eq!(page.header("cache-control"), Some("no-store"));
    let out = client
        .submit(&client.get("/register/sent").form("/signout"))
        .expect(303);
    let cleared = out.header("clear-site-data");
    assert_eq!(cleared, Some("\"cache\", \"cookies\", \"storage\""));
    assert_eq!(client.cookie("sid").as_deref(), Some(""));
    client.keep("sid", &secret);
    assert!(!is_in(&client));
    let rows: i64 = session::table
        .count()
        .get_result(&mut house.conn())
        .unwrap();
    assert_eq!(rows, 0);
}

#[test]
fn b23_sessions_end_in_time_and_survive_a_clock_set_back() {
    let house = House::new();
    let (client, manager) = (house.stranger(), house.stranger());
    sign_in(&client, SATO.email, PASSWORD).expect(303);
    sign_in(&manager, INOUE.email, PASSWORD).expect(303);
    house.set_clock("2026-12-14 09:00");
    assert!(is_in(&client) && is_in(&manager));
    house.set_clock("2026-12-14 10:59");
    assert!(is_in(&client) && is_in(&manager));
    house.set_clock("2026-12-14 21:30");
    assert!(is_in(&client) && !is_in(&manager));
    noted(&house, SATO.id);
    house.set_clock("2026-12-15 09:29");
    assert!(is_in(&client), "used eleven hours and 59 minutes before");
    noted(&house, SATO.id);
    house.set_clock("2026-12-15 21:30");
    assert!(!is_in(&client));
}

#[test]
fn c04_whoever_signs_in_stays_here() {
    let house = House::new();
    let long = format!("/{}", "a".repeat(10_000));
    for next in [
        "//evil.example",
        "/\\evil.example",
        "https:evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "/\tevil",
        "/a\r\nset-cookie: x=y",
        &long,
    ] {
        let client = house.stranger();
        let page = client.get(&format!(
            "/signin?next={}",
            madoguchi::web::form::encode(next)
        ));
        let form = page.expect(200).form("/signin").with("next", next);
        let form = form.with("email", SATO.email).with("password", PASSWORD);
        let answer = client.submit(&form).expect(303);
        assert_eq!(answer.header("location"), Some("/"), "{next:?}");
        assert_eq!(answer.all("set-cookie").count(), 1);
    }
    let client = house.stranger();
    let form = client
        .get("/signin?next=/a&next=//evil.example")
        .form("/signin");
    assert_eq!(form.value("next"), "", "F05: one parameter twice is none");
    let form = client
        .get("/signin?next=%2F%252f%252fevil.example")
        .form("/signin");
    let form = form.with("email", SATO.email).with("password", PASSWORD);
    let answer = client.submit(&form).expect(303);
    assert_eq!(answer.header("location"), Some("/%2f%2fevil.example"));
}

#[test]
fn nothing_typed_is_lost_when_a_session_ends() {
    let house = House::new();
    let client = house.signed_in(&SATO);
    let form = filled(&client, CRYO, "2027-02-03 09:00", 1440);
    let sent: Vec<(String, String)> = form
        .pairs()
        .filter(|(name, _)| *name != "csrf")
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    diesel::delete(session::table)
        .execute(&mut house.conn())
        .unwrap();
    let asked = client.submit(&form).expect(403);
    assert!(asked.words().contains("入力した内容は残っています"));
    let typed = asked.form("/signin").with("email", SATO.email);
    let wrong = client
        .submit(&typed.with("password", "not the password"))
        .expect(422);
    let typed = wrong.form("/signin").with("password", PASSWORD);
    let page = client.submit(&typed).expect(200);
    assert!(page.words().contains(SATO.name));
    let resumed = page.form("/requests");
    for (name, value) in &sent {
        assert_eq!(
            resumed.value(name).replace("\r\n", "\n"),
            value.replace("\r\n", "\n")
        );
    }
    client.submit(&resumed).expect(303);
    let mine = booking::table.filter(booking::user_id.eq(SATO.id)).count();
    assert_eq!(mine.get_result(&mut house.conn()), Ok(1_i64));
}

#[test]
fn the_demonstration_offers_its_people_and_nobody_else_does() {
    let offered = madoguchi::config::DemoAccount {
        role: "facility_manager".into(),
        name: INOUE.name.into(),
        institution: "理化学研究所".into(),
        email: INOUE.email.into(),
        password: PASSWORD.into(),
    };
    for demo in [true, false] {
        let accounts = vec![offered.clone()];
        let house = House::with(Patience::default(), |config| {
            config.demo = demo;
            config.demo_accounts = accounts;
        });
        let client = house.stranger();
        let page = client.get("/signin?next=/manage/requests");
        assert_eq!(page.words().contains(INOUE.email), demo);
        let form = page.form("/signin").with("as", INOUE.email);
        let answer = client.submit(&form);
        let led = answer.header("location") == Some("/manage/requests");
        assert_eq!((led, is_in(&client)), (demo, demo));
    }
}

#[test]
fn a06_a_suspended_person_is_out_at_once() {
    let house = House::new();
    let client = house.signed_in(&SATO);
    assert!(is_in(&client));
    diesel::update(user::table.filter(user::id.eq(SATO.id)))
        .set(user::state.eq("suspended"))
        .execute(&mut house.conn())
        .unwrap();
    assert!(!is_in(&client));
    sign_in(&client, SATO.email, PASSWORD).expect(422);
}

#[test]
fn b11_guesses_at_once_are_no_way_around_the_wait() {
    let house = House::new();
    let browsers: Vec<Client> = (0..16).map(|_| house.stranger()).collect();
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let guesses: Vec<_> = browsers
            .iter()
            .map(|client| scope.spawn(|| sign_in(client, SATO.email, "not the password").status))
            .collect();
        guesses
            .into_iter()
            .map(|guess| guess.join().unwrap())
            .collect()
    });
    let judged = statuses.iter().filter(|status| **status == 422).count();
    assert_eq!(judged, 5, "{statuses:?}");
    house.set_clock("2026-12-14 10:01");
    sign_in(&house.stranger(), SATO.email, PASSWORD).expect(303);
}
