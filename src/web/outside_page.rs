//! One outside allocation as its page shows it: what is recorded, and its time.

use crate::domain::outside::time::by_day;
use crate::domain::outside::{Occupied, Standing};
use crate::domain::time::fiscal_year;
use crate::web::links;
use crate::web::mine::{amounts, period};
use crate::web::parts::LinkedFact;
use crate::web::visit::Visit;
use crate::words::{name, when};

/// One stretch of occupied time.
pub struct Time {
    pub when: String,
    pub by_day: String,
    pub reason: String,
    /// Where it is given back; none once it has begun.
    pub free: Option<String>,
}

/// What is recorded.
#[must_use]
pub fn facts(visit: &Visit, standing: &Standing) -> Vec<LinkedFact> {
    let w = &visit.words().outside;
    let (language, outside) = (visit.language, &standing.outside);
    let href = visit.href(&links::resource(&standing.resource.slug));
    let year = fiscal_year(outside.starts_on);
    let mut facts = vec![
        LinkedFact::link(
            w.resource,
            name::of(language, &standing.resource.name),
            href,
        ),
        LinkedFact::plain(w.amount, amounts(visit, outside)),
        LinkedFact::plain(w.period, period(visit, outside)),
        LinkedFact::plain(w.fiscal_year, when::fiscal_year(language, year)),
    ];
    let told = [
        (w.holder_email, &outside.holder_email),
        (w.holder_name, &outside.holder_name),
        (w.holder_institution, &outside.holder_institution),
        (w.note, &outside.note),
    ];
    let told = told.into_iter().filter(|(_, text)| !text.is_empty());
    facts.extend(told.map(|(label, text)| LinkedFact::plain(label, text)));
    facts
}

/// A stretch of time, with its hours by day.
#[must_use]
pub fn time(visit: &Visit, standing: &Standing, occupied: &Occupied) -> Time {
    let language = visit.language;
    let days = by_day(occupied.span);
    let said = days.iter().take(7).map(|(day, minutes)| {
        format!(
            "{} {}",
            when::day(language, *day),
            when::length(language, *minutes)
        )
    });
    let mut by_day: Vec<String> = said.collect();
    if days.len() > by_day.len() {
        by_day.push("…".to_owned());
    }
    let path = format!(
        "{}/time/{}/free",
        links::outside(standing.outside.id),
        occupied.id
    );
    Time {
        when: when::span_with_year(language, &occupied.span),
        by_day: by_day.join(" / "),
        reason: occupied.reason.clone(),
        free: (occupied.span.start() > visit.actor.at).then(|| visit.href(&path)),
    }
}
