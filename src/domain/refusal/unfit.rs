//! Reasons of the person and the manner: who may use, how, how much, and with which gates open.

use chrono::NaiveDate;

use crate::domain::gate::Gate;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::ground::{GateClosed, Owed, Per, Within};
use crate::domain::support::SupportMode;

/// Why somebody may not use a resource as they mean to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unfit {
    InstitutionNotEligible {
        /// "own", "inhouse", "university", "public", "company", "overseas".
        class: String,
    },
    PositionNotEligible {
        /// "staff", "researcher", "student".
        class: String,
    },
    StudentNotResponsible,
    SupportModeNotOffered {
        offered: Vec<SupportMode>,
    },
    SupervisionNeeded {
        sessions: u32,
        done: u32,
    },
    BslTooHigh {
        /// "none", "bsl1", "bsl2", "bsl3".
        most: String,
    },
    TooManyOpen {
        most: u32,
        per: Per,
    },
    OverQuota {
        hours: u32,
        /// What is left, in minutes.
        left: i64,
        within: Within,
    },
    /// 自機関優先枠: what others may use of the week is used up.
    OverShare {
        /// What is kept for the institution itself, in percent of the week's open hours.
        share: u32,
        /// What is left for others, in minutes.
        left: i64,
    },
    GateClosed {
        gate: Gate,
        why: GateClosed,
    },
    /// 利用停止
    Suspended {
        /// The last Tokyo day.
        until: NaiveDate,
    },
    /// 未提出者の予約停止
    ReportOverdue {
        owed: Owed,
        due: NaiveDate,
    },
}

impl Unfit {
    /// The field beside which it is said, where there is one.
    #[must_use]
    pub const fn field(&self) -> Option<Field> {
        match self {
            Self::SupportModeNotOffered { .. } | Self::SupervisionNeeded { .. } => {
                Some(Field::SupportMode)
            }
            Self::BslTooHigh { .. } => Some(Field::Safety),
            Self::OverQuota { .. } | Self::OverShare { .. } => Some(Field::Length),
            Self::InstitutionNotEligible { .. }
            | Self::PositionNotEligible { .. }
            | Self::StudentNotResponsible
            | Self::TooManyOpen { .. }
            | Self::GateClosed { .. }
            | Self::Suspended { .. }
            | Self::ReportOverdue { .. } => None,
        }
    }
}
