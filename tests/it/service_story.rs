//! Story S10 over HTTP: 200 tubes are asked for, 150 granted, delivered, reported on, disposed of.

use crate::client::Client;
use crate::without_slot::{
    NAKAJIMA, ONO, act, apply, biobank, decide, filled, in_use, letters, state, turn,
};
use crate::world::BIOBANK;

#[test]
fn s10_op1_taken_with_a_warning_and_not_to_the_committee_before_the_extension() {
    let house = biobank();
    let (nakajima, ono) = (house.signed_in(&NAKAJIMA), house.signed_in(&ONO));
    let page = nakajima.get(&format!("/resources/{BIOBANK}")).expect(200);
    let form = format!("/service/new?resource={BIOBANK}");
    assert!(page.text().contains(&form) && page.words().contains("申込みへ"));
    let no = apply(&nakajima, "2026-12-31");
    assert_eq!(state(&house, "screening"), 1);
    assert_eq!(letters(&house, "service_applied", NAKAJIMA.email), 1);
    assert_eq!(letters(&house, "service_applied", ONO.email), 1);
    let page = nakajima.get(&format!("/service/{no}")).expect(200);
    let said = page.words();
    for wanted in [
        "受付審査中",
        "提供予定日に倫理審査の承認が切れます",
        "2027年3月15日（月）",
        "200本",
        "0.2 mL ・ 症例・対照 ・ 臨床情報付き",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    let mine = nakajima.get("/my/requests").expect(200).words();
    assert!(mine.contains(&no) && mine.contains("200本"), "{mine}");
    // the committee has to wait
    let queue = ono.get("/manage/service").expect(200).words();
    assert!(queue.contains(&no) && queue.contains("中島 光") && queue.contains("200本"));
    let refused = decide(&ono, &no, "screen", &[]).expect(422);
    let said = refused.words();
    assert!(said.contains("提供予定日（2027年3月31日（水））に倫理審査の承認（2026年12月31日（木）まで）が切れます"), "{said}");
    assert!(
        said.contains("試料・情報 利用規則"),
        "the rule is cited: {said}"
    );
    let extension = [
        ("ethics_number", "2023-999-2"),
        ("ethics_until", "2029-12-31"),
    ];
    act(&nakajima, &no, "ethics", &extension).expect(303);
    assert_eq!(letters(&house, "service_ethics_extended", ONO.email), 1);
    let page = nakajima.get(&format!("/service/{no}")).expect(200);
    assert!(!page.words().contains("承認が切れます"));
    decide(&ono, &no, "screen", &[]).expect(303);
    assert_eq!(state(&house, "committee"), 1);
}

#[test]
fn s10_op2_less_is_accepted_first_and_nothing_is_shipped_before_the_contract() {
    let house = biobank();
    let no = apply(&house.signed_in(&NAKAJIMA), "2029-12-31");
    decide(&house.signed_in(&ONO), &no, "screen", &[]).expect(303);
    house.set_clock("2027-02-18 15:00");
    let (nakajima, ono) = (house.signed_in(&NAKAJIMA), house.signed_in(&ONO));
    let missing = decide(&ono, &no, "grant", &[("amounts", "150")]).expect(422);
    assert!(missing.words().contains("決定番号が入力されていません"));
    assert_eq!(
        missing.form("/grant").value("amounts"),
        "150",
        "kept as typed"
    );
    let grant = [
        ("amounts", "150"),
        ("decided_on", "2027-02-18"),
        ("decision_number", "R8-12"),
    ];
    decide(&ono, &no, "grant", &grant).expect(303);
    let page = nakajima.get(&format!("/service/{no}")).expect(200);
    assert!(
        page.words().contains("条件付き承認（150本）"),
        "{}",
        page.words()
    );
    let deliver = |client: &Client| {
        let fields = [("amounts", "150"), ("delivered_on", "2027-02-18")];
        client.post(&format!("/manage/service/{no}/deliver"), &fields)
    };
    let first = "契約（MTA・データ利用契約）が結ばれる前に、提供はできません";
    assert!(deliver(&ono).expect(422).words().contains(first));
    act(&nakajima, &no, "accept", &[]).expect(303);
    assert_eq!(letters(&house, "service_accepted", ONO.email), 1);
    let refused = deliver(&ono).expect(422);
    assert!(refused.words().contains(first) && refused.words().contains("試料・情報 利用規則"));
    decide(&ono, &no, "sign", &[("signed_by_provider", "2027-02-18")]).expect(303);
    assert_eq!(state(&house, "contract"), 1, "one signature is none");
    assert!(deliver(&ono).expect(422).words().contains(first));
    decide(&ono, &no, "sign", &[("signed_by_recipient", "2027-02-18")]).expect(303);
    assert_eq!(state(&house, "payment"), 1);
    assert!(
        deliver(&ono)
            .expect(422)
            .words()
            .contains("支払いの確認が済む前")
    );
    decide(&ono, &no, "settle", &[]).expect(422);
    decide(&ono, &no, "settle", &[("payment", "not_applicable")]).expect(303);
    assert_eq!(state(&house, "preparing"), 1);
}

#[test]
fn s10_op3_the_delivery_day_decides_the_year_and_the_numbers_are_kept() {
    let house = biobank();
    let no = in_use(&house);
    assert_eq!(state(&house, "in_use"), 1);
    let counted = |year: &str, next: &str| {
        house.count(&format!(
            "service_item join service_request on service_request.id = service_item.request_id
             where delivered_on >= '{year}-04-01' and delivered_on < '{next}-04-01'
             and quantity = 200 and granted = 150 and delivered = 150"
        ))
    };
    assert_eq!((counted("2026", "2027"), counted("2027", "2028")), (0, 1));
    let page = house.signed_in(&ONO).get(&format!("/manage/service/{no}"));
    let said = page.expect(200).words();
    for wanted in [
        "令和9年度（2027年度）",
        "MTA-2027-3",
        "2027年4月6日（火）",
        "R8-12",
        "150本",
        "類型1の候補（",
        "の基盤→AMED課題）",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    let page = house.signed_in(&NAKAJIMA).get(&format!("/service/{no}"));
    assert!(
        page.expect(200).words().contains("2028年4月6日（木）"),
        "the first report"
    );
}

#[test]
fn s10_op4_the_report_is_asked_for_four_times() {
    let house = biobank();
    in_use(&house);
    turn(&house, "2028-02-05 23:00");
    assert_eq!(letters(&house, "service_report_due", NAKAJIMA.email), 0);
    for (at, sent) in [
        ("2028-02-06 08:00", 1),
        ("2028-02-06 09:00", 1),
        ("2028-03-07 08:00", 2),
        ("2028-03-30 08:00", 3),
        ("2028-04-06 08:00", 4),
        ("2028-04-06 20:00", 4),
    ] {
        turn(&house, at);
        let letters = letters(&house, "service_report_due", NAKAJIMA.email);
        assert_eq!(letters, sent, "{at}");
    }
    assert_eq!(state(&house, "progress_report"), 1);
    turn(&house, "2028-04-07 08:00");
    turn(&house, "2028-04-08 08:00");
    assert_eq!(letters(&house, "service_report_overdue", NAKAJIMA.email), 1);
    assert_eq!(letters(&house, "service_report_overdue", ONO.email), 1);
}

#[test]
fn s10_op4_who_owes_a_report_asks_for_nothing_new() {
    let house = biobank();
    let no = in_use(&house);
    let another = |client: &Client| {
        client.submit(&filled(client, "2029-12-31").with("wanted_on", "2028-06-30"))
    };
    // on the day itself it is still in time
    turn(&house, "2028-04-06 20:00");
    another(&house.signed_in(&NAKAJIMA)).expect(303);
    turn(&house, "2028-04-07 08:00");
    let nakajima = house.signed_in(&NAKAJIMA);
    let said = another(&nakajima).expect(422).words();
    assert!(
        said.contains(&format!(
            "申込み {no} の経過報告が、期限（2028年4月6日（木））を過ぎても提出されていません"
        )),
        "{said}"
    );
    assert!(said.contains("経過報告を提出すると、新しい申込みができます"));
    act(&nakajima, &no, "report", &[]).expect(422);
    let report = [("report", "順調に進んでいます。")];
    act(&nakajima, &no, "report", &report).expect(303);
    another(&nakajima).expect(303);
    let page = nakajima.get(&format!("/service/{no}")).expect(200).words();
    assert!(
        page.contains("2029年4月6日（金）") && page.contains("順調に進んでいます。"),
        "{page}"
    );
}

#[test]
fn s10_op4_what_is_left_at_the_end_is_disposed_of() {
    let house = biobank();
    let no = in_use(&house);
    house.set_clock("2028-04-07 10:00");
    let nakajima = house.signed_in(&NAKAJIMA);
    let rest = [("final_report", "終了しました。"), ("amounts", "20")];
    let refused = act(&nakajima, &no, "finish", &rest).expect(422).words();
    assert!(
        refused.contains("廃棄した日が選ばれていません")
            && refused.contains("廃棄の方法が入力されていません")
    );
    let rest = [
        ("final_report", "終了しました。"),
        ("amounts", "20"),
        ("disposed_on", "2028-04-07"),
        ("disposal", "オートクレーブの後に焼却"),
    ];
    act(&nakajima, &no, "finish", &rest).expect(303);
    assert_eq!(state(&house, "disposed"), 1);
    assert_eq!(house.count("service_item where left_over = 20"), 1);
    assert_eq!(letters(&house, "service_disposed", ONO.email), 1);
}
