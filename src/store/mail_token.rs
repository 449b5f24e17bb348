//! Links with a secret: born when their letter is written, kept as a hash, used once.

use diesel::prelude::{ExpressionMethods, Insertable, OptionalExtension, QueryDsl, RunQueryDsl};

use crate::domain::halt::Halt;
use crate::domain::id::UserId;
use crate::domain::mail_token::Purpose;
use crate::domain::time::Instant;
use crate::secret::token::Token;
use crate::store::engine::Conn;
use crate::store::schema::mail_token;
use crate::store::tx::Tx;

#[derive(Insertable)]
#[diesel(table_name = mail_token)]
struct Row<'a> {
    token_hash: String,
    purpose: &'a str,
    user_id: i64,
    expires_at: i64,
}

/// Gives birth to the secret of a link. The letter's writer puts it into
/// `{base_url}{/en}{purpose.page()}/{token}` and forgets it; earlier links of this purpose die.
///
/// # Errors
/// No randomness, or a fault of the database.
pub fn mint(tx: &mut Tx<'_>, user: UserId, purpose: Purpose) -> Result<Token, Halt> {
    let token = Token::fresh().map_err(Halt::broken)?;
    let at = tx.at();
    let earlier = mail_token::table
        .filter(mail_token::user_id.eq(user.number()))
        .filter(mail_token::purpose.eq(purpose.code()));
    diesel::delete(earlier).execute(&mut **tx)?;
    let row = Row {
        token_hash: token.hash(),
        purpose: purpose.code(),
        user_id: user.number(),
        expires_at: purpose.ends(at).unix(),
    };
    diesel::insert_into(mail_token::table)
        .values(&row)
        .execute(&mut **tx)?;
    Ok(token)
}

/// Whose link this is, if it may still be used for one of these purposes. Looking uses nothing up.
///
/// # Errors
/// A fault of the database.
pub fn owner(
    conn: &mut Conn,
    token: &Token,
    purposes: &[Purpose],
    at: Instant,
) -> Result<Option<UserId>, Halt> {
    let codes: Vec<&str> = purposes.iter().map(|purpose| purpose.code()).collect();
    let found: Option<i64> = mail_token::table
        .filter(mail_token::token_hash.eq(token.hash()))
        .filter(mail_token::purpose.eq_any(codes))
        .filter(mail_token::used_at.is_null())
        .filter(mail_token::expires_at.gt(at.unix()))
        .select(mail_token::user_id)
        .first(conn)
        .optional()?;
    Ok(found.map(UserId::new))
}

/// Uses a link up and says whose it was; of two who use it at once, one gets nothing.
///
/// # Errors
/// A fault of the database.
pub fn take(tx: &mut Tx<'_>, token: &Token, purposes: &[Purpose]) -> Result<Option<UserId>, Halt> {
    let at = tx.at();
    let Some(user) = owner(tx, token, purposes, at)? else {
        return Ok(None);
    };
    let unused = mail_token::table
        .filter(mail_token::token_hash.eq(token.hash()))
        .filter(mail_token::used_at.is_null());
    let used = diesel::update(unused)
        .set(mail_token::used_at.eq(at.unix()))
        .execute(&mut **tx)?;
    Ok((used == 1).then_some(user))
}

/// Kills all links of an account: its password is new, older letters open nothing.
///
/// # Errors
/// A fault of the database.
pub fn drop_all(tx: &mut Tx<'_>, user: UserId) -> Result<(), Halt> {
    let mine = mail_token::table.filter(mail_token::user_id.eq(user.number()));
    diesel::delete(mine).execute(&mut **tx)?;
    Ok(())
}

/// Forgets links that no longer work.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<(), Halt> {
    let ended = mail_token::table.filter(mail_token::expires_at.le(tx.at().unix()));
    diesel::delete(ended).execute(&mut **tx)?;
    Ok(())
}
