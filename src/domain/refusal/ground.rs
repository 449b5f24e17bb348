//! What a refusal stands on, and the ways forward that were computed for it.

use chrono::NaiveDate;

use crate::domain::counted::Counted;
use crate::domain::gate::{Gate, Office};
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::kind::Waiver;
use crate::domain::parameter::value::Value;
use crate::domain::support::SupportMode;
use crate::domain::time::Span;

/// The parameter that a wish does not keep.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ground {
    pub parameter: Parameter,
    /// The value in force.
    pub value: Value,
    /// What was wished instead, in the same unit.
    pub offending: Value,
    /// Who may set it aside for one person.
    pub waiver: Waiver,
}

/// A way forward.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Remedy {
    /// The nearest times at which the whole wish passes.
    Slots(Vec<Span>),
    /// The same start with another length, in minutes.
    Length { minutes: i64 },
    /// What of a shared capacity still fits.
    Part(Part),
    /// Another way of use.
    Mode(SupportMode),
    /// The next date of a course.
    Training { course: String, day: NaiveDate },
    /// The date of a course in which they take part already: to be completed first.
    Attend { course: String, day: NaiveDate },
    /// An equivalent resource of another institution, at a time when this person may use it.
    Elsewhere {
        slug: String,
        name: Name,
        institution: Name,
        slot: Span,
    },
    /// Something to enter beforehand.
    Enter(Gate),
    /// Whoever may set the parameter aside.
    Waiver(Waiver),
    /// 空き待ち: a place in the line for just this time.
    Wait,
    /// The facility, where nobody may.
    Ask,
}

/// So many units of a shared capacity for a time in which they fit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    pub span: Span,
    pub units: u32,
    pub counted: Counted,
    /// Whether it is the whole time that was wished, with fewer units.
    pub is_whole: bool,
}

/// Whose uses to come are counted.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Per {
    Person,
    Project,
}

/// A report that follows a use.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Owed {
    /// 利用報告
    Log,
    /// 利用報告書
    Report,
}

/// The time within which use is limited.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Within {
    Month,
    FiscalYear,
}

/// Why a gate that must stand before sending does not.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum GateClosed {
    Missing,
    /// It counts until this day, the last.
    Expires(NaiveDate),
    /// An office has not answered yet.
    Waiting(Office),
    Refused(Office),
}
