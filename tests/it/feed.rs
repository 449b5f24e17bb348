//! Feeds of calendars: secret addresses that show what their owner may see now, and nothing else.

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};
use icalendar::parser::{read_calendar, unfold};
use madoguchi::acts::booking::{Ruling, rule};
use madoguchi::domain::id::BookingId;
use madoguchi::store::schema::{role_grant, user};

use crate::client::{Answer, Client};
use crate::house::House;
use crate::people::{INOUE, KIM, Person, SATO};
use crate::world::CRYO;

/// The id that the form of the page carries.
#[track_caller]
fn fresh(client: &Client) -> String {
    let page = client.get("/my/feeds").expect(200).text();
    let (_, rest) = page.split_once("name=\"id\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

/// Sends the form of a new feed.
fn send(client: &Client, id: &str, about: &str, name: &str) -> Answer {
    let fields = [("id", id), ("about", about), ("feed_name", name)];
    client.post("/my/feeds", &fields)
}

/// Makes a feed as a browser does; gives back the path of its address.
#[track_caller]
fn opened(client: &Client, about: &str, name: &str) -> String {
    let made = send(client, &fresh(client), about, name);
    address(&made.expect(200)).unwrap()
}

/// The address that a page shows, as a path of this house.
fn address(page: &Answer) -> Option<String> {
    let text = page.text();
    let (_, rest) = text.split_once("id=\"address\" value=\"")?;
    let whole = rest.split('"').next()?;
    let (_, path) = whole.split_once("/feeds/")?;
    Some(format!("/feeds/{path}"))
}

fn summaries(feed: &Answer) -> Vec<String> {
    let text = feed.text();
    let unfolded = unfold(&text);
    let calendar = read_calendar(&unfolded).unwrap();
    calendar
        .components
        .iter()
        .filter(|component| component.name == "VEVENT")
        .map(|event| {
            let value = |name| event.find_prop(name).unwrap().val.to_string();
            format!(
                "{} {} {}",
                value("SUMMARY"),
                value("STATUS"),
                value("SEQUENCE")
            )
        })
        .collect()
}

fn approved(house: &House, by: &Person, day: &str) -> BookingId {
    let number = house.request(by, CRYO, &format!("{day} 09:00"), 1440);
    house
        .act(&INOUE, move |tx, by| rule(tx, by, number, &Ruling::Approve))
        .unwrap()
}

/// Waits until the use of a feed was noted, which no answer waits for.
fn noted(house: &House) {
    for _ in 0..200 {
        if house.count("feed where used_at is not null") > 0 {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(25));
    }
    panic!("the use was not noted");
}

#[test]
fn h01_a_feed_shows_one_s_own_bookings_to_whoever_has_its_address() {
    let house = House::new();
    let sure = approved(&house, &SATO, "2027-02-03");
    house.request(&SATO, CRYO, "2027-02-08 09:00", 1440);
    approved(&house, &KIM, "2027-02-15");
    let path = opened(&house.signed_in(&SATO), "mine", "研究の予定");
    let program = house.stranger();
    let feed = program.get(&path).expect(200);
    assert_eq!(
        feed.header("content-type"),
        Some("text/calendar; charset=utf-8")
    );
    let text = feed.text();
    assert!(text.contains("X-WR-CALNAME:研究の予定") && text.contains("METHOD:PUBLISH"));
    assert_eq!(
        summaries(&feed),
        [
            "クライオ電子顕微鏡 CONFIRMED 1",
            "クライオ電子顕微鏡 TENTATIVE 0"
        ]
    );
    assert!(text.contains(&format!("UID:{sure}@")));
    for other in ["Kim", "膜受容体", "佐藤"] {
        assert!(!text.contains(other), "{other}");
    }
    noted(&house);
    let page = house.signed_in(&SATO).get("/my/feeds").expect(200);
    assert!(page.words().contains("2026年12月14日（月）10:00"));
}

#[test]
fn h01_the_headers_let_nobody_keep_find_or_follow_the_address() {
    let house = House::new();
    let path = opened(&house.signed_in(&SATO), "mine", "");
    let program = house.stranger();
    let absent = format!("/feeds/madofeed_{}.ics", "0".repeat(64));
    for (path, status) in [(path.as_str(), 200), (absent.as_str(), 404)] {
        let answer = program.get(path).expect(status);
        assert_eq!(answer.header("cache-control"), Some("private, no-store"));
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
        let robots = answer.header("x-robots-tag").unwrap();
        assert!(robots.contains("noindex"), "{robots}");
        assert_eq!(answer.header("set-cookie"), None);
        assert!(
            !answer.text().contains("<html"),
            "a page has links that carry the address on"
        );
    }
    // a program that has it already is told so; another feed with the same entries is another
    let tag = program.get(&path).header("etag").unwrap().to_owned();
    let again = program.request("GET", &path).header("if-none-match", &tag);
    assert_eq!(again.send().status, 304);
    let other = opened(&house.signed_in(&KIM), "mine", "");
    assert_ne!(program.get(&other).header("etag"), Some(tag.as_str()));
}

#[test]
fn h01_the_secret_is_long_kept_as_a_hash_and_shown_once() {
    let house = House::new();
    let sato = house.signed_in(&SATO);
    let id = fresh(&sato);
    let made = send(&sato, &id, "mine", "予定").expect(200);
    let path = address(&made).unwrap();
    let secret = path
        .trim_start_matches("/feeds/madofeed_")
        .trim_end_matches(".ics");
    assert_eq!(secret.len(), 64, "256 bits");
    assert_eq!(made.header("cache-control"), Some("no-store"));
    assert!(!house.dump().contains(secret), "the database tells it");
    // a second click makes no second feed, and nobody is shown the address again
    let again = send(&sato, &id, "mine", "予定").expect(422);
    assert!(again.words().contains("作成済み") && address(&again).is_none());
    assert_eq!(house.count("feed"), 1);
    for page in [sato.get("/my/feeds"), sato.get("/my/calendar")] {
        assert!(!page.expect(200).text().contains(secret));
    }
    assert!(
        !house
            .signed_in(&KIM)
            .get("/my/feeds")
            .text()
            .contains("予定（")
    );
}

#[test]
fn h01_a_role_that_is_lost_empties_the_feed_at_once() {
    let house = House::new();
    approved(&house, &SATO, "2027-02-03");
    let inoue = house.signed_in(&INOUE);
    let facility = opened(&inoue, "facility/riken-cryoem", "");
    let resource = opened(&inoue, &format!("resource/{CRYO}"), "");
    let program = house.stranger();
    for path in [&facility, &resource] {
        let feed = program.get(path).expect(200);
        assert_eq!(
            summaries(&feed),
            ["クライオ電子顕微鏡：佐藤 恵（長寿研） CONFIRMED 1"]
        );
    }
    diesel::update(role_grant::table.filter(role_grant::user_id.eq(INOUE.id)))
        .set(role_grant::revoked_at.eq(1))
        .execute(&mut house.conn())
        .unwrap();
    for path in [&facility, &resource] {
        let feed = program.get(path).expect(200);
        assert_eq!(summaries(&feed), Vec::<String>::new());
        assert!(!feed.text().contains("佐藤"));
    }
    let page = house.signed_in(&INOUE).get("/my/feeds").expect(200);
    assert!(page.words().contains("担当を離れたため"));
}

#[test]
fn a14_stopped_feeds_and_those_of_accounts_that_ended_are_as_if_they_never_were() {
    let house = House::new();
    let (sato, kim) = (house.signed_in(&SATO), house.signed_in(&KIM));
    let (stopped, suspended) = (opened(&sato, "mine", "一"), opened(&kim, "mine", "二"));
    let program = house.stranger();
    let never = program
        .get(&format!("/feeds/madofeed_{}.ics", "1".repeat(64)))
        .expect(404);
    let page = sato.get("/my/feeds").expect(200).text();
    let (_, rest) = page.split_once("action=\"/my/feeds/").unwrap();
    let close = format!("/my/feeds/{}", rest.split('"').next().unwrap());
    // not by others
    assert_eq!(kim.post(&close, &[]).status, 404);
    program.get(&stopped).expect(200);
    let done = sato.post(&close, &[]).expect(303);
    assert!(sato.follow(&done).words().contains("配信を停止しました"));
    diesel::update(user::table.filter(user::id.eq(KIM.id)))
        .set(user::state.eq("suspended"))
        .execute(&mut house.conn())
        .unwrap();
    for path in [&stopped, &suspended] {
        let gone = program.get(path).expect(404);
        assert_eq!(gone.body, never.body);
        assert_eq!(gone.header("content-type"), never.header("content-type"));
    }
    assert_eq!(house.count("event where kind = 'feed.closed'"), 1);
}

#[test]
fn a14_addresses_that_are_none_are_absent() {
    let house = House::new();
    let path = opened(&house.signed_in(&SATO), "mine", "");
    let bare = path.replace("madofeed_", "");
    let upper = path.replace("madofeed_", "MADOFEED_");
    for wrong in [
        bare.as_str(),
        upper.as_str(),
        "/feeds/.ics",
        "/feeds/madofeed_.ics",
        "/feeds/madofeed_x.ics",
        &path.replace(".ics", ""),
        &path.replace("/feeds/", "/feeds/x/"),
    ] {
        house.stranger().get(wrong).expect(404);
    }
    house.stranger().get(&format!("/en{path}")).expect(200);
    assert_eq!(house.stranger().request("PUT", &path).send().status, 405);
}

#[test]
fn h01_nobody_makes_a_feed_of_what_they_do_not_manage_nor_too_many() {
    let house = House::new();
    let sato = house.signed_in(&SATO);
    let tried = |about: &str, name: &str| send(&sato, &fresh(&sato), about, name);
    for about in [
        "",
        "facility/riken-cryoem",
        &format!("resource/{CRYO}"),
        "facility/../riken",
    ] {
        let refused = tried(about, "").expect(422);
        assert!(refused.words().contains("配信する予定"), "{about}");
    }
    for number in 0..10 {
        opened(&sato, "mine", &format!("予定{number}"));
    }
    let eleventh = tried("mine", "十一件目").expect(422);
    assert!(eleventh.words().contains("1人10件まで"));
    assert!(
        eleventh.text().contains("value=\"十一件目\""),
        "what was typed is kept"
    );
    tried("mine", &"あ".repeat(61)).expect(422);
    assert_eq!(house.count("feed"), 10);
}

#[test]
fn d04_what_people_type_stays_within_one_entry_of_a_feed() {
    let house = House::new();
    approved(&house, &SATO, "2027-02-03");
    let hostile = "佐藤\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:x;y,z\\";
    diesel::update(user::table.filter(user::id.eq(SATO.id)))
        .set(user::name.eq(hostile))
        .execute(&mut house.conn())
        .unwrap();
    let name = "予定\r\nATTACH:http://evil.example";
    let path = opened(&house.signed_in(&INOUE), "facility/riken-cryoem", name);
    let feed = house.stranger().get(&path).expect(200);
    assert_eq!(feed.text().matches("\r\nBEGIN:VEVENT\r\n").count(), 1);
    assert!(!feed.text().contains("\r\nATTACH"));
    let said = summaries(&feed);
    assert!(
        said.iter().any(|one| one.contains("x;y,z\\（長寿研）")),
        "{said:?}"
    );
}
