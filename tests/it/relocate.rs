//! The facility moves a confirmed booking to other free time instead of calling it off.

use madoguchi::domain::id::BookingId;

use crate::asking::{filled, number};
use crate::house::House;
use crate::people::{INOUE, KIM, SATO, YAMADA};
use crate::world::CONFOCAL;

/// A confirmed hour of the seventh of January.
fn confirmed(house: &House) -> String {
    let sato = house.signed_in(&SATO);
    let sent = sato.submit(&filled(&sato, CONFOCAL, "2027-01-07 10:00", 60));
    let number = number(&sent.expect(303));
    let yamada = house.signed_in(&YAMADA);
    let page = yamada
        .get(&format!("/manage/requests/{number}"))
        .expect(200);
    yamada.submit(&page.form("/approve")).expect(303);
    number
}

fn at(house: &House, number: &str, start: &str) -> bool {
    let id: BookingId = number.parse().unwrap();
    let start = crate::world::moment(start).unix();
    house.count(&format!(
        "allocation where booking_id = {} and use_starts_at = {start}",
        id.number()
    )) == 1
}

/// What the applicant sees and reads: the new time, the reason, and that giving it up costs nothing.
fn told(house: &House, number: &str) {
    let sato = house.signed_in(&SATO);
    let page = sato.get(&format!("/requests/{number}")).expect(200).words();
    for said in ["2027年1月9日（土）22:00～23:00", "確定", "装置の調整のため"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let cancel = sato.get(&format!("/requests/{number}/cancel")).expect(200);
    assert!(
        cancel.words().contains("取消料はかかりません"),
        "{}",
        cancel.words()
    );
    assert!(
        cancel.words().contains("施設の都合で日時が変わった"),
        "{}",
        cancel.words()
    );
    let letters = house.deliver();
    let letter = letters
        .iter()
        .find(|one| {
            one.to == SATO.email && one.composed.subject.contains("施設の都合による日時の変更")
        })
        .unwrap();
    assert!(
        letter.composed.text.contains("1月7日（木）10:00")
            && letter.composed.text.contains("1月9日（土）22:00"),
        "{}",
        letter.composed.text
    );
    let entry = letter.composed.entry.as_ref().unwrap();
    assert_eq!(entry.method.to_string(), "REQUEST");
}

#[test]
fn a_confirmed_booking_is_moved_with_a_letter_and_its_calendar_entry() {
    let house = House::new();
    let number = confirmed(&house);
    let (sato, yamada) = (house.signed_in(&SATO), house.signed_in(&YAMADA));
    // what the applicant asked for meanwhile has nothing left to change
    let change = sato
        .get(&format!("/requests/{number}/change"))
        .expect(200)
        .form("/change");
    sato.submit(&change.with("start", "2027-01-08T10:00"))
        .expect(303);
    let page = yamada
        .get(&format!("/manage/requests/{number}"))
        .expect(200);
    assert!(
        page.text()
            .contains(&format!("/manage/requests/{number}/move"))
    );
    let form = yamada
        .get(&format!("/manage/requests/{number}/move"))
        .expect(200)
        .form("/move");
    let night = form
        .with("start", "2027-01-09T22:00")
        .with("reason", "装置の調整のため");
    yamada.submit(&night).expect(303);
    assert!(at(&house, &number, "2027-01-09 22:00"));
    assert_eq!(house.count("allocation"), 1, "what it held before is free");
    told(&house, &number);
    yamada.submit(&night).expect(422);
}

#[test]
fn onto_others_without_a_reason_or_by_others_it_is_not_moved() {
    let house = House::new();
    let number = confirmed(&house);
    let kim = house.signed_in(&KIM);
    kim.submit(&filled(&kim, CONFOCAL, "2027-01-08 10:00", 60))
        .expect(303);
    let yamada = house.signed_in(&YAMADA);
    let path = format!("/manage/requests/{number}/move");
    let form = yamada.get(&path).expect(200).form("/move");
    let taken = form
        .clone()
        .with("start", "2027-01-08T10:30")
        .with("reason", "調整");
    let refused = yamada.submit(&taken).expect(409);
    assert_eq!(refused.form("/move").value("reason"), "調整");
    assert_eq!(refused.form("/move").value("start"), "2027-01-08T10:30");
    let nothing = yamada.submit(&form.clone().with("start", "")).expect(422);
    for said in ["開始日時", "理由"] {
        assert!(nothing.words().contains(said), "{}", nothing.words());
    }
    let inoue = house.signed_in(&INOUE);
    inoue.get(&path).expect(404);
    inoue
        .post(&path, &[("start", "2027-01-09T22:00"), ("reason", "調整")])
        .expect(404);
    assert!(at(&house, &number, "2027-01-07 10:00"));
}
