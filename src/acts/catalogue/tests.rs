//! The real catalogue in a real file: loading twice, succession, publishing.

mod finding;

use super::*;
use crate::domain::actor::{Person, Role, Who};
use crate::domain::catalogue::Access;
use crate::domain::catalogue_file;
use crate::domain::id::{FacilityId, InstitutionId, RuleId, UserId};
use crate::domain::language::Language;
use crate::domain::name::Name;
use crate::domain::refusal::Wrong;
use crate::domain::rule::text::Text;
use crate::domain::rule::{Draft, Rule};
use crate::domain::search::Hit;
use crate::domain::text;
use crate::domain::time::Instant;
use crate::store::catalogue::tally::Tally;
use crate::store::catalogue::{institution, page, resource, search, stamp};
use crate::store::db::Db;
use crate::store::engine::{Address, Create};

const REAL: &str = include_str!("../../../docs/catalogue.toml");

/// Monday 13 April 2026, 10:00 in Tokyo.
fn now() -> Instant {
    crate::domain::time::parse_local("2026-04-13T10:00").unwrap()
}

fn house() -> (tempfile::TempDir, Db) {
    let folder = tempfile::tempdir().unwrap();
    let address = Address::Sqlite(folder.path().join("a.db"));
    let db = Db::open(&address, Create::IfMissing, 1).unwrap();
    (folder, db)
}

async fn load_at(db: &Db, text: &str, at: Instant) -> Result<Loaded, Halt> {
    let file = catalogue_file::read(text).unwrap();
    db.act(Actor::house(at), move |tx, by| load(tx, by, &file))
        .await
}

async fn loaded() -> (tempfile::TempDir, Db) {
    let (folder, db) = house();
    load_at(&db, REAL, now()).await.unwrap();
    (folder, db)
}

async fn find(db: &Db, query: &str) -> Vec<Hit> {
    let terms = text::terms(query);
    db.read(move |conn| search::hits(conn, &terms, now()))
        .await
        .unwrap()
}

async fn slugs(db: &Db, query: &str) -> Vec<String> {
    find(db, query)
        .await
        .into_iter()
        .map(|hit| hit.slug)
        .collect()
}

fn person(roles: Vec<Role>) -> Actor {
    Actor {
        who: Who::Person(Person {
            id: UserId::new(9),
            name: "佐藤 恵".into(),
            email: "sato@example.jp".into(),
            language: Language::Ja,
            institution: InstitutionId::new(1),
            roles,
        }),
        at: now(),
    }
}

async fn publish_by(
    db: &Db,
    by: Actor,
    slug: &'static str,
    confirmed_on: Option<NaiveDate>,
) -> Result<Publication, Halt> {
    db.act(by, move |tx, by| publish(tx, by, slug, confirmed_on))
        .await
}

/// Gives the facility of a resource a usage rule.
async fn rule_for(db: &Db, slug: &'static str) -> FacilityId {
    let found = db
        .read(move |conn| resource::by_slug(conn, slug, now()))
        .await;
    let facility = found.unwrap().facility;
    let title = Name {
        ja: "利用規則".into(),
        en: "Rules".into(),
    };
    let draft = Draft {
        rule: Rule {
            id: RuleId::new(facility.number()),
            facility,
            version: "1.0".into(),
            title: title.clone(),
            effective_on: "2026-04-01".parse().unwrap(),
            institution: InstitutionId::new(1),
            is_whole: false,
            grace_days: 30,
        },
        text: Text::plain(Name::default(), title),
    };
    db.act(Actor::house(now()), move |tx, by| {
        crate::acts::rule::publish(tx, by, draft.clone())
    })
    .await
    .unwrap();
    facility
}

#[actix_web::test]
async fn a_second_loading_changes_nothing() {
    let (_folder, db) = house();
    let all = |added| Tally {
        added,
        ..Tally::default()
    };
    let first = load_at(&db, REAL, now()).await.unwrap();
    assert_eq!(
        (first.institutions, first.facilities, first.resources),
        (all(16), all(22), all(49))
    );
    let before = db.read(stamp::turn).await.unwrap();
    let same = |same| Tally {
        same,
        ..Tally::default()
    };
    let second = load_at(&db, REAL, now()).await.unwrap();
    assert_eq!(
        (second.institutions, second.facilities, second.resources),
        (same(16), same(22), same(49))
    );
    assert_eq!(db.read(stamp::turn).await.unwrap(), before);
}

#[actix_web::test]
async fn a_changed_file_keeps_ids_and_what_managers_set() {
    let (_folder, db) = loaded().await;
    rule_for(&db, "niid-tem").await;
    let day = "2026-04-10".parse().ok();
    publish_by(&db, Actor::house(now()), "niid-tem", day)
        .await
        .unwrap();
    let before = db
        .read(|conn| resource::by_slug(conn, "niid-tem", now()))
        .await
        .unwrap();
    let turn = db.read(stamp::turn).await.unwrap();
    let changed = REAL.replace(
        "id = \"niid-tem\"",
        "id = \"niid-tem\"\nlead_business_days = 7",
    );
    let counts = load_at(&db, &changed, now()).await.unwrap().resources;
    assert_eq!((counts.added, counts.changed, counts.same), (0, 1, 48));
    let after = db
        .read(|conn| resource::by_slug(conn, "niid-tem", now()))
        .await
        .unwrap();
    assert_eq!(after.parameters.lead_business_days, 7);
    assert_eq!((after.id, after.open), (before.id, true));
    let shown = db
        .read(|conn| page::resource_page(conn, "niid-tem"))
        .await
        .unwrap();
    assert_eq!(shown.confirmed_on, day);
    assert!(
        db.read(stamp::turn).await.unwrap() > turn,
        "pages drawn before are old now"
    );
}

#[actix_web::test]
async fn only_the_house_and_administrators_load() {
    let (_folder, db) = house();
    let file = catalogue_file::read(REAL).unwrap();
    for (by, allowed) in [
        (
            person(vec![Role::FacilityManager(FacilityId::new(1))]),
            false,
        ),
        (person(Vec::new()), false),
        (person(vec![Role::Administrator]), true),
    ] {
        let file = file.clone();
        let done = db.act(by, move |tx, by| load(tx, by, &file)).await;
        assert_eq!(done.is_ok(), allowed);
    }
}

#[actix_web::test]
async fn facilities_stay_until_the_last_day_and_move_after_it() {
    let (_folder, db) = house();
    let day = |text: &str| crate::domain::time::parse_local(text).unwrap();
    load_at(&db, REAL, day("2025-03-31T23:59")).await.unwrap();
    let owner = || {
        let db = db.clone();
        async move {
            let found = db.read(|conn| page::resource_page(conn, "niid-tem")).await;
            let found = found.unwrap();
            (
                found.institution_slug,
                found.former.map(|former| former.slug),
            )
        }
    };
    assert_eq!(owner().await, ("niid".to_owned(), None));
    let counts = load_at(&db, REAL, day("2025-04-01T00:00")).await.unwrap();
    assert_eq!(counts.facilities.changed, 2);
    assert_eq!(owner().await, ("jihs".to_owned(), Some("niid".to_owned())));
}

#[actix_web::test]
async fn nothing_is_bookable_before_somebody_publishes_it_and_confirmation_is_another_fact() {
    let (_folder, db) = loaded().await;
    assert!(
        find(&db, "")
            .await
            .iter()
            .all(|hit| !hit.open && !hit.confirmed)
    );
    let no_rule = publish_by(&db, Actor::house(now()), "ncgg-qpcr", None).await;
    let Err(Halt::Refused(why)) = no_rule else {
        panic!("published without a rule")
    };
    assert_eq!(
        why.first().map(|refusal| &refusal.wrong),
        Some(&Wrong::NoRule)
    );
    let facility = rule_for(&db, "ncgg-qpcr").await;
    let other = Role::FacilityManager(FacilityId::new(facility.number() + 1));
    for (by, allowed) in [
        (person(Vec::new()), false),
        (person(vec![other, Role::Council]), false),
        (person(vec![Role::FacilityManager(facility)]), true),
    ] {
        let done = publish_by(&db, by, "ncgg-qpcr", None).await;
        assert_eq!(done.is_ok(), allowed, "{done:?}");
    }
    let found = find(&db, "リアルタイムPCR").await;
    let hit = found.first().unwrap();
    assert!(hit.is_bookable() && hit.published && !hit.confirmed);
    let absent = publish_by(&db, Actor::house(now()), "nothing", None).await;
    assert!(matches!(absent, Err(Halt::Absent)));
}
