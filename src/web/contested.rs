//! What the applicant of a request that competes is shown: whether its time went to another, and what is free.

use crate::domain::booking::contest::{has_room, nearest};
use crate::domain::booking::{Standing, State};
use crate::store::booking::gather;
use crate::web::answer::Stop;
use crate::web::links::{self, Link};
use crate::web::visit::Visit;
use crate::words::when;

/// See templates/booking/show.html.
pub struct Part {
    pub sentence: &'static str,
    pub heading: &'static str,
    /// To the form that changes it, with one of these times; and to the form as it is.
    pub slots: Vec<Link>,
}

/// None while there is room for it, or where it does not compete.
///
/// # Errors
/// A fault of the database.
pub async fn of(visit: &Visit, standing: &Standing) -> Result<Option<Part>, Stop> {
    let at = visit.actor.at;
    if standing.booking.state != State::Submitted || standing.booking.span.start() <= at {
        return Ok(None);
    }
    let seen = standing.clone();
    let look = visit
        .db()
        .read(move |conn| gather::others(conn, &seen, &seen.booking.span));
    let others = look.await?;
    if has_room(standing, &others, at) {
        return Ok(None);
    }
    let w = &visit.words().contest;
    let id = standing.booking.id;
    let slot = |time| {
        let path = links::change_to(id, time);
        Link::to(visit, &path, when::span(visit.language, time))
    };
    let mut slots: Vec<Link> = nearest(standing, &others, at).iter().map(slot).collect();
    let heading = match slots.is_empty() {
        true => w.nothing,
        false => w.nearest,
    };
    let form = format!("{}/change", links::request(id));
    slots.push(Link::to(visit, &form, w.other_time));
    Ok(Some(Part {
        sentence: w.gone,
        heading,
        slots,
    }))
}
