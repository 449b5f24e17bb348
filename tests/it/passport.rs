//! The passport over HTTP: how each record stands, what ends soon, and that it is one's own.

use crate::people::{KIM, SATO};
use crate::recognition::{Story, story};

#[test]
fn a_passport_shows_how_each_record_stands_and_warns_of_what_ends() {
    let Story { house, .. } = story();
    let empty = house.signed_in(&KIM).get("/en/my/passport").expect(200);
    assert_eq!(empty.words().matches("No records yet.").count(), 4);
    assert!(empty.text().contains("/en/my/facts/new?gate=health_check"));
    house.set_clock("2027-10-15 10:00");
    let passport = house.signed_in(&SATO).get("/my/passport").expect(200);
    let said = passport.words();
    for wanted in ["N-7", "長寿研", "2027年11月30日", "あと46日", "▲ 期限間近"] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    house.set_clock("2027-12-01 00:00");
    let said = house.signed_in(&SATO).get("/my/passport").words();
    assert!(said.contains("× 期限切れ"), "{said}");
    // what others hold is theirs
    let other = house.signed_in(&KIM).get("/my/passport").text();
    assert!(!other.contains("N-7"));
}
