//! The part of a resource's page in which a time is chosen: period, length, table or list.

use chrono::NaiveDate;

use crate::domain::counted::Counted;
use crate::domain::grid::cell::{self, Extent};
use crate::domain::grid::{self, Grid, Layout};
use crate::domain::id::UserId;
use crate::domain::policy::room::last_day;
use crate::domain::time::Span;
use crate::web::lengths::lengths;
use crate::web::links::{self, Link};
use crate::web::pages::resource::panel::Sight;
use crate::web::parts::Choice;
use crate::web::slot_table::{self, Scene, Table};
use crate::words::resource::said;
use crate::words::{counted, slot, when};

/// How many free slots the list has.
const LISTED: usize = 30;

/// The part; see templates/resource/show.html.
pub struct SlotPart {
    pub heading: &'static str,
    pub action: String,
    pub live_href: String,
    pub hidden: Vec<(&'static str, String)>,
    pub period: String,
    pub earlier: Option<Link>,
    pub later: Option<Link>,
    pub none: &'static str,
    pub len_label: &'static str,
    pub lens: Vec<Choice>,
    /// What the field of units asks for, and the number in it; none where nothing is shared.
    pub units: Option<(&'static str, u32)>,
    pub check: &'static str,
    pub view: View,
    pub legend: Vec<(&'static str, &'static str)>,
    pub list: Link,
    pub calendar: Link,
    pub whole_day: Option<Link>,
}

/// The two ways of showing what is free.
pub enum View {
    Table(Table),
    List(Vec<ListDay>),
}

/// The free slots of one day.
pub struct ListDay {
    pub heading: String,
    pub slots: Vec<Link>,
}

/// The day whose table is shown: the one asked for, or the first on which something is free.
fn shown(sight: &Sight<'_>) -> NaiveDate {
    let (facts, asked) = (sight.facts, sight.asked);
    let day = asked.shown(&facts.resource, facts.now);
    if asked.names_a_day() {
        return day;
    }
    let minutes = asked.minutes(&facts.resource.parameters);
    let free = facts.free(None, |room| room.first(minutes, 1));
    free.first().map_or(day, |slot| slot.start().day())
}

/// What is counted of a shared capacity, and how many are asked for.
fn units(sight: &Sight<'_>) -> (&'static str, u32) {
    let counted = Counted::of(&sight.facts.resource.category);
    let label = counted::label(sight.visit.language, counted);
    (label, sight.facts.wished_units)
}

/// Makes the part.
pub fn make(sight: &Sight<'_>) -> SlotPart {
    let (visit, facts, asked) = (sight.visit, sight.facts, sight.asked);
    let (language, w) = (visit.language, &visit.words().resource);
    let layout = sight.layout();
    let words = sight.layout_words();
    let shown = shown(sight);
    let (first, last) = layout.period(shown);
    let (view, shortened) = view(sight, shown);
    let path = links::resource(&facts.resource.slug);
    let (earlier, later) = around(sight, layout, first, last);
    let is_list = asked.list;
    let other = if is_list { "" } else { "&view=list" };
    let mut hidden = vec![("week", shown.to_string())];
    hidden.extend(is_list.then(|| ("view", "list".to_owned())));
    hidden.extend(asked.whole.then(|| ("hours", "all".to_owned())));
    SlotPart {
        heading: words.heading,
        action: visit.href(&path),
        live_href: visit.href(&format!("/f/panel/{}", facts.resource.slug)),
        hidden,
        period: slot::period(language, layout, first, last),
        earlier: earlier.filter(|_| !is_list),
        later: later.filter(|_| !is_list),
        none: words.full,
        len_label: words.length,
        lens: lens(sight, layout),
        units: (facts.resource.capacity > 1).then(|| units(sight)),
        check: if is_list {
            w.renew_list
        } else {
            w.check_choice
        },
        view,
        legend: slot_table::legend(language, visit.actor.person().is_some()),
        list: Link {
            href: address(sight, shown, other),
            label: if is_list { w.as_table } else { w.as_list }.to_owned(),
        },
        calendar: Link::to(visit, &links::calendar_of(&facts.resource.slug), w.calendar),
        whole_day: shortened.then(|| Link {
            href: address(sight, shown, "&hours=all"),
            label: w.whole_day.to_owned(),
        }),
    }
}

/// This page with the same choice and another week, or shown in another way.
fn address(sight: &Sight<'_>, day: NaiveDate, more: &str) -> String {
    let path = links::resource(&sight.facts.resource.slug);
    let start = sight.asked.start.read().map_or(String::new(), |start| {
        format!("&start={}", crate::domain::time::write_local(start))
    });
    let minutes = sight.minutes();
    let units = links::units(sight.facts.wished_units);
    sight.visit.href(&format!(
        "{path}?week={day}&len={minutes}{start}{units}{more}"
    ))
}

/// Links to the periods before and after, as far as time may be booked.
fn around(
    sight: &Sight<'_>,
    layout: Layout,
    first: NaiveDate,
    last: NaiveDate,
) -> (Option<Link>, Option<Link>) {
    let today = sight.facts.now.day();
    let horizon = last_day(&sight.facts.resource, sight.facts.now);
    let (before, after) = slot::neighbours(sight.visit.language, layout, first);
    // A month's table begins and ends in weeks of its neighbours: step from inside of it.
    let inner = |day: NaiveDate, days: i64| day + chrono::TimeDelta::days(days);
    let (back, on) = match layout {
        Layout::Days => (inner(first, 10 - 30), inner(first, 10 + 30)),
        Layout::Hours | Layout::Shifts => (inner(first, -1), inner(last, 1)),
    };
    let (month_first, month_last) = match layout {
        Layout::Days => own_days(first),
        Layout::Hours | Layout::Shifts => (first, last),
    };
    let more = if sight.asked.whole { "&hours=all" } else { "" };
    let link = |day: NaiveDate, label: String| Link {
        href: address(sight, day, more),
        label,
    };
    (
        (month_first > today).then(|| link(back.max(today), before)),
        (month_last < horizon).then(|| link(on.min(horizon), after)),
    )
}

/// The first and the last day of the month whose table begins on this day.
fn own_days(first: NaiveDate) -> (NaiveDate, NaiveDate) {
    use chrono::Datelike;
    let inside = first + chrono::Days::new(10);
    let start = inside.with_day(1).unwrap_or(inside);
    let next = (start + chrono::Days::new(31)).with_day(1).unwrap_or(start);
    (start, next.pred_opt().unwrap_or(next))
}

fn lens(sight: &Sight<'_>, layout: Layout) -> Vec<Choice> {
    let parameters = &sight.facts.resource.parameters;
    let chosen = sight.minutes();
    let choice = |minutes: i64| Choice {
        value: minutes.to_string(),
        label: slot::length(
            sight.visit.language,
            layout,
            minutes,
            parameters.slot_minutes,
        ),
        hint: None,
        chosen: minutes == chosen,
    };
    lengths(parameters, chosen)
        .into_iter()
        .map(choice)
        .collect()
}

/// The table or the list, and whether the table leaves rows out.
fn view(sight: &Sight<'_>, shown: NaiveDate) -> (View, bool) {
    if sight.asked.list {
        return (View::List(list(sight)), false);
    }
    let grid = draw(sight, shown);
    let scene = Scene {
        language: sight.visit.language,
        resource: &sight.facts.resource,
        now: sight.facts.now,
        chosen: sight.asked.start.read(),
        shown,
    };
    (
        View::Table(slot_table::write(&grid, &scene)),
        grid.shortened,
    )
}

/// The table with all rows where they are asked for, or where the chosen time stands in one of those
/// that are left out.
fn draw(sight: &Sight<'_>, shown: NaiveDate) -> Grid {
    let facts = sight.facts;
    let viewer: Option<UserId> = sight.visit.actor.person().map(|person| person.id);
    let drawn = cell::Sight {
        now: facts.now,
        resource: &facts.resource,
        claims: &facts.claims,
        rules: &facts.rules,
        viewer,
        minutes: facts.resource.parameters.shortest(),
        units: facts.wished_units,
    };
    if sight.asked.whole {
        return grid::draw(&drawn, shown, Extent::Whole);
    }
    let core = grid::draw(&drawn, shown, Extent::Core);
    let chosen = sight.asked.start.read();
    let is_there = |minute: i64| core.rows.iter().any(|row| row.minute == minute);
    match chosen {
        Some(start) if core.shortened && !is_there(start.minute_of_day()) => {
            grid::draw(&drawn, shown, Extent::Whole)
        }
        _ => core,
    }
}

/// The next free slots, grouped by day.
fn list(sight: &Sight<'_>) -> Vec<ListDay> {
    let language = sight.visit.language;
    let free = sight
        .facts
        .free(None, |room| room.apart(sight.minutes(), LISTED));
    let link = |slot: &Span| Link {
        href: sight.with(slot),
        label: when::hours(language, slot),
    };
    free.chunk_by(|a, b| a.start().day() == b.start().day())
        .filter_map(|slots| {
            let day = slots.first()?.start().day();
            Some(ListDay {
                heading: said::day_of_list(language, day, slots.len()),
                slots: slots.iter().map(link).collect(),
            })
        })
        .collect()
}
