//! What stands side by side when terms are compared: the resources, and where people come from.

use chrono::NaiveDate;
use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};

use crate::domain::glance::Home;
use crate::domain::halt::Halt;
use crate::domain::id::{InstitutionId, ResourceId};
use crate::domain::name::Name;
use crate::store::catalogue::comparable::Choice;
use crate::store::engine::Conn;
use crate::store::schema::{facility, institution, resource};

/// An institution that somebody may come from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct From {
    pub slug: String,
    pub name: Name,
    pub home: Home,
}

/// The published resources in service, by institution, facility and name; an empty text of the
/// choice is no condition.
///
/// # Errors
/// A fault of the database.
pub fn ids(
    conn: &mut Conn,
    choice: &Choice,
    most: usize,
    today: NaiveDate,
) -> Result<Vec<ResourceId>, Halt> {
    let mut query = resource::table
        .inner_join(facility::table.inner_join(institution::table))
        .filter(resource::published.eq(true))
        .filter(resource::part.eq("shared"))
        .filter(resource::state.eq("in_service"))
        .order((
            institution::id,
            facility::id,
            resource::name_ja,
            resource::id,
        ))
        .select((resource::id, institution::valid_to))
        .into_boxed();
    if !choice.category.is_empty() {
        query = query.filter(resource::category.eq(choice.category.clone()));
    }
    if !choice.institution.is_empty() {
        query = query.filter(institution::slug.eq(choice.institution.clone()));
    }
    let found: Vec<(i64, Option<String>)> = query.load(conn)?;
    // Days are written so that they sort as text.
    let today = today.to_string();
    Ok(found
        .into_iter()
        .filter(|(_, valid_to)| valid_to.as_ref().is_none_or(|last| today <= *last))
        .map(|(id, _)| ResourceId::new(id))
        .take(most)
        .collect())
}

/// The institutions that have published resources in service, in their order: address and short name.
///
/// # Errors
/// A fault of the database.
pub fn providers(
    conn: &mut Conn,
    today: NaiveDate,
) -> Result<Vec<(InstitutionId, String, Name)>, Halt> {
    type Row = (i64, String, String, String, Option<String>);
    let rows: Vec<Row> = resource::table
        .inner_join(facility::table.inner_join(institution::table))
        .filter(resource::published.eq(true))
        .filter(resource::part.eq("shared"))
        .filter(resource::state.eq("in_service"))
        .order(institution::id)
        .select((
            institution::id,
            institution::slug,
            institution::short_ja,
            institution::abbr,
            institution::valid_to,
        ))
        .distinct()
        .load(conn)?;
    let today = today.to_string();
    Ok(rows
        .into_iter()
        .filter(|(.., valid_to)| valid_to.as_ref().is_none_or(|last| today <= *last))
        .map(|(id, slug, ja, en, _)| (InstitutionId::new(id), slug, Name { ja, en }))
        .collect())
}

/// The institutions that there are today, in their order.
///
/// # Errors
/// A fault of the database.
pub fn homes(conn: &mut Conn, most: i64, today: NaiveDate) -> Result<Vec<From>, Halt> {
    type Row = (i64, String, (String, String), String, Option<String>);
    let rows: Vec<Row> = institution::table
        .order(institution::id)
        .limit(most)
        .select((
            institution::id,
            institution::slug,
            (institution::name_ja, institution::name_en),
            institution::org_class,
            institution::valid_to,
        ))
        .load(conn)?;
    let today = today.to_string();
    let read = |(id, slug, (ja, en), class, _): Row| From {
        slug,
        name: Name { ja, en },
        home: Home {
            institution: Some(InstitutionId::new(id)),
            class,
        },
    };
    Ok(rows
        .into_iter()
        .filter(|(.., valid_to)| valid_to.as_ref().is_none_or(|last| today <= *last))
        .map(read)
        .collect())
}
