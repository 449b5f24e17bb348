//! Cancelling: what it costs is shown before, exact to the minute, and stays with the booking; the
//! facility calls off with a reason and without a fee.

use madoguchi::acts::booking::{Ruling, call_off, cancel, rule};
use madoguchi::domain::halt::Halt;
use madoguchi::domain::id::BookingId;
use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::parameter::value::{Tier, Value};
use madoguchi::domain::refusal::Wrong;

use crate::house::House;
use crate::people::{INOUE, KIM, NAKAMURA, SATO};
use crate::sheet::{self, Version};
use crate::world::{CRYO, rule_of};

/// The use of story S8.
const USE: &str = "2027-03-23 09:00";

/// A confirmed booking under a rule that charges: free until five business days before, then half.
fn confirmed() -> (House, BookingId) {
    confirmed_under(&[])
}

/// The same under a rule that says more.
fn confirmed_under(more: &[(Parameter, Value)]) -> (House, BookingId) {
    let house = House::new();
    house.set_clock("2027-02-10 10:00");
    let id = house.request(&SATO, CRYO, USE, 1440);
    house
        .act(&INOUE, move |tx, by| rule(tx, by, id, &Ruling::Approve))
        .unwrap();
    let tiers = [(5, 0), (1, 50), (0, 100)].map(|(days, percent)| Tier { days, percent });
    let mut said = vec![(Parameter::CancelTiers, Value::Tiers(tiers.to_vec()))];
    said.extend_from_slice(more);
    let version = Version {
        facility: "riken-cryoem",
        id: 9100,
        effective_on: "2027-03-01",
    };
    sheet::publish(&house, &version, CRYO, &said);
    assert_ne!(rule_of(CRYO), 9100);
    (house, id)
}

#[test]
fn s8_the_cost_is_shown_before_and_frozen_with_the_booking() {
    let (house, id) = confirmed();
    house.set_clock("2027-03-16 10:00");
    let sato = house.signed_in(&SATO);
    let request = format!("/requests/{id}");
    assert!(
        sato.get(&request)
            .expect(200)
            .text()
            .contains(&format!("{request}/cancel"))
    );
    let page = sato.get(&format!("{request}/cancel")).expect(200);
    let words = page.words();
    assert!(words.contains("無料で取り消せる期限（2027年3月15日（月）17:00）を過ぎています。取消料は利用料金の50％です。"), "{words}");
    assert!(words.contains("第5条"), "{words}");
    // looking changed nothing
    assert_eq!(house.count("cancellation"), 0);
    let form = page.form(&format!("{request}/cancel"));
    sato.follow(&sato.submit(&form).expect(303));
    assert_eq!(
        house.count("cancellation where percent = 50 and side = 'user'"),
        1
    );
    let words = sato.get(&request).expect(200).words();
    assert!(
        words.contains("利用料金の50％ ― 無料の期限 2027年3月15日（月）17:00"),
        "{words}"
    );
    // it frees the time at once, and there is nothing left to cancel
    assert_eq!(
        house.count(&format!("allocation where booking_id = {}", id.number())),
        0
    );
    sato.get(&format!("{request}/cancel")).expect(303);
    let told = house.letters();
    let cancelled = told.iter().filter(|(what, _)| what == "cancelled");
    assert_eq!(cancelled.count(), 2);
}

#[test]
fn s8_a_deadline_that_passes_between_look_and_deed_is_said_and_nothing_is_cancelled() {
    let (house, id) = confirmed();
    house.set_clock("2027-03-15 17:00");
    let sato = house.signed_in(&SATO);
    let path = format!("/requests/{id}/cancel");
    let page = sato.get(&path).expect(200);
    assert!(
        page.words()
            .contains("2027年3月15日（月）17:00までの取消しは無料です。"),
        "{}",
        page.words()
    );
    let form = page.form(&path);
    house.set_clock("2027-03-15 17:01");
    let again = sato.submit(&form).expect(422);
    assert!(
        again.words().contains("取消料が利用料金の50％になりました"),
        "{}",
        again.words()
    );
    assert_eq!(house.count("cancellation"), 0);
    // who agrees to what it costs by now cancels
    sato.submit(&again.form(&path)).expect(303);
    assert_eq!(house.count("cancellation where percent = 50"), 1);
}

#[test]
fn s8_the_last_minute_of_the_deadline_is_free() {
    let (house, id) = confirmed();
    house.set_clock("2027-03-15 17:00");
    house
        .act(&SATO, move |tx, by| cancel(tx, by, id, 0))
        .unwrap();
    assert_eq!(house.count("cancellation where percent = 0"), 1);
}

#[test]
fn the_facility_calls_off_with_a_reason_and_without_a_fee() {
    let (house, id) = confirmed();
    house.set_clock("2027-03-22 10:00");
    let inoue = house.signed_in(&INOUE);
    let request = format!("/manage/requests/{id}");
    let path = format!("{request}/call-off");
    assert!(inoue.get(&request).expect(200).text().contains(&path));
    let form = inoue.get(&path).expect(200).form(&path);
    let refused = inoue.submit(&form).expect(422);
    assert!(refused.words().contains("エラー"), "{}", refused.words());
    assert_eq!(house.count("cancellation"), 0);
    inoue
        .submit(&form.with("reason", "冷却水が止まりました。"))
        .expect(303);
    assert_eq!(
        house.count("cancellation where side = 'facility' and percent = 0"),
        1
    );
    let words = house
        .signed_in(&SATO)
        .get(&format!("/requests/{id}"))
        .expect(200)
        .words();
    assert!(words.contains("冷却水が止まりました。"), "{words}");
    assert!(words.contains("なし（施設の都合のため）"), "{words}");
    let told = house.letters();
    let readers: Vec<&str> = told
        .iter()
        .filter(|(what, _)| what == "called_off")
        .map(|(_, to)| to.as_str())
        .collect();
    assert_eq!(readers, [SATO.email, INOUE.email]);
    let sent = house.deliver();
    let entry = sent.last().and_then(|parcel| parcel.composed.entry.clone());
    assert!(entry.unwrap().text.contains("METHOD:CANCEL"));
    // the time is free for others, and it can't be called off twice
    inoue.get(&path).expect(303);
    let twice = house.act(&INOUE, move |tx, by| call_off(tx, by, id, "もう一度"));
    assert!(matches!(twice, Err(Halt::Refused(_))));
}

#[test]
fn nobody_calls_off_their_own_booking_nor_one_that_is_over_nor_another_facility_s() {
    let house = House::new();
    let own = house.request(&INOUE, CRYO, "2027-02-03 09:00", 1440);
    let refusal = |done: Result<BookingId, Halt>| match done {
        Err(Halt::Refused(refusals)) => refusals.into_iter().map(|one| one.wrong).collect(),
        other => panic!("{other:?}"),
    };
    let wrongs: Vec<Wrong> =
        refusal(house.act(&INOUE, move |tx, by| call_off(tx, by, own, "理由")));
    assert!(wrongs.contains(&Wrong::OwnRequest), "{wrongs:?}");
    let id = house.request(&KIM, CRYO, "2027-02-10 09:00", 1440);
    house
        .act(&INOUE, move |tx, by| rule(tx, by, id, &Ruling::Approve))
        .unwrap();
    let theirs = house.act(&NAKAMURA, move |tx, by| call_off(tx, by, id, "理由"));
    assert!(matches!(theirs, Err(Halt::Absent)));
    house.set_clock("2027-02-11 09:00");
    let over = refusal(house.act(&INOUE, move |tx, by| call_off(tx, by, id, "理由")));
    assert_eq!(over, [Wrong::WrongState]);
}

/// Somebody else uses the time that was given up, from start to end.
fn used_by_kim(house: &House) {
    let agreed = house.act(&KIM, |tx, by| {
        madoguchi::acts::rule::agree(tx, by, madoguchi::domain::id::RuleId::new(9100))
    });
    agreed.unwrap();
    house.lead(CRYO, 1);
    let other = house.request(&KIM, CRYO, USE, 1440);
    let approved = house.act(&INOUE, move |tx, by| rule(tx, by, other, &Ruling::Approve));
    approved.unwrap();
    house.set_clock("2027-03-24 10:00");
    house
        .wait(madoguchi::jobs::usage::turn(&house.rooms))
        .unwrap();
    let log = madoguchi::domain::usage::log::TypedLog {
        from: USE.replace(' ', "T"),
        until: "2027-03-24T09:00".into(),
        samples: "4".into(),
        ..Default::default()
    };
    let logged = house.act(&KIM, move |tx, by| {
        madoguchi::acts::usage::log(tx, by, other, &log)
    });
    logged.unwrap();
}

#[test]
fn s8_3_the_fee_of_time_that_somebody_else_used_is_waived_where_the_rule_says_so() {
    for (waives, left) in [(true, 0), (false, 1)] {
        let (house, id) = confirmed_under(&[(Parameter::WaiveFeeIfReused, Value::Flag(waives))]);
        house.set_clock("2027-03-16 10:00");
        let done = house.act(&SATO, move |tx, by| cancel(tx, by, id, 50));
        done.unwrap();
        used_by_kim(&house);
        // the record stays as it was made
        let kept = "cancellation where percent = 50";
        assert_eq!(house.count(kept), 1);
        assert_eq!(house.count(&format!("{kept} and waived_at is null")), left);
        let page = house.signed_in(&SATO).get(&format!("/requests/{id}"));
        let words = page.expect(200).words();
        assert_eq!(
            words.contains("免除（枠が再利用されたため"),
            waives,
            "{words}"
        );
        let told = crate::amending::letters(&house, "fee_waived");
        assert_eq!(told.len(), usize::from(waives));
    }
}
