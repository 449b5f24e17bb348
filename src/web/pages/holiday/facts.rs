//! What is kept of the holidays, and how its rows read.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::kept::{self, Correction, Source};
use crate::domain::calendar::list::YEARS;
use crate::domain::halt::Halt;
use crate::domain::time::Instant;
use crate::store;
use crate::store::holiday::{Corrected, ListedYear};
use crate::web::parts::{Chip, PageLink};
use crate::web::visit::Visit;
use crate::words::{holiday as said, name, when};

/// Everything that the page reads.
pub struct Facts {
    pub kept: Arc<kept::Kept>,
    corrections: Vec<Corrected>,
    listed: Vec<ListedYear>,
    /// This year in Tokyo.
    pub today: i32,
}

/// A holiday as a row of its year.
pub struct Row {
    pub day: String,
    pub name: String,
    pub source: Chip,
}

/// A year or day that somebody set, with what takes it back.
pub struct Kept {
    /// As the form posts it back.
    pub value: String,
    pub label: String,
    pub name: String,
    pub by: String,
}

/// Looks it up.
///
/// # Errors
/// A fault.
pub async fn gather(visit: &Visit) -> Result<Facts, Halt> {
    let today = visit.actor.at.day().year();
    visit
        .db()
        .read(move |conn| {
            Ok(Facts {
                kept: store::holiday::kept(conn)?,
                corrections: store::holiday::corrections(conn)?,
                listed: store::holiday::listed(conn)?,
                today,
            })
        })
        .await
}

/// The years around one, as links.
pub fn years(visit: &Visit, year: i32) -> Vec<PageLink> {
    let this = visit.actor.at.day().year();
    let mut years: Vec<i32> = (year - 1..=year + 1).chain(this..=this + 2).collect();
    years.sort_unstable();
    years.dedup();
    years
        .into_iter()
        .filter(|one| YEARS.contains(one))
        .map(|one| PageLink {
            href: visit.href(&format!("/admin/holidays?year={one}")),
            label: said::year(visit.language, one),
            current: one == year,
        })
        .collect()
}

impl Facts {
    /// The holidays of a year, and its days that are open by hand.
    pub fn rows(&self, visit: &Visit, year: i32) -> Vec<Row> {
        let language = visit.language;
        let Some(first) = NaiveDate::from_ymd_opt(year, 1, 1) else {
            return Vec::new();
        };
        let days = first.iter_days().take_while(|day| day.year() == year);
        days.filter_map(|day| {
            let source = self.kept.source(day);
            let name = match self.kept.of(day) {
                Some(holiday) => said::named(language, &holiday),
                None if source == Source::Hand => visit.words().holiday.no_holiday.to_owned(),
                None => return None,
            };
            Some(Row {
                day: when::day_with_year(language, day),
                name,
                source: chip(visit, source),
            })
        })
        .collect()
    }

    /// The years with a list, latest first.
    pub fn listed(&self, visit: &Visit) -> Vec<Kept> {
        let one = |listed: &ListedYear| Kept {
            value: listed.year.to_string(),
            label: said::year(visit.language, listed.year),
            name: String::new(),
            by: by(visit, listed.by.as_deref(), listed.at),
        };
        self.listed.iter().map(one).collect()
    }

    /// The corrections by hand.
    pub fn corrections(&self, visit: &Visit) -> Vec<Kept> {
        let one = |corrected: &Corrected| Kept {
            value: corrected.day.to_string(),
            label: when::day_with_year(visit.language, corrected.day),
            name: match &corrected.correction {
                Correction::Open => visit.words().holiday.no_holiday.to_owned(),
                Correction::Holiday(named) => name::of(visit.language, &named.name).to_owned(),
            },
            by: by(visit, corrected.by.as_deref(), corrected.at),
        };
        self.corrections.iter().map(one).collect()
    }
}

fn chip(visit: &Visit, source: Source) -> Chip {
    let tone = match source {
        Source::Hand => "y",
        Source::List => "g",
        Source::Law => "",
    };
    Chip {
        tone,
        text: said::source(visit.language, source).to_owned(),
    }
}

fn by(visit: &Visit, name: Option<&str>, at: Instant) -> String {
    let at = when::moment_with_year(visit.language, at);
    said::kept_by(visit.language, name, &at)
}
