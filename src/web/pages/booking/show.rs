//! One request: where it stands, what was decided, and what can be done now.

use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::domain::actor::Actor;
use crate::domain::booking::{Standing, State};
use crate::domain::halt::{Act, Halt};
use crate::domain::id::BookingId;
use crate::store::booking::gather;
use crate::store::ledger::{self, Line};
use crate::store::tx::Tx;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::parts::{Chip, Fact, LinkedFact, Mark};
use crate::web::visit::Visit;
use crate::words::{booking as said, name, when};

#[derive(Template)]
#[template(path = "booking/show.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    title: String,
    number: String,
    name: String,
    status: Chip,
    sentence: String,
    tone: &'static str,
    quote: String,
    marks: Vec<Mark>,
    facts: Vec<LinkedFact>,
    content: Vec<LinkedFact>,
    links: Vec<Link>,
    csrf: String,
    withdraw: Option<Deed>,
    edit: Option<Link>,
}

struct Deed {
    action: String,
    label: String,
    warning: String,
}

#[derive(Template)]
#[template(path = "booking/done.html")]
struct DonePage {
    frame: Frame,
    w: &'static said::Words,
    page: DoneBody,
}

struct DoneBody {
    crumbs: Vec<Link>,
    number: String,
    heading: String,
    sent_to: String,
    summary: Vec<Fact>,
    marks: Vec<Mark>,
    mine_href: String,
    show_href: String,
}

/// `GET /requests/{no}`
///
/// # Errors
/// Not theirs, or a fault.
pub async fn show(visit: Visit, no: Path<String>) -> Answer {
    let (standing, history) = mine(&visit, &no).await?;
    let w = &visit.words().booking;
    let language = visit.language;
    let booking = &standing.booking;
    let (tone, text) = said::chip(language, booking.state);
    let who: Vec<&str> = standing
        .managers
        .iter()
        .map(|manager| manager.name.as_str())
        .collect();
    let resource = name::of(language, &standing.resource.name).to_owned();
    let number = booking.id.to_string();
    let path = links::request(booking.id);
    let page = Body {
        crumbs: vec![
            Link::to(&visit, "/", w.home),
            Link::to(&visit, "/my/requests", w.list_heading),
        ],
        title: format!("{resource} {number}"),
        name: resource,
        status: Chip {
            tone,
            text: text.to_owned(),
        },
        sentence: said::sentence(language, booking.state, &who.join("・")),
        tone: note_tone(booking.state),
        quote: standing
            .decided
            .as_ref()
            .and_then(|decided| decided.reason.clone())
            .unwrap_or_default(),
        marks: history.iter().map(|line| mark(&visit, line)).collect(),
        facts: facts(&visit, &standing),
        content: content(&visit, &standing),
        links: if booking.state == State::Confirmed {
            vec![Link::to(&visit, &format!("{path}/booking.ics"), w.ics)]
        } else {
            Vec::new()
        },
        csrf: visit.csrf(),
        withdraw: deed(&visit, &standing),
        edit: (booking.state == State::Returned)
            .then(|| Link::to(&visit, &format!("{path}/edit"), w.fix)),
        number,
    };
    answer::page(&Page {
        frame: Frame::of(&visit),
        w,
        page,
    })
}

/// `GET /requests/{no}/done`
///
/// # Errors
/// Not theirs, or a fault.
pub async fn done(visit: Visit, no: Path<String>) -> Answer {
    let (standing, history) = mine(&visit, &no).await?;
    let w = &visit.words().booking;
    let language = visit.language;
    let who: Vec<&str> = standing
        .managers
        .iter()
        .map(|manager| manager.name.as_str())
        .collect();
    let open = |text: &str, more: String| Mark {
        when: String::new(),
        text: text.to_owned(),
        more,
        open: true,
    };
    let mut marks: Vec<Mark> = history.iter().map(|line| mark(&visit, line)).collect();
    marks.push(open(w.next_review, who.join("・")));
    marks.push(open(w.next_told, String::new()));
    let number = standing.booking.id.to_string();
    let page = DoneBody {
        crumbs: vec![
            Link::to(&visit, "/", w.home),
            Link::to(&visit, "/my/requests", w.list_heading),
        ],
        heading: w.received_heading.to_owned(),
        sent_to: said::sent_to(language, &standing.applicant.email),
        summary: vec![
            Fact::new(w.resource, name::of(language, &standing.resource.name)),
            Fact::new(
                w.when,
                when::span_with_year(language, &standing.booking.span),
            ),
        ],
        marks,
        mine_href: visit.href("/my/requests"),
        show_href: visit.href(&links::request(standing.booking.id)),
        number,
    };
    answer::page(&DonePage {
        frame: Frame::of(&visit),
        w,
        page,
    })
}

/// `GET /requests/{no}/booking.ics`
///
/// # Errors
/// Not theirs, not confirmed, or a fault.
pub async fn calendar(visit: Visit, no: Path<String>) -> Answer {
    let (standing, _) = mine(&visit, &no).await?;
    if standing.booking.state != State::Confirmed {
        return Err(Stop(Halt::Absent));
    }
    Err(Stop(Halt::broken(
        "the calendar file is written with the letters",
    )))
}

/// `POST /requests/{no}/withdraw`
///
/// # Errors
/// Not theirs, decided already, or a fault.
pub async fn withdraw(visit: Visit, no: Path<String>, _: Form) -> Answer {
    settle(visit, &no, acts::booking::withdraw).await
}

/// `POST /requests/{no}/cancel`
///
/// # Errors
/// Not theirs, not confirmed, started, or a fault.
pub async fn cancel(visit: Visit, no: Path<String>, _: Form) -> Answer {
    settle(visit, &no, acts::booking::cancel).await
}

async fn settle(
    visit: Visit,
    no: &str,
    deed: fn(&mut Tx<'_>, &Actor, BookingId) -> Act<BookingId>,
) -> Answer {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let id = visit
        .db()
        .act(visit.actor.clone(), move |tx, by| deed(tx, by, id))
        .await?;
    answer::see(&visit.href(&links::request(id)))
}

/// The visitor's own request with its history; others' requests do not exist for them.
async fn mine(visit: &Visit, no: &str) -> Result<(Standing, Vec<Line>), Stop> {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let (user, at) = (visit.person()?.id, visit.actor.at);
    let look = visit.db().read(move |conn| {
        let standing = gather::view(conn, id, at)?;
        if standing.booking.user == user {
            Ok((standing, ledger::history(conn, id)?))
        } else {
            Err(Halt::Absent)
        }
    });
    Ok(look.await?)
}

const fn note_tone(state: State) -> &'static str {
    match state {
        State::Confirmed => "ok",
        State::Returned => "wa",
        State::Rejected => "ng",
        State::FacilityReview | State::Withdrawn | State::CancelledByUser | State::Expired => "",
    }
}

fn mark(visit: &Visit, line: &Line) -> Mark {
    let by = line
        .by
        .clone()
        .unwrap_or_else(|| visit.words().booking.house.to_owned());
    Mark {
        when: format!("{} {by}", when::moment(visit.language, line.at)),
        text: said::happened(visit.language, line.kind).to_owned(),
        more: line.reason.clone().unwrap_or_default(),
        open: false,
    }
}

fn facts(visit: &Visit, standing: &Standing) -> Vec<LinkedFact> {
    let w = &visit.words().booking;
    let language = visit.language;
    let resource = &standing.resource;
    let place = format!(
        "{} {}",
        name::of(language, &resource.institution_name),
        name::of(language, &resource.facility_name)
    );
    vec![
        LinkedFact::link(
            w.resource,
            name::of(language, &resource.name),
            visit.href(&links::resource(&resource.slug)),
        ),
        LinkedFact::plain(w.facility, place),
        LinkedFact::plain(
            w.when,
            when::span_with_year(language, &standing.booking.span),
        ),
    ]
}

fn content(visit: &Visit, standing: &Standing) -> Vec<LinkedFact> {
    let w = &visit.words().booking;
    let content = &standing.booking.content;
    let mut facts = vec![
        LinkedFact::plain(w.purpose, &content.purpose),
        LinkedFact::plain(w.sample, &content.sample),
    ];
    facts.extend(
        content
            .safety
            .map(|one| LinkedFact::plain(w.safety, said::safety(visit.language, one))),
    );
    facts.extend(
        content
            .support_mode
            .map(|one| LinkedFact::plain(w.support_mode, said::support_mode(visit.language, one))),
    );
    if !content.project_number.is_empty() {
        facts.push(LinkedFact::plain(w.project_number, &content.project_number));
    }
    facts
}

/// What the applicant can take back now.
fn deed(visit: &Visit, standing: &Standing) -> Option<Deed> {
    let w = &visit.words().booking;
    let booking = &standing.booking;
    let (verb, label, warning) = match booking.state {
        State::FacilityReview | State::Returned => ("withdraw", w.withdraw, w.withdraw_warning),
        State::Confirmed if booking.span.start() > visit.actor.at => {
            ("cancel", w.cancel, w.cancel_warning)
        }
        _ => return None,
    };
    Some(Deed {
        action: visit.href(&format!("{}/{verb}", links::request(booking.id))),
        label: label.to_owned(),
        warning: warning.to_owned(),
    })
}
