//! What the page of a resource shows besides what decisions need to know.

use chrono::NaiveDate;
use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl, Selectable, SelectableHelper};
use diesel::{OptionalExtension, Queryable};

use crate::domain::catalogue::State;
use crate::domain::halt::Halt;
use crate::domain::name::Name;
use crate::store::catalogue::vocabulary::{self, Word};
use crate::store::engine::Conn;
use crate::store::schema::{facility, institution, resource};

/// What the page of a resource shows, besides [`crate::domain::catalogue::Resource`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ResourcePage {
    pub name: Name,
    /// What it can do, or its model and maker; may be empty.
    pub summary: Name,
    /// A remark of the catalogue, in Japanese.
    pub note_ja: Option<String>,
    /// The wording of the source document: for administrators only.
    pub name_seed: Option<String>,
    pub category: Word,
    pub kind: Word,
    /// Who allocates its time, where another body does; a name in Japanese.
    pub allocator: Option<String>,
    /// When that body calls for proposals; may be empty.
    pub call_periods: Name,
    /// The domain name under which it calls; may be empty.
    pub call_site: String,
    pub prerequisites: Vec<Word>,
    /// Business days until a request without a slot is answered; 0 when nobody said.
    pub response_days: i64,
    pub published: bool,
    /// The day on which its owner confirmed this entry.
    pub confirmed_on: Option<NaiveDate>,
    pub state: State,
    /// Where the facility is.
    pub site: String,
    pub institution_slug: String,
    pub institution_full_name: Name,
    /// The owner's domain name, such as `riken.jp`; may be empty.
    pub institution_domain: String,
    /// Whose it was before a successor took it over.
    pub former: Option<Former>,
    /// Where each fact comes from, as JSON: for administrators only.
    pub source: String,
}

/// The institution that had a facility before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Former {
    pub slug: String,
    pub name: Name,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = resource)]
struct Row {
    name_ja: String,
    name_en: String,
    summary_ja: String,
    summary_en: String,
    note_ja: Option<String>,
    name_seed: Option<String>,
    category: String,
    kind: String,
    allocator: Option<String>,
    call_periods_ja: String,
    call_periods_en: String,
    call_site: String,
    prerequisites: String,
    response_days: i64,
    published: bool,
    confirmed_on: Option<String>,
    state: String,
    source: String,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = institution)]
struct OwnerRow {
    slug: String,
    name_ja: String,
    name_en: String,
    domain: String,
}

/// What the page of the resource at this address shows.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn resource_page(conn: &mut Conn, slug: &str) -> Result<ResourcePage, Halt> {
    let (row, owner, site, former_id): (Row, OwnerRow, String, Option<i64>) = resource::table
        .inner_join(facility::table.inner_join(institution::table))
        .filter(resource::slug.eq(slug))
        .filter(resource::part.eq("shared"))
        .select((
            Row::as_select(),
            OwnerRow::as_select(),
            facility::site,
            facility::former_institution_id,
        ))
        .first(conn)?;
    let former = former_id.map(|id| former(conn, id)).transpose()?.flatten();
    let words = vocabulary::all(conn)?;
    let unreadable =
        |what: &str| Halt::broken(format!("the {what} of resource {slug} can't be read"));
    Ok(ResourcePage {
        name: both(row.name_ja, row.name_en),
        summary: both(row.summary_ja, row.summary_en),
        note_ja: row.note_ja,
        name_seed: row.name_seed,
        category: words.category(&row.category),
        kind: words.kind(&row.kind),
        allocator: row.allocator,
        call_periods: both(row.call_periods_ja, row.call_periods_en),
        call_site: row.call_site,
        prerequisites: words.prerequisites(&row.prerequisites),
        response_days: row.response_days,
        published: row.published,
        confirmed_on: row
            .confirmed_on
            .map(|day| day.parse().map_err(|_| unreadable("confirmation")))
            .transpose()?,
        state: State::from_code(&row.state).ok_or_else(|| unreadable("state"))?,
        site,
        institution_slug: owner.slug,
        institution_full_name: both(owner.name_ja, owner.name_en),
        institution_domain: owner.domain,
        former,
        source: row.source,
    })
}

const fn both(ja: String, en: String) -> Name {
    Name { ja, en }
}

fn former(conn: &mut Conn, id: i64) -> Result<Option<Former>, Halt> {
    let found: Option<(String, String, String)> = institution::table
        .filter(institution::id.eq(id))
        .select((institution::slug, institution::short_ja, institution::abbr))
        .first(conn)
        .optional()?;
    Ok(found.map(|(slug, ja, en)| Former {
        slug,
        name: Name { ja, en },
    }))
}
