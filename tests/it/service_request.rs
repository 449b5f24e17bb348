//! Requests without a slot beyond story S10: questions, returns, calling off, reminders.

use crate::client::Client;
use crate::without_slot::{
    NAKAJIMA, ONO, apply, biobank, complete, decide, filled, in_use, letters, state, turn,
};
use crate::world::BIOBANK;

#[test]
fn a_question_is_answered_and_becomes_an_application() {
    let house = biobank();
    let (nakajima, ono) = (house.signed_in(&NAKAJIMA), house.signed_in(&ONO));
    let page = nakajima
        .get(&format!("/service/new?resource={BIOBANK}"))
        .expect(200);
    let ask = page.form("/service").with("ask", "yes");
    nakajima.submit(&ask).expect(422);
    let sent = nakajima
        .submit(&ask.with("purpose", "血清は何本ありますか"))
        .expect(303);
    let no = sent
        .header("location")
        .unwrap()
        .trim_start_matches("/service/")
        .to_owned();
    assert_eq!(letters(&house, "service_inquired", ONO.email), 1);
    decide(&ono, &no, "answer", &[]).expect(422);
    decide(&ono, &no, "answer", &[("reason", "150本まであります。")]).expect(303);
    let page = nakajima.get(&format!("/service/{no}")).expect(200);
    assert!(page.words().contains("150本まであります。"));
    let page = nakajima.get(&format!("/service/{no}/edit")).expect(200);
    let form = page.form(&format!("/service/{no}/edit"));
    assert_eq!(form.value("purpose"), "血清は何本ありますか");
    nakajima.submit(&form).expect(422);
    let whole = complete(
        page.form(&format!("/service/{no}/edit")),
        &page,
        "2029-12-31",
    );
    nakajima.submit(&whole).expect(303);
    assert_eq!(state(&house, "screening"), 1);
}

#[test]
fn what_is_returned_is_corrected_or_lapses() {
    let house = biobank();
    let (nakajima, ono) = (house.signed_in(&NAKAJIMA), house.signed_in(&ONO));
    let no = apply(&nakajima, "2029-12-31");
    decide(&ono, &no, "return", &[]).expect(422);
    decide(
        &ono,
        &no,
        "return",
        &[("reason", "保管の方法を書いてください")],
    )
    .expect(303);
    let page = nakajima.get(&format!("/service/{no}/edit")).expect(200);
    assert!(page.words().contains("保管の方法を書いてください"));
    let form = crate::asking::agreed(page.form("/edit"), &page);
    nakajima
        .submit(&form.with("purpose", "探索。超低温で保管する。"))
        .expect(303);
    assert_eq!(letters(&house, "service_applied", ONO.email), 2);
    decide(&ono, &no, "return", &[("reason", "もう一度")]).expect(303);
    // 20 business days after 10 December, the last of them in time
    turn(&house, "2027-01-14 23:00");
    assert_eq!(state(&house, "returned"), 1);
    assert_eq!(letters(&house, "service_step_due", NAKAJIMA.email), 1);
    turn(&house, "2027-01-15 00:10");
    assert_eq!(state(&house, "expired"), 1);
    assert_eq!(letters(&house, "service_expired", NAKAJIMA.email), 1);
    assert_eq!(letters(&house, "service_expired", ONO.email), 1);
}

#[test]
fn a_facility_calls_off_and_closes_with_a_reason() {
    let house = biobank();
    let no = in_use(&house);
    let ono = house.signed_in(&ONO);
    decide(&ono, &no, "close", &[]).expect(422);
    decide(&ono, &no, "close", &[("reason", "研究が終わったため")]).expect(303);
    assert_eq!(letters(&house, "service_closed", NAKAJIMA.email), 1);
    house.set_clock("2027-06-01 10:00");
    let (nakajima, ono) = (house.signed_in(&NAKAJIMA), house.signed_in(&ONO));
    let no = apply_on(&nakajima, "2027-09-30");
    decide(&ono, &no, "screen", &[]).expect(303);
    let grant = [("amounts", "200"), ("decision_number", "R9-1")];
    decide(&ono, &no, "grant", &grant).expect(303);
    decide(&ono, &no, "call-off", &[("reason", "試料が劣化したため")]).expect(303);
    let page = nakajima.get(&format!("/service/{no}")).expect(200).words();
    assert!(
        page.contains("提供取りやめ") && page.contains("試料が劣化したため"),
        "{page}"
    );
}

fn apply_on(client: &Client, wanted_on: &str) -> String {
    let form = filled(client, "2029-12-31").with("wanted_on", wanted_on);
    let sent = client.submit(&form).expect(303);
    sent.header("location")
        .unwrap()
        .trim_start_matches("/service/")
        .to_owned()
}

#[test]
fn the_facility_is_reminded_of_its_answer_once() {
    let house = biobank();
    let nakajima = house.signed_in(&NAKAJIMA);
    apply(&nakajima, "2029-12-31");
    turn(&house, "2027-03-10 09:00");
    assert_eq!(letters(&house, "service_step_due", ONO.email), 0);
    turn(&house, "2027-03-11 09:00");
    turn(&house, "2027-03-12 09:00");
    assert_eq!(letters(&house, "service_step_due", ONO.email), 1);
    // two processes at once tell it once
    turn(&house, "2027-03-16 09:00");
    assert_eq!(letters(&house, "service_step_due", ONO.email), 1);
}
