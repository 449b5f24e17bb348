//! What a calendar is written from: its entries, whose they are, what was asked for.

use chrono::NaiveDate;

use crate::domain::agenda::period::View;
use crate::domain::time::{Span, day_span};
use crate::web::calendar_table::asked::Asked;
use crate::web::links::Link;
use crate::web::parts::Chip;
use crate::web::visit::Visit;
use crate::words::{agenda, when};

/// One entry of a calendar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    pub span: Span,
    /// Whether it is a moment by which something is due rather than a stretch of time.
    pub is_due: bool,
    /// The place of its resource among the rows, where a calendar shows several.
    pub row: usize,
    /// How it is drawn, by the states of slot tables; "ev" for what is neither use nor free time.
    pub look: &'static str,
    /// What it is; empty where the state says it all.
    pub title: String,
    /// Where, or for whom.
    pub more: String,
    pub state: Chip,
    pub href: Option<String>,
}

/// What a calendar is written from.
#[derive(Copy, Clone)]
pub struct Scene<'a> {
    pub visit: &'a Visit,
    pub asked: Asked,
    pub heading: &'a str,
    /// Its address, with what else it is asked for: `/manage/calendar?facility=x`.
    pub path: &'a str,
    /// The names of the resources whose calendars stand side by side, with their pages; none where it
    /// is one calendar.
    pub rows: &'a [Link],
    pub items: &'a [Item],
    pub legend: &'a [(&'static str, &'static str)],
    /// Whether some entries were left out.
    pub is_cut: bool,
}

impl Scene<'_> {
    /// The same calendar on another day or in another view.
    pub(super) fn address(&self, view: Option<View>, day: NaiveDate) -> String {
        let joint = if self.path.contains('?') { '&' } else { '?' };
        let view = view.map_or(String::new(), |view| format!("view={}&", view.code()));
        let path = format!("{}{joint}{view}date={day}", self.path);
        self.visit.href(&path)
    }

    /// What falls on a day, by start.
    pub(super) fn on(&self, day: NaiveDate) -> Vec<&Item> {
        let time = day_span(day);
        let mut items: Vec<&Item> = self
            .items
            .iter()
            .filter(|item| item.span.overlaps(&time))
            .collect();
        items.sort_by_key(|item| (item.span.start(), item.row));
        items
    }
}

impl Item {
    /// When it is on a day, in words: its hours; on a later day of it, that it goes on.
    pub(super) fn hours(&self, scene: &Scene<'_>, day: NaiveDate) -> String {
        let language = scene.visit.language;
        let time = day_span(day);
        if self.is_due {
            return agenda::until(language, self.span.end().minute_of_day());
        }
        match (
            self.span.start() < time.start(),
            self.span.end() > time.end(),
        ) {
            (false, _) if self.span.covers(&time) => String::new(),
            (false, false) => when::hours(language, &self.span),
            (false, true) => format!("{}～", when::clock(self.span.start().minute_of_day())),
            (true, false) => {
                let end = Span::new(time.start(), self.span.end()).unwrap_or(time);
                let whole = when::hours(language, &end);
                let (_, end) = whole
                    .split_once(['～', '–'])
                    .unwrap_or(("", whole.as_str()));
                format!("～{end}")
            }
            (true, true) => scene.visit.words().agenda.continued.to_owned(),
        }
    }
}
