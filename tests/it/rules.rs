//! Rules as the public sees them: versions for any day, documents, comparisons, attached files.

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};
use madoguchi::domain::id::FileId;
use madoguchi::domain::parameter::setting::Target;
use madoguchi::domain::rule::document::DocumentKind;
use madoguchi::domain::rule::text::Text;
use madoguchi::store::schema::rule;

use crate::form::{skeleton, words};
use crate::house::House;
use crate::rule_text::{article, document, draft, name, publish, setting, text, whole_of};
use crate::world::{self, FILE, PDF};

const UNIT: &str = "ncvc-imaging";

/// 2.1 is in force since 2026-04-01 in one piece; 3.0 comes with documents on 2027-01-01, 4.0 in April.
fn amended() -> House {
    let house = House::new();
    house.set_clock("2026-12-01 10:00");
    publish(&house, draft(&house, UNIT, "3.0", "2027-01-01", text("10")));
    publish(&house, draft(&house, UNIT, "4.0", "2027-04-01", text("8")));
    house
}

fn recall(house: &House, version: &str) {
    diesel::update(rule::table.filter(rule::version.eq(version)))
        .set(rule::recalled_at.eq(Some(1)))
        .execute(&mut house.conn())
        .unwrap();
}

/// What follows a text on a page, up to another.
#[track_caller]
fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = page
        .split_once(from)
        .unwrap_or_else(|| panic!("no {from} in {page}"));
    rest.split_once(to).map_or(rest, |(part, _)| part)
}

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
        conditions.contains("<a href=\"#d1-a5\">共用設備利用規則 第5条</a>"),
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
fn two_versions_are_compared_article_by_article() {
    let house = amended();
    let stranger = house.stranger();
    let page = stranger
        .get(&format!("/rules/{UNIT}/4.0/diff/3.0"))
        .expect(200)
        .text();
    assert!(page.contains(
        "1回の上限は<del><span class=\"vh\">削除：</span>10<span class=\"vh\">ここまで。</span></del>\
         <ins><span class=\"vh\">追加：</span>8<span class=\"vh\">ここまで。</span></ins>時間とする。"
    ), "{page}");
    let said = words(&page);
    assert!(
        said.contains("文書1点、条文1か所、条件1件が変わります。"),
        "{said}"
    );
    assert!(said.contains("第5条（利用の上限） 変更"), "{said}");
    for anchor in ["3.0#d1-a5", "4.0#d1-a5"] {
        assert!(
            page.contains(&format!("/rules/{UNIT}/{anchor}\"")),
            "{anchor}"
        );
    }
    let parameter = between(&page, "機械が確かめる条件の変更</h2>", "</section>");
    let said = words(parameter);
    assert!(
        said.contains("10時間") && said.contains("→") && said.contains("8時間"),
        "{said}"
    );
    assert!(said.contains("対象 機器「"), "{said}");
    let english = stranger
        .get(&format!("/en/rules/{UNIT}/4.0/diff/3.0"))
        .expect(200)
        .words();
    assert!(
        english.contains("Changes from version 3.0 to version 4.0"),
        "{english}"
    );
    assert!(
        english.contains("What differs: 1 document, 1 article, 1 condition."),
        "{english}"
    );
}

#[test]
fn odd_comparisons_have_sensible_answers() {
    let house = amended();
    let stranger = house.stranger();
    let same = stranger
        .get(&format!("/rules/{UNIT}/3.0/diff/3.0"))
        .expect(200);
    assert!(same.words().contains("同じ版どうしを比べています"));
    assert!(!same.text().contains("<ins>"));
    // backwards, everything that came goes
    let back = stranger
        .get(&format!("/rules/{UNIT}/3.0/diff/4.0"))
        .expect(200)
        .text();
    assert!(back.contains("削除：</span>8<"), "{back}");
    // one text in one piece, the other in documents
    let pieces = stranger
        .get(&format!("/rules/{UNIT}/3.0/diff/2.1"))
        .expect(200);
    assert!(pieces.words().contains("＋ 追加"));
    for path in [
        "3.0/diff/9.9",
        "9.9/diff/3.0",
        "3.0/diff/",
        "3.0/diff/..%2f2.1",
    ] {
        stranger.get(&format!("/rules/{UNIT}/{path}")).expect(404);
    }
    stranger.get("/rules/riken-cryoem/3.0/diff/4.0").expect(404);
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

#[test]
fn e02_a_file_is_a_download_that_can_do_nothing() {
    let house = House::new();
    let path = format!("/rules/riken-cryoem/3.0/files/{}", FileId::new(FILE));
    let page = house.stranger().get("/rules/riken-cryoem/3.0").expect(200);
    assert!(page.text().contains(&format!("href=\"{path}\"")));
    assert!(page.words().contains("様式1 利用申請書（PDF、"));
    for prefix in ["", "/en"] {
        let file = house.stranger().get(&format!("{prefix}{path}")).expect(200);
        assert_eq!(file.body, PDF);
        let header = |name: &str| file.header(name).unwrap_or_default();
        assert_eq!(header("content-type"), "application/pdf");
        assert_eq!(
            header("content-disposition"),
            "attachment; filename=\"__1 _____.pdf\"; \
             filename*=UTF-8''%E6%A7%98%E5%BC%8F1%20%E5%88%A9%E7%94%A8%E7%94%B3%E8%AB%8B%E6%9B%B8.pdf"
        );
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert!(header("content-security-policy").starts_with("sandbox; default-src 'none'"));
        assert!(header("cache-control").contains("immutable"));
        assert_eq!(header("etag"), format!("\"{}\"", "5".repeat(64)));
        assert_eq!(file.all("set-cookie").count(), 0);
    }
    let seen = house
        .stranger()
        .request("GET", &path)
        .header("if-none-match", &format!("\"{}\"", "5".repeat(64)))
        .send();
    assert_eq!((seen.status, seen.body.len()), (304, 0));
}

#[test]
fn e02_only_the_version_that_lists_a_file_gives_it_out() {
    let house = House::new();
    world::keep_file(&mut house.conn(), UNIT, 77);
    let stranger = house.stranger();
    let listed = FileId::new(FILE);
    let of = |unit: &str, version: &str, id: &str| {
        stranger
            .get(&format!("/rules/{unit}/{version}/files/{id}"))
            .status
    };
    // kept for a draft, named by no version
    assert_eq!(of(UNIT, "2.1", &FileId::new(77).to_string()), 404);
    assert_eq!(of(UNIT, "2.1", &listed.to_string()), 404);
    assert_eq!(of("riken-cryoem", "9.9", &listed.to_string()), 404);
    for odd in ["1", "..%2f1", "x", "0000000000001%00", "ZZZZZZZZZZZZZ"] {
        assert_eq!(of("riken-cryoem", "3.0", odd), 404, "{odd}");
    }
    // a version that names another facility's file does not give it out
    let mut theirs = draft(&house, UNIT, "3.0", "2027-01-01", text("10"));
    theirs.text.documents[0].files.push(world::attachment(FILE));
    publish(&house, theirs);
    assert_eq!(of(UNIT, "3.0", &listed.to_string()), 404);
    recall(&house, "3.0");
    assert_eq!(of("riken-cryoem", "3.0", &listed.to_string()), 404);
}

#[test]
fn e09_ranges_do_no_harm() {
    let house = House::new();
    let stranger = house.stranger();
    let path = format!("/rules/riken-cryoem/3.0/files/{}", FileId::new(FILE));
    let many = format!("bytes={}0-", "0-,".repeat(1_000));
    for range in [
        "",
        "bytes=",
        "bytes=0-0",
        "bytes=9-1",
        "bytes=-99999999999999999999",
        "x",
        &many,
    ] {
        let file = stranger
            .request("GET", &path)
            .header("range", range)
            .header("if-range", "\"x\"")
            .send();
        assert_eq!((file.status, &file.body[..]), (200, PDF), "{range}");
    }
    let head = stranger.request("HEAD", &path).send();
    assert_eq!((head.status, head.body.len()), (200, 0));
}

#[test]
fn d01_what_an_officer_writes_is_shown_literally() {
    let house = House::new();
    let evil: Vec<&str> = include_str!("evil.txt").lines().collect();
    let written = |said: &str| {
        let short: String = said.chars().take(20).collect();
        let mut one = document(
            1,
            DocumentKind::Form,
            name(said, said),
            vec![article("1", name(said, said), name("前", "before"))],
        );
        one.version = short;
        let mut file = world::attachment(FILE);
        file.title = name(said, said);
        file.name = said.to_owned();
        one.files.push(file);
        Text {
            documents: vec![one],
            ..Text::default()
        }
    };
    for (at, said) in std::iter::once("目的")
        .chain(evil.iter().copied())
        .enumerate()
    {
        let version = format!("e{at}");
        let mut made = draft(
            &house,
            "riken-cryoem",
            &version,
            "2027-01-01",
            written(said),
        );
        made.rule.id = madoguchi::domain::id::RuleId::new(70_000 + i64::try_from(at).unwrap());
        made.rule.title = name(said, said);
        let mut body = made.clone();
        body.rule.id = madoguchi::domain::id::RuleId::new(80_000 + i64::try_from(at).unwrap());
        body.rule.version = format!("b{at}");
        body.text.documents[0].articles[0].body = name(said, said);
        publish(&house, made);
        publish(&house, body);
    }
    let stranger = house.stranger();
    let show = |prefix: &str, path: &str| {
        stranger
            .get(&format!("{prefix}/rules/riken-cryoem/{path}"))
            .expect(200)
            .text()
    };
    for prefix in ["", "/en"] {
        let shapes = [
            show(prefix, "e0"),
            show(prefix, "b0/diff/e0"),
            show(prefix, "e0/diff/3.0"),
        ];
        for (at, said) in evil.iter().enumerate() {
            let at = at + 1;
            let seen = said.split_whitespace().collect::<Vec<_>>().join(" ");
            let pages = [
                show(prefix, &format!("e{at}")),
                show(prefix, &format!("b{at}/diff/e{at}")),
                show(prefix, &format!("e{at}/diff/3.0")),
            ];
            for (page, shape) in pages.iter().zip(&shapes) {
                assert!(
                    words(page).contains(&seen),
                    "{said} is not said: {}",
                    words(page)
                );
                // the list of other versions depends on the place among them
                let main = |page: &str| -> Vec<String> {
                    let tags = skeleton(page).into_iter();
                    tags.take_while(|tag| tag != "aside aria-label").collect()
                };
                let (built, wanted) = (main(page), main(shape));
                assert_eq!(built, wanted, "{said}");
            }
        }
    }
}

#[test]
fn d02_a_text_of_two_megabytes_is_still_shown_and_compared() {
    let house = House::new();
    let long = |turn: usize| -> Text {
        let line = |at: usize| format!("- 第{}項 装置{}を確認する。\n", at, (at * turn) % 97);
        let body: String = (0..1_600).map(line).collect();
        let articles: Vec<_> = (1..=25)
            .map(|number| article(&number.to_string(), name("点検", ""), name(&body, "")))
            .collect();
        let mut made = text("10");
        made.documents = vec![document(
            1,
            DocumentKind::Rule,
            name("長い規則", ""),
            articles,
        )];
        made.sheet.settings = vec![setting(Target::All, "max_minutes", "60", Some("25"))];
        made
    };
    publish(&house, draft(&house, UNIT, "3.0", "2027-01-01", long(3)));
    publish(&house, draft(&house, UNIT, "3.1", "2027-01-02", long(5)));
    let page = house
        .stranger()
        .get(&format!("/rules/{UNIT}/3.0"))
        .expect(200);
    assert!(page.body.len() > 1_500_000 && page.text().contains("id=\"d1-a25\""));
    let changes = house
        .stranger()
        .get(&format!("/rules/{UNIT}/3.1/diff/3.0"))
        .expect(200);
    assert!(changes.words().contains("条文25か所"));
}
