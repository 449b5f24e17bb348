//! Days as cells with short lists in them: a month, or a week of several resources.

use chrono::{Datelike, NaiveDate};

use crate::domain::agenda::period::{Period, View};
use crate::web::calendar_table::scene::{Item, Scene};
use crate::web::calendar_table::timetable::class;
use crate::web::links::Link;
use crate::words::{agenda, when};

/// Entries that a cell of a month shows.
const OF_MONTH: usize = 4;
/// Entries that a resource's day shows.
const OF_ROW: usize = 8;

/// The table.
pub struct Planner {
    pub columns: Vec<Head>,
    /// Whether each row is a resource's.
    pub has_heads: bool,
    pub rows: Vec<Row>,
}

/// The head of a column.
pub struct Head {
    /// The number of the day; empty over a month.
    pub day: String,
    pub weekday: &'static str,
    pub aloud: String,
    pub class: &'static str,
}

/// A week of a month, or a resource.
pub struct Row {
    pub head: Option<Link>,
    pub cells: Vec<Cell>,
}

/// One day.
pub struct Cell {
    /// The number of the day with its page; none where the head says it.
    pub day: Option<Link>,
    pub aloud: String,
    pub class: &'static str,
    pub entries: Vec<Entry>,
    pub more: Option<Link>,
}

/// One entry, short.
pub struct Entry {
    pub look: &'static str,
    pub when: String,
    pub title: String,
    pub state: String,
    pub href: Option<String>,
}

/// A month, one row per week.
pub(super) fn of_month(scene: &Scene<'_>, period: &Period) -> Planner {
    let days = period.days();
    let head = |day: &NaiveDate| {
        let weekday = when::weekday_short(scene.visit.language, *day);
        Head {
            day: String::new(),
            weekday,
            aloud: weekday.to_owned(),
            class: class(*day, NaiveDate::MIN),
        }
    };
    let cell = |day: &NaiveDate| {
        let number = if day.month() == scene.asked.day.month() {
            day.day().to_string()
        } else {
            format!("{}/{}", day.month(), day.day())
        };
        Cell {
            day: Some(Link {
                href: scene.address(Some(View::Day), *day),
                label: number,
            }),
            aloud: when::day(scene.visit.language, *day),
            ..cell(scene, *day, &scene.on(*day), OF_MONTH)
        }
    };
    Planner {
        columns: days.iter().take(7).map(head).collect(),
        has_heads: false,
        rows: days
            .chunks(7)
            .map(|week| Row {
                head: None,
                cells: week.iter().map(cell).collect(),
            })
            .collect(),
    }
}

/// A week, one row per resource.
pub(super) fn of_week(scene: &Scene<'_>, period: &Period) -> Planner {
    let days = period.days();
    let today = scene.visit.actor.at.day();
    let on: Vec<Vec<&Item>> = days.iter().map(|day| scene.on(*day)).collect();
    let head = |day: &NaiveDate| Head {
        day: day.day().to_string(),
        weekday: when::weekday_short(scene.visit.language, *day),
        aloud: when::day_with_year(scene.visit.language, *day),
        class: class(*day, today),
    };
    let row = |(place, name): (usize, &Link)| Row {
        head: Some(name.clone()),
        cells: days
            .iter()
            .zip(&on)
            .map(|(day, items)| {
                let mine: Vec<&Item> = items
                    .iter()
                    .copied()
                    .filter(|item| item.row == place)
                    .collect();
                cell(scene, *day, &mine, OF_ROW)
            })
            .collect(),
    };
    Planner {
        columns: days.iter().map(head).collect(),
        has_heads: true,
        rows: scene.rows.iter().enumerate().map(row).collect(),
    }
}

fn cell(scene: &Scene<'_>, day: NaiveDate, items: &[&Item], most: usize) -> Cell {
    // one place is kept for the link to the rest
    let shown = if items.len() > most { most - 1 } else { most };
    let entries = items.iter().take(shown).map(|item| Entry {
        look: item.look,
        when: item.hours(scene, day),
        title: item.title.clone(),
        state: item.state.text.clone(),
        href: item.href.clone(),
    });
    Cell {
        day: None,
        aloud: String::new(),
        class: if day == scene.visit.actor.at.day() {
            "now"
        } else {
            ""
        },
        entries: entries.collect(),
        more: (items.len() > shown).then(|| Link {
            href: scene.address(Some(View::Day), day),
            label: agenda::more(scene.visit.language, items.len() - shown),
        }),
    }
}
