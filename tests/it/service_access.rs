//! Requests without a slot: what nobody may do, and limits.

use crate::client::Answer;
use crate::form::Form;
use crate::house::House;
use crate::people::{ADMINISTRATOR, KIM, NAKAMURA};
use crate::without_slot::{NAKAJIMA, ONO, act, apply, biobank, filled, state};
use crate::world::{BIOBANK, CONFOCAL, HIMAC, IMAGING};

#[test]
fn a02_anothers_request_is_what_does_not_exist() {
    let house = biobank();
    let nakajima = house.signed_in(&NAKAJIMA);
    let no = apply(&nakajima, "2029-12-31");
    let nothing = house.fresh_id();
    let before = house.count("event");
    for person in [KIM, NAKAMURA, ADMINISTRATOR] {
        let client = house.signed_in(&person);
        let same = |theirs: Answer, none: Answer| {
            assert_eq!(theirs.status, 404);
            let plain = |answer: &Answer, no: &str| answer.text().replace(no, "NO");
            assert_eq!(
                plain(&theirs, &no),
                plain(&none, &nothing),
                "{}",
                person.name
            );
        };
        for path in ["", "/edit"] {
            let get = |no: &str| client.get(&format!("/service/{no}{path}"));
            same(get(&no), get(&nothing));
        }
        for verb in [
            "edit", "accept", "decline", "withdraw", "ethics", "receive", "report", "finish",
            "drop",
        ] {
            let post = |no: &str| client.post(&format!("/service/{no}/{verb}"), &[("report", "x")]);
            same(post(&no), post(&nothing));
        }
        assert!(!client.get("/my/requests").expect(200).text().contains(&no));
    }
    assert_eq!(house.count("event"), before, "nothing happened");
    // a number of another kind is none of these
    let booking = house.request(&KIM, IMAGING, "2027-01-14 10:00", 240);
    let kim = house.signed_in(&KIM);
    kim.get(&format!("/service/{booking}")).expect(404);
    nakajima.get(&format!("/requests/{no}")).expect(404);
}

#[test]
fn a02_requests_to_other_facilities_do_not_exist_for_a_manager() {
    let house = biobank();
    let no = apply(&house.signed_in(&NAKAJIMA), "2029-12-31");
    let before = house.count("event");
    let other = house.signed_in(&NAKAMURA);
    for verb in [
        "answer", "screen", "return", "grant", "reject", "call-off", "sign", "settle", "deliver",
        "renew", "close",
    ] {
        other
            .post(&format!("/manage/service/{no}/{verb}"), &[("reason", "x")])
            .expect(404);
    }
    other.get(&format!("/manage/service/{no}")).expect(404);
    assert!(
        !other
            .get("/manage/service")
            .expect(200)
            .text()
            .contains("中島")
    );
    assert_eq!(house.count("event"), before, "nothing happened");
}

#[test]
fn a08_fields_that_no_form_has_change_nothing() {
    let house = biobank();
    let client = house.signed_in(&NAKAJIMA);
    let evil = [
        ("state", "delivered"),
        ("user_id", "1002"),
        ("granted-1", "200"),
        ("decided_by", "大野 樹"),
        ("chain", "screening,payment"),
        ("institution_id", "1"),
        ("payment", "settled"),
        ("version", "9"),
    ];
    let form = evil
        .iter()
        .fold(filled(&client, "2029-12-31"), |form, (name, value)| {
            form.with(name, value)
        });
    client.submit(&form).expect(303);
    let kept = house.count(
        "service_request where state = 'screening' and user_id = 1201 and version = 1 and payment = ''
         and decided_by is null and chain = 'screening,committee,contract,payment,preparing,delivered,in_use'",
    );
    assert_eq!(kept, 1);
    assert_eq!(
        house.count("service_item where granted is null and delivered is null"),
        1
    );
}

#[test]
fn a10_nobody_decides_on_their_own_twice_or_after_it_was_taken_back() {
    let house = biobank();
    let ono = house.signed_in(&ONO);
    let own = apply(&ono, "2029-12-31");
    let page = ono.get(&format!("/manage/service/{own}")).expect(200);
    assert!(page.words().contains("ご自身の申込みは決定できません"));
    let screen = |no: &str| ono.post(&format!("/manage/service/{no}/screen"), &[]);
    assert!(
        screen(&own)
            .expect(422)
            .words()
            .contains("自分の申請は、自分では決定できません")
    );
    let nakajima = house.signed_in(&NAKAJIMA);
    let no = apply(&nakajima, "2029-12-31");
    screen(&no).expect(303);
    screen(&no).expect(409);
    act(&nakajima, &no, "withdraw", &[]).expect(303);
    let grant = [
        ("amounts", "200"),
        ("decided_on", "2026-12-10"),
        ("decision_number", "1"),
    ];
    ono.post(&format!("/manage/service/{no}/grant"), &grant)
        .expect(409);
    assert_eq!(state(&house, "withdrawn"), 1);
    act_again(&house, &no);
}

/// What is over stays over.
fn act_again(house: &House, no: &str) {
    let nakajima = house.signed_in(&NAKAJIMA);
    for verb in [
        "accept", "decline", "withdraw", "receive", "report", "finish",
    ] {
        let fields = [
            ("received_on", "2026-12-10"),
            ("report", "x"),
            ("final_report", "x"),
        ];
        nakajima
            .post(&format!("/service/{no}/{verb}"), &fields)
            .expect(409);
    }
}

#[test]
fn f14_every_text_is_taken_at_its_longest_and_refused_beyond() {
    let house = biobank();
    let client = house.signed_in(&NAKAJIMA);
    let fields = [
        ("purpose", 2000),
        ("project_number", 40),
        ("responsible", 200),
        ("ethics_number", 100),
        ("what-1", 200),
        ("condition-1", 200),
    ];
    let longest = |form: Form, more: usize| {
        fields.iter().fold(form, |form, (name, most)| {
            form.with(name, &"あ".repeat(most + more))
        })
    };
    for (name, most) in fields {
        let long = filled(&client, "2029-12-31").with(name, &"あ".repeat(most + 1));
        client.submit(&long).expect(422);
    }
    assert_eq!(house.count("service_request"), 0);
    client
        .submit(&longest(filled(&client, "2029-12-31"), 0))
        .expect(303);
    assert_eq!(house.count("service_request"), 1);
    let huge = filled(&client, "2029-12-31").with("purpose", &"x".repeat(200_000));
    assert!(client.submit(&huge).status >= 400);
    let quantity = |text: &str| {
        client
            .submit(&filled(&client, "2029-12-31").with("quantity-1", text))
            .status
    };
    assert_eq!(
        ["0", "-1", "1000001", "99999999999"].map(quantity),
        [422; 4]
    );
}

#[test]
fn only_resources_that_take_applications_have_a_form() {
    let house = biobank();
    let client = house.signed_in(&NAKAJIMA);
    for slug in [CONFOCAL, HIMAC] {
        let away = client
            .get(&format!("/service/new?resource={slug}"))
            .expect(303);
        assert_eq!(
            away.header("location"),
            Some(format!("/resources/{slug}").as_str())
        );
        let form = filled(&client, "2029-12-31").with("resource", slug);
        assert!(
            client
                .submit(&form)
                .expect(422)
                .words()
                .contains("ここでは申込みを受け付けていません")
        );
    }
    client.get("/service/new?resource=nothing").expect(404);
    let stranger = house.stranger();
    let away = stranger
        .get(&format!("/service/new?resource={BIOBANK}"))
        .expect(303);
    assert!(
        away.header("location")
            .unwrap()
            .starts_with("/signin?next=")
    );
}
