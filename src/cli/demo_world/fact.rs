//! What the invented bookings needed: the gates that rules ask for, and the facts that opened them.

use std::collections::BTreeSet;

use chrono::{Days, Months, NaiveDate};

use crate::cli::demo_world::stage::{Cast, Stage};
use crate::domain::actor::Role;
use crate::domain::booking::{Booking, Content, State};
use crate::domain::gate::asked::{Asked, Case, Place, Recognised};
use crate::domain::gate::declaration::Detail;
use crate::domain::gate::fact::Side;
use crate::domain::gate::standing::NOTHING;
use crate::domain::gate::{Desk, Gate, Holder, Office};
use crate::domain::id::{CourseId, FacilityId, FactId, InstitutionId, UserId, born};
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span, fiscal_year};
use crate::domain::training::Course;
use crate::domain::world::known::{Confirmed, Known};
use crate::domain::world::{Placed, Resident};

/// The gates that a use waits for, if its own facts are missing: what people hold for all of their
/// uses, such as trainings, they had before they asked.
pub fn gates(stage: &Stage<'_>, applicant: &Cast, used: Span, content: &Content) -> Vec<Gate> {
    let mut gates: Vec<Gate> = asked(stage, applicant.institution, used, content)
        .into_iter()
        .map(|asked| asked.gate)
        .filter(|gate| gate.holder() == Holder::Booking)
        .collect();
    gates.dedup();
    gates
}

fn asked(stage: &Stage<'_>, home: InstitutionId, used: Span, content: &Content) -> Vec<Asked> {
    let in_force = stage.resource.on(used.start().day());
    Case {
        terms: in_force.terms,
        closed: &in_force.parameters.closed,
        asked_on: stage.at.day(),
        span: used,
        support: content.support_mode.unwrap_or(SupportMode::Assisted),
        project_number: &content.project_number,
        booking: None,
        place: Place {
            facility: stage.resource.facility,
            provider: stage.resource.institution,
            home,
        },
        last_use: None,
        facts: &[],
        courses: &[],
        recognised: &|_, _| Recognised::No,
    }
    .asked()
}

/// A fact that one person needs once: gate, where it counts, course, fiscal year.
type Need = (
    UserId,
    Gate,
    Option<FacilityId>,
    Option<CourseId>,
    Option<i32>,
);

/// The facts of all bookings, each once.
pub struct Facts<'a> {
    pub people: &'a [Resident],
    pub courses: &'a [Course],
    pub known: Vec<Known>,
    had: BTreeSet<Need>,
    at: Instant,
    count: u16,
}

impl<'a> Facts<'a> {
    /// Nothing is known yet.
    pub fn new(people: &'a [Resident], courses: &'a [Course], at: Instant) -> Self {
        Self {
            people,
            courses,
            known: Vec::new(),
            had: BTreeSet::new(),
            at,
            count: 0,
        }
    }

    /// What a booking needed. What it waits for was entered by some, and not confirmed yet.
    pub fn add(&mut self, stage: &Stage<'_>, placed: &Placed) {
        let booking = &placed.booking;
        let asked = asked(stage, booking.institution, booking.span, &booking.content);
        for asked in asked {
            let of_booking = asked.gate.holder() == Holder::Booking;
            let waits = booking.state == State::Held && of_booking;
            match waits {
                false => self.open(stage, placed, &asked),
                true if self.count.is_multiple_of(2) => {
                    let mut fact = self.fact(stage, placed, &asked);
                    fact.entered_at = booking.created_at;
                    self.known.push(fact);
                }
                true => self.count = self.count.wrapping_add(1),
            }
        }
    }

    fn open(&mut self, stage: &Stage<'_>, placed: &Placed, asked: &Asked) {
        let booking = &placed.booking;
        let mut fact = self.fact(stage, placed, asked);
        if asked.gate.holder() != Holder::Booking {
            let year = (asked.gate == Gate::OrgPledge).then(|| fiscal_year(last_day(booking)));
            let need = (booking.user, asked.gate, fact.facility, fact.course, year);
            if !self.had.insert(need) {
                return;
            }
        }
        let home = booking.institution;
        let sides: &[Side] = match asked.gate.office() {
            Office::BothDesks(_) if home != stage.resource.institution => {
                &[Side::Home, Side::Provider]
            }
            Office::FacilityManager if fact.level == NOTHING => &[Side::Own],
            Office::FacilityManager | Office::BothDesks(_) => &[Side::Provider],
            Office::Nobody | Office::HomeOfficer | Office::HomeDesk(_) => &[Side::Home],
        };
        for side in sides {
            let by = self.voice(stage, (home, booking.user), asked.gate, *side);
            let id = self.born(7);
            let at = fact.entered_at.plus_minutes(90);
            fact.confirmed.push(Confirmed {
                id,
                side: *side,
                institution: match side {
                    Side::Own => None,
                    Side::Home => Some(home),
                    Side::Provider => Some(stage.resource.institution),
                },
                by,
                at,
            });
        }
        self.known.push(fact);
    }

    /// The fact that speaks for a gate, entered and not confirmed.
    fn fact(&mut self, stage: &Stage<'_>, placed: &Placed, asked: &Asked) -> Known {
        let booking = &placed.booking;
        let id = FactId::new(self.born(8));
        let of_booking = asked.gate.holder() == Holder::Booking;
        let issued = self.issued(placed, asked.gate);
        let course = asked.course.as_ref().and_then(|code| {
            let here = stage.resource.facility;
            let mine = |known: &&Course| known.facility == here && known.code == *code;
            self.courses.iter().find(mine).map(|known| known.id)
        });
        let is_training = asked.gate == Gate::Training;
        let here = is_training || asked.gate == Gate::OrgPledge;
        Known {
            id,
            gate: asked.gate,
            user: booking.user,
            facility: here.then_some(stage.resource.facility),
            booking: of_booking.then_some(booking.id),
            course,
            issuer: Some(if is_training {
                stage.resource.institution
            } else {
                booking.institution
            }),
            project_number: String::new(),
            number: number(asked, self.count),
            level: match asked.gate {
                Gate::PathogenDeclaration => NOTHING.to_owned(),
                _ => String::new(),
            },
            issued_on: (!of_booking).then_some(issued),
            valid_until: ends(asked.gate, issued),
            detail: Detail::default(),
            entered_at: match of_booking {
                true => booking.created_at,
                false => Instant::of_tokyo(issued, 10 * 60),
            },
            confirmed: Vec::new(),
            asks: Vec::new(),
        }
    }

    /// When a fact was issued: months ago; a pledge when the fiscal year of the use began.
    fn issued(&self, placed: &Placed, gate: Gate) -> NaiveDate {
        let used = last_day(&placed.booking);
        let ago = Days::new(70 + u64::from(self.count % 90));
        let months_ago = self.at.day().checked_sub_days(ago).unwrap_or(used);
        match gate {
            Gate::OrgPledge => {
                NaiveDate::from_ymd_opt(fiscal_year(used), 4, 1).unwrap_or(months_ago)
            }
            _ => months_ago,
        }
    }

    /// Who speaks for a side.
    fn voice(
        &self,
        stage: &Stage<'_>,
        (home, user): (InstitutionId, UserId),
        gate: Gate,
        side: Side,
    ) -> Option<UserId> {
        let institution = match side {
            Side::Own => return Some(user),
            Side::Home => home,
            Side::Provider => stage.resource.institution,
        };
        let holds = |role: Role| {
            self.people
                .iter()
                .find(|one| one.roles.contains(&role))
                .map(|one| one.id)
        };
        let desk = |desk: Desk| holds(Role::Desk(institution, desk));
        match gate.office() {
            Office::Nobody => None,
            Office::HomeOfficer => holds(Role::InstitutionOfficer(institution)),
            Office::HomeDesk(one) | Office::BothDesks(one) => desk(one),
            Office::FacilityManager => Some(stage.manager.id),
        }
    }

    /// A fresh number for what is made here.
    pub fn born(&mut self, tag: u16) -> i64 {
        self.count = self.count.wrapping_add(1);
        born(self.at.unix(), tag, self.count)
    }
}

/// The day on which gates are tested: a use that ends at midnight ends on the day before.
fn last_day(booking: &Booking) -> NaiveDate {
    booking.span.end().plus_seconds(-1).day()
}

fn number(asked: &Asked, count: u16) -> String {
    match (&asked.course, asked.gate) {
        (Some(code), _) => format!("{code}-{count:04}"),
        (None, Gate::Training) => format!("T-{count:04}"),
        (None, Gate::EthicsApproval) => format!("見本-{count:03}"),
        _ => String::new(),
    }
}

/// The last day of what has one of its own.
fn ends(gate: Gate, issued: NaiveDate) -> Option<NaiveDate> {
    let months = match gate {
        Gate::Training => 12,
        Gate::EthicsApproval => 36,
        _ => return None,
    };
    issued.checked_add_months(Months::new(months))?.pred_opt()
}
