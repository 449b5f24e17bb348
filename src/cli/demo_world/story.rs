//! Single things that visitors should meet: a licence about to end, facts that wait or ended, a table of
//! equivalences, a waiver, an invited researcher on hold, a day on which a facility is closed.

use chrono::{Days, NaiveDate};

use crate::cli::demo_world::content::content;
use crate::cli::demo_world::fact::Facts;
use crate::cli::demo_world::people::Figure;
use crate::cli::demo_world::post::{Guest, Post};
use crate::cli::dice::Dice;
use crate::domain::actor::Role;
use crate::domain::booking::Hold;
use crate::domain::booking::{Booking, State};
use crate::domain::calendar::ClosedDays;
use crate::domain::event::Kind;
use crate::domain::gate::Gate;
use crate::domain::gate::ask::Ask;
use crate::domain::gate::asked::Place;
use crate::domain::gate::declaration::{Detail, Export};
use crate::domain::gate::fact::Side;
use crate::domain::gate::standing::SPECIAL;
use crate::domain::id::{FacilityId, FactId, InstitutionId};
use crate::domain::language::Language;
use crate::domain::name::Name;
use crate::domain::time::Instant;
use crate::domain::world::known::{Confirmed, Known, Shut};
use crate::domain::world::{Happened, Placed, Resident};
use crate::store::world::survey::{Direct, Facility, Survey};

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

    /// A resource by its address.
    pub fn resource(&self, slug: &str) -> Option<&Direct> {
        self.land.resources.iter().find(|one| one.slug == slug)
    }

    /// Whoever manages a facility.
    pub fn manager(&self, of: FacilityId) -> Option<&Resident> {
        let role = Role::FacilityManager(of);
        let mut people = self.people.iter().map(|(_, resident)| resident);
        people.find(|one| one.roles.contains(&role))
    }

    pub fn guest(&self, guest: Guest) -> Option<&Resident> {
        let mut people = self.people.iter();
        let found = people.find(|(figure, _)| figure.post == Post::Guest(guest));
        found.map(|(_, resident)| resident)
    }

    pub fn institution(&self, slug: &str) -> Option<InstitutionId> {
        let mut all = self.land.institutions.iter();
        all.find(|one| one.slug == slug).map(|one| one.id)
    }

    pub fn day(&self, ahead: i64) -> NaiveDate {
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
    /// 審査委員会
    authority: &'static str,
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
        authority: "",
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
        authority: "倫理審査委員会（見本）",
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
            institution: Some(who.institution),
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
            detail: Detail {
                authority: one.authority.to_owned(),
                ..Detail::default()
            },
            entered_at,
            confirmed: one.confirmed.then_some(confirmed).into_iter().collect(),
            asks: (!one.confirmed)
                .then(|| ask(troupe, one.gate, who.institution))
                .flatten()
                .into_iter()
                .collect(),
        });
    }
}

/// The office that owes an answer on what somebody entered for all of their uses.
fn ask(troupe: &Troupe<'_>, gate: Gate, home: InstitutionId) -> Option<Ask> {
    let facility = troupe.land.facilities.first()?.id;
    let place = Place {
        facility,
        provider: home,
        home,
    };
    Ask::of(gate, Side::Home, place, troupe.day(4))
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
    let declared = declaration((guest, troupe.day(-58)), &placed.booking, facts);
    facts.known.push(declared);
}

/// What the guest declared: the desks must look at it.
fn declaration(
    (guest, entered_on): (&Resident, NaiveDate),
    booking: &Booking,
    facts: &mut Facts<'_>,
) -> Known {
    Known {
        id: FactId::new(facts.born(8)),
        gate: Gate::ExportScreening,
        user: guest.id,
        facility: None,
        booking: Some(booking.id),
        course: None,
        issuer: Some(guest.institution),
        project_number: String::new(),
        number: String::new(),
        level: SPECIAL.to_owned(),
        issued_on: None,
        valid_until: None,
        detail: Detail {
            export: Some(Export {
                resident: true,
                employed: false,
                entered_on: Some(entered_on),
                categories: Vec::new(),
                end_use: "Basic research, published results.".to_owned(),
            }),
            ..Detail::default()
        },
        entered_at: booking.created_at,
        confirmed: Vec::new(),
        asks: Vec::new(),
    }
}
