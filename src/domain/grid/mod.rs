//! The slot table: hours and shifts of a week, or days of a month, each cell judged as a request would be.

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::catalogue::Parameters;
use crate::domain::grid::cell::{CellState, Extent, Sight};
use crate::domain::grid::judge::Judge;
use crate::domain::policy::room::stretches;
use crate::domain::time::{Instant, Span};

pub mod cell;
mod judge;
#[cfg(test)]
mod laws;
mod raster;
#[cfg(test)]
mod tests;

/// How a resource's slots are laid out.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Layout {
    /// Slots of up to two hours: a week of columns, one row per slot.
    Hours,
    /// Half days and shifts: as hours, with few and high rows.
    Shifts,
    /// Slots of a day or more: a month of weeks, one cell per day.
    Days,
}

impl Layout {
    /// The layout that fits slots of this length.
    #[must_use]
    pub const fn of(slot_minutes: u32) -> Self {
        match slot_minutes {
            0..=120 => Self::Hours,
            121..=1439 => Self::Shifts,
            _ => Self::Days,
        }
    }

    /// The first and the last day of the table that shows this day: a week from Monday, or all the
    /// weeks of a month.
    #[must_use]
    pub fn period(self, day: NaiveDate) -> (NaiveDate, NaiveDate) {
        let (first, last) = match self {
            Self::Hours | Self::Shifts => (day, day),
            Self::Days => month(day),
        };
        let monday = Days::new(u64::from(first.weekday().num_days_from_monday()));
        let sunday = Days::new(6 - u64::from(last.weekday().num_days_from_monday()));
        (
            first.checked_sub_days(monday).unwrap_or(first),
            last.checked_add_days(sunday).unwrap_or(last),
        )
    }
}

/// The first and the last day of a day's month.
fn month(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = day.with_day(1).unwrap_or(day);
    let last = (28..=31).rev().find_map(|date| first.with_day(date));
    (first, last.unwrap_or(first))
}

/// A cell, which may stand for several rows of its column.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    /// The weekday's column, from Monday.
    pub column: usize,
    /// How many rows it covers.
    pub rows: usize,
    pub time: Span,
    pub state: CellState,
}

/// One row: a time of day, or a week.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// When it starts, in minutes of the day.
    pub minute: i64,
    pub cells: Vec<Cell>,
}

/// The slot table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grid {
    pub layout: Layout,
    /// The first days of the columns: the days of the week, or of the month's first week.
    pub columns: Vec<NaiveDate>,
    pub rows: Vec<Row>,
    /// Whether a column's last row ends where the next column's first begins.
    pub runs_on: bool,
    /// Whether rows were left out.
    pub shortened: bool,
}

/// Draws the table that shows a day.
#[must_use]
pub fn draw(sight: &Sight<'_>, day: NaiveDate, extent: Extent) -> Grid {
    let layout = Layout::of(sight.resource.parameters.slot_minutes);
    let (first, last) = layout.period(day);
    // the rows are those of the first day; cells of a later version are judged by that version
    let parameters = sight.resource.on(first).parameters;
    let days: Vec<NaiveDate> = first.iter_days().take_while(|day| *day <= last).collect();
    let raster = raster::of(parameters, extent);
    let judges: Vec<Judge<'_>> = stretches(sight.resource)
        .map(|stretch| Judge::new(sight, stretch, (first, last)))
        .collect();
    let cells = judged(&judges, &days, &raster.minutes, parameters);
    let rows = match layout {
        Layout::Days => weeks(&cells, raster.minutes.first().copied().unwrap_or(0)),
        Layout::Hours | Layout::Shifts => hours(&cells, &raster.minutes),
    };
    Grid {
        layout,
        columns: days.into_iter().take(7).collect(),
        rows,
        runs_on: raster.runs_on,
        shortened: raster.shortened,
    }
}

/// Every cell of every day in order of time, each for itself.
fn judged(
    judges: &[Judge<'_>],
    days: &[NaiveDate],
    minutes: &[i64],
    parameters: &Parameters,
) -> Vec<Vec<(Span, CellState)>> {
    let piece = i64::from(parameters.slot_minutes.clamp(1, raster::DAY));
    let mut before: Option<(Span, CellState)> = None;
    let mut judge_next = |day: NaiveDate, minute: i64| {
        let time = Span::of_minutes(Instant::of_tokyo(day, minute), piece)?;
        let on = time.start().day();
        let judge = judges.iter().rev().find(|judge| judge.has_begun(on))?;
        let follows = before.is_some_and(|(earlier, state)| {
            earlier.end() == time.start() && matches!(state, CellState::Free | CellState::Within)
        });
        before = Some((time, judge.state(&time, follows)));
        before
    };
    days.iter()
        .map(|day| {
            minutes
                .iter()
                .filter_map(|minute| judge_next(*day, *minute))
                .collect()
        })
        .collect()
}

/// One row per time of day; equal neighbours in a column are one cell, except where a use may start.
fn hours(days: &[Vec<(Span, CellState)>], minutes: &[i64]) -> Vec<Row> {
    let mut rows: Vec<Row> = minutes
        .iter()
        .map(|minute| Row {
            minute: *minute,
            cells: Vec::with_capacity(days.len()),
        })
        .collect();
    for (column, cells) in days.iter().enumerate() {
        let mut place = 0;
        for group in cells.chunk_by(|a, b| a.1 == b.1 && a.1 != CellState::Free) {
            let (Some(row), Some(time)) = (rows.get_mut(place), whole(group)) else {
                break;
            };
            row.cells.extend(group.first().map(|(_, state)| Cell {
                column,
                rows: group.len(),
                time,
                state: *state,
            }));
            place += group.len();
        }
    }
    rows
}

/// From the start of the first to the end of the last.
fn whole(group: &[(Span, CellState)]) -> Option<Span> {
    let (first, last) = (group.first()?, group.last()?);
    Span::new(first.0.start(), last.0.end())
}

/// One row per week, one cell per day.
fn weeks(days: &[Vec<(Span, CellState)>], minute: i64) -> Vec<Row> {
    let cell = |(column, cells): (usize, &Vec<(Span, CellState)>)| {
        cells.first().map(|(time, state)| Cell {
            column,
            rows: 1,
            time: *time,
            state: *state,
        })
    };
    days.chunks(7)
        .map(|week| Row {
            minute,
            cells: week.iter().enumerate().filter_map(cell).collect(),
        })
        .collect()
}
