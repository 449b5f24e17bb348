//! 空き待ち: in line from a refused slot, kept for the first when time frees, passed on when it lapses.

use madoguchi::acts::booking::{Ruling, rule};
use madoguchi::domain::halt::Halt;
use madoguchi::domain::id::BookingId;
use madoguchi::domain::refusal::{Refusal, Wrong};
use madoguchi::jobs;

use crate::amending::letters;
use crate::client::Client;
use crate::house::House;
use crate::people::{KIM, NAKAMURA, Person, SATO, TAKAHASHI};
use crate::world::NGS;

const START: &str = "2027-01-18 09:00";

/// Joins the line for a day of sequencing from 18 January 09:00, from the form that the refusal leads to.
fn join(client: &Client, want: &str) {
    let path = format!("/waitlist/new?resource={NGS}&start=2027-01-18T09:00&len=1440");
    let form = client.get(&path).expect(200).form("/waitlist/new");
    let form = form.with("wait_when", "exact").with("want", want);
    let done = client.submit(&form).expect(303);
    assert_eq!(done.header("location"), Some("/my/waitlist?joined=1"));
    // the button pressed twice
    client.submit(&form).expect(303);
}

fn reject(house: &House, id: BookingId) {
    let done = house.act(&NAKAMURA, move |tx, by| {
        rule(tx, by, id, &Ruling::Reject("装置の調整のため".into()))
    });
    done.unwrap();
}

fn is_taken(tried: Result<BookingId, Halt>) -> bool {
    let taken = |refusal: &Refusal| matches!(refusal.wrong, Wrong::Taken { .. });
    matches!(tried, Err(Halt::Refused(refusals)) if refusals.iter().any(taken))
}

/// The house, with the booking of Sato that Kim and then Takahashi wait for.
fn full() -> (House, BookingId) {
    let house = House::new();
    let id = house.request(&SATO, NGS, START, 1440);
    join(&house.signed_in(&KIM), "hold");
    join(&house.signed_in(&TAKAHASHI), "hold");
    (house, id)
}

fn told(house: &House, to: &Person) -> Vec<String> {
    let sent = house.deliver();
    let mine = sent.iter().filter(|parcel| parcel.to == to.email);
    mine.map(|parcel| parcel.composed.text.clone()).collect()
}

#[test]
fn s4_4_a_rejection_keeps_the_time_for_the_first_in_line_for_72_hours() {
    let (house, id) = full();
    assert_eq!(house.count("waitlist_entry where state = 'waiting'"), 2);
    let kim = house.signed_in(&KIM);
    let mine = kim.get("/my/waitlist").expect(200);
    assert!(mine.words().contains("1番目"), "{}", mine.words());
    reject(&house, id);
    // the slot is free of the rejected request, and kept for the first in line in the same moment
    let own = format!("allocation where booking_id = {}", id.number());
    assert_eq!(house.count(&own), 0);
    assert_eq!(house.count("allocation where purpose = 'offer'"), 1);
    assert_eq!(letters(&house, "slot_offered"), [KIM.email]);
    let letter = told(&house, &KIM).pop().unwrap();
    assert!(letter.contains("Kept until: "), "{letter}");
    assert!(
        letter.contains("/requests/new?resource=ncchd-ngs"),
        "{letter}"
    );
    let mine = kim.get("/my/waitlist").expect(200);
    assert!(mine.words().contains("あなたのために確保している枠"));
    // nobody else gets it, not even who waits behind
    assert!(is_taken(house.try_request(&SATO, NGS, START, 1440)));
    assert!(is_taken(house.try_request(&TAKAHASHI, NGS, START, 1440)));
    // to the one it is kept for it is free: on the page, and in fact
    let page = kim.get(&format!("/resources/{NGS}?start=2027-01-18T09:00&len=1440"));
    assert!(page.expect(200).words().contains("申請できます"));
    house.request(&KIM, NGS, START, 1440);
    assert_eq!(house.count("slot_offer where state = 'taken'"), 1);
    assert_eq!(house.count("waitlist_entry where state = 'served'"), 1);
    assert_eq!(house.count("allocation where purpose = 'offer'"), 0);
}

#[test]
fn what_nobody_asks_for_in_time_goes_to_the_next_and_then_to_everybody() {
    let (house, id) = full();
    reject(&house, id);
    let at = house.rooms.clock.now();
    let until = house.count(&format!(
        "slot_offer where until_at = {}",
        at.plus_minutes(72 * 60).unix()
    ));
    assert_eq!(until, 1, "72 hours");
    house.rooms.clock.set(at.plus_minutes(72 * 60 - 1));
    house.wait(jobs::waitlist::lapse(&house.rooms)).unwrap();
    assert_eq!(house.count("slot_offer where state = 'open'"), 1);
    house.rooms.clock.set(at.plus_minutes(72 * 60));
    house.wait(jobs::waitlist::lapse(&house.rooms)).unwrap();
    assert_eq!(letters(&house, "slot_lapsed"), [KIM.email]);
    assert_eq!(
        letters(&house, "slot_offered"),
        [KIM.email, TAKAHASHI.email]
    );
    assert!(is_taken(house.try_request(&KIM, NGS, START, 1440)));
    // the second declines, and nobody waits any more
    let takahashi = house.signed_in(&TAKAHASHI);
    let mine = takahashi.get("/my/waitlist").expect(200);
    takahashi.submit(&mine.form("/my/offers/")).expect(303);
    assert_eq!(house.count("slot_offer where state = 'declined'"), 1);
    assert_eq!(house.count("waitlist_entry where state = 'waiting'"), 0);
    house.request(&KIM, NGS, START, 1440);
}

#[test]
fn who_left_is_passed_over_and_who_only_wants_to_know_is_told_once() {
    let house = House::new();
    let id = house.request(&SATO, NGS, START, 1440);
    let kim = house.signed_in(&KIM);
    join(&kim, "hold");
    join(&house.signed_in(&TAKAHASHI), "tell");
    let mine = kim.get("/my/waitlist").expect(200);
    kim.submit(&mine.form("/leave")).expect(303);
    reject(&house, id);
    assert_eq!(letters(&house, "slot_free"), [TAKAHASHI.email]);
    assert!(letters(&house, "slot_offered").is_empty());
    // nothing is kept: whoever comes first has it
    let again = house.request(&SATO, NGS, START, 1440);
    reject(&house, again);
    assert_eq!(letters(&house, "slot_free").len(), 1);
}

#[test]
fn a_line_for_a_whole_day_is_served_when_somebody_else_moves_away() {
    let house = House::new();
    let id = house.request(&SATO, NGS, START, 1440);
    let kim = house.signed_in(&KIM);
    let path = format!("/waitlist/new?resource={NGS}&len=720");
    let form = kim.get(&path).expect(200).form("/waitlist/new");
    let days = form
        .with("wait_from", "2027-01-18")
        .with("wait_until", "2027-01-18");
    kim.submit(&days).expect(303);
    assert_eq!(house.count("slot_offer"), 0);
    let moved = house.act(&SATO, move |tx, by| {
        let wish = madoguchi::domain::booking::Wish {
            with: Vec::new(),
            start: Some(crate::world::moment("2027-01-19 09:00")),
            minutes: Some(1440),
            units: None,
            content: crate::house::content(),
            agree: Vec::new(),
        };
        madoguchi::acts::amend::amend(tx, by, id, &wish)
    });
    moved.unwrap();
    assert_eq!(letters(&house, "slot_offered"), [KIM.email]);
}

#[test]
fn a_line_is_refused_in_words_and_everything_typed_is_kept() {
    let house = House::new();
    let kim = house.signed_in(&KIM);
    let path = format!("/waitlist/new?resource={NGS}&len=720");
    let form = kim.get(&path).expect(200).form("/waitlist/new");
    let send = |from: &str, until: &str| {
        let form = form
            .clone()
            .with("wait_from", from)
            .with("wait_until", until);
        kim.submit(&form).expect(422)
    };
    let free = send("2027-01-18", "2027-01-22");
    assert!(
        free.words().contains("申請できる空きがあります"),
        "{}",
        free.words()
    );
    assert_eq!(free.form("/waitlist/new").value("wait_until"), "2027-01-22");
    assert!(
        send("2027-01-18", "2027-06-30")
            .words()
            .contains("93日まで")
    );
    assert!(
        send("2020-01-18", "2020-01-20")
            .words()
            .contains("過ぎています")
    );
    assert!(send("", "").words().contains("最初の日"));
    assert!(send("9999-12-31", "9999-12-31").words().contains("期間"));
    assert_eq!(house.count("waitlist_entry"), 0);
    house.stranger().get(&path).expect(303);
    kim.get("/waitlist/new?resource=ncc-biobank").expect(404);
    kim.get("/waitlist/new?resource=qst-himac").expect(404);
    // somebody else's place and offer do not exist for others
    let (house, id) = full();
    reject(&house, id);
    let kim = house.signed_in(&KIM);
    let decline = kim.get("/my/waitlist").expect(200).form("/my/offers/");
    let takahashi = house.signed_in(&TAKAHASHI);
    let theirs = takahashi.get("/my/waitlist").expect(200).form("/leave");
    takahashi
        .submit(&decline.with("csrf", theirs.value("csrf")))
        .expect(404);
    assert_eq!(house.count("slot_offer where state = 'open'"), 1);
}

#[test]
fn g08_of_all_who_try_only_the_first_in_line_gets_what_was_freed() {
    let (house, id) = full();
    reject(&house, id);
    let tries: Vec<bool> = [&SATO, &TAKAHASHI, &KIM, &SATO, &KIM]
        .into_iter()
        .map(|person| house.try_request(person, NGS, START, 1440).is_ok())
        .collect();
    assert_eq!(tries, [false, false, true, false, false]);
    assert_eq!(house.count("booking where state = 'facility_review'"), 1);
}

#[test]
fn asking_for_the_time_beside_what_is_kept_takes_it_up_even_where_only_the_washing_overlaps() {
    let (house, id) = full();
    reject(&house, id);
    assert_eq!(
        house.count("slot_offer where user_id = 1002 and state = 'open'"),
        1
    );
    // what is kept ends at nine and is washed until eleven
    house.request(&KIM, NGS, "2027-01-19 09:00", 720);
    assert_eq!(
        house.count("slot_offer where user_id = 1002 and state = 'taken'"),
        1
    );
    // what is left of it goes on to the next in line, but for the washing
    assert_eq!(house.count("booking where state = 'facility_review'"), 1);
}

#[test]
fn moving_beside_what_is_kept_takes_it_up_as_well() {
    let (house, id) = full();
    let own = house.request(&KIM, NGS, "2027-01-25 09:00", 720);
    reject(&house, id);
    let kim = house.signed_in(&KIM);
    let form = kim
        .get(&format!("/requests/{own}/change"))
        .expect(200)
        .form("/change");
    kim.submit(&form.with("start", "2027-01-19T09:00"))
        .expect(303);
    assert_eq!(
        house.count("slot_offer where user_id = 1002 and state = 'taken'"),
        1
    );
}
