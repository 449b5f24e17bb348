//! Delivering: takes letters from the outbox, composes them, hands them to the courier, records it.

use crate::domain::delivery::{self, Next, Outcome, Tries};
use crate::domain::halt::Halt;
use crate::domain::letter::Letter;
use crate::domain::mail_token::Purpose;
use crate::house::House;
use crate::notice::compose;
use crate::notice::parcel::Parcel;
use crate::secret::token::Token;
use crate::store::mail_token;
use crate::store::outbox::claim::{self, Claimed};

/// Letters taken in one turn.
const MOST: i64 = 50;
/// Seconds for which a turn keeps its letters: longer than 50 letters to a server that is slow.
const LEASE: i64 = 30 * 60;

/// Whether a turn found as much as it could take.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Turn {
    Full,
    Done,
}

/// One turn: up to 50 letters.
///
/// # Errors
/// The outbox can't be read or written.
pub async fn turn(house: &House) -> Result<Turn, Halt> {
    let at = house.clock.now();
    if !house.db.read(move |conn| claim::is_due(conn, at)).await? {
        return Ok(Turn::Done);
    }
    let letters = house
        .db
        .tend(at, |tx| claim::claim(tx, MOST, LEASE))
        .await?;
    let full = i64::try_from(letters.len()).is_ok_and(|count| count == MOST);
    let mut down = None;
    for letter in letters {
        // A server that is away for one letter is away for all: the rest waits without asking it.
        let outcome = match &down {
            Some(problem) => Outcome::Away(String::clone(problem)),
            None => deliver(house, &letter).await,
        };
        if let Outcome::Away(problem) = &outcome {
            down.get_or_insert_with(|| problem.clone());
        }
        record(house, letter, outcome).await?;
    }
    Ok(if full && down.is_none() {
        Turn::Full
    } else {
        Turn::Done
    })
}

/// Tries one letter.
async fn deliver(house: &House, claimed: &Claimed) -> Outcome {
    let parcel = match parcel(house, claimed).await {
        Ok(parcel) => parcel,
        Err(outcome) => return outcome,
    };
    let courier = house.courier.clone();
    let carried = tokio::task::spawn_blocking(move || courier.carry(&parcel)).await;
    carried.unwrap_or_else(|error| Outcome::Unknown(format!("the courier broke: {error}")))
}

/// The letter in words, with a fresh secret where its link needs one.
async fn parcel(house: &House, claimed: &Claimed) -> Result<Parcel, Outcome> {
    let unreadable = || Outcome::Never("this version can't read the letter".to_owned());
    let letter = claimed.letter.as_ref().ok_or_else(unreadable)?;
    let secret = secret(house, letter).await.map_err(|halt| {
        tracing::error!(?halt, "no secret for a letter");
        Outcome::NotNow("the secret of its link could not be made".to_owned())
    })?;
    let composed = compose::compose(
        &house.config,
        &claimed.to,
        letter,
        claimed.at,
        secret.as_ref(),
    )
    .map_err(Outcome::Never)?;
    Ok(Parcel {
        id: claimed.id,
        to: claimed.to.email.clone(),
        at: claimed.at,
        composed,
    })
}

/// The token of a letter's link: born now, so that no table ever held it in the clear.
async fn secret(house: &House, letter: &Letter) -> Result<Option<Token>, Halt> {
    let Letter::Account(facts) = letter else {
        return Ok(None);
    };
    let Some(purpose) = Purpose::of(facts.about) else {
        return Ok(None);
    };
    let user = facts.user;
    let at = house.clock.now();
    let token = house
        .db
        .tend(at, move |tx| mail_token::mint(tx, user, purpose))
        .await?;
    Ok(Some(token))
}

/// Records what became of a letter.
async fn record(house: &House, letter: Claimed, outcome: Outcome) -> Result<(), Halt> {
    let at = house.clock.now();
    let tries = Tries {
        count: letter.tries,
        queued_at: letter.at,
        was_uncertain: letter.was_uncertain,
        salt: letter.id.number(),
    };
    let next = delivery::next(tries, &outcome, at);
    let problem = match outcome {
        Outcome::Sent => None,
        Outcome::Away(problem)
        | Outcome::NotNow(problem)
        | Outcome::Never(problem)
        | Outcome::Unknown(problem) => {
            tracing::warn!(letter = %letter.id, ?next, problem, "a letter did not go out");
            Some(problem)
        }
    };
    if next == Next::Dead {
        tracing::error!(letter = %letter.id, "a letter is given up");
    }
    house
        .db
        .tend(at, move |tx| {
            claim::mark(tx, &letter, next, problem.as_deref())
        })
        .await
}
