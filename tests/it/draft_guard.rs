//! Drafts of rules against what is too long, not theirs, or not asked for.

use madoguchi::web::routes::{self, Method, Need};

use crate::house::House;
use crate::officer::{ARTICLE, DRAFT, NAKAJIMA, RULES, begin, copy, form, house};
use crate::people::{SATO, TAKAHASHI};

#[test]
fn d02_an_article_of_a_megabyte_is_refused_in_its_form_with_all_that_was_typed() {
    let house = house();
    let client = house.signed_in(&NAKAJIMA);
    copy(&client);
    let before = house.dump();
    for letter in ["a", "[", "*", "あ"] {
        let long = letter.repeat(1_000_000 / letter.len());
        let typed = form(&client, ARTICLE)
            .with("body_ja", &long)
            .with("heading_en", "kept");
        let refused = client.submit(&typed).expect(422);
        assert!(
            refused
                .words()
                .contains("本文が長すぎます（1つの言語で100kBまで）")
        );
        let again = refused.form(ARTICLE);
        assert!(again.value("body_ja") == long, "the text is kept: {letter}");
        assert_eq!(again.value("heading_en"), "kept");
    }
    // beyond that the page says how much is taken at once
    let huge = "あ".repeat(500_000);
    let refused = client.submit(&form(&client, ARTICLE).with("body_ja", &huge));
    refused.expect(413);
    // a form that is not for long texts takes no more than others
    let title = "x".repeat(300_000);
    let sent = client.post(
        DRAFT,
        &[("turn", "1"), ("title_ja", "x"), ("title_en", &title)],
    );
    sent.expect(413);
    let title = "x".repeat(201);
    let sent = client.post(DRAFT, &[("turn", "1"), ("title_ja", &title)]);
    sent.expect(422);
    assert_eq!(house.dump(), before);
}

/// Every address of officers, with something real in each of its places.
fn addresses() -> Vec<(Method, String)> {
    let table = routes::table();
    let mine = table
        .iter()
        .filter(|line| line.need == Need::Officer && line.path.starts_with("/institution/rules/"))
        // this one only leads on
        .filter(|line| line.method == Method::Deed || !line.path.ends_with("/files"));
    mine.map(|line| {
        let path = line
            .path
            .replace("{facility}", "ncvc-imaging")
            .replace("{document}", "1")
            .replace("{article}", "0")
            .replace("{group}", "time")
            .replace("{file}", "0000000000001");
        (line.method, path)
    })
    .collect()
}

#[test]
fn a01_a02_others_drafts_do_not_exist() {
    let house = house();
    copy(&house.signed_in(&NAKAJIMA));
    let (other, researcher) = (house.signed_in(&TAKAHASHI), house.signed_in(&SATO));
    let before = house.dump();
    let nothing = other
        .get("/institution/rules/no-such-unit/draft")
        .expect(404);
    for (method, path) in addresses() {
        let answer = match method {
            Method::Look => other.get(&path),
            Method::Deed if path.ends_with("/files") => {
                crate::upload::send(&other, &path, &crate::upload::good())
            }
            Method::Deed => other.post(
                &path,
                &[
                    ("turn", "1"),
                    ("version", "2.1"),
                    ("do", "remove 1"),
                    ("title_ja", "x"),
                ],
            ),
        };
        assert_eq!(answer.status, 404, "{path}");
        let plain = |text: &str| {
            text.replace(&path, "")
                .replace("/institution/rules/no-such-unit/draft", "")
        };
        if method == Method::Look {
            assert_eq!(plain(&answer.words()), plain(&nothing.words()), "{path}");
        }
    }
    begin(&other, "ncvc-imaging", "model").expect(404);
    assert!(!other.get(RULES).expect(200).text().contains("ncvc"));
    for (method, path) in addresses() {
        let status = match method {
            Method::Look => researcher.get(&path).status,
            Method::Deed => researcher.post(&path, &[]).status,
        };
        assert_eq!(status, 403, "{path}");
    }
    assert_eq!(house.dump(), before);
}

#[test]
fn a08_what_no_field_asks_for_is_not_stored() {
    let house = house();
    let client = house.signed_in(&NAKAJIMA);
    copy(&client);
    let typed = form(&client, ARTICLE)
        .with("facility_id", "2001")
        .with("edited_by", "1007")
        .with("based_on", "2001")
        .with("applies_to_confirmed", "true")
        .with("institution", "riken")
        .with("published_at", "0")
        .with("body_ja", "本文");
    client.submit(&typed).expect(303);
    let kept = "rule_draft where based_on = 2004 and edited_by = 1201 and turn = 2";
    assert_eq!(house.count(kept), 1);
    assert_eq!(house.count("rule_draft where applies_to_confirmed"), 0);
}

#[test]
fn a06_an_officer_whose_role_was_taken_is_out_with_the_next_request() {
    let house: House = house();
    let client = house.signed_in(&NAKAJIMA);
    copy(&client);
    let mine = form(&client, ARTICLE);
    use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};
    use madoguchi::store::schema::role_grant;
    diesel::update(role_grant::table.filter(role_grant::user_id.eq(NAKAJIMA.id)))
        .set(role_grant::revoked_at.eq(Some(1)))
        .execute(&mut house.conn())
        .unwrap();
    client.submit(&mine.with("body_ja", "x")).expect(403);
    client.get(DRAFT).expect(403);
}
