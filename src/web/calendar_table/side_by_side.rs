//! One day of several resources: a strip to scale and a list for each.

use chrono::NaiveDate;

use crate::web::calendar_table::scene::{Item, Scene};
use crate::web::links::Link;
use crate::web::strip::{self, Bar, bar};

/// All rows under one scale.
pub struct SideBySide {
    pub scale: Vec<(String, String)>,
    pub ticks: Vec<String>,
    pub rows: Vec<Row>,
}

/// One resource.
pub struct Row {
    pub name: Link,
    pub bars: Vec<Bar>,
    pub entries: Vec<Entry>,
}

/// What stands on it.
pub struct Entry {
    pub when: String,
    pub title: String,
    pub state: String,
    pub href: Option<String>,
}

/// Writes a day.
pub(super) fn write(scene: &Scene<'_>, day: NaiveDate) -> SideBySide {
    let items = scene.on(day);
    let scale = strip::hours();
    let row = |(place, name): (usize, &Link)| {
        let mine: Vec<&Item> = items
            .iter()
            .copied()
            .filter(|item| item.row == place)
            .collect();
        let drawn = mine.iter().filter(|item| !item.is_due);
        Row {
            name: name.clone(),
            bars: strip::of_day(day)
                .map(|axis| {
                    drawn
                        .filter_map(|item| bar(&axis, &item.span, kind(item.look), ""))
                        .collect()
                })
                .unwrap_or_default(),
            entries: mine
                .iter()
                .map(|item| Entry {
                    when: item.hours(scene, day),
                    title: item.title.clone(),
                    state: item.state.text.clone(),
                    href: item.href.clone(),
                })
                .collect(),
        }
    };
    SideBySide {
        ticks: scale.iter().map(|(x, _)| x.clone()).collect(),
        rows: scene.rows.iter().enumerate().map(row).collect(),
        scale,
    }
}

/// How a strip draws what a table calls so.
fn kind(look: &str) -> &'static str {
    match look {
        "fr" => "f",
        "me" => "s",
        "mt" => "m",
        "tn" => "t",
        _ => "b",
    }
}
