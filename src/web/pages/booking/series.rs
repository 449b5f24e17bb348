//! The dates of a series on the page of one of them, and giving several of them up.

use actix_web::web::Path;

use crate::acts::series::{Extent, give_up as end};
use crate::domain::booking::{Standing, cancellation};
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::store::booking::bundle::{self, Date};
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::Form;
use crate::web::links;
use crate::web::parts::{Choice, Field};
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

/// The section; none where the booking stands alone.
///
/// # Errors
/// A fault.
pub async fn part(visit: &Visit, standing: &Standing) -> Result<Option<Part>, Stop> {
    let id = standing.booking.id;
    let dates = visit.db().read(move |conn| bundle::dates(conn, id)).await?;
    if dates.is_empty() {
        return Ok(None);
    }
    let line = |date: &Date| Line {
        link: (date.id != id).then(|| visit.href(&links::request(date.id))),
        when: when::span_with_year(visit.language, &date.span),
        state: state::chip(visit.language, date.state).1,
    };
    Ok(Some(Part {
        w: said::of(visit.language),
        give_up: give_up_of(visit, standing, &dates),
        dates: dates.iter().map(line).collect(),
    }))
}

fn give_up_of(visit: &Visit, standing: &Standing, dates: &[Date]) -> Option<GiveUp> {
    let at = visit.actor.at;
    let open = |date: &&Date| date.span.start() > at && !date.state.is_given_up();
    let fee = |date: &Date| match date.state.is_settled() {
        true => cancellation::by_user(&standing.resource, &date.span, at).percent,
        false => 0,
    };
    let percent = dates.iter().filter(open).map(fee).max()?;
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

/// `POST /requests/{no}/series`
///
/// # Errors
/// Not theirs, no series, nothing to give up, dearer by now than shown, or a fault.
pub async fn give_up(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let extent = match form.raw("extent") {
        "all" => Extent::All,
        _ => Extent::Following,
    };
    let seen = form.parse::<u32>("percent").unwrap_or(0);
    let by = visit.actor.clone();
    let done = visit
        .db()
        .act(by, move |tx, by| end(tx, by, (id, extent), seen));
    done.await?;
    answer::see(&visit.href(&links::request(id)))
}
