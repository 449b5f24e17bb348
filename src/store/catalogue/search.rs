//! Searching the catalogue: the resources whose key holds every word of a query.

use chrono::NaiveDate;
use diesel::Queryable;
use diesel::prelude::{
    ExpressionMethods, QueryDsl, RunQueryDsl, Selectable, SelectableHelper, TextExpressionMethods,
};

use crate::domain::catalogue::{AllocationBy, BookingMode, State, access};
use crate::domain::halt::Halt;
use crate::domain::id::ResourceId;
use crate::domain::name::Name;
use crate::domain::search::{Hit, Lengths};
use crate::domain::text;
use crate::domain::time::Instant;
use crate::store::engine::Conn;
use crate::store::outage;
use crate::store::schema::{facility, institution, resource};

/// The columns of a resource that results show.
#[derive(Queryable, Selectable)]
#[diesel(table_name = resource)]
struct Row {
    id: i64,
    slug: String,
    name_ja: String,
    name_en: String,
    summary_ja: String,
    summary_en: String,
    category: String,
    kind: String,
    booking_mode: String,
    allocation: String,
    allocator: Option<String>,
    slot_minutes: i64,
    min_minutes: i64,
    max_minutes: i64,
    lead_business_days: i64,
    response_days: i64,
    published: bool,
    confirmed_on: Option<String>,
    state: String,
    calendar_turn: i64,
}

/// The columns of its owner.
#[derive(Queryable, Selectable)]
#[diesel(table_name = institution)]
struct OwnerRow {
    slug: String,
    short_ja: String,
    abbr: String,
    valid_to: Option<String>,
}

/// The resources whose key holds every word, by slug. The words are folded: letters and digits only,
/// so nothing in them means anything to `like`. Retired resources are not found.
///
/// # Errors
/// A fault of the database.
pub fn hits(conn: &mut Conn, terms: &[String], at: Instant) -> Result<Vec<Hit>, Halt> {
    let mut query = resource::table
        .inner_join(facility::table.inner_join(institution::table))
        .filter(resource::state.ne(State::Retired.code()))
        .filter(resource::part.eq("shared"))
        .order(resource::slug)
        .select((
            Row::as_select(),
            (facility::name_ja, facility::name_en),
            OwnerRow::as_select(),
        ))
        .into_boxed();
    for term in terms {
        query = query.filter(resource::search_key.like(format!("%{term}%")));
    }
    let rows: Vec<(Row, (String, String), OwnerRow)> = query.load(conn)?;
    let hits = rows
        .into_iter()
        .map(|(row, (ja, en), owner)| hit(row, Name { ja, en }, owner, at));
    let mut hits = hits.collect::<Result<Vec<Hit>, Halt>>()?;
    standing_still(conn, hits.iter_mut().collect(), at)?;
    Ok(hits)
}

/// Notes which of them stand still now.
fn standing_still(conn: &mut Conn, hits: Vec<&mut Hit>, at: Instant) -> Result<(), Halt> {
    let ids: Vec<ResourceId> = hits.iter().map(|hit| hit.id).collect();
    let still = outage::on(conn, &ids, at)?;
    for hit in hits {
        let found = still.iter().find(|one| one.resource == hit.id);
        hit.back_on = found.map(|one| one.span.end().day());
    }
    Ok(())
}

/// The resources of one institution, by slug.
///
/// # Errors
/// A fault of the database.
pub fn of_institution(conn: &mut Conn, id: i64, at: Instant) -> Result<Vec<(i64, Hit)>, Halt> {
    let rows: Vec<(Row, (i64, String, String), OwnerRow)> = resource::table
        .inner_join(facility::table.inner_join(institution::table))
        .filter(institution::id.eq(id))
        .filter(resource::state.ne(State::Retired.code()))
        .filter(resource::part.eq("shared"))
        .order(resource::slug)
        .select((
            Row::as_select(),
            (facility::id, facility::name_ja, facility::name_en),
            OwnerRow::as_select(),
        ))
        .load(conn)?;
    let hits = rows.into_iter().map(|(row, (facility, ja, en), owner)| {
        Ok((facility, hit(row, Name { ja, en }, owner, at)?))
    });
    let mut hits = hits.collect::<Result<Vec<(i64, Hit)>, Halt>>()?;
    standing_still(conn, hits.iter_mut().map(|(_, hit)| hit).collect(), at)?;
    Ok(hits)
}

fn hit(row: Row, facility_name: Name, owner: OwnerRow, at: Instant) -> Result<Hit, Halt> {
    let unreadable =
        |what: &str| Halt::broken(format!("the {what} of resource {} can't be read", row.slug));
    let mode = BookingMode::from_code(&row.booking_mode).ok_or_else(|| unreadable("mode"))?;
    let allocation =
        AllocationBy::from_code(&row.allocation).ok_or_else(|| unreadable("allocation"))?;
    let state = State::from_code(&row.state).ok_or_else(|| unreadable("state"))?;
    let valid_to: Option<NaiveDate> = owner
        .valid_to
        .map(|day| day.parse())
        .transpose()
        .map_err(|_| unreadable("institution's end"))?;
    let name = |ja, en| Name { ja, en };
    Ok(Hit {
        id: ResourceId::new(row.id),
        name: name(row.name_ja, row.name_en),
        summary: name(row.summary_ja, row.summary_en),
        category: row.category,
        kind: row.kind,
        facility_name,
        institution: owner.slug,
        institution_name: name(owner.short_ja, owner.abbr),
        access: access(mode, allocation),
        open: row.published
            && state == State::InService
            && valid_to.is_none_or(|last| at.day() <= last),
        published: row.published,
        confirmed: row.confirmed_on.is_some(),
        state,
        allocator: row.allocator,
        lead_business_days: row.lead_business_days,
        response_days: row.response_days,
        lengths: Lengths {
            slot: row.slot_minutes,
            min: row.min_minutes,
            max: row.max_minutes,
        },
        back_on: None,
        turn: row.calendar_turn,
        slots: Vec::new(),
        slug: row.slug,
    })
}

/// Every name of a resource with its folded form, for queries that found nothing.
///
/// # Errors
/// A fault of the database.
pub fn names(conn: &mut Conn) -> Result<Vec<(String, Name)>, Halt> {
    let rows: Vec<(String, String)> = resource::table
        .filter(resource::state.ne(State::Retired.code()))
        .filter(resource::part.eq("shared"))
        .select((resource::name_ja, resource::name_en))
        .load(conn)?;
    let folded = |(ja, en): (String, String)| {
        let key = format!("{} {}", text::fold(&ja), text::fold(&en));
        (key, Name { ja, en })
    };
    Ok(rows.into_iter().map(folded).collect())
}
