//! The box on a form with which a deed reaches further dates of the same series.

use crate::domain::booking::Standing;
use crate::domain::booking::date::Date;
use crate::store::booking::bundle;
use crate::web::answer::Stop;
use crate::web::form::Form;
use crate::web::parts::Field;
use crate::web::visit::Visit;
use crate::words::series as said;

/// The name of the box.
const NAME: &str = "whole_series";
/// Its value.
const TICKED: &str = "yes";

/// The box; see templates/parts/form.html.
pub struct Reach {
    pub label: String,
    pub value: &'static str,
    pub field: Field,
}

/// Whether a form came back with the box ticked.
#[must_use]
pub fn is_ticked(form: &Form) -> bool {
    form.raw(NAME) == TICKED
}

/// All dates of the series of a booking that wait for a decision with it; none where it is alone.
#[must_use]
pub fn undecided(
    visit: &Visit,
    standing: &Standing,
    dates: &[Date],
    ticked: bool,
) -> Option<Reach> {
    let at = visit.actor.at;
    let count = dates.iter().filter(|date| date.waits(at)).count();
    let here = Date::of(standing).waits(at);
    let label = said::decide_all(visit.language, count);
    (here && count > 1).then(|| reach(label, ticked))
}

/// The dates of the series after this one; none where it is the last, or alone.
///
/// # Errors
/// A fault.
pub async fn later(
    visit: &Visit,
    standing: &Standing,
    ticked: bool,
) -> Result<Option<Reach>, Stop> {
    let (id, start) = (standing.booking.id, standing.booking.span.start());
    let dates = visit.db().read(move |conn| bundle::dates(conn, id)).await?;
    let at = visit.actor.at;
    let follows = |date: &&Date| date.span.start() > start && date.can_be_changed(at);
    let count = dates.iter().filter(follows).count();
    let label = said::change_all(visit.language, count);
    Ok((count > 0).then(|| reach(label, ticked)))
}

fn reach(label: String, ticked: bool) -> Reach {
    let value = if ticked { TICKED } else { "" };
    Reach {
        label,
        value: TICKED,
        field: Field {
            value: value.to_owned(),
            error: None,
        },
    }
}
