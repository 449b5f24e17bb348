//! Sessions: who a browser's secret belongs to, how one begins and ends.

use diesel::dsl::count_star;
use diesel::prelude::{
    BoolExpressionMethods, ExpressionMethods, Insertable, JoinOnDsl, NullableExpressionMethods,
    QueryDsl, RunQueryDsl,
};

use crate::domain::actor::{Person, Role};
use crate::domain::halt::Halt;
use crate::domain::id::{InstitutionId, UserId};
use crate::domain::language::Language;
use crate::domain::session::MOST;
use crate::domain::time::Instant;
use crate::store::booking::home as at_home;
use crate::store::desk;
use crate::store::engine::Conn;
use crate::store::gate::ask;
use crate::store::role::{self, Code};
use crate::store::schema::{booking, desk_grant, resource, role_grant, session, user};
use crate::store::tx::Tx;
use crate::store::user as account;

/// Somebody signed in, and how many requests wait for them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Visitor {
    pub person: Person,
    pub waiting: Option<i64>,
    /// 所属責任者: requests that wait for their agreement.
    pub endorsing: i64,
    /// Answers that the offices owe at which they sit; none for who sits at none.
    pub owed: Option<i64>,
    /// When the session began, and when its use was noted last.
    pub began_at: Instant,
    pub noted_at: Instant,
}

/// A session's row with its person's, once per role and desk.
type Row = (
    (i64, String, String, String, i64),
    (i64, i64),
    Option<Code>,
    Option<desk::Code>,
);

/// Whose session this is, if it still runs and the account is active: one query, one more for
/// those who decide on requests, and one for those who answer at an office.
///
/// # Errors
/// A fault of the database.
pub fn visitor(conn: &mut Conn, token_hash: &str, at: Instant) -> Result<Option<Visitor>, Halt> {
    let rows = rows(conn, token_hash, at)?;
    let mut roles = Vec::new();
    let mut found = None;
    for (person, times, code, sits) in rows {
        for role in [code.and_then(role::read), sits.and_then(desk::read)] {
            roles.extend(role.filter(|role| !roles.contains(role)));
        }
        found = Some((person, times));
    }
    let Some(((id, name, email, language, institution), (began_at, noted_at))) = found else {
        return Ok(None);
    };
    let waiting = waiting(conn, &roles)?;
    let owed = ask::owed(conn, &roles, at)?;
    let home = InstitutionId::new(institution);
    let person = Person {
        id: UserId::new(id),
        name,
        email,
        language: Language::from_code(&language),
        institution: home,
        roles,
    };
    Ok(Some(Visitor {
        endorsing: at_home::count(conn, person.id, home)?,
        person,
        waiting,
        owed,
        began_at: Instant::from_unix(began_at),
        noted_at: Instant::from_unix(noted_at),
    }))
}

/// The session with its person, once per role that they hold now.
fn rows(conn: &mut Conn, token_hash: &str, at: Instant) -> Result<Vec<Row>, Halt> {
    let held = role_grant::user_id
        .eq(user::id)
        .and(role_grant::revoked_at.is_null());
    let sits = desk_grant::user_id
        .eq(user::id)
        .and(desk_grant::revoked_at.is_null());
    Ok(session::table
        .inner_join(user::table)
        .left_join(role_grant::table.on(held))
        .left_join(desk_grant::table.on(sits))
        .filter(session::token_hash.eq(token_hash))
        .filter(session::expires_at.gt(at.unix()))
        .filter(user::state.eq("active"))
        .select((
            (
                user::id,
                user::name,
                user::email,
                user::language,
                user::institution_id,
            ),
            (session::created_at, session::seen_at),
            (
                role_grant::role,
                role_grant::institution_id,
                role_grant::facility_id,
            )
                .nullable(),
            (desk_grant::institution_id, desk_grant::desk).nullable(),
        ))
        .load(conn)?)
}

/// How many requests wait at the facilities of these roles; none for who manages none.
fn waiting(conn: &mut Conn, roles: &[Role]) -> Result<Option<i64>, Halt> {
    let facilities: Vec<i64> = roles
        .iter()
        .filter_map(|role| match role {
            Role::FacilityManager(facility) => Some(facility.number()),
            _ => None,
        })
        .collect();
    if facilities.is_empty() {
        return Ok(None);
    }
    let count = booking::table
        .inner_join(resource::table)
        .filter(booking::state.eq_any(["facility_review", "submitted"]))
        .filter(resource::facility_id.eq_any(facilities))
        .select(count_star())
        .first(conn)?;
    Ok(Some(count))
}

#[derive(Insertable)]
#[diesel(table_name = session)]
struct NewRow<'a> {
    token_hash: &'a str,
    user_id: i64,
    created_at: i64,
    seen_at: i64,
    expires_at: i64,
}

/// Begins a session. Of an account's sessions the newest stay, as many as are allowed.
///
/// # Errors
/// A fault of the database.
pub fn begin(tx: &mut Tx<'_>, user: UserId, token_hash: &str, ends: Instant) -> Result<(), Halt> {
    account::take_turn(tx, user)?;
    let at = tx.at().unix();
    let mine = || session::table.filter(session::user_id.eq(user.number()));
    diesel::delete(mine().filter(session::expires_at.le(at))).execute(&mut **tx)?;
    let running: Vec<String> = mine()
        .order((session::created_at.desc(), session::token_hash))
        .select(session::token_hash)
        .load(&mut **tx)?;
    let beyond: Vec<&String> = running.iter().skip(MOST - 1).collect();
    if !beyond.is_empty() {
        diesel::delete(session::table.filter(session::token_hash.eq_any(beyond)))
            .execute(&mut **tx)?;
    }
    let row = NewRow {
        token_hash,
        user_id: user.number(),
        created_at: at,
        seen_at: at,
        expires_at: ends.unix(),
    };
    diesel::insert_into(session::table)
        .values(&row)
        .execute(&mut **tx)?;
    Ok(())
}

/// Notes that a session is in use.
///
/// # Errors
/// A fault of the database.
pub fn note(tx: &mut Tx<'_>, token_hash: &str, ends: Instant) -> Result<(), Halt> {
    let at = tx.at().unix();
    let running = session::table
        .filter(session::token_hash.eq(token_hash))
        .filter(session::seen_at.lt(at));
    diesel::update(running)
        .set((session::seen_at.eq(at), session::expires_at.eq(ends.unix())))
        .execute(&mut **tx)?;
    Ok(())
}

/// Ends one session, if it runs.
///
/// # Errors
/// A fault of the database.
pub fn end(tx: &mut Tx<'_>, token_hash: &str) -> Result<(), Halt> {
    diesel::delete(session::table.filter(session::token_hash.eq(token_hash))).execute(&mut **tx)?;
    Ok(())
}

/// Ends all sessions of an account.
///
/// # Errors
/// A fault of the database.
pub fn end_all(tx: &mut Tx<'_>, user: UserId) -> Result<(), Halt> {
    diesel::delete(session::table.filter(session::user_id.eq(user.number()))).execute(&mut **tx)?;
    Ok(())
}

/// Forgets sessions that have ended.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<(), Halt> {
    let ended = session::table.filter(session::expires_at.le(tx.at().unix()));
    diesel::delete(ended).execute(&mut **tx)?;
    Ok(())
}
