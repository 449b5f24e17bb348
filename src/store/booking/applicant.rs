//! What rules ask of a person who wants time: class, facts, trainings, uses so far, exceptions.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::dsl::count_star;
use diesel::prelude::*;

use crate::domain::actor::Person;
use crate::domain::booking::State;
use crate::domain::catalogue::{LONGEST_CLAIM_MINUTES, Resource};
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId, ResourceId, UserId, WaiverId};
use crate::domain::parameter::Parameter;
use crate::domain::policy::applicant::{Applicant, Use};
use crate::domain::policy::waiver::Waiver;
use crate::domain::refusal::ground::Owed;
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span};
use crate::domain::usage::suspension::{self, Mark};
use crate::store::booking::offered::Offered;
use crate::store::booking::settled;
use crate::store::engine::Conn;
use crate::store::gate;
use crate::store::no_show;
use crate::store::schema::{booking, institution, resource, user, waiver};

/// Everything that the rules of one resource ask of one person.
///
/// # Errors
/// A fault of the database.
pub fn of(
    conn: &mut Conn,
    resource: &Resource,
    by: &Person,
    at: Instant,
) -> Result<Applicant, Halt> {
    let one = of_all(
        conn,
        std::slice::from_ref(resource),
        (by.id, by.institution),
        at,
    )?
    .pop();
    one.ok_or_else(|| Halt::broken("an applicant without a resource"))
}

/// The same of somebody who has a booking, of the institution that they asked for.
///
/// # Errors
/// A fault of the database.
pub fn of_booking(
    conn: &mut Conn,
    resource: &Resource,
    who: (UserId, InstitutionId),
    at: Instant,
) -> Result<Applicant, Halt> {
    let one = of_all(conn, std::slice::from_ref(resource), who, at)?.pop();
    one.ok_or_else(|| Halt::broken("an applicant without a resource"))
}

/// The same for several resources, in their order: as many queries as for one.
///
/// # Errors
/// A fault of the database.
pub fn of_all(
    conn: &mut Conn,
    resources: &[Resource],
    (by, institution): (UserId, InstitutionId),
    at: Instant,
) -> Result<Vec<Applicant>, Halt> {
    let (org_class, position_class): (String, String) = user::table
        .inner_join(institution::table)
        .filter(user::id.eq(by.number()))
        .select((institution::org_class, user::position_class))
        .first(conn)?;
    let facts = gate::of_user(conn, by)?;
    let offered = Offered::of(conn, resources, Some(by), at)?;
    let uses = uses(conn, resources, by)?;
    let projects = projects(conn, resources, at)?;
    let waivers = waivers(conn, resources, by)?;
    let marks = no_show::marks(conn, by)?;
    let applicant = |one: &Resource| Applicant {
        user: by,
        institution,
        org_class: org_class.clone(),
        position_class: position_class.clone(),
        facts: facts.clone(),
        courses: offered.courses(one.facility),
        lines: offered.lines(one.institution),
        uses: uses
            .iter()
            .filter(|(facility, _)| *facility == one.facility)
            .map(|(_, used)| used.clone())
            .collect(),
        projects: of(&projects, one.id),
        waivers: of(&waivers, one.id),
        suspended_until: suspension::until(&marks_at(&marks, one.facility)),
    };
    fn marks_at(marks: &[(FacilityId, Mark)], id: FacilityId) -> Vec<Mark> {
        let here = marks.iter().filter(|(facility, _)| *facility == id);
        here.map(|(_, mark)| *mark).collect()
    }
    fn of<T: Clone>(known: &BTreeMap<ResourceId, Vec<T>>, id: ResourceId) -> Vec<T> {
        known.get(&id).cloned().unwrap_or_default()
    }
    Ok(resources.iter().map(applicant).collect())
}

/// Somebody of a class of institutions who has used nothing and holds nothing, for what strangers ask.
///
/// # Errors
/// A fault of the database.
pub fn stranger(
    conn: &mut Conn,
    resource: &Resource,
    class: &str,
    at: Instant,
) -> Result<Applicant, Halt> {
    let offered = Offered::of(conn, std::slice::from_ref(resource), None, at)?;
    Ok(Applicant::newcomer(
        resource,
        class,
        offered.courses(resource.facility),
    ))
}

/// The states in which a booking counts for its applicant's limits: it holds its time, or competes for it.
fn counting() -> Vec<&'static str> {
    State::ALL
        .iter()
        .filter(|state| !state.is_given_up())
        .map(|state| state.code())
        .collect()
}

/// More resources than these are looked up by reading all bookings of the person.
const FEW: usize = 60;

/// Their uses of the facilities' resources that hold or held their time, or compete for it, by start.
fn uses(
    conn: &mut Conn,
    resources: &[Resource],
    by: UserId,
) -> Result<Vec<(FacilityId, Use)>, Halt> {
    type Row = (i64, i64, i64, String, String, String);
    let facilities: Vec<i64> = resources.iter().map(|one| one.facility.number()).collect();
    let there: Vec<(i64, i64)> = resource::table
        .filter(resource::facility_id.eq_any(facilities))
        .select((resource::id, resource::facility_id))
        .load(conn)?;
    let there: BTreeMap<i64, i64> = there.into_iter().collect();
    let mut mine = booking::table
        .filter(booking::user_id.eq(by.number()))
        .filter(booking::state.eq_any(counting()))
        .into_boxed();
    // of a few resources by their index, as a person may have booked far more elsewhere; asked for in order, SQLite
    // would walk all that they ever booked
    if there.len() <= FEW {
        mine = mine.filter(booking::resource_id.eq_any(there.keys().copied()));
    }
    let mut rows: Vec<Row> = mine
        .select((
            booking::resource_id,
            booking::starts_at,
            booking::ends_at,
            booking::support_mode,
            booking::project_number,
            booking::state,
        ))
        .load(conn)?;
    rows.sort_by_key(|(_, starts_at, ..)| *starts_at);
    let read = |(resource, from, to, support, project_number, state): Row| {
        let span = Span::new(Instant::from_unix(from), Instant::from_unix(to))?;
        let state = State::from_code(&state)?;
        let used = Use {
            resource: ResourceId::new(resource),
            span,
            support: SupportMode::from_code(&support),
            project_number,
            confirmed: state.is_settled(),
            owes: owed(state),
        };
        Some((FacilityId::new(*there.get(&resource)?), used))
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// What of a use's reports is not there yet.
const fn owed(state: State) -> Option<Owed> {
    match state {
        State::Used => Some(Owed::Log),
        State::Reported => Some(Owed::Report),
        _ => None,
    }
}

/// How many uses each project has to come, of the resources whose rules limit that.
fn projects(
    conn: &mut Conn,
    resources: &[Resource],
    at: Instant,
) -> Result<BTreeMap<ResourceId, Vec<(String, u32)>>, Halt> {
    let most = Parameter::MaxOpenBookingsPerProject;
    let is_limited = |one: &&Resource| {
        let mut later = one.later.iter();
        one.terms.count(most) > 0 || later.any(|period| period.terms.count(most) > 0)
    };
    let ids: Vec<i64> = resources
        .iter()
        .filter(is_limited)
        .map(|one| one.id.number())
        .collect();
    let mut known: BTreeMap<ResourceId, Vec<(String, u32)>> = BTreeMap::new();
    if ids.is_empty() {
        return Ok(known);
    }
    let rows: Vec<(i64, String, i64)> = booking::table
        .filter(booking::resource_id.eq_any(ids))
        // nothing that lasts still began before this: the index reads no further back
        .filter(booking::starts_at.gt(at.plus_minutes(-LONGEST_CLAIM_MINUTES).unix()))
        .filter(booking::ends_at.gt(at.unix()))
        .filter(booking::state.eq_any(counting()))
        .filter(booking::project_number.ne(""))
        .group_by((booking::resource_id, booking::project_number))
        .select((booking::resource_id, booking::project_number, count_star()))
        .load(conn)?;
    for (resource, number, uses) in rows {
        let uses = u32::try_from(uses).unwrap_or(u32::MAX);
        let of = known.entry(ResourceId::new(resource)).or_default();
        of.push((number, uses));
    }
    Ok(known)
}

/// The exceptions granted to them on these resources that were not revoked.
fn waivers(
    conn: &mut Conn,
    resources: &[Resource],
    by: UserId,
) -> Result<BTreeMap<ResourceId, Vec<Waiver>>, Halt> {
    type Row = ((i64, i64), String, String, String, String, Option<String>);
    let ids: Vec<i64> = resources.iter().map(|one| one.id.number()).collect();
    let rows: Vec<Row> = waiver::table
        .left_join(user::table.on(waiver::granted_by.eq(user::id.nullable())))
        .filter(waiver::user_id.eq(by.number()))
        .filter(waiver::resource_id.eq_any(ids))
        .filter(waiver::revoked_at.is_null())
        .order(waiver::id)
        .select((
            (waiver::resource_id, waiver::id),
            waiver::parameter,
            waiver::from_day,
            waiver::until_day,
            waiver::reason,
            user::name.nullable(),
        ))
        .load(conn)?;
    let read = |((resource, id), parameter, from, until, reason, by): Row| {
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
    let mut known: BTreeMap<ResourceId, Vec<Waiver>> = BTreeMap::new();
    for (resource, waiver) in rows.into_iter().filter_map(read) {
        known.entry(resource).or_default().push(waiver);
    }
    Ok(known)
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
        .filter(booking::state.eq_any(settled()))
        .filter(booking::ends_at.le(at.unix()))
        .group_by(booking::resource_id)
        .select((booking::resource_id, diesel::dsl::max(booking::starts_at)))
        .load(conn)?;
    let day = |(id, start): (i64, Option<i64>)| {
        Some((ResourceId::new(id), Instant::from_unix(start?).day()))
    };
    Ok(rows.into_iter().filter_map(day).collect())
}
