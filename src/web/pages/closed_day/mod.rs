//! A facility's closed days: those to come, the bookings that fall on them, and a form to add some.

mod facts;

use actix_web::http::StatusCode;
use askama::Template;

use crate::acts;
use crate::domain::closed_day::NewDays;
use crate::domain::halt::Halt;
use crate::domain::id::FacilityId;
use crate::domain::name::Name;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::calendar_field::CalendarField;
use crate::domain::refusal::field::Field as Named;
use crate::domain::time::parse_day;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::pages::closed_day::facts::{Facts, Group};
use crate::web::parts::{Choice, Errors, Field, FormError, PageLink};
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::tab::Part;
use crate::words::{closed_day as said, name};

const PATH: &str = "/manage/closed-days";

#[derive(Template)]
#[template(path = "closed_day/index.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    tabs: Vec<PageLink>,
    tabs_label: String,
    csrf: String,
    action: String,
    done: Option<&'static str>,
    errors: Vec<FormError>,
    errors_heading: String,
    groups: Vec<Group>,
    facility: Field,
    facilities: Vec<Choice>,
    day: Field,
    until: Field,
    day_ja: Field,
    day_en: Field,
    first: String,
    last: String,
}

/// `GET /manage/closed-days?done=`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let w = &visit.words().closed_day;
    let done = match query.raw("done") {
        "closed" => Some(w.closed),
        "opened" => Some(w.opened),
        _ => None,
    };
    page(&visit, done, &Form::default(), Vec::new()).await
}

/// `POST /manage/closed-days`: closes days or, with `step=open`, takes one back.
///
/// # Errors
/// A day that is not closed, a facility of others, or a fault; what is wrong with the form is the page itself.
pub async fn change(visit: Visit, form: Form) -> Answer {
    let (deed, done) = match form.raw("step") {
        "open" => (open(&visit, &form).await, "opened"),
        _ => (close(&visit, &form).await, "closed"),
    };
    match deed {
        Ok(()) => answer::see(&visit.href(&format!("{PATH}?done={done}"))),
        Err(Halt::Refused(refusals)) => page(&visit, None, &form, refusals).await,
        // the days of others' facilities are nobody else's business
        Err(Halt::NotAllowed) => Err(Stop(Halt::Absent)),
        Err(halt) => Err(Stop(halt)),
    }
}

async fn close(visit: &Visit, form: &Form) -> Result<(), Halt> {
    let mine = visit.actor.managed_facilities();
    let only = (mine.len() == 1).then(|| mine.first().copied()).flatten();
    let new = NewDays {
        facility: form.parse::<FacilityId>("facility").or(only),
        from: parse_day(form.raw("day").trim()),
        until: parse_day(form.raw("until").trim()),
        name: Name {
            ja: form.line("day_ja"),
            en: form.line("day_en"),
        },
    };
    let unread = !form.raw("until").trim().is_empty() && new.until.is_none();
    if unread {
        let field = Named::UntilDay;
        let wrong = crate::domain::refusal::Wrong::Malformed { field };
        return Err(Halt::because(Refusal::of(wrong)));
    }
    let by = visit.actor.clone();
    let deed = visit.db().act(by, move |tx, by| {
        acts::closed_day::close(tx, by, &new).map(|done| done.map(drop))
    });
    deed.await
}

async fn open(visit: &Visit, form: &Form) -> Result<(), Halt> {
    let facility: FacilityId = form.parse("facility").ok_or(Halt::Absent)?;
    let day = parse_day(form.raw("day")).ok_or(Halt::Absent)?;
    let by = visit.actor.clone();
    let deed = visit.db().act(by, move |tx, by| {
        acts::closed_day::open(tx, by, facility, day).map(|done| done.map(drop))
    });
    deed.await
}

async fn page(
    visit: &Visit,
    done: Option<&'static str>,
    form: &Form,
    refusals: Vec<Refusal>,
) -> Answer {
    let facts = facts::gather(visit).await?;
    let language = visit.language;
    let w = &visit.words().closed_day;
    let count = refusals.len();
    let told = Errors::of(language, refusals);
    let typed = |field: Named| told.field(field, form.raw(field.code()));
    let today = visit.actor.at.day();
    let body = Body {
        crumbs: vec![Link::to(visit, "/", w.home)],
        tabs: tab::tabs(visit, Part::Manage),
        tabs_label: tab::label(visit, Part::Manage),
        csrf: visit.csrf(),
        action: visit.href(PATH),
        done,
        errors: told.summary(),
        errors_heading: errors_heading(language, count),
        groups: facts.groups(visit),
        facility: typed(Named::Facility),
        facilities: facilities(visit, &facts, form.raw("facility")),
        day: typed(Named::Calendar(CalendarField::Day)),
        until: typed(Named::UntilDay),
        day_ja: typed(Named::Calendar(CalendarField::NameJa)),
        day_en: typed(Named::Calendar(CalendarField::NameEn)),
        first: today.to_string(),
        last: facts::furthest(today).to_string(),
    };
    let status = if count == 0 {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let template = Page {
        frame: Frame::of(visit),
        w,
        page: body,
    };
    answer::page_with(status, &template)
}

/// Whoever manages one facility has nothing to choose.
fn facilities(visit: &Visit, facts: &Facts, chosen: &str) -> Vec<Choice> {
    if facts.units.len() < 2 {
        return Vec::new();
    }
    let one = |unit: &crate::store::closed_day::Unit| Choice {
        value: unit.id.to_string(),
        label: name::of(visit.language, &unit.name).to_owned(),
        hint: None,
        chosen: unit.id.to_string() == chosen,
    };
    facts.units.iter().map(one).collect()
}
