//! By when the reports of a use are due, as the rule of its day says.

use chrono::{Days, NaiveDate};

use crate::domain::booking::{Standing, State};
use crate::domain::parameter::Parameter;
use crate::domain::time::Instant;

/// The last day of each report.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Due {
    /// 利用報告
    pub log: NaiveDate,
    /// 利用報告書
    pub report: NaiveDate,
}

/// When the reports of a booking are due.
#[must_use]
pub fn due(standing: &Standing) -> Due {
    let last = standing.booking.span.end().plus_seconds(-1).day();
    let terms = standing
        .resource
        .on(standing.booking.span.start().day())
        .terms;
    let after = |parameter| {
        let days = u64::from(terms.count(parameter));
        last.checked_add_days(Days::new(days)).unwrap_or(last)
    };
    Due {
        log: after(Parameter::UseLogDueDays),
        report: after(Parameter::ResultReportDueDays),
    }
}

/// Whether its log should have been there by now.
#[must_use]
pub fn is_overdue(standing: &Standing, at: Instant) -> bool {
    standing.booking.state == State::Used && due(standing).log < at.day()
}
