//! What a draft would mean for bookings that stand and for those that lie behind.

use crate::amending::{NISHIMURA, SUZUKI, amending, letters, mail};
use crate::asking::ask;
use crate::officer::{DRAFT, form, set};
use crate::world::IMAGING;

#[test]
fn confirmed_bookings_keep_their_rule_unless_the_officer_says_otherwise() {
    let (house, client, booking) = amending();
    set(&client, "max_minutes", "120").expect(303);
    let impact = client
        .get(&format!("{DRAFT}/impact?on=2027-01-01"))
        .expect(200);
    let said = impact.words();
    assert!(said.contains("合わない確定済みの予約 1件"), "{said}");
    assert!(
        said.contains(&booking.to_string()) && said.contains("2時間"),
        "{said}"
    );
    let follow = form(&client, &format!("{DRAFT}/publish"))
        .with("version", "3.0")
        .with("effective_on", "2027-01-01")
        .with("confirmed", "follow");
    client.submit(&follow).expect(303);
    assert_eq!(house.count("rule where applies_to_confirmed"), 1);
    assert_eq!(letters(&house, "rule_announced"), [SUZUKI.email]);
    assert_eq!(letters(&house, "rule_breaking"), [NISHIMURA.email]);
    let (_, text) = mail(&house, &SUZUKI).pop().unwrap();
    let text = text.replace('\n', "");
    assert!(
        text.contains("▲新しい規則に合わない予約") && text.contains("最長の利用時間"),
        "{text}"
    );
    let (_, text) = mail(&house, &NISHIMURA).pop().unwrap();
    assert!(text.contains("Nothing is cancelled by itself"), "{text}");
    // nothing is cancelled silently
    assert_eq!(house.count("booking where state = 'confirmed'"), 1);
    assert_eq!(house.count("allocation"), 1);
}

#[test]
fn the_year_is_replayed_under_the_draft() {
    let (house, client, _) = amending();
    // four uses that lie behind by the end of the month, two of them longer than two hours
    let suzuki = house.signed_in(&SUZUKI);
    for (start, minutes) in [
        ("2026-12-08 10:00", 240),
        ("2026-12-09 10:00", 60),
        ("2026-12-10 10:00", 180),
        ("2026-12-11 10:00", 120),
    ] {
        ask(&suzuki, IMAGING, start, minutes);
    }
    set(&client, "max_minutes", "120").expect(303);
    house.set_clock("2026-12-14 10:00");
    let impact = client
        .get(&format!("{DRAFT}/impact?on=2027-01-01"))
        .expect(200);
    let said = impact.words();
    for wanted in [
        "調べた予約 4件",
        "改正案では受け付けない 2件（50.0%）",
        "施行中の規則でも受け付けない 0件",
        "最長の利用時間 2件",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    assert_eq!(house.count("booking where state = 'facility_review'"), 4);
}
