//! Every invented booking as the house would have judged it: the time, the person, the gates.

use super::{built, stage_of};
use crate::cli::demo_world::{LAST_PART, everybody, resident};
use crate::domain::booking::{Booking, Safety, State};
use crate::domain::catalogue::Resource;
use crate::domain::gate::Gate;
use crate::domain::gate::asked;
use crate::domain::gate::fact::{Fact, Ruling, Verdict};
use crate::domain::gate::standing::standings;
use crate::domain::policy;
use crate::domain::policy::applicant::{Applicant, Course, Manner, Use};
use crate::domain::policy::case::{Case, Occupied};
use crate::domain::refusal::Refusal;
use crate::domain::rule::{Consent, Rule, in_force, in_force_all};
use crate::domain::time::Instant;
use crate::domain::training;
use crate::domain::world::Batch;
use crate::domain::world::known::{Confirmed, Known};
use crate::store;
use crate::store::db::Db;
use crate::store::world::survey::survey;
use crate::store::world::{Filled, filled};

/// A fact as decisions see it.
fn fact(known: &Known) -> Fact {
    let ruling = |said: &Confirmed| Ruling {
        side: said.side,
        institution: said.institution,
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
        confirmed: one.state.is_settled(),
        owes: None,
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
        projects: Vec::new(),
        waivers: Vec::new(),
        suspended_until: None,
    }
}

/// The world of a day, with what its bookings are judged by.
struct World {
    resources: Vec<Resource>,
    courses: Vec<training::Course>,
    batch: Batch,
    db: Db,
    _folder: tempfile::TempDir,
}

async fn world(day: &str) -> World {
    let at = Instant::of_tokyo(day.parse().unwrap(), 13 * 60);
    let (folder, db) = built(at).await;
    let whole = db.read(|conn| filled(conn, LAST_PART)).await.unwrap();
    assert_eq!(whole, Filled::Wholly);
    let (resources, courses, batch) = stage_of(&db, at).await;
    World {
        resources,
        courses,
        batch,
        db,
        _folder: folder,
    }
}

impl World {
    fn resource(&self, booking: &Booking) -> &Resource {
        let mut all = self.resources.iter();
        all.find(|one| one.id == booking.resource).unwrap()
    }

    fn applicant(&self, booking: &Booking) -> Applicant {
        applicant(&self.batch, (&self.resources, &self.courses), booking)
    }

    /// Why the house would have refused it.
    fn reasons(&self, booking: &Booking, rule: &Rule) -> Vec<Refusal> {
        let resource = self.resource(booking);
        let others = self.batch.bookings.iter().filter(|other| {
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
        let by = self.applicant(booking);
        let manner = Manner {
            support: booking.content.support_mode,
            safety: booking.content.safety.map(Safety::code),
            project_number: booking.content.project_number.clone(),
        };
        let (asked, span) = (booking.created_at, booking.span);
        let case = Case::of_time(asked, resource, span, &taken, Some(&citation));
        policy::check(&Case {
            by: Some(&by),
            manner: Some(&manner),
            ..case
        })
    }

    /// The gates that stand closed for it.
    fn closed(&self, booking: &Booking) -> Vec<Gate> {
        let resource = self.resource(booking);
        let by = self.applicant(booking);
        let in_force = resource.on(booking.span.start().day());
        let courses: Vec<_> = by
            .courses
            .iter()
            .map(|one| (one.code.clone(), one.id))
            .collect();
        let standing = standings(&asked::Case {
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
        });
        let closed = standing.into_iter().filter(|one| !one.is_open());
        closed.map(|one| one.asked.gate).collect()
    }
}

#[actix_web::test]
async fn each_booking_could_have_been_asked_for_when_it_was() {
    let world = world("2026-11-24").await;
    let bookings = &world.batch.bookings;
    assert!(bookings.len() > 500, "{}", bookings.len());
    for placed in bookings {
        let booking = &placed.booking;
        let facility = world.resource(booking).facility;
        let rules = world
            .db
            .read(move |conn| store::rule::versions(conn, facility))
            .await
            .unwrap();
        let day = booking.span.start().day();
        let rule = in_force(&rules, day).unwrap();
        assert_eq!(rule.id, booking.rule);
        for rule in in_force_all(&rules, day) {
            let consent = |one: &Consent| one.user == booking.user && one.rule == rule.id;
            assert!(world.batch.consents.iter().any(consent), "{booking:?}");
        }
        assert_eq!(world.reasons(booking, rule), [], "{booking:?}");
    }
}

#[actix_web::test]
async fn what_is_confirmed_had_its_gates_open_and_what_is_held_waits_for_one() {
    let world = world("2026-12-14").await;
    let mut held = 0;
    for placed in &world.batch.bookings {
        let booking = &placed.booking;
        let closed = world.closed(booking);
        assert_eq!(placed.hold.is_some(), booking.state == State::Held);
        let waits = placed.hold.as_ref().map_or(&[][..], |hold| &hold.gates);
        assert_eq!(closed, waits, "{booking:?}");
        held += usize::from(placed.hold.is_some());
    }
    assert!(held >= 3, "{held}");
}

#[actix_web::test]
async fn visitors_meet_what_they_should_on_every_day() {
    for day in ["2026-04-01", "2027-01-05"] {
        let World { db, batch, .. } = world(day).await;
        let at = Instant::of_tokyo(day.parse().unwrap(), 13 * 60);
        let land = db.read(survey).await.unwrap();
        let people = resident::residents(everybody(), (&land, at), "hash");
        let sato = people.first().map(|(_, one)| one.id);
        let mut bookings = batch.bookings.iter().map(|placed| &placed.booking);
        let to_mend = |one: &Booking| Some(one.user) == sato && one.state == State::Returned;
        assert!(bookings.any(to_mend), "{day}");
        let guest = batch.facts.iter().find(|fact| fact.level == "special");
        assert!(guest.is_some_and(|fact| fact.confirmed.is_empty()), "{day}");
        let ends = batch.facts.iter().filter(|fact| fact.number == "L-0231");
        assert_eq!(ends.count(), 1, "{day}");
        assert_eq!((batch.waivers.len(), batch.equivalences.len()), (1, 4));
    }
}
