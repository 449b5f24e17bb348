//! What somebody has besides bookings: drafts, requests without a slot, outside allocations, uses to attend.

use crate::domain::actor::Person;
use crate::domain::halt::Halt;
use crate::store::booking::attended;
use crate::store::draft;
use crate::store::engine::Conn;
use crate::store::outside::list as outside_list;
use crate::store::service_request::list;

/// Most of each that are looked up.
const MOST: i64 = 100;

/// What was found for somebody.
pub struct Found {
    pub drafts: Vec<draft::Kept>,
    pub requests: Vec<list::Entry>,
    pub allocations: Vec<outside_list::Entry>,
    /// Whether they are one of a facility's attendants.
    pub attends: bool,
}

/// Looks it all up.
///
/// # Errors
/// A fault of the database.
pub fn of_person(conn: &mut Conn, person: &Person) -> Result<Found, Halt> {
    Ok(Found {
        drafts: draft::of_person(conn, person.id, MOST)?,
        requests: list::own(conn, person.id, MOST)?,
        allocations: outside_list::of_person(conn, &person.email, MOST)?,
        attends: attended::attends(conn, person.id)?,
    })
}
