//! The dates of a series on the pages of one of them, with what gives several of them up.

use crate::domain::booking::Standing;
use crate::domain::booking::date::Date;
use crate::domain::id::BookingId;
use crate::store::booking::bundle;
use crate::web::answer::Stop;
use crate::web::links;
use crate::web::parts::{Choice, Field};
use crate::web::series_reach::{self, Reach};
use crate::web::visit::Visit;
use crate::words::booking::state;
use crate::words::series::{self as said, Words};
use crate::words::when;

/// The section; see templates/booking/show.html.
pub struct Part {
    pub w: &'static Words,
    pub dates: Vec<Line>,
    /// Giving several up, while there is something to give up.
    pub give_up: Option<GiveUp>,
    /// Deciding on all that wait.
    pub reach: Option<Reach>,
}

/// One date.
pub struct Line {
    /// None for the booking whose page this is.
    pub link: Option<String>,
    pub when: String,
    pub state: &'static str,
}

/// Giving several up.
pub struct GiveUp {
    pub action: String,
    pub costs: String,
    pub percent: u32,
    pub extents: Vec<Choice>,
    pub extent: Field,
}

/// The section for the applicant; none where the booking stands alone.
///
/// # Errors
/// A fault.
pub async fn part(visit: &Visit, standing: &Standing) -> Result<Option<Part>, Stop> {
    let id = standing.booking.id;
    let dates = visit.db().read(move |conn| bundle::dates(conn, id)).await?;
    let give_up = give_up_of(visit, standing, &dates);
    Ok(listed(visit, id, &dates, links::request).map(|part| Part { give_up, ..part }))
}

/// The dates before their manager; none where the booking stands alone.
///
/// # Errors
/// A fault.
pub async fn managed(
    visit: &Visit,
    standing: &Standing,
    ticked: bool,
) -> Result<Option<Part>, Stop> {
    let id = standing.booking.id;
    let dates = visit.db().read(move |conn| bundle::dates(conn, id)).await?;
    let reach = series_reach::undecided(visit, standing, &dates, ticked);
    Ok(listed(visit, id, &dates, links::decision).map(|part| Part { reach, ..part }))
}

fn listed(
    visit: &Visit,
    id: BookingId,
    dates: &[Date],
    page: fn(BookingId) -> String,
) -> Option<Part> {
    let line = |date: &Date| Line {
        link: (date.id != id).then(|| visit.href(&page(date.id))),
        when: when::span_with_year(visit.language, &date.span),
        state: state::chip(visit.language, date.state).1,
    };
    (!dates.is_empty()).then(|| Part {
        w: said::of(visit.language),
        give_up: None,
        reach: None,
        dates: dates.iter().map(line).collect(),
    })
}

fn give_up_of(visit: &Visit, standing: &Standing, dates: &[Date]) -> Option<GiveUp> {
    let at = visit.actor.at;
    let open = dates.iter().filter(|date| date.can_be_given_up(at));
    let percent = open.map(|date| date.costs(&standing.resource, at)).max()?;
    let w = said::of(visit.language);
    let choice = |value: &str, label: &str| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: None,
        chosen: false,
    };
    Some(GiveUp {
        action: visit.href(&format!("{}/series", links::request(standing.booking.id))),
        costs: said::costs(visit.language, percent),
        percent,
        extents: vec![choice("following", w.following), choice("all", w.whole)],
        extent: Field::default(),
    })
}
