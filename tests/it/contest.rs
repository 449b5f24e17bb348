//! 競合: where the rule lets the facility choose, requests for the same time wait side by side, holding nothing.

use std::collections::BTreeSet;

use futures_util::future::join_all;
use madoguchi::acts::booking::{Ruling, cancel, rule};
use madoguchi::domain::halt::Halt;
use madoguchi::domain::id::BookingId;
use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::parameter::value::Value;
use madoguchi::domain::refusal::Refusal;
use madoguchi::jobs;

use crate::asking::{filled, number};
use crate::house::House;
use crate::lab::{HAYASHI, NISHIMURA, NSIM, lab, ruled};
use crate::people::{INOUE, KIM, SATO};
use crate::world::CRYO;

const DAY: &str = "2026-05-12 10:00";

/// A house whose imaging facility chooses among requests, without trainings.
pub fn choosing() -> House {
    let house = lab();
    ruled(
        &house,
        &[
            (
                Parameter::PriorityRule,
                Value::Code("manager_decides".into()),
            ),
            (Parameter::TrainingRequired, Value::Codes(BTreeSet::new())),
        ],
    );
    house
}

/// Asks on the pages, and gives back the number.
fn ask(house: &House, who: &crate::people::Person, start: &str, minutes: i64) -> String {
    let client = house.signed_in(who);
    let sent = client.submit(&filled(&client, NSIM, start, minutes));
    number(&sent.expect(303))
}

fn held(house: &House) -> i64 {
    house.count("allocation where booking_id is not null")
}

#[test]
fn requests_wait_side_by_side_until_one_is_chosen_and_the_others_are_told_what_is_free() {
    let house = choosing();
    let first = ask(&house, &HAYASHI, DAY, 120);
    let second = ask(&house, &SATO, "2026-05-12 11:00", 120);
    let apart = ask(&house, &KIM, "2026-05-12 15:00", 120);
    assert_eq!(held(&house), 0, "nothing is held");
    assert_eq!(house.count("competing_claim"), 3);
    assert_eq!(house.count("booking where state = 'submitted'"), 3);
    let told: Vec<String> = house.letters().into_iter().map(|(what, _)| what).collect();
    assert_eq!(told.iter().filter(|what| *what == "competing").count(), 3);

    let manager = house.signed_in(&NISHIMURA);
    let queue = manager.get("/manage/requests").expect(200);
    assert_eq!(
        queue.words().matches("▲ 競合").count(),
        2,
        "{}",
        queue.words()
    );
    assert!(queue.text().contains(&format!("/manage/conflicts/{first}")));
    assert!(!queue.text().contains(&format!("/manage/conflicts/{apart}")));
    let page = manager
        .get(&format!("/manage/conflicts/{second}"))
        .expect(200);
    for said in ["林 杏", "2件中1番目", "2件中2番目", "0分", "代わりの空き枠"] {
        assert!(page.words().contains(said), "{said}: {}", page.words());
    }
    let form = page.form(&format!("/manage/requests/{second}/approve"));
    manager.submit(&form).expect(303);

    assert_eq!(held(&house), 1);
    assert_eq!(house.count("competing_claim"), 2, "it competes no longer");
    let letters = house.deliver();
    let passed: Vec<_> = letters
        .iter()
        .filter(|one| one.composed.subject.contains("ほかの申請の承認"))
        .collect();
    let [letter] = &passed[..] else {
        panic!("{} letters", passed.len())
    };
    assert_eq!(letter.to, HAYASHI.email);
    assert_eq!(letter.composed.text.matches("近い空き枠：").count(), 3);
    assert!(letter.composed.entry.is_none());
    settled_for_another(&house, &first);
}

/// The one who was passed over sees free times, and changes to one of them.
fn settled_for_another(house: &House, first: &str) {
    let hayashi = house.signed_in(&HAYASHI);
    let mine = hayashi.get("/my/requests").expect(200).words();
    assert!(mine.contains("選考待ち"), "{mine}");
    let page = hayashi.get(&format!("/requests/{first}")).expect(200);
    assert!(
        page.words()
            .contains("ほかの申請が承認されたか機器が停止するため")
    );
    let text = page.text();
    let link = format!("/requests/{first}/change?start=");
    assert_eq!(text.matches(&link).count(), 3);
    let path = text.split('"').find(|part| part.contains(&link)).unwrap();
    let form = hayashi.get(path).expect(200).form("/change");
    assert!(path.ends_with(&form.value("start")), "{path}");
    hayashi.submit(&form).expect(303);
    let page = hayashi.get(&format!("/requests/{first}")).expect(200);
    assert!(page.words().contains("施設が選びます"), "{}", page.words());
    assert_eq!(house.count("competing_claim"), 2, "the old wish is gone");
    assert_eq!(held(house), 1);
}

#[test]
fn what_was_given_away_is_not_given_twice_and_can_be_had_again_when_it_is_given_back() {
    let house = choosing();
    let first = ask(&house, &HAYASHI, DAY, 120);
    let second = ask(&house, &SATO, DAY, 120);
    let manager = house.signed_in(&NISHIMURA);
    let path = format!("/manage/requests/{first}");
    let form = manager.get(&path).expect(200).form("");
    let mut approve = form.clone();
    approve.action = format!("{path}/approve");
    manager.submit(&approve).expect(303);
    // the other one is refused with what is free, on its own page
    let other = format!("/manage/requests/{second}");
    let mut again = manager.get(&other).expect(200).form("");
    again.action = format!("{other}/approve");
    let refused = manager.submit(&again).expect(409);
    let said = refused.words();
    assert!(said.contains("直前に他の予約が入りました。"), "{said}");
    assert!(said.contains("近くの空き枠"), "{said}");
    let compared = manager
        .get(&format!("/manage/conflicts/{second}"))
        .expect(200);
    assert!(
        compared
            .words()
            .contains("すでにほかの予約または停止で埋まっています")
    );
    assert!(!compared.text().contains("/approve\""));
    // whoever is approved leads to their own page
    manager
        .get(&format!("/manage/conflicts/{first}"))
        .expect(303);
    // a correction would keep no slot: it is approved or rejected
    let mut back = manager
        .get(&other)
        .expect(200)
        .form("")
        .with("reason", "直してください");
    assert!(!manager.get(&other).expect(200).text().contains("/return\""));
    back.action = format!("{other}/return");
    manager.submit(&back).expect(422);
    let hayashi = house.signed_in(&HAYASHI);
    let cancel = hayashi
        .get(&format!("/requests/{first}/cancel"))
        .expect(200);
    hayashi.submit(&cancel.form("/cancel")).expect(303);
    manager.submit(&again).expect(303);
    assert_eq!(held(&house), 1);
}

#[test]
fn nobody_else_decides_or_looks_and_its_applicant_takes_it_back() {
    let house = choosing();
    let one = ask(&house, &HAYASHI, DAY, 120);
    let two = ask(&house, &SATO, DAY, 120);
    let path = format!("/manage/conflicts/{one}");
    house.signed_in(&INOUE).get(&path).expect(404);
    house.signed_in(&SATO).get(&path).expect(403);
    house.stranger().get(&path).expect(303);
    let manager = house.signed_in(&NISHIMURA);
    manager.get("/manage/conflicts/C-nothing").expect(404);
    let sato = house.signed_in(&SATO);
    let page = sato.get(&format!("/requests/{two}")).expect(200);
    sato.submit(&page.form("/withdraw")).expect(303);
    assert_eq!(house.count("competing_claim"), 1);
    let alone = manager.get(&path).expect(200).words();
    assert!(alone.contains("今はほかにありません"), "{alone}");
}

#[test]
fn what_nobody_chose_lapses_at_its_start_and_counts_for_limits_until_then() {
    let house = lab();
    ruled(
        &house,
        &[
            (Parameter::PriorityRule, Value::Code("lottery".into())),
            (Parameter::TrainingRequired, Value::Codes(BTreeSet::new())),
            (Parameter::MaxOpenBookingsPerUser, Value::Number(1)),
        ],
    );
    ask(&house, &HAYASHI, DAY, 120);
    let hayashi = house.signed_in(&HAYASHI);
    let more = hayashi.submit(&filled(&hayashi, NSIM, "2026-05-13 10:00", 60));
    assert!(more.expect(422).words().contains("1件"), "the limit");
    house.set_clock(DAY);
    house.wait(jobs::lapse::turn(&house.rooms)).unwrap();
    assert_eq!(house.count("booking where state = 'expired'"), 1);
    assert_eq!(house.count("competing_claim"), 0);
}

#[test]
fn where_whoever_comes_first_has_it_nothing_competes() {
    let house = House::new();
    let id = house.request(&SATO, CRYO, "2027-02-03 09:00", 1440);
    house
        .try_request(&KIM, CRYO, "2027-02-03 09:00", 1440)
        .unwrap_err();
    assert_eq!(house.count("competing_claim"), 0);
    let inoue = house.signed_in(&INOUE);
    inoue.get(&format!("/manage/conflicts/{id}")).expect(303);
}

/// Two managers choose different requests for the same time at once: one of them has it.
#[test]
fn g08_of_two_choices_at_once_one_stands() {
    let house = choosing();
    let ids = [
        ask(&house, &HAYASHI, DAY, 120),
        ask(&house, &SATO, DAY, 120),
    ];
    let deeds = ids.map(|id| {
        let id: BookingId = id.parse().unwrap();
        let db = house.rooms.db.clone();
        let by = house.actor(&NISHIMURA);
        async move {
            db.act(by, move |tx, by| rule(tx, by, id, &Ruling::Approve))
                .await
        }
    });
    let [one, two]: [Result<_, Halt>; 2] = house.wait(join_all(deeds)).try_into().unwrap();
    assert!(one.is_ok() != two.is_ok());
    let refused = one.err().or(two.err()).unwrap();
    assert!(matches!(refused, Halt::Refused(why) if why.iter().all(Refusal::is_lost_slot)));
    assert_eq!(held(&house), 1);
}

#[test]
fn what_is_kept_for_somebody_who_waited_does_not_compete() {
    let house = choosing();
    let first: BookingId = ask(&house, &HAYASHI, DAY, 120).parse().unwrap();
    house
        .act(&NISHIMURA, move |tx, by| {
            rule(tx, by, first, &Ruling::Approve)
        })
        .unwrap();
    let sato = house.signed_in(&SATO);
    let path = format!("/waitlist/new?resource={NSIM}&start=2026-05-12T10:00&len=120");
    let form = sato.get(&path).expect(200).form("/waitlist/new");
    let form = form.with("wait_when", "exact").with("want", "hold");
    sato.submit(&form).expect(303);
    house
        .act(&HAYASHI, move |tx, by| cancel(tx, by, first, 100))
        .unwrap();
    assert_eq!(house.count("allocation where purpose = 'offer'"), 1);
    ask(&house, &SATO, DAY, 120);
    assert_eq!(house.count("booking where state = 'facility_review'"), 1);
    assert_eq!(held(&house), 1);
    assert_eq!(house.count("competing_claim"), 0);
}
