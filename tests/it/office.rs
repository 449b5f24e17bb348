//! What offices may see and say: their own doors only, each look recorded, nobody on their own, and no
//! list of people.

use crate::client::{Answer, Client};
use crate::gated::{
    EXAMPLE, HARA, KUDO, NISHIMURA, OFFICER, OFFICER_THERE, declare, exports, fact_of, give,
    institution_of,
};
use crate::house::House;
use crate::people::{ADMINISTRATOR, INOUE, KIM, NAKAMURA, Person, SATO};
use crate::world::CRYO;

/// What differs from visit to visit without telling anything.
fn told(answer: &Answer, client: &Client, id: &str) -> (u16, String) {
    let body = answer
        .text()
        .replace(&client.csrf(), "TOKEN")
        .replace(id, "NUMBER");
    (answer.status, body)
}

/// Example's declaration for a booking, with the number of the booking.
fn entered(house: &House) -> (String, String) {
    let example = house.signed_in(&EXAMPLE);
    let no = crate::asking::ask(&example, CRYO, "2027-02-15 09:00", 1440);
    declare(&example, &no, ("2026-10-01", &[]));
    (fact_of(house, &no), no)
}

#[test]
fn a02_a_fact_exists_for_its_person_and_the_offices_that_were_asked() {
    let house = exports();
    let (id, no) = entered(&house);
    let nothing = house.fresh_id();
    let people = [SATO, HARA, INOUE, NISHIMURA, ADMINISTRATOR];
    let clients = people.map(|person| house.signed_in(&person));
    // a manager of the facility answers at an office, but not at this one; nor do other officers
    let others = [INOUE, OFFICER, OFFICER_THERE].map(|person| house.signed_in(&person));
    let before = house.dump();
    for client in &clients {
        let own = |id: &str| client.get(&format!("/my/facts/{id}"));
        assert_eq!(own(&id).status, 404);
        assert_eq!(
            told(&own(&id), client, &id),
            told(&own(&nothing), client, &nothing)
        );
        let withdraw = format!("/my/facts/{id}/withdraw");
        client.post(&withdraw, &[]).expect(404);
        let path = format!("/my/facts/new?gate=export_screening&resource={CRYO}&booking={no}");
        client.get(&path).expect(404);
    }
    let institution = institution_of(&house, &NISHIMURA).to_string();
    for client in &others {
        let office = |id: &str| client.get(&format!("/office/facts/{id}"));
        assert_eq!(office(&id).status, 404);
        assert_eq!(
            told(&office(&id), client, &id),
            told(&office(&nothing), client, &nothing)
        );
        for verb in ["confirm", "refuse", "revoke"] {
            let fields = [
                ("side", "home"),
                ("institution", institution.as_str()),
                ("decision", "1"),
                ("ruled_on", "2027-01-08"),
                ("reason", "x"),
            ];
            let path = format!("/office/facts/{id}/{verb}");
            client.post(&path, &fields).expect(404);
        }
        assert!(!client.get("/office").expect(200).text().contains(&id));
    }
    assert_eq!(house.dump(), before);
    for person in [KIM, NAKAMURA] {
        let client = house.signed_in(&person);
        let status = client.get(&format!("/office/facts/{id}")).status;
        assert!([403, 404].contains(&status), "{}", person.name);
    }
}

#[test]
fn a02_one_desk_does_not_speak_for_the_other() {
    let house = exports();
    let (id, _) = entered(&house);
    let kudo = house.signed_in(&KUDO);
    let home = institution_of(&house, &NISHIMURA).to_string();
    let there = institution_of(&house, &KUDO).to_string();
    let say = |side: &str, institution: &str| {
        let fields = [
            ("side", side),
            ("institution", institution),
            ("decision", "1"),
            ("ruled_on", "2027-01-08"),
        ];
        let path = format!("/office/facts/{id}/confirm");
        kudo.post(&path, &fields).status
    };
    assert_eq!(say("home", &home), 404, "the other side");
    assert_eq!(say("home", &there), 404);
    assert_eq!(say("provider", &home), 404);
    assert_eq!(say("self", &there), 404, "nobody's word but their own");
    assert_eq!(house.count("gate_ruling"), 0);
    assert_eq!(say("provider", &there), 303);
    assert_eq!(say("provider", &there), 409, "it spoke already");
    assert_eq!(house.count("gate_ruling where side = 'provider'"), 1);
}

#[test]
fn h04_each_look_of_an_office_leaves_a_line() {
    let house = exports();
    let (id, _) = entered(&house);
    let looks = |by: &Person| {
        house.count(&format!(
            "event where kind = 'gate.read' and actor_id = {} and user_id = {}",
            by.id, EXAMPLE.id
        ))
    };
    let path = format!("/office/facts/{id}");
    let nishimura = house.signed_in(&NISHIMURA);
    let page = nishimura.get(&path).expect(200);
    assert!(
        page.words().contains("膜輸送体の基礎研究"),
        "{}",
        page.words()
    );
    assert!(page.words().contains("2026年10月1日"));
    assert!(page.words().contains("この閲覧を記録しました"));
    nishimura.get(&path).expect(200);
    house.signed_in(&KUDO).get(&path).expect(200);
    assert_eq!((looks(&NISHIMURA), looks(&KUDO)), (2, 1));
    // lists tell nothing that was declared, and leave no line
    let queue = nishimura.get("/office").expect(200);
    assert!(!queue.text().contains("膜輸送体") && queue.words().contains("Dr. A. Example"));
    house.signed_in(&INOUE).get(&path).expect(404);
    assert_eq!(house.count("event where kind = 'gate.read'"), 3);
}

#[test]
fn a10_nobody_answers_on_their_own_fact() {
    let house = exports();
    give(&house, &OFFICER, &EXAMPLE);
    let (id, _) = entered(&house);
    let letters = house.letters();
    let asked = |to: &str| {
        letters
            .iter()
            .any(|(what, email)| what == "gate_asked" && email == to)
    };
    assert!(!asked(EXAMPLE.email) && asked(NISHIMURA.email));
    let example = house.signed_in(&EXAMPLE);
    let page = example.get(&format!("/office/facts/{id}")).expect(200);
    assert!(page.words().contains("ご自身の登録は判断できません"));
    let institution = institution_of(&house, &EXAMPLE).to_string();
    let fields = [
        ("side", "home"),
        ("institution", institution.as_str()),
        ("decision", "1"),
        ("ruled_on", "2027-01-08"),
    ];
    let path = format!("/office/facts/{id}/confirm");
    example.post(&path, &fields).expect(422);
    assert_eq!(house.count("gate_ruling"), 0);
    // nor after the person took it back
    let own = example.get(&format!("/my/facts/{id}")).expect(200);
    example.submit(&own.form("/withdraw")).expect(303);
    house.signed_in(&NISHIMURA).post(&path, &fields).expect(422);
    let gone = house
        .signed_in(&NISHIMURA)
        .get(&format!("/office/facts/{id}"))
        .expect(200);
    assert!(
        !gone.text().contains("膜輸送体"),
        "taken back is taken back"
    );
}

#[test]
fn a06_a_desk_taken_back_is_closed_on_the_next_request() {
    let house = exports();
    let (id, _) = entered(&house);
    let nishimura = house.signed_in(&NISHIMURA);
    let path = format!("/office/facts/{id}");
    let page = nishimura.get(&path).expect(200);
    let officer = house.signed_in(&OFFICER);
    let people = officer.get("/institution/people").expect(200);
    officer
        .submit(&people.form("/institution/people/take"))
        .expect(303);
    assert!(
        house
            .letters()
            .contains(&("desk_taken".into(), NISHIMURA.email.into()))
    );
    nishimura.get(&path).expect(403);
    nishimura.get("/office").expect(403);
    let form = page.form("/confirm").with("decision", "1");
    nishimura.submit(&form).expect(403);
    assert_eq!(house.count("gate_ruling"), 0);
    // whoever is asked next at an empty desk: its officers hear of it
    let hara = house.signed_in(&HARA);
    let no = crate::asking::ask(&hara, CRYO, "2027-02-17 09:00", 1440);
    declare(&hara, &no, ("2026-10-01", &[]));
    let told = ("gate_asked_nobody".to_owned(), OFFICER.email.to_owned());
    assert!(house.letters().contains(&told));
}

#[test]
fn a12_the_page_of_people_tells_of_the_institution_s_offices_only() {
    let house = exports();
    let officer = house.signed_in(&OFFICER);
    let page = officer.get("/institution/people").expect(200);
    assert!(page.text().contains(NISHIMURA.email) && page.text().contains(OFFICER.email));
    for other in [KUDO, OFFICER_THERE, EXAMPLE, HARA, SATO, INOUE] {
        assert!(!page.text().contains(other.email), "{}", other.name);
    }
    // an address of nobody and one of another institution's people get the same answer
    let institution = institution_of(&house, &OFFICER).to_string();
    let try_one = |email: &str| {
        let fields = [
            ("institution", institution.as_str()),
            ("desk", "radiation"),
            ("email", email),
        ];
        let answer = officer.post("/institution/people", &fields).expect(422);
        answer.text().replace(email, "ADDRESS")
    };
    assert_eq!(try_one("nobody@riken.example.jp"), try_one(KUDO.email));
    assert!(try_one(KUDO.email).contains("この機関の利用者として登録されていません"));
    // another institution's desks are not theirs to give, see or take
    let there = institution_of(&house, &KUDO).to_string();
    let fields = [
        ("institution", there.as_str()),
        ("desk", "export_control"),
        ("email", KUDO.email),
        ("user", "0000000000001"),
    ];
    officer.post("/institution/people", &fields).expect(404);
    officer
        .post("/institution/people/take", &fields)
        .expect(404);
    let path = format!("/institution/people?institution={there}");
    officer.get(&path).expect(404);
    for person in [SATO, NISHIMURA, INOUE, ADMINISTRATOR] {
        let client = house.signed_in(&person);
        client.get("/institution/people").expect(403);
        client.post("/institution/people", &fields).expect(403);
    }
    let twice = [
        ("institution", institution.as_str()),
        ("desk", "export_control"),
        ("email", NISHIMURA.email),
    ];
    let again = officer.post("/institution/people", &twice).expect(422);
    assert!(again.words().contains("すでにこの窓口の担当です"));
    assert_eq!(house.count("desk_grant where revoked_at is null"), 2);
}
