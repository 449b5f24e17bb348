//! The attendants of one's facilities, and the form that adds one.

use actix_web::http::StatusCode;
use askama::Template;

use crate::acts;
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, ResourceId};
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::secret::chance;
use crate::store::attendant::list::{self, Line, Offered};
use crate::store::course::units;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::pages::attendant::entry::{self, Fields};
use crate::web::paging::{Pages, Turn};
use crate::web::parts::{Chip, Choice, Errors, Field, FormError, PageLink};
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::tab::Part;
use crate::words::{attendant as said, name, opening};

/// Attendants on one page.
const SHOWN: i64 = 50;

#[derive(Template)]
#[template(path = "attendant/index.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    tabs: Vec<PageLink>,
    tabs_label: String,
    done: &'static str,
    csrf: String,
    errors: Vec<FormError>,
    errors_heading: String,
    rows: Vec<Row>,
    pages: Pages,
    action: String,
    /// The attendant that the form adds, however often it is sent.
    id: String,
    facility: Field,
    facilities: Vec<Choice>,
    can_add: bool,
    entry: Fields,
}

struct Row {
    link: Link,
    facility: String,
    hours: String,
    attends: String,
    state: Chip,
}

/// `GET /manage/attendants?page=&done=`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    page(&visit, &query, Vec::new()).await
}

/// `POST /manage/attendants`
///
/// # Errors
/// A facility of others, or a fault; a refusal is answered with the page itself.
pub async fn add(visit: Visit, form: Form) -> Answer {
    let id: ResourceId = form.parse("id").unwrap_or_else(|| fresh(&visit));
    if is_added(&visit, id).await? {
        return added(&visit);
    }
    let mine = visit.actor.managed_facilities();
    let only = (mine.len() == 1).then(|| mine.first().copied()).flatten();
    let entry = entry::read(&form, form.parse::<FacilityId>("facility").or(only));
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::attendant::add(tx, by, id, &entry)
    });
    match deed.await {
        Ok(_) => added(&visit),
        Err(Halt::Refused(refusals)) => page(&visit, &form, refusals).await,
        Err(halt) => Err(Stop(halt)),
    }
}

fn added(visit: &Visit) -> Answer {
    answer::see(&visit.href("/manage/attendants?done=added"))
}

fn fresh(visit: &Visit) -> ResourceId {
    ResourceId::new(chance::id(visit.actor.at))
}

/// Whether the form was sent before.
async fn is_added(visit: &Visit, id: ResourceId) -> Result<bool, Stop> {
    let by = visit.actor.clone();
    let look = visit.db().read(move |conn| match list::one(conn, id) {
        Ok(line) => Ok(by.manages(line.facility)),
        Err(Halt::Absent) => Ok(false),
        Err(halt) => Err(halt),
    });
    Ok(look.await?)
}

async fn page(visit: &Visit, asked: &Form, refusals: Vec<Refusal>) -> Answer {
    let (mine, turn) = (visit.actor.managed_facilities(), Turn::of(asked, SHOWN));
    let look = visit.db().read(move |conn| {
        let lines = list::page(conn, &mine, turn.rows())?;
        Ok((lines, list::offered(conn, &mine)?, units(conn, &mine)?))
    });
    let (mut lines, offered, units) = look.await?;
    let pages = turn.cut(&mut lines, |number| {
        visit.href(&format!("/manage/attendants?page={number}"))
    });
    let status = match refusals.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let w = &visit.words().attendant;
    let told = Errors::of(visit.language, refusals);
    let rows = lines.iter().map(|one| row(visit, one)).collect();
    let choice = |(id, unit): &(FacilityId, _)| Choice {
        value: id.to_string(),
        label: name::of(visit.language, unit).to_owned(),
        hint: None,
        chosen: asked.raw("facility") == id.to_string(),
    };
    let body = Body {
        facilities: units.iter().map(choice).collect(),
        ..body(visit, (asked, &told), (rows, pages), &offered)
    };
    let template = Page {
        frame: Frame::of(visit),
        w,
        page: body,
    };
    answer::page_with(status, &template)
}

fn body(
    visit: &Visit,
    (asked, told): (&Form, &Errors),
    (rows, pages): (Vec<Row>, Pages),
    offered: &[Offered],
) -> Body {
    let w = &visit.words().attendant;
    let errors = told.summary();
    let id = asked.parse("id").unwrap_or_else(|| fresh(visit));
    Body {
        crumbs: vec![Link::to(visit, "/", w.home)],
        tabs: tab::tabs(visit, Part::Manage),
        tabs_label: tab::label(visit, Part::Manage),
        done: said::done(visit.language, asked.raw("done")),
        csrf: visit.csrf(),
        errors_heading: errors_heading(visit.language, errors.len()),
        errors,
        rows,
        pages,
        action: visit.href("/manage/attendants"),
        id: id.to_string(),
        facility: told.field(Named::Facility, asked.raw("facility")),
        facilities: Vec::new(),
        can_add: !offered.is_empty(),
        entry: Fields::of(visit, asked, told, offered),
    }
}

fn row(visit: &Visit, line: &Line) -> Row {
    let (language, w) = (visit.language, &visit.words().attendant);
    let named = line.resources.iter();
    let named: Vec<&str> = named.map(|(_, one)| name::of(language, one)).collect();
    Row {
        link: Link::to(
            visit,
            &links::attendant(line.id),
            name::of(language, &line.name),
        ),
        facility: name::of(language, &line.facility_name).to_owned(),
        hours: opening::windows(language, &line.windows),
        attends: said::together(language, &named),
        state: state(w, line.has_left),
    }
}

fn state(w: &said::Words, has_left: bool) -> Chip {
    let (tone, text) = match has_left {
        true => ("", w.left),
        false => ("g", w.here),
    };
    Chip {
        tone,
        text: text.to_owned(),
    }
}
