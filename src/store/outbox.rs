//! The outbox: letters that wait, are on their way, were sent, or went wrong. Its state leaves no
//! witness in the ledger, because the event that caused the letter is one already.

use diesel::dsl::count_star;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, RunQueryDsl,
};

use crate::domain::delivery::Next;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, LetterId, UserId};
use crate::domain::language::Language;
use crate::domain::letter::{Letter, Recipient};
use crate::domain::time::Instant;
use crate::store::engine::Conn;
use crate::store::schema::{event, outbox};
use crate::store::tx::Tx;

/// States of letters that are still to be tried when their time has come. One that is being sent
/// counts too: if its time is over, whoever was sending it has died.
const TO_TRY: [&str; 4] = ["queued", "retry", "sending", "uncertain"];
/// States of letters that did not arrive, as far as we know.
const UNSENT: [&str; 5] = ["queued", "retry", "sending", "uncertain", "dead"];
/// The time of a letter that is never tried again by itself.
const NEVER: i64 = i64::MAX;

/// A letter that was handed to the caller for one try.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claimed {
    pub id: LetterId,
    pub to: Recipient,
    /// What it says; none if this version of the house can't read it.
    pub letter: Option<Letter>,
    /// When the event happened.
    pub at: Instant,
    /// How often it was tried, this time included.
    pub tries: i64,
    /// Whether an earlier try may have arrived.
    pub was_uncertain: bool,
}

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

/// Whether a letter is to be tried at this moment.
///
/// # Errors
/// A fault of the database.
pub fn is_due(conn: &mut Conn, at: Instant) -> Result<bool, Halt> {
    let first: Option<i64> = outbox::table
        .filter(outbox::state.eq_any(TO_TRY))
        .filter(outbox::next_at.le(at.unix()))
        .select(outbox::id)
        .first(conn)
        .optional()?;
    Ok(first.is_some())
}

/// Takes up to `most` letters whose time has come, oldest first, for `lease` seconds. Nobody else
/// gets them before that, in this process or another.
///
/// # Errors
/// A fault of the database.
pub fn claim(tx: &mut Tx<'_>, most: i64, lease: i64) -> Result<Vec<Claimed>, Halt> {
    let now = tx.at().unix();
    let due: Vec<(i64, String)> = outbox::table
        .filter(outbox::state.eq_any(TO_TRY))
        .filter(outbox::next_at.le(now))
        .order((outbox::next_at, outbox::id))
        .select((outbox::id, outbox::state))
        .limit(most)
        .load(&mut **tx)?;
    let ids: Vec<i64> = due.iter().map(|(id, _)| *id).collect();
    // A second process that waited for these rows finds their time moved, and leaves them alone.
    let mine: Vec<i64> = diesel::update(outbox::table)
        .filter(
            outbox::id
                .eq_any(&ids)
                .and(outbox::state.eq_any(TO_TRY))
                .and(outbox::next_at.le(now)),
        )
        .set((
            outbox::state.eq("sending"),
            outbox::tries.eq(outbox::tries + 1),
            outbox::next_at.eq(now.saturating_add(lease)),
        ))
        .returning(outbox::id)
        .get_results(&mut **tx)?;
    let rows: Vec<Row> = outbox::table
        .inner_join(event::table.on(event::id.eq(outbox::event_id)))
        .filter(outbox::id.eq_any(&mine))
        .order(outbox::id)
        .select((
            outbox::id,
            (
                outbox::user_id,
                outbox::name,
                outbox::email,
                outbox::language,
            ),
            outbox::facts,
            event::at,
            outbox::tries,
        ))
        .load(&mut **tx)?;
    let uncertain: Vec<i64> = due
        .into_iter()
        .filter(|(_, state)| state == "uncertain")
        .map(|(id, _)| id)
        .collect();
    Ok(rows
        .into_iter()
        .map(|row| claimed(row, &uncertain))
        .collect())
}

type Row = (i64, (i64, String, String, String), String, i64, i64);

fn claimed(row: Row, uncertain: &[i64]) -> Claimed {
    let (id, (user, name, email, language), facts, at, tries) = row;
    Claimed {
        id: LetterId::new(id),
        to: Recipient {
            user: UserId::new(user),
            name,
            email,
            language: Language::from_code(&language),
        },
        letter: serde_json::from_str(&facts).ok(),
        at: Instant::from_unix(at),
        tries,
        was_uncertain: uncertain.contains(&id),
    }
}

/// Records what follows from a try. Somebody whose lease ran out, and whose letter another has
/// taken since, changes nothing.
///
/// # Errors
/// A fault of the database.
pub fn mark(
    tx: &mut Tx<'_>,
    letter: &Claimed,
    next: Next,
    problem: Option<&str>,
) -> Result<(), Halt> {
    let now = tx.at().unix();
    let (state, next_at, sent_at) = match next {
        Next::Sent => ("sent", NEVER, Some(now)),
        Next::Retry(at) => ("retry", at.unix(), None),
        Next::Uncertain(at) => ("uncertain", at.map_or(NEVER, Instant::unix), None),
        Next::Dead => ("dead", NEVER, None),
    };
    diesel::update(outbox::table)
        .filter(outbox::id.eq(letter.id.number()))
        .filter(outbox::state.eq("sending"))
        .filter(outbox::tries.eq(letter.tries))
        .set((
            outbox::state.eq(state),
            outbox::next_at.eq(next_at),
            outbox::sent_at.eq(sent_at),
            outbox::problem.eq(problem),
        ))
        .execute(&mut **tx)?;
    Ok(())
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

const LINE: (
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
) = (
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
