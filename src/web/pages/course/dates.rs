//! 講習の日程: the dates of one's facilities' courses, and the form that sets another.

use actix_web::http::StatusCode;
use askama::Template;

use crate::acts;
use crate::domain::halt::Halt;
use crate::domain::id::{CourseId, FacilityId};
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Instant, parse_clock, parse_day};
use crate::domain::training::Course;
use crate::domain::training::course::{NewDate, check};
use crate::domain::training::date::Date;
use crate::store::course;
use crate::store::training::dates::{self, Part as Lie};
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::pages::course::kinds::number;
use crate::web::paging::{Pages, Turn};
use crate::web::parts::{Chip, Choice, Errors, Field, FormError, PageLink};
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::tab::Part;
use crate::words::{course as said, name, training, when};

/// Dates on one page.
const SHOWN: i64 = 30;
/// Most courses that the form offers.
const OFFERED: i64 = 500;

#[derive(Template)]
#[template(path = "course/dates.html")]
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
    heading: &'static str,
    none: &'static str,
    other: Link,
    rows: Vec<Row>,
    pages: Pages,
    action: String,
    to_courses: Link,
    course: Field,
    /// By facility.
    courses: Vec<(String, Vec<Choice>)>,
    start: Field,
    time: Field,
    seats: Field,
    place: Field,
}

struct Row {
    when: String,
    link: Link,
    facility: String,
    place: String,
    people: String,
    chips: Vec<Chip>,
}

/// What was typed, and what is wrong with it.
#[derive(Default)]
struct Typed {
    form: Form,
    refusals: Vec<Refusal>,
}

/// `GET /manage/trainings?past=&page=&done=`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    page(&visit, &query, Typed::default()).await
}

/// `POST /manage/trainings`
///
/// # Errors
/// A course of others, or a fault; a refusal is answered with the page itself.
pub async fn set(visit: Visit, form: Form) -> Answer {
    let new = NewDate {
        start: start(&form),
        seats: number(&form, "seats"),
        place: form.line("place"),
    };
    let Some(course) = form.parse::<CourseId>("course") else {
        let field = Named::Course;
        let mut wrong = vec![Refusal::of(Wrong::Missing { field })];
        wrong.extend(check(&new));
        return again(&visit, form, wrong).await;
    };
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::training::set(tx, by, course, &new)
    });
    match deed.await {
        Ok(_) => answer::see(&visit.href("/manage/trainings?done=set")),
        Err(Halt::Refused(refusals)) => again(&visit, form, refusals).await,
        Err(halt) => Err(Stop(halt)),
    }
}

/// The moment of a day and a time of the clock, if both can be read.
fn start(form: &Form) -> Option<Instant> {
    let day = parse_day(&form.line("start"))?;
    let minute = parse_clock(&form.line("time"))?;
    Some(Instant::of_tokyo(day, i64::from(minute)))
}

async fn again(visit: &Visit, form: Form, refusals: Vec<Refusal>) -> Answer {
    let asked = Form::default();
    page(visit, &asked, Typed { form, refusals }).await
}

async fn page(visit: &Visit, asked: &Form, typed: Typed) -> Answer {
    let facilities = visit.actor.managed_facilities();
    let (turn, at) = (Turn::of(asked, SHOWN), visit.actor.at);
    let lie = if asked.raw("past") == "1" {
        Lie::Behind
    } else {
        Lie::Ahead
    };
    let look = visit.db().read(move |conn| {
        let dates = dates::of_facilities(conn, &facilities, (lie, at), turn.rows())?;
        Ok((dates, course::listed(conn, &facilities, (0, OFFERED))?))
    });
    let (mut dates, courses) = look.await?;
    let past = if lie == Lie::Behind { "&past=1" } else { "" };
    let address = |number| visit.href(&format!("/manage/trainings?page={number}{past}"));
    let pages = turn.cut(&mut dates, address);
    let status = if typed.refusals.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let rows = dates.iter().map(|one| row(visit, one)).collect();
    let body = Body {
        done: said::done(visit.language, asked.raw("done")),
        rows,
        pages,
        ..body(visit, lie, &courses, typed)
    };
    let template = Page {
        frame: Frame::of(visit),
        w: &visit.words().course,
        page: body,
    };
    answer::page_with(status, &template)
}

/// Everything but the rows.
fn body(visit: &Visit, lie: Lie, courses: &[Course], typed: Typed) -> Body {
    let w = &visit.words().course;
    let errors = Errors::of(visit.language, typed.refusals);
    let form = &typed.form;
    let (heading, none, other) = match lie {
        Lie::Ahead => (
            w.dates_ahead,
            w.dates_none,
            ("/manage/trainings?past=1", w.see_past),
        ),
        Lie::Behind => (
            w.dates_behind,
            w.past_none,
            ("/manage/trainings", w.see_ahead),
        ),
    };
    Body {
        crumbs: vec![Link::to(visit, "/", w.home)],
        tabs: tab::tabs(visit, Part::Manage),
        tabs_label: tab::label(visit, Part::Manage),
        done: "",
        csrf: visit.csrf(),
        errors_heading: errors_heading(visit.language, errors.summary().len()),
        errors: errors.summary(),
        heading,
        none,
        other: Link::to(visit, other.0, other.1),
        rows: Vec::new(),
        pages: Pages::default(),
        action: visit.href("/manage/trainings"),
        to_courses: Link::to(visit, "/manage/courses", w.to_courses),
        course: errors.field(Named::Course, ""),
        courses: choices(visit, courses, form.parse("course")),
        start: errors.field(Named::Start, form.line("start")),
        time: Field {
            value: form.line("time"),
            error: None,
        },
        seats: errors.field(Named::Seats, form.line("seats")),
        place: errors.field(Named::Place, form.line("place")),
    }
}

/// The courses that are given, by facility.
fn choices(
    visit: &Visit,
    courses: &[Course],
    chosen: Option<CourseId>,
) -> Vec<(String, Vec<Choice>)> {
    let language = visit.language;
    let mut groups: Vec<(FacilityId, String, Vec<Choice>)> = Vec::new();
    for course in courses.iter().filter(|course| !course.is_retired) {
        if groups.iter().all(|(id, ..)| *id != course.facility) {
            let unit = name::of(language, &course.facility_name).to_owned();
            groups.push((course.facility, unit, Vec::new()));
        }
        let called = name::of(language, &course.name);
        let choice = Choice {
            value: course.id.to_string(),
            label: training::course(language, called, &course.code),
            hint: None,
            chosen: chosen == Some(course.id),
        };
        let group = groups.iter_mut().find(|(id, ..)| *id == course.facility);
        if let Some((.., choices)) = group {
            choices.push(choice);
        }
    }
    groups
        .into_iter()
        .map(|(_, unit, choices)| (unit, choices))
        .collect()
}

fn row(visit: &Visit, date: &Date) -> Row {
    let language = visit.language;
    let called = name::of(language, &date.course.name);
    let called = training::course(language, called, &date.course.code);
    let path = format!("/manage/trainings/{}", date.id);
    Row {
        when: when::span_with_year(language, &date.span),
        link: Link::to(visit, &path, called),
        facility: name::of(language, &date.course.facility_name).to_owned(),
        place: date.place.clone(),
        people: said::taken(language, date.taken, date.seats),
        chips: chips(visit, date),
    }
}

/// How a date stands.
pub(super) fn chips(visit: &Visit, date: &Date) -> Vec<Chip> {
    let (language, w, at) = (visit.language, &visit.words().course, visit.actor.at);
    let chip = |tone, text: &str| Chip {
        tone,
        text: text.to_owned(),
    };
    if date.is_called_off {
        return vec![chip("r", w.called_off)];
    }
    let mut chips = vec![if date.span.start() > at {
        chip("b", w.to_come)
    } else if date.span.end() > at {
        chip("g", w.under_way)
    } else {
        chip("", w.over)
    }];
    match date.to_record(at) {
        0 if date.is_open(at) || date.span.start() <= at => {}
        0 => chips.push(chip("", w.full)),
        open => chips.push(chip("o", &said::to_record(language, open))),
    }
    chips
}
