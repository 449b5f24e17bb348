//! Story S3: no training, or a licence that ends before the use.

use madoguchi::acts;

use crate::lab::{
    HAYASHI, NISHIMURA, NSIM, asked, before_sending, date, enrol, experienced, first_sessions, lab,
    licensed, ruled,
};
use crate::people::{KIM, SATO};

#[test]
fn s3_a_licence_that_ends_before_the_use_is_refused_with_both_ways_forward() {
    let house = lab();
    ruled(&house, &[before_sending(), first_sessions()]);
    let course = licensed(&house);
    experienced(&house);
    house.set_clock("2026-12-18 10:00");
    date(&house, course, "2027-02-02 13:00", 8);
    let hayashi = house.signed_in(&HAYASHI);
    // 1: valid on the day of the request, ended on the day of use
    let form = asked(&hayashi, "2027-02-09", "self");
    let refused = hayashi.submit(&form).expect(422);
    let said = refused.words();
    for wanted in [
        "1月31日（日）で切れ、利用日には有効ではありません",
        "第5条",
        "2月2日（火）の講習（C1）に申し込んでください",
        "利用形態を「技術補助」に切り替えてください",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    assert_eq!(house.count("booking where starts_at > 1780000000"), 2);
    // 2: assisted operation needs no licence
    let sent = hayashi
        .submit(&form.clone().with("support_mode", "assisted"))
        .expect(303);
    let page = hayashi.follow(&sent).expect(200);
    assert!(page.words().contains("申請を受け付けました"));
    let held = "booking where state = 'facility_review'";
    assert_eq!(house.count(held), 1);
    // the date that was named has a seat: who takes it is told to complete it first
    let page = hayashi
        .get(&format!("/my/trainings?resource={NSIM}"))
        .expect(200);
    let done = hayashi.submit(&page.form("/enrol")).expect(303);
    assert!(
        hayashi
            .follow(&done)
            .words()
            .contains("講習に申し込みました")
    );
    let again = hayashi
        .submit(&asked(&hayashi, "2027-02-10", "self"))
        .expect(422);
    let said = again.words();
    assert!(said.contains("申込み済みの2月2日（火）の講習"), "{said}");
}

#[test]
fn s3_a_full_date_is_never_offered() {
    let house = lab();
    ruled(&house, &[before_sending()]);
    let course = licensed(&house);
    house.set_clock("2026-12-18 10:00");
    let full = date(&house, course, "2027-01-26 13:00", 1);
    enrol(&house, &SATO, full);
    let off = date(&house, course, "2027-01-27 13:00", 3);
    house
        .act(&NISHIMURA, move |tx, by| {
            acts::training::call_off(tx, by, off, "装置の点検")
        })
        .unwrap();
    date(&house, course, "2027-02-03 13:00", 1);
    let hayashi = house.signed_in(&HAYASHI);
    let form = asked(&hayashi, "2027-02-09", "self");
    let said = hayashi.submit(&form).expect(422).words();
    assert!(said.contains("2月3日（水）の講習（C1）"), "{said}");
    assert!(!said.contains("1月26日") && !said.contains("1月27日"));
}

#[test]
fn s3_a_newcomer_reads_that_the_first_two_uses_need_somebody_at_hand() {
    let house = lab();
    ruled(&house, &[first_sessions()]);
    house.set_clock("2026-12-18 10:00");
    let sato = house.signed_in(&SATO);
    let chosen = format!("{NSIM}?start=2027-02-09T09:00&len=480");
    let panel = sato.get(&format!("/f/panel/{chosen}")).expect(200).words();
    assert!(panel.contains("最初の2回は立会いが必要です"), "{panel}");
    let form = asked(&sato, "2027-02-09", "self");
    let shown = sato
        .get(&format!(
            "/requests/new?resource={}",
            chosen.replace('?', "&")
        ))
        .expect(200);
    let said = shown.words();
    assert!(said.contains("最初の2回は立会いが必要です"), "{said}");
    assert!(said.contains("自己操作はまだ選べません"), "{said}");
    assert!(!shown.text().contains("value=\"self\""));
    // whoever sends it all the same is refused beside the field
    let said = sato.submit(&form).expect(422).words();
    assert!(said.contains("最初の2回は立会いが必要です"), "{said}");
    assert!(said.contains("「技術補助」に切り替えて"), "{said}");
    assert_eq!(house.count("booking"), 0);
    let english = house.signed_in(&KIM);
    let panel = english.get(&format!("/en/f/panel/{chosen}")).words();
    assert!(panel.contains("Your first 2 uses need somebody at hand"));
}

#[test]
fn s3_dates_before_the_use_are_offered_beside_the_request() {
    let house = lab();
    ruled(&house, &[]);
    let course = licensed(&house);
    house.set_clock("2026-12-18 10:00");
    date(&house, course, "2027-02-02 13:00", 1);
    date(&house, course, "2027-02-16 13:00", 1);
    let hayashi = house.signed_in(&HAYASHI);
    let page = hayashi
        .get(&format!(
            "/requests/new?resource={NSIM}&start=2027-02-09T09:00&len=480"
        ))
        .expect(200);
    let said = page.words();
    assert!(said.contains("申請と同時に講習を予約"), "{said}");
    assert!(said.contains("2027年2月2日（火）13:00"), "{said}");
    assert!(!said.contains("2月16日"), "after the use: {said}");
}

#[test]
fn s3_the_request_and_its_training_are_kept_together_or_not_at_all() {
    let house = lab();
    ruled(&house, &[]);
    let course = licensed(&house);
    house.set_clock("2026-12-18 10:00");
    let good = date(&house, course, "2027-02-02 13:00", 1);
    let hayashi = house.signed_in(&HAYASHI);
    // the seat goes to somebody else: nothing is kept, and everything typed is
    enrol(&house, &SATO, good);
    let form = asked(&hayashi, "2027-02-09", "self");
    let both = form.with("training", &good.to_string());
    let refused = hayashi.submit(&both).expect(422);
    let text = refused.text();
    assert!(refused.words().contains("定員に達しています"));
    assert!(
        text.contains("id=\"training-e\""),
        "beside the field: {text}"
    );
    assert_eq!(
        refused.form("/requests").value("sample"),
        "凍結グリッド 4枚"
    );
    assert_eq!(
        refused.form("/requests").value("training"),
        good.to_string()
    );
    let mine = format!("course_enrolment where user_id = {}", HAYASHI.id);
    assert_eq!((house.count("booking"), house.count(&mine)), (0, 1));
    // a wish that is refused books no training either
    house
        .act(&SATO, move |tx, by| acts::training::leave(tx, by, good))
        .unwrap();
    let wrong = both.clone().with("purpose", "");
    hayashi.submit(&wrong).expect(422);
    assert_eq!((house.count("booking"), house.count(&mine)), (0, 1));
    // both, with both letters; the booking waits for the licence
    let sent = hayashi.submit(&both).expect(303);
    assert_eq!((house.count("booking"), house.count(&mine)), (1, 2));
    assert_eq!(house.count("booking where state = 'held'"), 1);
    for (letter, count) in [("received", 1), ("training_enrolled", 3)] {
        let letters = format!("outbox where letter = '{letter}'");
        assert_eq!(house.count(&letters), count, "{letter}");
    }
    // a second click makes neither a second time
    let again = hayashi.submit(&both).expect(303);
    assert_eq!(again.header("location"), sent.header("location"));
    assert_eq!((house.count("booking"), house.count(&mine)), (1, 2));
}

#[test]
fn what_a_form_says_of_a_training_that_is_none_is_refused_beside_the_field() {
    let house = lab();
    ruled(&house, &[]);
    licensed(&house);
    house.set_clock("2026-12-18 10:00");
    let hayashi = house.signed_in(&HAYASHI);
    let form = asked(&hayashi, "2027-02-09", "self");
    for typed in ["0000000000001", "x", "-1"] {
        let refused = hayashi.submit(&form.clone().with("training", typed));
        let said = refused.expect(422).words();
        assert!(said.contains("講習の日程を読み取れません"), "{said}");
    }
    assert_eq!(house.count("booking"), 0);
}
