//! Taking letters from the outbox for one try, and recording what became of them.

use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, RunQueryDsl,
};

use crate::domain::delivery::Next;
use crate::domain::halt::Halt;
use crate::domain::id::{LetterId, UserId};
use crate::domain::language::Language;
use crate::domain::letter::{Letter, Recipient};
use crate::domain::time::Instant;
use crate::store::engine::Conn;
use crate::store::schema::{event, outbox};
use crate::store::tx::Tx;

/// States of letters that are still to be tried when their time has come. One that is being sent
/// counts too: if its time is over, whoever was sending it has died.
const TO_TRY: [&str; 4] = ["queued", "retry", "sending", "uncertain"];
/// The time of a letter that is never tried again by itself.
pub(super) const NEVER: i64 = i64::MAX;

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
    let uncertain: Vec<i64> = due
        .into_iter()
        .filter(|(_, state)| state == "uncertain")
        .map(|(id, _)| id)
        .collect();
    load(tx, &mine, &uncertain)
}

type Row = (i64, (i64, String, String, String), String, i64, i64);

fn load(conn: &mut Conn, ids: &[i64], uncertain: &[i64]) -> Result<Vec<Claimed>, Halt> {
    let rows: Vec<Row> = outbox::table
        .inner_join(event::table.on(event::id.eq(outbox::event_id)))
        .filter(outbox::id.eq_any(ids))
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
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|row| claimed(row, uncertain))
        .collect())
}

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
