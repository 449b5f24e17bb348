//! What people write is shown as they wrote it, on pages and in letters, and is never anything else.

use crate::asking::filled;
use crate::client::Client;
use crate::form::{skeleton, words};
use crate::house::House;
use crate::people::{KIM, Person, SATO, YAMADA};
use crate::world::{QPCR, moment, settle};

/// Texts that would be something else if a page trusted them, one a line.
fn evil() -> Vec<&'static str> {
    include_str!("evil.txt").lines().collect()
}

/// As a browser shows it: runs of spaces are one.
fn shown(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Fails unless the page says the text, and is built as the one that says something harmless.
#[track_caller]
fn literally(client: &Client, path: &str, text: &str, harmless: &str) {
    let page = client.get(path).expect(200).text();
    assert!(
        words(&page).contains(&shown(text)),
        "{path} does not say {text}:\n{}",
        words(&page)
    );
    let built = skeleton(&page);
    assert_eq!(
        built,
        skeleton(harmless),
        "{path} is built otherwise by {text}"
    );
}

/// A request whose every text is this one.
fn ask(client: &Client, at: usize, text: &str) -> String {
    let (day, half_hours) = (21 + at / 16, at % 16);
    let start = format!(
        "2026-12-{day} {:02}:{:02}",
        9 + half_hours / 2,
        half_hours % 2 * 30
    );
    let project: String = text.chars().take(40).collect();
    let form = filled(client, QPCR, &start, 30)
        .with("purpose", text)
        .with("sample", text)
        .with("project_number", &project);
    crate::asking::number(&client.submit(&form).expect(303))
}

#[test]
fn d01_what_an_applicant_writes_is_shown_literally() {
    let house = House::new();
    let sato = house.signed_in(&SATO);
    let manager = house.signed_in(&YAMADA);
    // the consent is given once, so that all pages after it are alike
    ask(&sato, 62, "目的");
    let harmless = ask(&sato, 63, "目的");
    let own = sato.get(&format!("/requests/{harmless}")).text();
    let theirs = manager
        .get(&format!("/en/manage/requests/{harmless}"))
        .text();
    for (at, text) in evil().into_iter().enumerate() {
        let number = ask(&sato, at, text);
        literally(&sato, &format!("/requests/{number}"), text, &own);
        literally(
            &manager,
            &format!("/en/manage/requests/{number}"),
            text,
            &theirs,
        );
    }
    let queue = manager.get("/en/manage/requests").expect(200).text();
    let list = sato.get("/my/requests").expect(200).text();
    for page in [&queue, &list] {
        assert!(!page.contains("<script>alert") && !page.contains("<img src=x"));
        assert!(
            !skeleton(page).iter().any(|tag| tag.contains(" on")),
            "a handler came in"
        );
    }
}

#[test]
fn d01_a_refused_form_gives_back_what_was_typed_and_nothing_more() {
    let house = House::new();
    let sato = house.signed_in(&SATO);
    let form = filled(&sato, QPCR, "2026-12-21 10:00", 30).without("safety");
    let harmless = sato.submit(&form).expect(422);
    for text in evil() {
        let project: String = text.chars().take(40).collect();
        let typed = form
            .clone()
            .with("purpose", text)
            .with("sample", text)
            .with("project_number", &project);
        let answer = sato.submit(&typed).expect(422);
        let back = answer.form("/requests");
        assert_eq!(back.value("purpose"), text);
        assert_eq!(back.value("sample"), shown(text));
        assert_eq!(
            skeleton(&answer.text()),
            skeleton(&harmless.text()),
            "{text}"
        );
    }
}

#[test]
fn d01_a_name_and_a_reason_are_shown_literally_in_pages_and_letters() {
    let house = House::new();
    let manager = house.signed_in(&YAMADA);
    for (at, text) in evil().into_iter().enumerate() {
        let person = Person {
            id: 5_000 + i64::try_from(at).unwrap(),
            name: text,
            email: Box::leak(format!("evil-{at}@example.jp").into_boxed_str()),
            ..KIM
        };
        settle(&mut house.conn(), &person, "", moment("2026-12-01 09:00"));
        let client = house.signed_in(&person);
        let number = ask(&client, at, "目的");
        let page = manager
            .get(&format!("/manage/requests/{number}"))
            .expect(200);
        assert!(page.words().contains(&shown(text)), "{text}");
        let form = page.form("/return").with("reason", text);
        manager.submit(&form).expect(303);
        let returned = client.get(&format!("/requests/{number}")).expect(200);
        assert!(returned.words().contains(&shown(text)), "{text}");
        let tags = skeleton(&returned.text());
        assert!(
            !tags
                .iter()
                .any(|tag| tag.contains(" on") || tag.contains("alert")),
            "{text}: {tags:?}"
        );
    }
    letters_say_it_literally(&house);
}

/// No letter is built otherwise than its like, and no subject carries what somebody wrote.
fn letters_say_it_literally(house: &House) {
    let parcels = house.deliver();
    assert!(parcels.len() >= 2 * evil().len());
    for parcel in &parcels {
        let html = &parcel.composed.html;
        let tags = skeleton(html);
        assert!(
            !tags
                .iter()
                .any(|tag| ["script", "img", "svg", "iframe", "form"]
                    .iter()
                    .any(|name| tag.split(' ').next() == Some(*name))
                    || tag.contains(" on")),
            "{tags:?}"
        );
        assert!(!parcel.composed.subject.contains(['\r', '\n', '<']));
        assert!(!parcel.composed.subject.contains("evil"));
    }
    for text in evil() {
        let told = parcels
            .iter()
            .filter(|parcel| words(&parcel.composed.html).contains(&shown(text)));
        assert!(told.count() >= 1, "no letter says {text}");
    }
}

#[test]
fn d07_no_header_is_made_of_what_somebody_sent() {
    let house = House::new();
    let client = house.signed_in(&SATO);
    let evil = "%0d%0aset-cookie:%20evil=1%0d%0ax-evil:%201";
    for path in [
        format!("/{evil}"),
        format!("/en/{evil}"),
        format!("/requests/{evil}"),
        format!("/requests/new?resource={evil}&start=x"),
        format!("/signin?next=/{evil}"),
        format!("/signin?next={evil}"),
        format!("/resources/{evil}"),
        format!("/static/{evil}"),
        format!("/manage/requests?done={evil}&what={evil}"),
    ] {
        for client in [&client, &house.stranger()] {
            let answer = client.get(&path);
            assert!(answer.status < 500, "{path}");
            assert_eq!(answer.header("x-evil"), None, "{path}");
            assert!(
                answer
                    .all("set-cookie")
                    .all(|cookie| !cookie.contains("evil")),
                "{path}"
            );
            let place = answer.header("location").unwrap_or_default();
            assert!(!place.contains(['\r', '\n']), "{path}: {place}");
        }
    }
}

/// What means something to a database.
const WILD: [&str; 14] = [
    "%",
    "_",
    "%%%",
    "\\%",
    "\\",
    "'",
    "''",
    "\"",
    "%' or 1=1 --",
    "*",
    "NEAR(a b)",
    "\"a\" OR \"b\"",
    "ESCAPE '\\'",
    "a;drop table user",
];

const PARAMETERS: [&str; 8] = [
    "sort", "order", "limit", "offset", "page", "org", "cat", "kind",
];
const VALUES: [&str; 5] = [
    "id;--",
    "-1",
    "email desc",
    "(select 1)",
    "1 union select 1",
];

#[test]
fn d09_quotes_and_wildcards_are_letters_to_the_search() {
    let house = House::new();
    let client = house.stranger();
    let all = client.get("/resources").expect(200);
    let count =
        |answer: &crate::client::Answer| answer.text().matches("href=\"/resources/").count();
    assert!(count(&all) > 3, "the catalogue is there: {}", all.words());
    let before = house.dump();
    for text in WILD {
        let asked = madoguchi::web::form::encode(text);
        let found = client.get(&format!("/resources?q={asked}")).expect(200);
        assert!(count(&found) <= count(&all), "{text}");
        let text = found.text();
        assert!(!text.contains("example.jp") && !text.contains("argon2"));
    }
    // a wildcard would stand for the letters left out here
    for text in [
        "クライオ%顕微鏡",
        "クライオ_子顕微鏡",
        "クライオ*顕微鏡",
        "' or '1'='1",
        "x' union select email from user --",
    ] {
        let asked = madoguchi::web::form::encode(text);
        let found = client.get(&format!("/resources?q={asked}")).expect(200);
        assert_eq!(count(&found), 0, "{text}: {}", found.words());
    }
    for name in PARAMETERS {
        for value in VALUES {
            let asked = madoguchi::web::form::encode(value);
            let status = client.get(&format!("/resources?{name}={asked}")).status;
            assert!(status < 500, "{name}={value}: {status}");
        }
    }
    assert_eq!(house.dump(), before);
}
