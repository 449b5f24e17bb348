//! A calendar as its template shows it: a list, a day, a week or a month of entries, with the way to
//! its neighbours; see templates/parts/calendar.html.

pub mod asked;
mod listed;
mod planner;
pub mod scene;
mod side_by_side;
mod timetable;

use chrono::NaiveDate;

use crate::domain::agenda::period::{Period, View, neighbours};
use crate::domain::grid::Layout;
use crate::web::calendar_table::listed::Day;
use crate::web::calendar_table::planner::Planner;
use crate::web::calendar_table::scene::Scene;
use crate::web::calendar_table::side_by_side::SideBySide;
use crate::web::calendar_table::timetable::Timetable;
use crate::web::links::Link;
use crate::web::parts::PageLink;
use crate::words::{agenda, slot, when};

/// The whole calendar.
pub struct Calendar {
    /// One; or two, of which wide screens show the first and narrow ones the second.
    pub bodies: Vec<Body>,
    pub legend: Vec<(&'static str, &'static str)>,
    pub is_cut: bool,
}

/// One way of showing it.
pub struct Body {
    /// "", "wide" or "narrow".
    pub class: &'static str,
    pub views: Vec<PageLink>,
    pub period: String,
    pub caption: String,
    pub earlier: Option<Link>,
    pub later: Option<Link>,
    pub today: Link,
    pub is_empty: bool,
    pub shown: Shown,
}

/// What is drawn.
pub enum Shown {
    List(Vec<Day>),
    Timetable(Timetable),
    Planner(Planner),
    SideBySide(SideBySide),
}

/// Writes a calendar. Without a view in the address wide screens get the week and narrow ones the list.
#[must_use]
pub fn write(scene: &Scene<'_>) -> Calendar {
    let bodies = match scene.asked.view {
        Some(view) => vec![body(scene, view, "")],
        None => vec![
            body(scene, View::Week, "wide"),
            body(scene, View::Agenda, "narrow"),
        ],
    };
    Calendar {
        bodies,
        legend: scene.legend.to_vec(),
        is_cut: scene.is_cut,
    }
}

fn body(scene: &Scene<'_>, view: View, class: &'static str) -> Body {
    let (language, day) = (scene.visit.language, scene.asked.day);
    let today = scene.visit.actor.at.day();
    let period = Period::of(view, day);
    let said = said(scene, view, &period);
    let (before, after) = neighbours(view, day, today);
    let (earlier, later) = agenda::neighbours(language, view);
    let to = |day: Option<NaiveDate>, label: &str| {
        day.map(|day| Link {
            href: scene.address(scene.asked.view, day),
            label: label.to_owned(),
        })
    };
    let time = period.span();
    Body {
        class,
        views: views(scene, view),
        caption: agenda::caption(language, scene.heading, &said),
        period: said,
        earlier: to(before, earlier),
        later: to(after, later),
        today: Link {
            href: scene.address(scene.asked.view, today),
            label: scene.visit.words().agenda.today.to_owned(),
        },
        is_empty: !scene.items.iter().any(|item| item.span.overlaps(&time)),
        shown: shown(scene, view, &period),
    }
}

fn shown(scene: &Scene<'_>, view: View, period: &Period) -> Shown {
    match (view, scene.rows.is_empty()) {
        (View::Agenda, _) => Shown::List(listed::write(scene, period)),
        (View::Month, _) => Shown::Planner(planner::of_month(scene, period)),
        (View::Day | View::Week, true) => Shown::Timetable(timetable::write(scene, period)),
        (View::Week, false) => Shown::Planner(planner::of_week(scene, period)),
        (View::Day, false) => Shown::SideBySide(side_by_side::write(scene, period.first)),
    }
}

/// The period in words.
fn said(scene: &Scene<'_>, view: View, period: &Period) -> String {
    let language = scene.visit.language;
    match view {
        View::Day => when::day_with_year(language, period.first),
        View::Week | View::Agenda => {
            slot::period(language, Layout::Hours, period.first, period.last)
        }
        View::Month => slot::period(language, Layout::Days, period.first, period.last),
    }
}

fn views(scene: &Scene<'_>, current: View) -> Vec<PageLink> {
    View::ALL
        .into_iter()
        .map(|view| PageLink {
            href: scene.address(Some(view), scene.asked.day),
            label: agenda::view(scene.visit.language, view).to_owned(),
            current: view == current,
        })
        .collect()
}
