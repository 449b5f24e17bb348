//! Feeds of calendars: whose they are, what they show; of their secrets only the hash.

use diesel::prelude::{
    ExpressionMethods, Insertable, OptionalExtension, QueryDsl, Queryable, RunQueryDsl, Selectable,
    SelectableHelper,
};

use crate::domain::actor::Person;
use crate::domain::feed::{Feed, Subject, code};
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, FeedId, InstitutionId, ResourceId, UserId};
use crate::domain::language::Language;
use crate::domain::time::Instant;
use crate::store::engine::Conn;
use crate::store::role;
use crate::store::schema::{feed, resource, user};
use crate::store::tx::Tx;

#[derive(Queryable, Selectable)]
#[diesel(table_name = feed)]
struct Row {
    id: i64,
    user_id: i64,
    name: String,
    about: String,
    resource_id: Option<i64>,
    facility_id: Option<i64>,
    opened_at: i64,
    used_at: Option<i64>,
}

/// Somebody's feeds that were not stopped, oldest first.
///
/// # Errors
/// A fault of the database.
pub fn of_person(conn: &mut Conn, id: UserId) -> Result<Vec<Feed>, Halt> {
    let rows: Vec<Row> = feed::table
        .filter(feed::user_id.eq(id.number()))
        .filter(feed::closed_at.is_null())
        .order(feed::id)
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(read).collect()
}

/// The feed with this secret, and its owner in the roles that they hold now; none where the feed was
/// stopped or the account is not active.
///
/// # Errors
/// A fault of the database.
pub fn by_token(conn: &mut Conn, token_hash: &str) -> Result<Option<(Feed, Person)>, Halt> {
    type Owner = (String, String, String, i64);
    let found: Option<(Row, Owner)> = feed::table
        .inner_join(user::table)
        .filter(feed::token_hash.eq(token_hash))
        .filter(feed::closed_at.is_null())
        .filter(user::state.eq("active"))
        .select((
            Row::as_select(),
            (
                user::name,
                user::email,
                user::language,
                user::institution_id,
            ),
        ))
        .first(conn)
        .optional()?;
    let Some((row, (name, email, language, institution))) = found else {
        return Ok(None);
    };
    let feed = read(row)?;
    let person = Person {
        id: feed.user,
        name,
        email,
        language: Language::from_code(&language),
        institution: InstitutionId::new(institution),
        roles: role::of(conn, feed.user)?,
    };
    Ok(Some((feed, person)))
}

/// The facility that keeps a resource.
///
/// # Errors
/// [`Halt::Absent`] if there is no such resource, or a fault.
pub fn keeper(conn: &mut Conn, id: ResourceId) -> Result<FacilityId, Halt> {
    let number: i64 = resource::table
        .find(id.number())
        .select(resource::facility_id)
        .first(conn)?;
    Ok(FacilityId::new(number))
}

#[derive(Insertable)]
#[diesel(table_name = feed)]
struct NewRow<'a> {
    id: i64,
    user_id: i64,
    token_hash: &'a str,
    name: &'a str,
    about: &'a str,
    resource_id: Option<i64>,
    facility_id: Option<i64>,
    opened_at: i64,
}

/// Keeps a new feed with the hash of its secret.
///
/// # Errors
/// A fault of the database.
pub fn open(tx: &mut Tx<'_>, new: &Feed, token_hash: &str) -> Result<(), Halt> {
    let (resource_id, facility_id) = match new.about {
        Subject::Mine => (None, None),
        Subject::Resource(id) => (Some(id.number()), None),
        Subject::Facility(id) => (None, Some(id.number())),
    };
    let row = NewRow {
        id: new.id.number(),
        user_id: new.user.number(),
        token_hash,
        name: &new.name,
        about: code(new.about),
        resource_id,
        facility_id,
        opened_at: new.opened_at.unix(),
    };
    diesel::insert_into(feed::table)
        .values(&row)
        .execute(&mut **tx)?;
    Ok(())
}

/// Stops a feed.
///
/// # Errors
/// A fault of the database.
pub fn close(tx: &mut Tx<'_>, id: FeedId) -> Result<(), Halt> {
    let at = tx.at().unix();
    diesel::update(feed::table.find(id.number()))
        .set(feed::closed_at.eq(at))
        .execute(&mut **tx)?;
    Ok(())
}

/// Notes that a program read a feed.
///
/// # Errors
/// A fault of the database.
pub fn note(tx: &mut Tx<'_>, id: FeedId) -> Result<(), Halt> {
    let at = tx.at().unix();
    diesel::update(feed::table.find(id.number()))
        .set(feed::used_at.eq(at))
        .execute(&mut **tx)?;
    Ok(())
}

fn read(row: Row) -> Result<Feed, Halt> {
    let about = match (row.about.as_str(), row.resource_id, row.facility_id) {
        ("mine", ..) => Subject::Mine,
        ("resource", Some(id), _) => Subject::Resource(ResourceId::new(id)),
        ("facility", _, Some(id)) => Subject::Facility(FacilityId::new(id)),
        _ => return Err(Halt::broken("what a feed shows can't be read")),
    };
    Ok(Feed {
        id: FeedId::new(row.id),
        user: UserId::new(row.user_id),
        about,
        name: row.name,
        opened_at: Instant::from_unix(row.opened_at),
        used_at: row.used_at.map(Instant::from_unix),
    })
}
