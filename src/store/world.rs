//! Invented worlds: filled in row by row with prepared statements, in transactions of many rows.

mod known;
mod people;
mod place;
pub mod survey;
mod time;

use diesel::prelude::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};

use crate::domain::event::Kind;
use crate::domain::halt::Halt;
use crate::domain::world::Batch;
use crate::store::engine::{self, Conn};
use crate::store::schema::{event, institution};
use crate::store::tx::Tx;

/// How far a database has been filled.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Filled {
    /// Nothing is in it.
    Empty,
    /// Something is in it, but not all of the world asked about.
    Partly,
    /// The world is in it.
    Wholly,
}

/// Whether the part of a world that is filled in last is there.
///
/// # Errors
/// A fault of the database.
pub fn filled(conn: &mut Conn, last_part: &str) -> Result<Filled, Halt> {
    let seeded: Vec<String> = event::table
        .filter(event::kind.eq(Kind::WorldSeeded.code()))
        .select(event::facts)
        .load(conn)?;
    let named = format!("\"part\":\"{last_part}\"");
    if seeded.iter().any(|facts| facts.contains(&named)) {
        return Ok(Filled::Wholly);
    }
    let first: Option<i64> = institution::table
        .select(institution::id)
        .first(conn)
        .optional()?;
    Ok(if first.is_some() {
        Filled::Partly
    } else {
        Filled::Empty
    })
}

/// Fills a batch in.
///
/// # Errors
/// A fault of the database.
pub fn fill(tx: &mut Tx<'_>, batch: &Batch) -> Result<(), Halt> {
    place::institutions(tx, &batch.places)?;
    place::facilities(tx, &batch.rooms)?;
    place::twins(tx, &batch.twins)?;
    known::closed_days(tx, &batch.closed_days)?;
    people::residents(tx, &batch.residents)?;
    people::responsible(tx, &batch.responsible)?;
    people::consents(tx, &batch.consents)?;
    known::courses(tx, &batch.courses)?;
    known::equivalences(tx, &batch.equivalences)?;
    known::waivers(tx, &batch.waivers)?;
    time::outages(tx, &batch.outages)?;
    time::bookings(tx, &batch.bookings)?;
    known::facts(tx, &batch.facts)?;
    people::passes(tx, &batch.passes)
}

/// Lets the engine count its rows anew, so that it plans queries for what is there now.
///
/// # Errors
/// A fault of the database.
pub fn study(tx: &mut Tx<'_>) -> Result<(), Halt> {
    Ok(engine::run(tx, "analyze")?)
}
