//! Passing on: time that a deed freed goes to the first in line before anybody else can see it.

use crate::domain::event::Event;
use crate::domain::halt::{Done, Halt};
use crate::domain::id::{OfferId, ResourceId};
use crate::domain::policy::case::Occupied;
use crate::domain::time::{Instant, Span};
use crate::domain::waitlist::serve::{self, Served};
use crate::domain::waitlist::{Entry, Want};
use crate::secret::chance;
use crate::store::catalogue::resource as catalogue;
use crate::store::claim;
use crate::store::engine::Conn;
use crate::store::need;
use crate::store::tx::Tx;
use crate::store::waitlist::{Place, lines, mark, offer};

/// How far around the windows claims are read, in minutes: buffers reach beyond them.
const AROUND: i64 = 24 * 60;

/// Serves the lines of whatever the deed freed; what it freed is known to the transaction, and the turns
/// of these resources are held. Returns what happened, each with its letters.
///
/// # Errors
/// A fault of the database.
pub fn pass_on(tx: &mut Tx<'_>) -> Result<Vec<Event>, Halt> {
    let freed = tx.take_freed();
    if freed.is_empty() {
        return Ok(Vec::new());
    }
    let at = tx.at();
    let mut events = Vec::new();
    for (resource, line) in lines(tx, &freed, at)? {
        for part in turns(tx, resource, &line)? {
            for Done { value, event } in decide(tx, resource, part, at)? {
                write(tx, &value)?;
                events.push(event);
            }
        }
    }
    Ok(events)
}

/// The line as it is served: as a whole, or one after the other where what one takes of a component is not
/// there for the next, whatever the resource itself has left.
fn turns<'a>(
    conn: &mut Conn,
    resource: ResourceId,
    line: &'a [Entry],
) -> Result<Vec<&'a [Entry]>, Halt> {
    match need::of(conn, &[resource])?.is_empty() {
        true => Ok(vec![line]),
        false => {
            let mut parts: Vec<&[Entry]> = line.chunks(1).collect();
            // nobody is told of what is kept for another
            parts.sort_by_key(|one| one.iter().any(|entry| entry.want == Want::Tell));
            Ok(parts)
        }
    }
}

/// Who of a line would be served now.
///
/// # Errors
/// A fault of the database.
pub fn decide(
    conn: &mut Conn,
    id: ResourceId,
    line: &[Entry],
    at: Instant,
) -> Result<Vec<Done<Served>>, Halt> {
    let resource = catalogue::by_id(conn, id, at)?;
    let Some(around) = around(line, at) else {
        return Ok(Vec::new());
    };
    let taken: Vec<Occupied> = claim::during(conn, &[id], &around)?
        .into_iter()
        .map(|(_, occupied)| occupied)
        .collect();
    let mut fresh = || OfferId::new(chance::id(at));
    Ok(serve::serve(&resource, &taken, line, at, &mut fresh))
}

/// The time that all windows lie in, from now on.
fn around(line: &[Entry], at: Instant) -> Option<Span> {
    let from = line.iter().map(|entry| entry.window.start()).min()?;
    let until = line.iter().map(|entry| entry.window.end()).max()?;
    Span::new(from.max(at), until).map(|span| span.widen(AROUND, AROUND))
}

fn write(tx: &mut Tx<'_>, served: &Served) -> Result<(), Halt> {
    match served {
        Served::Kept(kept, takes) => offer::insert(tx, kept, takes),
        Served::Told(entry) => mark(tx, entry.id, Place::Waiting, Place::Served),
    }
}
