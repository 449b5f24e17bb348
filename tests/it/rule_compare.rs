//! Two versions of a rule, compared article by article.

use crate::form::words;
use crate::rule_text::{UNIT, amended, between};

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
