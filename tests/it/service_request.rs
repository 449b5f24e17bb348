//! Requests without a slot: story S10 over HTTP, drafts, questions, and what nobody may do.

use madoguchi::jobs::service;

use crate::form::Form;
use crate::house::House;
use crate::people::{ADMINISTRATOR, KIM, NAKAMURA};
use crate::without_slot::{NAKAJIMA, ONO, act, apply, biobank, complete, decide, filled};
use crate::world::{BIOBANK, CONFOCAL, HIMAC};

fn turn(house: &House, at: &str) {
    house.set_clock(at);
    house.wait(service::turn(&house.rooms)).unwrap();
}

/// How many letters of an occasion went to an address.
fn letters(house: &House, occasion: &str, email: &str) -> usize {
    let mine = |(what, to): &&(String, String)| what == occasion && to == email;
    house.letters().iter().filter(mine).count()
}

fn state(house: &House, state: &str) -> i64 {
    house.count(&format!("service_request where state = '{state}'"))
}

/// The request of story S10 until its 150 tubes are in use.
fn in_use(house: &House) -> String {
    let (nakajima, ono) = (house.signed_in(&NAKAJIMA), house.signed_in(&ONO));
    let no = apply(&nakajima, "2029-12-31");
    house.set_clock("2027-01-12 10:00");
    decide(&ono, &no, "screen", &[]).expect(303);
    house.set_clock("2027-02-18 15:00");
    let grant = [("amounts", "150"), ("decision_number", "R8-12")];
    decide(&ono, &no, "grant", &grant).expect(303);
    act(&nakajima, &no, "accept", &[]).expect(303);
    house.set_clock("2027-03-05 10:00");
    let signed = [
        ("contract_number", "MTA-2027-3"),
        ("signed_by_provider", "2027-03-01"),
        ("signed_by_recipient", "2027-03-05"),
    ];
    decide(&ono, &no, "sign", &signed).expect(303);
    decide(&ono, &no, "settle", &[("payment", "settled")]).expect(303);
    house.set_clock("2027-04-06 10:00");
    decide(&ono, &no, "deliver", &[("delivered_on", "2027-04-06")]).expect(303);
    house.set_clock("2027-04-07 10:00");
    act(&nakajima, &no, "receive", &[("received_on", "2027-04-07")]).expect(303);
    no
}

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
    let (nakajima, ono) = (house.signed_in(&NAKAJIMA), house.signed_in(&ONO));
    let no = apply(&nakajima, "2029-12-31");
    decide(&ono, &no, "screen", &[]).expect(303);
    house.set_clock("2027-02-18 15:00");
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
    let deliver = |client: &crate::client::Client| {
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
fn s10_op4_reminders_the_stop_and_the_disposal() {
    let house = biobank();
    let no = in_use(&house);
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
        assert_eq!(
            letters(&house, "service_report_due", NAKAJIMA.email),
            sent,
            "{at}"
        );
    }
    assert_eq!(state(&house, "progress_report"), 1);
    let nakajima = house.signed_in(&NAKAJIMA);
    // on the day itself it is still in time
    nakajima
        .submit(&filled(&nakajima, "2029-12-31"))
        .expect(303);
    turn(&house, "2028-04-07 08:00");
    turn(&house, "2028-04-08 08:00");
    assert_eq!(letters(&house, "service_report_overdue", NAKAJIMA.email), 1);
    assert_eq!(letters(&house, "service_report_overdue", ONO.email), 1);
    let refused = nakajima.submit(&filled(&nakajima, "2029-12-31").with("wanted_on", "2028-06-30"));
    let said = refused.expect(422).words();
    assert!(
        said.contains(&format!(
            "申込み {no} の経過報告が、期限（2028年4月6日（木））を過ぎても提出されていません"
        )),
        "{said}"
    );
    assert!(said.contains("経過報告を提出すると、新しい申込みができます"));
    act(&nakajima, &no, "report", &[]).expect(422);
    act(
        &nakajima,
        &no,
        "report",
        &[("report", "順調に進んでいます。")],
    )
    .expect(303);
    let again = filled(&nakajima, "2029-12-31").with("wanted_on", "2028-06-30");
    nakajima.submit(&again).expect(303);
    let page = nakajima.get(&format!("/service/{no}")).expect(200).words();
    assert!(
        page.contains("2029年4月6日（金）") && page.contains("順調に進んでいます。"),
        "{page}"
    );
    // the end: what is left is disposed of
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

#[test]
fn everything_that_is_wrong_is_said_at_once_and_kept_as_typed() {
    let house = biobank();
    let client = house.signed_in(&NAKAJIMA);
    let page = client
        .get(&format!("/service/new?resource={BIOBANK}"))
        .expect(200);
    let form = page
        .form("/service")
        .with("what-2", "血漿")
        .with("quantity-2", "たくさん")
        .with("purpose", "1行目\n2行目");
    let before = house.count("service_request");
    let refused = client.submit(&form).expect(422);
    let said = refused.words();
    for wanted in [
        "1行目の数量を読み取れません",
        "利用責任者が入力されていません",
        "生物学的安全性が選ばれていません",
        "提供希望日が選ばれていません",
        "倫理審査の承認番号が入力されていません",
        "利用規則に同意していません",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    let again = refused.form("/service");
    assert_eq!(again.value("quantity-2"), "たくさん");
    assert_eq!(again.value("purpose"), "1行目\n2行目");
    assert_eq!(house.count("service_request"), before);
}

#[test]
fn a_form_sent_twice_makes_one_request() {
    let house = biobank();
    let client = house.signed_in(&NAKAJIMA);
    let form = filled(&client, "2029-12-31");
    let first = client.submit(&form).expect(303);
    let second = client.submit(&form).expect(303);
    assert_eq!(first.header("location"), second.header("location"));
    assert_eq!(house.count("service_request"), 1);
    assert_eq!(letters(&house, "service_applied", ONO.email), 1);
    // the same id from somebody else finds nothing
    let kim = house.signed_in(&KIM);
    kim.submit(&form.with("csrf", &kim.csrf())).expect(404);
}

#[test]
fn drafts_are_kept_as_typed_by_their_writer_alone_and_end_with_the_request() {
    let house = biobank();
    let client = house.signed_in(&NAKAJIMA);
    let page = client
        .get(&format!("/service/new?resource={BIOBANK}"))
        .expect(200);
    let form = page
        .form("/service")
        .with("what-1", "血清")
        .with("quantity-1", "二百")
        .with("purpose", "書きかけ")
        .with("user_id", "1002");
    let kept = client.submit(&form.clone().with("keep", "yes")).expect(303);
    let page = client.follow(&kept).expect(200);
    assert!(page.words().contains("下書きを保存しました"));
    let draft = page.form("/service");
    assert_eq!(draft.value("quantity-1"), "二百");
    assert_eq!(
        draft.value("id"),
        form.value("id"),
        "it will be that request"
    );
    client
        .submit(&draft.clone().with("keep", "yes"))
        .expect(303);
    assert_eq!(house.count("service_draft"), 1, "kept anew, not twice");
    assert_eq!(
        house.count("service_draft where fields like '%user_id%'"),
        0
    );
    let mine = client.get("/my/requests").expect(200);
    assert!(mine.words().contains("書きかけの申込み"));
    let id = form.value("id").to_owned();
    for person in [KIM, ONO] {
        let other = house.signed_in(&person);
        other.get(&format!("/service/new?draft={id}")).expect(404);
        other.post(&format!("/service/{id}/drop"), &[]).expect(404);
        assert!(!other.get("/my/requests").expect(200).text().contains(&id));
        let stolen = draft
            .clone()
            .with("keep", "yes")
            .with("csrf", &other.csrf());
        other.submit(&stolen).expect(404);
    }
    let whole = complete(draft, &page, "2029-12-31");
    client.submit(&whole).expect(303);
    assert_eq!(
        (house.count("service_draft"), house.count("service_request")),
        (0, 1)
    );
    // another one is deleted
    let page = client
        .get(&format!("/service/new?resource={BIOBANK}"))
        .expect(200);
    client
        .submit(&page.form("/service").with("keep", "yes"))
        .expect(303);
    let drop = client.get("/my/requests").expect(200).form("/drop");
    client.submit(&drop).expect(303);
    assert_eq!(house.count("service_draft"), 0);
}

#[test]
fn more_lines_keep_what_was_typed_and_write_nothing() {
    let house = biobank();
    let client = house.signed_in(&NAKAJIMA);
    let page = client
        .get(&format!("/service/new?resource={BIOBANK}"))
        .expect(200);
    let form = page
        .form("/service")
        .with("what-3", "尿")
        .with("more", "yes");
    let before = house.dump();
    let longer = client.submit(&form).expect(200);
    assert!(
        longer.text().contains("name=\"what-6\"") && !longer.text().contains("name=\"what-7\"")
    );
    assert_eq!(longer.form("/service").value("what-3"), "尿");
    assert_eq!(house.dump(), before);
}

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
    turn(&house, "2027-01-13 23:00");
    assert_eq!(state(&house, "returned"), 1);
    assert_eq!(letters(&house, "service_step_due", NAKAJIMA.email), 1);
    turn(&house, "2027-01-14 00:10");
    assert_eq!(state(&house, "expired"), 1);
    assert_eq!(letters(&house, "service_expired", NAKAJIMA.email), 1);
    assert_eq!(letters(&house, "service_expired", ONO.email), 1);
}

#[test]
fn a02_anothers_request_is_what_does_not_exist() {
    let house = biobank();
    let nakajima = house.signed_in(&NAKAJIMA);
    let no = apply(&nakajima, "2029-12-31");
    let nothing = house.fresh_id();
    let before = house.count("event");
    for person in [KIM, NAKAMURA, ADMINISTRATOR] {
        let client = house.signed_in(&person);
        let same = |theirs: crate::client::Answer, none: crate::client::Answer| {
            assert_eq!(theirs.status, 404);
            let plain = |answer: &crate::client::Answer, no: &str| answer.text().replace(no, "NO");
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
    // a number of another kind is none of these
    let booking = house.request(&KIM, CONFOCAL, "2026-12-21 10:00", 60);
    let kim = house.signed_in(&KIM);
    kim.get(&format!("/service/{booking}")).expect(404);
    nakajima.get(&format!("/requests/{no}")).expect(404);
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

#[test]
fn a_facility_calls_off_and_closes_with_a_reason() {
    let house = biobank();
    let (nakajima, ono) = (house.signed_in(&NAKAJIMA), house.signed_in(&ONO));
    let no = in_use(&house);
    decide(&ono, &no, "close", &[]).expect(422);
    decide(&ono, &no, "close", &[("reason", "研究が終わったため")]).expect(303);
    assert_eq!(letters(&house, "service_closed", NAKAJIMA.email), 1);
    house.set_clock("2027-06-01 10:00");
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

fn apply_on(client: &crate::client::Client, wanted_on: &str) -> String {
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
