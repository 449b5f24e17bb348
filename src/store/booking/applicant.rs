//! What rules ask of a person who wants time: class, facts, trainings, uses so far, exceptions.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::domain::actor::Person;
use crate::domain::booking::State;
use crate::domain::catalogue::Resource;
use crate::domain::halt::Halt;
use crate::domain::id::{CourseId, InstitutionId, ResourceId, UserId, WaiverId};
use crate::domain::parameter::Parameter;
use crate::domain::policy::applicant::{Applicant, Course, Use};
use crate::domain::policy::waiver::Waiver;
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span};
use crate::store::engine::Conn;
use crate::store::schema::{booking, institution, resource, user, waiver};
use crate::store::training::dates::{self, Next};
use crate::store::{course, equivalence, gate};

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
    of_booking(conn, resource, (by.id, by.institution), at)
}

/// The same of somebody who has a booking, of the institution that they asked for.
///
/// # Errors
/// A fault of the database.
pub fn of_booking(
    conn: &mut Conn,
    resource: &Resource,
    (by, institution): (UserId, InstitutionId),
    at: Instant,
) -> Result<Applicant, Halt> {
    let (org_class, position_class): (String, String) = user::table
        .inner_join(institution::table)
        .filter(user::id.eq(by.number()))
        .select((institution::org_class, user::position_class))
        .first(conn)?;
    Ok(Applicant {
        user: by,
        institution,
        org_class,
        position_class,
        facts: gate::of_user(conn, by)?,
        courses: courses(conn, resource, by, at)?,
        lines: equivalence::of_institution(conn, resource.institution)?,
        uses: uses(conn, resource, by)?,
        waivers: waivers(conn, resource, by)?,
    })
}

/// The facility's courses, each with its next date that has a seat left and the next of their own.
fn courses(
    conn: &mut Conn,
    resource: &Resource,
    by: UserId,
    at: Instant,
) -> Result<Vec<Course>, Halt> {
    let owner = (resource.facility, resource.institution);
    let coming = dates::next_sessions(conn, owner, at)?;
    let ids: Vec<_> = coming.iter().map(|date| date.training).collect();
    let mine = dates::enrolled_in(conn, by, &ids)?;
    let known = course::of_facilities(conn, &[resource.facility])?;
    let first = |course: CourseId, fits: &dyn Fn(&Next) -> bool| {
        let mut dates = coming.iter().filter(|date| date.course == course);
        let found = dates.find(|date| fits(date));
        found.map(|date| date.span.start().day())
    };
    let is_mine = |date: &Next| mine.contains(&date.training);
    let course = |known: &crate::domain::training::Course| Course {
        id: known.id,
        code: known.code.clone(),
        next: first(known.id, &|date| date.free > 0 && !is_mine(date)),
        enrolled: first(known.id, &is_mine),
    };
    Ok(known.iter().map(course).collect())
}

/// Their uses of the facility's resources that hold or held their time.
fn uses(conn: &mut Conn, at: &Resource, by: UserId) -> Result<Vec<Use>, Halt> {
    type Row = (i64, i64, i64, String, String, String);
    let held: Vec<&str> = State::ALL
        .iter()
        .filter(|state| state.holds_time())
        .map(|state| state.code())
        .collect();
    let rows: Vec<Row> = booking::table
        .inner_join(resource::table)
        .filter(booking::user_id.eq(by.number()))
        .filter(resource::facility_id.eq(at.facility.number()))
        .filter(booking::state.eq_any(held))
        .order(booking::starts_at)
        .select((
            booking::resource_id,
            booking::starts_at,
            booking::ends_at,
            booking::support_mode,
            booking::project_number,
            booking::state,
        ))
        .load(conn)?;
    let read = |(resource, from, to, support, project_number, state): Row| {
        let span = Span::new(Instant::from_unix(from), Instant::from_unix(to))?;
        Some(Use {
            resource: ResourceId::new(resource),
            span,
            support: SupportMode::from_code(&support),
            project_number,
            confirmed: state == State::Confirmed.code(),
        })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// The exceptions granted to them on this resource that were not revoked.
fn waivers(conn: &mut Conn, at: &Resource, by: UserId) -> Result<Vec<Waiver>, Halt> {
    type Row = (i64, String, String, String, String, Option<String>);
    let rows: Vec<Row> = waiver::table
        .left_join(user::table.on(waiver::granted_by.eq(user::id.nullable())))
        .filter(waiver::user_id.eq(by.number()))
        .filter(waiver::resource_id.eq(at.id.number()))
        .filter(waiver::revoked_at.is_null())
        .order(waiver::id)
        .select((
            waiver::id,
            waiver::parameter,
            waiver::from_day,
            waiver::until_day,
            waiver::reason,
            user::name.nullable(),
        ))
        .load(conn)?;
    let read = |(id, parameter, from, until, reason, by): Row| {
        Some(Waiver {
            id: WaiverId::new(id),
            parameter: Parameter::from_code(&parameter)?,
            from: from.parse().ok()?,
            until: until.parse().ok()?,
            reason,
            by: by.unwrap_or_default(),
        })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// The Tokyo day of somebody's last confirmed use of each of these resources that lies behind.
///
/// # Errors
/// A fault of the database.
pub fn last_uses(
    conn: &mut Conn,
    user: UserId,
    resources: &[ResourceId],
    at: Instant,
) -> Result<BTreeMap<ResourceId, NaiveDate>, Halt> {
    let numbers: Vec<i64> = resources.iter().map(|id| id.number()).collect();
    let rows: Vec<(i64, Option<i64>)> = booking::table
        .filter(booking::user_id.eq(user.number()))
        .filter(booking::resource_id.eq_any(numbers))
        .filter(booking::state.eq(State::Confirmed.code()))
        .filter(booking::ends_at.le(at.unix()))
        .group_by(booking::resource_id)
        .select((booking::resource_id, diesel::dsl::max(booking::starts_at)))
        .load(conn)?;
    let day = |(id, start): (i64, Option<i64>)| {
        Some((ResourceId::new(id), Instant::from_unix(start?).day()))
    };
    Ok(rows.into_iter().filter_map(day).collect())
}
