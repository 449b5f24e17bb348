//! Requests that compete and wait for offices: nothing is held for them, the offices are asked all the same, and
//! none is approved past a closed gate.

use crate::asking::{filled, number};
use crate::gated::{
    EXAMPLE, KUDO, NISHIMURA, declare, desks, fact_of, rule_asks, speak, state, told,
};
use crate::house::House;
use crate::people::INOUE;
use crate::world::CRYO;

#[test]
fn what_competes_is_approved_only_once_its_offices_have_spoken_and_in_the_way_they_left() {
    let house = House::new();
    house.set_clock("2027-01-08 10:00");
    rule_asks(
        &house,
        &[
            ("gates", "export_screening"),
            ("priority_rule", "manager_decides"),
        ],
    );
    desks(&house);
    let example = house.signed_in(&EXAMPLE);
    let form = filled(&example, CRYO, "2027-02-15 09:00", 1440).with("support_mode", "self");
    let sent = example.submit(&form).expect(303);
    example.follow(&sent).expect(200);
    let no = number(&sent);
    assert_eq!(state(&house, &no), "submitted");
    assert_eq!(house.count("allocation"), 0);
    declare(&example, &no, ("2026-10-01", &[]));
    let id = fact_of(&house, &no);
    assert_eq!(told(&house, "gate_asked", &KUDO), 1, "asked all the same");
    assert_eq!(
        state(&house, &no),
        "submitted",
        "there is nothing to put on hold"
    );
    let inoue = house.signed_in(&INOUE);
    let desk = format!("/manage/requests/{no}");
    let early = inoue.post(&format!("{desk}/approve"), &[]).expect(422);
    assert!(
        early.words().contains("必要な確認がそろっていない"),
        "{}",
        early.words()
    );
    for desk in [NISHIMURA, KUDO] {
        speak(&house, &desk, &id, "confirm", &[("condition", "proxy")]).expect(303);
    }
    assert_eq!(house.count("booking where support_mode = 'proxy'"), 1);
    inoue.post(&format!("{desk}/approve"), &[]).expect(303);
    assert_eq!(state(&house, &no), "confirmed");
    assert_eq!(house.count("allocation"), 1);
}
