//! The officer's table of equivalences: the lines of one's institutions, published and taken back here.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use chrono::NaiveDate;

use crate::acts;
use crate::domain::actor::Role;
use crate::domain::equivalence::Line;
use crate::domain::gate::Gate;
use crate::domain::halt::Halt;
use crate::domain::id::{CourseId, EquivalenceId, InstitutionId};
use crate::domain::name::Name;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::parse_day;
use crate::secret::chance;
use crate::store::catalogue::institution;
use crate::store::course;
use crate::store::equivalence::{self, Published};
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::pages::equivalence::choices::{
    Known, by_institution, courses, gates, institutions,
};
use crate::web::pages::equivalence::line::{self, row};
use crate::web::paging::{Pages, Turn};
use crate::web::parts::{Choice, Errors, Field, FormError, PageLink};
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::equivalence as said;
use crate::words::tab::Part;

/// Lines on one page.
const SHOWN: i64 = 50;

#[derive(Template)]
#[template(path = "equivalence/officer.html")]
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
    public: Link,
    action: String,
    /// One: no choice is shown.
    institutions: Vec<Choice>,
    gate: Field,
    gates: Vec<Choice>,
    course: Field,
    courses: Vec<Choice>,
    issuer: Field,
    issuers: Vec<Choice>,
    issuer_course: Field,
    /// By institution.
    issuer_courses: Vec<(String, Vec<Choice>)>,
    months: Field,
    ends_on: Field,
    note: Field,
    note_en: Field,
}

struct Row {
    line: line::Row,
    ended: bool,
    revoke: String,
}

/// What was typed, and what is wrong with it.
#[derive(Default)]
struct Typed {
    form: Form,
    refusals: Vec<Refusal>,
}

/// `GET /institution/equivalences?page=&done=`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    page(&visit, &query, Typed::default()).await
}

/// `POST /institution/equivalences`
///
/// # Errors
/// An institution of others, or a fault; a refusal is answered with the page itself.
pub async fn publish(visit: Visit, form: Form) -> Answer {
    let institution: InstitutionId = form.parse("institution").ok_or(Halt::Absent)?;
    let id = EquivalenceId::new(chance::id(visit.actor.at));
    let line = read(&form, id, institution);
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::equivalence::publish(tx, by, &line)
    });
    match deed.await {
        Ok(_) => answer::see(&visit.href("/institution/equivalences?done=published")),
        Err(Halt::Refused(refusals)) => {
            let refusals = unchosen(&form, refusals);
            page(&visit, &Form::default(), Typed { form, refusals }).await
        }
        Err(halt) => Err(Stop(halt)),
    }
}

/// `POST /institution/equivalences/{id}/revoke`
///
/// # Errors
/// A line of others, or a fault.
pub async fn revoke(visit: Visit, id: Path<String>) -> Answer {
    let id: EquivalenceId = id.parse().map_err(|_| Halt::Absent)?;
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::equivalence::revoke(tx, by, id)
    });
    deed.await?;
    answer::see(&visit.href("/institution/equivalences?done=revoked"))
}

/// A line as typed. What can't be read becomes what the decision refuses: a gate that is not portable,
/// too many months, a day that has passed, a course of nobody.
fn read(form: &Form, id: EquivalenceId, institution: InstitutionId) -> Line {
    let typed = |name: &str| !form.line(name).is_empty();
    let months = match form.line("months").as_str() {
        "" => 0,
        text => text.parse().unwrap_or(u32::MAX),
    };
    let ends_on =
        typed("ends_on").then(|| parse_day(&form.line("ends_on")).unwrap_or(NaiveDate::MIN));
    let unknown = i64::MAX;
    let chosen = |name: &str| typed(name).then(|| form.parse(name));
    Line {
        id,
        institution,
        gate: Gate::from_code(form.raw("gate")).unwrap_or(Gate::RuleConsent),
        course: chosen("course").map(|id| id.unwrap_or(CourseId::new(unknown))),
        issuer: typed("issuer")
            .then(|| form.parse("issuer").unwrap_or(InstitutionId::new(unknown))),
        issuer_course: chosen("issuer_course").map(|id| id.unwrap_or(CourseId::new(unknown))),
        most_months: months,
        note: Name {
            ja: form.lines("note"),
            en: form.lines("note_en"),
        },
        ends_on,
    }
}

/// The same reasons; a kind that was not chosen is missing, not wrong.
fn unchosen(form: &Form, mut refusals: Vec<Refusal>) -> Vec<Refusal> {
    let field = Named::Gate;
    for one in &mut refusals {
        if form.raw("gate").is_empty() && one.field() == Some(field) {
            one.wrong = Wrong::Missing { field };
        }
    }
    refusals
}

/// The institutions that the visitor speaks for.
fn own(visit: &Visit) -> Vec<InstitutionId> {
    let roles = visit
        .actor
        .person()
        .map(|person| person.roles.as_slice())
        .unwrap_or_default();
    roles
        .iter()
        .filter_map(|role| match role {
            Role::InstitutionOfficer(id) => Some(*id),
            _ => None,
        })
        .collect()
}

async fn page(visit: &Visit, asked: &Form, typed: Typed) -> Answer {
    let (mine, turn) = (own(visit), Turn::of(asked, SHOWN));
    let look = visit.db().read(move |conn| {
        let known = Known {
            courses: course::given(conn)?,
            institutions: institution::all(conn)?,
        };
        Ok((equivalence::listed(conn, &mine, None, turn.rows())?, known))
    });
    let (mut lines, known) = look.await?;
    let address = |number| visit.href(&format!("/institution/equivalences?page={number}"));
    let pages = turn.cut(&mut lines, address);
    let status = if typed.refusals.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let body = Body {
        done: said::done(visit.language, asked.raw("done")),
        rows: lines.iter().map(|one| listed(visit, one)).collect(),
        pages,
        ..body(visit, &known, typed)
    };
    let template = Page {
        frame: Frame::of(visit),
        w: &visit.words().equivalence,
        page: body,
    };
    answer::page_with(status, &template)
}

fn listed(visit: &Visit, one: &Published) -> Row {
    let today = visit.actor.at.day();
    let path = format!("/institution/equivalences/{}/revoke", one.line.id);
    Row {
        line: row(visit, one),
        ended: one.line.ends_on.is_some_and(|last| last < today),
        revoke: visit.href(&path),
    }
}

/// Everything but the rows.
fn body(visit: &Visit, known: &Known, typed: Typed) -> Body {
    let w = &visit.words().equivalence;
    let (form, mine) = (&typed.form, own(visit));
    let errors = Errors::of(visit.language, typed.refusals);
    Body {
        crumbs: vec![Link::to(visit, "/", w.home)],
        tabs: tab::tabs(visit, Part::Institution),
        tabs_label: tab::label(visit, Part::Institution),
        done: "",
        csrf: visit.csrf(),
        errors_heading: errors_heading(visit.language, errors.summary().len()),
        errors: errors.summary(),
        rows: Vec::new(),
        pages: Pages::default(),
        public: Link::to(visit, "/equivalences", w.see_public),
        action: visit.href("/institution/equivalences"),
        institutions: institutions(visit, known, form.raw("institution"), |id| {
            mine.contains(&id)
        }),
        gate: errors.field(Named::Gate, ""),
        gates: gates(visit, form.raw("gate")),
        course: errors.field(Named::Course, ""),
        courses: courses(visit, known, form.raw("course"), |course| {
            mine.contains(&course.institution)
        }),
        issuer: errors.field(Named::Issuer, ""),
        issuers: institutions(visit, known, form.raw("issuer"), |id| !mine.contains(&id)),
        issuer_course: errors.field(Named::IssuerCourse, ""),
        issuer_courses: by_institution(visit, known, form.raw("issuer_course"), &mine),
        months: errors.field(Named::Months, form.line("months")),
        ends_on: errors.field(Named::EndsOn, form.line("ends_on")),
        note: errors.field(Named::Note, form.lines("note")),
        note_en: Field {
            value: form.lines("note_en"),
            error: None,
        },
    }
}
