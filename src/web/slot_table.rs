//! The slot table as its template shows it: a drawn grid with its words; see templates/parts/slot.html.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::catalogue::Resource;
use crate::domain::grid::cell::CellState;
use crate::domain::grid::{self, Cell, Layout};
use crate::domain::language::Language;
use crate::domain::time::{Instant, write_local};
use crate::words::booking::state as booking;
use crate::words::{self, opening, slot, when};

/// The whole table.
pub struct Table {
    pub caption: String,
    pub look: &'static str,
    pub axis: &'static str,
    pub unit: u32,
    pub depth: usize,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

/// The head of a column.
pub struct Column {
    pub top: String,
    pub below: &'static str,
    pub aloud: String,
    pub class: &'static str,
}

/// One row.
pub struct Row {
    pub head: String,
    pub cells: Vec<Field>,
}

/// One cell.
pub struct Field {
    pub state: &'static str,
    pub span: usize,
    pub day: String,
    pub text: String,
    pub aloud: String,
    pub start: Option<Start>,
}

/// A start that can be chosen.
pub struct Start {
    pub id: String,
    pub value: String,
    pub column: usize,
    pub row: usize,
    pub chosen: bool,
}

/// What a table is written from.
#[derive(Copy, Clone)]
pub struct Scene<'a> {
    pub language: Language,
    pub resource: &'a Resource,
    pub now: Instant,
    pub chosen: Option<Instant>,
    /// The day whose week or month is shown.
    pub shown: NaiveDate,
}

/// Writes a drawn grid.
#[must_use]
pub fn write(grid: &grid::Grid, scene: &Scene<'_>) -> Table {
    let layout = grid.layout;
    let (first, last) = layout.period(scene.shown);
    let period = slot::period(scene.language, layout, first, last);
    let starts_at = when::clock(grid.rows.first().map_or(0, |row| row.minute));
    let head = |minute: i64| match layout {
        Layout::Days => String::new(),
        Layout::Hours | Layout::Shifts => when::clock(minute),
    };
    let rows = grid.rows.iter().enumerate().map(|(number, row)| Row {
        head: head(row.minute),
        cells: row
            .cells
            .iter()
            .map(|cell| field(cell, number, layout, scene))
            .collect(),
    });
    Table {
        caption: slot::caption(scene.language, layout, &period, &starts_at),
        look: match layout {
            Layout::Hours => "",
            Layout::Shifts => "sh",
            Layout::Days => "mon",
        },
        axis: match layout {
            Layout::Days => "week",
            Layout::Hours | Layout::Shifts if grid.runs_on => "flow",
            Layout::Hours | Layout::Shifts => "",
        },
        unit: scene.resource.parameters.slot_minutes,
        depth: grid.rows.len(),
        columns: grid
            .columns
            .iter()
            .map(|day| column(*day, layout, scene))
            .collect(),
        rows: rows.collect(),
    }
}

fn column(day: NaiveDate, layout: Layout, scene: &Scene<'_>) -> Column {
    let is_today = layout != Layout::Days && day == scene.now.day();
    let class = match (day.weekday(), is_today) {
        (Weekday::Sat, false) => "sat",
        (Weekday::Sun, false) => "sun",
        (Weekday::Sat, true) => "sat today",
        (Weekday::Sun, true) => "sun today",
        (_, true) => "today",
        _ => "",
    };
    Column {
        top: match layout {
            Layout::Days => String::new(),
            Layout::Hours | Layout::Shifts => day.day().to_string(),
        },
        below: when::weekday_short(scene.language, day),
        aloud: slot::column_aloud(scene.language, layout, day),
        class,
    }
}

fn field(cell: &Cell, row: usize, layout: Layout, scene: &Scene<'_>) -> Field {
    let start = cell.time.start();
    let day = match layout {
        Layout::Days => number(start.day(), scene.shown),
        Layout::Hours | Layout::Shifts => String::new(),
    };
    if cell.state == CellState::Free {
        return Field {
            state: "fr",
            span: 1,
            day,
            text: String::new(),
            aloud: slot::free_aloud(scene.language, layout, start),
            start: Some(Start {
                id: format!("s{}-{row}", cell.column),
                value: write_local(start),
                column: cell.column,
                row,
                chosen: scene.chosen == Some(start),
            }),
        };
    }
    let Said { class, text, aloud } = said(cell, scene);
    Field {
        state: class,
        span: cell.rows,
        day,
        aloud: slot::stretch_aloud(scene.language, layout, &shown_time(cell, layout), &aloud),
        text,
        start: None,
    }
}

/// A day's number in a month; outside the month with its month's.
fn number(day: NaiveDate, shown: NaiveDate) -> String {
    if day.month() == shown.month() {
        day.day().to_string()
    } else {
        format!("{}/{}", day.month(), day.day())
    }
}

/// A booking is told with its own times, other cells with theirs.
fn shown_time(cell: &Cell, layout: Layout) -> crate::domain::time::Span {
    match cell.state {
        CellState::Booked { used, .. }
        | CellState::Mine { used, .. }
        | CellState::Maintenance { used }
        | CellState::Allocated { used }
            if layout != Layout::Days =>
        {
            used
        }
        _ => cell.time,
    }
}

/// What a cell says.
struct Said {
    class: &'static str,
    text: String,
    aloud: String,
}

fn said(cell: &Cell, scene: &Scene<'_>) -> Said {
    let w = &words::of(scene.language).slot;
    let plain = |class, text: &str, aloud: &str| Said {
        class,
        text: text.to_owned(),
        aloud: aloud.to_owned(),
    };
    match cell.state {
        CellState::Free => plain("fr", "", w.free),
        CellState::Within => plain("fr", "", w.within_aloud),
        CellState::TooShort => plain("no", w.too_short, w.too_short_aloud),
        CellState::Booked { held: true, .. } => plain("tn", w.held, w.held),
        CellState::Booked { held: false, .. } => plain("bk", w.booked, w.booked),
        CellState::Mine { state, .. } => {
            let text = format!("{} {}", w.mine, booking::chip(scene.language, state).1);
            plain("me", &text, &text)
        }
        CellState::Maintenance { .. } => plain("mt", w.maintenance, w.maintenance),
        CellState::Allocated { .. } => plain("bk", w.allocated, w.allocated),
        CellState::Buffer => plain("no", w.buffer, w.buffer_aloud),
        CellState::Closed => closed(cell, scene, w),
        CellState::OutsideHours => plain("no", w.outside_hours, w.outside_hours),
        CellState::Past => plain("no", w.past, w.past),
        CellState::TooSoon => plain("no", w.too_soon, w.too_soon),
        CellState::TooFar => plain("no", w.too_far, w.too_far),
        CellState::NotOffered => plain("no", w.not_offered, w.not_offered_aloud),
    }
}

/// A closed day with its reason.
fn closed(cell: &Cell, scene: &Scene<'_>, w: &slot::Words) -> Said {
    let day = cell.time.start().day();
    let closing = scene.resource.parameters.closed.closing(day);
    let (text, aloud) = closing.map_or_else(
        || (w.closed.to_owned(), w.closed.to_owned()),
        |closing| {
            (
                slot::closing(scene.language, &closing, w),
                opening::closing(scene.language, &closing),
            )
        },
    );
    Said {
        class: "no",
        text,
        aloud,
    }
}

/// The legend below a table or above strips: states in the order in which readers look for them.
#[must_use]
pub fn legend(language: Language, is_signed_in: bool) -> Vec<(&'static str, &'static str)> {
    let w = &words::of(language).slot;
    let mut legend = vec![
        ("fr", w.free),
        ("on", w.chosen),
        ("bk", w.booked),
        ("tn", w.held),
        ("mt", w.maintenance),
    ];
    if is_signed_in {
        legend.push(("me", w.mine));
    }
    legend
}
