//! One date of a course before its manager: who takes part, what came of it, and calling it off.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::domain::halt::Halt;
use crate::domain::id::{TrainingId, UserId};
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::domain::training::Enrolment;
use crate::domain::training::date::Date;
use crate::store::training::{dates, people};
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::pages::course::dates::chips;
use crate::web::paging::{Pages, Turn};
use crate::web::parts::{Chip, Errors, Fact, Field, FormError};
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::{course as said, name, training, when};

/// People on one page.
const SHOWN: i64 = 50;

#[derive(Template)]
#[template(path = "course/people.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    title: String,
    chips: Vec<Chip>,
    done: &'static str,
    hidden: Vec<(String, String)>,
    errors: Vec<FormError>,
    errors_heading: String,
    facts: Vec<Fact>,
    rows: Vec<Row>,
    pages: Pages,
    before_start: bool,
    complete: String,
    miss: String,
    call_off: Option<String>,
    reason: Field,
}

struct Row {
    name: String,
    institution: String,
    at: String,
    outcome: Chip,
    settle: Option<Settle>,
}

/// The form that records what came of somebody's enrolment.
struct Settle {
    user: String,
    anchor: String,
    number: Field,
}

/// What was typed, and what is wrong with it.
#[derive(Default)]
struct Typed {
    form: Form,
    refusals: Vec<Refusal>,
}

/// `GET /manage/trainings/{id}?page=&done=`
///
/// # Errors
/// Not of their facility, or a fault.
pub async fn show(visit: Visit, id: Path<String>, Query(query): Query) -> Answer {
    let id = id.parse().map_err(|_| Halt::Absent)?;
    page(&visit, id, &query, Typed::default()).await
}

/// `POST /manage/trainings/{id}/call-off`
///
/// # Errors
/// Not of their facility, or a fault; a refusal is answered with the page itself.
pub async fn call_off(visit: Visit, id: Path<String>, form: Form) -> Answer {
    let id: TrainingId = id.parse().map_err(|_| Halt::Absent)?;
    let reason = form.lines("reason");
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::training::call_off(tx, by, id, &reason)
    });
    let done = deed.await.map(drop);
    settled(&visit, done, (id, "called_off"), form).await
}

/// `POST /manage/trainings/{id}/complete`
///
/// # Errors
/// As [`call_off`].
pub async fn complete(visit: Visit, id: Path<String>, form: Form) -> Answer {
    let id: TrainingId = id.parse().map_err(|_| Halt::Absent)?;
    let (user, number) = (someone(&form)?, form.line("number"));
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::training::complete(tx, by, id, (user, &number))
    });
    let done = deed.await.map(drop);
    settled(&visit, done, (id, "completed"), form).await
}

/// `POST /manage/trainings/{id}/miss`
///
/// # Errors
/// As [`call_off`].
pub async fn miss(visit: Visit, id: Path<String>, form: Form) -> Answer {
    let id: TrainingId = id.parse().map_err(|_| Halt::Absent)?;
    let user = someone(&form)?;
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::training::miss(tx, by, id, user)
    });
    let done = deed.await.map(drop);
    settled(&visit, done, (id, "missed"), form).await
}

fn someone(form: &Form) -> Result<UserId, Stop> {
    form.parse("user").ok_or(Stop(Halt::Absent))
}

async fn settled(
    visit: &Visit,
    done: Result<(), Halt>,
    (id, what): (TrainingId, &str),
    form: Form,
) -> Answer {
    match done {
        Ok(()) => {
            let page = Turn::of(&form, SHOWN).number;
            let path = format!("/manage/trainings/{id}?done={what}&page={page}");
            answer::see(&visit.href(&path))
        }
        Err(Halt::Refused(refusals)) => {
            let asked = form.clone();
            page(visit, id, &asked, Typed { form, refusals }).await
        }
        Err(halt) => Err(Stop(halt)),
    }
}

async fn page(visit: &Visit, id: TrainingId, asked: &Form, typed: Typed) -> Answer {
    let (turn, by) = (Turn::of(asked, SHOWN), visit.actor.clone());
    let look = visit.db().read(move |conn| {
        let date = dates::one(conn, id)?;
        if !by.manages(date.course.facility) {
            return Err(Halt::Absent);
        }
        Ok((date, people(conn, id, turn.rows())?))
    });
    let (date, mut people) = look.await?;
    let address = |number| visit.href(&format!("/manage/trainings/{id}?page={number}"));
    let pages = turn.cut(&mut people, address);
    let status = if typed.refusals.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let errors = Errors::of(visit.language, typed.refusals);
    let rows: Vec<Row> = people
        .iter()
        .map(|one| row(visit, &date, one, (&typed.form, &errors)))
        .collect();
    let page = turn.number.to_string();
    let body = Body {
        done: said::done(visit.language, asked.raw("done")),
        hidden: vec![("csrf".into(), visit.csrf()), ("page".into(), page)],
        errors_heading: errors_heading(visit.language, errors.summary().len()),
        errors: summary(&errors, &rows),
        reason: errors.field(Named::Reason, typed.form.lines("reason")),
        rows,
        pages,
        ..body(visit, &date)
    };
    let template = Page {
        frame: Frame::of(visit),
        w: &visit.words().course,
        page: body,
    };
    answer::page_with(status, &template)
}

/// The reasons, those about a person's number with their row.
fn summary(errors: &Errors, rows: &[Row]) -> Vec<FormError> {
    let settles = || rows.iter().filter_map(|row| row.settle.as_ref());
    let anchor = settles()
        .find(|settle| settle.number.error.is_some())
        .map(|settle| settle.anchor.clone());
    let number = Named::LicenceNumber.code();
    errors
        .summary()
        .into_iter()
        .map(|error| match &anchor {
            Some(anchor) if error.id == number => FormError {
                id: anchor.clone(),
                ..error
            },
            _ => error,
        })
        .collect()
}

/// What a date is, without its people.
fn body(visit: &Visit, date: &Date) -> Body {
    let (language, w) = (visit.language, &visit.words().course);
    let called = name::of(language, &date.course.name);
    let has_begun = date.span.start() <= visit.actor.at;
    let address = |verb: &str| visit.href(&format!("/manage/trainings/{}/{verb}", date.id));
    let span = when::span_with_year(language, &date.span);
    let unit = name::of(language, &date.course.facility_name);
    Body {
        crumbs: vec![
            Link::to(visit, "/", w.home),
            Link::to(visit, "/manage/trainings", w.heading),
        ],
        title: training::course(language, called, &date.course.code),
        chips: chips(visit, date),
        done: "",
        hidden: Vec::new(),
        errors: Vec::new(),
        errors_heading: String::new(),
        facts: vec![
            Fact::new(w.when, span),
            Fact::new(w.place, date.place.clone()),
            Fact::new(w.facility, unit),
            Fact::new(w.people, said::taken(language, date.taken, date.seats)),
        ],
        rows: Vec::new(),
        pages: Pages::default(),
        before_start: !has_begun && !date.is_called_off,
        complete: address("complete"),
        miss: address("miss"),
        call_off: (!has_begun && !date.is_called_off).then(|| address("call-off")),
        reason: Field::default(),
    }
}

fn row(visit: &Visit, date: &Date, one: &Enrolment, (form, errors): (&Form, &Errors)) -> Row {
    let (language, w) = (visit.language, &visit.words().course);
    let (tone, text) = match (one.completed_at, one.absent_at) {
        (Some(_), _) => ("g", w.completed),
        (None, Some(_)) => ("", w.absent),
        (None, None) => ("y", w.unrecorded),
    };
    let is_open = one.completed_at.is_none() && one.absent_at.is_none();
    let may = is_open && !date.is_called_off && date.span.start() <= visit.actor.at;
    let is_theirs = form.parse::<UserId>("user") == Some(one.who.user);
    let number = if is_theirs {
        errors.field(Named::LicenceNumber, form.line("number"))
    } else {
        Field::default()
    };
    Row {
        name: one.who.name.clone(),
        institution: name::of(language, &one.institution).to_owned(),
        at: when::moment_with_year(language, one.at),
        outcome: Chip {
            tone,
            text: text.to_owned(),
        },
        settle: may.then(|| Settle {
            user: one.who.user.to_string(),
            anchor: format!("number-{}", one.who.user),
            number,
        }),
    }
}
