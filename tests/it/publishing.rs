//! Publishing and recalling: what comes of it for versions and letters; story S2 from its beginning.

use madoguchi::domain::id::BookingId;
use madoguchi::jobs::remind;

use crate::amending::{SUZUKI, amending, letters, mail};
use crate::house::House;
use crate::officer::{ARTICLE, DRAFT, RULES, begin, copy, form, publish, set};
use crate::world::IMAGING;

/// Suzuki was written on the day of publication, and everybody may read the version to come.
#[track_caller]
fn is_told(house: &House, booking: BookingId) {
    assert_eq!(letters(house, "rule_announced"), [SUZUKI.email]);
    let told = mail(house, &SUZUKI);
    let (subject, text) = told.last().unwrap();
    assert!(
        subject.contains("利用規則が改正されます（同意のお願い）"),
        "{subject}"
    );
    for wanted in [
        "施行日：2027年1月1日（金）",
        "同意の締切：2027年1月8日（金）17:00",
        "前文（改正）",
        "条件：申請は利用日の5営業日前までに行ってください。",
        "/rules/ncvc-imaging/3.0/diff/2.1",
        "/my/consents",
    ] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    assert!(text.replace('\n', "").contains(&booking.to_string()));
    // everybody may read it as a version to come; what is in force stays what it is
    house.stranger().get("/rules/ncvc-imaging/3.0").expect(200);
    house.stranger().get("/rules/ncvc-imaging/2.1").expect(200);
}

#[test]
fn s2_an_officer_publishes_and_whoever_it_concerns_is_told_on_that_day() {
    let (house, client, booking) = amending();
    let text = "利用日の5営業日前までに申請する。";
    let saved = form(&client, ARTICLE)
        .with("body_ja", text)
        .with("then", "diff");
    let saved = client.submit(&saved).expect(303);
    let diff = client.follow(&saved).expect(200);
    assert!(
        diff.words().contains("第2.1版と改正案の違い"),
        "{}",
        diff.words()
    );
    assert!(diff.words().contains(text));
    set(&client, "lead_business_days", "5").expect(303);
    let impact = client
        .get(&format!("{DRAFT}/impact?on=2027-01-01"))
        .expect(200);
    let said = impact.words();
    for wanted in [
        "合わない確定済みの予約 0件、再同意が必要な利用者 1人（最初の締切 2027年1月8日（金）17:00）",
        "お知らせを送る人 1人",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    let done = publish(&client, "3.0", "2027-01-01").expect(303);
    let list = client.follow(&done).expect(200);
    assert!(
        list.words().contains("第3.0版（2027年1月1日（金）施行）"),
        "{}",
        list.words()
    );
    let kept = "rule where version = '3.0' and based_on = 2004 and grace_days = 30 and not applies_to_confirmed";
    assert_eq!(house.count(&format!("{kept} and published_by = 1201")), 1);
    assert_eq!(house.count("rule_draft"), 0);
    is_told(&house, booking);
    // and the story goes on: reminded, then held
    for at in ["2026-12-22 09:00", "2027-01-07 09:00", "2027-01-08 17:01"] {
        house.set_clock(at);
        house.wait(remind::turn(&house.rooms)).unwrap();
    }
    assert_eq!(letters(&house, "consent_due").len(), 2);
    assert_eq!(house.count("booking where state = 'held'"), 1);
}

#[test]
fn a_version_is_recalled_until_its_day_and_its_number_never_comes_back() {
    let (house, client, _) = amending();
    publish(&client, "3.0", "2027-01-01").expect(303);
    let recall = client.get(RULES).form("/recall");
    let done = client.submit(&recall).expect(303);
    assert!(
        client
            .follow(&done)
            .words()
            .contains("公開を取りやめました")
    );
    assert_eq!(house.count("rule where version = '3.0' and recalled_at is not null and facility_id in (select id from facility where slug = 'ncvc-imaging')"), 1);
    assert_eq!(letters(&house, "rule_recalled"), [SUZUKI.email]);
    assert!(
        mail(&house, &SUZUKI)
            .last()
            .unwrap()
            .0
            .contains("利用規則の改正の取りやめ")
    );
    house.stranger().get("/rules/ncvc-imaging/3.0").expect(404);
    client.submit(&recall).expect(404);
    // again, under another number
    copy(&client);
    let page = client.get(&format!("{DRAFT}/publish")).expect(200);
    assert_eq!(page.form("/publish").value("version"), "2.2");
    let refused = publish(&client, "3.0", "2027-01-01").expect(422);
    assert!(
        refused.words().contains("版の番号「3.0」は"),
        "{}",
        refused.words()
    );
    publish(&client, "3.1", "2027-01-01").expect(303);
    assert_eq!(letters(&house, "rule_announced").len(), 2);
    // in force it stays
    house.set_clock("2027-01-01 00:00");
    let late = client.post(
        "/institution/rules/ncvc-imaging/recall",
        &[("version", "3.1")],
    );
    assert!(
        late.expect(422)
            .words()
            .contains("この版は2027年1月1日（金）に施行されています")
    );
    assert_eq!(house.count("event where kind = 'rule.recalled'"), 1);
}

#[test]
fn days_and_numbers_that_can_not_be_are_said_beside_their_fields() {
    let (house, client, _) = amending();
    let path = format!("{DRAFT}/publish");
    let before = house.dump();
    let tried = |version: &str, on: &str, grace: &str| {
        let typed = form(&client, &path)
            .with("version", version)
            .with("effective_on", on)
            .with("grace_days", grace)
            .with("confirmed", "follow");
        let refused = client.submit(&typed).expect(422);
        let again = refused.form(&path);
        let kept =
            ["version", "effective_on", "grace_days"].map(|name| again.value(name).to_owned());
        assert_eq!(kept, [version, on, grace]);
        assert_eq!(again.value("confirmed"), "follow");
        refused.words()
    };
    let said = tried("", "", "");
    for wanted in [
        "版の番号が入力されていません",
        "施行日が入力されていません",
        "再同意の猶予が正しくありません",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    let said = tried("第三版", "2026-12-01", "367");
    for wanted in [
        "版の番号を読み取れません",
        "2026年12月2日（水）以降の日にしてください",
        "0～366の整数",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    assert!(tried("2.1", "2027-01-01", "30").contains("版の番号「2.1」は"));
    assert!(tried("3.0", "来年", "30").contains("施行日を読み取れません"));
    assert!(tried("3.0", "9999-12-31", "30").contains("施行日が先すぎます"));
    assert_eq!(house.dump(), before);
}

#[test]
fn a_version_overtakes_a_scheduled_one_only_where_that_is_said() {
    let (_house, client, _) = amending();
    let path = format!("{DRAFT}/publish");
    publish(&client, "3.0", "2027-04-01").expect(303);
    copy(&client);
    let refused = publish(&client, "3.1", "2027-02-01").expect(422);
    let said = refused.words();
    assert!(
        said.contains("第3.0版が2027年4月1日（木）に施行される予定です"),
        "{said}"
    );
    let meant = form(&client, &path)
        .with("version", "3.1")
        .with("effective_on", "2027-02-01")
        .with("later", "yes");
    client.submit(&meant).expect(303);
}

#[test]
fn a_version_that_nobody_amended_yet_is_compared_with_nothing() {
    let (house, client, _) = amending();
    client
        .submit(&client.get(DRAFT).form("/draft/discard"))
        .expect(303);
    begin(&client, "ncvc-whole", "model").expect(303);
    let base = "/institution/rules/ncvc-whole/draft";
    let diff = client.get(&format!("{base}/diff")).expect(200);
    assert!(
        diff.words().contains("比べる版がないため"),
        "{}",
        diff.words()
    );
    let form = form(&client, &format!("{base}/publish"));
    client
        .submit(&form.with("effective_on", "2027-02-01"))
        .expect(303);
    let kept = "rule where facility_id in (select id from facility where is_whole)";
    assert_eq!(house.count(kept), 1);
    // it holds for the facilities, too: their people are asked
    let suzuki = house.signed_in(&SUZUKI);
    house.set_clock("2027-01-20 10:00");
    let page = suzuki.get(&format!(
        "/requests/new?resource={IMAGING}&start=2027-02-04T10:00&len=60"
    ));
    assert!(page.expect(200).text().contains("/rules/ncvc-whole/1.0"));
}
