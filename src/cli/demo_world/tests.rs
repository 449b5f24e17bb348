//! The demonstration, built once: what stands in it must be what the house itself would have let happen.

mod judged;
mod under_way;

use super::*;
use crate::domain::booking::State;
use crate::domain::name::Name;
use crate::domain::parameter::check;
use crate::domain::rule::document::Article;
use crate::domain::rule::model::{self, Unit};
use crate::domain::rule::text;
use crate::domain::training;
use crate::store::engine::{Address, Create};
use crate::store::service_request::list::{Part, of_facilities};

async fn built(at: Instant) -> (tempfile::TempDir, Db) {
    let folder = tempfile::tempdir().unwrap();
    let file = Address::Sqlite(folder.path().join("a.db"));
    let db = Db::open(&file, Create::IfMissing, 1).unwrap();
    build(&db, at, "hash".into(), Rules::Model)
        .await
        .map_err(|failure| failure.0)
        .unwrap();
    (folder, db)
}

/// Everything that was placed, made again from the same day.
async fn stage_of(db: &Db, at: Instant) -> (Vec<Resource>, Vec<training::Course>, Batch) {
    let land = db.read(survey).await.unwrap();
    let ids: Vec<_> = land.resources.iter().map(|resource| resource.id).collect();
    let resources = db
        .read(move |conn| store::catalogue::resource::several(conn, &ids, at))
        .await
        .unwrap();
    let people = resident::residents(everybody(), (&land, at), "hash");
    let batch = world(db, &land, &people, at)
        .await
        .map_err(|failure| failure.0)
        .unwrap();
    let facilities: Vec<FacilityId> = land.facilities.iter().map(|one| one.id).collect();
    let courses = db.read(move |conn| store::course::of_facilities(conn, &facilities));
    (resources, courses.await.unwrap(), batch)
}

#[test]
fn the_amendment_changes_words_and_parameters_together_and_stays_clean() {
    let name = |text: &str| Name {
        ja: text.into(),
        en: text.into(),
    };
    let (institution, facility) = (name("I"), name("F"));
    let before = model::text(Unit {
        institution: &institution,
        facility: &facility,
        shared: &[],
    });
    let after = amendment::of(before.clone());
    assert_eq!(text::check(&after), []);
    assert_eq!(check::check(&after.sheet, &[]), []);
    let changed = before
        .documents
        .iter()
        .zip(&after.documents)
        .map(|(old, new)| {
            let differs = |article: &&Article| {
                let same = old.articles.iter().find(|one| one.number == article.number);
                same.is_none_or(|same| {
                    same.body.ja != article.body.ja && same.body.en != article.body.en
                })
            };
            new.articles.iter().filter(differs).count()
        });
    assert_eq!(changed.collect::<Vec<_>>(), [2, 1, 0, 2, 0, 0]);
    let only_new = after
        .sheet
        .settings
        .iter()
        .filter(|one| !before.sheet.settings.contains(one));
    assert_eq!(only_new.count(), 4);
    assert_eq!(
        after.sheet.settings.len(),
        before.sheet.settings.len() + 1,
        "one parameter is new, three change"
    );
}

#[actix_web::test]
async fn histories_go_forward_and_end_before_now() {
    let at: Instant = Instant::of_tokyo("2027-01-05".parse().unwrap(), 14 * 60);
    let (_folder, db) = built(at).await;
    let (_, _, batch) = stage_of(&db, at).await;
    let states: std::collections::HashSet<State> = batch
        .bookings
        .iter()
        .map(|placed| placed.booking.state)
        .collect();
    let told = [
        State::Submitted,
        State::UserSide,
        State::FacilityReview,
        State::Held,
        State::Returned,
        State::Confirmed,
        State::InUse,
        State::Used,
        State::Reported,
        State::Rejected,
        State::Withdrawn,
        State::CancelledByUser,
        State::Expired,
    ];
    for state in told {
        assert!(states.contains(&state), "nobody sees {state:?}");
    }
    for placed in &batch.bookings {
        let times: Vec<Instant> = placed.history.iter().map(|line| line.at).collect();
        assert!(
            times.is_sorted() && times.iter().all(|&time| time <= at),
            "{placed:?}"
        );
        let state = placed.booking.state;
        assert_eq!(placed.claim.is_some(), state.holds_time());
        assert_eq!(placed.wants.is_some(), state == State::Submitted);
    }
}

/// Also on days around which much is closed, and right after a fiscal year began.
#[actix_web::test]
async fn requests_without_a_slot_stand_where_visitors_should_meet_them() {
    for day in ["2027-01-05", "2027-04-02", "2027-05-06"] {
        let at: Instant = Instant::of_tokyo(day.parse().unwrap(), 14 * 60);
        let (_folder, db) = built(at).await;
        let land = db.read(survey).await.unwrap();
        let biobank = vec![facility(&land, "ncc-biobank").unwrap()];
        let mut by_call = land.by_call.iter();
        let centre = vec![by_call.find(|one| one.slug == "riken-rccs").unwrap().id];
        for (part, wanted) in [
            (Part::Waiting, &["screening"][..]),
            (
                Part::WithApplicants,
                &["application", "conditional", "in_use"],
            ),
        ] {
            let of = biobank.clone();
            let found = db.read(move |conn| of_facilities(conn, &of, part, 9)).await;
            let found = found.unwrap();
            let mut states: Vec<&str> = found.iter().map(|one| one.request.state.code()).collect();
            states.sort_unstable();
            assert_eq!(states, wanted, "{day}");
        }
        let allocations =
            db.read(move |conn| store::outside::list::of_facilities(conn, &centre, 9));
        assert_eq!(allocations.await.unwrap().len(), 1, "{day}");
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
    let (one, other) = (stage_of(&one, at).await.2, stage_of(&other, at).await.2);
    assert_eq!(times(one), times(other));
}

#[test]
fn everybody_has_an_address_and_each_role_somebody() {
    let addresses: std::collections::HashSet<String> =
        everybody().map(|figure| figure.email()).collect();
    assert_eq!(addresses.len(), everybody().count());
    for role in [
        "researcher",
        "facility_manager",
        "biobank_manager",
        "institution_officer",
        "council",
        "administrator",
        "officer_of_two_institutions",
        "export_control_desk",
        "radiation_desk",
        "biosafety_desk",
        "ethics_desk",
        "student",
        "company_user",
        "overseas_user",
        "visiting_user",
    ] {
        assert!(
            everybody().any(|figure| figure.post.role() == role),
            "{role}"
        );
    }
    assert!(account::PASSWORD.chars().count() >= 15);
}
