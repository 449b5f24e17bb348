//! The earliest time on any instrument of a field: found where the rules would grant it, and requested
//! from there.

use diesel::connection::SimpleConnection;
use madoguchi::acts;
use madoguchi::domain::actor::Actor;
use madoguchi::domain::id::{FacilityId, InstitutionId, RuleId};
use madoguchi::domain::name::Name;
use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::parameter::setting::{Setting, Target};
use madoguchi::domain::parameter::value::Value;
use madoguchi::domain::rule::text::Text;
use madoguchi::domain::rule::{Draft, Rule};

use crate::asking::agreed;
use crate::client::Client;
use crate::form::unescape;
use crate::house::House;
use crate::people::{KIM, SATO};
use crate::world::{CONFOCAL, CRYO, HIMAC, IMAGING, QPCR, facility, moment};

/// The request buttons of a page, in order: resource, start, minutes.
fn offered(client: &Client, path: &str) -> Vec<(String, String, i64)> {
    let html = unescape(&client.get(path).expect(200).text());
    html.split("/requests/new?resource=")
        .skip(1)
        .map(|rest| {
            let address = rest.split('"').next().unwrap();
            let mut parts = address.split('&');
            let value = |part: Option<&str>| {
                let part = part.unwrap();
                part.rsplit('=').next().unwrap().to_owned()
            };
            (
                value(parts.next()),
                value(parts.next()),
                value(parts.next()).parse().unwrap(),
            )
        })
        .collect()
}

fn first<'a>(found: &'a [(String, String, i64)], slug: &str) -> Option<&'a str> {
    found
        .iter()
        .find(|(resource, ..)| resource == slug)
        .map(|(_, start, _)| start.as_str())
}

#[test]
fn the_earliest_time_of_each_instrument_of_a_field_is_offered_in_order() {
    let house = House::new();
    // the first day that may be asked for is taken on the confocal
    house.request(&KIM, CONFOCAL, "2026-12-17 09:00", 420);
    let sato = house.signed_in(&SATO);
    let found = offered(&sato, "/find-time?cat=confocal&hours=3");
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.is_sorted_by(|a, b| a.1 <= b.1));
    assert!(found.iter().all(|(_, _, minutes)| *minutes == 180));
    assert_eq!(first(&found, CONFOCAL), Some("2026-12-18T09:00"));
    let later = offered(&sato, "/find-time?cat=confocal&hours=3&from=2027-01-18");
    assert_eq!(first(&later, CONFOCAL), Some("2027-01-18T09:00"));
    // asked from a resource: its like as well
    let like = offered(&sato, &format!("/find-time?resource={CONFOCAL}&hours=3"));
    assert_eq!(like, found);
}

#[test]
fn what_is_offered_is_granted_when_it_is_asked_for() {
    let house = House::new();
    house.request(&KIM, QPCR, "2026-12-21 09:00", 240);
    let sato = house.signed_in(&SATO);
    for hours in [1, 2, 4] {
        for (slug, start, minutes) in offered(&sato, &format!("/find-time?hours={hours}")) {
            let address = format!("/requests/new?resource={slug}&start={start}&len={minutes}");
            let page = sato.get(&address).expect(200);
            let form = page
                .form("/requests")
                .with("purpose", "目的")
                .with("sample", "試料")
                .with("safety", "none")
                .with("support_mode", "assisted");
            sato.submit(&agreed(form, &page)).expect(303);
        }
    }
    // three instruments, three lengths, and the one that was there
    assert_eq!(house.count("booking"), 10);
}

#[test]
fn a_day_covers_an_hour_and_what_is_not_booked_here_is_not_offered() {
    let house = House::new();
    let sato = house.signed_in(&SATO);
    let like = offered(&sato, &format!("/find-time?resource={CRYO}&hours=3"));
    let day = like.iter().find(|(slug, ..)| slug == CRYO);
    assert_eq!(day.map(|(_, _, minutes)| *minutes), Some(1440));
    let found = offered(&sato, "/find-time?hours=3");
    assert!(found.iter().all(|(slug, ..)| slug != HIMAC));
}

/// The confocal's facility lets only its own institution in.
fn for_its_own_only(house: &House) {
    let mut text = Text::plain(
        Name::default(),
        Name {
            ja: "# 利用規則".into(),
            en: "# Rules".into(),
        },
    );
    text.sheet.settings.push(Setting {
        target: Target::All,
        parameter: Parameter::EligibleOrgClasses,
        value: Value::Codes(["own".to_owned()].into()),
        article: None,
        binding: false,
    });
    let draft = Draft {
        rule: Rule {
            id: RuleId::new(3003),
            facility: FacilityId::new(facility(&mut house.conn(), "ncgg-ri")),
            version: "3.1".into(),
            title: Name {
                ja: "利用規則".into(),
                en: "Rules".into(),
            },
            effective_on: "2026-12-01".parse().unwrap(),
            institution: InstitutionId::new(1),
            is_whole: false,
            grace_days: 30,
        },
        text,
    };
    let by = Actor::house(house.rooms.clock.now());
    let done = house
        .rooms
        .db
        .act(by, move |tx, by| acts::rule::publish(tx, by, draft.clone()));
    house.wait(done).unwrap();
}

#[test]
fn who_may_not_use_an_instrument_is_not_offered_it_and_told_why() {
    let house = House::new();
    for_its_own_only(&house);
    let path = "/en/find-time?cat=confocal";
    let kim = house.signed_in(&KIM).get(path).expect(200).words();
    assert!(
        kim.contains("Left out, because the conditions of use are not met (1)"),
        "{kim}"
    );
    let found = offered(&house.signed_in(&KIM), path);
    assert_eq!(first(&found, CONFOCAL), None);
    assert!(first(&found, IMAGING).is_some());
    // its own people are let in, and of a stranger nothing is known
    let sato = house.signed_in(&SATO).get(path).expect(200).words();
    assert!(sato.contains("You meet the conditions"), "{sato}");
    let stranger = house.stranger().get(path).expect(200).words();
    assert!(
        stranger.contains("once you sign in") && !stranger.contains("You meet"),
        "{stranger}"
    );
    assert!(!stranger.contains("Left out"), "{stranger}");
}

#[test]
fn what_was_taken_meanwhile_is_not_offered_a_second_time() {
    let house = House::new();
    let sato = house.signed_in(&SATO);
    let before = offered(&sato, "/find-time?cat=confocal&hours=2");
    let start = first(&before, CONFOCAL).unwrap().to_owned();
    house.request(&KIM, CONFOCAL, &start.replace('T', " "), 120);
    let after = offered(&sato, "/find-time?cat=confocal&hours=2");
    assert!(first(&after, CONFOCAL).is_some_and(|later| later > start.as_str()));
}

#[test]
fn the_window_widens_until_something_is_free() {
    let house = House::new();
    let claims = "insert into allocation (id, resource_id, starts_at, ends_at, use_starts_at, use_ends_at, units, note) \
         select {n}, id, {a}, {b}, {a}, {b}, 1, '' from resource where slug = 'ncgg-confocal'";
    for (number, (from, to)) in [
        ("2026-12-14 00:00", "2027-01-10 00:00"),
        ("2027-01-10 00:00", "2027-02-05 00:00"),
    ]
    .into_iter()
    .enumerate()
    {
        let text = claims
            .replace("{n}", &(70 + number).to_string())
            .replace("{a}", &moment(from).unix().to_string())
            .replace("{b}", &moment(to).unix().to_string());
        house.conn().batch_execute(&text).unwrap();
    }
    let sato = house.signed_in(&SATO);
    let found = offered(&sato, "/find-time?cat=confocal&hours=2");
    assert_eq!(first(&found, CONFOCAL), Some("2027-02-05T09:00"));
}

#[test]
fn f07_absurd_searches_find_something_or_nothing_and_never_break() {
    let house = House::new();
    for reader in [house.stranger(), house.signed_in(&SATO)] {
        for query in [
            "hours=-1",
            "hours=99999999999999999999",
            "from=9999-12-31",
            "from=%00&cat=%22%3E%3Cscript%3E",
            "support=everything&cat=nothing",
            "hours=744",
        ] {
            reader.get(&format!("/find-time?{query}")).expect(200);
        }
        assert_eq!(reader.get("/find-time?resource=nothing").status, 404);
    }
}
