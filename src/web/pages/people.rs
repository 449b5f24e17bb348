//! 機関の担当者: an officer sees who answers at the institution's desks, and gives and takes back desks.

use actix_web::http::StatusCode;
use askama::Template;

use crate::acts;
use crate::domain::actor::Role;
use crate::domain::gate::Desk;
use crate::domain::halt::Halt;
use crate::domain::id::{InstitutionId, UserId};
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::{FactField, Field as Named};
use crate::store::people::{self as store, People, Seat, Somebody};
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::parts::{Choice, Errors, Field, FormError, PageLink};
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::gate::desk as desk_name;
use crate::words::people as said;
use crate::words::tab::Part;
use crate::words::{name, when};

#[derive(Template)]
#[template(path = "people/show.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    heading: String,
    tabs: Vec<PageLink>,
    tabs_label: String,
    /// Other institutions that the visitor speaks for.
    others: Vec<Link>,
    done: &'static str,
    errors: Vec<FormError>,
    errors_heading: String,
    csrf: String,
    institution: String,
    give: String,
    take: String,
    desks: Vec<DeskRow>,
    choices: Vec<Choice>,
    desk: Field,
    email: Field,
    officers: Vec<String>,
    facilities: Vec<(String, String)>,
}

struct DeskRow {
    code: &'static str,
    name: &'static str,
    seats: Vec<Row>,
}

struct Row {
    id: String,
    who: String,
    email: String,
    since: String,
}

/// What was typed to give a desk.
#[derive(Default)]
struct Typed {
    desk: Option<Desk>,
    email: String,
}

/// `GET /institution/people?institution=&done=`
///
/// # Errors
/// An institution that the visitor does not speak for, or a fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let w = &visit.words().people;
    let done = match query.raw("done") {
        "given" => w.given,
        "taken" => w.taken,
        _ => "",
    };
    let people = people(&visit, query.raw("institution")).await?;
    answer::page(&page(
        &visit,
        &people,
        done,
        (&Typed::default(), Vec::new()),
    ))
}

/// `POST /institution/people`
///
/// # Errors
/// As [`show`]; what is refused is answered with the page itself.
pub async fn give(visit: Visit, form: Form) -> Answer {
    let institution: InstitutionId = form.parse("institution").ok_or(Halt::Absent)?;
    let typed = Typed {
        desk: Desk::from_code(form.raw("desk")),
        email: form.line("email"),
    };
    let (desk, email) = (typed.desk, typed.email.clone());
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::desk::give(tx, by, institution, (desk, &email))
    });
    match deed.await {
        Ok(()) => answer::see(&address(&visit, institution, "given")),
        Err(Halt::Refused(refusals)) => {
            let people = people(&visit, &institution.to_string()).await?;
            let page = page(&visit, &people, "", (&typed, refusals));
            answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(halt) => Err(Stop(halt)),
    }
}

/// `POST /institution/people/take`
///
/// # Errors
/// As [`show`], or nobody sits there.
pub async fn take(visit: Visit, form: Form) -> Answer {
    let institution: InstitutionId = form.parse("institution").ok_or(Halt::Absent)?;
    let desk = Desk::from_code(form.raw("desk")).ok_or(Halt::Absent)?;
    let user: UserId = form.parse("user").ok_or(Halt::Absent)?;
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::desk::take(tx, by, (institution, desk), user)
    });
    deed.await?;
    answer::see(&address(&visit, institution, "taken"))
}

fn address(visit: &Visit, institution: InstitutionId, done: &str) -> String {
    visit.href(&format!(
        "/institution/people?institution={institution}&done={done}"
    ))
}

/// The institutions that the visitor speaks for.
fn own(visit: &Visit) -> Vec<InstitutionId> {
    let roles = visit.actor.person().map(|person| person.roles.as_slice());
    let roles = roles.unwrap_or_default().iter();
    roles
        .filter_map(|role| match role {
            Role::InstitutionOfficer(institution) => Some(*institution),
            _ => None,
        })
        .collect()
}

/// The people of the institution asked for, or of the first that the visitor speaks for; and the names
/// of the others.
async fn people(visit: &Visit, asked: &str) -> Result<(People, Vec<People>), Stop> {
    let own = own(visit);
    let wanted = match asked {
        "" => own.first().copied(),
        id => own.iter().copied().find(|one| one.to_string() == id),
    };
    let wanted = wanted.ok_or(Halt::Absent)?;
    let look = visit.db().read(move |conn| {
        let others = own.iter().filter(|one| **one != wanted);
        let others: Result<Vec<People>, Halt> = others.map(|one| store::of(conn, *one)).collect();
        Ok((store::of(conn, wanted)?, others?))
    });
    Ok(look.await?)
}

fn page(
    visit: &Visit,
    (people, others): &(People, Vec<People>),
    done: &'static str,
    (typed, refusals): (&Typed, Vec<Refusal>),
) -> Page {
    let (language, w) = (visit.language, &visit.words().people);
    let errors = Errors::of(language, refusals);
    let called = |one: &People| said::of(language, w.heading, name::of(language, &one.name));
    let other = |one: &People| {
        let path = format!("/institution/people?institution={}", one.institution);
        Link::to(visit, &path, called(one))
    };
    let page = Body {
        crumbs: vec![Link::to(visit, "/", w.home)],
        heading: called(people),
        tabs: tab::tabs(visit, Part::Institution),
        tabs_label: tab::label(visit, Part::Institution),
        others: others.iter().map(other).collect(),
        done,
        errors_heading: errors_heading(language, errors.summary().len()),
        errors: errors.summary(),
        csrf: visit.csrf(),
        institution: people.institution.to_string(),
        give: visit.href("/institution/people"),
        take: visit.href("/institution/people/take"),
        desks: Desk::ALL
            .iter()
            .map(|desk| desk_row(visit, people, *desk))
            .collect(),
        choices: choices(visit, typed.desk),
        desk: errors.field(Named::Fact(FactField::Desk), ""),
        email: errors.field(Named::Email, typed.email.clone()),
        officers: people.officers.iter().map(called_by_name).collect(),
        facilities: facilities(visit, people),
    };
    Page {
        frame: Frame::of(visit),
        w,
        page,
    }
}

fn called_by_name(one: &Somebody) -> String {
    format!("{} {}", one.name, one.email)
}

fn desk_row(visit: &Visit, people: &People, desk: Desk) -> DeskRow {
    let row = |seat: &Seat| Row {
        id: seat.who.id.to_string(),
        who: seat.who.name.clone(),
        email: seat.who.email.clone(),
        since: when::day_with_year(visit.language, seat.since.day()),
    };
    DeskRow {
        code: desk.code(),
        name: desk_name(visit.language, desk),
        seats: people
            .desks
            .iter()
            .filter(|seat| seat.desk == desk)
            .map(row)
            .collect(),
    }
}

fn choices(visit: &Visit, chosen: Option<Desk>) -> Vec<Choice> {
    let choice = |desk: &Desk| Choice {
        value: desk.code().to_owned(),
        label: desk_name(visit.language, *desk).to_owned(),
        hint: None,
        chosen: chosen == Some(*desk),
    };
    Desk::ALL.iter().map(choice).collect()
}

/// Each facility with its managers' names.
fn facilities(visit: &Visit, people: &People) -> Vec<(String, String)> {
    let language = visit.language;
    let line = |(facility, managers): &(crate::domain::name::Name, Vec<Somebody>)| {
        let names: Vec<&str> = managers.iter().map(|one| one.name.as_str()).collect();
        let names = match names.is_empty() {
            true => visit.words().people.nobody.to_owned(),
            false => names.join(" / "),
        };
        (name::of(language, facility).to_owned(), names)
    };
    people.facilities.iter().map(line).collect()
}
