//! What stands in the way of a request without a slot.

use chrono::NaiveDate;

use crate::domain::id::ServiceId;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::service_field::ServiceField;

/// What stands in the way of a request without a slot, or of its next step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ServiceBar {
    /// The resource takes no such requests.
    NotTaken,
    /// It was sent already: a second click.
    AlreadySent,
    /// A line is not complete; counted from 1.
    Line {
        line: u32,
        part: LinePart,
    },
    TooManyLines {
        most: usize,
    },
    TooManyDrafts {
        most: u32,
    },
    /// A report of an earlier request is overdue.
    ReportOverdue {
        request: ServiceId,
        due: NaiveDate,
    },
    /// 提供予定日に倫理審査の承認が切れる.
    EthicsEnds {
        until: NaiveDate,
        delivery: NaiveDate,
    },
    EthicsMissing,
    /// An extension that does not last longer than what stands.
    EthicsNoLonger {
        until: NaiveDate,
    },
    /// MTA前の発送
    ContractFirst,
    PaymentFirst,
    /// More than was asked for, or than was granted.
    TooMuch {
        line: u32,
        most: u32,
    },
    /// Nothing at all on any line.
    NothingGranted,
    /// 条件付き承認 is not provided for by the rule.
    NoConditions,
    DayPast {
        field: Field,
    },
    DayToCome {
        field: Field,
    },
    DayTooEarly {
        field: Field,
        first: NaiveDate,
    },
}

/// What is wrong with a line.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum LinePart {
    What,
    Quantity,
    Unit,
    TooLong,
}

impl ServiceBar {
    /// The field beside which it is said, where there is one.
    #[must_use]
    pub const fn field(&self) -> Option<Field> {
        match self {
            Self::Line { .. } | Self::TooManyLines { .. } => {
                Some(Field::Service(ServiceField::Items))
            }
            Self::TooMuch { .. } | Self::NothingGranted => {
                Some(Field::Service(ServiceField::Amounts))
            }
            Self::NoConditions => Some(Field::Service(ServiceField::Conditions)),
            Self::EthicsNoLonger { .. } => Some(Field::Service(ServiceField::EthicsUntil)),
            Self::DayPast { field }
            | Self::DayToCome { field }
            | Self::DayTooEarly { field, .. } => Some(*field),
            Self::NotTaken
            | Self::AlreadySent
            | Self::TooManyDrafts { .. }
            | Self::ReportOverdue { .. }
            | Self::EthicsEnds { .. }
            | Self::EthicsMissing
            | Self::ContractFirst
            | Self::PaymentFirst => None,
        }
    }
}
