//! 講習の種類: the courses of one's facilities, opened and retired here.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::domain::halt::Halt;
use crate::domain::id::{CourseId, FacilityId};
use crate::domain::name::Name;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::domain::training::Course;
use crate::domain::training::course::NewCourse;
use crate::store::course;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::paging::{Pages, Turn};
use crate::web::parts::{Chip, Choice, Errors, Field, FormError, PageLink};
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::tab::Part;
use crate::words::{course as said, name, when};

/// Courses on one page.
const SHOWN: i64 = 50;

#[derive(Template)]
#[template(path = "course/kinds.html")]
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
    facilities: Vec<Choice>,
    code: Field,
    name_ja: Field,
    name_en: Field,
    minutes: Field,
}

struct Row {
    name: String,
    code: String,
    facility: String,
    length: String,
    standing: Chip,
    retire: Option<String>,
}

/// What was typed, and what is wrong with it.
#[derive(Default)]
struct Typed {
    form: Form,
    refusals: Vec<Refusal>,
}

/// `GET /manage/courses?page=&done=`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    page(&visit, &query, Typed::default()).await
}

/// `POST /manage/courses`
///
/// # Errors
/// A facility of others, or a fault; a refusal is answered with the page itself.
pub async fn open(visit: Visit, form: Form) -> Answer {
    let facility: FacilityId = form.parse("facility").ok_or(Halt::Absent)?;
    let new = NewCourse {
        code: form.line("code"),
        name: Name {
            ja: form.line("name_ja"),
            en: form.line("name_en"),
        },
        minutes: number(&form, "minutes"),
    };
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::training::open(tx, by, facility, &new)
    });
    settled(&visit, deed.await, "opened", form).await
}

/// `POST /manage/courses/{id}/retire`
///
/// # Errors
/// A course of others, or a fault; a refusal is answered with the page itself.
pub async fn retire(visit: Visit, id: Path<String>, form: Form) -> Answer {
    let id: CourseId = id.parse().map_err(|_| Halt::Absent)?;
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::training::retire(tx, by, id)
    });
    settled(&visit, deed.await, "retired", form).await
}

/// A number as typed: 0, which is none, where it can't be read; none where nothing was typed.
pub(super) fn number(form: &Form, name: &str) -> Option<u32> {
    let typed = form.line(name);
    (!typed.is_empty()).then(|| typed.parse().unwrap_or_default())
}

async fn settled(visit: &Visit, done: Result<CourseId, Halt>, what: &str, form: Form) -> Answer {
    match done {
        Ok(_) => answer::see(&visit.href(&format!("/manage/courses?done={what}"))),
        Err(Halt::Refused(refusals)) => {
            let asked = form.clone();
            page(visit, &asked, Typed { form, refusals }).await
        }
        Err(halt) => Err(Stop(halt)),
    }
}

async fn page(visit: &Visit, asked: &Form, typed: Typed) -> Answer {
    let (facilities, turn) = (visit.actor.managed_facilities(), Turn::of(asked, SHOWN));
    let look = visit.db().read(move |conn| {
        let courses = course::listed(conn, &facilities, turn.rows())?;
        Ok((courses, course::units(conn, &facilities)?))
    });
    let (mut courses, units) = look.await?;
    let address = |number| visit.href(&format!("/manage/courses?page={number}"));
    let pages = turn.cut(&mut courses, address);
    let status = if typed.refusals.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let w = &visit.words().course;
    let errors = Errors::of(visit.language, typed.refusals);
    let form = &typed.form;
    let body = Body {
        crumbs: vec![
            Link::to(visit, "/", w.home),
            Link::to(visit, "/manage/trainings", w.heading),
        ],
        tabs: tab::tabs(visit, Part::Manage),
        tabs_label: tab::label(visit, Part::Manage),
        done: said::done(visit.language, asked.raw("done")),
        csrf: visit.csrf(),
        errors_heading: errors_heading(visit.language, errors.summary().len()),
        errors: errors.summary(),
        rows: courses.iter().map(|one| row(visit, one)).collect(),
        pages,
        action: visit.href("/manage/courses"),
        facilities: choices(visit, &units, form.parse("facility")),
        code: errors.field(Named::Code, form.line("code")),
        name_ja: errors.field(Named::NameJa, form.line("name_ja")),
        name_en: errors.field(Named::NameEn, form.line("name_en")),
        minutes: errors.field(Named::Minutes, form.line("minutes")),
    };
    let template = Page {
        frame: Frame::of(visit),
        w,
        page: body,
    };
    answer::page_with(status, &template)
}

fn choices(visit: &Visit, units: &[(FacilityId, Name)], chosen: Option<FacilityId>) -> Vec<Choice> {
    units
        .iter()
        .map(|(id, unit)| Choice {
            value: id.to_string(),
            label: name::of(visit.language, unit).to_owned(),
            hint: None,
            chosen: chosen == Some(*id),
        })
        .collect()
}

fn row(visit: &Visit, course: &Course) -> Row {
    let (language, w) = (visit.language, &visit.words().course);
    let (tone, text) = if course.is_retired {
        ("", w.retired)
    } else {
        ("g", w.given)
    };
    let retire = format!("/manage/courses/{}/retire", course.id);
    Row {
        name: name::of(language, &course.name).to_owned(),
        code: course.code.clone(),
        facility: name::of(language, &course.facility_name).to_owned(),
        length: when::length(language, i64::from(course.minutes)),
        standing: Chip {
            tone,
            text: text.to_owned(),
        },
        retire: (!course.is_retired).then(|| visit.href(&retire)),
    }
}
