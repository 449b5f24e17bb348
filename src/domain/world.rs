//! An invented world: what a demonstration or a measurement fills a database with.

pub mod known;

use crate::domain::actor::{Actor, Role, Who};
use crate::domain::booking::Booking;
use crate::domain::booking::Hold;
use crate::domain::booking::decided::Decided;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{FacilityId, InstitutionId, ResourceId, UserId};
use crate::domain::language::Language;
use crate::domain::name::Name;
use crate::domain::position::PositionClass;
use crate::domain::rule::Consent;
use crate::domain::time::{Instant, Span};
use crate::domain::usage::{Log, Used};
use crate::domain::world::known::{Known, Recognised, Shut, Taught, Waived};

/// An invented institution.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    pub id: InstitutionId,
    pub slug: String,
    pub name: Name,
    /// A code of the institution's class: "university", "public" …
    pub org_class: &'static str,
    /// What its page says about it.
    pub note: String,
}

/// An invented facility.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Room {
    pub id: FacilityId,
    pub institution: InstitutionId,
    pub slug: String,
    pub name: Name,
    /// 機関全体: the institution itself as a unit that owns rules.
    pub is_whole: bool,
}

/// A resource like another one, in another facility.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Twin {
    pub id: ResourceId,
    pub of: ResourceId,
    pub facility: FacilityId,
    pub slug: String,
    /// Stands behind the name, so that twins can be told apart.
    pub mark: String,
}

/// An invented person, whose address needs no proof.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resident {
    pub id: UserId,
    pub name: String,
    pub email: String,
    pub institution: InstitutionId,
    pub position: String,
    pub position_class: PositionClass,
    pub language: Language,
    pub password_hash: String,
    pub since: Instant,
    pub roles: Vec<Role>,
}

/// Maintenance: time that nobody can book.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outage {
    pub id: i64,
    pub resource: ResourceId,
    /// Units of the resource, all of which stand still.
    pub capacity: u32,
    pub span: Span,
    pub note: String,
}

/// One line of an invented booking's history.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Happened {
    pub at: Instant,
    pub kind: Kind,
    pub by: UserId,
    pub reason: Option<String>,
}

/// A booking as it stands, with what happened to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Placed {
    pub booking: Booking,
    /// The time it takes; none if its state holds none.
    pub claim: Option<Span>,
    /// The time it would take, while it competes.
    pub wants: Option<Span>,
    pub decided: Option<Decided>,
    /// Why it waits, while it is on hold.
    pub hold: Option<Hold>,
    pub history: Vec<Happened>,
    /// What is known of its use, once that began.
    pub usage: Option<Usage>,
}

/// What is known of an invented use.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Usage {
    pub used: Used,
    /// The log and when its user entered it.
    pub log: Option<(Log, Instant)>,
}

/// A session of an invented person, so that a measurement can send requests in their name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pass {
    pub user: UserId,
    pub token_hash: String,
    pub span: Span,
}

/// What one deed fills in, in this order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Batch {
    pub places: Vec<Place>,
    pub rooms: Vec<Room>,
    pub twins: Vec<Twin>,
    pub closed_days: Vec<Shut>,
    pub residents: Vec<Resident>,
    /// Who is responsible for whom, at home: the person first.
    pub responsible: Vec<(UserId, UserId)>,
    pub consents: Vec<Consent>,
    pub courses: Vec<Taught>,
    pub equivalences: Vec<Recognised>,
    pub waivers: Vec<Waived>,
    pub outages: Vec<Outage>,
    pub bookings: Vec<Placed>,
    pub facts: Vec<Known>,
    pub passes: Vec<Pass>,
}

/// Fills a part of an invented world in; `part` names it in the ledger. Returns its bookings' number.
///
/// # Errors
/// [`Halt::NotAllowed`] for everybody but the house itself.
pub fn fill(part: &str, batch: &Batch, by: &Actor) -> Act<usize> {
    if by.who != Who::House {
        return Err(Halt::NotAllowed);
    }
    let event = Event::of(Kind::WorldSeeded)
        .with("part", part)
        .with("people", batch.residents.len())
        .with("resources", batch.twins.len())
        .with("bookings", batch.bookings.len());
    Ok(Done {
        value: batch.bookings.len(),
        event,
    })
}
