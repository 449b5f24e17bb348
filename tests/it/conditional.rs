//! Approved with conditions: the applicant accepts them or gives the slot back; the time is held meanwhile.

use madoguchi::acts::booking::{Ruling, accept, rule, withdraw};
use madoguchi::domain::halt::Halt;
use madoguchi::jobs;

use crate::house::House;
use crate::people::{INOUE, KIM, SATO};
use crate::world::CRYO;

const START: &str = "2027-02-03 09:00";

#[test]
fn conditions_are_typed_read_and_accepted_on_the_pages() {
    let house = House::new();
    let id = house.request(&SATO, CRYO, START, 1440);
    let inoue = house.signed_in(&INOUE);
    let desk = format!("/manage/requests/{id}");
    let mut form = inoue.get(&desk).expect(200).form("");
    form.action = format!("{desk}/conditions");
    inoue.submit(&form.clone()).expect(422);
    inoue
        .submit(&form.with("reason", "前日までに試料の一覧を送ること"))
        .expect(303);
    assert_eq!(house.letters().last().unwrap().0, "conditional");
    house.try_request(&KIM, CRYO, START, 1440).unwrap_err();
    let sato = house.signed_in(&SATO);
    let list = sato.get("/my/requests").expect(200).words();
    assert!(list.contains("前日までに試料の一覧を送ること"), "{list}");
    let page = sato.get(&format!("/requests/{id}")).expect(200);
    assert!(page.words().contains("条件付きで承認されました"));
    sato.submit(&page.form("/accept")).expect(303);
    let kept =
        "booking where state = 'confirmed' and conditions = '前日までに試料の一覧を送ること'";
    assert_eq!(house.count(kept), 1);
    assert_eq!(house.letters().last().unwrap().0, "confirmed");
}

#[test]
fn who_does_not_accept_gives_the_slot_back_or_lets_it_lapse() {
    let house = House::new();
    for lapses in [false, true] {
        let id = house.request(&SATO, CRYO, START, 1440);
        let ruling = Ruling::ApproveWithConditions("条件".into());
        house
            .act(&INOUE, move |tx, by| rule(tx, by, id, &ruling))
            .unwrap();
        let tried = house.act(&KIM, move |tx, by| accept(tx, by, id));
        assert!(matches!(tried, Err(Halt::Absent)));
        if lapses {
            house.set_clock(START);
            house.wait(jobs::lapse::turn(&house.rooms)).unwrap();
        } else {
            house
                .act(&SATO, move |tx, by| withdraw(tx, by, id))
                .unwrap();
        }
        assert!(house.act(&SATO, move |tx, by| accept(tx, by, id)).is_err());
        assert_eq!(house.count("allocation where booking_id is not null"), 0);
    }
    assert_eq!(house.count("booking where state = 'expired'"), 1);
}
