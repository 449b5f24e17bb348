//! Components under pressure: taken twice in one deed, kept for several in line, standing still themselves.

use diesel::connection::SimpleConnection;
use madoguchi::acts::booking::{Ruling, rule, withdraw};
use madoguchi::acts::outage::{begin, end};
use madoguchi::domain::halt::Halt;
use madoguchi::domain::id::{BookingId, OutageId};
use madoguchi::domain::outage::Sort;
use madoguchi::domain::outage::mark;
use madoguchi::domain::outage::start::Wish;
use madoguchi::domain::refusal::Refusal;

use crate::amending::letters;
use crate::house::House;
use crate::people::{KIM, Person, SATO, TAKAHASHI, YAMADA};
use crate::world::{CONFOCAL, IMAGING, QPCR, moment};
use crate::{set, set_change};

const LASER: &str = "ncgg-plate";
const DAY: &str = "2026-12-16";

/// Each of these takes one of so many lasers; the confocal microscope can be had four times at once.
fn lit(house: &House, slugs: &[&str], lasers: u32) {
    let mut conn = house.conn();
    for slug in slugs {
        let need = format!(
            "insert into resource_need (resource_id, needed_id, units) select a.id, b.id, 1 from resource a, resource b \
             where a.slug = '{slug}' and b.slug = '{LASER}'"
        );
        conn.batch_execute(&need).unwrap();
    }
    let capacities = format!(
        "update resource set capacity = {lasers} where slug = '{LASER}'; \
         update resource set capacity = 4, booking_mode = 'shared_capacity' where slug = '{CONFOCAL}'"
    );
    conn.batch_execute(&capacities).unwrap();
}

fn on(house: &House, slug: &str, purpose: &str) -> i64 {
    house.count(&format!(
        "allocation where purpose = '{purpose}' and resource_id = (select id from resource where slug = '{slug}')"
    ))
}

/// The manager enters a failure of the laser during this time, having seen what it touches.
fn fails(
    house: &House,
    id: i64,
    slug: &'static str,
    (from, until): (&str, &str),
    seen: &[BookingId],
) {
    let wish = Wish {
        sort: Some(Sort::Failure),
        from: Some(moment(&format!("{DAY} {from}"))),
        until: Some(moment(&format!("{DAY} {until}"))),
        note: "レーザーの故障".into(),
        seen: mark(seen.iter().copied()),
    };
    let done = house.act(&YAMADA, move |tx, by| {
        begin(tx, by, OutageId::new(id), slug, &wish)
    });
    done.unwrap();
}

fn ends(house: &House, id: i64) -> Result<OutageId, Halt> {
    let at = Some(house.rooms.clock.now());
    house.act(&YAMADA, move |tx, by| end(tx, by, OutageId::new(id), at))
}

/// Joins the line for this time of the confocal microscope.
fn joins(house: &House, who: &Person) {
    let client = house.signed_in(who);
    let path = format!("/waitlist/new?resource={CONFOCAL}&start={DAY}T10:00&len=120");
    let form = client.get(&path).expect(200).form("/waitlist/new");
    let form = form.with("wait_when", "exact").with("want", "hold");
    client.submit(&form).expect(303);
}

#[test]
fn g06_one_laser_is_not_taken_by_two_of_a_set() {
    let house = set::house();
    lit(&house, &[CONFOCAL, IMAGING], 1);
    let refused = set::both(&house, "10:00").expect(422);
    assert!(
        refused.words().contains("同じ装置を必要とし"),
        "{}",
        refused.words()
    );
    assert_eq!((house.count("booking"), house.count("allocation")), (0, 0));
    lit(&house, &[], 2);
    set::both(&house, "10:00").expect(303);
    assert_eq!(on(&house, LASER, "component"), 2);
}

#[test]
fn g06_a_set_does_not_move_to_where_one_laser_is_left() {
    let (house, first, _) = set_change::confirmed();
    lit(&house, &[CONFOCAL, IMAGING], 2);
    house.request(&KIM, CONFOCAL, &format!("{DAY} 13:00"), 60);
    let before = house.count("allocation");
    let sato = house.signed_in(&SATO);
    let refused = set_change::wish(&sato, &first, &format!("{DAY}T13:00")).expect(422);
    assert!(
        refused.words().contains("同じ装置を必要とし"),
        "{}",
        refused.words()
    );
    assert_eq!(house.count("allocation"), before);
    set_change::wish(&sato, &first, &format!("{DAY}T15:00")).expect(303);
}

#[test]
fn an_outage_of_what_both_of_a_set_take_calls_both_off() {
    let house = set::house();
    lit(&house, &[CONFOCAL, IMAGING], 2);
    let (first, second) = set::asked(&house);
    let seen: Vec<BookingId> = [first, second]
        .iter()
        .map(|number| number.parse().unwrap())
        .collect();
    fails(&house, 77, LASER, ("08:00", "18:00"), &seen);
    let off = "booking where state = 'cancelled_by_facility'";
    assert_eq!(house.count(off), 2);
}

#[test]
fn two_in_line_do_not_get_one_laser_and_whoever_gave_it_back_is_not_held_up() {
    let house = House::new();
    house.lead(CONFOCAL, 0);
    lit(&house, &[CONFOCAL], 1);
    let id = house.request(&SATO, CONFOCAL, &format!("{DAY} 10:00"), 120);
    joins(&house, &KIM);
    joins(&house, &TAKAHASHI);
    house
        .act(&SATO, move |tx, by| withdraw(tx, by, id))
        .unwrap();
    assert_eq!(letters(&house, "slot_offered"), [KIM.email]);
    assert_eq!(
        on(&house, LASER, "offer") + on(&house, LASER, "component"),
        1
    );
}

#[test]
fn after_an_outage_of_the_laser_the_old_times_are_kept_where_they_were() {
    let house = House::new();
    house.lead(CONFOCAL, 0);
    house.lead(QPCR, 0);
    lit(&house, &[CONFOCAL, QPCR], 1);
    let lost = house.request(&SATO, CONFOCAL, &format!("{DAY} 10:00"), 120);
    let approve = house.act(&YAMADA, move |tx, by| rule(tx, by, lost, &Ruling::Approve));
    approve.unwrap();
    let later = house.request(&KIM, QPCR, &format!("{DAY} 14:00"), 60);
    let now = house.rooms.clock.now();
    assert!(now < moment(&format!("{DAY} 08:00")));
    house.set_clock(&format!("{DAY} 08:00"));
    fails(&house, 77, LASER, ("08:00", "18:00"), &[lost, later]);
    assert_eq!(
        house.count("booking where state = 'cancelled_by_facility'"),
        2
    );
    house.set_clock(&format!("{DAY} 09:00"));
    ends(&house, 77).unwrap();
    assert_eq!(letters(&house, "slot_back_early"), [SATO.email, KIM.email]);
    assert_eq!(
        (on(&house, CONFOCAL, "offer"), on(&house, QPCR, "offer")),
        (1, 1)
    );
    let tried = house.try_request(&TAKAHASHI, CONFOCAL, &format!("{DAY} 10:00"), 60);
    let lost = |refusals: &[Refusal]| refusals.iter().any(Refusal::is_lost_slot);
    assert!(matches!(tried, Err(Halt::Refused(refusals)) if lost(&refusals)));
    let sato = house.signed_in(&SATO);
    let mine = sato.get("/my/waitlist").expect(200);
    sato.submit(&mine.form("/take")).expect(303);
    assert_eq!(house.count("booking where state = 'confirmed'"), 1);
    assert_eq!(
        on(&house, LASER, "component"),
        2,
        "taken again, and kept for Kim"
    );
}

#[test]
fn a_new_outage_ends_what_was_kept_after_the_last_one() {
    let house = House::new();
    house.lead(CONFOCAL, 0);
    let lost = house.request(&SATO, CONFOCAL, &format!("{DAY} 10:00"), 120);
    house.set_clock(&format!("{DAY} 08:00"));
    fails(&house, 77, CONFOCAL, ("08:00", "18:00"), &[lost]);
    house.set_clock(&format!("{DAY} 09:00"));
    ends(&house, 77).unwrap();
    assert_eq!(on(&house, CONFOCAL, "offer"), 1);
    fails(&house, 78, CONFOCAL, ("09:00", "18:00"), &[]);
    assert_eq!(letters(&house, "slot_stopped"), [SATO.email]);
    assert_eq!(on(&house, CONFOCAL, "offer"), 0);
    let tried = house.try_request(&SATO, CONFOCAL, &format!("{DAY} 10:00"), 60);
    assert!(matches!(tried, Err(Halt::Refused(_))), "{tried:?}");
}

#[test]
fn an_outage_that_has_not_begun_is_dropped_on_its_page() {
    let house = House::new();
    house.lead(CONFOCAL, 0);
    let lost = house.request(&SATO, CONFOCAL, &format!("{DAY} 10:00"), 120);
    fails(&house, 77, CONFOCAL, ("08:00", "18:00"), &[lost]);
    let manager = house.signed_in(&YAMADA);
    let address = format!("/manage/outages/{}", OutageId::new(77));
    let page = manager.get(&address).expect(200);
    assert!(
        page.words().contains("停止を取りやめる"),
        "{}",
        page.words()
    );
    let form = page.form(&format!("{address}/end"));
    manager.submit(&form).expect(303);
    let page = manager.get(&address).expect(200);
    assert!(page.words().contains("取りやめ"), "{}", page.words());
    assert_eq!(on(&house, CONFOCAL, "outage"), 0);
    assert_eq!(letters(&house, "slot_back_early"), [SATO.email]);
    assert!(
        !page.text().contains("/blame"),
        "nobody broke what never stood still"
    );
    manager.submit(&form).expect(422);
    house.request(&KIM, CONFOCAL, &format!("{DAY} 15:00"), 60);
}
