//! Rules that somebody wrote to do harm, or to be too much: shown as they are written.

use madoguchi::domain::id::RuleId;
use madoguchi::domain::parameter::setting::Target;
use madoguchi::domain::rule::document::DocumentKind;
use madoguchi::domain::rule::text::Text;

use crate::form::{skeleton, words};
use crate::house::House;
use crate::rule_text::{UNIT, article, document, draft, name, publish, setting, text};
use crate::world::{self, FILE};

/// Texts that would be something else if a page trusted them, one a line.
fn evil() -> Vec<&'static str> {
    include_str!("evil.txt").lines().collect()
}

/// A text that says this everywhere but in its body.
fn written(said: &str) -> Text {
    let articles = vec![article("1", name(said, said), name("前", "before"))];
    let mut one = document(1, DocumentKind::Form, name(said, said), articles);
    one.version = said.chars().take(20).collect();
    let mut file = world::attachment(FILE);
    file.title = name(said, said);
    file.name = said.to_owned();
    one.files.push(file);
    Text {
        documents: vec![one],
        ..Text::default()
    }
}

/// Publishes two versions that say this: the second one in its body, too.
fn say(house: &House, at: usize, said: &str) {
    let mut made = draft(
        house,
        "riken-cryoem",
        &format!("e{at}"),
        "2027-01-01",
        written(said),
    );
    let number = i64::try_from(at).unwrap();
    made.rule.id = RuleId::new(70_000 + number);
    made.rule.title = name(said, said);
    let mut body = made.clone();
    body.rule.id = RuleId::new(80_000 + number);
    body.rule.version = format!("b{at}");
    body.text.documents[0].articles[0].body = name(said, said);
    publish(house, made);
    publish(house, body);
}

/// How the main part of a page is built; the list of other versions depends on the place among them.
fn built(page: &str) -> Vec<String> {
    let tags = skeleton(page).into_iter();
    tags.take_while(|tag| tag != "aside aria-label").collect()
}

#[test]
fn d01_what_an_officer_writes_is_shown_literally() {
    let house = House::new();
    let all = std::iter::once("目的").chain(evil());
    for (at, said) in all.enumerate() {
        say(&house, at, said);
    }
    let stranger = house.stranger();
    let show = |path: &str| stranger.get(path).expect(200).text();
    for prefix in ["/rules/riken-cryoem", "/en/rules/riken-cryoem"] {
        let pages = |at: usize| {
            [
                show(&format!("{prefix}/e{at}")),
                show(&format!("{prefix}/b{at}/diff/e{at}")),
                show(&format!("{prefix}/e{at}/diff/3.0")),
            ]
        };
        let shapes = pages(0).map(|page| built(&page));
        for (at, said) in evil().into_iter().enumerate() {
            let seen = said.split_whitespace().collect::<Vec<_>>().join(" ");
            for (page, shape) in pages(at + 1).iter().zip(&shapes) {
                assert!(words(page).contains(&seen), "{said} is not said");
                assert_eq!(built(page), *shape, "{said}");
            }
            // its body is Markdown, which may be built otherwise, but of harmless elements
            let tags = skeleton(&show(&format!("{prefix}/b{}", at + 1)));
            let acts = |tag: &&String| tag.starts_with("script") || tag.contains(" on");
            assert_eq!(tags.iter().filter(acts).count(), 1, "{said}: {tags:?}");
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
