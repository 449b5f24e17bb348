//! 一緒に使うもの: an instrument with another resource of its facility, all or nothing.

use diesel::connection::SimpleConnection;
use madoguchi::acts;
use madoguchi::domain::booking::{Content, Wish};
use madoguchi::domain::halt::Halt;
use madoguchi::domain::id::BookingId;
use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::refusal::Refusal;

use crate::asking::{filled, number};
use crate::house::House;
use crate::people::{KIM, SATO, YAMADA};
use crate::sheet::{Version, codes, publish};
use crate::world::{CONFOCAL, QPCR, moment};

const DAY: &str = "2026-12-16";

/// The confocal microscope, with which the PCR system can be asked for.
fn house() -> House {
    let house = House::new();
    for slug in [CONFOCAL, QPCR] {
        house.lead(slug, 0);
    }
    let companion = format!(
        "insert into companion (resource_id, companion_id) select a.id, b.id from resource a, resource b \
         where a.slug = '{CONFOCAL}' and b.slug = '{QPCR}'"
    );
    let mut conn = house.conn();
    conn.batch_execute(&companion).unwrap();
    house
}

fn claims(house: &House, slug: &str) -> i64 {
    house.count(&format!(
        "allocation where resource_id = (select id from resource where slug = '{slug}')"
    ))
}

/// Sato asks for both, from the form.
fn both(house: &House, start: &str) -> crate::client::Answer {
    let sato = house.signed_in(&SATO);
    let form = filled(&sato, CONFOCAL, &format!("{DAY} {start}"), 120);
    sato.submit(&form.with(&format!("with-{QPCR}"), "yes"))
}

#[test]
fn both_are_held_with_one_request_and_one_decision_and_freed_together() {
    let house = house();
    let sato = house.signed_in(&SATO);
    let form = sato
        .get(&format!(
            "/requests/new?resource={CONFOCAL}&start={DAY}T10:00&len=120"
        ))
        .expect(200);
    assert!(form.words().contains("一緒に使うもの"), "{}", form.words());
    let id = number(&both(&house, "10:00").expect(303));
    assert_eq!((claims(&house, CONFOCAL), claims(&house, QPCR)), (1, 1));
    let own = sato.get(&format!("/requests/{id}")).expect(200);
    assert!(
        own.words().contains("一緒に使うもの リアルタイムPCR"),
        "{}",
        own.words()
    );
    let manager = house.signed_in(&YAMADA);
    let desk = manager.get(&format!("/manage/requests/{id}")).expect(200);
    assert!(desk.words().contains("リアルタイムPCR"));
    manager.submit(&desk.form("/approve")).expect(303);
    assert_eq!(house.count("booking where state = 'confirmed'"), 1);
    let cancel = sato.get(&format!("/requests/{id}/cancel")).expect(200);
    sato.submit(&cancel.form("/cancel")).expect(303);
    assert_eq!(house.count("allocation"), 0);
}

#[test]
fn g07_all_or_nothing_where_one_of_them_is_taken_neither_is_held() {
    let house = house();
    house.request(&KIM, QPCR, &format!("{DAY} 11:00"), 60);
    let before = house.count("allocation");
    let refused = both(&house, "10:00").expect(409);
    let words = refused.words();
    assert!(words.contains("「リアルタイムPCR」："), "{words}");
    assert!(words.contains("近くの空き枠"), "{words}");
    assert!(
        refused.text().contains(&format!("with-{QPCR}")),
        "the choice stays"
    );
    assert_eq!(house.count("allocation"), before);
    assert_eq!(house.count("booking"), 1);
    // alone it can be had, and both at another time
    house.request(&SATO, CONFOCAL, &format!("{DAY} 10:00"), 120);
    both(&house, "14:00").expect(303);
    // nobody takes what is held besides
    let late = house.try_request(&KIM, QPCR, &format!("{DAY} 15:00"), 60);
    let Err(Halt::Refused(refusals)) = late else {
        panic!("{late:?}");
    };
    assert!(refusals.iter().any(Refusal::is_lost_slot), "{refusals:?}");
}

#[test]
fn a_change_takes_both_along_and_needs_room_in_both() {
    let house = house();
    let id = number(&both(&house, "10:00").expect(303));
    house.request(&KIM, QPCR, &format!("{DAY} 14:00"), 60);
    let sato = house.signed_in(&SATO);
    let path = format!("/requests/{id}/change");
    let page = sato.get(&path).expect(200);
    let to = |start: &str| {
        page.form("/change")
            .with("start", &format!("{DAY}T{start}"))
    };
    let refused = sato.submit(&to("13:00")).expect(409);
    assert!(
        refused.words().contains("「リアルタイムPCR」："),
        "{}",
        refused.words()
    );
    sato.submit(&to("11:00")).expect(303);
    assert_eq!((claims(&house, CONFOCAL), claims(&house, QPCR)), (1, 2));
    let moved = "allocation a join allocation b on a.holder_id = b.booking_id and a.use_starts_at = b.use_starts_at";
    assert_eq!(house.count(moved), 1);
}

#[test]
fn what_is_not_offered_with_it_can_not_be_asked_for_with_it() {
    let house = house();
    let by = house.actor(&SATO);
    let start = moment(&format!("{DAY} 10:00"));
    let wish = Wish {
        start: Some(start),
        minutes: Some(60),
        with: vec![CONFOCAL.to_owned()],
        content: Content::default(),
        ..Wish::default()
    };
    let done = house.rooms.db.act(by, move |tx, by| {
        acts::booking::request(tx, by, BookingId::new(77), QPCR, &wish)
    });
    assert!(matches!(house.wait(done), Err(Halt::Absent)));
}

#[test]
fn an_outage_of_what_goes_with_it_calls_the_whole_off() {
    let house = house();
    let id = number(&both(&house, "10:00").expect(303));
    let manager = house.signed_in(&YAMADA);
    let page = manager
        .get(&format!(
            "/manage/outages/register?resource={QPCR}&sort=failure&stop_from={DAY}T08:00&stop_until={DAY}T18:00&reason=%E9%9B%BB%E6%BA%90"
        ))
        .expect(200);
    assert!(page.words().contains(&id), "{}", page.words());
    manager
        .submit(&page.form("/manage/outages/register"))
        .expect(303);
    assert_eq!(
        house.count("booking where state = 'cancelled_by_facility'"),
        1
    );
    assert_eq!((claims(&house, CONFOCAL), claims(&house, QPCR)), (0, 1));
}

#[test]
fn what_the_other_one_needs_is_asked_for_together_with_it() {
    let house = house();
    let version = Version {
        facility: "ncgg-ri",
        id: 4002,
        effective_on: "2026-12-01",
    };
    let trained = (Parameter::TrainingRequired, codes(&["C1"]));
    publish(&house, &version, QPCR, &[trained]);
    let sato = house.signed_in(&SATO);
    let alone = filled(&sato, CONFOCAL, &format!("{DAY} 15:00"), 60).with("support_mode", "self");
    let alone = number(&sato.submit(&alone).expect(303));
    let form = filled(&sato, CONFOCAL, &format!("{DAY} 10:00"), 120)
        .with(&format!("with-{QPCR}"), "yes")
        .with("support_mode", "self");
    let held = number(&sato.submit(&form).expect(303));
    let page = sato.get(&format!("/requests/{held}")).expect(200);
    assert!(page.words().contains("保留"), "{}", page.words());
    assert_eq!(house.count("booking where state = 'held'"), 1);
    let yamada = house.signed_in(&YAMADA);
    let desk = yamada.get(&format!("/manage/requests/{alone}")).expect(200);
    yamada.submit(&desk.form("/approve")).expect(303);
    assert_eq!(house.count("booking where state = 'confirmed'"), 1);
}

#[test]
fn what_is_kept_of_the_other_one_for_its_applicant_is_taken_up_with_it() {
    let house = house();
    let lost = house.request(&KIM, QPCR, &format!("{DAY} 10:00"), 120);
    let sato = house.signed_in(&SATO);
    let path = format!("/waitlist/new?resource={QPCR}&start={DAY}T10:00&len=120");
    let form = sato.get(&path).expect(200).form("/waitlist/new");
    let form = form.with("wait_when", "exact").with("want", "hold");
    sato.submit(&form).expect(303);
    house
        .act(&KIM, move |tx, by| acts::booking::withdraw(tx, by, lost))
        .unwrap();
    assert_eq!(house.count("slot_offer where state = 'open'"), 1);
    both(&house, "10:00").expect(303);
    assert_eq!(house.count("slot_offer where state = 'taken'"), 1);
    assert_eq!((claims(&house, CONFOCAL), claims(&house, QPCR)), (1, 1));
}
