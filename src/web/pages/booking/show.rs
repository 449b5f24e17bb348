//! One request: where it stands, what was decided, and what can be done now.

use actix_web::web::Path;
use askama::Template;

use crate::domain::booking::amend::can_amend;
use crate::domain::booking::{Standing, State};
use crate::domain::outage::What;
use crate::store::booking::cancellation;
use crate::store::outage::effect;
use crate::web::answer::{self, Answer, Stop};
use crate::web::booking_facts;
use crate::web::contested;
use crate::web::frame::Frame;
use crate::web::gates;
use crate::web::judged::{self, Judged};
use crate::web::links::{self, Link};
use crate::web::pages::booking::cancel;
use crate::web::parts::{Chip, LinkedFact, Mark};
use crate::web::series;
use crate::web::visit::Visit;
use crate::words::booking as said;
use crate::words::{beside, cancellation as words_of_cancelling, name, outage};

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
    gates_heading: &'static str,
    gates: Vec<gates::Line>,
    sentence: String,
    contested: Option<contested::Part>,
    tone: &'static str,
    quote: String,
    marks: Vec<Mark>,
    facts: Vec<LinkedFact>,
    content: Vec<LinkedFact>,
    set: booking_facts::Set,
    links: Vec<Link>,
    csrf: String,
    accept: Option<Deed>,
    withdraw: Option<Deed>,
    cancel: Option<Link>,
    edit: Option<Link>,
    change: Option<Link>,
    judged: Option<Judged>,
    series: Option<series::Part>,
}

struct Deed {
    action: String,
    label: String,
    warning: String,
}

/// `GET /requests/{no}`
///
/// # Errors
/// Not theirs, or a fault.
pub async fn show(visit: Visit, no: Path<String>) -> Answer {
    let (standing, history) = booking_facts::mine(&visit, &no).await?;
    let gates = gates::of(&visit, &standing).await?.for_applicant(&visit);
    let (sentence, tone, contested) = note(&visit, &standing).await?;
    let w = &visit.words().booking;
    let language = visit.language;
    let booking = &standing.booking;
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
        status: booking_facts::chip(&visit, &standing),
        gates_heading: visit.words().fact.gates_heading,
        gates,
        sentence,
        tone,
        contested,
        quote: quote(&standing),
        marks: booking_facts::history(&visit, &history),
        facts: facts(&visit, &standing).await?,
        content: booking_facts::content(&visit, &standing),
        set: booking_facts::set(&visit, &standing),
        links: further(&visit, &standing),
        csrf: visit.csrf(),
        accept: acceptance(&visit, &standing),
        withdraw: deed(&visit, &standing),
        cancel: cancel::is_open(&visit, &standing)
            .then(|| Link::to(&visit, &format!("{path}/cancel"), w.cancel)),
        edit: (booking.state == State::Returned)
            .then(|| Link::to(&visit, &format!("{path}/edit"), w.fix)),
        change: change(&visit, &standing),
        judged: judged::of(&visit, booking.id).await?,
        series: series::part(&visit, &standing).await?,
        number,
    };
    answer::page(&Page {
        frame: Frame::of(&visit),
        w,
        page,
    })
}

/// Where it stands in words and tone, and what is free where the time it competes for is gone.
async fn note(
    visit: &Visit,
    standing: &Standing,
) -> Result<(String, &'static str, Option<contested::Part>), Stop> {
    match contested::of(visit, standing).await? {
        Some(gone) => Ok((gone.sentence.to_owned(), "wa", Some(gone))),
        None => {
            let sentence = booking_facts::sentence(visit, standing).await?;
            Ok((sentence, note_tone(standing.booking.state), None))
        }
    }
}

/// Accepting the conditions of an approval.
fn acceptance(visit: &Visit, standing: &Standing) -> Option<Deed> {
    let booking = &standing.booking;
    (booking.state == State::ApprovedWithConditions).then(|| Deed {
        action: visit.href(&format!("{}/accept", links::request(booking.id))),
        label: visit.words().booking.accept.to_owned(),
        warning: String::new(),
    })
}

/// To changing it, while that is possible.
fn change(visit: &Visit, standing: &Standing) -> Option<Link> {
    let path = format!("{}/change", links::request(standing.booking.id));
    can_amend(standing, visit.actor.at).then(|| Link::to(visit, &path, visit.words().change.link))
}

/// Where else a settled booking leads.
fn further(visit: &Visit, standing: &Standing) -> Vec<Link> {
    let booking = &standing.booking;
    let path = links::request(booking.id);
    let ics = (booking.state == State::Confirmed).then(|| {
        Link::to(
            visit,
            &format!("{path}/booking.ics"),
            visit.words().booking.ics,
        )
    });
    let usage = booking
        .state
        .is_settled()
        .then(|| Link::to(visit, &format!("{path}/use"), visit.words().usage.link));
    let missed = (booking.state == State::NoShow).then(|| {
        let label = visit.words().no_show.appeal_link;
        Link::to(visit, &format!("{path}/appeal"), label)
    });
    let links = ics.into_iter().chain(usage).chain(missed);
    links.chain(instead(visit, standing)).collect()
}

/// Other times and other places for what the facility called off.
fn instead(visit: &Visit, standing: &Standing) -> Vec<Link> {
    let booking = &standing.booking;
    if booking.state != State::CancelledByFacility {
        return Vec::new();
    }
    let w = &visit.words().outage;
    let slug = &standing.resource.slug;
    let hours = (booking.span.minutes() + 59) / 60;
    let same = format!("/resources/{slug}?len={}", booking.span.minutes());
    let alike = format!("/find-time?resource={slug}&hours={hours}");
    vec![
        Link::to(visit, &same, w.find),
        Link::to(visit, &alike, w.elsewhere),
        Link::to(visit, "/my/waitlist", visit.words().waitlist.mine),
    ]
}

/// Resource, facility and time, and what a cancellation meant when it happened.
async fn facts(visit: &Visit, standing: &Standing) -> Result<Vec<LinkedFact>, Stop> {
    let id = standing.booking.id;
    let mut facts = booking_facts::place_and_time(visit, standing);
    let look = visit
        .db()
        .read(move |conn| Ok((cancellation::of(conn, id)?, effect::of_booking(conn, id)?)));
    let (kept, hit) = look.await?;
    if let Some((_, effect)) = hit {
        let w = &visit.words().outage;
        let label = match effect.what {
            What::CalledOff { .. } => w.rebook,
            What::Interrupted { .. } => w.credit,
        };
        let said = outage::said(visit.language, effect.what);
        facts.push(LinkedFact::plain(label, said));
    }
    if let Some(kept) = kept {
        let fee = words_of_cancelling::frozen(visit.language, &kept);
        facts.push(LinkedFact::plain(visit.words().cancellation.fee, fee));
    }
    Ok(facts)
}

const fn note_tone(state: State) -> &'static str {
    match state {
        State::Confirmed | State::InUse => "ok",
        State::Returned | State::Held | State::ApprovedWithConditions | State::Used => "wa",
        State::Rejected | State::CancelledByFacility | State::NoShow => "ng",
        _ => "",
    }
}

/// The reason of the last decision, word for word.
fn quote(standing: &Standing) -> String {
    let decided = standing.decided.as_ref();
    decided
        .and_then(|decided| decided.reason.clone())
        .unwrap_or_default()
}

/// What the applicant can take back before it is settled.
fn deed(visit: &Visit, standing: &Standing) -> Option<Deed> {
    let w = &visit.words().booking;
    let booking = &standing.booking;
    match booking.state {
        State::Submitted
        | State::UserSide
        | State::FacilityReview
        | State::Returned
        | State::ApprovedWithConditions
        | State::Approved => {}
        State::Held if returns_to(standing) == Some(State::FacilityReview) => {}
        _ => return None,
    }
    Some(Deed {
        action: visit.href(&format!("{}/withdraw", links::request(booking.id))),
        label: w.withdraw.to_owned(),
        warning: match standing.fellows.is_empty() {
            true => w.withdraw_warning,
            false => beside::of(visit.language).withdraw_all,
        }
        .to_owned(),
    })
}

/// Where a booking on hold goes on.
fn returns_to(standing: &Standing) -> Option<State> {
    standing.hold.as_ref().map(|hold| hold.return_to)
}
