//! One's trainings: what is open to enrol for, what one is enrolled for, what one holds and until when.

mod rows;

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::domain::halt::Halt;
use crate::domain::id::TrainingId;
use crate::domain::refusal::training::TrainingBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::store;
use crate::store::training::mine::{Overview, overview};
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query, encode};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::pages::training::rows::{Licence, Mine, Offered, Past, Soon};
use crate::web::paging::{Pages, Turn};
use crate::web::parts::{Errors, FormError, PageLink};
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::tab::Part;
use crate::words::{name, training as said};

#[derive(Template)]
#[template(path = "training/index.html")]
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
    hidden: Vec<(String, String)>,
    errors: Vec<FormError>,
    errors_heading: String,
    narrowed: Option<Narrowed>,
    soon: Vec<Soon>,
    mine: Vec<Mine>,
    licences: Vec<Licence>,
    offered: Vec<Offered>,
    pages: Pages,
    past: Vec<Past>,
    passport: Link,
}

/// That the page is about one resource only.
struct Narrowed {
    text: String,
    resource: Link,
    all: Link,
    /// Its rules ask for no training at all.
    asks_nothing: bool,
}

/// Dates on one page of those to come.
const OFFERED: i64 = 20;

/// What an address asks for.
struct Asked {
    resource: Option<String>,
    turn: Turn,
}

/// What somebody pressed that was refused.
struct Refused {
    training: TrainingId,
    refusals: Vec<Refusal>,
}

/// `GET /my/trainings?resource=&page=&done=`
///
/// # Errors
/// No such resource, or a fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    page(&visit, &query, None).await
}

/// `POST /trainings/{id}/enrol`
///
/// # Errors
/// No such date, or a fault; a refusal is answered with the page itself.
pub async fn enrol(visit: Visit, id: Path<String>, form: Form) -> Answer {
    let id: TrainingId = id.parse().map_err(|_| Halt::Absent)?;
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::training::enrol(tx, by, id)
    });
    settled(&visit, deed.await, (id, "enrolled"), &form).await
}

/// `POST /trainings/{id}/leave`
///
/// # Errors
/// As [`enrol`].
pub async fn leave(visit: Visit, id: Path<String>, form: Form) -> Answer {
    let id: TrainingId = id.parse().map_err(|_| Halt::Absent)?;
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::training::leave(tx, by, id)
    });
    settled(&visit, deed.await, (id, "left"), &form).await
}

async fn settled(
    visit: &Visit,
    done: Result<TrainingId, Halt>,
    (training, what): (TrainingId, &str),
    form: &Form,
) -> Answer {
    match done {
        Ok(_) => {
            let narrowed = match form.raw("resource") {
                "" => String::new(),
                slug => format!("&resource={}", encode(slug)),
            };
            answer::see(&visit.href(&format!("/my/trainings?done={what}{narrowed}")))
        }
        Err(Halt::Refused(refusals)) => {
            let refused = Refused { training, refusals };
            page(visit, form, Some(refused)).await
        }
        Err(halt) => Err(Stop(halt)),
    }
}

async fn page(visit: &Visit, form: &Form, refused: Option<Refused>) -> Answer {
    let asked = Asked {
        resource: Some(form.line("resource")).filter(|slug| !slug.is_empty()),
        turn: Turn::of(form, OFFERED),
    };
    let (who, slug) = ((visit.person()?.id, visit.actor.at), asked.resource.clone());
    let rows = asked.turn.rows();
    let look = visit
        .db()
        .read(move |conn| overview(conn, who, slug.as_deref(), rows));
    let mut facts = look.await?;
    let pages = asked
        .turn
        .cut(&mut facts.offered, |number| address(visit, &asked, number));
    let status = match &refused {
        None => StatusCode::OK,
        Some(refused) if is_lost(&refused.refusals) => StatusCode::CONFLICT,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let mut offered = rows::offered(visit, &facts);
    let errors = match refused {
        Some(refused) => told(visit, refused, &mut offered),
        None => Vec::new(),
    };
    let w = &visit.words().training;
    let body = Body {
        crumbs: vec![Link::to(visit, "/", w.home)],
        tabs: tab::tabs(visit, Part::Mine),
        tabs_label: tab::label(visit, Part::Mine),
        done: said::done(visit.language, form.raw("done")),
        hidden: hidden(visit, &asked),
        errors_heading: errors_heading(visit.language, errors.len()),
        errors,
        narrowed: narrowed(visit, &facts),
        soon: rows::soon(visit, &facts),
        mine: rows::mine(visit, &facts),
        licences: rows::licences(visit, &facts),
        offered,
        pages,
        past: rows::past(visit, &facts),
        passport: Link::to(visit, "/my/passport", w.passport),
    };
    let template = Page {
        frame: Frame::of(visit),
        w,
        page: body,
    };
    answer::page_with(status, &template)
}

/// Whether the last seat went to somebody else, or the date away.
fn is_lost(refusals: &[Refusal]) -> bool {
    let lost = [
        Wrong::Training(TrainingBar::Full),
        Wrong::Training(TrainingBar::CalledOff),
    ];
    refusals.iter().any(|one| lost.contains(&one.wrong))
}

/// The reasons, in the row of their date where it is shown, and in the summary on top.
fn told(visit: &Visit, refused: Refused, offered: &mut [Offered]) -> Vec<FormError> {
    let errors = Errors::of(visit.language, refused.refusals).summary();
    let texts: Vec<String> = errors.iter().map(|error| error.text.clone()).collect();
    let row = offered.iter_mut().find(|row| row.id == refused.training);
    let id = match row {
        Some(row) => {
            row.error = Some(texts.join(" "));
            row.anchor.clone()
        }
        None => "main".to_owned(),
    };
    let here = |error: FormError| FormError {
        id: id.clone(),
        ..error
    };
    errors.into_iter().map(here).collect()
}

fn address(visit: &Visit, asked: &Asked, number: i64) -> String {
    let narrowed = match asked.resource.as_deref() {
        None => String::new(),
        Some(slug) => format!("&resource={}", encode(slug)),
    };
    visit.href(&format!("/my/trainings?page={number}{narrowed}"))
}

fn hidden(visit: &Visit, asked: &Asked) -> Vec<(String, String)> {
    let mut hidden = vec![
        ("csrf".to_owned(), visit.csrf()),
        ("page".to_owned(), asked.turn.number.to_string()),
    ];
    let slug = asked.resource.clone();
    hidden.extend(slug.map(|slug| ("resource".to_owned(), slug)));
    hidden
}

fn narrowed(visit: &Visit, facts: &Overview) -> Option<Narrowed> {
    let store::training::mine::Narrowed {
        resource, codes, ..
    } = facts.narrowed.as_ref()?;
    let called = name::of(visit.language, &resource.name);
    let path = crate::web::links::resource(&resource.slug);
    Some(Narrowed {
        text: said::narrowed(visit.language, called),
        resource: Link::to(visit, &path, called),
        all: Link::to(visit, "/my/trainings", visit.words().training.show_all),
        asks_nothing: codes.is_empty(),
    })
}
