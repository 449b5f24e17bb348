//! One attendant: what they attend next, when they are absent, and the forms that change it.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::domain::attendant::life::{Absence, Wish};
use crate::domain::halt::Halt;
use crate::domain::id::{AbsenceId, ResourceId};
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::keeping_field::KeepingField;
use crate::domain::time::parse_local;
use crate::store::attendant::gather::claims;
use crate::store::attendant::list::{self, Coming, Line, Offered};
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::pages::attendant::entry::{self, Fields};
use crate::web::parts::{Errors, Fact, Field, FormError};
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::{attendant as said, name, opening, when};

/// Most attendances and absences that are shown.
const SHOWN: i64 = 60;

#[derive(Template)]
#[template(path = "attendant/show.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    name: String,
    done: &'static str,
    csrf: String,
    path: String,
    errors: Vec<FormError>,
    errors_heading: String,
    facts: Vec<Fact>,
    coming: Vec<Row>,
    absences: Vec<Away>,
    /// None once they have left.
    open: Option<Open>,
}

struct Row {
    when: String,
    resource: String,
    number: Link,
}

struct Away {
    id: String,
    when: String,
    note: String,
}

/// What can still be done.
struct Open {
    absent_from: Field,
    absent_until: Field,
    note: Field,
    entry: Fields,
    is_changing: bool,
}

/// What the page reads.
struct Facts {
    line: Line,
    coming: Vec<Coming>,
    absences: Vec<Absence>,
    offered: Vec<Offered>,
}

/// Which form was sent, so that what was typed is shown in it again.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Sent {
    Nothing,
    Change,
    Absence,
}

/// `GET /manage/attendants/{id}?done=`
///
/// # Errors
/// Not of their facility, or a fault.
pub async fn show(visit: Visit, id: Path<String>, Query(query): Query) -> Answer {
    page(&visit, read(&id)?, (Sent::Nothing, &query), Vec::new()).await
}

/// `POST /manage/attendants/{id}`
///
/// # Errors
/// Not of their facility, or a fault; a refusal is answered with the page itself.
pub async fn change(visit: Visit, id: Path<String>, form: Form) -> Answer {
    let (id, entry) = (read(&id)?, entry::read(&form, None));
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::attendant::change(tx, by, id, &entry).map(|done| done.map(drop))
    });
    settled(&visit, (id, "changed"), deed.await, (Sent::Change, &form)).await
}

/// `POST /manage/attendants/{id}/absent`
///
/// # Errors
/// As [`change`].
pub async fn absent(visit: Visit, id: Path<String>, form: Form) -> Answer {
    let id = read(&id)?;
    let time = |field: KeepingField| parse_local(form.raw(field.code()).trim());
    let wish = Wish {
        from: time(KeepingField::AbsentFrom),
        until: time(KeepingField::AbsentUntil),
        note: form.line("note"),
    };
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::attendant::absent(tx, by, id, &wish).map(|done| done.map(drop))
    });
    settled(&visit, (id, "absent"), deed.await, (Sent::Absence, &form)).await
}

/// `POST /manage/attendants/{id}/absences/{absence}/remove`
///
/// # Errors
/// As [`change`], or there is no such absence to come.
pub async fn back(visit: Visit, path: Path<(String, String)>, form: Form) -> Answer {
    let (id, absence) = path.into_inner();
    let id = read(&id)?;
    let absence: AbsenceId = absence.parse().map_err(|_| Halt::Absent)?;
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::attendant::back(tx, by, id, absence).map(|done| done.map(drop))
    });
    settled(&visit, (id, "back"), deed.await, (Sent::Nothing, &form)).await
}

/// `POST /manage/attendants/{id}/leave`
///
/// # Errors
/// As [`change`].
pub async fn leave(visit: Visit, id: Path<String>, form: Form) -> Answer {
    let id = read(&id)?;
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::attendant::leave(tx, by, id).map(|done| done.map(drop))
    });
    settled(&visit, (id, "left"), deed.await, (Sent::Nothing, &form)).await
}

fn read(id: &str) -> Result<ResourceId, Stop> {
    Ok(id.parse().map_err(|_| Halt::Absent)?)
}

async fn settled(
    visit: &Visit,
    (id, what): (ResourceId, &str),
    done: Result<(), Halt>,
    sent: (Sent, &Form),
) -> Answer {
    match done {
        Ok(()) => answer::see(&visit.href(&format!("{}?done={what}", links::attendant(id)))),
        Err(Halt::Refused(refusals)) => page(visit, id, sent, refusals).await,
        Err(halt) => Err(Stop(halt)),
    }
}

/// Attendants of others' facilities do not exist for a manager.
async fn gather(visit: &Visit, id: ResourceId) -> Result<Facts, Stop> {
    let (by, at) = (visit.actor.clone(), visit.actor.at);
    let look = visit.db().read(move |conn| {
        let line = list::one(conn, id)?;
        if !by.manages(line.facility) {
            return Err(Halt::Absent);
        }
        Ok(Facts {
            coming: list::coming(conn, id, at, SHOWN)?,
            absences: claims(conn, id, at)?.absences,
            offered: list::offered(conn, &[line.facility])?,
            line,
        })
    });
    Ok(look.await?)
}

async fn page(
    visit: &Visit,
    id: ResourceId,
    (sent, form): (Sent, &Form),
    refusals: Vec<Refusal>,
) -> Answer {
    let facts = gather(visit, id).await?;
    let status = match refusals.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let (language, w) = (visit.language, &visit.words().attendant);
    let told = Errors::of(language, refusals);
    let errors = told.summary();
    let line = &facts.line;
    let body = Body {
        crumbs: vec![
            Link::to(visit, "/", w.home),
            Link::to(visit, "/manage/attendants", w.heading),
        ],
        name: name::of(language, &line.name).to_owned(),
        done: said::done(language, form.raw("done")),
        csrf: visit.csrf(),
        path: visit.href(&links::attendant(id)),
        errors_heading: errors_heading(language, errors.len()),
        errors,
        facts: described(visit, line),
        coming: facts.coming.iter().map(|one| row(visit, one)).collect(),
        absences: facts.absences.iter().map(|one| away(visit, one)).collect(),
        open: (!line.has_left).then(|| open(visit, &facts, (sent, form), &told)),
    };
    let template = Page {
        frame: Frame::of(visit),
        w,
        page: body,
    };
    answer::page_with(status, &template)
}

fn open(visit: &Visit, facts: &Facts, (sent, form): (Sent, &Form), told: &Errors) -> Open {
    let typed = |field: KeepingField| told.field(Named::Keeping(field), form.raw(field.code()));
    let is_changing = sent == Sent::Change;
    let kept = entry::filled(&facts.line);
    let shown = if is_changing { form } else { &kept };
    Open {
        absent_from: typed(KeepingField::AbsentFrom),
        absent_until: typed(KeepingField::AbsentUntil),
        note: told.field(Named::Note, form.raw("note")),
        entry: Fields::of(visit, shown, told, &facts.offered),
        is_changing,
    }
}

fn described(visit: &Visit, line: &Line) -> Vec<Fact> {
    let (language, w) = (visit.language, &visit.words().attendant);
    let named = line.resources.iter();
    let named: Vec<&str> = named.map(|(_, one)| name::of(language, one)).collect();
    let state = if line.has_left { w.left } else { w.here };
    let account = line.account.as_deref().unwrap_or(w.no_account);
    vec![
        Fact::new(w.state, state),
        Fact::new(w.facility, name::of(language, &line.facility_name)),
        Fact::new(w.hours, opening::windows(language, &line.windows)),
        Fact::new(w.attends, said::together(language, &named)),
        Fact::new(w.account, account),
    ]
}

fn row(visit: &Visit, one: &Coming) -> Row {
    Row {
        when: when::span(visit.language, &one.span),
        resource: name::of(visit.language, &one.resource).to_owned(),
        number: Link::to(
            visit,
            &links::decision(one.booking),
            one.booking.to_string(),
        ),
    }
}

fn away(visit: &Visit, one: &Absence) -> Away {
    Away {
        id: one.id.to_string(),
        when: when::span(visit.language, &one.span),
        note: one.note.clone(),
    }
}
