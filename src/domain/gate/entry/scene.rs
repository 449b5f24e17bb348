//! What an entry for a gate is made of: what was typed, and all that it is judged by.

use crate::domain::booking::Booking;
use crate::domain::catalogue::Resource;
use crate::domain::equivalence::Line;
use crate::domain::gate::declaration::{Category, Concern};
use crate::domain::gate::fact::Fact;
use crate::domain::id::InstitutionId;
use crate::domain::parameter::terms::Terms;

/// What somebody typed; days as they were typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Typed {
    pub number: String,
    pub level: String,
    pub authority: String,
    pub issued_on: String,
    pub valid_until: String,
    pub issuer: Option<InstitutionId>,
    pub project_number: String,
    pub subject: String,
    pub note: String,
    pub export: TypedExport,
}

/// The answers of a declaration for export control.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TypedExport {
    pub resident: Option<bool>,
    pub employed: Option<bool>,
    pub entered_on: String,
    pub categories: Vec<Category>,
    /// 「いずれにも該当しない」 was ticked.
    pub no_category: bool,
    pub end_use: String,
}

/// What an entry is judged by.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The person's institution.
    pub home: InstitutionId,
    /// The resource that it is entered for, where it is entered for one.
    pub resource: Option<Resource>,
    /// Their booking that it is entered for: it holds its time, and has not begun.
    pub booking: Option<Booking>,
    /// Their facts that were not withdrawn.
    pub facts: Vec<Fact>,
    /// Whether an earlier declaration for the booking went to the offices.
    pub declared_before: Option<Concern>,
    /// Facts they entered within a day.
    pub lately: i64,
    /// The institutions that issue.
    pub issuers: Vec<InstitutionId>,
    /// What the resource's institution recognises.
    pub lines: Vec<Line>,
}

/// What holds on the day of the booking; without one, what holds today.
#[must_use]
pub(super) fn terms(scene: &Scene) -> Option<&Terms> {
    let resource = scene.resource.as_ref()?;
    Some(match &scene.booking {
        Some(booking) => resource.on(booking.span.start().day()).terms,
        None => &resource.terms,
    })
}
