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
use madoguchi::store::schema::{facility, rule as versions};

use crate::house::House;
use crate::world;

/// The facility whose rule the tests amend.
pub const UNIT: &str = "ncvc-imaging";

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

/// The rule of an imaging facility: regulations, a rule, an annex without an English text; uses last so
/// many hours.
pub fn text(hours: &str) -> Text {
    let minutes = hours.parse::<i64>().unwrap() * 60;
    let annex = vec![article("1", name("設備", ""), name("- FV4000", ""))];
    let regulation = vec![article(
        "",
        name("", ""),
        name("所長が定める。", "The director decides."),
    )];
    let imaging = Target::Resource(world::IMAGING.into());
    Text {
        documents: vec![
            document(
                2,
                DocumentKind::Annex,
                name("別表第1 対象の設備", ""),
                annex,
            ),
            document(
                3,
                DocumentKind::Regulation,
                name("管理規程", "Management regulations"),
                regulation,
            ),
            rule(hours),
        ],
        sheet: Sheet {
            settings: vec![
                setting(imaging, "max_minutes", &minutes.to_string(), Some("5")),
                setting(Target::All, "lead_business_days", "3", Some("5-2")),
            ],
            ..Sheet::default()
        },
    }
}

fn rule(hours: &str) -> Document {
    let most = name(
        &format!("1回の上限は{hours}時間とする。"),
        &format!("A use lasts {hours} hours at most."),
    );
    let aim = name("## 趣旨\n\n公平に利用する。", "## Aim\n\nFair use.");
    let ask = name("3営業日前までに申請する。", "Ask 3 business days before.");
    let articles = vec![
        article("1", name("目的", "Purpose"), aim),
        article("5", name("利用の上限", "Longest use"), most),
        article("5-2", name("申請の期限", "Deadline"), ask),
    ];
    let title = name("共用設備利用規則", "Rules for shared equipment");
    Document {
        version: "第4次改正".into(),
        enacted_on: "2020-04-01".parse().ok(),
        ..document(1, DocumentKind::Rule, title, articles)
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

/// 2.1 is in force since 2026-04-01 in one piece; 3.0 comes with documents on 2027-01-01, 4.0 in April.
pub fn amended() -> House {
    let house = House::new();
    house.set_clock("2026-12-01 10:00");
    publish(&house, draft(&house, UNIT, "3.0", "2027-01-01", text("10")));
    publish(&house, draft(&house, UNIT, "4.0", "2027-04-01", text("8")));
    house
}

/// Recalls all versions of this number.
pub fn recall(house: &House, version: &str) {
    diesel::update(versions::table.filter(versions::version.eq(version)))
        .set(versions::recalled_at.eq(Some(1)))
        .execute(&mut house.conn())
        .unwrap();
}

/// What follows a text on a page, up to another.
#[track_caller]
pub fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = page
        .split_once(from)
        .unwrap_or_else(|| panic!("no {from} in {page}"));
    rest.split_once(to).map_or(rest, |(part, _)| part)
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
