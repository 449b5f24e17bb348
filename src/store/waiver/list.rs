//! Exceptions that somebody decides on: those asked for, those granted, and where.

use diesel::prelude::*;

use crate::domain::halt::Halt;
use crate::domain::id::UserId;
use crate::domain::name::Name;
use crate::domain::parameter::kind::Waiver as Names;
use crate::domain::waiver::grant::{Asked, Granted};
use crate::store::engine::Conn;
use crate::store::schema::{
    facility, institution, resource, user, waiver, waiver_request as request,
};
use crate::store::waiver::{
    AskedRow, GrantedRow, Scope, asked_columns, codes, granted_columns, names, read_asked,
    read_granted,
};

/// What waits for an answer, oldest first.
///
/// # Errors
/// A fault of the database.
pub fn asked(conn: &mut Conn, scope: &Scope, most: i64) -> Result<Vec<Asked>, Halt> {
    let managers = resource::facility_id
        .eq_any(&scope.facilities)
        .and(request::parameter.eq_any(codes(Names::FacilityManager)));
    let officers = facility::institution_id
        .eq_any(&scope.institutions)
        .and(request::parameter.eq_any(codes(Names::InstitutionOfficer)));
    let rows: Vec<AskedRow> = asked_columns()
        .filter(request::decided_at.is_null())
        .filter(managers.or(officers))
        .order(request::id)
        .limit(most)
        .load(conn)?;
    rows.into_iter().map(read_asked).collect()
}

/// What was granted, newest first.
///
/// # Errors
/// A fault of the database.
pub fn granted(conn: &mut Conn, scope: &Scope, most: i64) -> Result<Vec<Granted>, Halt> {
    let managers = resource::facility_id
        .eq_any(&scope.facilities)
        .and(waiver::parameter.eq_any(codes(Names::FacilityManager)));
    let officers = facility::institution_id
        .eq_any(&scope.institutions)
        .and(waiver::parameter.eq_any(codes(Names::InstitutionOfficer)));
    let rows: Vec<GrantedRow> = granted_columns()
        .filter(managers.or(officers))
        .order(waiver::id.desc())
        .limit(most)
        .load(conn)?;
    let by = names(conn, rows.iter().filter_map(|row| row.0.2).collect())?;
    rows.into_iter().map(|row| read_granted(row, &by)).collect()
}

/// The institutions of people.
///
/// # Errors
/// A fault of the database.
pub fn homes(conn: &mut Conn, people: &[UserId]) -> Result<Vec<(UserId, Name)>, Halt> {
    let ids: Vec<i64> = people.iter().map(|id| id.number()).collect();
    let rows: Vec<(i64, String, String)> = user::table
        .inner_join(institution::table)
        .filter(user::id.eq_any(ids))
        .select((user::id, institution::short_ja, institution::abbr))
        .load(conn)?;
    let named = |(id, ja, en)| (UserId::new(id), Name { ja, en });
    Ok(rows.into_iter().map(named).collect())
}

/// The resources for which exceptions can be granted, by name: address and name.
///
/// # Errors
/// A fault of the database.
pub fn resources(conn: &mut Conn, scope: &Scope, most: i64) -> Result<Vec<(String, Name)>, Halt> {
    let theirs = resource::facility_id
        .eq_any(&scope.facilities)
        .or(facility::institution_id.eq_any(&scope.institutions));
    let rows: Vec<(String, String, String)> = resource::table
        .inner_join(facility::table)
        .filter(theirs)
        .filter(resource::published.eq(true))
        .filter(resource::part.eq("shared"))
        .order((resource::name_ja, resource::id))
        .limit(most)
        .select((resource::slug, resource::name_ja, resource::name_en))
        .load(conn)?;
    let named = |(slug, ja, en)| (slug, Name { ja, en });
    Ok(rows.into_iter().map(named).collect())
}
