//! A change of a confirmed booking before its manager, and two bookings that change places.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::acts::amend::Verdict;
use crate::domain::booking::amend::{Proposal, whole};
use crate::domain::booking::{Standing, State};
use crate::domain::event::Kind;
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::use_field::UseField;
use crate::domain::refusal::{Refusal, Wrong};
use crate::store::booking::list::{self, Line};
use crate::store::booking::{gather, proposal};
use crate::web::answer::{self, Answer, Stop};
use crate::web::booking_facts;
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::gates;
use crate::web::links::{self, Link};
use crate::web::parts::{Choice, Errors, Field, FormError, LinkedFact};
use crate::web::question::{Asked, Button, Question};
use crate::web::visit::Visit;
use crate::words::booking::{self as said, state};
use crate::words::{beside, change, name, when};

/// Most bookings that another one is offered to change places with.
const MOST: i64 = 50;

/// `GET /manage/requests/{no}/change`
///
/// # Errors
/// Not of their facility, or a fault; where no change waits, the request is shown.
pub async fn show(visit: Visit, no: Path<String>) -> Answer {
    let (standing, proposal) = managed(&visit, &no).await?;
    match proposal {
        None => answer::see(&visit.href(&links::decision(standing.booking.id))),
        Some(one) => question(&visit, &standing, &one).shown(&visit, &standing),
    }
}

/// `POST /manage/requests/{no}/change/grant`
///
/// # Errors
/// Not of their facility, or a fault; a refusal is answered with the page itself.
pub async fn grant(visit: Visit, no: Path<String>, form: Form) -> Answer {
    decide(visit, &no, &form, Verdict::Grant).await
}

/// `POST /manage/requests/{no}/change/refuse`
///
/// # Errors
/// As [`grant`].
pub async fn refuse(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let verdict = Verdict::Refuse(form.lines("reason"));
    decide(visit, &no, &form, verdict).await
}

async fn decide(visit: Visit, no: &str, form: &Form, verdict: Verdict) -> Answer {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let kind = match verdict {
        Verdict::Grant => Kind::ChangeGranted,
        Verdict::Refuse(_) => Kind::ChangeRefused,
    };
    let done = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::amend::rule(tx, by, id, &verdict)
    });
    match done.await {
        Ok(id) => {
            gates::settle_set(&visit, id).await?;
            let done = format!("/manage/requests?done={id}&what={}", kind.code());
            answer::see(&visit.href(&done))
        }
        Err(Halt::Refused(refusals)) => {
            let (standing, proposal) = managed(&visit, no).await?;
            let Some(proposal) = proposal else {
                return Err(Stop(Halt::Refused(refusals)));
            };
            let typed = form.lines("reason");
            question(&visit, &standing, &proposal).refused(&visit, &standing, (&typed, refusals))
        }
        Err(halt) => Err(Stop(halt)),
    }
}

async fn managed(visit: &Visit, no: &str) -> Result<(Standing, Option<Proposal>), Stop> {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let actor = visit.actor.clone();
    let look = visit.db().read(move |conn| {
        let standing = gather::view(conn, id, actor.at)?;
        if !actor.manages(standing.resource.facility) {
            return Err(Halt::Absent);
        }
        Ok((standing, proposal::open(conn, id)?))
    });
    Ok(look.await?)
}

fn question(visit: &Visit, standing: &Standing, proposal: &Proposal) -> Question {
    let (w, c) = (visit.words(), &visit.words().change);
    let booking = &standing.booking;
    let path = links::decision(booking.id);
    let person = visit.actor.person().map(|person| person.id);
    let is_own = person == Some(booking.user);
    let button = |class, verb: &str, label| Button {
        class,
        action: visit.href(&format!("{path}/change/{verb}")),
        label,
    };
    let asked = Asked {
        label: c.reason,
        hint: c.reason_hint,
        is_required: false,
        buttons: vec![
            button("", "grant", c.grant),
            button("q", "refuse", c.refuse),
        ]
        .into_iter()
        // agreed to once, it can still be refused until the others have agreed
        .skip(usize::from(proposal.agreed))
        .collect(),
    };
    let mut facts = booking_facts::place_and_time(visit, standing);
    facts.push(LinkedFact::plain(
        w.booking.applicant,
        &standing.applicant.name,
    ));
    facts.extend(booking_facts::wanted(visit, standing, proposal));
    facts.extend(booking_facts::set(visit, standing).facts);
    let moves_others = proposal.span != booking.span && whole::others(standing).next().is_some();
    Question {
        heading: c.decide_heading,
        crumbs: crumbs(visit, standing),
        facts,
        note: match (is_own, moves_others) {
            (true, _) => c.own,
            (_, true) => beside::of(visit.language).set_decides,
            _ => c.decide_means,
        },
        asked: (!is_own).then_some(asked),
        back: Link::to(visit, &path, w.no_show.back),
    }
}

fn crumbs(visit: &Visit, standing: &Standing) -> Vec<Link> {
    let id = standing.booking.id;
    vec![
        Link::to(visit, "/manage/requests", visit.words().approval.here),
        Link::to(visit, &links::decision(id), id.to_string()),
    ]
}

#[derive(Template)]
#[template(path = "approval/swap.html")]
struct SwapPage {
    frame: Frame,
    w: &'static said::Words,
    c: &'static change::Words,
    page: Swap,
}

struct Swap {
    crumbs: Vec<Link>,
    title: String,
    number: String,
    errors: Vec<FormError>,
    errors_heading: String,
    facts: Vec<LinkedFact>,
    others: Vec<Choice>,
    other: Field,
    reason: Field,
    action: String,
    csrf: String,
    back: String,
}

/// `GET /manage/requests/{no}/swap`
///
/// # Errors
/// Not of their facility, or a fault; one that can't change places is shown as it stands.
pub async fn swap_form(visit: Visit, no: Path<String>) -> Answer {
    let (standing, _) = managed(&visit, &no).await?;
    let booking = &standing.booking;
    if booking.state != State::Confirmed || booking.span.start() <= visit.actor.at {
        return answer::see(&visit.href(&links::decision(booking.id)));
    }
    answer::page(&swap_page(&visit, &standing, ("", ""), Vec::new()).await?)
}

/// `POST /manage/requests/{no}/swap`
///
/// # Errors
/// Not of their facility, or a fault; a refusal is answered with the page itself.
pub async fn swap(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let (chosen, reason) = (form.line("other"), form.lines("reason"));
    let refusals = match chosen.parse::<BookingId>() {
        Err(_) => vec![Refusal::of(Wrong::Missing {
            field: Named::Use(UseField::Other),
        })],
        Ok(other) => {
            let said = reason.clone();
            let done = visit.db().act(visit.actor.clone(), move |tx, by| {
                acts::amend::swap(tx, by, (id, other), &said)
            });
            match done.await {
                Ok(id) => {
                    gates::settle(&visit, id).await?;
                    gates::settle(&visit, other).await?;
                    return answer::see(&visit.href(&links::decision(id)));
                }
                Err(Halt::Refused(refusals)) => refusals,
                Err(halt) => return Err(Stop(halt)),
            }
        }
    };
    let (standing, _) = managed(&visit, &no).await?;
    let page = swap_page(&visit, &standing, (&chosen, &reason), refusals).await?;
    answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// A booking to change places with.
fn other(visit: &Visit, one: &Line, chosen: &str) -> Choice {
    let number = one.id.to_string();
    let when = when::span_with_year(visit.language, &one.span);
    Choice {
        label: format!("{when} {}", one.applicant),
        hint: None,
        chosen: number == chosen,
        value: number,
    }
}

async fn swap_page(
    visit: &Visit,
    standing: &Standing,
    (chosen, reason): (&str, &str),
    refusals: Vec<Refusal>,
) -> Result<SwapPage, Stop> {
    let (w, c) = (&visit.words().booking, &visit.words().change);
    let booking = &standing.booking;
    let (resource, id, at) = (booking.resource, booking.id, visit.actor.at);
    let look = visit
        .db()
        .read(move |conn| list::swappable(conn, (resource, id), at, MOST));
    let others = look.await?;
    let number = id.to_string();
    let path = links::decision(id);
    let errors = Errors::of(visit.language, refusals);
    let summary = errors.summary();
    let title = name::of(visit.language, &standing.resource.name);
    let mut crumbs_all = vec![Link::to(visit, "/", w.home)];
    crumbs_all.extend(crumbs(visit, standing));
    let mut facts = booking_facts::place_and_time(visit, standing);
    facts.push(LinkedFact::plain(w.applicant, &standing.applicant.name));
    Ok(SwapPage {
        frame: Frame::of(visit),
        w,
        c,
        page: Swap {
            crumbs: crumbs_all,
            title: format!("{title} {number}"),
            errors_heading: state::errors_heading(visit.language, summary.len()),
            errors: summary,
            facts,
            others: others.iter().map(|one| other(visit, one, chosen)).collect(),
            other: errors.field(Named::Use(UseField::Other), ""),
            reason: errors.field(Named::Reason, reason),
            action: visit.href(&format!("{path}/swap")),
            csrf: visit.csrf(),
            back: visit.href(&path),
            number,
        },
    })
}
