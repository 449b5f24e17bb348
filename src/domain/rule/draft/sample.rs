//! An invented draft for the tests of drafts.

use crate::domain::actor::{Actor, Person, Role, Who};
use crate::domain::id::{FacilityId, InstitutionId, RuleId, UserId};
use crate::domain::language::Language;
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::{ArticleRef, Setting, Target};
use crate::domain::parameter::value::Value;
use crate::domain::rule::document::Article;
use crate::domain::rule::draft::unit::Unit;
use crate::domain::rule::draft::{Amendment, Confirmed};
use crate::domain::rule::text::Text;
use crate::domain::time::parse_local;

pub fn name(ja: &str) -> Name {
    Name {
        ja: ja.into(),
        en: String::new(),
    }
}

pub fn unit() -> Unit {
    Unit {
        facility: FacilityId::new(1),
        institution: InstitutionId::new(7),
        is_whole: false,
        slug: "ncgg-shared".into(),
        name: name("共用施設"),
        institution_name: name("長寿研"),
    }
}

/// An officer of this institution, at ten o'clock on 1 December 2026.
pub fn officer(institution: i64) -> Actor {
    let institution = InstitutionId::new(institution);
    Actor {
        who: Who::Person(Person {
            id: UserId::new(5),
            name: "渡辺 誠".into(),
            email: "watanabe@example.jp".into(),
            language: Language::Ja,
            institution,
            roles: vec![Role::InstitutionOfficer(institution)],
        }),
        at: parse_local("2026-12-01T10:00").unwrap(),
    }
}

pub fn article(number: &str, body: &str) -> Article {
    Article {
        number: number.into(),
        heading: name("見出し"),
        body: name(body),
    }
}

/// One document of the articles 1 and 7; article 7 asks for three business days of lead.
pub fn amendment() -> Amendment {
    let mut text = Text::plain(name("利用規則"), Name::default());
    text.documents[0].articles = vec![article("1", "目的"), article("7", "三日前までに申請する。")];
    text.sheet.settings = vec![Setting {
        target: Target::All,
        parameter: Parameter::LeadBusinessDays,
        value: Value::Number(3),
        article: Some(ArticleRef {
            document: 1,
            article: "7".into(),
        }),
        binding: false,
    }];
    Amendment {
        unit: unit(),
        based_on: Some(RuleId::new(21)),
        title: name("共用設備利用規則"),
        text,
        version: "3.0".into(),
        effective_on: None,
        grace_days: 30,
        confirmed: Confirmed::Keep,
        turn: 4,
    }
}
