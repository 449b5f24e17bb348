//! D01 for what managers and officers write of trainings and equivalences: shown as they wrote it.

use madoguchi::acts;
use madoguchi::domain::equivalence::Line;
use madoguchi::domain::gate::Gate;
use madoguchi::domain::id::{EquivalenceId, FacilityId, InstitutionId};
use madoguchi::domain::name::Name;
use madoguchi::domain::training::course::{NewCourse, NewDate};
use madoguchi::secret::chance;

use crate::client::Client;
use crate::form::{skeleton, words};
use crate::house::House;
use crate::lab::{NISHIMURA, lab};
use crate::people::{SATO, TAKAHASHI};
use crate::world::{self, moment};

/// The texts that fit into a name of 120 characters, as a browser shows them.
fn evil() -> Vec<String> {
    let shown = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    include_str!("evil.txt")
        .lines()
        .map(shown)
        .filter(|text| text.chars().count() <= 120)
        .collect()
}

/// Fails unless these pages say every text, and none of them became anything else.
#[track_caller]
fn literally(client: &Client, paths: &[&str], texts: &[String]) {
    let pages: Vec<String> = paths
        .iter()
        .map(|path| client.get(path).expect(200).text())
        .collect();
    let said: String = pages.iter().map(|page| words(page)).collect();
    for text in texts {
        assert!(said.contains(text), "{paths:?} do not say {text}");
    }
    for page in &pages {
        assert!(!page.contains("<script>alert") && !page.contains("<img src=x"));
        let tags = skeleton(page);
        assert!(!tags.iter().any(|tag| tag.contains(" on")), "a handler");
    }
}

fn name(text: &str) -> Name {
    Name {
        ja: text.to_owned(),
        en: text.to_owned(),
    }
}

/// A course and a date of it for every text.
fn taught(house: &House, texts: &[String]) {
    let facility = world::facility(&mut house.conn(), "ncvc-imaging");
    let facility = FacilityId::new(facility);
    for (at, text) in texts.iter().enumerate() {
        let new = NewCourse {
            code: format!("T{at}"),
            name: name(text),
            minutes: Some(60),
        };
        let course = house
            .act(&NISHIMURA, move |tx, by| {
                acts::training::open(tx, by, facility, &new)
            })
            .unwrap();
        let date = NewDate {
            start: Some(moment("2027-01-12 10:00").plus_minutes(i64::try_from(at).unwrap())),
            seats: Some(3),
            place: text.clone(),
        };
        house
            .act(&NISHIMURA, move |tx, by| {
                acts::training::set(tx, by, course, &date)
            })
            .unwrap();
    }
}

#[test]
fn d01_names_and_places_of_trainings_are_shown_literally() {
    let house = lab();
    house.set_clock("2026-12-14 10:00");
    let texts = evil();
    taught(&house, &texts);
    let manager = house.signed_in(&NISHIMURA);
    literally(
        &manager,
        &["/manage/courses", "/manage/courses?page=2"],
        &texts,
    );
    let dates: Vec<String> = (1..=3)
        .map(|page| format!("/manage/trainings?page={page}"))
        .collect();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    literally(&manager, &dates, &texts);
    let mine: Vec<String> = (1..=4)
        .map(|page| format!("/my/trainings?page={page}"))
        .collect();
    let mine: Vec<&str> = mine.iter().map(String::as_str).collect();
    literally(&house.signed_in(&SATO), &mine, &texts);
}

#[test]
fn d01_notes_of_equivalences_are_shown_literally() {
    let house = House::new();
    let texts = evil();
    let all = madoguchi::store::catalogue::institution::all(&mut house.conn()).unwrap();
    let mine = all.iter().find(|one| one.slug == "ncgg").unwrap().id;
    let portable = Gate::ALL.iter().filter(|gate| gate.is_portable());
    let keys = all.iter().filter(|one| one.id != mine).flat_map(|one| {
        let with = |gate: &Gate| (InstitutionId::new(one.id), *gate);
        portable.clone().map(with)
    });
    for ((issuer, gate), text) in keys.zip(&texts) {
        let line = Line {
            id: EquivalenceId::new(chance::id(house.rooms.clock.now())),
            institution: InstitutionId::new(mine),
            gate,
            course: None,
            issuer: Some(issuer),
            issuer_course: None,
            most_months: 0,
            note: name(text),
            ends_on: None,
        };
        house
            .act(&TAKAHASHI, move |tx, by| {
                acts::equivalence::publish(tx, by, &line)
            })
            .unwrap();
    }
    let paths = ["/equivalences", "/equivalences?page=2"];
    literally(&house.stranger(), &paths, &texts);
    let paths = [
        "/en/institution/equivalences",
        "/en/institution/equivalences?page=2",
    ];
    literally(&house.signed_in(&TAKAHASHI), &paths, &texts);
}
