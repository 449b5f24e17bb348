//! The page behind the code on an instrument's door: six digits instead of signing in, and the sheet to print.

use crate::client::Answer;
use crate::form::Form;
use crate::house::House;
use crate::people::{INOUE, NAKAMURA, SATO};
use crate::world::CRYO;

const DOOR: &str = "/door/riken-cryo-em";

/// A house in which the booking of 3 February is confirmed and may begin, with its user's digits set.
fn ready(pin: &str) -> House {
    let house = House::new();
    let number = house.request(&SATO, CRYO, "2027-02-03 09:00", 1440);
    let inoue = house.signed_in(&INOUE);
    let page = inoue.get(&format!("/manage/requests/{number}")).expect(200);
    inoue.submit(&page.form("/approve")).expect(303);
    let sato = house.signed_in(&SATO);
    let form = sato.get("/my/pin").expect(200).form("/my/pin");
    sato.submit(&form.with("pin", pin)).expect(303);
    house.set_clock("2027-02-03 08:45");
    house
}

fn typed(page: &Answer, pin: &str) -> Form {
    let text = page.text();
    let (_, rest) = text.split_once("name=\"booking\" value=\"").unwrap();
    let number = rest.split('"').next().unwrap();
    page.form(DOOR).with("booking", number).with("pin", pin)
}

#[test]
fn six_digits_begin_and_end_a_use_without_signing_in() {
    let house = ready("294617");
    let stranger = house.stranger();
    let page = stranger.get(DOOR).expect(200);
    for secret in ["佐藤", SATO.email, "膜受容体"] {
        assert!(!page.text().contains(secret), "the door tells {secret}");
    }
    let begun = stranger.submit(&typed(&page, "２９４６１７")).expect(303);
    assert_eq!(house.count("booking where state = 'in_use'"), 1);
    let page = stranger.get(begun.header("location").unwrap()).expect(200);
    assert!(
        page.words().contains("利用を開始しました"),
        "{}",
        page.words()
    );
    // nothing else is open to them now
    stranger.get("/my/requests").expect(303);
    assert_eq!(
        house.count("event where kind = 'use.begun' and actor_id = 1001"),
        1
    );
    house.set_clock("2027-02-03 15:00");
    let page = stranger.get(DOOR).expect(200);
    stranger.submit(&typed(&page, "294617")).expect(303);
    assert_eq!(house.count("booking where state = 'used'"), 1);
    assert!(
        stranger
            .get(DOOR)
            .expect(200)
            .words()
            .contains("開始・終了できる予約はありません")
    );
}

#[test]
fn wrong_digits_are_counted_and_answered_alike() {
    let house = ready("294617");
    let stranger = house.stranger();
    let page = stranger.get(DOOR).expect(200);
    let nothing = stranger
        .submit(&page.form(DOOR).without("booking").with("pin", "12"))
        .expect(422);
    for said in ["利用する予約", "暗証番号は6桁の数字です"] {
        assert!(nothing.words().contains(said), "{}", nothing.words());
    }
    let wrong = stranger.submit(&typed(&page, "294618")).expect(422);
    assert!(
        wrong
            .words()
            .contains("暗証番号が違うか、登録されていません"),
        "{}",
        wrong.words()
    );
    assert_eq!(
        house.count("event where kind = 'pin.failed' and user_id = 1001"),
        1
    );
    let sato = house.signed_in(&SATO);
    sato.submit(&sato.get("/my/pin").expect(200).form("/my/pin/remove"))
        .expect(303);
    let none = stranger.submit(&typed(&page, "294617")).expect(422);
    assert_eq!(
        none.words(),
        wrong.words(),
        "whether there is a PIN is not told"
    );
    let statuses: Vec<u16> = (0..8)
        .map(|_| stranger.submit(&typed(&page, "294618")).status)
        .collect();
    assert_eq!(statuses.last(), Some(&429), "{statuses:?}");
    assert_eq!(house.count("booking where state = 'in_use'"), 0);
    // another resource's door does not take it
    let mut elsewhere = typed(&page, "294617");
    elsewhere.action = "/door/ncgg-qpcr".into();
    let refused = stranger.submit(&elsewhere).expect(422);
    assert!(
        refused.words().contains("利用する予約"),
        "{}",
        refused.words()
    );
}

#[test]
fn digits_are_kept_as_a_password_is() {
    let house = ready("294617");
    assert!(!house.dump().contains("294617"));
    let sato = house.signed_in(&SATO);
    let form = sato.get("/my/pin").expect(200).form("/my/pin");
    for guessable in ["123456", "000000"] {
        let refused = sato
            .submit(&form.clone().with("pin", guessable))
            .expect(422);
        assert!(
            refused.words().contains("すぐに推測されます"),
            "{}",
            refused.words()
        );
        assert!(!refused.text().contains(guessable));
    }
    assert!(
        sato.get(DOOR)
            .expect(303)
            .header("location")
            .unwrap()
            .ends_with("/use")
    );
}

#[test]
fn d12_the_code_leads_to_this_house_whatever_was_asked_for() {
    let house = House::new();
    let inoue = house.signed_in(&INOUE);
    let sheet = inoue.get("/manage/door/riken-cryo-em").expect(200);
    let base = &house.rooms.config.base_url;
    assert!(
        sheet.words().contains(&format!("{base}{DOOR}")),
        "{}",
        sheet.words()
    );
    let nakamura = house.signed_in(&NAKAMURA);
    for path in [
        "/manage/door/riken-cryo-em",
        "/manage/door/riken-cryo-em/code.svg",
    ] {
        nakamura.get(path).expect(404);
    }
}

#[test]
fn d13_the_image_of_the_code_holds_nothing_but_squares() {
    let house = House::new();
    let inoue = house.signed_in(&INOUE);
    let code = inoue.get("/manage/door/riken-cryo-em/code.svg").expect(200);
    assert_eq!(code.header("content-type"), Some("image/svg+xml"));
    let text = code.text();
    assert!(text.contains("<path") && !text.contains("riken"), "{text}");
    for forbidden in ["<script", "href", "style", "<text", "<foreignObject"] {
        assert!(!text.contains(forbidden), "{forbidden}");
    }
    // a name that would be markup is no address of a resource
    inoue
        .get("/manage/door/%22%3E%3Cscript%3E/code.svg")
        .expect(404);
}
