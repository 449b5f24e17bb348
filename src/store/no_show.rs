//! 無断不使用 as it is kept: the mark with its rule, the appeal, the answer.

use diesel::prelude::*;

use crate::domain::booking::decided::Decided;
use crate::domain::halt::{Fault, Halt};
use crate::domain::id::{BookingId, FacilityId, UserId};
use crate::domain::time::Instant;
use crate::domain::usage::no_show::{Appeal, NoShow};
use crate::domain::usage::suspension::Mark;
use crate::store::engine::Conn;
use crate::store::schema::{booking, no_show, resource, user};
use crate::store::tx::Tx;

/// The no-show of a booking, if there was one.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, id: BookingId) -> Result<Option<NoShow>, Halt> {
    type Row = (
        (i64, i64, i64, i64, bool, String),
        (Option<String>, Option<i64>),
        (Option<String>, Option<i64>),
        Option<String>,
    );
    let row: Option<Row> = no_show::table
        .left_join(user::table.on(no_show::answered_by.eq(user::id.nullable())))
        .filter(no_show::booking_id.eq(id.number()))
        .select((
            (
                no_show::percent,
                no_show::marked_at,
                no_show::suspends_after,
                no_show::suspension_days,
                no_show::excused,
                no_show::note,
            ),
            (no_show::appeal, no_show::appealed_at),
            (no_show::answer, no_show::answered_at),
            user::name.nullable(),
        ))
        .first(conn)
        .optional()?;
    Ok(row.map(
        |((percent, at, after, days, excused, note), appeal, answer, by)| {
            let appeal = appeal.0.zip(appeal.1).map(|(text, at)| Appeal {
                text,
                at: Instant::from_unix(at),
            });
            let answer = answer.0.zip(answer.1).map(|(reason, at)| Decided {
                by: by.unwrap_or_default(),
                at: Instant::from_unix(at),
                reason: Some(reason),
            });
            NoShow {
                percent: count(percent),
                mark: mark(at, after, days, excused),
                note,
                appeal,
                answer,
            }
        },
    ))
}

/// All no-shows of a person, each with the facility at which it was.
///
/// # Errors
/// A fault of the database.
pub fn marks(conn: &mut Conn, user: UserId) -> Result<Vec<(FacilityId, Mark)>, Halt> {
    let rows: Vec<(i64, i64, i64, i64, bool)> = no_show::table
        .inner_join(booking::table.inner_join(resource::table))
        .filter(no_show::user_id.eq(user.number()))
        .order(no_show::marked_at)
        .select((
            resource::facility_id,
            no_show::marked_at,
            no_show::suspends_after,
            no_show::suspension_days,
            no_show::excused,
        ))
        .load(conn)?;
    let read = |(facility, at, after, days, excused)| {
        (FacilityId::new(facility), mark(at, after, days, excused))
    };
    Ok(rows.into_iter().map(read).collect())
}

fn mark(at: i64, after: i64, days: i64, excused: bool) -> Mark {
    Mark {
        at: Instant::from_unix(at),
        suspends_after: count(after),
        days: count(days),
        excused,
    }
}

fn count(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

/// Keeps that nobody came.
///
/// # Errors
/// A fault of the database.
pub fn insert(
    tx: &mut Tx<'_>,
    (id, whose): (BookingId, UserId),
    kept: &NoShow,
    by: Option<UserId>,
) -> Result<(), Halt> {
    diesel::insert_into(no_show::table)
        .values((
            no_show::booking_id.eq(id.number()),
            no_show::user_id.eq(whose.number()),
            no_show::percent.eq(i64::from(kept.percent)),
            no_show::suspends_after.eq(i64::from(kept.mark.suspends_after)),
            no_show::suspension_days.eq(i64::from(kept.mark.days)),
            no_show::marked_by.eq(by.map(UserId::number)),
            no_show::marked_at.eq(kept.mark.at.unix()),
            no_show::note.eq(&kept.note),
            no_show::excused.eq(false),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Keeps the applicant's appeal.
///
/// # Errors
/// A fault; another try if somebody was quicker.
pub fn appeal(tx: &mut Tx<'_>, id: BookingId, appeal: &Appeal) -> Result<(), Halt> {
    let open = no_show::table
        .filter(no_show::booking_id.eq(id.number()))
        .filter(no_show::appeal.is_null());
    let changed = diesel::update(open)
        .set((
            no_show::appeal.eq(Some(&appeal.text)),
            no_show::appealed_at.eq(Some(appeal.at.unix())),
        ))
        .execute(&mut **tx)?;
    once(changed)
}

/// Keeps the facility's answer, and whether the record was taken back with it.
///
/// # Errors
/// A fault; another try if somebody was quicker.
pub fn answer(
    tx: &mut Tx<'_>,
    id: BookingId,
    reason: &str,
    by: UserId,
    excused: bool,
) -> Result<(), Halt> {
    let at = tx.at().unix();
    let standing = no_show::table
        .filter(no_show::booking_id.eq(id.number()))
        .filter(no_show::excused.eq(false));
    let changed = diesel::update(standing)
        .set((
            no_show::excused.eq(excused),
            no_show::answer.eq(Some(reason)),
            no_show::answered_by.eq(Some(by.number())),
            no_show::answered_at.eq(Some(at)),
        ))
        .execute(&mut **tx)?;
    once(changed)
}

fn once(changed: usize) -> Result<(), Halt> {
    match changed {
        1 => Ok(()),
        _ => Err(Halt::Fault(Fault::Again)),
    }
}

/// The bookings at these facilities whose appeal waits for an answer, the oldest appeal first.
///
/// # Errors
/// A fault of the database.
pub fn appealed(
    conn: &mut Conn,
    facilities: &[FacilityId],
    most: i64,
) -> Result<Vec<BookingId>, Halt> {
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let ids: Vec<i64> = no_show::table
        .inner_join(booking::table.inner_join(resource::table))
        .filter(resource::facility_id.eq_any(numbers))
        .filter(no_show::appeal.is_not_null())
        .filter(no_show::answered_at.is_null())
        .order((no_show::appealed_at, no_show::booking_id))
        .select(no_show::booking_id)
        .limit(most)
        .load(conn)?;
    Ok(ids.into_iter().map(BookingId::new).collect())
}
