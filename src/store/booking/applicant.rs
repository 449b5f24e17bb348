//! What rules ask of a person who wants time: class, facts, trainings, uses so far, exceptions.

use diesel::prelude::*;

use crate::domain::actor::Person;
use crate::domain::booking::State;
use crate::domain::catalogue::Resource;
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, ResourceId, WaiverId};
use crate::domain::parameter::Parameter;
use crate::domain::policy::applicant::{Applicant, Course, Use};
use crate::domain::policy::waiver::Waiver;
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span};
use crate::store::engine::Conn;
use crate::store::schema::{booking, institution, resource, user, waiver};
use crate::store::{course, equivalence, gate, training};

/// Everything that the rules of one resource ask of one person; the same few queries for each.
///
/// # Errors
/// A fault of the database.
pub fn of(
    conn: &mut Conn,
    resource: &Resource,
    by: &Person,
    at: Instant,
) -> Result<Applicant, Halt> {
    let (org_class, position_class) = classes(conn, by)?;
    let uses = uses(conn, &[resource.facility], by)?;
    let waivers = waivers(conn, &[resource.id], by)?;
    Ok(Applicant {
        user: by.id,
        institution: by.institution,
        org_class,
        position_class,
        facts: gate::of_user(conn, by.id)?,
        courses: courses(conn, resource, at)?,
        lines: equivalence::of_institution(conn, resource.institution)?,
        uses: uses.into_iter().map(|(_, used)| used).collect(),
        waivers: waivers.into_iter().map(|(_, waiver)| waiver).collect(),
    })
}

/// 機関の区分 and 身分の区分.
pub(super) fn classes(conn: &mut Conn, by: &Person) -> Result<(String, String), Halt> {
    Ok(user::table
        .inner_join(institution::table)
        .filter(user::id.eq(by.id.number()))
        .select((institution::org_class, user::position_class))
        .first(conn)?)
}

/// The facility's courses, each with its next date that has a seat left.
fn courses(conn: &mut Conn, resource: &Resource, at: Instant) -> Result<Vec<Course>, Halt> {
    let owner = (resource.facility, resource.institution);
    let next = training::next_sessions(conn, owner, at)?;
    let known = course::of_facilities(conn, &[resource.facility])?;
    let course = |known: &crate::domain::training::Course| Course {
        id: known.id,
        code: known.code.clone(),
        next: next
            .iter()
            .find(|date| date.course == known.id)
            .map(|date| date.span.start().day()),
    };
    Ok(known.iter().map(course).collect())
}

/// Somebody's uses of these facilities' resources that hold or held their time, each with its facility.
pub(super) fn uses(
    conn: &mut Conn,
    facilities: &[FacilityId],
    by: &Person,
) -> Result<Vec<(FacilityId, Use)>, Halt> {
    type Row = (i64, i64, i64, i64, String, String, String);
    let held: Vec<&str> = State::ALL
        .iter()
        .filter(|state| state.holds_time())
        .map(|state| state.code())
        .collect();
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let rows: Vec<Row> = booking::table
        .inner_join(resource::table)
        .filter(booking::user_id.eq(by.id.number()))
        .filter(resource::facility_id.eq_any(numbers))
        .filter(booking::state.eq_any(held))
        .order(booking::starts_at)
        .select((
            resource::facility_id,
            booking::resource_id,
            booking::starts_at,
            booking::ends_at,
            booking::support_mode,
            booking::project_number,
            booking::state,
        ))
        .load(conn)?;
    let read = |(facility, resource, from, to, support, project_number, state): Row| {
        let span = Span::new(Instant::from_unix(from), Instant::from_unix(to))?;
        let used = Use {
            resource: ResourceId::new(resource),
            span,
            support: SupportMode::from_code(&support),
            project_number,
            confirmed: State::from_code(&state).is_some_and(State::is_settled),
        };
        Some((FacilityId::new(facility), used))
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// The exceptions granted to somebody on these resources that were not revoked, each with its resource.
pub(super) fn waivers(
    conn: &mut Conn,
    resources: &[ResourceId],
    by: &Person,
) -> Result<Vec<(ResourceId, Waiver)>, Halt> {
    type Row = (i64, i64, String, String, String, String, Option<String>);
    let numbers: Vec<i64> = resources.iter().map(|id| id.number()).collect();
    let rows: Vec<Row> = waiver::table
        .left_join(user::table.on(waiver::granted_by.eq(user::id.nullable())))
        .filter(waiver::user_id.eq(by.id.number()))
        .filter(waiver::resource_id.eq_any(numbers))
        .filter(waiver::revoked_at.is_null())
        .order(waiver::id)
        .select((
            waiver::resource_id,
            waiver::id,
            waiver::parameter,
            waiver::from_day,
            waiver::until_day,
            waiver::reason,
            user::name.nullable(),
        ))
        .load(conn)?;
    let read = |(resource, id, parameter, from, until, reason, by): Row| {
        let waiver = Waiver {
            id: WaiverId::new(id),
            parameter: Parameter::from_code(&parameter)?,
            from: from.parse().ok()?,
            until: until.parse().ok()?,
            reason,
            by: by.unwrap_or_default(),
        };
        Some((ResourceId::new(resource), waiver))
    };
    Ok(rows.into_iter().filter_map(read).collect())
}
