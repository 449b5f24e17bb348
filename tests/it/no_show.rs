//! Nobody came: recorded by staff or by the clock, suspended after the second time, appealed, taken back.

use madoguchi::acts;
use madoguchi::acts::booking::{Ruling, rule};
use madoguchi::acts::no_show::{appeal, excuse, mark, uphold};
use madoguchi::domain::halt::Halt;
use madoguchi::domain::id::{BookingId, RuleId};
use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::parameter::value::Value;
use madoguchi::domain::refusal::Wrong;
use madoguchi::domain::refusal::unfit::Unfit;
use madoguchi::domain::refusal::usage::UseBar;
use madoguchi::domain::time::parse_day;
use madoguchi::jobs;

use crate::house::House;
use crate::people::{INOUE, KIM, NAKAMURA, SATO};
use crate::sheet::{self, Version};
use crate::world::CRYO;

/// Two confirmed bookings, on 3 and 10 March 2027, under the rule of story S8: all of the charge, and
/// thirty days after the second time; what nobody begins within an hour is released.
fn confirmed() -> (House, [BookingId; 2]) {
    let house = House::new();
    house.set_clock("2027-01-29 10:00");
    let number = Value::Number;
    let said = [
        (Parameter::NoShowPercent, number(100)),
        (Parameter::NoShowLimit, number(2)),
        (Parameter::SuspensionDays, number(30)),
        (Parameter::AutoReleaseMinutes, number(60)),
    ];
    let version = Version {
        facility: "riken-cryoem",
        id: 9100,
        effective_on: "2027-02-01",
    };
    sheet::publish(&house, &version, CRYO, &said);
    for person in [&SATO, &KIM] {
        let agreed = house.act(person, |tx, by| {
            acts::rule::agree(tx, by, RuleId::new(9100))
        });
        agreed.unwrap();
    }
    let both = ["2027-03-03 09:00", "2027-03-10 09:00"].map(|start| {
        let id = house.request(&SATO, CRYO, start, 1440);
        house
            .act(&INOUE, move |tx, by| rule(tx, by, id, &Ruling::Approve))
            .unwrap();
        id
    });
    (house, both)
}

/// The manager records that nobody came.
fn marked(house: &House, id: BookingId) {
    let done = house.act(&INOUE, move |tx, by| {
        mark(tx, by, id, "10時に来ていなかった")
    });
    done.unwrap();
}

fn wrong(halt: Halt) -> Vec<Wrong> {
    let Halt::Refused(refusals) = halt else {
        panic!("{halt:?}")
    };
    refusals.into_iter().map(|refusal| refusal.wrong).collect()
}

#[test]
fn s8_the_second_no_show_charges_everything_and_suspends_for_thirty_days() {
    let (house, [first, second]) = confirmed();
    house.set_clock("2027-03-03 09:20");
    let early = house.act(&INOUE, move |tx, by| mark(tx, by, first, "来なかった"));
    assert!(matches!(
        wrong(early.unwrap_err())[..],
        [Wrong::Use(UseBar::NotMissedYet { .. })]
    ));
    house.set_clock("2027-03-03 10:00");
    let inoue = house.signed_in(&INOUE);
    let path = format!("/manage/requests/{first}/no-show");
    let page = inoue.get(&path).expect(200);
    assert!(
        page.words().contains("0回（1年以内に2回で利用停止）"),
        "{}",
        page.words()
    );
    let silent = inoue.submit(&page.form(&path)).expect(422);
    let form = silent
        .form(&path)
        .with("reason", "10時に電話したが出なかった");
    inoue.submit(&form).expect(303);
    assert_eq!(house.count("no_show where percent = 100"), 1);
    let left = format!("allocation where booking_id = {}", first.number());
    assert_eq!(house.count(&left), 0, "the time is free at once");
    // once is no suspension
    house.request(&SATO, CRYO, "2027-04-12 09:00", 1440);
    house.set_clock("2027-03-10 10:00");
    marked(&house, second);
    let refused = house.try_request(&SATO, CRYO, "2027-04-20 09:00", 1440);
    let until = parse_day("2027-04-09").unwrap();
    assert_eq!(
        wrong(refused.unwrap_err()),
        [Wrong::Unfit(Unfit::Suspended { until })]
    );
    let told = house.deliver();
    let told = told.last().unwrap();
    assert!(
        told.composed.text.contains("2027年4月9日（金）"),
        "{}",
        told.composed.text
    );
    // the day after the last, everything is open again; nobody else was ever affected
    house.request(&KIM, CRYO, "2027-04-20 09:00", 1440);
    house.set_clock("2027-04-10 10:00");
    house.request(&SATO, CRYO, "2027-05-18 09:00", 1440);
}

#[test]
fn an_appeal_reaches_the_managers_and_its_answer_lifts_the_suspension() {
    let (house, [first, second]) = confirmed();
    for (id, at) in [(first, "2027-03-03 10:00"), (second, "2027-03-10 10:00")] {
        house.set_clock(at);
        marked(&house, id);
    }
    let sato = house.signed_in(&SATO);
    let request = format!("/requests/{second}");
    let words = sato.get(&request).expect(200).text();
    assert!(words.contains(&format!("{request}/appeal")));
    let page = sato.get(&format!("{request}/appeal")).expect(200);
    assert!(
        page.words().contains("2027年4月9日（金）まで"),
        "{}",
        page.words()
    );
    let form = page
        .form("/appeal")
        .with("reason", "別の入口で待っていました");
    sato.follow(&sato.submit(&form).expect(303)).expect(200);
    let again = house.act(&SATO, move |tx, by| appeal(tx, by, second, "もう一度"));
    assert_eq!(wrong(again.unwrap_err()), [Wrong::Use(UseBar::Appealed)]);
    assert_eq!(house.letters().last().unwrap().0, "appealed");
    let inoue = house.signed_in(&INOUE);
    let desk = inoue.get("/manage/usage").expect(200).text();
    let path = format!("/manage/requests/{second}/no-show");
    assert!(desk.contains(&path));
    let page = inoue.get(&path).expect(200);
    assert!(page.words().contains("別の入口で待っていました"));
    let mut form = page.form("/excuse").with("reason", "監視カメラで確かめた");
    form.action = format!("/manage/requests/{second}/excuse");
    inoue.submit(&form).expect(303);
    assert_eq!(house.letters().last().unwrap().0, "excused");
    assert!(sato.get(&request).expect(200).words().contains("完了"));
    house.request(&SATO, CRYO, "2027-04-20 09:00", 1440);
    // the first one still counts, and its record can be let stand
    let id = first;
    house
        .act(&SATO, move |tx, by| appeal(tx, by, id, "事情がある"))
        .unwrap();
    house
        .act(&INOUE, move |tx, by| uphold(tx, by, id, "記録のとおり"))
        .unwrap();
    assert_eq!(house.count("no_show where excused = false"), 1);
    assert!(
        house
            .act(&INOUE, move |tx, by| uphold(tx, by, id, "もう一度"))
            .is_err()
    );
}

#[test]
fn a02_a_no_show_exists_for_its_applicant_and_the_facility_only() {
    let (house, [first, _]) = confirmed();
    house.set_clock("2027-03-03 10:00");
    for person in [&KIM, &NAKAMURA, &SATO] {
        let tried = house.act(person, move |tx, by| mark(tx, by, first, "来なかった"));
        assert!(matches!(tried, Err(Halt::Absent)), "{}", person.email);
    }
    marked(&house, first);
    for person in [&KIM, &NAKAMURA, &INOUE] {
        let tried = house.act(person, move |tx, by| appeal(tx, by, first, "異議"));
        assert!(matches!(tried, Err(Halt::Absent)), "{}", person.email);
    }
    let tried = house.act(&SATO, move |tx, by| excuse(tx, by, first, "自分で"));
    assert!(matches!(tried, Err(Halt::Absent)));
    let kim = house.signed_in(&KIM);
    kim.get(&format!("/requests/{first}/appeal")).expect(404);
}

#[test]
fn g12_the_clock_releases_what_nobody_began_once_and_leaves_what_was_begun_alone() {
    let (house, [first, second]) = confirmed();
    let turn = |at: &str| {
        house.set_clock(at);
        for _ in 0..2 {
            house.wait(jobs::usage::release(&house.rooms)).unwrap();
        }
    };
    turn("2027-03-03 09:59");
    assert_eq!(house.count("no_show"), 0);
    turn("2027-03-03 10:00");
    assert_eq!(house.count("no_show where marked_by is null"), 1);
    assert_eq!(house.count("booking where state = 'no_show'"), 1);
    let left = format!("allocation where booking_id = {}", first.number());
    assert_eq!(house.count(&left), 0);
    let told: Vec<String> = house.letters().into_iter().map(|(what, _)| what).collect();
    assert_eq!(told.iter().filter(|what| *what == "no_show").count(), 2);
    let sato = house.signed_in(&SATO);
    let page = sato.get(&format!("/requests/{first}/appeal")).expect(200);
    assert!(
        page.words().contains("自動で記録しました"),
        "{}",
        page.words()
    );
    house.set_clock("2027-03-10 09:05");
    let sato = house.signed_in(&SATO);
    sato.post(&format!("/requests/{second}/check-in"), &[]);
    turn("2027-03-10 10:30");
    assert_eq!(house.count("no_show"), 1);
    assert_eq!(house.count("booking where state = 'in_use'"), 1);
}
