//! What is kept of a use: its real times, the log, the result report; and the lists that follow from them.

use diesel::prelude::*;

use crate::domain::booking::State;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, ResourceId, UserId};
use crate::domain::time::Instant;
use crate::domain::usage::{Log, Report, Used};
use crate::store::engine::Conn;
use crate::store::schema::{booking, result_report, use_log, user};
use crate::store::tx::Tx;

/// A booking that is over, and when it ended.
pub type Passed = (Instant, BookingId);

/// Who entered something, and when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entered<T> {
    pub what: T,
    pub by: String,
    pub at: Instant,
}

/// What is known of a booking's use.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Kept {
    pub used: Used,
    pub log: Option<Entered<Log>>,
    pub report: Option<Entered<Report>>,
}

/// What is known of a booking's use.
///
/// # Errors
/// [`Halt::Absent`] if there is no such booking, or a fault.
pub fn of(conn: &mut Conn, id: BookingId) -> Result<Kept, Halt> {
    let (from, until): (Option<i64>, Option<i64>) = booking::table
        .find(id.number())
        .select((booking::used_from, booking::used_until))
        .first(conn)?;
    Ok(Kept {
        used: Used {
            from: from.map(Instant::from_unix),
            until: until.map(Instant::from_unix),
        },
        log: log(conn, id)?,
        report: report(conn, id)?,
    })
}

fn log(conn: &mut Conn, id: BookingId) -> Result<Option<Entered<Log>>, Halt> {
    let row: Option<(i64, String, String, String, i64)> = use_log::table
        .inner_join(user::table)
        .filter(use_log::booking_id.eq(id.number()))
        .select((
            use_log::samples,
            use_log::note,
            use_log::incident,
            user::name,
            use_log::entered_at,
        ))
        .first(conn)
        .optional()?;
    Ok(row.map(|(samples, note, incident, by, at)| Entered {
        what: Log {
            samples: u32::try_from(samples).unwrap_or(u32::MAX),
            note,
            incident,
        },
        by,
        at: Instant::from_unix(at),
    }))
}

fn report(conn: &mut Conn, id: BookingId) -> Result<Option<Entered<Report>>, Halt> {
    let row: Option<(String, String, String, String, i64)> = result_report::table
        .inner_join(user::table)
        .filter(result_report::booking_id.eq(id.number()))
        .select((
            result_report::title,
            result_report::summary,
            result_report::doi,
            user::name,
            result_report::entered_at,
        ))
        .first(conn)
        .optional()?;
    Ok(row.map(|(title, summary, doi, by, at)| Entered {
        what: Report {
            title,
            summary,
            doi,
        },
        by,
        at: Instant::from_unix(at),
    }))
}

/// Keeps a log in place of the one before.
///
/// # Errors
/// A fault of the database.
pub fn keep_log(
    tx: &mut Tx<'_>,
    id: BookingId,
    log: &Log,
    (by, at): (UserId, Instant),
) -> Result<(), Halt> {
    diesel::delete(use_log::table.find(id.number())).execute(&mut **tx)?;
    diesel::insert_into(use_log::table)
        .values((
            use_log::booking_id.eq(id.number()),
            use_log::samples.eq(i64::from(log.samples)),
            use_log::note.eq(&log.note),
            use_log::incident.eq(&log.incident),
            use_log::entered_by.eq(by.number()),
            use_log::entered_at.eq(at.unix()),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Keeps a result report.
///
/// # Errors
/// A fault of the database.
pub fn keep_report(
    tx: &mut Tx<'_>,
    id: BookingId,
    report: &Report,
    by: UserId,
) -> Result<(), Halt> {
    let at = tx.at().unix();
    diesel::insert_into(result_report::table)
        .values((
            result_report::booking_id.eq(id.number()),
            result_report::title.eq(&report.title),
            result_report::summary.eq(&report.summary),
            result_report::doi.eq(&report.doi),
            result_report::entered_by.eq(by.number()),
            result_report::entered_at.eq(at),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Bookings in one of these states that ended by now, longest ago first.
///
/// # Errors
/// A fault of the database.
pub fn ended(
    conn: &mut Conn,
    states: &[State],
    by: Instant,
    limit: i64,
) -> Result<Vec<BookingId>, Halt> {
    let codes: Vec<&str> = states.iter().map(|state| state.code()).collect();
    let ids: Vec<i64> = booking::table
        .filter(booking::state.eq_any(codes))
        .filter(booking::ends_at.le(by.unix()))
        .order((booking::ends_at, booking::id))
        .select(booking::id)
        .limit(limit)
        .load(conn)?;
    Ok(ids.into_iter().map(BookingId::new).collect())
}

/// Confirmed bookings whose time runs though nobody began the use, each with its resource and start.
///
/// # Errors
/// A fault of the database.
pub fn unbegun(
    conn: &mut Conn,
    at: Instant,
    limit: i64,
) -> Result<Vec<(BookingId, ResourceId, Instant)>, Halt> {
    let rows: Vec<(i64, i64, i64)> = booking::table
        .filter(booking::state.eq(State::Confirmed.code()))
        .filter(booking::starts_at.le(at.unix()))
        .filter(booking::ends_at.gt(at.unix()))
        .order((booking::starts_at, booking::id))
        .select((booking::id, booking::resource_id, booking::starts_at))
        .limit(limit)
        .load(conn)?;
    let read = |(id, resource, starts)| {
        let start = Instant::from_unix(starts);
        (BookingId::new(id), ResourceId::new(resource), start)
    };
    Ok(rows.into_iter().map(read).collect())
}

/// Uses that go on though their time is over, each with the confirmed booking that comes next within so
/// many minutes.
///
/// # Errors
/// A fault of the database.
pub fn overdue(
    conn: &mut Conn,
    at: Instant,
    within_minutes: i64,
    limit: i64,
) -> Result<Vec<(BookingId, BookingId)>, Halt> {
    let running: Vec<(i64, i64, i64)> = booking::table
        .filter(booking::state.eq(State::InUse.code()))
        .filter(booking::ends_at.le(at.unix()))
        .order((booking::ends_at, booking::id))
        .select((booking::id, booking::resource_id, booking::ends_at))
        .limit(limit)
        .load(conn)?;
    let resources: Vec<i64> = running.iter().map(|(_, resource, _)| *resource).collect();
    let until = at.plus_minutes(within_minutes).unix();
    let coming: Vec<(i64, i64, i64)> = booking::table
        .filter(booking::state.eq(State::Confirmed.code()))
        .filter(booking::resource_id.eq_any(resources))
        .filter(booking::starts_at.le(until))
        .filter(booking::ends_at.gt(at.unix()))
        .order((booking::starts_at, booking::id))
        .select((booking::id, booking::resource_id, booking::starts_at))
        .limit(limit)
        .load(conn)?;
    let follows = |(id, resource, ends): (i64, i64, i64)| {
        let mut next = coming
            .iter()
            .filter(|(_, of, starts)| *of == resource && *starts >= ends);
        next.next()
            .map(|(next, _, _)| (BookingId::new(id), BookingId::new(*next)))
    };
    Ok(running.into_iter().filter_map(follows).collect())
}

/// Bookings without a log that ended within this time, longest ago first, from the one after `last` on.
///
/// # Errors
/// A fault of the database.
pub fn unreported(
    conn: &mut Conn,
    (since, until): (Instant, Instant),
    last: Option<Passed>,
    limit: i64,
) -> Result<Vec<Passed>, Halt> {
    let waiting = booking::table
        .filter(booking::state.eq(State::Used.code()))
        .filter(booking::ends_at.gt(since.unix()))
        .filter(booking::ends_at.le(until.unix()))
        .order((booking::ends_at, booking::id))
        .select((booking::ends_at, booking::id))
        .limit(limit)
        .into_boxed();
    let rows: Vec<(i64, i64)> = match last {
        None => waiting.load(conn)?,
        Some((ended, id)) => {
            let (ended, id) = (ended.unix(), id.number());
            let at_once = booking::ends_at.eq(ended).and(booking::id.gt(id));
            waiting
                .filter(booking::ends_at.gt(ended).or(at_once))
                .load(conn)?
        }
    };
    let read = |(ended, id)| (Instant::from_unix(ended), BookingId::new(id));
    Ok(rows.into_iter().map(read).collect())
}
