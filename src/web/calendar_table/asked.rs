//! What a calendar is asked for: a view and a day, either of which may be wrong.

use chrono::NaiveDate;

use crate::domain::agenda::period::{Period, View, within_reach};
use crate::domain::time::parse_day;
use crate::web::form::Form;

/// What is asked for.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// None where the screen decides.
    pub view: Option<View>,
    pub day: NaiveDate,
}

impl Asked {
    /// Reads the query; the day is today where none can be read, and never out of reach.
    #[must_use]
    pub fn of(query: &Form, today: NaiveDate) -> Self {
        Self {
            view: View::from_code(query.raw("view").trim()),
            day: within_reach(parse_day(query.raw("date").trim()).unwrap_or(today), today),
        }
    }

    /// The days whose entries must be known.
    #[must_use]
    pub fn period(&self) -> Period {
        match self.view {
            Some(view) => Period::of(view, self.day),
            None => Period::of(View::Week, self.day).and(&Period::of(View::Agenda, self.day)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &str) -> (Option<View>, String) {
        let asked = Asked::of(
            &Form::read(query).unwrap(),
            parse_day("2027-01-13").unwrap(),
        );
        (asked.view, asked.day.to_string())
    }

    #[test]
    fn f07_whatever_is_asked_for_is_a_period_within_reach() {
        for wrong in [
            "",
            "view=year&date=x",
            "date=2027-02-30",
            "date=292277026596-01-01",
        ] {
            assert_eq!(asked(wrong), (None, "2027-01-13".to_owned()), "{wrong}");
        }
        let far = asked("view=month&date=2199-12-31");
        assert_eq!(far, (Some(View::Month), "2028-02-13".to_owned()));
        assert_eq!(asked("date=2001-01-01").1, "2025-12-13");
        let today = parse_day("2027-01-13").unwrap();
        let both = Asked::of(&Form::default(), today).period();
        assert_eq!(both.days().len(), 30);
    }
}
