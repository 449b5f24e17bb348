//! The row of an outside allocation, read and written as a whole.

use std::collections::BTreeMap;

use diesel::prelude::*;

use crate::domain::halt::Halt;
use crate::domain::id::{OutsideId, OutsideSpanId, ResourceId};
use crate::domain::outside::{AmountUnit, Occupied, Outside};
use crate::domain::time::{Instant, Span};
use crate::store::engine::Conn;
use crate::store::schema::{outside_allocation, outside_span};

/// The columns of an allocation.
#[derive(Queryable, Selectable)]
#[diesel(table_name = outside_allocation)]
pub(super) struct Row {
    pub(super) id: i64,
    pub(super) resource_id: i64,
    proposal: String,
    holder_email: String,
    holder_name: String,
    holder_institution: String,
    granted: i64,
    unit: String,
    starts_on: String,
    ends_on: String,
    used: i64,
    note: String,
    version: i64,
    ended_at: Option<i64>,
}

impl Row {
    pub(super) fn read(self) -> Result<Outside, Halt> {
        let unreadable =
            |what: &str| Halt::broken(format!("the {what} of an outside allocation can't be read"));
        Ok(Outside {
            id: OutsideId::new(self.id),
            resource: ResourceId::new(self.resource_id),
            proposal: self.proposal,
            holder_email: self.holder_email,
            holder_name: self.holder_name,
            holder_institution: self.holder_institution,
            granted: u64::try_from(self.granted).map_err(|_| unreadable("amount"))?,
            unit: AmountUnit::from_code(&self.unit).ok_or_else(|| unreadable("unit"))?,
            starts_on: self.starts_on.parse().map_err(|_| unreadable("day"))?,
            ends_on: self.ends_on.parse().map_err(|_| unreadable("day"))?,
            used: u64::try_from(self.used).map_err(|_| unreadable("amount"))?,
            note: self.note,
            version: u32::try_from(self.version).map_err(|_| unreadable("version"))?,
            is_ended: self.ended_at.is_some(),
        })
    }
}

/// The time that these allocations occupy, by allocation and start.
pub(super) fn occupied(conn: &mut Conn, ids: &[i64]) -> Result<BTreeMap<i64, Vec<Occupied>>, Halt> {
    let rows: Vec<(i64, i64, i64, i64, String)> = outside_span::table
        .filter(outside_span::outside_id.eq_any(ids))
        .order((
            outside_span::outside_id,
            outside_span::starts_at,
            outside_span::id,
        ))
        .select((
            outside_span::id,
            outside_span::outside_id,
            outside_span::starts_at,
            outside_span::ends_at,
            outside_span::reason,
        ))
        .load(conn)?;
    let mut all: BTreeMap<i64, Vec<Occupied>> = BTreeMap::new();
    for (id, of, from, until, reason) in rows {
        let span = Span::new(Instant::from_unix(from), Instant::from_unix(until))
            .ok_or_else(|| Halt::broken("an outside allocation occupies no time"))?;
        all.entry(of).or_default().push(Occupied {
            id: OutsideSpanId::new(id),
            span,
            reason,
        });
    }
    Ok(all)
}
