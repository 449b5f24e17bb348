//! Story S2: a rule is amended, and who has a booking must agree anew.

use madoguchi::acts;
use madoguchi::acts::booking::{Ruling, rule as decide};
use madoguchi::domain::actor::Actor;
use madoguchi::domain::id::{BookingId, FacilityId, InstitutionId, RuleId};
use madoguchi::domain::name::Name;
use madoguchi::domain::rule::text::Text;
use madoguchi::domain::rule::{Draft, Rule};
use madoguchi::jobs::remind;

use crate::asking::{ask, filled, number, offered};
use crate::house::House;
use crate::people::{Person, Role};
use crate::world::{self, IMAGING};

/// A researcher of another institution.
pub const SUZUKI: Person = Person {
    id: 1101,
    name: "鈴木 航",
    email: "suzuki@nihs.example.jp",
    institution: "nihs",
    language: "ja",
    role: None,
};

/// Decides on the instruments of the imaging facility.
const NISHIMURA: Person = Person {
    id: 1102,
    name: "西村 拓海",
    email: "nishimura@ncvc.example.jp",
    institution: "ncvc",
    language: "ja",
    role: Some(Role::Manager("ncvc-imaging")),
};

/// Suzuki agreed to 2.1 in May and has a confirmed booking for 14 January; on 1 December the
/// facility publishes 3.0, in force from 1 January.
pub fn amended() -> (House, BookingId) {
    let house = House::new();
    house.set_clock("2026-05-20 10:00");
    let at = house.rooms.clock.now();
    for person in [SUZUKI, NISHIMURA] {
        world::settle(&mut house.conn(), &person, "!", at);
    }
    house
        .act(&SUZUKI, |tx, by| {
            acts::rule::agree(tx, by, RuleId::new(2004))
        })
        .unwrap();
    house.set_clock("2026-11-20 10:00");
    let booking = house.request(&SUZUKI, IMAGING, "2027-01-14 10:00", 240);
    house
        .act(&NISHIMURA, move |tx, by| {
            decide(tx, by, booking, &Ruling::Approve)
        })
        .unwrap();
    house.set_clock("2026-12-01 10:00");
    publish(&house);
    (house, booking)
}

fn publish(house: &House) {
    let facility = world::facility(&mut house.conn(), "ncvc-imaging");
    let draft = Draft {
        rule: Rule {
            id: RuleId::new(3001),
            facility: FacilityId::new(facility),
            version: "3.0".into(),
            title: Name {
                ja: "共同利用機器 利用規則".into(),
                en: "Rules for shared instruments".into(),
            },
            effective_on: "2027-01-01".parse().unwrap(),
            institution: InstitutionId::new(1),
            is_whole: false,
            grace_days: 30,
        },
        text: Text::plain(
            Name::default(),
            Name {
                ja: "# 利用規則".into(),
                en: "# Rules".into(),
            },
        ),
    };
    let by = Actor::house(house.rooms.clock.now());
    let done = house
        .rooms
        .db
        .act(by, move |tx, by| acts::rule::publish(tx, by, draft.clone()));
    house.wait(done).unwrap();
}

fn remind_at(house: &House, at: &str) {
    house.set_clock(at);
    house.wait(remind::turn(&house.rooms)).unwrap();
}

/// How many letters of an occasion this person was written.
fn letters(house: &House, occasion: &str) -> usize {
    let mine = |(what, to): &(String, String)| what == occasion && to == SUZUKI.email;
    house.letters().iter().filter(|letter| mine(letter)).count()
}

fn state(house: &House, booking: BookingId) -> String {
    let wanted = format!("booking where id = {} and state = ", booking.number());
    let states = ["confirmed", "held", "facility_review"];
    let is = |state: &&&str| house.count(&format!("{wanted}'{state}'")) == 1;
    (*states.iter().find(is).unwrap()).to_owned()
}

#[test]
fn s2_consent_is_asked_for_the_version_of_the_day_of_use() {
    let (house, _) = amended();
    house.set_clock("2026-12-10 10:00");
    let suzuki = house.signed_in(&SUZUKI);
    // before it is in force, the consent to 2.1 is enough
    let page = suzuki
        .get(&format!(
            "/requests/new?resource={IMAGING}&start=2026-12-22T10:00&len=60"
        ))
        .expect(200);
    assert_eq!(offered(&page.text()), None);
    ask(&suzuki, IMAGING, "2026-12-22 10:00", 60);
    // after that, 3.0 is asked for, with what changed, and nothing is sent without it
    let form = filled(&suzuki, IMAGING, "2027-01-07 10:00", 60);
    let refused = suzuki.submit(&form.clone().without("agree")).expect(422);
    let said = refused.words();
    let wanted = "2027-01-01以降の利用には第3.0版への同意が必要です";
    assert!(said.contains(wanted), "{said}");
    let text = refused.text();
    assert!(text.contains("/rules/ncvc-imaging/3.0/diff/2.1"), "{text}");
    assert_eq!(house.count("rule_consent where rule_id = 3001"), 0);
    let sent = suzuki.submit(&form).expect(303);
    assert_eq!(number(&sent).len(), 13);
    assert_eq!(house.count("rule_consent where rule_id = 3001"), 1);
}

#[test]
fn s2_a_booking_is_held_when_nobody_agreed_in_time_and_goes_on_with_the_consent() {
    let (house, booking) = amended();
    remind_at(&house, "2026-12-21 23:00");
    assert_eq!(letters(&house, "consent_due"), 0);
    remind_at(&house, "2026-12-22 09:00");
    remind_at(&house, "2026-12-22 12:00");
    assert_eq!(letters(&house, "consent_due"), 1, "once");
    remind_at(&house, "2027-01-07 09:30");
    remind_at(&house, "2027-01-07 09:31");
    assert_eq!(letters(&house, "consent_due"), 2);
    assert_eq!(house.count("reminder"), 2);
    // five o'clock itself is in time
    remind_at(&house, "2027-01-08 17:00");
    assert_eq!(state(&house, booking), "confirmed");
    remind_at(&house, "2027-01-08 17:01");
    remind_at(&house, "2027-01-08 17:02");
    assert_eq!(state(&house, booking), "held");
    assert_eq!(letters(&house, "held"), 1);
    assert_eq!(house.count("allocation"), 1, "the time stays held");
    let suzuki = house.signed_in(&SUZUKI);
    let page = suzuki.get(&format!("/requests/{booking}")).expect(200);
    assert!(page.words().contains("保留"), "{}", page.words());
    // what waits, what changed, and one tick
    let page = suzuki.get("/my/consents").expect(200);
    assert!(page.text().contains("/rules/ncvc-imaging/3.0/diff/2.1"));
    assert!(page.words().contains("共同利用機器 利用規則 第3.0版"));
    let form = page.form("/my/consents");
    let refused = suzuki.submit(&form).expect(422);
    assert!(refused.words().contains("同意していません"));
    let done = suzuki.submit(&form.with("agree", "yes")).expect(303);
    assert!(suzuki.follow(&done).words().contains("同意を記録しました"));
    assert_eq!(state(&house, booking), "confirmed");
    assert_eq!(letters(&house, "released"), 1);
    remind_at(&house, "2027-01-09 10:00");
    assert_eq!(state(&house, booking), "confirmed");
}

#[test]
fn s2_a_manager_resumes_one_booking_and_it_is_not_held_again() {
    let (house, booking) = amended();
    remind_at(&house, "2027-01-08 17:01");
    assert_eq!(state(&house, booking), "held");
    house
        .act(&NISHIMURA, move |tx, by| {
            acts::gate::resume(tx, by, booking, "電話で確認しました")
        })
        .unwrap();
    assert_eq!(state(&house, booking), "confirmed");
    remind_at(&house, "2027-01-09 10:00");
    assert_eq!(state(&house, booking), "confirmed");
    let history = house.count("event where kind = 'booking.resumed'");
    assert_eq!(history, 1);
}

#[test]
fn s2_who_agrees_in_time_is_neither_reminded_nor_held() {
    let (house, booking) = amended();
    house.set_clock("2026-12-02 10:00");
    let suzuki = house.signed_in(&SUZUKI);
    let page = suzuki.get("/my/consents").expect(200);
    suzuki
        .submit(&page.form("/my/consents").with("agree", "yes"))
        .expect(303);
    for at in ["2026-12-22 09:00", "2027-01-07 09:00", "2027-01-08 17:01"] {
        remind_at(&house, at);
    }
    assert_eq!(letters(&house, "consent_due"), 0);
    assert_eq!(state(&house, booking), "confirmed");
}

#[test]
fn s2_a_newcomer_sees_free_times_and_which_rule_to_agree_to() {
    let (house, _) = amended();
    house.set_clock("2026-12-10 10:00");
    let kim = house.signed_in(&crate::people::KIM);
    let page = kim.get(&format!(
        "/resources/{IMAGING}?start=2027-01-07T10:00&len=60"
    ));
    page.expect(200);
    let form = filled(&kim, IMAGING, "2027-01-07 10:00", 60).without("agree");
    let refused = kim.submit(&form).expect(422);
    assert!(refused.text().contains("/rules/ncvc-imaging/3.0"));
    assert!(
        !refused.text().contains("/diff/"),
        "nothing was agreed to before"
    );
}
