//! What people keep about themselves, with what is shown beside it and not changed there.

use diesel::prelude::{AsChangeset, ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};

use crate::domain::halt::Halt;
use crate::domain::id::UserId;
use crate::domain::language::Language;
use crate::domain::name::Name;
use crate::domain::position::PositionClass;
use crate::domain::profile::Profile;
use crate::store::engine::Conn;
use crate::store::schema::{institution, role_grant, user};
use crate::store::tx::Tx;

/// Most officers that are named.
const OFFICERS: i64 = 5;

/// Somebody's profile, and what they can't change themselves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    pub profile: Profile,
    pub email: String,
    pub institution: Name,
    /// Who speaks for their institution: whom to ask when it is another one now.
    pub officers: Vec<String>,
}

/// What somebody keeps about themselves.
///
/// # Errors
/// [`Halt::Absent`] without such an account, or a fault.
pub fn of(conn: &mut Conn, id: UserId) -> Result<Kept, Halt> {
    type Row = (
        (String, String, String, String, String, String),
        (i64, String, String),
        Option<i64>,
    );
    let ((name, position, class, phone, language, email), (home, ja, en), responsible): Row =
        user::table
            .inner_join(institution::table)
            .filter(user::id.eq(id.number()))
            .select((
                (
                    user::name,
                    user::position,
                    user::position_class,
                    user::phone,
                    user::language,
                    user::email,
                ),
                (institution::id, institution::name_ja, institution::name_en),
                user::responsible_id,
            ))
            .first(conn)?;
    let officers = role_grant::table
        .inner_join(user::table)
        .filter(role_grant::institution_id.eq(home))
        .filter(role_grant::role.eq("institution_officer"))
        .filter(role_grant::revoked_at.is_null())
        .filter(user::state.eq("active"))
        .order(user::id)
        .limit(OFFICERS)
        .select(user::name)
        .load(conn)?;
    Ok(Kept {
        profile: Profile {
            name,
            position,
            position_class: PositionClass::from_code(&class),
            phone,
            language: Language::from_code(&language),
            responsible: address_of(conn, responsible)?,
        },
        email,
        institution: Name { ja, en },
        officers,
    })
}

/// The address of whom somebody named; empty for nobody.
fn address_of(conn: &mut Conn, named: Option<i64>) -> Result<String, Halt> {
    let Some(named) = named else {
        return Ok(String::new());
    };
    let email: Option<String> = user::table
        .filter(user::id.eq(named))
        .select(user::email)
        .first(conn)
        .optional()?;
    Ok(email.unwrap_or_default())
}

#[derive(AsChangeset)]
#[diesel(table_name = user)]
struct Changed<'a> {
    name: &'a str,
    position: &'a str,
    position_class: &'a str,
    phone: &'a str,
    language: &'a str,
}

/// Keeps what somebody changed.
///
/// # Errors
/// A fault of the database.
pub fn change(tx: &mut Tx<'_>, id: UserId, typed: &Profile) -> Result<(), Halt> {
    let changed = Changed {
        name: &typed.name,
        position: &typed.position,
        position_class: typed.position_class.map_or("", PositionClass::code),
        phone: &typed.phone,
        language: typed.language.code(),
    };
    diesel::update(user::table.filter(user::id.eq(id.number())))
        .set(&changed)
        .execute(&mut **tx)?;
    Ok(())
}
