//! The table of equivalences over HTTP: published, read by everybody, gone by at once, and nobody else's.

use madoguchi::acts;
use madoguchi::domain::equivalence::Line;
use madoguchi::domain::gate::Gate;
use madoguchi::domain::id::{CourseId, EquivalenceId, InstitutionId};
use madoguchi::domain::name::Name;
use madoguchi::secret::chance;
use madoguchi::store;

use crate::asking::filled;
use crate::client::Client;
use crate::house::House;
use crate::people::{SATO, TAKAHASHI};
use crate::recognition::{MORI, NISHIMURA, Story, line, story};
use crate::world::{self, IMAGING};

/// The status of Sato's request to operate the instrument herself on a day.
fn asks(house: &House, day: &str) -> u16 {
    let sato = house.signed_in(&SATO);
    let form = filled(&sato, IMAGING, &format!("{day} 10:00"), 60);
    sato.submit(&form.with("support_mode", "self")).status
}

/// Mori publishes that G1 of NCGG stands for C1, for a year.
fn published(mori: &Client, ours: CourseId, theirs: CourseId) {
    let form = line(mori, theirs)
        .with("course", &ours.to_string())
        .with("months", "12")
        .with("note", "実技は同じ内容")
        .with("note_en", "The same practical part");
    let done = mori.submit(&form).expect(303);
    let page = mori.follow(&done).expect(200);
    assert!(page.words().contains("読替えを公開しました"));
    let twice = mori.submit(&form).expect(422).words();
    assert!(twice.contains("同じ内容の読替えを公開済みです"), "{twice}");
}

#[test]
fn everybody_reads_who_recognises_whose_what_and_for_how_long() {
    let Story {
        house,
        ours,
        theirs,
    } = story();
    let mori = house.signed_in(&MORI);
    let page = mori.get("/institution/equivalences").expect(200);
    assert!(page.words().contains("公開している読替えはありません"));
    published(&mori, ours, theirs);
    let stranger = house.stranger();
    for path in ["/equivalences", "/equivalences?institution=ncvc"] {
        let said = stranger.get(path).expect(200).words();
        for wanted in [
            "国循",
            "長寿研",
            "操作講習 G1",
            "操作講習 C1",
            "発行から12か月",
            "2026年12月14日",
            "実技は同じ内容",
        ] {
            assert!(said.contains(wanted), "{path} {wanted}: {said}");
        }
    }
    let said = stranger.get("/en/equivalences").words();
    for wanted in ["12 months from issue", "The same practical part"] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    let none = stranger.get("/equivalences?institution=riken").expect(200);
    assert!(
        none.words()
            .contains("この機関が公開している読替えはありません")
    );
}

#[test]
fn a_published_line_opens_a_gate_and_taking_it_back_closes_it_at_once() {
    let Story {
        house,
        ours,
        theirs,
    } = story();
    assert_eq!(asks(&house, "2027-01-14"), 422, "nobody recognises it yet");
    let mori = house.signed_in(&MORI);
    published(&mori, ours, theirs);
    let sato = house.signed_in(&SATO);
    let passport = sato.get("/my/passport").expect(200).words();
    let wanted = "国循「操作講習 C1」として（2027年11月30日（火）まで）";
    assert!(passport.contains(wanted), "{passport}");
    assert_eq!(asks(&house, "2027-01-14"), 303, "the gate is open");
    // taken back, it counts for nobody any more
    let page = mori.get("/institution/equivalences").expect(200);
    let revoke = page.form("/revoke");
    mori.submit(&revoke).expect(303);
    mori.submit(&revoke).expect(404);
    assert_eq!(asks(&house, "2027-01-15"), 422);
    assert!(!house.stranger().get("/equivalences").text().contains("G1"));
    let passport = sato.get("/my/passport").words();
    assert!(passport.contains("読替えを公開している機関がありません"));
    for kind in ["equivalence.published", "equivalence.revoked"] {
        assert_eq!(house.count(&format!("event where kind = '{kind}'")), 1);
    }
    // and nobody is written to about it
    let told =
        "outbox join event on event.id = outbox.event_id where event.kind like 'equivalence%'";
    assert_eq!(house.count(told), 0);
}

#[test]
fn a_line_is_refused_with_every_reason_and_what_was_typed_is_kept() {
    let Story {
        house,
        ours,
        theirs,
    } = story();
    let mori = house.signed_in(&MORI);
    let page = mori.get("/institution/equivalences").expect(200);
    let form = page
        .form("/institution/equivalences")
        .with("gate", "health_check")
        .with("course", &ours.to_string())
        .with("issuer_course", &theirs.to_string())
        .with("months", "1200")
        .with("ends_on", "2026-12-01")
        .with("note", &"あ".repeat(401));
    let refused = mori.submit(&form).expect(422);
    let said = refused.words();
    for wanted in [
        "講習を読み取れません",
        "発行機関の講習",
        "認める月数",
        "終了日",
        "備考が長すぎます",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    let kept = refused.form("/institution/equivalences");
    assert_eq!(kept.value("months"), "1200");
    assert_eq!(kept.value("gate"), "health_check");
    assert_eq!(house.count("equivalence"), 0);
}

#[test]
fn what_can_not_be_read_is_never_published() {
    let Story { house, .. } = story();
    let mori = house.signed_in(&MORI);
    let page = mori.get("/institution/equivalences").expect(200);
    let unchosen = page.form("/institution/equivalences");
    let said = mori.submit(&unchosen).expect(422).words();
    assert!(said.contains("確認の種類が選ばれていません"), "{said}");
    for (field, typed) in [
        ("gate", "ethics_approval"),
        ("gate", "x"),
        ("months", "-1"),
        ("months", "zwölf"),
        ("ends_on", "yesterday"),
        ("issuer", "0000000000001"),
        ("course", "0000000000001"),
        ("issuer_course", "x"),
    ] {
        let form = page
            .form("/institution/equivalences")
            .with("gate", "training")
            .with(field, typed);
        let answer = mori.submit(&form);
        assert_eq!(answer.status, 422, "{field}={typed}: {}", answer.words());
    }
    assert_eq!(house.count("equivalence"), 0);
}

#[test]
fn a02_a04_an_officer_writes_the_table_of_their_own_institution_only() {
    let Story { house, theirs, .. } = story();
    let mori = house.signed_in(&MORI);
    let page = mori.get("/institution/equivalences").expect(200);
    let form = page
        .form("/institution/equivalences")
        .with("gate", "training")
        .with("issuer_course", &theirs.to_string());
    // a course of somebody else's as one's own
    let refused = mori.submit(&form.clone().with("course", &theirs.to_string()));
    assert!(refused.expect(422).words().contains("講習を読み取れません"));
    // a course of another institution than the issuer
    let riken = house.signed_in(&TAKAHASHI);
    let other = riken.get("/institution/equivalences").expect(200);
    let home = other.form("/institution/equivalences");
    let wrong = form
        .clone()
        .with("issuer", page_id(&house, "riken").as_str());
    assert!(
        mori.submit(&wrong)
            .expect(422)
            .words()
            .contains("発行機関の講習")
    );
    // another institution's table
    let stolen = form.clone().with("institution", home.value("institution"));
    mori.submit(&stolen).expect(404);
    mori.submit(&form).expect(303);
    let line = mori.get("/institution/equivalences").form("/revoke");
    let real = riken.post(&line.action, &[]);
    let absent = riken.post("/institution/equivalences/0000000000001/revoke", &[]);
    assert_eq!((real.status, absent.status), (404, 404));
    assert_eq!(real.text().len(), absent.text().len());
    assert_eq!(house.count("equivalence where revoked_at is null"), 1);
    let theirs = riken.get("/institution/equivalences").words();
    assert!(theirs.contains("公開している読替えはありません"));
    // who speaks for nobody does not come in
    for person in [SATO, NISHIMURA] {
        let client = house.signed_in(&person);
        client.get("/institution/equivalences").expect(403);
        client.post(&line.action, &[]).expect(403);
    }
}

/// The id of an institution as forms write it.
fn page_id(house: &House, slug: &str) -> String {
    let all = store::catalogue::institution::all(&mut house.conn()).unwrap();
    let found = all.iter().find(|one| one.slug == slug).unwrap();
    InstitutionId::new(found.id).to_string()
}

/// A line about one kind of record of one institution.
fn plain(institution: i64, issuer: i64, gate: Gate, id: i64) -> Line {
    Line {
        id: EquivalenceId::new(id),
        institution: InstitutionId::new(institution),
        gate,
        course: None,
        issuer: Some(InstitutionId::new(issuer)),
        issuer_course: None,
        most_months: 0,
        note: Name::default(),
        ends_on: None,
    }
}

#[test]
fn the_public_table_comes_in_pages() {
    let house = House::new();
    let at = house.rooms.clock.now();
    world::settle(&mut house.conn(), &MORI, "!", at);
    let all = store::catalogue::institution::all(&mut house.conn()).unwrap();
    let mine = all.iter().find(|one| one.slug == "ncvc").unwrap().id;
    let portable = Gate::ALL.iter().filter(|gate| gate.is_portable());
    let lines = all.iter().filter(|one| one.id != mine).flat_map(|one| {
        let with = |gate: &Gate| plain(mine, one.id, *gate, chance::id(at));
        portable.clone().map(with)
    });
    for line in lines.take(53) {
        house
            .act(&MORI, move |tx, by| {
                acts::equivalence::publish(tx, by, &line)
            })
            .unwrap();
    }
    let stranger = house.stranger();
    let rows = |path: &str| {
        stranger
            .get(path)
            .expect(200)
            .text()
            .matches("<tr>")
            .count()
            - 1
    };
    assert_eq!(rows("/equivalences"), 50);
    assert_eq!(rows("/equivalences?page=2&institution=ncvc"), 3);
    let empty = stranger.get("/equivalences?page=3").words();
    assert!(empty.contains("まだありません"));
}

#[test]
fn who_publishes_the_same_line_twice_at_once_publishes_it_once() {
    let Story { house, theirs, .. } = story();
    let clients: Vec<_> = (0..4).map(|_| house.signed_in(&MORI)).collect();
    let page = clients[0].get("/institution/equivalences").expect(200);
    let form = page
        .form("/institution/equivalences")
        .with("gate", "training")
        .with("issuer_course", &theirs.to_string());
    let mut found: Vec<u16> = std::thread::scope(|scope| {
        let threads: Vec<_> = clients
            .iter()
            .map(|client| {
                let form = form.clone().with("csrf", &client.csrf());
                scope.spawn(move || client.submit(&form).status)
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    found.sort_unstable();
    assert_eq!(found, [303, 422, 422, 422]);
    assert_eq!(house.count("equivalence"), 1);
}
