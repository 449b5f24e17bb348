//! Rules as the public sees them: the version for any day, documents with articles, conditions.

use crate::form::words;
use crate::rule_text::{UNIT, amended, between, draft, name, publish, recall, text, whole_of};
use crate::world;

#[test]
fn the_version_in_force_is_answered_for_any_day() {
    let house = amended();
    let stranger = house.stranger();
    let in_force = |path: &str| {
        let page = stranger.get(path).expect(200).text();
        words(between(&page, "<h2>", "<h2>"))
    };
    for (day, said) in [
        ("2026-04-01", "第2.1版"),
        ("2026-12-31", "第2.1版"),
        ("2027-01-01", "第3.0版"),
        ("2027-03-31", "第3.0版"),
        ("2199-12-31", "第4.0版"),
    ] {
        let shown = in_force(&format!("/rules/{UNIT}?on={day}"));
        assert!(shown.contains(said), "{day}: {shown}");
        let others = ["第2.1版", "第3.0版", "第4.0版"];
        let named = others.iter().filter(|other| shown.contains(**other));
        assert_eq!(named.count(), 1, "{day}: {shown}");
    }
    assert!(in_force(&format!("/rules/{UNIT}")).contains("第2.1版"));
    let none = in_force(&format!("/rules/{UNIT}?on=2026-03-31"));
    assert!(
        none.contains("2026年3月31日（火）に施行されている版はありません"),
        "{none}"
    );
    let none = in_force(&format!("/en/rules/{UNIT}?on=2026-03-31"));
    assert!(
        none.contains("No version is in force on Tue 31 Mar 2026"),
        "{none}"
    );
    let english = in_force(&format!("/en/rules/{UNIT}?on=2027-02-01"));
    assert!(english.contains("Version 3.0"), "{english}");
}

#[test]
fn a_day_that_cannot_be_read_is_said_and_today_is_shown() {
    let house = amended();
    for bad in ["2027-02-30", "x", "9999-01-01", "2027-1-1", "%3Cscript%3E"] {
        let page = house
            .stranger()
            .get(&format!("/rules/{UNIT}?on={bad}"))
            .expect(200);
        let said = page.words();
        assert!(said.contains("日付を読み取れませんでした"), "{bad}");
        assert!(
            said.contains("2026年12月1日（火）に施行されている版"),
            "{bad}"
        );
        assert!(!page.text().contains("<script>"), "{bad}");
    }
    house.stranger().get("/rules/no-such-unit").expect(404);
    house.stranger().get("/rules/%2e%2e").expect(404);
}

#[test]
fn all_versions_stand_with_what_changed_and_any_two_compare() {
    let house = amended();
    house.set_clock("2027-04-02 10:00");
    let page = house
        .stranger()
        .get(&format!("/rules/{UNIT}"))
        .expect(200)
        .text();
    let older = between(&page, "<h2>これまでの版</h2>", "<h2>");
    for version in ["2.1", "3.0"] {
        assert!(
            older.contains(&format!("/rules/{UNIT}/{version}\"")),
            "{older}"
        );
    }
    assert!(
        older.contains("2026年4月1日（水）～2026年12月31日（木）"),
        "{older}"
    );
    assert!(
        page.contains(&format!("/rules/{UNIT}/4.0/diff/3.0\"")),
        "{page}"
    );
    let chosen = house
        .stranger()
        .get(&format!("/en/rules/{UNIT}?old=2.1&new=4.0"))
        .expect(303);
    assert_eq!(
        chosen.header("location"),
        Some(format!("/en/rules/{UNIT}/4.0/diff/2.1").as_str())
    );
    let unknown = format!("/rules/{UNIT}?old=2.1&new=9.9");
    house.stranger().get(&unknown).expect(404);
}

#[test]
fn the_institutions_own_rule_stands_beside_the_facilitys() {
    let house = amended();
    whole_of(&house, UNIT, "ncvc-whole");
    let mut own = draft(&house, "ncvc-whole", "1.0", "2026-10-01", text("12"));
    own.rule.title = name("国循 共用の基本規程", "NCVC basic regulations");
    publish(&house, own);
    let stranger = house.stranger();
    let page = stranger.get(&format!("/rules/{UNIT}")).expect(200);
    let said = page.words();
    assert!(
        said.contains("機関のすべての施設に適用される規則 国循 共用の基本規程 第1.0版"),
        "{said}"
    );
    assert!(page.text().contains("href=\"/rules/ncvc-whole/1.0\""));
    // before the institution had a rule, only the facility's applied
    let before = stranger.get(&format!("/rules/{UNIT}?on=2026-09-30")).text();
    assert!(!words(between(&before, "<h2>", "</ul>")).contains("基本規程"));
    let whole = stranger.get("/rules/ncvc-whole").expect(200);
    assert!(whole.words().contains("適用される施設"));
    assert!(whole.text().contains(&format!("href=\"/rules/{UNIT}\"")));
    let one = stranger.get("/rules/ncvc-whole/1.0").expect(200).words();
    assert!(one.contains("機関が定め、機関のすべての施設に適用される規則です。"));
    assert!(one.contains("機関のすべての施設の機器"), "{one}");
    let institution = stranger.get("/institutions/ncvc").expect(200).text();
    assert!(institution.contains("href=\"/rules/ncvc-whole\""));
    assert!(institution.contains(&format!("href=\"/rules/{UNIT}\"")));
    let resource = stranger
        .get(&format!("/resources/{}", world::IMAGING))
        .expect(200)
        .text();
    assert!(resource.contains(&format!("href=\"/rules/{UNIT}\"")));
}

#[test]
fn documents_stand_in_the_order_of_their_kinds_with_articles_to_link_to() {
    let house = amended();
    let page = house
        .stranger()
        .get(&format!("/rules/{UNIT}/3.0"))
        .expect(200)
        .text();
    let places: Vec<usize> = ["id=\"d3\"", "id=\"d1\"", "id=\"d2\"", "id=\"conditions\""]
        .iter()
        .map(|id| page.find(&format!("<h2 {id}")).unwrap())
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    for (id, heading) in [
        ("d1-a1", "第1条（目的）"),
        ("d1-a5", "第5条（利用の上限）"),
        ("d1-a5-2", "第5条の2（申請の期限）"),
    ] {
        let article = between(&page, &format!("id=\"{id}\">"), "</article>");
        assert!(
            article.starts_with(&format!("<h3>{heading}</h3>")),
            "{article}"
        );
        assert!(page.contains(&format!("<a href=\"#{id}\">{heading}</a>")));
    }
    // a heading in an article stands below the article's own
    assert!(page.contains("<h4>趣旨</h4>"));
    let said = words(&page);
    for fact in ["第4次改正", "2020年4月1日（水）", "規程", "別表"] {
        assert!(said.contains(fact), "{fact}: {said}");
    }
}

#[test]
fn conditions_are_sentences_that_lead_to_their_articles() {
    let house = amended();
    let page = house
        .stranger()
        .get(&format!("/rules/{UNIT}/3.0"))
        .expect(200)
        .text();
    let conditions = between(&page, "<h2 id=\"conditions\">", "</section>");
    let said = words(conditions);
    for sentence in ["10時間", "3営業日前", "施設のすべての機器", "機器「"] {
        assert!(said.contains(sentence), "{sentence}: {said}");
    }
    assert!(
        conditions.contains("<a href=\"#d1-a5\">規則 第5条</a>"),
        "{conditions}"
    );
    assert!(conditions.contains("<a href=\"#d1-a5-2\">"), "{conditions}");
    let article = between(&page, "id=\"d1-a5\">", "</article>");
    assert!(
        article.contains("この条文により機械が確かめる条件"),
        "{article}"
    );
    let english = house
        .stranger()
        .get(&format!("/en/rules/{UNIT}/3.0"))
        .text();
    let said = words(between(&english, "<h2 id=\"conditions\">", "</section>"));
    assert!(said.contains("3 business days"), "{said}");
}

#[test]
fn what_has_no_english_text_is_shown_in_japanese_and_marked() {
    let house = amended();
    let page = house
        .stranger()
        .get(&format!("/en/rules/{UNIT}/3.0"))
        .expect(200)
        .text();
    assert!(page.contains("<h3>Article 5-2 (Deadline)</h3>"));
    let annex = between(&page, "<h2 id=\"d2\"", "</section>");
    assert!(annex.starts_with(" lang=\"ja\">別表第1"), "{annex}");
    assert!(annex.contains("Where there is no English text, the Japanese one is shown."));
    assert!(
        annex.contains("<div class=\"prose\" lang=\"ja\">"),
        "{annex}"
    );
    let rule = between(&page, "<h2 id=\"d1\"", "</section>");
    assert!(!rule.contains("lang=\"ja\""), "{rule}");
    let japanese = house.stranger().get(&format!("/rules/{UNIT}/3.0")).text();
    assert!(!japanese.contains("lang=\"ja\" "));
}

#[test]
fn a_recalled_version_is_nowhere() {
    let house = amended();
    let stranger = house.stranger();
    // strangers' pages are kept, but not beyond a recall
    let page = |path: &str| stranger.get(&format!("/rules/{UNIT}{path}"));
    assert!(page("").expect(200).words().contains("第4.0版"));
    page("/4.0").expect(200);
    recall(&house, "4.0");
    assert!(!page("").expect(200).words().contains("第4.0版"));
    assert!(
        !page("?on=2027-05-01")
            .expect(200)
            .words()
            .contains("第4.0版")
    );
    for path in ["/4.0", "/4.0/diff/3.0", "/3.0/diff/4.0", "?old=3.0&new=4.0"] {
        page(path).expect(404);
    }
    assert!(!page("/3.0").expect(200).text().contains("/4.0"));
}
