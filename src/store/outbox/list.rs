//! What operators see of the outbox: counts, letters that did not arrive, letters sent last.

use diesel::dsl::count_star;
use diesel::{ExpressionMethods, JoinOnDsl, QueryDsl, RunQueryDsl};

use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, LetterId};
use crate::domain::time::Instant;
use crate::store::engine::Conn;
use crate::store::outbox::claim::NEVER;
use crate::store::schema::{event, outbox};

/// States of letters that did not arrive, as far as we know.
const UNSENT: [&str; 5] = ["queued", "retry", "sending", "uncertain", "dead"];

/// One line for the operator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    pub id: LetterId,
    /// What kind of letter it is.
    pub letter: String,
    pub booking: Option<BookingId>,
    pub email: String,
    pub state: String,
    pub tries: i64,
    pub queued_at: Instant,
    /// When it is tried next, if it is.
    pub next_at: Option<Instant>,
    pub sent_at: Option<Instant>,
    pub problem: Option<String>,
}

/// How many letters are in which state.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Waiting for their first try, or being sent.
    pub waiting: i64,
    /// Tried in vain so far.
    pub retrying: i64,
    /// Nobody knows whether they arrived.
    pub uncertain: i64,
    /// Given up.
    pub dead: i64,
    pub sent: i64,
}

/// How many letters are in which state.
///
/// # Errors
/// A fault of the database.
pub fn counts(conn: &mut Conn) -> Result<Counts, Halt> {
    let rows: Vec<(String, i64)> = outbox::table
        .group_by(outbox::state)
        .select((outbox::state, count_star()))
        .load(conn)?;
    let mut counts = Counts::default();
    for (state, count) in rows {
        match state.as_str() {
            "retry" => counts.retrying += count,
            "uncertain" => counts.uncertain += count,
            "dead" => counts.dead += count,
            "sent" => counts.sent += count,
            "queued" | "sending" => counts.waiting += count,
            _ => {}
        }
    }
    Ok(counts)
}

/// The letters that did not arrive yet, oldest first.
///
/// # Errors
/// A fault of the database.
pub fn unsent(conn: &mut Conn, most: i64) -> Result<Vec<Line>, Halt> {
    let rows: Vec<LineRow> = outbox::table
        .inner_join(event::table.on(event::id.eq(outbox::event_id)))
        .filter(outbox::state.eq_any(UNSENT))
        .order(outbox::id)
        .select(LINE)
        .limit(most)
        .load(conn)?;
    Ok(rows.into_iter().map(line).collect())
}

/// The letters sent last, newest first.
///
/// # Errors
/// A fault of the database.
pub fn sent(conn: &mut Conn, most: i64) -> Result<Vec<Line>, Halt> {
    let rows: Vec<LineRow> = outbox::table
        .inner_join(event::table.on(event::id.eq(outbox::event_id)))
        .filter(outbox::state.eq("sent"))
        .order(outbox::id.desc())
        .select(LINE)
        .limit(most)
        .load(conn)?;
    Ok(rows.into_iter().map(line).collect())
}

type LineRow = (
    (i64, String, Option<i64>, String, String),
    (i64, i64, i64, Option<i64>, Option<String>),
);

const LINE: (LineHead, LineTail) = (
    (
        outbox::id,
        outbox::letter,
        event::booking_id,
        outbox::email,
        outbox::state,
    ),
    (
        outbox::tries,
        event::at,
        outbox::next_at,
        outbox::sent_at,
        outbox::problem,
    ),
);
type LineHead = (
    outbox::id,
    outbox::letter,
    event::booking_id,
    outbox::email,
    outbox::state,
);
type LineTail = (
    outbox::tries,
    event::at,
    outbox::next_at,
    outbox::sent_at,
    outbox::problem,
);

fn line(row: LineRow) -> Line {
    let ((id, letter, booking, email, state), (tries, at, next_at, sent_at, problem)) = row;
    Line {
        id: LetterId::new(id),
        letter,
        booking: booking.map(BookingId::new),
        email,
        state,
        tries,
        queued_at: Instant::from_unix(at),
        next_at: (next_at != NEVER).then(|| Instant::from_unix(next_at)),
        sent_at: sent_at.map(Instant::from_unix),
        problem,
    }
}
