//! Who decides on exceptions: whom the condition names, never for themselves, and nobody else.

use diesel::prelude::{QueryDsl, RunQueryDsl};
use madoguchi::domain::id::WaiverRequestId;
use madoguchi::store::schema::waiver_request;

use crate::house::House;
use crate::people::{INOUE, KIM, NAKAMURA, SATO, TAKAHASHI, YAMADA};
use crate::waiver::{LEAD, SOON, answering, ask_page, asks};
use crate::world::{CONFOCAL, CRYO};

#[test]
fn a02_a07_others_find_no_such_exception() {
    let house = House::new();
    asks(&house, &SATO, CRYO, LEAD);
    let inoue = house.signed_in(&INOUE);
    let (_, id) = answering(&inoue.get("/waivers").expect(200).text());
    // the manager of another facility neither sees nor decides it
    let (nakamura, sato) = (house.signed_in(&NAKAMURA), house.signed_in(&SATO));
    let list = nakamura.get("/waivers").expect(200);
    assert!(!list.text().contains(&id) && !list.words().contains("佐藤"));
    let before = house.dump();
    let reason = format!("reason-{id}");
    for verb in ["grant", "decline", "revoke"] {
        let path = format!("/waivers/{id}/{verb}");
        let fields = [(reason.as_str(), "理由")];
        let theirs = nakamura.post(&path, &fields).expect(404);
        let none = nakamura.post(&format!("/waivers/0000000000001/{verb}"), &fields);
        assert_eq!(theirs.words(), none.expect(404).words());
        sato.post(&path, &fields).expect(403);
    }
    let direct = [
        ("email", SATO.email),
        ("resource", CRYO),
        ("parameter", LEAD),
        ("from", SOON),
        ("until", SOON),
        ("reason", "理由"),
    ];
    nakamura.post("/waivers", &direct).expect(404);
    assert_eq!(house.dump(), before);
}

#[test]
fn a09_a10_nobody_sets_a_condition_aside_for_themselves() {
    let house = House::new();
    asks(&house, &INOUE, CRYO, LEAD);
    assert!(house.letters().is_empty(), "there is nobody else to decide");
    let inoue = house.signed_in(&INOUE);
    let page = inoue.get("/waivers").expect(200);
    assert!(page.words().contains("ご自身の申請です"));
    assert!(!page.text().contains("/decline\""));
    let number: i64 = waiver_request::table
        .select(waiver_request::id)
        .first(&mut house.conn())
        .unwrap();
    let id = WaiverRequestId::new(number);
    let reason = format!("reason-{id}");
    inoue
        .post(
            &format!("/waivers/{id}/grant"),
            &[(reason.as_str(), "理由")],
        )
        .expect(422);
    let form = page.form("/waivers");
    let direct = form
        .with("resource", CRYO)
        .with("parameter", LEAD)
        .with("from", SOON)
        .with("until", SOON)
        .with("reason", "理由");
    let own = inoue.submit(&direct.clone().with("email", INOUE.email));
    assert!(own.expect(422).words().contains("自分に例外を認める"));
    let nobody = inoue.submit(&direct.clone().with("email", "nobody@example.jp"));
    let nobody = nobody.expect(422);
    assert!(nobody.words().contains("登録されていません"));
    assert_eq!(nobody.form("/waivers").value("reason"), "理由");
    assert_eq!(house.count("waiver"), 0);
    // to somebody else it is granted without a question, whichever way the address is written
    inoue
        .submit(&direct.with("email", " SATO@ncgg.example.jp "))
        .expect(303);
    house.request(&SATO, CRYO, &format!("{SOON} 09:00"), 1440);
}

#[test]
fn a_condition_without_exceptions_is_never_set_aside() {
    let house = House::new();
    let sato = house.signed_in(&SATO);
    let page = sato.get(&ask_page(CRYO, "slot_minutes")).expect(200);
    assert!(page.words().contains("例外は認められていません"));
    assert!(!page.text().contains("action=\"/waivers/new\""));
    let fields = [
        ("resource", CRYO),
        ("parameter", "slot_minutes"),
        ("from", SOON),
        ("until", SOON),
        ("reason", "理由"),
    ];
    sato.post("/waivers/new", &fields).expect(422);
    house
        .signed_in(&INOUE)
        .post("/waivers", &fields)
        .expect(422);
    assert_eq!(house.count("waiver_request") + house.count("waiver"), 0);
    for absent in [ask_page(CRYO, "no_such"), ask_page("no-such", LEAD)] {
        sato.get(&absent).expect(404);
    }
}

#[test]
fn the_institution_s_conditions_are_set_aside_by_its_officer_only() {
    let house = House::new();
    asks(&house, &KIM, CONFOCAL, "eligible_org_classes");
    let told: Vec<_> = house.letters().into_iter().map(|(_, to)| to).collect();
    assert_eq!(told, [TAKAHASHI.email]);
    let yamada = house.signed_in(&YAMADA);
    assert!(
        !yamada
            .get("/waivers")
            .expect(200)
            .text()
            .contains("Kim Jiwoo")
    );
    let takahashi = house.signed_in(&TAKAHASHI);
    let page = takahashi.get("/waivers").expect(200);
    assert!(page.words().contains("Kim Jiwoo"), "{}", page.words());
    let (form, id) = answering(&page.text());
    let reason = format!("reason-{id}");
    let fields = [(reason.as_str(), "理由")];
    yamada
        .post(&format!("/waivers/{id}/grant"), &fields)
        .expect(404);
    takahashi
        .submit(&form.with(&reason, "規程に定めがあるため。"))
        .expect(303);
}
