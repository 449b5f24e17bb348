//! 例外: what was asked for and granted, for those who decide; kept by their deeds.

pub mod list;
pub mod write;

use diesel::prelude::*;

use crate::domain::actor::{Actor, Role};
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId, ResourceId, UserId, WaiverId, WaiverRequestId};
use crate::domain::language::Language;
use crate::domain::letter::Recipient;
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::kind::Waiver as Names;
use crate::domain::time::Instant;
use crate::domain::waiver::grant::{Asked, Granted};
use crate::domain::waiver::{Exception, Place};
use crate::store::booking::gather;
use crate::store::desk;
use crate::store::engine::Conn;
use crate::store::schema::{
    facility, institution, resource, user, waiver, waiver_request as request,
};

/// The columns of a resource with its owners.
type PlaceRow = (
    (i64, String, String, String),
    (i64, String, String),
    (i64, String, String),
);
/// The columns of whom it is for.
type PersonRow = (i64, String, String, String);
/// What is set aside, from when until when, and why.
type WhatRow = (String, String, String, String);

/// Whom a parameter names, for the resources of these owners.
///
/// # Errors
/// A fault of the database.
pub fn deciders(
    conn: &mut Conn,
    parameter: Parameter,
    (facility, institution): (FacilityId, InstitutionId),
) -> Result<Vec<Recipient>, Halt> {
    match parameter.entry().waiver {
        Names::Nobody => Ok(Vec::new()),
        Names::FacilityManager => gather::managers(conn, facility),
        Names::InstitutionOfficer => desk::officers(conn, institution),
    }
}

/// The parameters of a resource for which somebody waits for an answer.
///
/// # Errors
/// A fault of the database.
pub fn waiting(
    conn: &mut Conn,
    resource: ResourceId,
    user: UserId,
) -> Result<Vec<Parameter>, Halt> {
    let codes: Vec<String> = request::table
        .filter(request::resource_id.eq(resource.number()))
        .filter(request::user_id.eq(user.number()))
        .filter(request::decided_at.is_null())
        .select(request::parameter)
        .load(conn)?;
    let known = codes.iter().filter_map(|code| Parameter::from_code(code));
    Ok(known.collect())
}

/// What somebody asked for.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn asked(conn: &mut Conn, id: WaiverRequestId) -> Result<Asked, Halt> {
    let row = asked_columns()
        .filter(request::id.eq(id.number()))
        .first::<AskedRow>(conn)?;
    read_asked(row)
}

/// What was granted.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn granted(conn: &mut Conn, id: WaiverId) -> Result<Granted, Halt> {
    let row: GrantedRow = granted_columns()
        .filter(waiver::id.eq(id.number()))
        .first(conn)?;
    let names = names(conn, row.0.2.into_iter().collect())?;
    read_granted(row, &names)
}

/// The person with this address, if they can sign in.
///
/// # Errors
/// A fault of the database.
pub fn person(conn: &mut Conn, email: &str) -> Result<Option<Recipient>, Halt> {
    let row: Option<PersonRow> = user::table
        .filter(user::email.eq(email))
        .filter(user::state.eq("active"))
        .filter(user::verified_at.is_not_null())
        .select((user::id, user::name, user::email, user::language))
        .first(conn)
        .optional()?;
    Ok(row.map(recipient))
}

/// The units for whose resources somebody decides.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Scope {
    facilities: Vec<i64>,
    institutions: Vec<i64>,
}

impl Scope {
    /// Where this actor decides.
    #[must_use]
    pub fn of(by: &Actor) -> Self {
        let roles = by.person().map_or(&[][..], |person| &person.roles);
        let facilities = by.managed_facilities();
        Self {
            facilities: facilities.iter().map(|id| id.number()).collect(),
            institutions: roles
                .iter()
                .filter_map(|role| match role {
                    Role::InstitutionOfficer(id) => Some(id.number()),
                    _ => None,
                })
                .collect(),
        }
    }

    /// Whether there is anything to decide on.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.facilities.is_empty() && self.institutions.is_empty()
    }
}

/// The codes of the parameters that whoever is named here may set aside.
fn codes(names: Names) -> Vec<&'static str> {
    Parameter::ALL
        .iter()
        .filter(|parameter| parameter.entry().waiver == names)
        .map(|parameter| parameter.code())
        .collect()
}

/// A question as its row keeps it.
type AskedRow = ((i64, i64, Option<i64>), WhatRow, PersonRow, PlaceRow);
/// An exception as its row keeps it.
type GrantedRow = (
    (i64, i64, Option<i64>, Option<i64>),
    WhatRow,
    PersonRow,
    PlaceRow,
);

#[diesel::dsl::auto_type]
fn asked_columns() -> _ {
    request::table
        .inner_join(resource::table.inner_join(facility::table.inner_join(institution::table)))
        .inner_join(user::table.on(user::id.eq(request::user_id)))
        .select((
            (request::id, request::asked_at, request::decided_at),
            (
                request::parameter,
                request::from_day,
                request::until_day,
                request::reason,
            ),
            (user::id, user::name, user::email, user::language),
            place_columns(),
        ))
}

#[diesel::dsl::auto_type]
fn granted_columns() -> _ {
    waiver::table
        .inner_join(resource::table.inner_join(facility::table.inner_join(institution::table)))
        .inner_join(user::table.on(user::id.eq(waiver::user_id)))
        .select((
            (
                waiver::id,
                waiver::granted_at,
                waiver::granted_by,
                waiver::revoked_at,
            ),
            (
                waiver::parameter,
                waiver::from_day,
                waiver::until_day,
                waiver::reason,
            ),
            (user::id, user::name, user::email, user::language),
            place_columns(),
        ))
}

#[diesel::dsl::auto_type]
fn place_columns() -> _ {
    (
        (
            resource::id,
            resource::slug,
            resource::name_ja,
            resource::name_en,
        ),
        (facility::id, facility::name_ja, facility::name_en),
        (institution::id, institution::short_ja, institution::abbr),
    )
}

fn read_asked(((id, at, decided), what, who, place): AskedRow) -> Result<Asked, Halt> {
    Ok(Asked {
        id: WaiverRequestId::new(id),
        exception: exception(what, who, place)?,
        at: Instant::from_unix(at),
        is_decided: decided.is_some(),
    })
}

fn read_granted(
    ((id, at, by, revoked), what, who, place): GrantedRow,
    names: &[(i64, String)],
) -> Result<Granted, Halt> {
    let named = names.iter().find(|(known, _)| Some(*known) == by);
    Ok(Granted {
        id: WaiverId::new(id),
        exception: exception(what, who, place)?,
        at: Instant::from_unix(at),
        by: named.map(|(_, name)| name.clone()).unwrap_or_default(),
        revoked_at: revoked.map(Instant::from_unix),
    })
}

fn exception(
    (code, from, until, reason): WhatRow,
    who: PersonRow,
    ((id, slug, ja, en), facility, institution): PlaceRow,
) -> Result<Exception, Halt> {
    let unreadable = || Halt::broken(format!("an exception on {slug} can't be read"));
    Ok(Exception {
        parameter: Parameter::from_code(&code).ok_or_else(unreadable)?,
        from: from.parse().map_err(|_| unreadable())?,
        until: until.parse().map_err(|_| unreadable())?,
        who: recipient(who),
        reason,
        place: Place {
            resource: ResourceId::new(id),
            name: Name { ja, en },
            facility: FacilityId::new(facility.0),
            facility_name: Name {
                ja: facility.1,
                en: facility.2,
            },
            institution: InstitutionId::new(institution.0),
            institution_name: Name {
                ja: institution.1,
                en: institution.2,
            },
            slug,
        },
    })
}

/// The names of these people.
fn names(conn: &mut Conn, ids: Vec<i64>) -> Result<Vec<(i64, String)>, Halt> {
    Ok(user::table
        .filter(user::id.eq_any(ids))
        .select((user::id, user::name))
        .load(conn)?)
}

fn recipient((id, name, email, language): PersonRow) -> Recipient {
    Recipient {
        user: UserId::new(id),
        name,
        email,
        language: Language::from_code(&language),
    }
}
