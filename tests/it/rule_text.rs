//! Texts of rules for tests: documents with articles and parameters, and their publication.

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};
use madoguchi::acts;
use madoguchi::domain::actor::Actor;
use madoguchi::domain::id::{FacilityId, InstitutionId, RuleId};
use madoguchi::domain::name::Name;
use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::parameter::setting::{ArticleRef, Setting, Sheet, Target};
use madoguchi::domain::rule::document::{Article, Document, DocumentKind};
use madoguchi::domain::rule::text::Text;
use madoguchi::domain::rule::{Draft, Rule};
use madoguchi::store::schema::facility;

use crate::house::House;
use crate::world;

pub fn name(ja: &str, en: &str) -> Name {
    Name {
        ja: ja.into(),
        en: en.into(),
    }
}

pub fn article(number: &str, heading: Name, body: Name) -> Article {
    Article {
        number: number.into(),
        heading,
        body,
    }
}

pub fn document(key: u32, kind: DocumentKind, title: Name, articles: Vec<Article>) -> Document {
    Document {
        key,
        kind,
        title,
        version: String::new(),
        enacted_on: None,
        amended_on: None,
        effective_on: None,
        articles,
        files: Vec::new(),
    }
}

/// A parameter by its code and the article of document 1 that says it.
pub fn setting(target: Target, code: &str, value: &str, number: Option<&str>) -> Setting {
    let parameter = Parameter::from_code(code).unwrap();
    Setting {
        target,
        parameter,
        value: parameter.entry().kind.read(value).unwrap(),
        article: number.map(|number| ArticleRef {
            document: 1,
            article: number.into(),
        }),
        binding: false,
    }
}

/// The rule of an imaging facility: a rule, an annex without an English text, terms for outside users.
pub fn text(hours: &str) -> Text {
    let minutes = hours.parse::<i64>().unwrap() * 60;
    let mut rule = document(
        1,
        DocumentKind::Rule,
        name("共用設備利用規則", "Rules for shared equipment"),
        vec![
            article(
                "1",
                name("目的", "Purpose"),
                name("## 趣旨\n\n公平に利用する。", "## Aim\n\nFair use."),
            ),
            article(
                "5",
                name("利用の上限", "Longest use"),
                name(
                    &format!("1回の上限は{hours}時間とする。"),
                    &format!("A use lasts {hours} hours at most."),
                ),
            ),
            article(
                "5-2",
                name("申請の期限", "Deadline"),
                name("3営業日前までに申請する。", "Ask 3 business days before."),
            ),
        ],
    );
    rule.version = "第4次改正".into();
    rule.enacted_on = "2020-04-01".parse().ok();
    let annex = document(
        2,
        DocumentKind::Annex,
        name("別表第1 対象の設備", ""),
        vec![article("1", name("設備", ""), name("- FV4000", ""))],
    );
    let terms = document(
        3,
        DocumentKind::Regulation,
        name("管理規程", "Management regulations"),
        vec![article(
            "",
            name("", ""),
            name("所長が定める。", "The director decides."),
        )],
    );
    Text {
        documents: vec![annex, terms, rule],
        sheet: Sheet {
            settings: vec![
                setting(
                    Target::Resource(world::IMAGING.into()),
                    "max_minutes",
                    &minutes.to_string(),
                    Some("5"),
                ),
                setting(Target::All, "lead_business_days", "3", Some("5-2")),
            ],
            ..Sheet::default()
        },
    }
}

/// A version of a unit's rule, before it is published.
pub fn draft(house: &House, slug: &str, version: &str, effective_on: &str, text: Text) -> Draft {
    let facility = world::facility(&mut house.conn(), slug);
    let number = version.bytes().fold(facility % 1_000, |number, byte| {
        number * 131 + i64::from(byte)
    });
    Draft {
        rule: Rule {
            id: RuleId::new(number),
            facility: FacilityId::new(facility),
            version: version.into(),
            title: name("共同利用機器 利用規則", "Rules for shared instruments"),
            effective_on: effective_on.parse().unwrap(),
            institution: InstitutionId::new(1),
            is_whole: false,
            grace_days: 30,
        },
        text,
    }
}

/// Publishes a version as the house.
pub fn publish(house: &House, draft: Draft) {
    let by = Actor::house(house.rooms.clock.now());
    let done = house
        .rooms
        .db
        .act(by, move |tx, by| acts::rule::publish(tx, by, draft.clone()));
    house.wait(done).unwrap();
}

/// Makes the institution of a facility a unit of its own.
pub fn whole_of(house: &House, slug: &str, whole: &str) {
    let conn = &mut house.conn();
    let institution: i64 = facility::table
        .filter(facility::slug.eq(slug))
        .select(facility::institution_id)
        .first(conn)
        .unwrap();
    diesel::insert_into(facility::table)
        .values((
            facility::id.eq(900_001),
            facility::slug.eq(whole),
            facility::institution_id.eq(institution),
            facility::name_ja.eq("国循 全体"),
            facility::name_en.eq("NCVC as a whole"),
            facility::site.eq(""),
            facility::source.eq("test"),
            facility::is_whole.eq(true),
        ))
        .execute(conn)
        .unwrap();
}
