//! One's own calendar: bookings, trainings, and what is due.

use crate::domain::agenda::MOST;
use crate::domain::reconsent::obligation::Obligation;
use crate::domain::time::{Instant, Span};
use crate::store;
use crate::store::agenda::attended::{self, Attended};
use crate::store::agenda::booked::{self, Booked, First, Whose};
use crate::web::answer::{self, Answer};
use crate::web::booked_item::{self, Reader};
use crate::web::calendar_table;
use crate::web::calendar_table::asked::Asked;
use crate::web::calendar_table::scene::{Item, Scene};
use crate::web::form::Query;
use crate::web::links::Link;
use crate::web::pages::agenda::{Body, Page};
use crate::web::parts::Chip;
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::booking::state;
use crate::words::tab::Part;
use crate::words::{agenda, name};

/// Its address.
const PATH: &str = "/my/calendar";

/// What stands in it.
struct Facts {
    booked: Vec<Booked>,
    attended: Vec<Attended>,
    due: Vec<Obligation>,
}

/// `GET /my/calendar?view=&date=`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let (user, now) = (visit.person()?.id, visit.actor.at);
    let asked = Asked::of(&query, now.day());
    let span = asked.period().span();
    let look = visit.db().read(move |conn| {
        Ok(Facts {
            booked: booked::during(conn, Whose::Person(user), &span, (First::Earliest, MOST))?,
            attended: attended::during(conn, user, &span, MOST)?,
            due: store::reconsent::pending(conn, now, Some(user))?,
        })
    });
    let facts = look.await?;
    let w = &visit.words().agenda;
    let items = items(&visit, &facts);
    let calendar = calendar_table::write(&Scene {
        visit: &visit,
        asked,
        heading: w.mine,
        path: PATH,
        rows: &[],
        items: &items,
        legend: &[
            ("me", w.settled),
            ("tn", w.held),
            ("ev", w.training_or_due),
            ("no", w.ended),
        ],
        is_cut: i64::try_from(facts.booked.len()).unwrap_or(MOST) >= MOST,
    });
    let body = Body {
        lead: w.mine_lead,
        tabs: tab::tabs(&visit, Part::Mine),
        tabs_label: tab::label(&visit, Part::Mine),
        action: visit.href(PATH),
        hidden: view_of(&asked),
        date: asked.day.to_string(),
        links: vec![Link::to(&visit, "/my/feeds", w.feeds)],
        calendar: Some(calendar),
        ..Body::plain(&visit, w.mine.to_owned())
    };
    answer::page(&Page::of(&visit, body))
}

/// The view stays when another day is chosen.
pub(super) fn view_of(asked: &Asked) -> Vec<(&'static str, String)> {
    let view = asked.view.map(|view| ("view", view.code().to_owned()));
    view.into_iter().collect()
}

fn items(visit: &Visit, facts: &Facts) -> Vec<Item> {
    let booked = facts
        .booked
        .iter()
        .map(|one| booked_item::booking(visit, one, Reader::Applicant));
    let attended = facts
        .attended
        .iter()
        .map(|one| booked_item::training(visit, one));
    let due = facts.due.iter().filter(|one| !one.was_held);
    booked
        .chain(attended)
        .chain(due.filter_map(|one| consent(visit, one)))
        .collect()
}

/// A consent, at the last minute in which it is in time.
fn consent(visit: &Visit, due: &Obligation) -> Option<Item> {
    let title = name::of(visit.language, &due.version.rule.title);
    let rule = state::version(visit.language, title, &due.version.rule.version);
    let w = &visit.words().agenda;
    Some(Item {
        span: Span::new(before(due.due), due.due)?,
        is_due: true,
        row: 0,
        look: "ev",
        title: agenda::consent_due(visit.language, &rule),
        more: format!(
            "{} {}",
            name::of(visit.language, &due.resource),
            due.booking
        ),
        state: Chip {
            tone: "o",
            text: w.due.to_owned(),
        },
        href: Some(visit.href("/my/consents")),
    })
}

/// Half an hour before, so that it fills a row of a timetable.
fn before(due: Instant) -> Instant {
    due.plus_minutes(-30)
}
