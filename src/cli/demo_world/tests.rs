//! The demonstration, built once: what stands in it must be what the house itself would have let happen.

use super::*;
use crate::domain::booking::{Booking, Safety, State};
use crate::domain::gate::Gate;
use crate::domain::gate::asked;
use crate::domain::gate::fact::{Fact, Ruling, Verdict};
use crate::domain::gate::standing::standings;
use crate::domain::name::Name;
use crate::domain::parameter::check;
use crate::domain::policy;
use crate::domain::policy::applicant::{Applicant, Course, Manner, Use};
use crate::domain::policy::case::{Case, Occupied};
use crate::domain::rule::document::Article;
use crate::domain::rule::model::{self, Unit};
use crate::domain::rule::{in_force, text};
use crate::domain::training;
use crate::domain::world::known::{Confirmed, Known};
use crate::store::engine::{Address, Create};
use crate::store::world::{Filled, filled};

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
    let people = residents(&land, at, "hash");
    let batch = world(db, &land, &people, at)
        .await
        .map_err(|failure| failure.0)
        .unwrap();
    let facilities: Vec<FacilityId> = land.facilities.iter().map(|one| one.id).collect();
    let courses = db.read(move |conn| store::course::of_facilities(conn, &facilities));
    (resources, courses.await.unwrap(), batch)
}

/// A fact as decisions see it.
fn fact(known: &Known) -> Fact {
    let ruling = |said: &Confirmed| Ruling {
        side: said.side,
        verdict: Verdict::Confirmed,
        number: String::new(),
        ruled_on: said.at.day(),
        condition: None,
        at: said.at,
    };
    Fact {
        id: known.id,
        gate: known.gate,
        user: known.user,
        facility: known.facility,
        booking: known.booking,
        course: known.course,
        issuer: known.issuer,
        project_number: known.project_number.clone(),
        number: known.number.clone(),
        level: known.level.clone(),
        issued_on: known.issued_on,
        valid_until: known.valid_until,
        entered_at: known.entered_at,
        rulings: known.confirmed.iter().map(ruling).collect(),
    }
}

/// Who asked for a booking, as they stood when they did.
fn applicant(
    batch: &Batch,
    (resources, courses): (&[Resource], &[training::Course]),
    booking: &Booking,
) -> Applicant {
    let resource = |id| resources.iter().find(|one| one.id == id).unwrap();
    let facility = resource(booking.resource).facility;
    let before = batch.bookings.iter().map(|one| &one.booking).filter(|one| {
        one.user == booking.user && one.id != booking.id && one.created_at <= booking.created_at
    });
    let used = |one: &Booking| Use {
        resource: one.resource,
        span: one.span,
        support: one.content.support_mode,
        project_number: one.content.project_number.clone(),
        confirmed: one.state == State::Confirmed,
    };
    let courses = courses.iter().filter(|one| one.facility == facility);
    Applicant {
        user: booking.user,
        institution: booking.institution,
        org_class: "inhouse".into(),
        position_class: "researcher".into(),
        facts: batch
            .facts
            .iter()
            .filter(|known| known.user == booking.user)
            .map(fact)
            .collect(),
        courses: courses
            .map(|one| Course {
                id: one.id,
                code: one.code.clone(),
                next: None,
                enrolled: None,
            })
            .collect(),
        lines: Vec::new(),
        uses: before.map(used).collect(),
        waivers: Vec::new(),
    }
}

#[actix_web::test]
async fn each_booking_could_have_been_asked_for_when_it_was() {
    let at: Instant = Instant::of_tokyo("2026-11-24".parse().unwrap(), 13 * 60);
    let (_folder, db) = built(at).await;
    assert_eq!(
        db.read(|conn| filled(conn, LAST_PART)).await.unwrap(),
        Filled::Wholly
    );
    let (resources, courses, batch) = stage_of(&db, at).await;
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
        let day = booking.span.start().day();
        let rule = in_force(&rules, day).unwrap();
        assert_eq!(rule.id, booking.rule);
        for rule in in_force_all(&rules, day) {
            let consent = |one: &Consent| one.user == booking.user && one.rule == rule.id;
            assert!(batch.consents.iter().any(consent), "{booking:?}");
        }
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
                })
            })
            .collect();
        let citation = rule.citation(&resource.facility_slug);
        let by = applicant(&batch, (&resources, &courses), booking);
        let content = &booking.content;
        let manner = Manner {
            support: content.support_mode,
            safety: content.safety.map(Safety::code),
            project_number: content.project_number.clone(),
        };
        let case = Case::of_time(
            booking.created_at,
            resource,
            booking.span,
            &taken,
            Some(&citation),
        );
        let reasons = policy::check(&Case {
            by: Some(&by),
            manner: Some(&manner),
            ..case
        });
        assert_eq!(reasons, [], "{booking:?}");
    }
}

#[actix_web::test]
async fn what_is_confirmed_had_its_gates_open_and_what_is_held_waits_for_one() {
    let at: Instant = Instant::of_tokyo("2026-12-14".parse().unwrap(), 10 * 60);
    let (_folder, db) = built(at).await;
    let (resources, courses, batch) = stage_of(&db, at).await;
    let mut held = 0;
    for placed in &batch.bookings {
        let booking = &placed.booking;
        let resource = resources.iter().find(|one| one.id == booking.resource);
        let resource = resource.unwrap();
        let by = applicant(&batch, (&resources, &courses), booking);
        let in_force = resource.on(booking.span.start().day());
        let courses: Vec<_> = by
            .courses
            .iter()
            .map(|one| (one.code.clone(), one.id))
            .collect();
        let closed: Vec<Gate> = standings(&asked::Case {
            terms: in_force.terms,
            closed: &in_force.parameters.closed,
            asked_on: booking.created_at.day(),
            span: booking.span,
            support: booking.content.support_mode.unwrap(),
            project_number: &booking.content.project_number,
            booking: Some(booking.id),
            place: asked::Place {
                facility: resource.facility,
                provider: resource.institution,
                home: booking.institution,
            },
            last_use: None,
            facts: &by.facts,
            courses: &courses,
            recognised: &|_, _| asked::Recognised::No,
        })
        .into_iter()
        .filter(|standing| !standing.is_open())
        .map(|standing| standing.asked.gate)
        .collect();
        assert_eq!(placed.hold.is_some(), booking.state == State::Held);
        match &placed.hold {
            None => assert_eq!(closed, [], "{booking:?}"),
            Some(hold) => {
                held += 1;
                assert_eq!(closed, hold.gates, "{booking:?}");
            }
        }
    }
    assert!(held >= 3, "{held}");
    let people = residents(&db.read(survey).await.unwrap(), at, "hash");
    let sato = people.first().map(|(_, one)| one.id);
    let mut bookings = batch.bookings.iter().map(|placed| &placed.booking);
    let to_mend = |one: &&Booking| Some(one.user) == sato && one.state == State::Returned;
    assert!(
        bookings.any(|one| to_mend(&one)),
        "the visitor has one to mend"
    );
    let guest = batch.facts.iter().find(|fact| fact.level == "special");
    assert!(guest.is_some_and(|fact| fact.confirmed.is_empty()));
    let ends = batch.facts.iter().filter(|fact| fact.number == "L-0231");
    assert_eq!(ends.count(), 1);
    assert!(batch.waivers.len() == 1 && batch.equivalences.len() == 4);
    assert!(courses.len() >= 8);
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
    let at: Instant = Instant::of_tokyo("2027-01-05".parse().unwrap(), 9 * 60);
    let (_folder, db) = built(at).await;
    let (_, _, batch) = stage_of(&db, at).await;
    let states: std::collections::HashSet<State> = batch
        .bookings
        .iter()
        .map(|placed| placed.booking.state)
        .collect();
    let unseen: Vec<&State> = State::ALL
        .iter()
        .filter(|state| !states.contains(state))
        .collect();
    assert_eq!(unseen, [] as [&State; 0], "every state is to be seen");
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
