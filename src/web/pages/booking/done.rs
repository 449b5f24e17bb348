//! After sending: the number, who decides, and what can still be changed.

use actix_web::web::Path;
use askama::Template;

use crate::domain::booking::{Standing, State, contest};
use crate::store::ledger::Line;
use crate::web::answer::{self, Answer};
use crate::web::booking_facts;
use crate::web::frame::Frame;
use crate::web::gates;
use crate::web::links::{self, Link};
use crate::web::parts::{Fact, Mark};
use crate::web::visit::Visit;
use crate::words::booking::{self as said, state};
use crate::words::{endorse, name, when};

#[derive(Template)]
#[template(path = "booking/done.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    number: String,
    heading: String,
    sent_to: String,
    summary: Vec<Fact>,
    marks: Vec<Mark>,
    gates_heading: &'static str,
    gates: Vec<gates::Line>,
    mine_href: String,
    show_href: String,
}

/// `GET /requests/{no}/done`
///
/// # Errors
/// Not theirs, or a fault.
pub async fn show(visit: Visit, no: Path<String>) -> Answer {
    let (standing, history) = booking_facts::mine(&visit, &no).await?;
    let gates = gates::of(&visit, &standing).await?;
    let w = &visit.words().booking;
    let language = visit.language;
    let marks = marks(&visit, &standing, &history, gates.closed() > 0);
    let number = standing.booking.id.to_string();
    let page = Body {
        crumbs: vec![
            Link::to(&visit, "/", w.home),
            Link::to(&visit, "/my/requests", w.list_heading),
        ],
        heading: w.received_heading.to_owned(),
        sent_to: state::sent_to(language, &standing.applicant.email),
        summary: vec![
            Fact::new(w.resource, name::of(language, &standing.resource.name)),
            Fact::new(
                w.when,
                when::span_with_year(language, &standing.booking.span),
            ),
        ],
        marks,
        gates_heading: visit.words().fact.gates_heading,
        gates: gates.for_applicant(&visit),
        mine_href: visit.href("/my/requests"),
        show_href: visit.href(&links::request(standing.booking.id)),
        number,
    };
    answer::page(&Page {
        frame: Frame::of(&visit),
        w,
        page,
    })
}

/// What happened, and what comes next.
fn marks(visit: &Visit, standing: &Standing, history: &[Line], waits: bool) -> Vec<Mark> {
    let w = &visit.words().booking;
    let booking = &standing.booking;
    let open = |text: &str, more: String| Mark {
        when: String::new(),
        text: text.to_owned(),
        more,
        open: true,
    };
    let mut marks = booking_facts::history(visit, history);
    if booking.state == State::UserSide {
        let next = endorse::of(visit.language).next;
        marks.push(open(next, String::new()));
    }
    if waits {
        marks.push(open(w.next_gates, String::new()));
    }
    let next = match contest::competes(&standing.resource, &booking.span) {
        true => visit.words().contest.next,
        false => w.next_review,
    };
    marks.push(open(next, booking_facts::managers(standing)));
    marks.push(open(w.next_told, String::new()));
    marks
}
