//! 改正案: the drafts of units, one each; whoever saves must have seen the last turn.

pub mod file;
pub mod impact;
pub mod keeper;
pub mod publishing;
pub mod reader;

use diesel::prelude::{
    ExpressionMethods, Insertable, JoinOnDsl, NullableExpressionMethods, QueryDsl, Queryable,
    RunQueryDsl, Selectable, SelectableHelper,
};

use crate::domain::halt::{Fault, Halt};
use crate::domain::id::{FacilityId, RuleId, UserId};
use crate::domain::name::Name;
use crate::domain::rule::draft::{Amendment, Confirmed, Touched};
use crate::domain::rule::text::Text;
use crate::domain::time::Instant;
use crate::store::engine::Conn;
use crate::store::schema::{facility, institution, rule_draft, user};
use crate::store::tx::Tx;

/// A draft with who changed it last.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standing {
    pub amendment: Amendment,
    pub touched: Touched,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = rule_draft)]
struct Row {
    based_on: Option<i64>,
    version: String,
    title_ja: String,
    title_en: String,
    documents: String,
    settings: String,
    effective_on: Option<String>,
    grace_days: i64,
    applies_to_confirmed: bool,
    turn: i64,
    edited_at: i64,
}

#[derive(Insertable)]
#[diesel(table_name = rule_draft)]
struct NewRow<'a> {
    facility_id: i64,
    based_on: Option<i64>,
    version: &'a str,
    title_ja: &'a str,
    title_en: &'a str,
    documents: String,
    settings: String,
    effective_on: Option<String>,
    grace_days: i64,
    applies_to_confirmed: bool,
    turn: i64,
    edited_at: i64,
    edited_by: Option<i64>,
}

/// The draft of the unit at this address.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn by_slug(conn: &mut Conn, slug: &str) -> Result<Standing, Halt> {
    let (row, owner, by): (Row, keeper::Row, Option<String>) = rule_draft::table
        .inner_join(facility::table)
        .inner_join(institution::table.on(institution::id.eq(facility::institution_id)))
        .left_join(user::table.on(rule_draft::edited_by.eq(user::id.nullable())))
        .filter(facility::slug.eq(slug))
        .select((Row::as_select(), keeper::columns(), user::name.nullable()))
        .first(conn)?;
    let touched = Touched {
        by: by.unwrap_or_default(),
        at: Instant::from_unix(row.edited_at),
    };
    let amendment = read(row, owner)?;
    Ok(Standing { amendment, touched })
}

fn read(row: Row, owner: keeper::Row) -> Result<Amendment, Halt> {
    let unit = keeper::read(owner);
    let unreadable = |what: &str| {
        let slug = &unit.slug;
        Halt::broken(format!("the {what} of the draft of {slug} can't be read"))
    };
    let text = Text {
        documents: serde_json::from_str(&row.documents).map_err(|_| unreadable("text"))?,
        sheet: serde_json::from_str(&row.settings).map_err(|_| unreadable("parameters"))?,
    };
    let effective_on = row.effective_on.map(|day| day.parse()).transpose();
    Ok(Amendment {
        based_on: row.based_on.map(RuleId::new),
        title: Name {
            ja: row.title_ja,
            en: row.title_en,
        },
        text,
        version: row.version,
        effective_on: effective_on.map_err(|_| unreadable("effective date"))?,
        grace_days: u32::try_from(row.grace_days).unwrap_or(0),
        confirmed: Confirmed::of(row.applies_to_confirmed),
        turn: row.turn,
        unit,
    })
}

/// Which of these units have a draft, and who changed it last.
///
/// # Errors
/// A fault of the database.
pub fn touched(conn: &mut Conn, units: &[FacilityId]) -> Result<Vec<(FacilityId, Touched)>, Halt> {
    let ids: Vec<i64> = units.iter().map(|id| id.number()).collect();
    let rows: Vec<(i64, i64, Option<String>)> = rule_draft::table
        .left_join(user::table.on(rule_draft::edited_by.eq(user::id.nullable())))
        .filter(rule_draft::facility_id.eq_any(ids))
        .select((
            rule_draft::facility_id,
            rule_draft::edited_at,
            user::name.nullable(),
        ))
        .load(conn)?;
    let touched = |(id, at, by): (i64, i64, Option<String>)| {
        let touched = Touched {
            by: by.unwrap_or_default(),
            at: Instant::from_unix(at),
        };
        (FacilityId::new(id), touched)
    };
    Ok(rows.into_iter().map(touched).collect())
}

/// Keeps a new draft.
///
/// # Errors
/// A fault; another try if somebody else began one at the same moment, which then finds it.
pub fn insert(tx: &mut Tx<'_>, amendment: &Amendment, by: Option<UserId>) -> Result<(), Halt> {
    use diesel::result::{DatabaseErrorKind, Error};
    let row = row(amendment, tx.at(), by)?;
    let written = diesel::insert_into(rule_draft::table)
        .values(&row)
        .execute(&mut **tx);
    match written {
        Ok(_) => Ok(()),
        Err(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => {
            Err(Halt::Fault(Fault::Again))
        }
        Err(error) => Err(error.into()),
    }
}

fn row(amendment: &Amendment, at: Instant, by: Option<UserId>) -> Result<NewRow<'_>, Halt> {
    let text = &amendment.text;
    Ok(NewRow {
        facility_id: amendment.unit.facility.number(),
        based_on: amendment.based_on.map(RuleId::number),
        version: &amendment.version,
        title_ja: &amendment.title.ja,
        title_en: &amendment.title.en,
        documents: serde_json::to_string(&text.documents).map_err(Halt::broken)?,
        settings: serde_json::to_string(&text.sheet).map_err(Halt::broken)?,
        effective_on: amendment.effective_on.map(|day| day.to_string()),
        grace_days: i64::from(amendment.grace_days),
        applies_to_confirmed: amendment.confirmed.applies(),
        turn: amendment.turn,
        edited_at: at.unix(),
        edited_by: by.map(UserId::number),
    })
}

/// Keeps what a draft has become, if nobody changed it since `seen`.
///
/// # Errors
/// Another try if somebody was quicker, which then sees what they saved; or a fault.
pub fn keep(
    tx: &mut Tx<'_>,
    amendment: &Amendment,
    seen: i64,
    by: Option<UserId>,
) -> Result<(), Halt> {
    let row = row(amendment, tx.at(), by)?;
    let one = rule_draft::table
        .find(row.facility_id)
        .filter(rule_draft::turn.eq(seen));
    let kept = diesel::update(one)
        .set((
            rule_draft::version.eq(row.version),
            rule_draft::title_ja.eq(row.title_ja),
            rule_draft::title_en.eq(row.title_en),
            rule_draft::documents.eq(row.documents),
            rule_draft::settings.eq(row.settings),
            rule_draft::effective_on.eq(row.effective_on),
            rule_draft::grace_days.eq(row.grace_days),
            rule_draft::applies_to_confirmed.eq(row.applies_to_confirmed),
            rule_draft::turn.eq(row.turn),
            rule_draft::edited_at.eq(row.edited_at),
            rule_draft::edited_by.eq(row.edited_by),
        ))
        .execute(&mut **tx)?;
    once(kept)
}

/// Takes a draft away: it was discarded or published.
///
/// # Errors
/// Another try if somebody changed it since `seen`, or a fault.
pub fn remove(tx: &mut Tx<'_>, facility: FacilityId, seen: i64) -> Result<(), Halt> {
    let one = rule_draft::table
        .find(facility.number())
        .filter(rule_draft::turn.eq(seen));
    once(diesel::delete(one).execute(&mut **tx)?)
}

const fn once(rows: usize) -> Result<(), Halt> {
    match rows {
        0 => Err(Halt::Fault(Fault::Again)),
        _ => Ok(()),
    }
}
