//! What people do with accounts: register, prove an address, choose a password; invite, give roles.

use crate::acts::session::{self, Credentials};
use crate::domain::actor::{Actor, Role, Who};
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::UserId;
use crate::domain::mail_token::Purpose;
use crate::domain::password;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::text;
use crate::domain::user::{self, Account, NewUser, Opening, Registration, Standing};
use crate::secret::chance;
use crate::secret::password::Hasher;
use crate::secret::token::Token;
use crate::store;
use crate::store::db::Db;
use crate::store::sign_in_try::Lock;
use crate::store::tx::Tx;

/// Links on which a password is chosen.
pub const CHOOSING: [Purpose; 2] = [Purpose::Reset, Purpose::Invitation];

/// Registers. The answer is the same whether the address has an account; its letter tells.
///
/// # Errors
/// Everything that is wrong with what was typed, or too much is waiting.
pub async fn register(
    db: &Db,
    hasher: &Hasher,
    by: &Actor,
    typed: Registration,
    password: &str,
) -> Result<(), Halt> {
    let (institution, position_class) = user::check_registration(&typed, password)?;
    let new = NewUser {
        id: UserId::new(chance::id(by.at)),
        name: typed.name,
        email: text::fold_email(&typed.email),
        institution,
        position: typed.position,
        position_class,
        phone: typed.phone,
        language: typed.language,
        password_hash: hasher.hash(password).await?,
        created_at: by.at,
        verified_at: None,
    };
    db.act(by.clone(), move |tx, by| open(tx, by, new.clone()))
        .await
}

fn open(tx: &mut Tx<'_>, by: &Actor, new: NewUser) -> Act<()> {
    let affiliations = store::user::affiliations(tx, by.at)?;
    if !affiliations.iter().any(|each| each.id == new.institution) {
        return Err(Halt::because(Refusal::of(Wrong::Missing {
            field: Field::Institution,
        })));
    }
    let known = store::user::by_email(tx, &new.email)?;
    let lately = letters_lately(tx, by, known.as_ref())?;
    let done = user::register(new, known.as_ref(), lately);
    match &done.value {
        Opening::Make(new) => store::user::insert(tx, new)?,
        Opening::Renew(new) => store::user::renew(tx, new)?,
        Opening::Leave => {}
    }
    Ok(done.map(drop))
}

fn letters_lately(tx: &mut Tx<'_>, by: &Actor, known: Option<&Account>) -> Result<i64, Halt> {
    known.map_or(Ok(0), |account| {
        store::user::letters_lately(tx, account.id, by.at)
    })
}

/// Proves an address and signs in: by the link of the letter *and* the password, so that nobody
/// opens an account that somebody else prepared for their address.
///
/// # Errors
/// The link does not work any more, the password is wrong, or too much is waiting.
pub async fn prove(
    db: &Db,
    hasher: &Hasher,
    by: &Actor,
    (link, password): (Token, String),
    before: &Token,
) -> Result<Token, Halt> {
    let account = owner(db, by, &link, &[Purpose::Verify]).await?;
    let email = account.email;
    let account = session::judge(db, hasher, by, Credentials { email, password }).await?;
    let token = Token::fresh().map_err(Halt::broken)?;
    let (hash, before) = (token.hash(), before.hash());
    db.act(by.clone(), move |tx, _| {
        take(tx, &link, &[Purpose::Verify])?;
        store::user::prove(tx, account.id)?;
        store::session::end(tx, &before)?;
        session::enter(tx, &account, &hash)?;
        let event = Event::about_user(Kind::UserVerified, account.id, Vec::new());
        Ok(Done { value: (), event })
    })
    .await?;
    Ok(token)
}

/// Asks for a letter with a link to choose a new password. The answer is the same for everybody.
///
/// # Errors
/// A fault.
pub fn ask_reset(tx: &mut Tx<'_>, by: &Actor, email: &str) -> Act<()> {
    let known = store::user::by_email(tx, &text::fold_email(email))?;
    let lately = letters_lately(tx, by, known.as_ref())?;
    Ok(user::ask_reset(known.as_ref(), lately))
}

/// Chooses a password by the link of a letter. All sessions end, and all older links.
///
/// # Errors
/// The link does not work any more, the password won't do, or too much is waiting.
pub async fn choose_password(
    db: &Db,
    hasher: &Hasher,
    by: &Actor,
    link: Token,
    password: &str,
) -> Result<(), Halt> {
    let account = owner(db, by, &link, &CHOOSING).await?;
    if let Some(refusal) = password::check(password, &[&account.email, &account.name]) {
        return Err(Halt::because(refusal));
    }
    let hash = hasher.hash(password).await?;
    db.act(by.clone(), move |tx, _| {
        take(tx, &link, &CHOOSING)?;
        store::user::take_turn(tx, account.id)?;
        store::user::set_password(tx, account.id, &hash)?;
        store::user::prove(tx, account.id)?;
        store::session::end_all(tx, account.id)?;
        store::mail_token::drop_all(tx, account.id)?;
        store::sign_in_try::forget(tx, &Lock::SignIn(account.email.clone()))?;
        Ok(user::choose_password(&account))
    })
    .await
}

/// Whose link this is.
///
/// # Errors
/// It does not work any more, or a fault.
pub async fn owner(
    db: &Db,
    by: &Actor,
    link: &Token,
    purposes: &'static [Purpose],
) -> Result<Account, Halt> {
    let (link, at) = (link.clone(), by.at);
    let found = db
        .read(move |conn| {
            let owner = store::mail_token::owner(conn, &link, purposes, at)?;
            owner.map_or(Ok(None), |user| store::user::by_id(conn, user))
        })
        .await?;
    found
        .filter(|account| account.standing != Standing::Suspended)
        .ok_or_else(expired)
}

fn take(tx: &mut Tx<'_>, link: &Token, purposes: &[Purpose]) -> Result<UserId, Halt> {
    store::mail_token::take(tx, link, purposes)?.ok_or_else(expired)
}

fn expired() -> Halt {
    Halt::because(Refusal::of(Wrong::LinkExpired))
}

/// Makes an account for somebody, who is asked by letter to choose a password.
///
/// # Errors
/// [`Halt::NotAllowed`], or refused where the address has an account already: it stays as it is.
pub fn invite(tx: &mut Tx<'_>, by: &Actor, new: NewUser, role: Option<Role>) -> Act<UserId> {
    let granter = administrator(by)?;
    if store::user::by_email(tx, &new.email)?.is_some() {
        return Err(Halt::because(Refusal::of(Wrong::WrongState)));
    }
    let done = user::invite(new, role);
    store::user::insert(tx, &done.value)?;
    if let Some(role) = role {
        store::role::grant(tx, done.value.id, role, granter)?;
    }
    Ok(done.map(|new| new.id))
}

/// Gives a role to the owner of an address, whose sessions end: the next one knows the role.
///
/// # Errors
/// [`Halt::NotAllowed`], or [`Halt::Absent`] without such an account.
pub fn grant(tx: &mut Tx<'_>, by: &Actor, email: &str, role: Role) -> Act<()> {
    let granter = administrator(by)?;
    let account = store::user::by_email(tx, &text::fold_email(email))?.ok_or(Halt::Absent)?;
    store::role::grant(tx, account.id, role, granter)?;
    store::session::end_all(tx, account.id)?;
    let event = Event::about_user(Kind::RoleGranted, account.id, Vec::new());
    let event = event.with("role", role.code());
    Ok(Done { value: (), event })
}

/// Takes a role back; the sessions of whoever held it end.
///
/// # Errors
/// [`Halt::NotAllowed`], or [`Halt::Absent`] without such an account or where it has no such role.
pub fn revoke(tx: &mut Tx<'_>, by: &Actor, email: &str, role: Role) -> Act<()> {
    administrator(by)?;
    let account = store::user::by_email(tx, &text::fold_email(email))?.ok_or(Halt::Absent)?;
    if !store::role::revoke(tx, account.id, role)? {
        return Err(Halt::Absent);
    }
    store::session::end_all(tx, account.id)?;
    let event = Event::about_user(Kind::RoleRevoked, account.id, Vec::new());
    let event = event.with("role", role.code());
    Ok(Done { value: (), event })
}

/// Who may invite and give roles: an administrator, or the operator at the machine.
fn administrator(by: &Actor) -> Result<Option<UserId>, Halt> {
    match &by.who {
        Who::House => Ok(None),
        Who::Person(person) if by.holds(|role| role == Role::Administrator) => Ok(Some(person.id)),
        Who::Person(_) | Who::Stranger => Err(Halt::NotAllowed),
    }
}

#[cfg(test)]
mod tests;
