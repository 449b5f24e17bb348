//! People with accounts: found by address or id, added, changed.

use diesel::prelude::{
    AsChangeset, ExpressionMethods, Insertable, OptionalExtension, QueryDsl, Queryable,
    RunQueryDsl, Selectable, SelectableHelper,
};
use diesel::result::{DatabaseErrorKind, Error};

use crate::domain::halt::{Fault, Halt};
use crate::domain::id::{self, InstitutionId, UserId};
use crate::domain::language::Language;
use crate::domain::name::Name;
use crate::domain::time::Instant;
use crate::domain::user::{Account, NewUser, Standing};
use crate::store::engine::Conn;
use crate::store::schema::{institution, outbox, user};
use crate::store::tx::Tx;

#[derive(Queryable, Selectable)]
#[diesel(table_name = user)]
struct Row {
    id: i64,
    name: String,
    email: String,
    language: String,
    state: String,
    verified_at: Option<i64>,
    password_hash: String,
}

impl From<Row> for Account {
    fn from(row: Row) -> Self {
        let standing = match (row.state.as_str(), row.verified_at) {
            ("active", Some(_)) => Standing::Active,
            ("active", None) => Standing::Unproven,
            _ => Standing::Suspended,
        };
        Self {
            id: UserId::new(row.id),
            name: row.name,
            email: row.email,
            language: Language::from_code(&row.language),
            standing,
            password_hash: row.password_hash,
        }
    }
}

/// The account of an address, as [`crate::domain::text::fold_email`] writes it.
///
/// # Errors
/// A fault of the database.
pub fn by_email(conn: &mut Conn, email: &str) -> Result<Option<Account>, Halt> {
    let found = user::table
        .filter(user::email.eq(email))
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    Ok(found.map(Account::from))
}

/// The account with this id.
///
/// # Errors
/// A fault of the database.
pub fn by_id(conn: &mut Conn, id: UserId) -> Result<Option<Account>, Halt> {
    let found = user::table
        .filter(user::id.eq(id.number()))
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    Ok(found.map(Account::from))
}

#[derive(Insertable)]
#[diesel(table_name = user)]
struct NewRow<'a> {
    id: i64,
    email: &'a str,
    name: &'a str,
    institution_id: i64,
    position: &'a str,
    position_class: &'a str,
    phone: &'a str,
    language: &'a str,
    password_hash: &'a str,
    state: &'a str,
    verified_at: Option<i64>,
    created_at: i64,
}

/// Adds an account. Of two that are added with one address at once, the second tries again and
/// finds the first.
///
/// # Errors
/// A fault of the database.
pub fn insert(tx: &mut Tx<'_>, new: &NewUser) -> Result<(), Halt> {
    let row = NewRow {
        id: new.id.number(),
        email: &new.email,
        name: &new.name,
        institution_id: new.institution.number(),
        position: &new.position,
        position_class: new.position_class.code(),
        phone: &new.phone,
        language: new.language.code(),
        password_hash: &new.password_hash,
        state: "active",
        verified_at: new.verified_at.map(Instant::unix),
        created_at: new.created_at.unix(),
    };
    let inserted = diesel::insert_into(user::table)
        .values(&row)
        .execute(&mut **tx);
    match inserted {
        Err(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => {
            Err(Halt::Fault(Fault::Again))
        }
        other => Ok(other.map(drop)?),
    }
}

#[derive(AsChangeset)]
#[diesel(table_name = user)]
struct Renewed<'a> {
    name: &'a str,
    institution_id: i64,
    position: &'a str,
    position_class: &'a str,
    phone: &'a str,
    language: &'a str,
    password_hash: &'a str,
}

/// Replaces what was typed for an address that nobody proved yet.
///
/// # Errors
/// A fault of the database.
pub fn renew(tx: &mut Tx<'_>, new: &NewUser) -> Result<(), Halt> {
    let unproven = user::table
        .filter(user::id.eq(new.id.number()))
        .filter(user::verified_at.is_null());
    let renewed = Renewed {
        name: &new.name,
        institution_id: new.institution.number(),
        position: &new.position,
        position_class: new.position_class.code(),
        phone: &new.phone,
        language: new.language.code(),
        password_hash: &new.password_hash,
    };
    diesel::update(unproven).set(&renewed).execute(&mut **tx)?;
    Ok(())
}

/// Takes the account's turn: nobody else changes its sessions, password or roles before we commit.
///
/// # Errors
/// A fault of the database.
pub fn take_turn(tx: &mut Tx<'_>, id: UserId) -> Result<(), Halt> {
    diesel::update(user::table.filter(user::id.eq(id.number())))
        .set(user::state.eq(user::state))
        .execute(&mut **tx)?;
    Ok(())
}

/// The address is the account's own.
///
/// # Errors
/// A fault of the database.
pub fn prove(tx: &mut Tx<'_>, id: UserId) -> Result<(), Halt> {
    let at = tx.at().unix();
    let unproven = user::table
        .filter(user::id.eq(id.number()))
        .filter(user::verified_at.is_null());
    diesel::update(unproven)
        .set(user::verified_at.eq(at))
        .execute(&mut **tx)?;
    Ok(())
}

/// Sets the password.
///
/// # Errors
/// A fault of the database.
pub fn set_password(tx: &mut Tx<'_>, id: UserId, hash: &str) -> Result<(), Halt> {
    diesel::update(user::table.filter(user::id.eq(id.number())))
        .set(user::password_hash.eq(hash))
        .execute(&mut **tx)?;
    Ok(())
}

/// How many letters about links and passwords an account was written within the last hour.
///
/// # Errors
/// A fault of the database.
pub fn letters_lately(conn: &mut Conn, id: UserId, at: Instant) -> Result<i64, Halt> {
    // Ids sort by birth, so the hour is a stretch of the primary key.
    let hour = id::born(at.plus_minutes(-60).unix(), 0, 0);
    Ok(outbox::table
        .filter(outbox::id.ge(hour))
        .filter(outbox::user_id.eq(id.number()))
        .filter(outbox::letter.eq_any(["verify", "already_registered", "reset", "invitation"]))
        .count()
        .get_result(conn)?)
}

/// An institution that people can belong to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Affiliation {
    pub id: InstitutionId,
    pub name: Name,
    /// Whether it is one of those that share their equipment here (機関内 for the tariff).
    pub in_house: bool,
}

/// The institutions that somebody can belong to today, in-house ones first.
///
/// # Errors
/// A fault of the database.
pub fn affiliations(conn: &mut Conn, at: Instant) -> Result<Vec<Affiliation>, Halt> {
    type Row = (i64, String, String, String, Option<String>, Option<String>);
    let rows: Vec<Row> = institution::table
        .order(institution::id)
        .select((
            institution::id,
            institution::name_ja,
            institution::name_en,
            institution::org_class,
            institution::valid_from,
            institution::valid_to,
        ))
        .load(conn)?;
    let today = at.day().to_string();
    let mut found: Vec<Affiliation> = rows
        .into_iter()
        .filter(|(.., from, to)| {
            from.as_ref().is_none_or(|from| *from <= today)
                && to.as_ref().is_none_or(|to| *to >= today)
        })
        .map(|(id, ja, en, class, ..)| Affiliation {
            id: InstitutionId::new(id),
            name: Name { ja, en },
            in_house: class == "inhouse",
        })
        .collect();
    found.sort_by_key(|affiliation| !affiliation.in_house);
    Ok(found)
}
