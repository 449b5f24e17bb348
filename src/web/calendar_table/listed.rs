//! A calendar as a list: what stands on each day, under the day.

use crate::domain::agenda::period::Period;
use crate::web::calendar_table::scene::{Item, Scene};
use crate::web::parts::Chip;
use crate::words::{agenda, when};

/// One day with what begins on it, or goes on from before the list.
pub struct Day {
    pub heading: String,
    pub is_today: bool,
    pub lines: Vec<Line>,
}

/// One entry.
pub struct Line {
    pub when: String,
    pub title: String,
    pub href: Option<String>,
    pub more: String,
    pub row: String,
    pub state: Chip,
}

/// The days of a period on which something stands.
pub(super) fn write(scene: &Scene<'_>, period: &Period) -> Vec<Day> {
    let today = scene.visit.actor.at.day();
    let days = period.days().into_iter();
    days.map(|day| {
        let begins = |item: &&&Item| item.span.start().day() == day || day == period.first;
        let lines = scene.on(day);
        Day {
            heading: when::day_with_year(scene.visit.language, day),
            is_today: day == today,
            lines: lines
                .iter()
                .filter(begins)
                .map(|item| line(scene, item))
                .collect(),
        }
    })
    .filter(|day| !day.lines.is_empty())
    .collect()
}

fn line(scene: &Scene<'_>, item: &Item) -> Line {
    let language = scene.visit.language;
    Line {
        when: if item.is_due {
            agenda::until(language, item.span.end().minute_of_day())
        } else {
            when::hours(language, &item.span)
        },
        title: item.title.clone(),
        href: item.href.clone(),
        more: item.more.clone(),
        row: scene
            .rows
            .get(item.row)
            .map(|row| row.label.clone())
            .unwrap_or_default(),
        state: item.state.clone(),
    }
}
