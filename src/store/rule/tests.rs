//! Versions, texts and consents on a real file.

use super::*;
use crate::acts;
use crate::domain::actor::{Actor, Person, Who};
use crate::domain::language::Language;
use crate::store::db::Db;
use crate::store::engine::{Address, Create};
use crate::store::schema::user;

const AT: Instant = Instant::from_unix(1_800_000_000);

fn house() -> (tempfile::TempDir, Db) {
    let folder = tempfile::tempdir().unwrap();
    let address = Address::Sqlite(folder.path().join("a.db"));
    let db = Db::open(&address, Create::IfMissing, 1).unwrap();
    (folder, db)
}

/// One institution with two facilities, and one person.
fn people(tx: &mut Tx<'_>) -> Result<(), Halt> {
    diesel::insert_into(institution::table)
        .values((
            institution::id.eq(1),
            institution::slug.eq("a"),
            institution::name_ja.eq("あ研"),
            institution::short_ja.eq("あ研"),
            institution::name_en.eq("A"),
            institution::abbr.eq("A"),
            institution::org_class.eq("inhouse"),
            institution::prefecture.eq(""),
            institution::sites.eq(""),
            institution::ministry.eq(""),
            institution::domain.eq(""),
            institution::is_council_member.eq(false),
            institution::owns_shared_instruments.eq(""),
            institution::source.eq("test"),
        ))
        .execute(&mut **tx)?;
    for (id, slug) in [(1, "f"), (2, "g")] {
        diesel::insert_into(facility::table)
            .values((
                facility::id.eq(id),
                facility::slug.eq(slug),
                facility::institution_id.eq(1),
                facility::name_ja.eq("施設"),
                facility::name_en.eq("Facility"),
                facility::site.eq(""),
                facility::source.eq("test"),
            ))
            .execute(&mut **tx)?;
    }
    diesel::insert_into(user::table)
        .values((
            user::id.eq(9),
            user::email.eq("sato@example.jp"),
            user::name.eq("佐藤 恵"),
            user::institution_id.eq(1),
            user::position.eq(""),
            user::phone.eq(""),
            user::language.eq("ja"),
            user::password_hash.eq(""),
            user::state.eq("active"),
            user::created_at.eq(0),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

fn draft(id: i64, facility: i64, version: &str, effective_on: &str) -> Draft {
    Draft {
        rule: Rule {
            id: RuleId::new(id),
            facility: FacilityId::new(facility),
            version: version.into(),
            title: Name {
                ja: "利用規則".into(),
                en: "Rules".into(),
            },
            effective_on: effective_on.parse().unwrap(),
            institution: InstitutionId::new(1),
            is_whole: false,
            grace_days: 30,
        },
        text: Text::plain(
            Name::default(),
            Name {
                ja: "本文".into(),
                en: "Body".into(),
            },
        ),
    }
}

fn sato() -> Actor {
    Actor {
        who: Who::Person(Person {
            id: UserId::new(9),
            name: "佐藤 恵".into(),
            email: "sato@example.jp".into(),
            language: Language::Ja,
            institution: InstitutionId::new(1),
            roles: Vec::new(),
        }),
        at: AT,
    }
}

#[actix_web::test]
async fn versions_and_texts_are_found_by_address() {
    let (_folder, db) = house();
    db.tend(AT, people).await.unwrap();
    for (id, facility, version, from) in [
        (11, 1, "1.0", "2026-04-01"),
        (12, 1, "2.0", "2027-04-01"),
        (13, 2, "1.0", "2026-04-01"),
    ] {
        let draft = draft(id, facility, version, from);
        db.act(Actor::house(AT), move |tx, by| {
            acts::rule::publish(tx, by, draft.clone())
        })
        .await
        .unwrap();
    }
    let text = db.read(|conn| super::at(conn, "f", "1.0")).await.unwrap();
    assert_eq!(text.rule.id, RuleId::new(11));
    let body = &text.text.documents[0].articles[0].body;
    assert_eq!((body.ja.as_str(), body.en.as_str()), ("本文", "Body"));
    let ids: Vec<i64> = text.versions.iter().map(|rule| rule.id.number()).collect();
    assert_eq!(ids, [12, 11]);
    for (slug, version) in [("f", "3.0"), ("h", "1.0"), ("f", "1.0' or '1'='1")] {
        let gone = db.read(move |conn| super::at(conn, slug, version)).await;
        assert!(matches!(gone, Err(Halt::Absent)), "{slug} {version}");
    }
    let refused = db
        .act(sato(), |tx, by| {
            acts::rule::publish(tx, by, draft(14, 1, "9.0", "2027-04-01"))
        })
        .await;
    assert!(matches!(refused, Err(Halt::NotAllowed)));
}

#[actix_web::test]
async fn a_consent_stands_once_and_counts_for_its_facility() {
    let (_folder, db) = house();
    db.tend(AT, people).await.unwrap();
    for (id, facility) in [(11, 1), (13, 2)] {
        db.act(Actor::house(AT), move |tx, by| {
            acts::rule::publish(tx, by, draft(id, facility, "1.0", "2026-04-01"))
        })
        .await
        .unwrap();
    }
    for _ in 0..2 {
        db.act(sato(), |tx, by| acts::rule::agree(tx, by, RuleId::new(11)))
            .await
            .unwrap();
    }
    let of = |facility: i64| {
        db.read(move |conn| consents(conn, UserId::new(9), FacilityId::new(facility)))
    };
    assert_eq!(of(1).await.unwrap(), [RuleId::new(11)]);
    assert_eq!(of(2).await.unwrap(), []);
    let unknown = db
        .act(sato(), |tx, by| acts::rule::agree(tx, by, RuleId::new(99)))
        .await;
    assert!(matches!(unknown, Err(Halt::Absent)));
    let stranger = Actor {
        who: Who::Stranger,
        at: AT,
    };
    let refused = db
        .act(stranger, |tx, by| {
            acts::rule::agree(tx, by, RuleId::new(11))
        })
        .await;
    assert!(matches!(refused, Err(Halt::NotAllowed)));
}
