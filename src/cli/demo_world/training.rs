//! Invented trainings: two courses with dates behind and ahead, licences, and what RIKEN recognises.

use chrono::Days;

use crate::acts;
use crate::cli::demo_world::resident::actor;
use crate::cli::failure::{Failure, halted};
use crate::domain::actor::Role;
use crate::domain::calendar::ClosedDays;
use crate::domain::equivalence::Line;
use crate::domain::gate::Gate;
use crate::domain::id::{CourseId, EquivalenceId, FacilityId, InstitutionId, TrainingId, born};
use crate::domain::name::Name;
use crate::domain::time::Instant;
use crate::domain::training::course::{NewCourse, NewDate};
use crate::domain::world::Resident;
use crate::store::db::Db;
use crate::store::world::survey::Survey;

/// How many days ago the past date was set and held.
const SET: i64 = 60;
const HELD: i64 = 40;

/// Who takes part and who decides, with the moment of the demonstration.
struct Stage<'a> {
    db: &'a Db,
    land: &'a Survey,
    people: &'a [Resident],
    at: Instant,
}

/// A course of the demonstration.
struct Given {
    facility: &'static str,
    code: &'static str,
    name: (&'static str, &'static str),
    place: &'static str,
    minutes: u32,
    /// Business days from today on which it is held again, and the seats.
    ahead: &'static [(u32, u32)],
    /// Which researchers completed it, and which take part the next time.
    trained: &'static [usize],
    coming: &'static [usize],
}

const COURSES: [Given; 2] = [
    Given {
        facility: "ncvc-imaging",
        code: "C1",
        name: ("超解像顕微鏡 操作講習", "Super-resolution microscopy"),
        place: "研究棟1階 共用機器室",
        minutes: 180,
        ahead: &[(5, 4), (14, 6)],
        trained: &[0, 1],
        coming: &[2],
    },
    Given {
        facility: "riken-cryoem",
        code: "K1",
        name: ("クライオ電子顕微鏡 基礎講習", "Cryo-EM for beginners"),
        place: "クライオ電子顕微鏡施設 セミナー室",
        minutes: 240,
        ahead: &[(8, 1), (20, 8)],
        trained: &[4],
        coming: &[3],
    },
];

/// Gives the courses, and lets RIKEN publish what it recognises.
///
/// # Errors
/// A fault of the database.
pub async fn build(
    db: &Db,
    land: &Survey,
    people: &[Resident],
    at: Instant,
) -> Result<(), Failure> {
    let stage = Stage {
        db,
        land,
        people,
        at,
    };
    let mut courses = Vec::new();
    for given in &COURSES {
        courses.extend(stage.give(given).await?);
    }
    stage.recognise(&courses).await
}

impl Stage<'_> {
    /// Opens a course and fills its dates; none where the facility has no manager.
    async fn give(&self, given: &Given) -> Result<Option<(CourseId, InstitutionId)>, Failure> {
        let known = &self.land.facilities;
        let Some(facility) = known.iter().find(|one| one.slug == given.facility) else {
            return Ok(None);
        };
        let role = Role::FacilityManager(facility.id);
        let Some(manager) = self.people.iter().find(|one| one.roles.contains(&role)) else {
            return Ok(None);
        };
        let course = self.open(given, (facility.id, manager)).await?;
        let held = self.on(-HELD, 0);
        let past = self.set(given, (course, manager), (held, 6)).await?;
        for who in self.researchers(given.trained) {
            self.enrol(who, past, self.on(-HELD - 5, 0)).await?;
        }
        for who in self.researchers(given.trained) {
            let by = actor(manager, held.plus_minutes(i64::from(given.minutes) + 15));
            let user = who.id;
            let done = self.db.act(by, move |tx, by| {
                acts::training::complete(tx, by, past, (user, ""))
            });
            done.await.map_err(halted)?;
        }
        for (number, (days, seats)) in given.ahead.iter().enumerate() {
            let coming = self.on(0, *days);
            let date = self.set(given, (course, manager), (coming, *seats)).await?;
            let takes_part = if number == 0 { given.coming } else { &[] };
            for who in self.researchers(takes_part) {
                self.enrol(who, date, self.at).await?;
            }
        }
        Ok(Some((course, facility.institution)))
    }

    /// One o'clock of an open day: so many days from today, and so many business days after that.
    fn on(&self, days: i64, business_days: u32) -> Instant {
        let day = self.at.day();
        let back = Days::new(days.unsigned_abs());
        let day = day.checked_sub_days(back).unwrap_or(day);
        let day = ClosedDays::standard().after(day, business_days);
        Instant::of_tokyo(day, 13 * 60)
    }

    fn researchers(&self, numbers: &[usize]) -> Vec<&Resident> {
        let all: Vec<&Resident> = self
            .people
            .iter()
            .filter(|one| one.roles.is_empty())
            .collect();
        numbers
            .iter()
            .filter_map(|number| all.get(*number).copied())
            .collect()
    }

    async fn open(
        &self,
        given: &Given,
        (facility, manager): (FacilityId, &Resident),
    ) -> Result<CourseId, Failure> {
        let new = NewCourse {
            code: given.code.to_owned(),
            name: named(given.name),
            minutes: Some(given.minutes),
        };
        let by = actor(manager, self.on(-SET, 0));
        let done = self.db.act(by, move |tx, by| {
            acts::training::open(tx, by, facility, &new)
        });
        done.await.map_err(halted)
    }

    async fn set(
        &self,
        given: &Given,
        (course, manager): (CourseId, &Resident),
        (start, seats): (Instant, u32),
    ) -> Result<TrainingId, Failure> {
        let new = NewDate {
            start: Some(start),
            seats: Some(seats),
            place: given.place.to_owned(),
        };
        let by = actor(manager, self.on(-SET, 0));
        let done = self
            .db
            .act(by, move |tx, by| acts::training::set(tx, by, course, &new));
        done.await.map_err(halted)
    }

    async fn enrol(&self, who: &Resident, date: TrainingId, at: Instant) -> Result<(), Failure> {
        let done = self.db.act(actor(who, at), move |tx, by| {
            acts::training::enrol(tx, by, date)
        });
        done.await.map(drop).map_err(halted)
    }

    /// What RIKEN's officer publishes: the first course stands for its own, and others' safety trainings.
    async fn recognise(&self, courses: &[(CourseId, InstitutionId)]) -> Result<(), Failure> {
        let speaks = |one: &&Resident| {
            let mut roles = one.roles.iter();
            roles.any(|role| matches!(role, Role::InstitutionOfficer(_)))
        };
        let (Some(officer), [theirs, ours]) = (self.people.iter().find(speaks), courses) else {
            return Ok(());
        };
        let line = |number, gate| Line {
            id: EquivalenceId::new(born(self.at.unix(), 5, number)),
            institution: officer.institution,
            gate,
            course: None,
            issuer: None,
            issuer_course: None,
            most_months: 12,
            note: Name::default(),
            ends_on: None,
        };
        let training = Line {
            course: Some(ours.0),
            issuer: Some(theirs.1),
            issuer_course: Some(theirs.0),
            note: named((
                "試料の凍結だけは、初回に立会いで確認します。",
                "Freezing samples is shown once more at the first use.",
            )),
            ..line(0, Gate::Training)
        };
        let safety = Line {
            most_months: 0,
            ..line(1, Gate::BiosafetyTraining)
        };
        for line in [training, safety, line(2, Gate::HealthCheck)] {
            let by = actor(officer, self.on(-SET, 0));
            let done = self
                .db
                .act(by, move |tx, by| acts::equivalence::publish(tx, by, &line));
            done.await.map_err(halted)?;
        }
        Ok(())
    }
}

fn named((ja, en): (&str, &str)) -> Name {
    Name {
        ja: ja.to_owned(),
        en: en.to_owned(),
    }
}
