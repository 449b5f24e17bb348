//! Changing a booking: the old time is kept until the new one is granted; and two that change places.

use madoguchi::acts::amend::{Verdict, amend, rule, swap, withdraw};
use madoguchi::acts::booking::{self, Ruling};
use madoguchi::domain::booking::Wish;
use madoguchi::domain::halt::Halt;
use madoguchi::domain::id::{BookingId, RuleId};
use madoguchi::domain::refusal::Wrong;
use madoguchi::jobs;

use crate::house::{House, content};
use crate::people::{INOUE, KIM, NAKAMURA, SATO};
use crate::world::{CRYO, moment, rule_of};

/// A booking of the cryo-electron microscope that begins at nine, confirmed.
fn confirmed(house: &House, person: &'static crate::people::Person, start: &str) -> BookingId {
    let id = house.request(person, CRYO, start, 1440);
    house
        .act(&INOUE, move |tx, by| {
            booking::rule(tx, by, id, &Ruling::Approve)
        })
        .unwrap();
    id
}

fn wish(start: &str, minutes: i64) -> Wish {
    Wish {
        with: Vec::new(),
        start: Some(moment(start)),
        minutes: Some(minutes),
        units: None,
        content: content(),
        agree: vec![RuleId::new(rule_of(CRYO))],
    }
}

fn asked(house: &House, id: BookingId, start: &'static str) -> Result<BookingId, Halt> {
    house.act(&SATO, move |tx, by| amend(tx, by, id, &wish(start, 1440)))
}

fn claims(house: &House, id: BookingId) -> i64 {
    let n = id.number();
    house.count(&format!(
        "allocation where booking_id = {n} or holder_id = {n}"
    ))
}

#[test]
fn the_old_time_is_kept_until_the_new_one_is_granted() {
    let house = House::new();
    let id = confirmed(&house, &SATO, "2027-02-03 09:00");
    asked(&house, id, "2027-02-10 09:00").unwrap();
    assert_eq!(claims(&house, id), 2);
    // nobody gets either time meanwhile
    for start in ["2027-02-03 09:00", "2027-02-10 09:00"] {
        house.try_request(&KIM, CRYO, start, 1440).unwrap_err();
    }
    let inoue = house.signed_in(&INOUE);
    let path = format!("/manage/requests/{id}/change");
    assert!(
        inoue
            .get("/manage/requests")
            .expect(200)
            .text()
            .contains(&path)
    );
    let page = inoue.get(&path).expect(200);
    assert!(
        page.words().contains("2027年2月10日（水）9:00"),
        "{}",
        page.words()
    );
    let mut form = page.form("/change/grant");
    form.action = format!("{path}/grant");
    inoue.submit(&form).expect(303);
    assert_eq!(claims(&house, id), 1);
    house
        .try_request(&KIM, CRYO, "2027-02-03 09:00", 1440)
        .unwrap();
    let told: Vec<String> = house.letters().into_iter().map(|(what, _)| what).collect();
    assert!(told.ends_with(&["received".into(), "approval_asked".into()]));
    assert_eq!(told.iter().filter(|what| *what == "changed").count(), 2);
    let parcels = house.deliver();
    let moved = parcels
        .iter()
        .find(|one| one.composed.subject.contains("変更 "));
    let entry = moved.unwrap().composed.entry.as_ref().unwrap();
    assert!(
        entry
            .text
            .contains("DTSTART;TZID=Asia/Tokyo:20270210T090000"),
        "{}",
        entry.text
    );
}

#[test]
fn a_refused_or_withdrawn_or_lapsed_change_leaves_the_booking_as_it_is() {
    let house = House::new();
    let id = confirmed(&house, &SATO, "2027-02-03 09:00");
    let unchanged = |house: &House| {
        assert_eq!(claims(house, id), 1);
        let stands = format!(
            "booking where id = {} and state = 'confirmed' and starts_at = 1801612800",
            id.number()
        );
        assert_eq!(house.count(&stands), 1);
    };
    asked(&house, id, "2027-02-10 09:00").unwrap();
    let silent = house.act(&INOUE, move |tx, by| {
        rule(tx, by, id, &Verdict::Refuse(" ".into()))
    });
    assert!(silent.is_err());
    let reason = "その週は保守です";
    house
        .act(&INOUE, move |tx, by| {
            rule(tx, by, id, &Verdict::Refuse(reason.into()))
        })
        .unwrap();
    unchanged(&house);
    asked(&house, id, "2027-02-10 09:00").unwrap();
    // a second wish replaces the first
    asked(&house, id, "2027-02-17 09:00").unwrap();
    assert_eq!(claims(&house, id), 2);
    house
        .act(&SATO, move |tx, by| withdraw(tx, by, id))
        .unwrap();
    unchanged(&house);
    asked(&house, id, "2027-02-17 09:00").unwrap();
    house.set_clock("2027-02-03 09:00");
    for _ in 0..2 {
        house.wait(jobs::lapse::changes(&house.rooms)).unwrap();
    }
    unchanged(&house);
    let last = house.letters().into_iter().map(|(what, _)| what);
    assert_eq!(last.filter(|what| what == "change_lapsed").count(), 2);
}

#[test]
fn what_is_cancelled_while_a_change_waits_gives_both_times_back() {
    let house = House::new();
    let id = confirmed(&house, &SATO, "2027-02-03 09:00");
    asked(&house, id, "2027-02-10 09:00").unwrap();
    house
        .act(&SATO, move |tx, by| booking::cancel(tx, by, id, 100))
        .unwrap();
    assert_eq!(claims(&house, id), 0);
    assert_eq!(house.count("booking_change where state = 'asked'"), 0);
    let late = house.act(&INOUE, move |tx, by| rule(tx, by, id, &Verdict::Grant));
    assert!(late.is_err());
}

#[test]
fn content_and_undecided_requests_change_at_once_on_one_form_with_everything_kept() {
    let house = House::new();
    let id = house.request(&SATO, CRYO, "2027-02-03 09:00", 1440);
    let sato = house.signed_in(&SATO);
    let path = format!("/requests/{id}/change");
    let form = sato.get(&path).expect(200).form(&path);
    let same = sato.submit(&form.clone()).expect(422);
    assert!(
        same.words().contains("今の予約と同じ内容です"),
        "{}",
        same.words()
    );
    let wrong = form
        .clone()
        .with("start", "2027-02-07T09:00")
        .with("purpose", "新しい目的");
    let refused = sato.submit(&wrong).expect(422);
    assert_eq!(refused.form(&path).value("start"), "2027-02-07T09:00");
    assert!(refused.text().contains("新しい目的"));
    house.request(&KIM, CRYO, "2027-02-17 09:00", 1440);
    let lost = form.clone().with("start", "2027-02-17T09:00");
    sato.submit(&lost).expect(409);
    assert_eq!(claims(&house, id), 1);
    let moved = form
        .with("start", "2027-02-10T09:00")
        .with("purpose", "新しい目的");
    sato.submit(&moved).expect(303);
    assert_eq!(house.count("booking where starts_at = 1802217600 and state = 'facility_review' and purpose = '新しい目的'"), 1);
    house
        .try_request(&KIM, CRYO, "2027-02-03 09:00", 1440)
        .unwrap();
}

#[test]
fn overlapping_times_are_moved_without_losing_a_minute() {
    let house = House::new();
    let id = confirmed(&house, &SATO, "2027-02-03 09:00");
    // one day longer: what is held is not taken twice
    let longer = house.act(&SATO, move |tx, by| {
        amend(tx, by, id, &wish("2027-02-03 09:00", 2880))
    });
    longer.unwrap();
    assert_eq!(claims(&house, id), 2);
    house
        .try_request(&KIM, CRYO, "2027-02-04 09:00", 1440)
        .unwrap_err();
    house
        .act(&INOUE, move |tx, by| rule(tx, by, id, &Verdict::Grant))
        .unwrap();
    assert_eq!(claims(&house, id), 1);
}

#[test]
fn two_bookings_change_places_without_a_gap() {
    let house = House::new();
    let one = confirmed(&house, &SATO, "2027-02-03 09:00");
    let other = confirmed(&house, &KIM, "2027-02-10 09:00");
    let inoue = house.signed_in(&INOUE);
    let path = format!("/manage/requests/{one}/swap");
    let form = inoue.get(&path).expect(200).form(&path);
    inoue.submit(&form.clone()).expect(422);
    let chosen = form
        .with("other", &other.to_string())
        .with("reason", "双方の了解を得ました");
    inoue.submit(&chosen).expect(303);
    let at = |id: BookingId, start: i64| {
        let n = id.number();
        house.count(&format!(
            "allocation where booking_id = {n} and use_starts_at = {start}"
        ))
    };
    assert_eq!((at(one, 1_802_217_600), at(other, 1_801_612_800)), (1, 1));
    let told: Vec<String> = house.letters().into_iter().map(|(what, _)| what).collect();
    assert_eq!(told.iter().filter(|what| *what == "changed").count(), 4);
}

#[test]
fn a02_changes_exist_for_the_applicant_and_the_facility_only() {
    let house = House::new();
    let one = confirmed(&house, &SATO, "2027-02-03 09:00");
    let other = confirmed(&house, &KIM, "2027-02-10 09:00");
    for person in [&KIM, &INOUE] {
        let tried = house.act(person, move |tx, by| {
            amend(tx, by, one, &wish("2027-02-17 09:00", 1440))
        });
        assert!(matches!(tried, Err(Halt::Absent)));
    }
    asked(&house, one, "2027-02-17 09:00").unwrap();
    for person in [&KIM, &NAKAMURA, &SATO] {
        let tried = house.act(person, move |tx, by| rule(tx, by, one, &Verdict::Grant));
        assert!(matches!(tried, Err(Halt::Absent)));
        let tried = house.act(person, move |tx, by| swap(tx, by, (one, other), "理由"));
        assert!(matches!(tried, Err(Halt::Absent)));
    }
    // what waits for a decision does not change places
    let tried = house.act(&INOUE, move |tx, by| swap(tx, by, (one, other), "理由"));
    assert!(
        matches!(tried, Err(Halt::Refused(refusals)) if refusals[0].wrong == Wrong::WrongState)
    );
}
