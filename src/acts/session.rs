//! What people do with sessions: sign in, sign out.

use crate::acts::lock;
use crate::domain::actor::Actor;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::session::ends;
use crate::domain::text;
use crate::domain::user::{self, Account, Standing};
use crate::secret::password::Hasher;
use crate::secret::token::Token;
use crate::store;
use crate::store::db::Db;
use crate::store::sign_in_try::Lock;
use crate::store::tx::Tx;

/// What somebody typed to sign in.
pub struct Credentials {
    pub email: String,
    pub password: String,
}

/// What the right password leads to.
pub enum Entry {
    /// A session, with a secret of its own: the one before is worth nothing any more.
    In(Token),
    /// A letter: the address must be proved first.
    ProveFirst,
}

/// Signs in. Whether the account exists, is suspended, or the password is wrong: the answer is one,
/// and takes the same time.
///
/// # Errors
/// Refused, or too much is waiting.
pub async fn sign_in(
    db: &Db,
    hasher: &Hasher,
    by: &Actor,
    typed: Credentials,
    before: &Token,
) -> Result<Entry, Halt> {
    let account = judge(db, hasher, by, typed).await?;
    if account.standing == Standing::Unproven {
        db.act(by.clone(), move |tx, by| prove_again(tx, by, &account))
            .await?;
        return Ok(Entry::ProveFirst);
    }
    let token = Token::fresh().map_err(Halt::broken)?;
    let (hash, before) = (token.hash(), before.hash());
    db.act(by.clone(), move |tx, _| {
        store::session::end(tx, &before)?;
        enter(tx, &account, &hash)?;
        let event = Event::about_user(Kind::SignedIn, account.id, Vec::new());
        Ok(Done { value: (), event })
    })
    .await?;
    Ok(Entry::In(token))
}

/// Judges a password.
///
/// # Errors
/// Refused, or too much is waiting.
pub(in crate::acts) async fn judge(
    db: &Db,
    hasher: &Hasher,
    by: &Actor,
    typed: Credentials,
) -> Result<Account, Halt> {
    let email = text::fold_email(&typed.email);
    let lock = Lock::SignIn(email.clone());
    let look = move |tx: &mut Tx<'_>| {
        let known = store::user::by_email(tx, &email)?;
        let hash = known.as_ref().map(|account| account.password_hash.clone());
        Ok((known, hash))
    };
    let tried = lock::fits(db, (hasher, by.at), (lock, &typed.password), look);
    let (known, fits) = tried.await?;
    match known {
        Some(account) if fits && account.standing != Standing::Suspended => Ok(account),
        _ => {
            db.act(by.clone(), |_, _| {
                let event = Event::of(Kind::SignInFailed);
                Ok(Done { value: (), event })
            })
            .await?;
            Err(failed())
        }
    }
}

fn failed() -> Halt {
    Halt::because(Refusal::of(Wrong::SignInFailed))
}

/// Begins a session for an account whose password was judged, unless it changed in the meantime.
///
/// # Errors
/// Refused, or a fault.
pub(in crate::acts) fn enter(
    tx: &mut Tx<'_>,
    judged: &Account,
    token_hash: &str,
) -> Result<(), Halt> {
    store::user::take_turn(tx, judged.id)?;
    let is_same = store::user::by_id(tx, judged.id)?.is_some_and(|now| {
        now.standing == Standing::Active && now.password_hash == judged.password_hash
    });
    if !is_same {
        return Err(failed());
    }
    let roles = store::role::of(tx, judged.id)?;
    let at = tx.at();
    store::session::begin(tx, judged.id, token_hash, ends(at, at, &roles))?;
    store::sign_in_try::forget(tx, &Lock::SignIn(judged.email.clone()))
}

fn prove_again(tx: &mut Tx<'_>, by: &Actor, account: &Account) -> Act<()> {
    let lately = store::user::letters_lately(tx, account.id, by.at)?;
    store::sign_in_try::forget(tx, &Lock::SignIn(account.email.clone()))?;
    Ok(user::prove_again(account, lately))
}

/// Signs out: the secret that the browser holds is worth nothing any more.
///
/// # Errors
/// [`Halt::NotAllowed`] for strangers, or a fault.
pub fn sign_out(tx: &mut Tx<'_>, by: &Actor, token_hash: &str) -> Act<()> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    store::session::end(tx, token_hash)?;
    let event = Event::about_user(Kind::SignedOut, person.id, Vec::new());
    Ok(Done { value: (), event })
}
