//! Drafts of rules: begun, edited by two at once, never lost, checked, kept from others.

use crate::officer::{ARTICLE, DRAFT, ENDO, NAKAJIMA, RULES, begin, copy, form, house, set};

#[test]
fn a_draft_begins_from_a_version_from_the_model_or_from_nothing() {
    let house = house();
    let client = house.signed_in(&NAKAJIMA);
    let page = client.get(RULES).expect(200);
    for said in [
        "機関全体",
        "第2.1版（2026年4月1日（水）施行）",
        "改正案を作る",
    ] {
        assert!(page.words().contains(said), "{said}: {}", page.words());
    }
    let begun = begin(&client, "ncvc-imaging", "version 2.1").expect(303);
    assert_eq!(begun.header("location"), Some(DRAFT));
    let page = client.follow(&begun).expect(200);
    assert!(page.words().contains("前文"), "{}", page.words());
    // one at a time
    let second = begin(&client, "ncvc-imaging", "nothing").expect(422);
    assert!(second.words().contains("すでに作成されています"));
    let discard = client.get(DRAFT).form("/draft/discard");
    client.submit(&discard).expect(303);
    assert_eq!(house.count("rule_draft"), 0);
    // the model, with articles and parameters
    begin(&client, "ncvc-imaging", "model").expect(303);
    let page = client.get(DRAFT).expect(200);
    assert!(page.words().contains("別表"), "{}", page.words());
    let terms = client.get(&format!("{DRAFT}/terms")).expect(200);
    assert!(
        terms.words().contains("矛盾している条件はありません"),
        "{}",
        terms.words()
    );
    client
        .submit(&client.get(DRAFT).form("/draft/discard"))
        .expect(303);
    begin(&client, "ncvc-imaging", "nothing").expect(303);
    let page = client.get(DRAFT).expect(200);
    assert!(page.words().contains("条がありません"));
    // nothing can't be published
    let refused = crate::officer::publish(&client, "3.0", "2027-01-01").expect(422);
    assert!(
        refused.words().contains("本文がありません"),
        "{}",
        refused.words()
    );
}

#[test]
fn an_institution_as_a_whole_gets_a_rule_by_its_first_draft() {
    let house = house();
    let client = house.signed_in(&NAKAJIMA);
    assert_eq!(house.count("facility where is_whole"), 0);
    let begun = begin(&client, "ncvc-whole", "model").expect(303);
    let page = client.follow(&begun).expect(200);
    assert!(
        page.words().contains("機関全体 利用規則の改正案"),
        "{}",
        page.words()
    );
    assert_eq!(house.count("facility where is_whole"), 1);
    client
        .get("/institution/rules/ncvc-whole/draft/impact")
        .expect(200);
    // others' wholes are not made by asking for them
    begin(&client, "riken-whole", "model").expect(404);
    assert_eq!(house.count("facility where is_whole"), 1);
    assert_eq!(house.count("event where kind = 'rule_draft.started'"), 1);
}

#[test]
fn two_officers_never_overwrite_each_other_silently() {
    let house = house();
    let (first, second) = (house.signed_in(&NAKAJIMA), house.signed_in(&ENDO));
    copy(&first);
    let (mine, theirs) = (form(&first, ARTICLE), form(&second, ARTICLE));
    first
        .submit(&mine.with("body_ja", "中島さんの案"))
        .expect(303);
    let late = theirs
        .with("body_ja", "遠藤さんの案")
        .with("heading_ja", "見出し");
    let refused = second.submit(&late).expect(409);
    let said = refused.words();
    assert!(
        said.contains("12月1日（火）10:00に中島 碧さんが改正案を保存しました"),
        "{said}"
    );
    // what is saved, and what was typed
    assert!(
        refused
            .text()
            .contains("<div class=\"letter\">中島さんの案</div>")
    );
    let again = refused.form(ARTICLE);
    assert_eq!(again.value("body_ja"), "遠藤さんの案");
    assert_eq!(again.value("heading_ja"), "見出し");
    assert_eq!(
        house.count("rule_draft where documents like '%中島さんの案%'"),
        1
    );
    second.submit(&again).expect(303);
    assert_eq!(
        house.count("rule_draft where documents like '%遠藤さんの案%'"),
        1
    );
}

#[test]
fn two_officers_never_overwrite_parameters_nor_throw_away_what_they_have_not_seen() {
    let house = house();
    let (first, second) = (house.signed_in(&NAKAJIMA), house.signed_in(&ENDO));
    copy(&first);
    let path = format!("{DRAFT}/terms/time");
    let (mine, theirs) = (form(&first, &path), form(&second, &path));
    let discard = second.get(DRAFT).form("/draft/discard");
    first
        .submit(&mine.with("max_minutes.all", "240"))
        .expect(303);
    let refused = second
        .submit(&theirs.with("max_minutes.all", "120"))
        .expect(409);
    assert_eq!(refused.form(&path).value("max_minutes.all"), "120");
    second.submit(&discard).expect(409);
    assert_eq!(house.count("rule_draft"), 1);
    let kinds = house.count("event where kind = 'rule_draft.edited'");
    assert_eq!(kinds, 1, "each change has its witness");
}

#[test]
fn what_can_not_be_read_is_said_beside_its_field_and_nothing_is_lost() {
    let house = house();
    let client = house.signed_in(&NAKAJIMA);
    copy(&client);
    let path = format!("{DRAFT}/terms/time");
    let typed = form(&client, &path)
        .with("lead_business_days.all", "三日")
        .with("max_minutes.all", "480")
        .with("max_minutes.all.article", "第7条")
        .with("support_modes.all-self", "yes")
        .with("open_windows.all", "月曜から金曜");
    let before = house.dump();
    let refused = client.submit(&typed).expect(422);
    let said = refused.words();
    for wanted in [
        "0～400の整数（営業日）を半角数字で入力してください",
        "条件の根拠とした第第7条条が、本文にありません",
        "曜日と時刻の組を",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    let again = refused.form(&path);
    for (name, value) in [
        ("lead_business_days.all", "三日"),
        ("max_minutes.all", "480"),
        ("max_minutes.all.article", "第7条"),
        ("support_modes.all-self", "yes"),
        ("open_windows.all", "月曜から金曜"),
    ] {
        assert_eq!(again.value(name), value, "{name}");
    }
    assert!(refused.text().contains("href=\"#lead_business_days.all\""));
    assert_eq!(house.dump(), before);
}

#[test]
fn contradictions_name_both_fields_and_keep_a_draft_from_being_published() {
    let house = house();
    let client = house.signed_in(&NAKAJIMA);
    copy(&client);
    set(&client, "max_minutes", "60").expect(303);
    let saved = set(&client, "min_minutes", "120").expect(303);
    let page = client.follow(&saved).expect(200);
    let both = "「最短の利用時間」（2時間）が「最長の利用時間」（1時間）を超えています";
    assert!(
        page.words()
            .contains("保存しましたが、このままでは公開できません")
    );
    assert_eq!(
        page.words().matches(both).count(),
        4,
        "in the summary and beside both: {}",
        page.words()
    );
    let terms = client.get(&format!("{DRAFT}/terms")).expect(200);
    assert!(
        terms
            .text()
            .contains("terms/time?target=all#min_minutes.all")
    );
    assert!(
        terms
            .text()
            .contains("terms/time?target=all#max_minutes.all")
    );
    let refused = crate::officer::publish(&client, "3.0", "2027-01-01").expect(422);
    assert!(
        refused.words().contains("矛盾している条件が1件あります"),
        "{}",
        refused.words()
    );
    assert_eq!(house.count("rule where version = '3.0' and facility_id in (select id from facility where slug = 'ncvc-imaging')"), 0);
    set(&client, "min_minutes", "60").expect(303);
    crate::officer::publish(&client, "3.0", "2027-01-01").expect(303);
}

#[test]
fn a_parameter_is_added_beside_its_article_with_the_value_that_holds() {
    let house = house();
    let client = house.signed_in(&NAKAJIMA);
    copy(&client);
    let add = form(&client, ARTICLE)
        .with("then", "add")
        .with("parameter", "slot_minutes")
        .with("target", "resource:ncvc-fv4000");
    let added = client.submit(&add).expect(303);
    let page = client.follow(&added).expect(200);
    let name = "slot_minutes.resource:ncvc-fv4000";
    let kept = page.form(ARTICLE);
    assert_eq!(
        kept.value(name),
        "30",
        "what the catalogue says: {}",
        page.words()
    );
    assert!(
        page.words().contains("予約は30分単位です"),
        "{}",
        page.words()
    );
    client.submit(&kept.clone().with(name, "60")).expect(303);
    assert!(client.get(DRAFT).words().contains("条件1"));
    let kept = form(&client, ARTICLE);
    assert_eq!(kept.value(name), "60");
    client
        .submit(&kept.with(&format!("{name}.drop"), "yes"))
        .expect(303);
    assert_eq!(
        house.count("rule_draft where settings like '%slot_minutes%'"),
        0
    );
}
