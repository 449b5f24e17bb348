//! 変更 as they are kept: what a booking would become or became, what it was judged by, what became of it.

use diesel::prelude::*;

use crate::domain::booking::amend::Proposal;
use crate::domain::booking::evaluation::Evaluation;
use crate::domain::booking::{Content, Safety, State};
use crate::domain::halt::{Fault, Halt};
use crate::domain::id::{BookingId, ChangeId, FacilityId};
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span};
use crate::store::engine::Conn;
use crate::store::schema::{booking, booking_change, resource};
use crate::store::tx::Tx;

/// What became of it.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Fate {
    Asked,
    Granted,
    Refused,
    Withdrawn,
    Lapsed,
}

impl Fate {
    /// The code kept in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Granted => "granted",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Lapsed => "lapsed",
        }
    }
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = booking_change)]
struct Row {
    id: i64,
    booking_id: i64,
    starts_at: i64,
    ends_at: i64,
    units: i64,
    purpose: String,
    sample: String,
    safety: String,
    support_mode: String,
    project_number: String,
    evaluation: String,
    state: String,
    asked_at: i64,
    agreed_at: Option<i64>,
}

/// Keeps a change that was done or asked for.
///
/// # Errors
/// A fault; another try if one was asked for in the meantime.
pub fn insert(
    tx: &mut Tx<'_>,
    booking: BookingId,
    proposal: &Proposal,
    fate: Fate,
) -> Result<(), Halt> {
    let content = &proposal.content;
    let row = Row {
        id: proposal.id.number(),
        booking_id: booking.number(),
        starts_at: proposal.span.start().unix(),
        ends_at: proposal.span.end().unix(),
        units: i64::from(proposal.units),
        purpose: content.purpose.clone(),
        sample: content.sample.clone(),
        safety: content.safety.map_or("", Safety::code).to_owned(),
        support_mode: content
            .support_mode
            .map_or("", SupportMode::code)
            .to_owned(),
        project_number: content.project_number.clone(),
        evaluation: serde_json::to_string(&proposal.evaluation).map_err(Halt::broken)?,
        state: fate.code().to_owned(),
        asked_at: proposal.asked_at.unix(),
        agreed_at: proposal.agreed.then(|| proposal.asked_at.unix()),
    };
    diesel::insert_into(booking_change::table)
        .values(&row)
        .execute(&mut **tx)?;
    Ok(())
}

/// The change that waits for a decision, if one does.
///
/// # Errors
/// A fault of the database.
pub fn open(conn: &mut Conn, id: BookingId) -> Result<Option<Proposal>, Halt> {
    let row: Option<Row> = booking_change::table
        .filter(booking_change::booking_id.eq(id.number()))
        .filter(booking_change::state.eq(Fate::Asked.code()))
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    row.map(read).transpose()
}

fn read(row: Row) -> Result<Proposal, Halt> {
    let unreadable = || Halt::broken("a change of a booking can't be read");
    let at = Instant::from_unix;
    Ok(Proposal {
        id: ChangeId::new(row.id),
        span: Span::new(at(row.starts_at), at(row.ends_at)).ok_or_else(unreadable)?,
        units: u32::try_from(row.units).map_err(|_| unreadable())?,
        evaluation: serde_json::from_str(&row.evaluation).map_err(|_| unreadable())?,
        content: Content {
            purpose: row.purpose,
            sample: row.sample,
            safety: Safety::from_code(&row.safety),
            support_mode: SupportMode::from_code(&row.support_mode),
            project_number: row.project_number,
        },
        asked_at: at(row.asked_at),
        agreed: row.agreed_at.is_some(),
    })
}

/// Its own facility agreed; it waits for the others of its set.
///
/// # Errors
/// A fault of the database.
pub fn agree(tx: &mut Tx<'_>, id: BookingId) -> Result<(), Halt> {
    let at = tx.at().unix();
    let waiting = booking_change::table
        .filter(booking_change::booking_id.eq(id.number()))
        .filter(booking_change::state.eq(Fate::Asked.code()));
    diesel::update(waiting)
        .set(booking_change::agreed_at.eq(Some(at)))
        .execute(&mut **tx)?;
    Ok(())
}

/// Ends the change that waits for a decision.
///
/// # Errors
/// A fault; another try if somebody was quicker.
pub fn end(tx: &mut Tx<'_>, id: BookingId, fate: Fate) -> Result<(), Halt> {
    match close(tx, id, fate)? {
        1 => Ok(()),
        _ => Err(Halt::Fault(Fault::Again)),
    }
}

/// Ends the change that waits, if one does: the booking moved on without it.
///
/// # Errors
/// A fault of the database.
pub fn overtake(tx: &mut Tx<'_>, id: BookingId) -> Result<(), Halt> {
    if let Some(waits) = open(tx, id)? {
        close(tx, id, Fate::Lapsed)?;
        tx.overtook(id, waits.span);
    }
    Ok(())
}

fn close(tx: &mut Tx<'_>, id: BookingId, fate: Fate) -> Result<usize, Halt> {
    let at = tx.at().unix();
    let waiting = booking_change::table
        .filter(booking_change::booking_id.eq(id.number()))
        .filter(booking_change::state.eq(Fate::Asked.code()));
    let changed = diesel::update(waiting)
        .set((
            booking_change::state.eq(fate.code()),
            booking_change::decided_at.eq(Some(at)),
        ))
        .execute(&mut **tx)?;
    Ok(changed)
}

/// What the last change that was done was judged by.
///
/// # Errors
/// A fault of the database.
pub fn judged_by(conn: &mut Conn, id: BookingId) -> Result<Option<Evaluation>, Halt> {
    let text: Option<String> = booking_change::table
        .filter(booking_change::booking_id.eq(id.number()))
        .filter(booking_change::state.eq(Fate::Granted.code()))
        .order(booking_change::id.desc())
        .select(booking_change::evaluation)
        .first(conn)
        .optional()?;
    text.map(|text| serde_json::from_str(&text).map_err(Halt::broken))
        .transpose()
}

/// Confirmed bookings of these facilities with a change that waits, the oldest question first.
///
/// # Errors
/// A fault of the database.
pub fn waiting(
    conn: &mut Conn,
    facilities: &[FacilityId],
    most: i64,
) -> Result<Vec<BookingId>, Halt> {
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let ids: Vec<i64> = booking_change::table
        .inner_join(booking::table.inner_join(resource::table))
        .filter(booking_change::state.eq(Fate::Asked.code()))
        // what its facility agreed to waits for others
        .filter(booking_change::agreed_at.is_null())
        .filter(booking::state.eq(State::Confirmed.code()))
        .filter(resource::facility_id.eq_any(numbers))
        .order(booking_change::id)
        .select(booking_change::booking_id)
        .limit(most)
        .load(conn)?;
    Ok(ids.into_iter().map(BookingId::new).collect())
}

/// Bookings with a change that nobody decided before one of the two times began.
///
/// # Errors
/// A fault of the database.
pub fn overdue(conn: &mut Conn, at: Instant, most: i64) -> Result<Vec<BookingId>, Halt> {
    let now = at.unix();
    let ids: Vec<i64> = booking_change::table
        .inner_join(booking::table)
        .filter(booking_change::state.eq(Fate::Asked.code()))
        .filter(
            booking_change::starts_at
                .le(now)
                .or(booking::starts_at.le(now)),
        )
        .order(booking_change::id)
        .select(booking_change::booking_id)
        .limit(most)
        .load(conn)?;
    Ok(ids.into_iter().map(BookingId::new).collect())
}
