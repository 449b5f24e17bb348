//! A day or a week to scale: hours as rows, days as columns, what overlaps side by side.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::agenda::period::{Period, View};
use crate::domain::agenda::timetable::{self, Cell, STEP};
use crate::domain::time::Span;
use crate::web::calendar_table::scene::Scene;
use crate::words::{agenda, when};

/// Rows of one hour.
const HOUR: usize = 2;

/// The table.
pub struct Timetable {
    /// Into how many parts each day is divided.
    pub parts: usize,
    /// The parts of all days, for the row that sets their widths.
    pub widths: Vec<()>,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

/// The head of a day.
pub struct Column {
    pub day: String,
    pub weekday: &'static str,
    pub aloud: String,
    pub class: &'static str,
    /// The link to what finds no place: the list of the day.
    pub more: Option<(String, String)>,
}

/// Half an hour.
pub struct Row {
    /// The hour that begins here; none for its second half.
    pub hour: Option<String>,
    pub fields: Vec<Field>,
}

/// One cell.
pub struct Field {
    pub look: &'static str,
    pub rows: usize,
    /// Over how many parts of its day it reaches.
    pub parts: usize,
    pub item: Option<Shown>,
}

/// What a cell says.
pub struct Shown {
    pub when: String,
    pub title: String,
    pub state: String,
    pub href: Option<String>,
}

/// Lays the entries of a period out.
pub(super) fn write(scene: &Scene<'_>, period: &Period) -> Timetable {
    let spans: Vec<Span> = scene.items.iter().map(|item| item.span).collect();
    let days = period.days();
    let table = timetable::lay_out(&days, &spans);
    let lanes = table.columns.iter().map(|column| column.lanes);
    let parts = lanes.max().unwrap_or(1);
    let columns = table.columns.iter().map(|column| Column {
        day: column.day.day().to_string(),
        weekday: when::weekday_short(scene.visit.language, column.day),
        aloud: when::day_with_year(scene.visit.language, column.day),
        class: class(column.day, scene.visit.actor.at.day()),
        more: (column.hidden > 0).then(|| {
            let href = scene.address(Some(View::Agenda), column.day);
            (href, agenda::more(scene.visit.language, column.hidden))
        }),
    });
    let rows = table.rows.iter().enumerate().map(|(number, cells)| {
        let minute = table.from + i64::try_from(number).unwrap_or(0) * STEP;
        Row {
            hour: number.is_multiple_of(HOUR).then(|| when::clock(minute)),
            fields: cells
                .iter()
                .filter_map(|cell| {
                    let column = table.columns.get(cell.column)?;
                    Some(Field {
                        parts: parts / column.lanes.max(1),
                        ..field(scene, cell, column.day)
                    })
                })
                .collect(),
        }
    });
    Timetable {
        parts,
        widths: vec![(); parts * days.len()],
        columns: columns.collect(),
        rows: rows.collect(),
    }
}

fn field(scene: &Scene<'_>, cell: &Cell, day: NaiveDate) -> Field {
    let item = cell.item.and_then(|place| scene.items.get(place));
    Field {
        look: item.map_or("", |item| item.look),
        rows: cell.rows,
        parts: 1,
        item: item.map(|item| Shown {
            when: item.hours(scene, day),
            title: item.title.clone(),
            state: item.state.text.clone(),
            href: item.href.clone(),
        }),
    }
}

/// The colours of a day's head.
pub(super) fn class(day: NaiveDate, today: NaiveDate) -> &'static str {
    match (day.weekday(), day == today) {
        (Weekday::Sat, false) => "sat",
        (Weekday::Sun, false) => "sun",
        (Weekday::Sat, true) => "sat today",
        (Weekday::Sun, true) => "sun today",
        (_, true) => "today",
        _ => "",
    }
}
