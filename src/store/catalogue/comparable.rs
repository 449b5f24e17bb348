//! The resources whose free time can be compared: those that take requests for time now.

use chrono::NaiveDate;
use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};

use crate::domain::catalogue::Resource;
use crate::domain::halt::Halt;
use crate::domain::id::ResourceId;
use crate::store::engine::Conn;
use crate::store::schema::{facility, institution, resource};

/// What is compared; an empty text is no condition.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Choice {
    /// Code of a category.
    pub category: String,
    /// Address of an institution.
    pub institution: String,
}

/// The resources with slots of up to `hours_up_to` minutes first; within them by category and name.
///
/// # Errors
/// A fault of the database.
pub fn ids(
    conn: &mut Conn,
    choice: &Choice,
    hours_up_to: u32,
    today: NaiveDate,
) -> Result<Vec<ResourceId>, Halt> {
    let mut query = resource::table
        .inner_join(facility::table.inner_join(institution::table))
        .filter(resource::published.eq(true))
        .filter(resource::part.eq("shared"))
        .filter(resource::state.eq("in_service"))
        .filter(resource::allocation.eq("direct"))
        .filter(resource::booking_mode.ne("service_request"))
        .order((resource::category, resource::name_ja, resource::id))
        .select((resource::id, resource::slot_minutes, institution::valid_to))
        .into_boxed();
    if !choice.category.is_empty() {
        query = query.filter(resource::category.eq(choice.category.clone()));
    }
    if !choice.institution.is_empty() {
        query = query.filter(institution::slug.eq(choice.institution.clone()));
    }
    let found: Vec<(i64, i64, Option<String>)> = query.load(conn)?;
    // Days are written so that they sort as text.
    let today = today.to_string();
    let mut valid: Vec<(i64, i64)> = found
        .into_iter()
        .filter(|(_, _, valid_to)| valid_to.as_ref().is_none_or(|last| today <= *last))
        .map(|(id, slot, _)| (id, slot))
        .collect();
    valid.sort_by_key(|(_, slot)| *slot > i64::from(hours_up_to));
    Ok(valid
        .into_iter()
        .map(|(id, _)| ResourceId::new(id))
        .collect())
}

/// Equivalent resources of other institutions: of the same category, and taking requests for time now.
///
/// # Errors
/// A fault of the database.
pub fn alike(
    conn: &mut Conn,
    of: &Resource,
    most: usize,
    today: NaiveDate,
) -> Result<Vec<ResourceId>, Halt> {
    let found: Vec<(i64, Option<String>)> = resource::table
        .inner_join(facility::table.inner_join(institution::table))
        .filter(resource::category.eq(&of.category))
        .filter(institution::id.ne(of.institution.number()))
        .filter(resource::published.eq(true))
        .filter(resource::part.eq("shared"))
        .filter(resource::state.eq("in_service"))
        .filter(resource::allocation.eq("direct"))
        .filter(resource::booking_mode.ne("service_request"))
        .order(resource::id)
        .select((resource::id, institution::valid_to))
        .load(conn)?;
    let today = today.to_string();
    let valid = found
        .into_iter()
        .filter(|(_, valid_to)| valid_to.as_ref().is_none_or(|last| today <= *last));
    Ok(valid
        .map(|(id, _)| ResourceId::new(id))
        .take(most)
        .collect())
}
