//! What somebody attends: the bookings that their time is held for.

use diesel::prelude::*;

use crate::domain::booking::State;
use crate::domain::halt::Halt;
use crate::domain::id::UserId;
use crate::domain::name::Name;
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span};
use crate::store::booking::claims::Purpose;
use crate::store::engine::Conn;
use crate::store::schema::{allocation, attendant, booking, facility, institution, resource, user};

/// Most that a page lists.
const MOST: i64 = 100;

/// One use that somebody attends.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attended {
    /// When they are there.
    pub span: Span,
    pub resource: Name,
    pub facility: Name,
    pub applicant: String,
    pub institution: Name,
    pub support: Option<SupportMode>,
    pub state: State,
}

/// The time, the booking's support mode and state, names of resource, facility, applicant and institution.
type Row = (
    (i64, i64),
    (String, String),
    (String, String),
    (String, String),
    String,
    (String, String),
);

/// What somebody attends from now on, soonest first.
///
/// # Errors
/// A fault of the database.
pub fn of_person(conn: &mut Conn, person: UserId, at: Instant) -> Result<Vec<Attended>, Halt> {
    let rows: Vec<Row> = allocation::table
        .inner_join(attendant::table.on(attendant::id.eq(allocation::resource_id)))
        .inner_join(booking::table.on(booking::id.nullable().eq(allocation::holder_id)))
        .inner_join(resource::table.on(resource::id.eq(booking::resource_id)))
        .inner_join(facility::table.on(facility::id.eq(resource::facility_id)))
        .inner_join(user::table.on(user::id.eq(booking::user_id)))
        .inner_join(institution::table.on(institution::id.eq(booking::institution_id)))
        .filter(attendant::user_id.eq(person.number()))
        .filter(allocation::purpose.eq(Purpose::Attendant.code()))
        .filter(allocation::ends_at.gt(at.unix()))
        .order(allocation::starts_at)
        .select((
            (allocation::starts_at, allocation::ends_at),
            (booking::support_mode, booking::state),
            (resource::name_ja, resource::name_en),
            (facility::name_ja, facility::name_en),
            user::name,
            (institution::short_ja, institution::abbr),
        ))
        .limit(MOST)
        .load(conn)?;
    rows.into_iter().map(read).collect()
}

fn read(
    (time, (support, state), resource, facility, applicant, home): Row,
) -> Result<Attended, Halt> {
    let at = Instant::from_unix;
    let name = |(ja, en)| Name { ja, en };
    let broken = || Halt::broken("what somebody attends can't be read");
    Ok(Attended {
        span: Span::new(at(time.0), at(time.1)).ok_or_else(broken)?,
        resource: name(resource),
        facility: name(facility),
        applicant,
        institution: name(home),
        support: SupportMode::from_code(&support),
        state: State::from_code(&state).ok_or_else(broken)?,
    })
}

/// Whether somebody is an attendant who has not left.
///
/// # Errors
/// A fault of the database.
pub fn attends(conn: &mut Conn, person: UserId) -> Result<bool, Halt> {
    let theirs = attendant::table
        .inner_join(resource::table.on(resource::id.eq(attendant::id)))
        .filter(attendant::user_id.eq(person.number()))
        .filter(resource::state.ne("retired"));
    Ok(diesel::select(diesel::dsl::exists(theirs)).get_result(conn)?)
}
