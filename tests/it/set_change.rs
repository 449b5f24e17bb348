//! 一組の変更: what several facilities were asked for as one moves as one, or stays.

use crate::amending::{letters, mail};
use crate::client::{Answer, Client};
use crate::house::House;
use crate::people::{KIM, NAKAMURA, Person, SATO, YAMADA};
use crate::set::{DAY, asked, claims, house, states};
use crate::world::{CONFOCAL, IMAGING, moment};

/// Sato wishes another start for one of the set.
pub fn wish(sato: &Client, number: &str, start: &str) -> Answer {
    let page = sato.get(&format!("/requests/{number}/change")).expect(200);
    assert!(page.words().contains("一緒に申請した予約の日時も"));
    sato.submit(&page.form("/change").with("start", start))
}

/// What a manager decides on the request itself, or on its change.
fn says(house: &House, who: &Person, number: &str, verb: &str) -> Answer {
    let manager = house.signed_in(who);
    let change = match verb {
        "grant" | "refuse" => "/change",
        _ => "",
    };
    let path = format!("/manage/requests/{number}{change}");
    let page = manager.get(&path).expect(200);
    let form = page.form(&format!("/{verb}"));
    match verb {
        "refuse" => manager.submit(&form.with("reason", "その日は点検です。")),
        _ => manager.submit(&form),
    }
}

/// How many bookings are used from this time on, and how many claims say so of their own resource.
fn at(house: &House, start: &str) -> (i64, i64) {
    let start = moment(&format!("{DAY} {start}")).unix();
    (
        house.count(&format!("booking where starts_at = {start}")),
        house.count(&format!(
            "allocation where use_starts_at = {start} and booking_id is not null"
        )),
    )
}

pub fn confirmed() -> (House, String, String) {
    let house = house();
    let (first, second) = asked(&house);
    says(&house, &YAMADA, &first, "approve").expect(303);
    says(&house, &NAKAMURA, &second, "approve").expect(303);
    assert_eq!(states(&house, "confirmed"), 2);
    (house, first, second)
}

#[test]
fn before_all_have_decided_both_move_at_once_and_whoever_agreed_is_asked_again() {
    let house = house();
    let (first, second) = asked(&house);
    says(&house, &NAKAMURA, &second, "approve").expect(303);
    let sato = house.signed_in(&SATO);
    wish(&sato, &first, &format!("{DAY}T14:00")).expect(303);
    assert_eq!((at(&house, "10:00"), at(&house, "14:00")), ((0, 0), (2, 2)));
    assert_eq!(states(&house, "facility_review"), 2);
    assert_eq!((claims(&house, CONFOCAL), claims(&house, IMAGING)), (1, 1));
}

#[test]
fn what_is_confirmed_moves_when_the_last_facility_has_agreed() {
    let (house, first, second) = confirmed();
    let sato = house.signed_in(&SATO);
    wish(&sato, &second, &format!("{DAY}T14:00")).expect(303);
    // both times are held of both, and nothing has moved
    assert_eq!(at(&house, "10:00"), (2, 2));
    assert_eq!((claims(&house, CONFOCAL), claims(&house, IMAGING)), (2, 2));
    assert_eq!(letters(&house, "change_received").len(), 1, "one receipt");
    let asked: Vec<String> = letters(&house, "change_asked");
    for manager in [YAMADA, NAKAMURA] {
        assert!(asked.contains(&manager.email.to_owned()), "{asked:?}");
    }
    says(&house, &YAMADA, &first, "grant").expect(303);
    assert_eq!(at(&house, "10:00"), (2, 2), "it waits for the other");
    assert_eq!(letters(&house, "change_agreed"), [SATO.email]);
    let page = sato.get(&format!("/requests/{first}/change")).expect(200);
    assert!(
        page.words().contains("この施設は認めました"),
        "{}",
        page.words()
    );
    let manager = house.signed_in(&YAMADA);
    let desk = manager
        .get(&format!("/manage/requests/{first}/change"))
        .expect(200);
    assert!(!desk.text().contains("/grant"), "agreed to once");
    says(&house, &NAKAMURA, &second, "grant").expect(303);
    assert_eq!((at(&house, "10:00"), at(&house, "14:00")), ((0, 0), (2, 2)));
    assert_eq!((claims(&house, CONFOCAL), claims(&house, IMAGING)), (1, 1));
    assert_eq!(states(&house, "confirmed"), 2);
    let entries = house.deliver();
    let updated = entries
        .iter()
        .filter(|one| one.to == SATO.email && one.composed.entry.is_some());
    assert_eq!(updated.count(), 4, "each confirmed and each moved entry");
}

#[test]
fn one_no_or_a_change_of_mind_leaves_all_where_they_are() {
    let (house, first, second) = confirmed();
    let sato = house.signed_in(&SATO);
    wish(&sato, &first, &format!("{DAY}T14:00")).expect(303);
    says(&house, &NAKAMURA, &second, "grant").expect(303);
    says(&house, &YAMADA, &first, "refuse").expect(303);
    assert_eq!((at(&house, "10:00"), at(&house, "14:00")), ((2, 2), (0, 0)));
    assert_eq!((claims(&house, CONFOCAL), claims(&house, IMAGING)), (1, 1));
    assert_eq!(letters(&house, "change_fell"), [NAKAMURA.email]);
    let mail = mail(&house, &SATO);
    let refused = mail.iter().find(|(_, text)| text.contains("その日は点検"));
    let (_, refused) = refused.unwrap();
    assert!(refused.contains("あわせて取り下げた申請"), "{refused}");
    // asked for again and taken back: nothing is kept
    wish(&sato, &first, &format!("{DAY}T15:00")).expect(303);
    let page = sato.get(&format!("/requests/{second}/change")).expect(200);
    sato.submit(&page.form("/change/withdraw")).expect(303);
    assert_eq!((claims(&house, CONFOCAL), claims(&house, IMAGING)), (1, 1));
    assert_eq!(house.count("booking_change where state = 'asked'"), 0);
}

#[test]
fn where_one_facility_has_no_room_nothing_moves_and_it_is_named() {
    let (house, first, _) = confirmed();
    house.request(&KIM, IMAGING, &format!("{DAY} 15:00"), 60);
    let before = house.count("allocation");
    let sato = house.signed_in(&SATO);
    let refused = wish(&sato, &first, &format!("{DAY}T14:00")).expect(409);
    assert!(refused.words().contains("」："), "{}", refused.words());
    assert_eq!(house.count("allocation"), before);
    assert_eq!(house.count("booking_change"), 0);
}

#[test]
fn no_facility_moves_its_own_alone() {
    let (house, first, _) = confirmed();
    let manager = house.signed_in(&YAMADA);
    let desk = manager
        .get(&format!("/manage/requests/{first}"))
        .expect(200);
    for way in ["/move", "/swap"] {
        assert!(!desk.text().contains(&format!("{first}{way}")), "{way}");
    }
    let page = manager
        .get(&format!("/manage/requests/{first}/move"))
        .expect(200);
    let form = page
        .form("/move")
        .with("start", &format!("{DAY}T15:00"))
        .with("reason", "装置の調整のため");
    let refused = manager.submit(&form).expect(422);
    assert!(
        refused
            .words()
            .contains("この予約だけを移すことはできません"),
        "{}",
        refused.words()
    );
    assert_eq!(at(&house, "10:00"), (2, 2));
}

#[test]
fn a_change_that_one_facility_agreed_to_falls_when_the_other_booking_is_given_up() {
    let (house, first, second) = confirmed();
    let sato = house.signed_in(&SATO);
    wish(&sato, &first, &format!("{DAY}T14:00")).expect(303);
    says(&house, &YAMADA, &first, "grant").expect(303);
    let page = sato.get(&format!("/requests/{second}/cancel")).expect(200);
    sato.submit(&page.form("/cancel")).expect(303);
    // the first stays, with its own time only, and everybody knows
    assert_eq!(at(&house, "14:00"), (0, 0));
    assert_eq!((claims(&house, CONFOCAL), claims(&house, IMAGING)), (1, 0));
    assert_eq!(house.count("booking_change where state = 'asked'"), 0);
    let told = letters(&house, "change_fell");
    for reader in [SATO, YAMADA] {
        assert!(told.contains(&reader.email.to_owned()), "{told:?}");
    }
    assert_eq!(house.count("event where kind = 'booking.change_fell'"), 1);
    // it can be moved alone now
    let page = sato.get(&format!("/requests/{first}/change")).expect(200);
    let alone = page.form("/change").with("start", &format!("{DAY}T15:00"));
    sato.submit(&alone).expect(303);
    says(&house, &YAMADA, &first, "grant").expect(303);
    assert_eq!(at(&house, "15:00"), (1, 1));
}
