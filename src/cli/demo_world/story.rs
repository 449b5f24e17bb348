//! Single things that visitors should meet: a licence about to end, facts that wait or ended, a table of
//! equivalences, a waiver, an invited researcher on hold, a day on which a facility is closed.

use chrono::{Days, NaiveDate};

use crate::cli::demo_world::content::content;
use crate::cli::demo_world::fact::Facts;
use crate::cli::demo_world::people::{Figure, Guest, Post};
use crate::cli::dice::Dice;
use crate::domain::actor::Role;
use crate::domain::booking::{Hold, State};
use crate::domain::calendar::ClosedDays;
use crate::domain::equivalence::Line;
use crate::domain::event::Kind;
use crate::domain::gate::Gate;
use crate::domain::gate::fact::Side;
use crate::domain::gate::standing::SPECIAL;
use crate::domain::id::{CourseId, EquivalenceId, FactId, InstitutionId, UserId, WaiverId, born};
use crate::domain::language::Language;
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::policy::waiver::Waiver;
use crate::domain::time::Instant;
use crate::domain::training::Course;
use crate::domain::world::known::{Confirmed, Known, Recognised, Shut, Waived};
use crate::domain::world::{Happened, Placed, Resident};
use crate::store::world::survey::{Facility, Survey};

/// Who is who: the people with the figures they play.
pub struct Troupe<'a> {
    pub land: &'a Survey,
    pub people: &'a [(Figure, Resident)],
    pub at: Instant,
}

impl Troupe<'_> {
    /// Somebody by the part of the address before the `@`.
    pub fn known(&self, address: &str) -> Option<&Resident> {
        let mut people = self.people.iter();
        let found = people.find(|(figure, _)| figure.address == address);
        found.map(|(_, resident)| resident)
    }

    fn guest(&self, guest: Guest) -> Option<&Resident> {
        let mut people = self.people.iter();
        let found = people.find(|(figure, _)| figure.post == Post::Guest(guest));
        found.map(|(_, resident)| resident)
    }

    pub fn institution(&self, slug: &str) -> Option<InstitutionId> {
        let mut all = self.land.institutions.iter();
        all.find(|one| one.slug == slug).map(|one| one.id)
    }

    fn day(&self, ahead: i64) -> NaiveDate {
        let today = self.at.day();
        let days = Days::new(ahead.unsigned_abs());
        let found = if ahead < 0 {
            today.checked_sub_days(days)
        } else {
            today.checked_add_days(days)
        };
        found.unwrap_or(today)
    }
}

/// The day on which the imaging facility is closed.
pub fn closed_days(land: &Survey, at: Instant) -> Vec<Shut> {
    let office = ClosedDays::standard();
    let facility = land
        .facilities
        .iter()
        .find(|one| one.slug == "ncvc-imaging");
    let shut = |facility: &Facility| Shut {
        facility: facility.id,
        day: office.after(at.day(), 9),
        name: Name {
            ja: "法定点検による停電（見本）".to_owned(),
            en: "Power cut for inspection (demonstration)".to_owned(),
        },
        at: at.plus_minutes(-14 * 24 * 60),
    };
    facility.map(shut).into_iter().collect()
}

/// What a single fact says.
struct Told {
    who: &'static str,
    gate: Gate,
    number: &'static str,
    level: &'static str,
    /// Days from today.
    issued: i64,
    until: Option<i64>,
    confirmed: bool,
}

const fn told(who: &'static str, gate: Gate, number: &'static str, issued: i64) -> Told {
    Told {
        who,
        gate,
        number,
        level: "",
        issued,
        until: None,
        confirmed: true,
    }
}

/// Facts of people that no booking needs: what a passport carries, what waits, what ended.
const TOLD: [Told; 6] = [
    told("sato.megumi", Gate::BiosafetyTraining, "見本-BS-12", -200),
    Told {
        until: Some(40),
        ..told("sato.megumi", Gate::HealthCheck, "", -140)
    },
    told("emily.carter", Gate::RadiationWorker, "見本-RI-07", -150),
    Told {
        until: Some(-12),
        ..told("emily.carter", Gate::HealthCheck, "", -195)
    },
    Told {
        until: Some(900),
        confirmed: false,
        ..told("nakamura.aoi", Gate::EthicsApproval, "見本-2026-031", -9)
    },
    Told {
        level: "bsl2",
        confirmed: false,
        ..told("nakamura.aoi", Gate::BiosafetyTraining, "見本-BS-40", -3)
    },
];

/// Adds these facts.
pub fn facts(troupe: &Troupe<'_>, facts: &mut Facts<'_>) {
    for one in &TOLD {
        let Some(who) = troupe.known(one.who) else {
            continue;
        };
        let entered_at = Instant::of_tokyo(troupe.day(one.issued.max(-3)), 11 * 60);
        let id = FactId::new(facts.born(8));
        let said = facts.born(7);
        let confirmed = Confirmed {
            id: said,
            side: Side::Home,
            by: None,
            at: entered_at.plus_minutes(60),
        };
        facts.known.push(Known {
            id,
            gate: one.gate,
            user: who.id,
            facility: None,
            booking: None,
            course: None,
            issuer: Some(who.institution),
            project_number: String::new(),
            number: one.number.to_owned(),
            level: one.level.to_owned(),
            issued_on: Some(troupe.day(one.issued)),
            valid_until: one.until.map(|days| troupe.day(days)),
            entered_at,
            confirmed: one.confirmed.then_some(confirmed).into_iter().collect(),
        });
    }
}

/// Where the visitor's own person holds licences; elsewhere she is new.
const LICENSED: [&str; 5] = [
    "ncgg-ri",
    "ncchd-ri",
    "ncvc-imaging",
    "ncgm-ri",
    "niid-core",
];

/// The visitor's licences: those that her bookings did not need yet, and one that ends in some weeks.
pub fn licences(troupe: &Troupe<'_>, bookings: &[Placed], facts: &mut Facts<'_>) {
    let Some(sato) = troupe.known("sato.megumi") else {
        return;
    };
    let facilities = troupe.land.facilities.iter();
    for facility in facilities.filter(|one| LICENSED.contains(&one.slug.as_str())) {
        let courses = facts
            .courses
            .iter()
            .filter(|one| one.facility == facility.id);
        let mut needed: Vec<Option<CourseId>> = courses.map(|one| Some(one.id)).collect();
        if needed.is_empty() {
            needed.push(None);
        }
        for course in needed {
            let has = facts.known.iter().any(|fact| {
                (fact.user, fact.gate) == (sato.id, Gate::Training)
                    && (fact.facility, fact.course) == (Some(facility.id), course)
            });
            if !has {
                let licence = licence(troupe, (sato.id, facility), course, facts);
                facts.known.push(licence);
            }
        }
    }
    ends_soon(troupe, sato.id, bookings, facts);
}

fn licence(
    troupe: &Troupe<'_>,
    (user, facility): (UserId, &Facility),
    course: Option<CourseId>,
    facts: &mut Facts<'_>,
) -> Known {
    let issued = troupe.day(-120);
    let (id, said) = (FactId::new(facts.born(8)), facts.born(7));
    let entered_at = Instant::of_tokyo(issued, 15 * 60);
    let mut people = facts.people.iter();
    let manager = people.find(|one| one.roles.contains(&Role::FacilityManager(facility.id)));
    Known {
        id,
        gate: Gate::Training,
        user,
        facility: Some(facility.id),
        booking: None,
        course,
        issuer: Some(facility.institution),
        project_number: String::new(),
        number: format!("T-{:04}", said.unsigned_abs() % 10_000),
        level: String::new(),
        issued_on: Some(issued),
        valid_until: Some(troupe.day(245)),
        entered_at,
        confirmed: vec![Confirmed {
            id: said,
            side: Side::Provider,
            by: manager.map(|one| one.id),
            at: entered_at,
        }],
    }
}

/// The licence for the confocal microscopes ends in some weeks, after the last use that stands.
fn ends_soon(troupe: &Troupe<'_>, user: UserId, bookings: &[Placed], facts: &mut Facts<'_>) {
    let imaging = |course: &&Course| course.code == "confocal";
    let Some(course) = facts.courses.iter().find(imaging).map(|course| course.id) else {
        return;
    };
    let last = bookings
        .iter()
        .filter(|placed| placed.booking.user == user)
        .map(|placed| placed.booking.span.end().day());
    let until = last.fold(troupe.day(24), NaiveDate::max);
    let mut known = facts.known.iter_mut();
    if let Some(licence) = known.find(|fact| fact.user == user && fact.course == Some(course)) {
        "L-0231".clone_into(&mut licence.number);
        licence.issued_on = until.checked_sub_days(Days::new(364));
        licence.valid_until = Some(until);
    }
}

/// 読替え表: what institutions recognise of each other.
pub fn equivalences(troupe: &Troupe<'_>, courses: &[Course]) -> Vec<Recognised> {
    let course = |facility: &str, code: &str| {
        let facilities = &troupe.land.facilities;
        let owner = facilities.iter().find(|one| one.slug == facility)?.id;
        let mut all = courses.iter();
        all.find(|one| one.facility == owner && one.code == code)
            .map(|one| one.id)
    };
    let line = |number: u16, institution: &str, gate: Gate, issuer: Option<&str>| {
        Some(Line {
            id: EquivalenceId::new(born(troupe.at.unix(), 9, number)),
            institution: troupe.institution(institution)?,
            gate,
            course: None,
            issuer: issuer.and_then(|slug| troupe.institution(slug)),
            issuer_course: None,
            most_months: 12,
            note: Name {
                ja: "見本の読替えです。".to_owned(),
                en: "An example for the demonstration.".to_owned(),
            },
            ends_on: None,
        })
    };
    let with = |line: Line, ours, theirs| Line {
        course: ours,
        issuer_course: theirs,
        ..line
    };
    let lines = [
        line(0, "ncvc", Gate::Training, Some("ncgg")).map(|one| {
            with(
                one,
                course("ncvc-imaging", "confocal"),
                course("ncgg-ri", "basic"),
            )
        }),
        line(1, "ncgg", Gate::Training, Some("ncvc")).map(|one| {
            with(
                one,
                course("ncgg-ri", "basic"),
                course("ncvc-imaging", "confocal"),
            )
        }),
        line(2, "riken", Gate::RadiationWorker, Some("qst")),
        line(3, "ncchd", Gate::BiosafetyTraining, None),
    ];
    lines
        .into_iter()
        .flatten()
        .map(|line| Recognised {
            line,
            at: troupe.at.plus_minutes(-90 * 24 * 60),
            by: None,
        })
        .collect()
}

/// 例外: somebody from abroad may use the cryo-electron microscope for a joint project.
pub fn waivers(troupe: &Troupe<'_>) -> Vec<Waived> {
    let resource = troupe
        .land
        .resources
        .iter()
        .find(|one| one.slug == "riken-cryo-em");
    let (Some(user), Some(resource), Some(officer)) = (
        troupe.guest(Guest::Overseas),
        resource,
        troupe.known("watanabe.makoto"),
    ) else {
        return Vec::new();
    };
    let waiver = Waiver {
        id: WaiverId::new(born(troupe.at.unix(), 10, 0)),
        parameter: Parameter::EligibleOrgClasses,
        from: troupe.at.day(),
        until: troupe.day(365),
        reason: "共同研究契約（見本）に基づく利用のため。".to_owned(),
        by: officer.name.clone(),
    };
    vec![Waived {
        waiver,
        resource: resource.id,
        user: user.id,
        at: troupe.at.plus_minutes(-20 * 24 * 60),
        by: Some(officer.id),
    }]
}

/// Story S9: the invited researcher's request waits for the export control desks of both sides.
pub fn invited(troupe: &Troupe<'_>, bookings: &mut [Placed], facts: &mut Facts<'_>) {
    let Some(guest) = troupe.guest(Guest::Visiting) else {
        return;
    };
    let cryo = troupe
        .land
        .resources
        .iter()
        .find(|one| one.slug == "riken-cryo-em");
    let waits = |placed: &&mut Placed| {
        let booking = &placed.booking;
        cryo.is_some_and(|cryo| cryo.id == booking.resource)
            && booking.state.holds_time()
            && booking.span.start() > troupe.at
    };
    let Some(placed) = bookings.iter_mut().find(waits) else {
        return;
    };
    let gone = placed.booking.id;
    facts.known.retain(|fact| fact.booking != Some(gone));
    placed.booking.user = guest.id;
    placed.booking.institution = guest.institution;
    placed.booking.content = content(Language::En, &mut Dice::of(9));
    placed.booking.state = State::Held;
    placed.booking.version = 2;
    placed.decided = None;
    placed.history.truncate(1);
    placed.history.push(Happened {
        at: placed.booking.created_at,
        kind: Kind::BookingHeld,
        by: guest.id,
        reason: None,
    });
    placed.hold = Some(Hold {
        gates: vec![Gate::OrgPledge, Gate::ExportScreening],
        return_to: State::FacilityReview,
        held_at: placed.booking.created_at,
        reason: String::new(),
    });
    for line in &mut placed.history {
        line.by = guest.id;
    }
    let id = FactId::new(facts.born(8));
    facts.known.push(Known {
        id,
        gate: Gate::ExportScreening,
        user: guest.id,
        facility: None,
        booking: Some(gone),
        course: None,
        issuer: Some(guest.institution),
        project_number: String::new(),
        number: String::new(),
        level: SPECIAL.to_owned(),
        issued_on: None,
        valid_until: None,
        entered_at: placed.booking.created_at,
        confirmed: Vec::new(),
    });
}
