//! 所属責任者の承諾: where the rule wants it, somebody at the applicant's institution agrees first.

use madoguchi::acts;
use madoguchi::acts::home::Answer;
use madoguchi::domain::id::BookingId;
use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::parameter::value::Value;

use crate::amending::letters;
use crate::asking::{filled, number};
use crate::client::Client;
use crate::house::House;
use crate::lab::{NISHIMURA, NSIM, lab, ruled};
use crate::people::{KIM, SATO, TAKAHASHI, YAMADA};
use crate::sheet::codes;

pub const START: &str = "2026-05-12 10:00";

/// The imaging facility, whose rule wants the agreement of guests' institutions.
pub fn asking(more: &[(Parameter, Value)]) -> House {
    let house = lab();
    let mut said = vec![
        (Parameter::ApprovalChain, Value::Code("standard".into())),
        (Parameter::TrainingRequired, codes(&[])),
    ];
    said.extend_from_slice(more);
    ruled(&house, &said);
    house
}

/// Names somebody in one's profile.
pub fn named(client: &Client, email: &str) -> crate::client::Answer {
    let form = client.get("/my/profile").expect(200).form("/my/profile");
    client.submit(&form.with("position", "研究員").with("responsible", email))
}

/// Sato, whose responsible person is Takahashi, asks for two hours.
pub fn asked(house: &House) -> String {
    let sato = house.signed_in(&SATO);
    named(&sato, "  TAKAHASHI@ncgg.example.jp ").expect(303);
    number(&sato.submit(&filled(&sato, NSIM, START, 120)).expect(303))
}

pub fn state(house: &House, state: &str) -> i64 {
    house.count(&format!("booking where state = '{state}'"))
}

#[test]
fn s1_2_the_responsible_person_agrees_before_the_facility_looks() {
    let house = asking(&[]);
    let id = asked(&house);
    assert_eq!(state(&house, "user_side"), 1);
    assert_eq!(house.count("allocation"), 1, "the slot is held meanwhile");
    assert_eq!(letters(&house, "home_asked"), [SATO.email]);
    assert_eq!(letters(&house, "endorse_asked"), [TAKAHASHI.email]);
    assert!(letters(&house, "approval_asked").is_empty());
    let sato = house.signed_in(&SATO);
    let page = sato.get(&format!("/requests/{id}")).expect(200).words();
    for said in ["所属責任者の承諾待ち", "高橋 修さんの承諾を待っています"]
    {
        assert!(page.contains(said), "{said}: {page}");
    }
    let sent = sato.get(&format!("/requests/{id}/done")).expect(200);
    assert!(
        sent.words()
            .contains("所属責任者が承諾すると、施設の審査へ進みます")
    );
    // the facility sees that it waits, and can't approve it
    let manager = house.signed_in(&NISHIMURA);
    let desk = format!("/manage/requests/{id}");
    let before = manager.get(&desk).expect(200);
    assert!(before.words().contains("所属責任者の承諾を待っている"));
    let early = manager.post(&format!("{desk}/approve"), &[("reason", "")]);
    early.expect(422);

    agreed(&house, &id);
    let history = manager.get(&desk).expect(200);
    assert!(history.words().contains("所属責任者が承諾しました"));
    manager.submit(&history.form("/approve")).expect(303);
    assert_eq!(state(&house, "confirmed"), 1);
}

/// Takahashi finds it, reads it and agrees; pressing twice changes nothing.
fn agreed(house: &House, id: &str) {
    let home = house.signed_in(&TAKAHASHI);
    let top = home.get("/").expect(200);
    assert!(
        top.words()
            .contains("1件の申請が、所属責任者としてのあなたの承諾を待っています")
    );
    let list = home.get("/endorse").expect(200);
    assert!(list.words().contains("佐藤 恵"));
    let page = home.get(&format!("/endorse/{id}")).expect(200);
    for said in [
        "佐藤 恵",
        "26zz0999001j0001",
        "膜受容体の構造解析",
        "2026年5月12日",
    ] {
        assert!(page.words().contains(said), "{said}: {}", page.words());
    }
    let mut form = page.form("");
    form.action = format!("/endorse/{id}/agree");
    home.submit(&form).expect(303);
    assert_eq!(state(house, "facility_review"), 1);
    assert_eq!(letters(house, "endorsed"), [SATO.email]);
    assert_eq!(letters(house, "approval_asked"), [NISHIMURA.email]);
    // pressed twice
    let again = home.submit(&form).expect(409);
    assert!(
        again.words().contains("あなたの承諾を待っていません"),
        "{}",
        again.words()
    );
}

#[test]
fn what_is_handed_back_is_corrected_and_looked_at_again_by_the_same_person() {
    let house = asking(&[]);
    let id = asked(&house);
    let home = house.signed_in(&TAKAHASHI);
    let path = format!("/endorse/{id}");
    let mut form = home.get(&path).expect(200).form("");
    form.action = format!("{path}/return");
    let bare = home.submit(&form).expect(422);
    assert!(bare.words().contains("理由"), "{}", bare.words());
    home.submit(&form.with("reason", "課題番号を直してください"))
        .expect(303);
    assert_eq!(state(&house, "returned"), 1);
    assert_eq!(house.count("allocation"), 1);
    let sato = house.signed_in(&SATO);
    let page = sato.get(&format!("/requests/{id}")).expect(200).words();
    assert!(page.contains("課題番号を直してください"), "{page}");
    let edit = sato.get(&format!("/requests/{id}/edit")).expect(200);
    let mended = edit
        .form("/edit")
        .with("project_number", "26zz0999001j0002");
    sato.submit(&mended).expect(303);
    assert_eq!(state(&house, "user_side"), 1, "asked again");
    assert_eq!(letters(&house, "endorse_asked").len(), 2);
    // once agreed to, what the facility returns comes back to the facility
    let number: BookingId = id.parse().unwrap();
    house
        .act(&TAKAHASHI, move |tx, by| {
            acts::home::answer(tx, by, number, &Answer::Agree)
        })
        .unwrap();
    let back = acts::booking::Ruling::HandBack("試料の量".into());
    house
        .act(&NISHIMURA, move |tx, by| {
            acts::booking::rule(tx, by, number, &back)
        })
        .unwrap();
    let edit = sato.get(&format!("/requests/{id}/edit")).expect(200);
    sato.submit(&edit.form("/edit")).expect(303);
    assert_eq!(state(&house, "facility_review"), 1);
}

#[test]
fn without_a_responsible_person_nothing_is_sent_and_nothing_typed_is_lost() {
    let house = asking(&[]);
    let sato = house.signed_in(&SATO);
    let form = filled(&sato, NSIM, START, 120);
    let refused = sato.submit(&form).expect(422);
    for said in [
        "所属責任者が登録されていません",
        "登録情報で所属責任者を登録する",
    ] {
        assert!(
            refused.words().contains(said),
            "{said}: {}",
            refused.words()
        );
    }
    assert_eq!(
        refused.form("/requests").value("sample"),
        form.value("sample")
    );
    // whom one can name
    for (email, said) in [
        (SATO.email, "ご自身を所属責任者にすることはできません"),
        (
            KIM.email,
            "あなたの所属機関の利用者として登録されていません",
        ),
        (
            "nobody@ncgg.example.jp",
            "あなたの所属機関の利用者として登録されていません",
        ),
    ] {
        let wrong = named(&sato, email).expect(422);
        assert!(wrong.words().contains(said), "{email}: {}", wrong.words());
        assert_eq!(wrong.form("/my/profile").value("responsible"), email);
    }
    named(&sato, TAKAHASHI.email).expect(303);
    let kept = sato.get("/my/profile").expect(200).form("/my/profile");
    assert_eq!(kept.value("responsible"), TAKAHASHI.email);
    sato.submit(&form).expect(303);
}

#[test]
fn others_neither_see_nor_agree_and_the_facility_s_own_people_are_not_asked_for() {
    let house = asking(&[]);
    let id = asked(&house);
    let path = format!("/endorse/{id}");
    for other in [&YAMADA, &KIM, &NISHIMURA, &SATO] {
        let client = house.signed_in(other);
        client.get(&path).expect(404);
        client.post(&format!("{path}/agree"), &[]).expect(404);
        client
            .post(&format!("{path}/return"), &[("reason", "いいえ")])
            .expect(404);
        let list = client.get("/endorse").expect(200).words();
        assert!(list.contains("承諾を待つ申請はありません"), "{list}");
    }
    house.stranger().get(&path).expect(303);
    assert_eq!(state(&house, "user_side"), 1);
    // whoever is named now is asked, also for what was sent before
    let sato = house.signed_in(&SATO);
    named(&sato, YAMADA.email).expect(303);
    house.signed_in(&TAKAHASHI).get(&path).expect(404);
    house.signed_in(&YAMADA).get(&path).expect(200);
    // one's own institution's instruments need no such agreement
    let own = house.signed_in(&NISHIMURA);
    own.submit(&filled(&own, NSIM, "2026-05-13 10:00", 120))
        .expect(303);
    assert_eq!(state(&house, "facility_review"), 1);
}
