//! A booking as its row keeps it.

use diesel::prelude::*;

use crate::domain::booking::{Booking, Content, Safety, State};
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, InstitutionId, ResourceId, RuleId, UserId};
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span};
use crate::store::schema::booking;

/// The columns of a booking.
#[derive(Queryable, Selectable)]
#[diesel(table_name = booking)]
pub(super) struct Row {
    pub(super) id: i64,
    pub(super) resource_id: i64,
    pub(super) user_id: i64,
    institution_id: i64,
    rule_id: i64,
    starts_at: i64,
    ends_at: i64,
    purpose: String,
    sample: String,
    safety: String,
    support_mode: String,
    project_number: String,
    state: String,
    version: i64,
    units: i64,
    pub(super) decided_by: Option<String>,
    pub(super) decided_at: Option<i64>,
    pub(super) reason: Option<String>,
    created_at: i64,
    pub(super) relocated: bool,
}

/// The booking of a row.
///
/// # Errors
/// It can't be read.
pub(super) fn read(row: Row) -> Result<Booking, Halt> {
    let unreadable = |what: &str| Halt::broken(format!("the {what} of a booking can't be read"));
    Ok(Booking {
        id: BookingId::new(row.id),
        resource: ResourceId::new(row.resource_id),
        user: UserId::new(row.user_id),
        institution: InstitutionId::new(row.institution_id),
        rule: RuleId::new(row.rule_id),
        span: Span::new(
            Instant::from_unix(row.starts_at),
            Instant::from_unix(row.ends_at),
        )
        .ok_or_else(|| unreadable("time"))?,
        units: u32::try_from(row.units).map_err(|_| unreadable("units"))?,
        content: Content {
            purpose: row.purpose,
            sample: row.sample,
            safety: Safety::from_code(&row.safety),
            support_mode: SupportMode::from_code(&row.support_mode),
            project_number: row.project_number,
        },
        state: State::from_code(&row.state).ok_or_else(|| unreadable("state"))?,
        version: u32::try_from(row.version).map_err(|_| unreadable("version"))?,
        created_at: Instant::from_unix(row.created_at),
    })
}
