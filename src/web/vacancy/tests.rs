//! Slots between real claims, remembered until the calendar's turn or the day changes.

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};

use super::*;
use crate::acts;
use crate::domain::actor::Actor;
use crate::domain::catalogue_file;
use crate::domain::text;
use crate::domain::time::{parse_local, write_local};
use crate::store::catalogue::search;
use crate::store::engine::{Address, Create};
use crate::store::schema::{allocation, resource as table};

const REAL: &str = include_str!("../../../docs/catalogue.toml");

fn at(text: &str) -> Instant {
    parse_local(text).unwrap()
}

/// The catalogue, with one resource published: real-time PCR, 30 minutes, 2 business days ahead,
/// 45 days at most.
async fn house() -> (tempfile::TempDir, Db) {
    let folder = tempfile::tempdir().unwrap();
    let address = Address::Sqlite(folder.path().join("a.db"));
    let db = Db::open(&address, Create::IfMissing, 1).unwrap();
    let file = catalogue_file::read(REAL).unwrap();
    let house = Actor::house(at("2026-04-13T10:00"));
    db.act(house, move |tx, by| acts::catalogue::load(tx, by, &file))
        .await
        .unwrap();
    db.tend(at("2026-04-13T10:00"), |tx| {
        diesel::update(table::table.filter(table::slug.eq("ncgg-qpcr")))
            .set(table::published.eq(true))
            .execute(&mut **tx)?;
        Ok(())
    })
    .await
    .unwrap();
    (folder, db)
}

async fn claim(db: &Db, id: i64, from: &'static str, to: &'static str) {
    db.tend(at("2026-04-13T10:00"), move |tx| {
        let resource: i64 = table::table
            .filter(table::slug.eq("ncgg-qpcr"))
            .select(table::id)
            .first(&mut **tx)?;
        diesel::insert_into(allocation::table)
            .values((
                allocation::id.eq(id),
                allocation::resource_id.eq(resource),
                allocation::starts_at.eq(at(from).unix()),
                allocation::ends_at.eq(at(to).unix()),
                allocation::use_starts_at.eq(at(from).unix()),
                allocation::use_ends_at.eq(at(to).unix()),
                allocation::units.eq(1),
                allocation::note.eq(""),
            ))
            .execute(&mut **tx)?;
        Ok(())
    })
    .await
    .unwrap();
}

async fn turn(db: &Db) {
    db.tend(at("2026-04-13T10:00"), |tx| {
        diesel::update(table::table)
            .set(table::calendar_turn.eq(table::calendar_turn + 1))
            .execute(&mut **tx)?;
        Ok(())
    })
    .await
    .unwrap();
}

/// The starts of the next slots.
async fn next(vacancies: &Vacancies, db: &Db, asked: Asked) -> Vec<String> {
    let terms = text::terms("リアルタイムPCR");
    let mut hits = db
        .read(move |conn| search::hits(conn, &terms, asked.now))
        .await
        .unwrap();
    vacancies.fill(db, &mut hits, asked).await.unwrap();
    assert_eq!(hits.len(), 1);
    let slots = hits.iter().flat_map(|hit| &hit.slots);
    slots.map(|slot| write_local(slot.start())).collect()
}

fn now() -> Asked {
    Asked {
        now: at("2026-04-13T10:00"),
        from: None,
        minutes: None,
    }
}

#[actix_web::test]
async fn the_next_slots_follow_lead_hours_and_claims_and_do_not_overlap() {
    let (_folder, db) = house().await;
    let vacancies = Vacancies::default();
    let first = next(&vacancies, &db, now()).await;
    assert_eq!(
        first,
        ["2026-04-15T09:00", "2026-04-15T09:30", "2026-04-15T10:00"]
    );
    let long = Asked {
        minutes: Some(240),
        ..now()
    };
    assert_eq!(
        next(&vacancies, &db, long).await,
        ["2026-04-15T09:00", "2026-04-15T13:00", "2026-04-16T09:00"]
    );
    let not_bookable = Asked {
        minutes: Some(45),
        ..now()
    };
    assert_eq!(next(&vacancies, &db, not_bookable).await, first);
    let on_friday = Asked {
        from: "2026-04-17".parse().ok(),
        ..now()
    };
    let friday = next(&vacancies, &db, on_friday).await;
    assert_eq!(friday.first().map(String::as_str), Some("2026-04-17T09:00"));
}

#[actix_web::test]
async fn what_is_remembered_holds_until_the_turn_or_the_day_changes() {
    let (_folder, db) = house().await;
    let vacancies = Vacancies::default();
    let before = next(&vacancies, &db, now()).await;
    claim(&db, 1, "2026-04-15T09:00", "2026-04-15T09:30").await;
    assert_eq!(
        next(&vacancies, &db, now()).await,
        before,
        "no turn, no look"
    );
    turn(&db).await;
    assert_eq!(
        next(&vacancies, &db, now()).await,
        ["2026-04-15T09:30", "2026-04-15T10:00", "2026-04-15T10:30"]
    );
    let tomorrow = Asked {
        now: at("2026-04-14T00:00"),
        ..now()
    };
    let found = next(&vacancies, &db, tomorrow).await;
    assert_eq!(found.first().map(String::as_str), Some("2026-04-16T09:00"));
}

#[actix_web::test]
async fn a_resource_booked_for_weeks_is_looked_up_to_its_horizon() {
    let (_folder, db) = house().await;
    claim(&db, 1, "2026-04-14T00:00", "2026-05-15T00:00").await;
    claim(&db, 2, "2026-05-15T00:00", "2026-05-22T09:00").await;
    let vacancies = Vacancies::default();
    assert_eq!(
        next(&vacancies, &db, now()).await,
        ["2026-05-22T09:00", "2026-05-22T09:30", "2026-05-22T10:00"]
    );
    claim(&db, 3, "2026-05-22T09:00", "2026-06-20T00:00").await;
    turn(&db).await;
    assert_eq!(next(&vacancies, &db, now()).await, Vec::<String>::new());
}
