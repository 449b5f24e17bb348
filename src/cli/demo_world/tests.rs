//! The demonstration, built once: what stands in it must be what the house itself would have let happen.

use super::*;
use crate::domain::booking::State;
use crate::domain::policy;
use crate::domain::policy::case::{Case, Occupied};
use crate::domain::rule::in_force;
use crate::store::engine::{Address, Create};
use crate::store::world::{Filled, filled};

async fn built(at: Instant) -> (tempfile::TempDir, Db) {
    let folder = tempfile::tempdir().unwrap();
    let file = Address::Sqlite(folder.path().join("a.db"));
    let db = Db::open(&file, Create::IfMissing, 1).unwrap();
    build(&db, at, "hash".into())
        .await
        .map_err(|failure| failure.0)
        .unwrap();
    (folder, db)
}

/// Everything that was placed, made again from the same day.
async fn stage_of(db: &Db, at: Instant) -> (Vec<Resource>, Batch) {
    let land = db.read(survey).await.unwrap();
    let ids: Vec<_> = land.resources.iter().map(|resource| resource.id).collect();
    let resources = db
        .read(move |conn| store::catalogue::resource::several(conn, &ids, at))
        .await
        .unwrap();
    let people = residents(&land, at, "hash");
    let batch = bookings(db, &land, &people, at)
        .await
        .map_err(|failure| failure.0)
        .unwrap();
    (resources, batch)
}

#[actix_web::test]
async fn each_booking_could_have_been_asked_for_when_it_was() {
    let at: Instant = Instant::of_tokyo("2026-11-24".parse().unwrap(), 13 * 60);
    let (_folder, db) = built(at).await;
    assert_eq!(
        db.read(|conn| filled(conn, LAST_PART)).await.unwrap(),
        Filled::Wholly
    );
    let (resources, batch) = stage_of(&db, at).await;
    assert!(batch.bookings.len() > 500, "{}", batch.bookings.len());
    for placed in &batch.bookings {
        let booking = &placed.booking;
        let resource = resources
            .iter()
            .find(|resource| resource.id == booking.resource)
            .unwrap();
        let facility = resource.facility;
        let rules = db
            .read(move |conn| store::rule::versions(conn, facility))
            .await
            .unwrap();
        let rule = in_force(&rules, booking.span.start().day()).unwrap();
        assert_eq!(rule.id, booking.rule);
        let consent = |consent: &Consent| consent.user == booking.user && consent.rule == rule.id;
        assert!(batch.consents.iter().any(consent));
        let others = batch.bookings.iter().filter(|other| {
            other.booking.resource == resource.id && other.booking.id != booking.id
        });
        let taken: Vec<Occupied> = others
            .filter_map(|other| {
                Some(Occupied {
                    booking: Some(other.booking.id),
                    claim: other.claim?,
                    used: other.booking.span,
                    units: 1,
                    home: None,
                })
            })
            .collect();
        let citation = rule.citation(&resource.facility_slug);
        let reasons = policy::check(&Case::of_time(
            booking.created_at,
            resource,
            booking.span,
            &taken,
            Some(&citation),
        ));
        assert_eq!(reasons, [], "{booking:?}");
    }
}

#[actix_web::test]
async fn histories_go_forward_and_end_before_now() {
    let at: Instant = Instant::of_tokyo("2027-01-05".parse().unwrap(), 9 * 60);
    let (_folder, db) = built(at).await;
    let (_, batch) = stage_of(&db, at).await;
    let states: std::collections::HashSet<State> = batch
        .bookings
        .iter()
        .map(|placed| placed.booking.state)
        .collect();
    let unseen: Vec<&State> = State::ALL
        .iter()
        .filter(|state| !states.contains(state))
        .collect();
    // what is on hold waits for gates, which the model rules don't ask for yet
    assert_eq!(unseen, [&State::Held], "every state is to be seen");
    for placed in &batch.bookings {
        let times: Vec<Instant> = placed.history.iter().map(|line| line.at).collect();
        assert!(
            times.is_sorted() && times.iter().all(|&time| time <= at),
            "{placed:?}"
        );
        assert_eq!(placed.claim.is_some(), placed.booking.state.holds_time());
    }
}

#[actix_web::test]
async fn the_same_day_gives_the_same_world() {
    let at: Instant = Instant::of_tokyo("2026-12-28".parse().unwrap(), 600);
    let ((_one, one), (_other, other)) = (built(at).await, built(at).await);
    let times = |batch: Batch| -> Vec<_> {
        let bookings = batch.bookings.into_iter().map(|placed| placed.booking);
        bookings
            .map(|booking| (booking.span, booking.state, booking.content))
            .collect()
    };
    let (one, other) = (stage_of(&one, at).await.1, stage_of(&other, at).await.1);
    assert_eq!(times(one), times(other));
}

#[test]
fn everybody_has_an_address_and_each_role_somebody() {
    let addresses: std::collections::HashSet<String> = ALL.iter().map(Figure::email).collect();
    assert_eq!(addresses.len(), ALL.len());
    for role in [
        "researcher",
        "facility_manager",
        "institution_officer",
        "council",
        "administrator",
    ] {
        assert!(
            ALL.iter().any(|figure| figure.post.role() == role),
            "{role}"
        );
    }
    assert!(account::PASSWORD.chars().count() >= 15);
}
