//! Entering facts for gates and working them off: everything typed kept, the queue in pages, records that
//! two institutions check.

use madoguchi::jobs;

use crate::client::Answer;
use crate::gated::{
    EXAMPLE, KUDO, NISHIMURA, OFFICER, OFFICER_THERE, exports, first_fact, institution_of, speak,
};
use crate::house::House;
use crate::people::Person;
use crate::world::{self, CRYO};

#[test]
fn what_is_typed_is_kept_and_every_reason_is_said() {
    let house = exports();
    let example = house.signed_in(&EXAMPLE);
    let form = example
        .get("/my/facts/new?gate=ethics_approval")
        .expect(200)
        .form("/my/facts")
        .with("number", "2026-999")
        .with("issued_on", "2027-01-09")
        .with("valid_until", "2026-12-31");
    let refused = example.submit(&form).expect(422);
    let said = refused.words();
    for reason in [
        "まだ来ていない日付",
        "承認・実施の日より前",
        "審査した委員会・部署が入力されていません",
    ] {
        assert!(said.contains(reason), "{reason} in {said}");
    }
    assert_eq!(refused.form("/my/facts").value("number"), "2026-999");
    assert_eq!(house.count("gate_fact"), 0);
    let form = form
        .with("authority", "研究倫理審査委員会")
        .with("issued_on", "2026-04-01")
        .with("valid_until", "2027-03-31");
    let done = example.submit(&form).expect(303);
    let page = example.follow(&done).expect(200);
    assert!(page.words().contains("2026-999") && page.words().contains("確認中"));
    // nobody sits at the ethics desk yet: the officer hears of it, and finds the desk empty
    let told = ("gate_asked_nobody".to_owned(), OFFICER.email.to_owned());
    assert!(house.letters().contains(&told));
    let list = example.get("/my/facts").expect(200).words();
    assert!(
        list.contains("2026-999") && list.contains("国がんの倫理・動物実験窓口"),
        "{list}"
    );
}

#[test]
fn what_is_entered_elsewhere_says_where() {
    let house = exports();
    let example = house.signed_in(&EXAMPLE);
    let elsewhere = example.get(&format!(
        "/my/facts/new?gate=export_screening&resource={CRYO}"
    ));
    assert!(
        elsewhere
            .expect(200)
            .words()
            .contains("予約ごとに登録します")
    );
    let elsewhere = example.get("/my/facts/new?gate=mta").expect(200);
    assert!(elsewhere.words().contains("施設ごとに登録します"));
    for nothing in ["", "cook", "export"] {
        example
            .get(&format!("/my/facts/new?gate={nothing}"))
            .expect(404);
    }
    example.get("/my/facts/new?gate=training").expect(303);
    // what no rule of the resource asks for is not entered there
    example
        .get(&format!("/my/facts/new?gate=mta&resource={CRYO}"))
        .expect(404);
}

#[test]
fn s3_a_person_s_record_is_checked_by_the_provider_too_where_nothing_recognises_it() {
    let house = House::new();
    house.set_clock("2027-01-08 10:00");
    crate::gated::rule_asks(&house, &[("gates", "radiation_worker")]);
    crate::gated::desks(&house);
    give_radiation(&house);
    let example = house.signed_in(&EXAMPLE);
    let form = example
        .get("/my/facts/new?gate=radiation_worker")
        .expect(200)
        .form("/my/facts")
        .with("number", "R-77")
        .with("issued_on", "2026-05-01");
    example.submit(&form).expect(303);
    assert_eq!(house.count("gate_ask"), 1, "the home desk");
    // a use there needs the provider's desk, which is asked when the request is sent
    let no = crate::asking::ask(&example, CRYO, "2027-02-15 09:00", 1440);
    assert_eq!(house.count("gate_ask where side = 'provider'"), 1);
    let there = (
        "gate_asked_nobody".to_owned(),
        OFFICER_THERE.email.to_owned(),
    );
    assert!(house.letters().contains(&there));
    let page = example.get(&format!("/requests/{no}")).expect(200).words();
    assert!(
        page.contains("国がんと理研の放射線管理窓口が確認します"),
        "{page}"
    );
    let id = first_fact(&house);
    speak(&house, &NISHIMURA, &id, "confirm", &[]).expect(303);
    assert_eq!(house.count("booking where state = 'held'"), 1);
    let officer = house.signed_in(&OFFICER_THERE);
    let institution = institution_of(&house, &KUDO).to_string();
    let fields = [
        ("institution", institution.as_str()),
        ("desk", "radiation"),
        ("email", KUDO.email),
    ];
    officer.post("/institution/people", &fields).expect(303);
    speak(&house, &KUDO, &id, "confirm", &[]).expect(303);
    assert_eq!(house.count("booking where state = 'facility_review'"), 1);
}

#[test]
fn the_queue_is_the_oldest_first_in_pages_and_counts_what_is_owed() {
    let house = exports();
    let at = house.rooms.clock.now();
    let many: Vec<Person> = (0..52)
        .map(|number| Person {
            id: 3000 + number,
            name: "研究 者",
            email: Box::leak(format!("p{number}@ncc.example.jp").into_boxed_str()),
            ..EXAMPLE
        })
        .collect();
    give_radiation(&house);
    for person in &many {
        world::settle(&mut house.conn(), person, "!", at);
        let client = house.signed_in(person);
        let form = client
            .get("/my/facts/new?gate=radiation_worker")
            .expect(200)
            .form("/my/facts")
            .with("number", &format!("R-{}", person.id))
            .with("issued_on", "2026-05-01");
        client.submit(&form).expect(303);
        house
            .rooms
            .clock
            .set(house.rooms.clock.now().plus_seconds(60));
    }
    let nishimura = house.signed_in(&NISHIMURA);
    let first = nishimura.get("/office").expect(200);
    assert!(first.words().contains("52件"), "{}", first.words());
    assert!(first.text().contains("<span class=\"cnt\">52</span>"));
    let place = |page: &Answer, number: i64| page.text().find(&format!("R-{number}"));
    assert!(place(&first, 3000) < place(&first, 3049));
    assert!(place(&first, 3000).is_some() && place(&first, 3050).is_none());
    let second = nishimura.get("/office?page=2").expect(200);
    assert!(place(&second, 3050).is_some() && place(&second, 3051).is_some());
    nishimura.get("/office?page=99999999999").expect(200);
    house.set_clock("2027-01-25 10:00");
    assert!(
        nishimura
            .get("/office")
            .expect(200)
            .words()
            .contains("（超過）")
    );
}

fn give_radiation(house: &House) {
    give_desk(house, "radiation");
}

fn give_desk(house: &House, desk: &str) {
    let officer = house.signed_in(&OFFICER);
    let institution = institution_of(house, &OFFICER).to_string();
    let fields = [
        ("institution", institution.as_str()),
        ("desk", desk),
        ("email", NISHIMURA.email),
    ];
    officer.post("/institution/people", &fields).expect(303);
}

#[test]
fn s10_an_approval_that_ends_is_announced_sixty_thirty_and_seven_days_ahead() {
    let house = exports();
    give_desk(&house, "ethics");
    let example = house.signed_in(&EXAMPLE);
    let form = example
        .get("/my/facts/new?gate=ethics_approval")
        .expect(200)
        .form("/my/facts")
        .with("number", "2026-999")
        .with("authority", "研究倫理審査委員会")
        .with("issued_on", "2026-04-01")
        .with("valid_until", "2027-03-31");
    example.submit(&form).expect(303);
    let warned = |at: &str| {
        house.set_clock(at);
        house.wait(jobs::warn::turn(&house.rooms)).unwrap();
        let letters = house.letters();
        letters
            .iter()
            .filter(|(what, _)| what == "expiring")
            .count()
    };
    assert_eq!(warned("2027-01-30 09:00"), 0, "nobody has confirmed it");
    let id = first_fact(&house);
    speak(&house, &NISHIMURA, &id, "confirm", &[]).expect(303);
    assert_eq!(warned("2027-01-30 09:01"), 1);
    assert_eq!(warned("2027-02-28 23:00"), 1);
    assert_eq!(warned("2027-03-01 09:00"), 2);
    assert_eq!(warned("2027-03-24 09:00"), 3);
    let sent = house.deliver();
    let last = sent
        .iter()
        .rev()
        .find(|one| one.to == EXAMPLE.email)
        .unwrap();
    let text = &last.composed.text;
    assert!(
        text.contains("倫理審査承認") && text.contains("2026-999"),
        "{text}"
    );
    assert!(text.contains("/my/facts"), "{text}");
}
