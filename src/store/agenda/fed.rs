//! What stands in a feed: what its owner may see now, of too much that which is nearest to now.

use crate::domain::agenda::MOST;
use crate::domain::feed::{Feed, Subject, window};
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, ResourceId};
use crate::domain::time::{Instant, Span};
use crate::store::agenda::attended::{self, Attended};
use crate::store::agenda::booked::{self, Booked, First, Whose};
use crate::store::agenda::kept::{self, Kept};
use crate::store::agenda::outage::{self, Closed};
use crate::store::engine::Conn;

/// Most resources of a facility.
const RESOURCES: i64 = 200;

/// The entries of a feed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Entries {
    pub booked: Vec<Booked>,
    pub closed: Vec<Closed>,
    pub attended: Vec<Attended>,
    /// The resources, for the names of outages.
    pub kept: Vec<Kept>,
}

/// Everything that the owner of a feed may see now; `managed` are the facilities that they manage at
/// this moment, and nothing of others is shown.
///
/// # Errors
/// A fault of the database.
pub fn entries(
    conn: &mut Conn,
    feed: &Feed,
    managed: &[FacilityId],
    now: Instant,
) -> Result<Entries, Halt> {
    let span = window(now).ok_or_else(|| Halt::broken("no time for a feed"))?;
    if feed.about == Subject::Mine {
        return Ok(Entries {
            booked: nearest(conn, Whose::Person(feed.user), &span, now)?,
            attended: attended::during(conn, feed.user, &span, MOST)?,
            ..Entries::default()
        });
    }
    let mut kept = kept::of_facilities(conn, managed, RESOURCES)?;
    kept.retain(|one| match feed.about {
        Subject::Mine => false,
        Subject::Facility(id) => one.facility == id,
        Subject::Resource(id) => one.id == id,
    });
    let ids: Vec<ResourceId> = kept.iter().map(|one| one.id).collect();
    Ok(Entries {
        booked: nearest(conn, Whose::On(&ids), &span, now)?,
        closed: outage::during(conn, &ids, &span, MOST)?,
        attended: Vec::new(),
        kept,
    })
}

/// Of too many bookings those to come, and then the last ones.
fn nearest(
    conn: &mut Conn,
    whose: Whose<'_>,
    span: &Span,
    now: Instant,
) -> Result<Vec<Booked>, Halt> {
    let mut all = Vec::new();
    if let Some(ahead) = Span::new(now, span.end()) {
        all = booked::during(conn, whose, &ahead, (First::Earliest, MOST))?;
    }
    let left = MOST - i64::try_from(all.len()).unwrap_or(MOST);
    if let Some(behind) = Span::new(span.start(), now).filter(|_| left > 0) {
        let past = booked::during(conn, whose, &behind, (First::Latest, left))?;
        // what runs now stands in both
        let known: Vec<_> = all.iter().map(|one| one.id).collect();
        all.extend(past.into_iter().filter(|one| !known.contains(&one.id)));
    }
    Ok(all)
}
