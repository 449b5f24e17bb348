//! Everything that a deed on an attendant is decided by, while the turns of all concerned are held.

use std::collections::BTreeSet;

use diesel::prelude::*;

use crate::domain::attendant::Attendant;
use crate::domain::attendant::hand_over::{Attendance, Pool};
use crate::domain::attendant::life::{Absence, Scene};
use crate::domain::catalogue::LONGEST_CLAIM_MINUTES;
use crate::domain::halt::Halt;
use crate::domain::id::{AbsenceId, BookingId, FacilityId, InstitutionId, ResourceId, UserId};
use crate::domain::text::fold_email;
use crate::domain::time::{Instant, Span, day_span};
use crate::store::attendant::{busy, list, of};
use crate::store::booking::claims::Purpose;
use crate::store::booking::home::colleague;
use crate::store::catalogue::resource as catalogue;
use crate::store::engine::Conn;
use crate::store::schema::{allocation, attendant_of, booking, facility, resource};
use crate::store::tx::Tx;

/// So far around now claims are read, in minutes: none is longer.
const AROUND: i64 = LONGEST_CLAIM_MINUTES + 1;
/// Most claims of one attendant that lie ahead.
const AHEAD: i64 = 10_000;

/// The scene of a deed. The turns of the attendant, of everybody who attends the same resources, of these
/// resources and of `besides` are taken first, in order of id, so that two deeds never wait for each other.
///
/// # Errors
/// [`Halt::Absent`] if there is no such attendant, or a fault.
pub fn scene(
    tx: &mut Tx<'_>,
    id: ResourceId,
    besides: &BTreeSet<ResourceId>,
) -> Result<Scene, Halt> {
    let line = list::one(tx, id)?;
    let mut resources: BTreeSet<ResourceId> = besides.clone();
    resources.extend(line.resources.iter().map(|(one, _)| *one));
    let at = tx.at();
    resources.extend(
        claims(tx, id, at)?
            .attendances
            .iter()
            .map(|one| one.resource),
    );
    turns(tx, id, &resources)?;
    // what was read before the turns were held may be another by now
    let line = list::one(tx, id)?;
    let claims = claims(tx, id, at)?;
    let around = around(&claims, at);
    let pool = others(tx, id, &claims.attendances, (&around, at))?;
    Ok(Scene {
        facility: line.facility,
        has_left: line.has_left,
        who: who(tx, id, (&around, at))?,
        attendances: claims.attendances,
        absences: claims.absences,
        others: pool,
    })
}

/// Takes the turns of an attendant, of resources, and of everybody who attends these.
///
/// # Errors
/// A fault of the database.
pub fn turns(
    tx: &mut Tx<'_>,
    id: ResourceId,
    resources: &BTreeSet<ResourceId>,
) -> Result<(), Halt> {
    let numbers: Vec<i64> = resources.iter().map(|one| one.number()).collect();
    let also: Vec<i64> = attendant_of::table
        .filter(attendant_of::resource_id.eq_any(&numbers))
        .select(attendant_of::attendant_id)
        .distinct()
        .load(&mut **tx)?;
    let all: BTreeSet<i64> = numbers
        .into_iter()
        .chain(also)
        .chain([id.number()])
        .collect();
    // one after the other: a single statement would lock them in any order
    for one in all {
        diesel::update(resource::table.find(one))
            .set(resource::calendar_turn.eq(resource::calendar_turn + 1))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// The account of a facility's institution with this address; none for an empty one.
///
/// # Errors
/// A fault of the database.
pub fn account(
    conn: &mut Conn,
    facility: Option<FacilityId>,
    email: &str,
) -> Result<Option<UserId>, Halt> {
    let Some(facility) = facility.filter(|_| !email.is_empty()) else {
        return Ok(None);
    };
    let home: i64 = facility::table
        .find(facility.number())
        .select(facility::institution_id)
        .first(conn)?;
    colleague(conn, &fold_email(email), InstitutionId::new(home))
}

/// What somebody's time is taken by from now on.
pub struct Claims {
    pub attendances: Vec<Attendance>,
    pub absences: Vec<Absence>,
}

type Found = (i64, i64, i64, String, String, Option<(i64, i64, i64, i64)>);

/// What somebody's time is taken by from a moment on, the soonest first.
///
/// # Errors
/// A fault of the database.
pub fn claims(conn: &mut Conn, id: ResourceId, at: Instant) -> Result<Claims, Halt> {
    let rows: Vec<Found> = allocation::table
        .left_join(booking::table.on(allocation::holder_id.eq(booking::id.nullable())))
        .filter(allocation::resource_id.eq(id.number()))
        .filter(allocation::starts_at.gt(at.plus_minutes(-AROUND).unix()))
        .filter(allocation::ends_at.gt(at.unix()))
        .order((allocation::starts_at, allocation::id))
        .limit(AHEAD)
        .select((
            allocation::id,
            allocation::starts_at,
            allocation::ends_at,
            allocation::purpose,
            allocation::note,
            (
                booking::id,
                booking::resource_id,
                booking::starts_at,
                booking::ends_at,
            )
                .nullable(),
        ))
        .load(conn)?;
    let mut claims = Claims {
        attendances: Vec::new(),
        absences: Vec::new(),
    };
    for row in rows {
        sort(row, &mut claims)?;
    }
    Ok(claims)
}

/// One claim, where it belongs; time that is kept for whoever waits belongs to nobody yet.
fn sort((id, start, end, purpose, note, held): Found, claims: &mut Claims) -> Result<(), Halt> {
    let span = |start, end| {
        Span::new(Instant::from_unix(start), Instant::from_unix(end))
            .ok_or_else(|| Halt::broken("an empty claim"))
    };
    let claim = span(start, end)?;
    let Some((number, resource, starts, ends)) = held else {
        if purpose == Purpose::Outage.code() {
            claims.absences.push(Absence {
                id: AbsenceId::new(id),
                span: claim,
                note,
            });
        }
        return Ok(());
    };
    let (booking, is_wish) = (BookingId::new(number), purpose == Purpose::Move.code());
    let same = |one: &&mut Attendance| (one.booking, one.is_wish) == (booking, is_wish);
    if let Some(known) = claims.attendances.iter_mut().find(same) {
        known.claims.push(claim);
        return Ok(());
    }
    claims.attendances.push(Attendance {
        booking,
        resource: ResourceId::new(resource),
        used: span(starts, ends)?,
        claims: vec![claim],
        is_wish,
    });
    Ok(())
}

/// From now to the end of everything that they attend.
fn around(claims: &Claims, at: Instant) -> Span {
    let starts = claims.attendances.iter().map(|one| one.used.start());
    let ends = claims.attendances.iter().map(|one| one.used.end());
    let absences = claims.absences.iter().map(|one| one.span.end());
    let first = starts.min().map_or(at, |first| first.min(at));
    let last = ends.chain(absences).max().unwrap_or(at);
    let nothing = day_span(at.day());
    Span::new(first, last).unwrap_or(nothing)
}

/// They themselves, with everything that they are busy with in that time.
fn who(conn: &mut Conn, id: ResourceId, (around, at): (&Span, Instant)) -> Result<Attendant, Halt> {
    let known = catalogue::unruled(conn, &[id], at)?;
    let known = known.into_iter().next().ok_or(Halt::Absent)?;
    let busy = busy(conn, &[id], (around, None))?;
    Ok(Attendant {
        id,
        name: known.name,
        parameters: known.parameters,
        busy: busy.into_iter().map(|(_, span)| span).collect(),
        account: None,
    })
}

/// Whoever else attends what they attend.
fn others(
    conn: &mut Conn,
    id: ResourceId,
    attendances: &[Attendance],
    (around, at): (&Span, Instant),
) -> Result<Pool, Halt> {
    let attended: BTreeSet<ResourceId> = attendances.iter().map(|one| one.resource).collect();
    let attended: Vec<ResourceId> = attended.into_iter().collect();
    let mut pool = Pool::new();
    for (resource, one) in of(conn, &attended, (around, None), at)? {
        if one.id != id {
            pool.entry(resource).or_default().push(one);
        }
    }
    Ok(pool)
}
