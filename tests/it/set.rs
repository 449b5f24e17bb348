//! 一組の予約: several facilities asked as one; each decides for itself, and all is confirmed or nothing.

use diesel::connection::SimpleConnection;
use madoguchi::acts::booking as deeds;
use madoguchi::domain::id::BookingId;

use crate::amending::{letters, mail};
use crate::asking::{agreed, filled, number};
use crate::client::Answer;
use crate::house::House;
use crate::outage::looked;
use crate::people::{KIM, NAKAMURA, SATO, YAMADA};
use crate::world::{CONFOCAL, IMAGING, QPCR};

pub const DAY: &str = "2026-12-16";

/// The confocal microscope, with which another institution's microscope can be asked for, and a PCR system.
pub fn house() -> House {
    let house = House::new();
    let mut conn = house.conn();
    for slug in [CONFOCAL, QPCR, IMAGING] {
        house.lead(slug, 0);
    }
    let grant = format!(
        "insert into role_grant (id, user_id, role, facility_id, granted_at) \
         select 9001, {}, 'facility_manager', f.id, 0 from facility f where f.slug = 'ncvc-imaging'",
        NAKAMURA.id
    );
    conn.batch_execute(&grant).unwrap();
    for other in [IMAGING, QPCR] {
        let companion = format!(
            "insert into companion (resource_id, companion_id) select a.id, b.id from resource a, resource b \
             where a.slug = '{CONFOCAL}' and b.slug = '{other}'"
        );
        conn.batch_execute(&companion).unwrap();
    }
    house
}

pub fn claims(house: &House, slug: &str) -> i64 {
    house.count(&format!(
        "allocation where resource_id = (select id from resource where slug = '{slug}')"
    ))
}

pub fn states(house: &House, state: &str) -> i64 {
    house.count(&format!("booking where state = '{state}'"))
}

/// Sato asks both institutions, from the form; the second rule is agreed to where the page asks for it.
pub fn both(house: &House, start: &str) -> Answer {
    let sato = house.signed_in(&SATO);
    let form = filled(&sato, CONFOCAL, &format!("{DAY} {start}"), 120);
    let form = form.with(&format!("with-{IMAGING}"), "yes");
    let again = sato.submit(&form);
    if again.status != 422 {
        return again;
    }
    sato.submit(&agreed(again.form("/requests"), &again))
}

/// The numbers of both bookings, the asked one first.
pub fn asked(house: &House) -> (String, String) {
    let first = number(&both(house, "10:00").expect(303));
    let sato = house.signed_in(&SATO);
    let page = sato.get(&format!("/requests/{first}")).expect(200);
    let text = page.text();
    let (_, rest) = text.split_once("一緒に申請した予約").unwrap();
    let (_, rest) = rest.split_once("/requests/").unwrap();
    (first, rest.chars().take(13).collect())
}

#[test]
fn each_rule_is_agreed_to_each_facility_is_asked_and_one_receipt_names_both() {
    let house = house();
    let sato = house.signed_in(&SATO);
    let form = filled(&sato, CONFOCAL, &format!("{DAY} 10:00"), 120);
    let refused = sato
        .submit(&form.with(&format!("with-{IMAGING}"), "yes"))
        .expect(422);
    let words = refused.words();
    assert!(words.contains("国循 研究所"), "{words}");
    assert!(words.contains("第2.1版"), "{words}");
    assert_eq!(house.count("booking"), 0);
    let whole = agreed(refused.form("/requests"), &refused);
    sato.submit(&whole).expect(303);
    sato.submit(&whole).expect(303);
    assert_eq!(states(&house, "facility_review"), 2);
    assert_eq!((claims(&house, CONFOCAL), claims(&house, IMAGING)), (1, 1));
    assert_eq!(letters(&house, "received").len(), 1);
    assert_eq!(house.count("booking_part"), 0);
    let mail = mail(&house, &SATO);
    let [(_, receipt)] = &mail[..] else {
        panic!("{mail:?}");
    };
    assert!(receipt.contains("一緒に使うもの"), "{receipt}");
}

#[test]
fn the_last_yes_confirms_both_and_the_first_one_only_waits() {
    let house = house();
    let (first, second) = asked(&house);
    let (here, there) = (house.signed_in(&YAMADA), house.signed_in(&NAKAMURA));
    here.get(&format!("/manage/requests/{second}")).expect(404);
    let desk = there.get(&format!("/manage/requests/{second}")).expect(200);
    there.submit(&desk.form("/approve")).expect(303);
    assert_eq!(
        (states(&house, "approved"), states(&house, "confirmed")),
        (1, 0)
    );
    let page = there.get(&format!("/manage/requests/{second}")).expect(200);
    assert!(
        page.words().contains("ほかの施設の決定待ち"),
        "{}",
        page.words()
    );
    there.submit(&desk.form("/approve")).expect(409);
    let sato = house.signed_in(&SATO);
    let own = sato.get(&format!("/requests/{second}")).expect(200);
    assert!(
        own.words().contains("決定を待っています"),
        "{}",
        own.words()
    );
    let desk = here.get(&format!("/manage/requests/{first}")).expect(200);
    assert!(
        desk.words().contains("ほかの施設の決定待ち"),
        "{}",
        desk.words()
    );
    here.submit(&desk.form("/approve")).expect(303);
    assert_eq!(states(&house, "confirmed"), 2);
    let mut confirmed = letters(&house, "confirmed");
    confirmed.sort();
    // each booking has its own calendar entry, for its applicant and for its managers
    let to_sato = confirmed.iter().filter(|to| **to == SATO.email).count();
    assert_eq!(to_sato, 2, "{confirmed:?}");
    // from now on each is given up by itself
    let cancel = sato.get(&format!("/requests/{first}/cancel")).expect(200);
    assert!(cancel.words().contains("ほかの予約は残ります"));
    sato.submit(&cancel.form("/cancel")).expect(303);
    assert_eq!((claims(&house, CONFOCAL), claims(&house, IMAGING)), (0, 1));
}

#[test]
fn one_no_gives_everything_back_also_after_the_other_s_yes() {
    let house = house();
    let (first, second) = asked(&house);
    let (here, there) = (house.signed_in(&YAMADA), house.signed_in(&NAKAMURA));
    let desk = here.get(&format!("/manage/requests/{first}")).expect(200);
    let yes = desk.form("/approve");
    here.submit(&yes).expect(303);
    let desk = there.get(&format!("/manage/requests/{second}")).expect(200);
    let no = desk.form("/reject").with("reason", "装置の調整中です。");
    there.submit(&no).expect(303);
    assert_eq!(
        (states(&house, "rejected"), states(&house, "withdrawn")),
        (1, 1)
    );
    assert_eq!(house.count("allocation"), 0);
    let told = letters(&house, "set_dissolved");
    assert!(told.contains(&YAMADA.email.to_owned()), "{told:?}");
    let mail = mail(&house, &SATO);
    let rejected = mail.iter().find(|(_, text)| text.contains("調整中"));
    let (_, rejected) = rejected.unwrap();
    assert!(rejected.contains("あわせて取り下げた申請"), "{rejected}");
    // what is over stays over
    here.submit(&yes).expect(409);
}

#[test]
fn whoever_said_yes_can_still_call_off_and_gives_all_back() {
    let house = house();
    let (first, _) = asked(&house);
    let here = house.signed_in(&YAMADA);
    let path = format!("/manage/requests/{first}");
    let desk = here.get(&path).expect(200);
    here.submit(&desk.form("/approve")).expect(303);
    let page = here.get(&format!("{path}/call-off")).expect(200);
    let off = page
        .form("/call-off")
        .with("reason", "レーザーの故障です。");
    here.submit(&off).expect(303);
    let off = states(&house, "cancelled_by_facility");
    assert_eq!((off, states(&house, "withdrawn")), (1, 1));
    assert_eq!(house.count("allocation"), 0);
}

#[test]
fn an_outage_of_one_gives_back_what_still_waits_with_it() {
    let house = house();
    asked(&house);
    let here = house.signed_in(&YAMADA);
    let page = looked(&here, &format!("{DAY}T08:00"), &format!("{DAY}T18:00"));
    here.submit(&page.form("/manage/outages/register"))
        .expect(303);
    let off = states(&house, "cancelled_by_facility");
    assert_eq!((off, states(&house, "withdrawn")), (1, 1));
    assert_eq!(
        (claims(&house, CONFOCAL), claims(&house, IMAGING)),
        (1, 0),
        "the outage itself"
    );
    assert_eq!(letters(&house, "set_dissolved"), [NAKAMURA.email]);
}

#[test]
fn the_applicant_withdraws_all_and_the_clock_ends_all() {
    let house = house();
    let (first, _) = asked(&house);
    let sato = house.signed_in(&SATO);
    let own = sato.get(&format!("/requests/{first}")).expect(200);
    assert!(
        own.words().contains("すべて取り下げます"),
        "{}",
        own.words()
    );
    sato.submit(&own.form("/withdraw")).expect(303);
    assert_eq!(states(&house, "withdrawn"), 2);
    assert_eq!(house.count("allocation"), 0);
    let (first, _) = asked(&house);
    house.set_clock(&format!("{DAY} 10:00"));
    let id: BookingId = first.parse().unwrap();
    let by = madoguchi::domain::actor::Actor::house(crate::world::moment(&format!("{DAY} 10:00")));
    let done = house
        .rooms
        .db
        .act(by, move |tx, by| deeds::expire(tx, by, id));
    house.wait(done).unwrap();
    assert_eq!(
        (states(&house, "expired"), states(&house, "withdrawn")),
        (1, 3)
    );
}

#[test]
fn g07_where_one_facility_has_no_room_nobody_is_asked() {
    let house = house();
    house.request(&KIM, IMAGING, &format!("{DAY} 11:00"), 60);
    let before = house.count("allocation");
    let refused = both(&house, "10:00").expect(409);
    let words = refused.words();
    assert!(words.contains("」："), "{words}");
    assert!(words.contains("近くの空き枠"), "{words}");
    assert!(
        !words.contains("空き待ち"),
        "a line for one of them helps nobody: {words}"
    );
    assert!(!words.contains("この日時は空いています"), "{words}");
    let summary = words.split("近い空き枠").next().unwrap_or_default();
    assert_eq!(
        summary.matches("直前に他の予約").count(),
        1,
        "said once: {words}"
    );
    assert_eq!(
        (house.count("allocation"), house.count("booking")),
        (before, 1)
    );
    both(&house, "14:00").expect(303);
    assert_eq!(house.count("booking"), 3);
}

#[test]
fn a_set_is_no_series_and_takes_its_own_facility_s_parts_along() {
    let house = house();
    let sato = house.signed_in(&SATO);
    let form = filled(&sato, CONFOCAL, &format!("{DAY} 10:00"), 120);
    let form = form
        .with(&format!("with-{IMAGING}"), "yes")
        .with("every", "7")
        .with("times", "2");
    let refused = sato.submit(&form).expect(422);
    assert!(
        refused.words().contains("定期予約にできません"),
        "{}",
        refused.words()
    );
    let form = filled(&sato, CONFOCAL, &format!("{DAY} 10:00"), 120);
    let form = form
        .with(&format!("with-{IMAGING}"), "yes")
        .with(&format!("with-{QPCR}"), "yes");
    let again = sato.submit(&form).expect(422);
    sato.submit(&agreed(again.form("/requests"), &again))
        .expect(303);
    assert_eq!(house.count("booking"), 2);
    let held = [CONFOCAL, QPCR, IMAGING].map(|slug| claims(&house, slug));
    assert_eq!(held, [1, 1, 1]);
}
