//! 例外の承認: one parameter set aside for one person on one resource, with a reason.

use chrono::NaiveDate;

use crate::domain::id::WaiverId;
use crate::domain::parameter::Parameter;

/// A waiver as decisions see it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Waiver {
    pub id: WaiverId,
    pub parameter: Parameter,
    /// The first and the last Tokyo day of use that it covers.
    pub from: NaiveDate,
    pub until: NaiveDate,
    pub reason: String,
    /// The name of who granted it.
    pub by: String,
}

impl Waiver {
    /// Whether it lifts a parameter for a use on this day.
    #[must_use]
    pub fn lifts(&self, parameter: Parameter, day: NaiveDate) -> bool {
        self.parameter == parameter && (self.from..=self.until).contains(&day)
    }
}
