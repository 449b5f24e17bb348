//! Exceptions: asked for, granted by whom the parameter names, lifting one reason and nothing else.

use crate::asking::filled;
use crate::client::Client;
use crate::form::Form;
use crate::house::House;
use crate::people::{INOUE, KIM, Person, SATO};
use crate::world::{CRYO, QPCR};

/// A day that the rule of the cryo-electron microscope, 20 business days of notice, does not allow.
pub const SOON: &str = "2026-12-22";
/// The day after it.
const NEXT: &str = "2026-12-23";
/// What is set aside.
pub const LEAD: &str = "lead_business_days";

pub fn ask_page(resource: &str, parameter: &str) -> String {
    format!("/waivers/new?resource={resource}&parameter={parameter}&start={SOON}T09:00")
}

/// Asks for the exception as a browser does.
#[track_caller]
pub fn asks(house: &House, person: &Person, resource: &str, parameter: &str) -> Client {
    let client = house.signed_in(person);
    let page = client.get(&ask_page(resource, parameter)).expect(200);
    let form = page.form("/waivers/new");
    let sent = client.submit(&form.with("reason", "試料が長くもちません。"));
    let done = client.follow(&sent.expect(303));
    assert!(
        done.words().contains("例外を申請しました") || person.language == "en",
        "{}",
        done.words()
    );
    client
}

/// The form that decides on the only question there is.
#[track_caller]
pub fn answering(page: &str) -> (Form, String) {
    let (_, rest) = page.split_once("action=\"/waivers/").unwrap();
    let id: String = rest.chars().take(13).collect();
    let form = crate::form::find(page, &format!("/waivers/{id}/decline")).unwrap();
    (form, id)
}

/// Grants what SATO asked for on the cryo-electron microscope, and gives back the manager's browser.
fn grants(house: &House) -> Client {
    let inoue = house.signed_in(&INOUE);
    let (_, id) = answering(&inoue.get("/waivers").expect(200).text());
    let reason = format!("reason-{id}");
    let said = [(reason.as_str(), "空きがあるため認めます。")];
    inoue
        .post(&format!("/waivers/{id}/grant"), &said)
        .expect(303);
    inoue
}

fn panel(client: &Client, day: &str) -> String {
    client
        .get(&format!(
            "/f/panel/{CRYO}?start={day}T09:00&len=1440&support_mode=assisted"
        ))
        .expect(200)
        .text()
}

#[test]
fn an_exception_lifts_its_reason_in_panel_form_and_deed_at_once_and_nothing_else() {
    let house = House::new();
    let sato = house.signed_in(&SATO);
    // the panel says why not, and leads to the question
    let before = panel(&sato, SOON);
    let link = format!("/waivers/new?resource={CRYO}&#38;parameter={LEAD}&#38;start={SOON}T09:00");
    assert!(before.contains(&link), "{before}");
    assert!(
        house
            .try_request(&SATO, CRYO, &format!("{SOON} 09:00"), 1440)
            .is_err()
    );
    asks(&house, &SATO, CRYO, LEAD);
    let told = |what: &str| -> Vec<String> {
        let letters = house.letters().into_iter();
        letters
            .filter(|(known, _)| known == what)
            .map(|(_, to)| to)
            .collect()
    };
    assert_eq!(told("waiver_asked"), [INOUE.email]);
    // asked for, it lifts nothing yet
    assert!(panel(&sato, SOON).contains(&link));
    grants(&house);
    assert_eq!(told("waiver_granted"), [SATO.email]);
    let after = panel(&sato, SOON);
    assert!(!after.contains("/waivers/new"), "{after}");
    assert!(after.contains("/requests/new"), "{after}");
    // another day, another person: refused as before
    assert!(panel(&sato, NEXT).contains("/waivers/new"));
    assert!(panel(&house.signed_in(&KIM), SOON).contains("/waivers/new"));
    // it sets aside the days of notice, and no closed day
    assert!(
        house
            .try_request(&SATO, CRYO, "2026-12-20 09:00", 1440)
            .is_err()
    );
}

#[test]
fn a_request_keeps_the_exception_that_it_was_sent_under() {
    let house = House::new();
    let sato = asks(&house, &SATO, CRYO, LEAD);
    let inoue = grants(&house);
    let form = filled(&sato, CRYO, &format!("{SOON} 09:00"), 1440);
    let sent = sato.submit(&form).expect(303);
    let number = crate::asking::number(&sent);
    // what it was judged by stays with the booking, for both sides
    assert_eq!(
        house.count("booking_evaluation where evaluation like '%空きがあるため認めます。%'"),
        1
    );
    for (client, page) in [
        (&sato, format!("/requests/{number}")),
        (&inoue, format!("/manage/requests/{number}")),
    ] {
        let words = client.get(&page).expect(200).words();
        assert!(words.contains("空きがあるため認めます。"), "{words}");
    }
    assert!(
        house
            .try_request(&KIM, CRYO, &format!("{NEXT} 09:00"), 1440)
            .is_err()
    );
}

#[test]
fn what_is_revoked_lifts_nothing_and_what_was_booked_stays() {
    let house = House::new();
    asks(&house, &SATO, CRYO, LEAD);
    let inoue = grants(&house);
    let booking = house.request(&SATO, CRYO, &format!("{SOON} 09:00"), 1440);
    let page = inoue.get("/waivers").expect(200).text();
    let (_, rest) = page.split_once("action=\"/waivers/").unwrap();
    let id: String = rest.chars().take(13).collect();
    let form = crate::form::find(&page, &format!("/waivers/{id}/revoke")).unwrap();
    let refused = inoue.submit(&form).expect(422);
    assert!(refused.text().contains(&format!("href=\"#reason-{id}\"")));
    let reason = format!("reason-{id}");
    inoue
        .submit(&form.clone().with(&reason, "装置が故障しました。"))
        .expect(303);
    assert_eq!(house.count("waiver where revoked_at is not null"), 1);
    let told = house.letters();
    assert!(told.contains(&("waiver_revoked".into(), SATO.email.into())));
    assert_eq!(
        house.count(&format!("booking where id = {}", booking.number())),
        1
    );
    let sato = house.signed_in(&SATO);
    assert!(panel(&sato, SOON).contains("/waivers/new"));
    // twice is once
    inoue
        .submit(&form.with(&reason, "装置が故障しました。"))
        .expect(422);
}

#[test]
fn an_answer_needs_a_reason_and_what_was_typed_stays() {
    let house = House::new();
    asks(&house, &SATO, CRYO, LEAD);
    let inoue = house.signed_in(&INOUE);
    let (form, id) = answering(&inoue.get("/waivers").expect(200).text());
    let before = house.dump();
    let refused = inoue.submit(&form).expect(422);
    assert!(refused.text().contains(&format!("href=\"#reason-{id}\"")));
    let long = "長".repeat(2_001);
    let reason = format!("reason-{id}");
    let refused = inoue.submit(&form.clone().with(&reason, &long)).expect(422);
    assert!(refused.text().contains(&long));
    assert_eq!(house.dump(), before);
    inoue
        .submit(&form.clone().with(&reason, "<b>空き</b>があります。"))
        .expect(303);
    assert!(
        house
            .letters()
            .contains(&("waiver_declined".into(), SATO.email.into()))
    );
    // whoever was slower finds it decided
    let late = inoue.submit(&form.with(&reason, "理由")).expect(422);
    assert!(
        late.words().contains("この操作はできません"),
        "{}",
        late.words()
    );
    // and the applicant may ask again
    asks(&house, &SATO, CRYO, LEAD);
}

#[test]
fn g01_days_that_are_none_are_not_asked_for() {
    let house = House::new();
    let sato = house.signed_in(&SATO);
    let page = sato.get(&ask_page(QPCR, LEAD)).expect(200);
    let form = page.form("/waivers/new").with("reason", "<script>理由");
    let before = house.dump();
    for (from, until) in [
        ("", ""),
        ("2026-12-22", ""),
        ("2026-12-22", "2026-12-21"),
        ("2026-12-01", "2026-12-02"),
        ("2026-12-22", "2028-12-22"),
        ("2026-02-30", "2026-12-22"),
        ("0001-01-01", "9999-12-31"),
        ("yesterday", "-1"),
    ] {
        let typed = form.clone().with("from", from).with("until", until);
        let refused = sato.submit(&typed).expect(422);
        let again = refused.form("/waivers/new");
        assert_eq!(again.value("reason"), "<script>理由", "{from} {until}");
        assert!(!refused.text().contains("<script>理由"));
    }
    assert_eq!(house.dump(), before);
}
