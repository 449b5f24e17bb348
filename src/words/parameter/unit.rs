//! What the number of a parameter counts, for a label beside its field.

use crate::domain::language::Language;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::kind::{Kind, Unit};
use crate::words::parameter::line::pick;

/// What the number counts: 営業日, 件; empty for a parameter that is no number.
#[must_use]
pub const fn say(language: Language, parameter: Parameter) -> &'static str {
    let (ja, en) = match (parameter, parameter.entry().kind) {
        (
            Parameter::MaxOpenBookingsPerUser | Parameter::MaxOpenBookingsPerProject,
            Kind::Number { .. },
        ) => ("件", "bookings"),
        (_, Kind::Number { unit, .. }) => match unit {
            Unit::Minutes => ("分", "minutes"),
            Unit::Hours => ("時間", "hours"),
            Unit::Days => ("日", "days"),
            Unit::BusinessDays => ("営業日", "business days"),
            Unit::Months => ("か月", "months"),
            Unit::Years => ("年", "years"),
            Unit::Percent => ("%", "%"),
            Unit::Times => ("回", "times"),
        },
        _ => ("", ""),
    };
    pick(language, ja, en)
}
