//! What impact is told from: a draft as the version it would be, and the bookings it would meet.

use crate::domain::booking::State;
use crate::domain::catalogue::Resource;
use crate::domain::id::{BookingId, InstitutionId, ResourceId, UserId};
use crate::domain::policy::applicant::Manner;
use crate::domain::policy::waiver::Waiver;
use crate::domain::refusal::Citation;
use crate::domain::rule::Rule;
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span};

/// A booking as it was asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    pub booking: BookingId,
    pub resource: ResourceId,
    pub by: Asker,
    pub span: Span,
    pub manner: Manner,
    pub state: State,
    pub asked_at: Instant,
}

/// Who asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asker {
    pub user: UserId,
    /// Theirs when they asked.
    pub institution: InstitutionId,
    pub org_class: String,
    pub position_class: String,
}

/// Uses of one person before the bookings that are looked at: how many, and the last of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Earlier {
    pub user: UserId,
    pub resource: ResourceId,
    pub support: Option<SupportMode>,
    pub times: u32,
    pub last: Span,
}

/// What impact is told from.
#[derive(Clone, Debug)]
pub struct Facts {
    /// The draft as the version that it would be.
    pub rule: Rule,
    pub citation: Citation,
    /// The resources it is for, as they would be on its first day and later.
    pub resources: Vec<Resource>,
    /// The same resources as they are today.
    pub today: Vec<Resource>,
    /// The bookings of the last twelve months and those to come.
    pub bookings: Vec<Asked>,
    /// Whether there were more of them than are looked at; the newest are.
    pub is_cut: bool,
    pub earlier: Vec<Earlier>,
    /// 例外 that were granted.
    pub waivers: Vec<(UserId, ResourceId, Waiver)>,
    pub at: Instant,
}
