//! What adding a component is decided by, and the claims to come that would take it, while all turns are held.

use diesel::prelude::*;

use crate::domain::catalogue::LONGEST_CLAIM_MINUTES;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, ResourceId};
use crate::domain::time::{Instant, Span};
use crate::domain::together::Subject;
use crate::domain::together::need::Scene;
use crate::store::booking::claims::Purpose;
use crate::store::claim;
use crate::store::engine::Conn;
use crate::store::schema::{allocation, resource, resource_need};
use crate::store::together::list;
use crate::store::tx::Tx;

/// Most claims of one resource that lie ahead.
const AHEAD: i64 = 100_000;

/// A claim on a resource that takes its components too.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Taking {
    /// The booking, where it is one's.
    pub booking: Option<i64>,
    pub outside: Option<i64>,
    pub offer: Option<i64>,
    pub is_wish: bool,
    pub claim: Span,
    pub used: Span,
}

/// The scene of adding a component to the resource at an address. `needed` is one that is there.
///
/// # Errors
/// [`Halt::Absent`] if there is no such resource, or a fault.
pub fn scene(
    tx: &mut Tx<'_>,
    slug: &str,
    needed: Option<ResourceId>,
) -> Result<(Scene, Vec<Taking>), Halt> {
    let subject = take(tx, slug, needed)?;
    let takings = takings(tx, subject.id)?;
    let whole = takings.iter().map(|one| one.claim);
    let whole = whole.reduce(|all, one| {
        let (start, end) = (all.start().min(one.start()), all.end().max(one.end()));
        Span::new(start, end).unwrap_or(all)
    });
    let taken = match (needed, whole) {
        (Some(needed), Some(whole)) => claim::own(tx, &[needed], &whole)?,
        _ => Vec::new(),
    };
    let offered = list::offered(tx, &subject)?.into_iter();
    let scene = Scene {
        needs: needs(tx, &subject)?,
        offered: offered.map(|one| (one.id, one.capacity)).collect(),
        claims: takings
            .iter()
            .map(|one| (one.booking.map(BookingId::new), one.claim))
            .collect(),
        taken: taken.into_iter().map(|(_, occupied)| occupied).collect(),
        subject,
    };
    Ok((scene, takings))
}

/// Takes the turns of the resource at an address and of a component, in order of id.
///
/// # Errors
/// As [`scene`].
pub fn take(tx: &mut Tx<'_>, slug: &str, needed: Option<ResourceId>) -> Result<Subject, Halt> {
    let (subject, _) = list::subject(tx, slug)?;
    let mut both = vec![subject.id];
    both.extend(needed);
    both.sort_unstable();
    for one in both {
        diesel::update(resource::table.find(one.number()))
            .set(resource::calendar_turn.eq(resource::calendar_turn + 1))
            .execute(&mut **tx)?;
    }
    Ok(subject)
}

/// What the resources of a facility need of each other.
fn needs(conn: &mut Conn, subject: &Subject) -> Result<Vec<(ResourceId, ResourceId)>, Halt> {
    let rows: Vec<(i64, i64)> = resource_need::table
        .inner_join(resource::table.on(resource::id.eq(resource_need::resource_id)))
        .filter(resource::facility_id.eq(subject.facility.number()))
        .select((resource_need::resource_id, resource_need::needed_id))
        .load(conn)?;
    let read = |(by, needed)| (ResourceId::new(by), ResourceId::new(needed));
    Ok(rows.into_iter().map(read).collect())
}

type Row = (
    (Option<i64>, Option<i64>, Option<i64>, Option<i64>),
    String,
    (i64, i64, i64, i64),
);

/// What is booked, kept or wished of a resource from now on, the soonest first. A wish that lies within what
/// its booking holds takes no more components than that does.
fn takings(tx: &mut Tx<'_>, id: ResourceId) -> Result<Vec<Taking>, Halt> {
    let now = tx.at();
    let purposes = [Purpose::Use, Purpose::Move, Purpose::Offer].map(Purpose::code);
    let rows: Vec<Row> = allocation::table
        .filter(allocation::resource_id.eq(id.number()))
        .filter(allocation::starts_at.gt(now.plus_minutes(-LONGEST_CLAIM_MINUTES - 1).unix()))
        .filter(allocation::ends_at.gt(now.unix()))
        .filter(allocation::purpose.eq_any(purposes))
        .order((allocation::starts_at, allocation::id))
        .limit(AHEAD)
        .select((
            (
                allocation::booking_id,
                allocation::holder_id,
                allocation::outside_id,
                allocation::offer_id,
            ),
            allocation::purpose,
            (
                allocation::starts_at,
                allocation::ends_at,
                allocation::use_starts_at,
                allocation::use_ends_at,
            ),
        ))
        .load(&mut **tx)?;
    let all: Vec<Taking> = rows.into_iter().map(read).collect::<Result<_, _>>()?;
    let held = |wish: &Taking| {
        let mut own = all.iter().filter(|one| !one.is_wish);
        own.any(|one| one.booking == wish.booking && one.claim.overlaps(&wish.claim))
    };
    let new = all.iter().filter(|one| !one.is_wish || !held(one));
    Ok(new.cloned().collect())
}

fn read(((booking, holder, outside, offer), purpose, times): Row) -> Result<Taking, Halt> {
    let span = |start, end| {
        Span::new(Instant::from_unix(start), Instant::from_unix(end))
            .ok_or_else(|| Halt::broken("an empty claim"))
    };
    let (starts, ends, use_starts, use_ends) = times;
    Ok(Taking {
        booking: booking.or(holder),
        outside,
        offer,
        is_wish: purpose == Purpose::Move.code(),
        claim: span(starts, ends)?,
        used: span(use_starts, use_ends)?,
    })
}
