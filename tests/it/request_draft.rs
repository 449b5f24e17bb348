//! Drafts of requests with a slot: they outlive the session and the slot, and hold no time.

use crate::asking::{agreed, filled};
use crate::house::House;
use crate::people::{KIM, SATO};
use crate::world::CONFOCAL;

/// Puts half of a form aside, and gives its number.
fn half(house: &House) -> String {
    let sato = house.signed_in(&SATO);
    let form = filled(&sato, CONFOCAL, "2027-01-07 10:00", 60);
    let id = form.value("id").to_owned();
    let half = form.with("purpose", "途中まで書いた目的").without("safety");
    let kept = sato.submit(&half.with("keep", "yes")).expect(303);
    let page = sato.get(kept.header("location").unwrap()).expect(200);
    assert!(
        page.words().contains("下書きを保存しました"),
        "{}",
        page.words()
    );
    let counts = ["booking", "allocation", "request_draft"].map(|table| house.count(table));
    assert_eq!(counts, [0, 0, 1]);
    id
}

#[test]
fn a_draft_outlives_its_session_and_its_slot() {
    let house = House::new();
    let id = half(&house);
    // days later, in another browser, after somebody else took the time
    house.set_clock("2026-12-21 09:00");
    let kim = house.signed_in(&KIM);
    kim.submit(&filled(&kim, CONFOCAL, "2027-01-07 10:00", 60))
        .expect(303);
    let sato = house.signed_in(&SATO);
    let list = sato.get("/my/requests").expect(200);
    assert!(
        list.words().contains("書きかけの申込み"),
        "{}",
        list.words()
    );
    let go = format!("/requests/new?draft={id}");
    assert!(crate::preflight::hrefs(&list.text()).contains(&go));
    let page = sato.get(&go).expect(200);
    for said in ["途中まで書いた目的", "保存した下書きの続きです"] {
        assert!(page.words().contains(said), "{}", page.words());
    }
    let text = page.text();
    let (_, rest) = text.split_once("name=\"start\" value=\"").unwrap();
    let other = rest.split('"').next().unwrap();
    assert_ne!(
        other, "2027-01-07T10:00",
        "the time that is lost is not offered"
    );
    let whole = agreed(page.form("/requests"), &page)
        .with("start", other)
        .with("safety", "bsl1");
    sato.submit(&whole).expect(303);
    let counts = ["booking where user_id = 1001", "request_draft"].map(|table| house.count(table));
    assert_eq!(counts, [1, 0]);
    // put aside once more after it was sent, it leads to the request
    let again = sato.submit(&whole.with("keep", "yes")).expect(303);
    assert!(again.header("location").unwrap().starts_with("/requests/"));
    assert_eq!(house.count("request_draft"), 0);
}

#[test]
fn drafts_are_their_writers_own_kept_anew_and_dropped() {
    let house = House::new();
    let (sato, kim) = (house.signed_in(&SATO), house.signed_in(&KIM));
    let form = filled(&sato, CONFOCAL, "2027-01-07 10:00", 60).with("keep", "yes");
    for purpose in ["一つ目", "二つ目"] {
        sato.submit(&form.clone().with("purpose", purpose))
            .expect(303);
    }
    assert_eq!(house.count("request_draft"), 1, "kept anew, not twice");
    let id = form.value("id");
    kim.get(&format!("/requests/new?draft={id}")).expect(404);
    kim.post(&format!("/requests/{id}/drop"), &[]).expect(404);
    kim.submit(
        &filled(&kim, CONFOCAL, "2027-01-07 10:00", 60)
            .with("id", id)
            .with("keep", "yes"),
    )
    .expect(404);
    for _ in 0..19 {
        let next = form.clone().with("id", &house.fresh_id());
        sato.submit(&next).expect(303);
    }
    let refused = sato
        .submit(&form.clone().with("id", &house.fresh_id()))
        .expect(422);
    assert!(refused.words().contains("20"), "{}", refused.words());
    assert_eq!(house.count("request_draft"), 20);
    sato.post(&format!("/requests/{id}/drop"), &[]).expect(303);
    sato.post(&format!("/requests/{id}/drop"), &[]).expect(404);
    assert_eq!(house.count("request_draft"), 19);
}
