//! One request before its manager: what is asked, by whom, and the three decisions.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::acts::booking::Ruling;
use crate::domain::booking::conditional::is_offered;
use crate::domain::booking::decision::can_call_off;
use crate::domain::booking::{Standing, State};
use crate::domain::event::Kind;
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::store::booking::gather;
use crate::store::ledger::{self, Line};
use crate::web::answer::{self, Answer, Stop};
use crate::web::booking_facts;
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::gates::{self, Gates};
use crate::web::judged::{self, Judged};
use crate::web::links::{self, Link};
use crate::web::pages::approval::open::{WAITS, further, may, settled, why_not};
use crate::web::parts::{Check, Chip, Errors, Field, FormError, LinkedFact, Mark};
use crate::web::series;
use crate::web::series_reach;
use crate::web::visit::Visit;
use crate::words::booking::state;
use crate::words::{approval as said, name, when};

#[derive(Template)]
#[template(path = "approval/show.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    title: String,
    number: String,
    status: Chip,
    heading: String,
    errors: Vec<FormError>,
    errors_heading: String,
    settled: String,
    call_off: Option<Link>,
    who: Vec<LinkedFact>,
    what: Vec<LinkedFact>,
    set: booking_facts::Set,
    checks: Vec<Check>,
    checks_tone: &'static str,
    checks_heading: String,
    marks: Vec<Mark>,
    hidden: Vec<(String, String)>,
    reason: Field,
    series: Option<series::Part>,
    approve: Option<String>,
    /// None where approving is not possible, or the rule knows no conditions.
    conditional: Option<String>,
    why_not: String,
    /// None while the request is on hold.
    give_back: Option<String>,
    /// None where it was confirmed before it was held.
    reject: Option<String>,
    /// None unless it is on hold for what a manager may set aside.
    resume: Option<String>,
    gates_heading: &'static str,
    gates: Vec<gates::Line>,
    judged: Option<Judged>,
    links: Vec<Link>,
}

/// `GET /manage/requests/{no}`
///
/// # Errors
/// Not of their facility, or a fault.
pub async fn show(visit: Visit, no: Path<String>) -> Answer {
    let (standing, history) = managed(&visit, &no).await?;
    let gates = gates::of(&visit, &standing).await?;
    let about = (&standing, &*history, &gates);
    answer::page(&page(&visit, about, ("", false), Vec::new()).await?)
}

/// `POST /manage/requests/{no}/approve`
///
/// # Errors
/// Not of their facility, or a fault; a refusal is answered with the page itself.
pub async fn approve(visit: Visit, no: Path<String>, form: Form) -> Answer {
    decide(visit, &no, &form, Kind::BookingApproved, Ruling::Approve).await
}

/// `POST /manage/requests/{no}/conditions`
///
/// # Errors
/// As [`approve`].
pub async fn approve_with_conditions(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let ruling = Ruling::ApproveWithConditions(form.lines("reason"));
    decide(
        visit,
        &no,
        &form,
        Kind::BookingApprovedConditionally,
        ruling,
    )
    .await
}

/// `POST /manage/requests/{no}/return`
///
/// # Errors
/// As [`approve`].
pub async fn hand_back(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let ruling = Ruling::HandBack(form.lines("reason"));
    decide(visit, &no, &form, Kind::BookingReturned, ruling).await
}

/// `POST /manage/requests/{no}/reject`
///
/// # Errors
/// As [`approve`].
pub async fn reject(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let ruling = Ruling::Reject(form.lines("reason"));
    decide(visit, &no, &form, Kind::BookingRejected, ruling).await
}

/// `POST /manage/requests/{no}/resume`
///
/// # Errors
/// As [`approve`].
pub async fn resume(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let reason = form.lines("reason");
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::gate::resume(tx, by, id, &reason)
    });
    let done = deed.await;
    answered(&visit, &no, &form, (Kind::BookingResumed, done)).await
}

async fn decide(visit: Visit, no: &str, form: &Form, kind: Kind, ruling: Ruling) -> Answer {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let whole = series_reach::is_ticked(form);
    let deed = visit
        .db()
        .act(visit.actor.clone(), move |tx, by| match whole {
            true => acts::series::rule_all(tx, by, id, &ruling),
            false => acts::booking::rule(tx, by, id, &ruling),
        });
    let done = deed.await;
    answered(&visit, no, form, (kind, done)).await
}

/// Leads back to the queue, or shows the page with every reason.
async fn answered(
    visit: &Visit,
    no: &str,
    form: &Form,
    (kind, done): (Kind, Result<BookingId, Halt>),
) -> Answer {
    let (reason, whole) = (form.lines("reason"), series_reach::is_ticked(form));
    match done {
        Ok(id) => {
            answer::see(&visit.href(&format!("/manage/requests?done={id}&what={}", kind.code())))
        }
        Err(Halt::Refused(refusals)) => {
            let (standing, history) = managed(visit, no).await?;
            let settled = !WAITS.contains(&standing.booking.state);
            let lost = refusals.iter().any(Refusal::is_lost_slot);
            let status = match settled || lost {
                true => StatusCode::CONFLICT,
                false => StatusCode::UNPROCESSABLE_ENTITY,
            };
            let gates = gates::of(visit, &standing).await?;
            let about = (&standing, &*history, &gates);
            answer::page_with(
                status,
                &page(visit, about, (&reason, whole), refusals).await?,
            )
        }
        Err(halt) => Err(Stop(halt)),
    }
}

/// A request of a facility that the visitor manages; others do not exist for them.
pub(super) async fn managed(visit: &Visit, no: &str) -> Result<(Standing, Vec<Line>), Stop> {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let (by, at) = (visit.actor.clone(), visit.actor.at);
    let look = visit.db().read(move |conn| {
        let standing = gather::view(conn, id, at)?;
        if by.manages(standing.resource.facility) {
            Ok((standing, ledger::history(conn, id)?))
        } else {
            Err(Halt::Absent)
        }
    });
    Ok(look.await?)
}

async fn page(
    visit: &Visit,
    (standing, history, gates): (&Standing, &[Line], &Gates),
    (reason, whole): (&str, bool),
    refusals: Vec<Refusal>,
) -> Result<Page, Stop> {
    let w = &visit.words().approval;
    let language = visit.language;
    let booking = &standing.booking;
    let errors = Errors::of(language, refusals);
    let address = |verb: &str| visit.href(&format!("{}/{verb}", links::decision(booking.id)));
    let why_not = why_not(visit, standing);
    let may = may(visit, standing);
    let resource = name::of(language, &standing.resource.name);
    let number = booking.id.to_string();
    let page = Body {
        crumbs: crumbs(visit),
        title: format!("{resource} {number}"),
        heading: format!("{resource} {}", when::span(language, &booking.span)),
        status: booking_facts::chip(visit, standing),
        errors_heading: state::errors_heading(language, errors.summary().len()),
        errors: errors.summary(),
        settled: settled(visit, standing),
        call_off: call_off(visit, standing),
        who: who(visit, standing),
        what: what(visit, standing),
        set: booking_facts::set(visit, standing),
        checks: checks(visit, standing),
        checks_tone: "ok",
        checks_heading: w.checks_heading.to_owned(),
        marks: booking_facts::history(visit, history),
        hidden: vec![("csrf".to_owned(), visit.csrf())],
        reason: errors.field(Named::Reason, reason),
        series: series::managed(visit, standing, whole).await?,
        approve: why_not.is_empty().then(|| address("approve")),
        conditional: (why_not.is_empty() && is_offered(standing)).then(|| address("conditions")),
        why_not,
        give_back: may.give_back.then(|| address("return")),
        reject: may.reject.then(|| address("reject")),
        resume: may.resume.then(|| address("resume")),
        gates_heading: visit.words().fact.gates_heading,
        gates: gates.for_manager(visit),
        judged: judged::of(visit, booking.id).await?,
        links: further(visit, standing),
        number,
    };
    let frame = Frame::of(visit);
    Ok(Page { frame, w, page })
}

fn crumbs(visit: &Visit) -> Vec<Link> {
    let w = &visit.words().approval;
    vec![
        Link::to(visit, "/", w.home),
        Link::to(visit, "/manage/requests", w.here),
    ]
}

/// To calling it off, while that is possible.
fn call_off(visit: &Visit, standing: &Standing) -> Option<Link> {
    let path = format!("{}/call-off", links::decision(standing.booking.id));
    can_call_off(standing, visit.actor.at)
        .then(|| Link::to(visit, &path, visit.words().cancellation.off_link))
}

/// What stands before a request can reach its manager at all.
fn checks(visit: &Visit, standing: &Standing) -> Vec<Check> {
    let words = visit.words();
    let check = |state, text: &str| Check {
        state,
        text: text.to_owned(),
        more: String::new(),
    };
    let slot = match standing.booking.state {
        State::Submitted => check("", words.contest.not_held),
        _ => check("ok", words.approval.slot_held),
    };
    vec![check("ok", words.approval.consented), slot]
}

fn who(visit: &Visit, standing: &Standing) -> Vec<LinkedFact> {
    let w = &visit.words().approval;
    vec![
        LinkedFact::plain(w.name, &standing.applicant.name),
        LinkedFact::plain(
            w.institution,
            name::of(visit.language, &standing.applicant_institution),
        ),
    ]
}

fn what(visit: &Visit, standing: &Standing) -> Vec<LinkedFact> {
    let mut facts = booking_facts::place_and_time(visit, standing);
    facts.extend(booking_facts::content(visit, standing));
    facts
}
