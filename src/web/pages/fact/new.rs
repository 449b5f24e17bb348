//! The form that enters a fact for a gate; also the answer to a refused one, with everything typed kept.

use actix_web::http::StatusCode;
use askama::Template;

use crate::acts;
use crate::domain::gate::Gate;
use crate::domain::gate::entry::field::{At, fields};
use crate::domain::gate::entry::scene::{Scene, Typed};
use crate::domain::gate::entry::{due, is_asked};
use crate::domain::gate::fact::Side;
use crate::domain::halt::Halt;
use crate::domain::id::FactId;
use crate::domain::name::Name;
use crate::domain::refusal::Refusal;
use crate::secret::chance;
use crate::store;
use crate::store::gate::scene::Aim;
use crate::store::user::Affiliation;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::pages::fact::control::{Control, Made, controls, typed};
use crate::web::parts::{Errors, Fact, FormError};
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::fact::{self as words, said};
use crate::words::gate::{gate as gate_name, office};
use crate::words::{name, when};

#[derive(Template)]
#[template(path = "fact/new.html")]
struct Page {
    frame: Frame,
    w: &'static words::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    heading: &'static str,
    /// Why it is entered elsewhere, and where.
    elsewhere: Option<(&'static str, Link)>,
    errors: Vec<FormError>,
    errors_heading: String,
    action: String,
    hidden: Vec<(String, String)>,
    controls: Vec<Control>,
    about: Vec<Fact>,
    who_reads: String,
}

/// What the page is made of.
struct Asked {
    gate: Gate,
    aim: Aim,
    /// None where it is entered elsewhere.
    scene: Option<Scene>,
    issuers: Vec<Affiliation>,
    home: Name,
}

/// `GET /my/facts/new?gate=&resource=&booking=`
///
/// # Errors
/// No such gate, no such resource, not their booking, nothing that its rules ask for, or a fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let gate = Gate::from_code(query.raw("gate")).ok_or(Halt::Absent)?;
    match gate {
        Gate::RuleConsent => return answer::see(&visit.href("/my/consents")),
        Gate::Training => return answer::see(&visit.href("/my/trainings")),
        _ => {}
    }
    let asked = asked(&visit, gate, aim(&query)?).await?;
    let id = FactId::new(chance::id(visit.actor.at));
    answer::page(&page(&visit, &asked, &Typed::default(), (id, Vec::new())))
}

/// `POST /my/facts`
///
/// # Errors
/// As [`show`]; what is refused is answered with the form itself.
pub async fn create(visit: Visit, form: Form) -> Answer {
    let gate = Gate::from_code(form.raw("gate")).ok_or(Halt::Absent)?;
    let id: FactId = form.parse("id").ok_or(Halt::Absent)?;
    let (aim, typed) = (aim(&form)?, typed(&form));
    let (user, done) = (visit.person()?.id, format!("{}?done=1", links::fact(id)));
    let made = visit
        .db()
        .read(move |conn| store::gate::write::made(conn, id));
    match made.await? {
        // a second click on the same form
        Some(owner) if owner == user => return answer::see(&visit.href(&done)),
        Some(_) => return Err(Stop(Halt::Absent)),
        None => {}
    }
    let (entered, meant) = (typed.clone(), aim.clone());
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::fact::enter(tx, by, (id, gate), &entered, &meant)
    });
    match deed.await {
        Ok(_) => {
            acts::gate::follow(visit.db(), user, visit.actor.at).await?;
            answer::see(&visit.href(&done))
        }
        Err(Halt::Refused(refusals)) => {
            let asked = asked(&visit, gate, aim).await?;
            let page = page(&visit, &asked, &typed, (id, refusals));
            answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(halt) => Err(Stop(halt)),
    }
}

/// For what it is entered. A number that is none is nobody's booking.
fn aim(form: &Form) -> Result<Aim, Halt> {
    let booking = match form.raw("booking") {
        "" => None,
        number => Some(number.parse().map_err(|_| Halt::Absent)?),
    };
    Ok(Aim {
        resource: form.line("resource"),
        booking,
    })
}

async fn asked(visit: &Visit, gate: Gate, aim: Aim) -> Result<Asked, Stop> {
    let fields = fields(gate).ok_or(Halt::Absent)?;
    let (person, at, meant) = (visit.person()?.clone(), visit.actor.at, aim.clone());
    let look = visit.db().read(move |conn| {
        let scene = store::gate::scene::of(conn, &person, gate, &meant, at)?;
        let home = store::people::name(conn, person.institution)?;
        Ok((scene, store::user::affiliations(conn, at)?, home))
    });
    let (scene, issuers, home) = look.await?;
    let is_elsewhere = match fields.at {
        At::Anywhere => false,
        At::Facility => scene.resource.is_none(),
        At::Booking => scene.booking.is_none(),
    };
    if !is_elsewhere && !is_asked(gate, &scene, at) {
        return Err(Stop(Halt::Absent));
    }
    Ok(Asked {
        gate,
        aim,
        scene: (!is_elsewhere).then_some(scene),
        issuers,
        home,
    })
}

fn page(
    visit: &Visit,
    asked: &Asked,
    typed: &Typed,
    (id, refusals): (FactId, Vec<Refusal>),
) -> Page {
    let (language, w) = (visit.language, &visit.words().fact);
    let errors = Errors::of(language, refusals);
    let made = Made {
        visit,
        gate: asked.gate,
        typed,
        errors: &errors,
        issuers: &asked.issuers,
    };
    let fields = fields(asked.gate).filter(|_| asked.scene.is_some());
    let offices = offices(visit, asked);
    let page = Body {
        crumbs: vec![
            Link::to(visit, "/", w.home),
            Link::to(visit, "/my/facts", w.heading),
        ],
        heading: gate_name(language, asked.gate),
        elsewhere: elsewhere(visit, asked),
        errors_heading: errors_heading(language, errors.summary().len()),
        errors: errors.summary(),
        action: visit.href("/my/facts"),
        hidden: hidden(visit, asked, id),
        controls: fields.map_or_else(Vec::new, |fields| controls(&made, &fields)),
        about: about(visit, asked, &offices),
        who_reads: said::who_reads(language, asked.gate, &offices),
    };
    Page {
        frame: Frame::of(visit),
        w,
        page,
    }
}

fn elsewhere(visit: &Visit, asked: &Asked) -> Option<(&'static str, Link)> {
    let w = &visit.words().fact;
    if asked.scene.is_some() {
        return None;
    }
    Some(match fields(asked.gate).map(|fields| fields.at) {
        Some(At::Booking) => {
            let link = match asked.aim.resource.as_str() {
                "" => Link::to(visit, "/my/requests", w.to_requests),
                slug => Link::to(visit, &links::resource(slug), w.to_resources),
            };
            (w.per_booking, link)
        }
        _ => (
            w.per_facility,
            Link::to(visit, "/resources", w.to_resources),
        ),
    })
}

fn hidden(visit: &Visit, asked: &Asked, id: FactId) -> Vec<(String, String)> {
    let booking = asked.aim.booking.map(|id| id.to_string());
    [
        ("csrf", visit.csrf()),
        ("id", id.to_string()),
        ("gate", asked.gate.code().to_owned()),
        ("resource", asked.aim.resource.clone()),
        ("booking", booking.unwrap_or_default()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}

/// The offices that answer for the gate here.
fn offices(visit: &Visit, asked: &Asked) -> Vec<String> {
    use crate::domain::gate::Office;
    let language = visit.language;
    let provider = asked
        .scene
        .as_ref()
        .and_then(|scene| scene.resource.as_ref())
        .map_or(&asked.home, |resource| &resource.institution_name);
    let sides: &[Side] = match asked.gate.office() {
        Office::Nobody => &[],
        Office::HomeOfficer | Office::HomeDesk(_) => &[Side::Home],
        Office::FacilityManager => &[Side::Provider],
        Office::BothDesks(_) => &[Side::Home, Side::Provider],
    };
    let mut offices: Vec<String> = sides
        .iter()
        .map(|side| match side {
            Side::Provider => provider,
            Side::Own | Side::Home => &asked.home,
        })
        .map(|of| {
            let institution = name::of(language, of);
            said::office_of(language, institution, office(language, asked.gate.office()))
        })
        .collect();
    offices.dedup();
    offices
}

/// For what it is entered, who checks it, and by when they should have.
fn about(visit: &Visit, asked: &Asked, offices: &[String]) -> Vec<Fact> {
    let (language, w) = (visit.language, &visit.words().fact);
    let Some(scene) = &asked.scene else {
        return Vec::new();
    };
    let mut facts = Vec::new();
    let b = &visit.words().booking;
    let resource = scene.resource.as_ref();
    facts.extend(resource.map(|one| Fact::new(b.resource, name::of(language, &one.name))));
    let span = scene.booking.as_ref().map(|booking| booking.span);
    facts.extend(span.map(|span| Fact::new(b.when, when::span_with_year(language, &span))));
    if !offices.is_empty() {
        let due = when::day(language, due(scene, visit.actor.at.day()));
        facts.push(Fact::new(w.answers_heading, offices.join(" / ")));
        facts.push(Fact::new(visit.words().office.due, due));
    }
    facts
}
