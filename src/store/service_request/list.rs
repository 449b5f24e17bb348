//! Lists of requests without a slot: an applicant's own, a facility's, what the clock looks at.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, ServiceId, UserId};
use crate::domain::name::Name;
use crate::domain::service_request::ServiceRequest;
use crate::domain::service_request::state::{State, Turn};
use crate::store::engine::Conn;
use crate::store::schema::{facility, institution, resource, service_request, user};
use crate::store::service_request::line;
use crate::store::service_request::row::Row;

/// One line of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    pub request: ServiceRequest,
    pub resource: Name,
    /// The institution that provides it.
    pub provider: Name,
    pub applicant: String,
    /// 利用機関: the applicant's institution when they asked.
    pub applicant_institution: Name,
}

/// Which part of a facility's requests.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// The facility acts next; what is due first, first.
    Waiting,
    /// The applicant acts next, or uses it.
    WithApplicants,
    /// Over; latest first.
    Over,
}

impl Part {
    fn codes(self) -> Vec<&'static str> {
        let turn = match self {
            Self::Waiting => Turn::Facility,
            Self::WithApplicants => Turn::Applicant,
            Self::Over => Turn::Nobody,
        };
        let mine = State::ALL.iter().filter(|state| state.turn() == turn);
        mine.map(|state| state.code()).collect()
    }
}

type Found = (Row, (String, String), (String, String), String);

#[diesel::dsl::auto_type]
fn joined() -> _ {
    service_request::table
        .inner_join(resource::table.inner_join(facility::table.inner_join(institution::table)))
        .inner_join(user::table)
}

#[diesel::dsl::auto_type]
fn names() -> _ {
    (
        (resource::name_ja, resource::name_en),
        (institution::short_ja, institution::abbr),
        user::name,
    )
}

/// Somebody's own requests, latest first.
///
/// # Errors
/// A fault of the database.
pub fn own(conn: &mut Conn, of: UserId, most: i64) -> Result<Vec<Entry>, Halt> {
    let (resource, provider, name) = names();
    let found: Vec<Found> = joined()
        .filter(service_request::user_id.eq(of.number()))
        .order((
            service_request::created_at.desc(),
            service_request::id.desc(),
        ))
        .limit(most)
        .select((Row::as_select(), resource, provider, name))
        .load(conn)?;
    entries(conn, found)
}

/// The requests of these facilities in one part.
///
/// # Errors
/// A fault of the database.
pub fn of_facilities(
    conn: &mut Conn,
    facilities: &[FacilityId],
    part: Part,
    most: i64,
) -> Result<Vec<Entry>, Halt> {
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let (resource, provider, name) = names();
    let mine = joined()
        .filter(facility::id.eq_any(numbers))
        .filter(service_request::state.eq_any(part.codes()))
        .limit(most)
        .select((Row::as_select(), resource, provider, name));
    let found: Vec<Found> = match part {
        Part::Waiting | Part::WithApplicants => mine
            .order((service_request::created_at, service_request::id))
            .load(conn)?,
        Part::Over => mine
            .order((
                service_request::updated_at.desc(),
                service_request::id.desc(),
            ))
            .load(conn)?,
    };
    let mut entries = entries(conn, found)?;
    if part != Part::Over {
        let due = |entry: &Entry| entry.request.due.unwrap_or(NaiveDate::MAX);
        entries.sort_by_key(|entry| (due(entry), entry.request.id));
    }
    Ok(entries)
}

/// Completes rows with their lines and the names of the applicants' institutions: one query for each.
fn entries(conn: &mut Conn, found: Vec<Found>) -> Result<Vec<Entry>, Halt> {
    let ids: Vec<i64> = found.iter().map(|(row, ..)| row.id).collect();
    let homes: BTreeSet<i64> = found.iter().map(|(row, ..)| row.institution_id).collect();
    let names: Vec<(i64, String, String)> = institution::table
        .filter(institution::id.eq_any(homes))
        .select((institution::id, institution::short_ja, institution::abbr))
        .load(conn)?;
    let names: BTreeMap<i64, Name> = names
        .into_iter()
        .map(|(id, ja, en)| (id, Name { ja, en }))
        .collect();
    let mut lines = line::of(conn, &ids)?;
    let name = |(ja, en)| Name { ja, en };
    found
        .into_iter()
        .map(|(row, resource, provider, applicant)| {
            let home = names.get(&row.institution_id).cloned().unwrap_or_default();
            let mine = lines.remove(&row.id).unwrap_or_default();
            Ok(Entry {
                request: row.read(mine)?,
                resource: name(resource),
                provider: name(provider),
                applicant,
                applicant_institution: home,
            })
        })
        .collect()
}

/// The requests of which somebody may have to be told something, or which may have lapsed: those that
/// wait for somebody and are due until a day, by id after the last one that was looked at.
///
/// # Errors
/// A fault of the database.
pub fn due(
    conn: &mut Conn,
    until: NaiveDate,
    after: ServiceId,
    most: i64,
) -> Result<Vec<ServiceId>, Halt> {
    let ids: Vec<i64> = service_request::table
        .filter(service_request::state.eq_any(waiting()))
        .filter(service_request::due.le(until.to_string()))
        .filter(service_request::id.gt(after.number()))
        .order(service_request::id)
        .limit(most)
        .select(service_request::id)
        .load(conn)?;
    Ok(ids.into_iter().map(ServiceId::new).collect())
}

fn waiting() -> Vec<&'static str> {
    let open = State::ALL.iter().filter(|state| !state.is_over());
    open.map(|state| state.code()).collect()
}
