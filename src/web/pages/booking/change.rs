//! Changing one's own booking: another time, length or content, with what waits for a decision already.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::domain::booking::amend::{Proposal, can_amend, whole};
use crate::domain::booking::{Scene, Standing, State, Wish, cancellation};
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::domain::parameter::Parameter;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::use_field::UseField;
use crate::domain::time::{parse_local, write_local};
use crate::store::booking::{gather, proposal};
use crate::web::answer::{self, Answer, Stop};
use crate::web::booking_facts;
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::gates;
use crate::web::lengths::lengths;
use crate::web::links::{self, Link};
use crate::web::parts::{Choice, Errors, Field, FormError, LinkedFact};
use crate::web::request_form::about::{About, wish as wish_of};
use crate::web::request_form::consent::{Consent, consent};
use crate::web::request_form::page::counted;
use crate::web::request_form::written::{Written, written};
use crate::web::series_reach::{self, Reach};
use crate::web::training_offer::Offer;
use crate::web::visit::Visit;
use crate::words::booking::{self as said, state};
use crate::words::{beside, change, name, when};

#[derive(Template)]
#[template(path = "booking/change.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    c: &'static change::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    title: String,
    number: String,
    errors: Vec<FormError>,
    errors_heading: String,
    note: &'static str,
    /// What another time means for the others of its set; empty where it stands alone.
    set: &'static str,
    now: Vec<LinkedFact>,
    free: Link,
    waiting: Option<Waiting>,
    action: String,
    csrf: String,
    start: Field,
    length: Field,
    units: Field,
    /// What the field of units asks for, and how many there are; none where nothing is shared.
    counted: Option<(&'static str, String)>,
    lengths: Vec<Choice>,
    content: Written,
    agree: Field,
    consent: Consent,
    /// Changing the later dates of its series alike.
    reach: Option<Reach>,
    back: String,
}

/// A change that waits for a decision, and where it is taken back.
struct Waiting {
    facts: Vec<LinkedFact>,
    action: String,
}

/// What the page is made of.
struct Found {
    standing: Standing,
    scene: Scene,
    proposal: Option<Proposal>,
}

/// `GET /requests/{no}/change?start=`
///
/// # Errors
/// Not theirs, or a fault; one that can't be changed is shown as it stands.
pub async fn show(visit: Visit, no: Path<String>, Query(query): Query) -> Answer {
    let found = mine(&visit, &no, None).await?;
    let booking = &found.standing.booking;
    if !can_amend(&found.standing, visit.actor.at) {
        return answer::see(&visit.href(&links::request(booking.id)));
    }
    let wish = Wish {
        with: Vec::new(),
        // a free time that was offered elsewhere
        start: parse_local(query.raw("start")).or(Some(booking.span.start())),
        minutes: Some(booking.span.minutes()),
        units: Some(booking.units),
        content: booking.content.clone(),
        agree: Vec::new(),
    };
    let reach = series_reach::later(&visit, &found.standing, false).await?;
    answer::page(&page(&visit, (&found, reach), &wish, Vec::new()))
}

/// `POST /requests/{no}/change`
///
/// # Errors
/// Not theirs, or a fault; a refusal is answered with the page itself.
pub async fn amend(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let wish = wish_of(&form);
    let (asked, whole) = (wish.clone(), series_reach::is_ticked(&form));
    let done = visit
        .db()
        .act(visit.actor.clone(), move |tx, by| match whole {
            true => acts::series::amend_following(tx, by, id, &asked),
            false => acts::amend::amend(tx, by, id, &asked),
        });
    let refusals = match done.await {
        Ok(id) => {
            // another day or way of use may need other gates
            match whole {
                true => gates::settle_series(&visit, id).await?,
                false => gates::settle_set(&visit, id).await?,
            }
            return answer::see(&visit.href(&links::request(id)));
        }
        Err(Halt::Refused(refusals)) => refusals,
        Err(halt) => return Err(Stop(halt)),
    };
    let found = mine(&visit, &no, Some(&wish)).await?;
    if !can_amend(&found.standing, visit.actor.at) {
        return Err(Stop(Halt::Refused(refusals)));
    }
    let status = match refusals.iter().any(Refusal::is_lost_slot) {
        true => StatusCode::CONFLICT,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let reach = series_reach::later(&visit, &found.standing, whole).await?;
    answer::page_with(status, &page(&visit, (&found, reach), &wish, refusals))
}

/// `POST /requests/{no}/change/withdraw`
///
/// # Errors
/// Not theirs, nothing asked for, or a fault.
pub async fn withdraw(visit: Visit, no: Path<String>, _: Form) -> Answer {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let by = visit.actor.clone();
    let done = visit
        .db()
        .act(by, move |tx, by| acts::amend::withdraw(tx, by, id));
    done.await?;
    answer::see(&visit.href(&links::request(id)))
}

async fn mine(visit: &Visit, no: &str, wish: Option<&Wish>) -> Result<Found, Stop> {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let (person, at) = (visit.person()?.clone(), visit.actor.at);
    let span = wish.and_then(Wish::span);
    let look = visit.db().read(move |conn| {
        let standing = gather::view(conn, id, at)?;
        if standing.booking.user != person.id {
            return Err(Halt::Absent);
        }
        let mut scene = gather::scene_without(conn, &standing, span, &person, at)?;
        // the rules of the others may need consent on another day
        scene.fellows = gather::fellows_without(conn, &standing, span, (&person, at))?;
        Ok(Found {
            proposal: proposal::open(conn, id)?,
            scene,
            standing,
        })
    });
    Ok(look.await?)
}

fn page(
    visit: &Visit,
    (found, reach): (&Found, Option<Reach>),
    wish: &Wish,
    refusals: Vec<Refusal>,
) -> Page {
    let (w, c) = (&visit.words().booking, &visit.words().change);
    let standing = &found.standing;
    let (booking, resource) = (&standing.booking, &standing.resource);
    let path = links::request(booking.id);
    let number = booking.id.to_string();
    let about = about(found, wish);
    let errors = Errors::of(visit.language, refusals);
    let summary = errors.summary();
    let title = name::of(visit.language, &resource.name);
    let start = wish.start.map_or_else(String::new, write_local);
    let typed = |field, text: String| errors.field(field, text);
    let page = Body {
        crumbs: crumbs(visit, booking.id),
        title: format!("{title} {number}"),
        errors_heading: state::errors_heading(visit.language, summary.len()),
        errors: summary,
        note: note(visit, standing),
        set: set_note(visit, standing),
        now: booking_facts::place_and_time(visit, standing),
        free: free_times(visit, standing),
        waiting: found.proposal.as_ref().map(|one| Waiting {
            facts: booking_facts::wanted(visit, standing, one),
            action: visit.href(&format!("{path}/change/withdraw")),
        }),
        action: visit.href(&format!("{path}/change")),
        csrf: visit.csrf(),
        start: typed(Named::Start, start),
        length: typed(Named::Length, String::new()),
        units: typed(
            Named::Use(UseField::Units),
            found.scene.units(wish).to_string(),
        ),
        counted: counted(visit, &found.scene),
        lengths: choices(visit, standing, wish),
        content: written(visit, &about, &errors),
        agree: typed(Named::Agree, String::new()),
        consent: consent(visit, &about),
        reach,
        back: visit.href(&path),
        number,
    };
    let frame = Frame::of(visit);
    Page { frame, w, c, page }
}

fn crumbs(visit: &Visit, id: BookingId) -> Vec<Link> {
    let w = &visit.words().booking;
    vec![
        Link::to(visit, "/", w.home),
        Link::to(visit, "/my/requests", w.list_heading),
        Link::to(visit, &links::request(id), id.to_string()),
    ]
}

fn about<'a>(found: &'a Found, wish: &'a Wish) -> About<'a> {
    About {
        scene: &found.scene,
        wish,
        refusals: Vec::new(),
        id: found.standing.booking.id.to_string(),
        returned: None,
        kept: None,
        repeat: None,
        training: Offer::default(),
    }
}

fn free_times(visit: &Visit, standing: &Standing) -> Link {
    let path = format!("{}/calendar", links::resource(&standing.resource.slug));
    Link::to(visit, &path, visit.words().change.free_times)
}

/// What another time means for the others of its set; empty where it stands alone.
fn set_note(visit: &Visit, standing: &Standing) -> &'static str {
    match whole::others(standing).next() {
        Some(_) => beside::of(visit.language).set_moves,
        None => "",
    }
}

/// What a change of this booking needs.
fn note(visit: &Visit, standing: &Standing) -> &'static str {
    let c = &visit.words().change;
    let booking = &standing.booking;
    match booking.state {
        State::Confirmed => {}
        State::Submitted => return visit.words().contest.change,
        _ => return c.at_once,
    }
    let terms = standing.resource.on(booking.span.start().day()).terms;
    let costs = cancellation::of(standing, visit.actor.at);
    match terms.code(Parameter::ChangeApproval) {
        "always" => c.always,
        _ if costs.percent > 0 => c.costs,
        "never" => c.never,
        _ => c.time,
    }
}

fn choices(visit: &Visit, standing: &Standing, wish: &Wish) -> Vec<Choice> {
    let minutes = wish
        .minutes
        .unwrap_or_else(|| standing.booking.span.minutes());
    let choice = |one: i64| Choice {
        value: one.to_string(),
        label: when::length(visit.language, one),
        hint: None,
        chosen: one == minutes,
    };
    let day = standing.booking.span.start().day();
    let offered = lengths(standing.resource.on(day).parameters, minutes);
    offered.into_iter().map(choice).collect()
}
