//! 立会いの交代: when an attendant can't come, somebody else does, and both are told.

use madoguchi::domain::id::ResourceId;

use crate::amending::letters;
use crate::asking::number;
use crate::attended::{ONO, WATANABE, attendant, attended, attends, request};
use crate::lab::{HAYASHI, NISHIMURA};
use crate::people::SATO;

#[test]
fn whoever_takes_over_is_told_and_so_is_who_need_not_come() {
    let house = attended(&[]);
    attendant(&house, (ONO, "小野 薫", "Ono Kaoru"), Some(HAYASHI.id));
    let hayashi = house.signed_in(&HAYASHI);
    let asked = request(&hayashi, "2026-05-12 10:00", 120, "assisted");
    let id = number(&hayashi.submit(&asked).expect(303));
    let manager = house.signed_in(&NISHIMURA);
    let desk = manager.get(&format!("/manage/requests/{id}")).expect(200);
    manager.submit(&desk.form("/approve")).expect(303);
    let before = letters(&house, "attends").len();
    let (first, other) = match attends(&house, WATANABE) {
        1 => (WATANABE, (SATO.email, HAYASHI.email)),
        _ => (ONO, (HAYASHI.email, SATO.email)),
    };
    let page = format!("/manage/attendants/{}", ResourceId::new(first));
    let away = manager.get(&page).expect(200).form("/absent");
    let away = away
        .with("absent_from", "2026-05-12T09:00")
        .with("absent_until", "2026-05-12T17:00");
    manager.submit(&away).expect(303);
    let told = letters(&house, "attends");
    assert_eq!(told[before..], [other.1], "who takes over");
    assert_eq!(letters(&house, "attends_no_more"), [other.0]);
    let own = hayashi.get(&format!("/requests/{id}")).expect(200);
    assert!(own.words().contains("立会者"), "{}", own.words());
}

#[test]
fn attendants_find_what_they_attend_from_their_own_page() {
    let house = attended(&[]);
    let mine = |person| house.signed_in(person).get("/my/requests").expect(200);
    assert!(mine(&SATO).text().contains("/my/attendances"));
    assert!(!mine(&HAYASHI).text().contains("/my/attendances"));
}
