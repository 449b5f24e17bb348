//! The calendar of holidays: a year of it, the official list with what it changes, corrections by hand.

mod facts;
mod preview;

use actix_web::http::StatusCode;
use askama::Template;

use crate::acts;
use crate::domain::calendar::list::YEARS;
use crate::domain::halt::Halt;
use crate::domain::holiday::{NewCorrection, Standing};
use crate::domain::name::Name;
use crate::domain::refusal::calendar_field::CalendarField;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::parse_day;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::pages::holiday::facts::{Facts, Kept, Row};
use crate::web::pages::holiday::preview::Preview;
use crate::web::parts::{Choice, Errors, Field, FormError, PageLink};
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::holiday as said;

/// Most problems of a list that are shown at once.
const PROBLEMS: usize = 50;
const PATH: &str = "/admin/holidays";

#[derive(Template)]
#[template(path = "holiday/index.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    csrf: String,
    action: String,
    done: Option<&'static str>,
    errors: Vec<FormError>,
    errors_heading: String,
    year: i32,
    year_heading: String,
    years: Vec<PageLink>,
    rows: Vec<Row>,
    list: Field,
    preview: Option<Preview>,
    listed: Vec<Kept>,
    corrections: Vec<Kept>,
    day: Field,
    standing: Field,
    standings: Vec<Choice>,
    day_ja: Field,
    day_en: Field,
}

/// What came with the visit: the year to show, what was typed, what is wrong with it.
#[derive(Default)]
struct Asked {
    year: Option<i32>,
    done: Option<&'static str>,
    form: Form,
    refusals: Vec<Refusal>,
    wants_preview: bool,
}

/// `GET /admin/holidays?year=&done=`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let w = &visit.words().holiday;
    let done = match query.raw("done") {
        "kept" => Some(w.kept),
        "forgotten" => Some(w.forgotten),
        "corrected" => Some(w.corrected),
        "restored" => Some(w.restored),
        _ => None,
    };
    let asked = Asked {
        year: query.parse("year"),
        done,
        ..Asked::default()
    };
    page(&visit, asked).await
}

/// `POST /admin/holidays`: what `step` says. A list is kept, forgotten, or only compared; a day is
/// corrected by hand, or the correction taken back.
///
/// # Errors
/// There is nothing to take back, or a fault; what is wrong with the form is the page itself.
pub async fn change(visit: Visit, form: Form) -> Answer {
    let by = visit.actor.clone();
    let (deed, done) = match form.raw("step") {
        "keep" => {
            let text = form.raw("list").to_owned();
            let deed = visit.db().act(by, move |tx, by| {
                acts::holiday::import(tx, by, &text).map(|done| done.map(drop))
            });
            (deed.await, "kept")
        }
        "forget" => {
            let year = form.parse("year").ok_or(Stop(Halt::Absent))?;
            let deed = visit.db().act(by, move |tx, by| {
                acts::holiday::forget(tx, by, year).map(|done| done.map(drop))
            });
            (deed.await, "forgotten")
        }
        "correct" => (correct(&visit, &form).await, "corrected"),
        "restore" => {
            let day = parse_day(form.raw("day")).ok_or(Stop(Halt::Absent))?;
            let deed = visit.db().act(by, move |tx, by| {
                acts::holiday::restore(tx, by, day).map(|done| done.map(drop))
            });
            (deed.await, "restored")
        }
        _ => {
            let asked = Asked {
                wants_preview: true,
                form,
                ..Asked::default()
            };
            return page(&visit, asked).await;
        }
    };
    conclude(&visit, form, deed, done).await
}

async fn correct(visit: &Visit, form: &Form) -> Result<(), Halt> {
    let new = NewCorrection {
        day: parse_day(form.raw("day").trim()),
        standing: Standing::from_code(form.raw("standing")),
        name: Name {
            ja: form.line("day_ja"),
            en: form.line("day_en"),
        },
    };
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::holiday::correct(tx, by, &new).map(|done| done.map(drop))
    });
    deed.await
}

/// Done: 303 to the year that was shown. Refused: the page with everything typed.
async fn conclude(
    visit: &Visit,
    form: Form,
    result: Result<(), Halt>,
    done: &'static str,
) -> Answer {
    match result {
        Ok(()) => {
            let year = form
                .parse::<i32>("shown")
                .map_or_else(String::new, |year| format!("&year={year}"));
            answer::see(&visit.href(&format!("{PATH}?done={done}{year}")))
        }
        Err(Halt::Refused(refusals)) => {
            let asked = Asked {
                refusals,
                form,
                ..Asked::default()
            };
            page(visit, asked).await
        }
        Err(halt) => Err(Stop(halt)),
    }
}

async fn page(visit: &Visit, mut asked: Asked) -> Answer {
    let facts = facts::gather(visit).await?;
    let preview = if asked.wants_preview {
        match preview::of(visit, &facts, asked.form.raw("list")) {
            Ok(preview) => Some(preview),
            Err(refusals) => {
                asked.refusals = refusals;
                None
            }
        }
    } else {
        None
    };
    let status = if asked.refusals.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let template = Page {
        frame: Frame::of(visit),
        w: &visit.words().holiday,
        page: body(visit, &facts, &asked, preview),
    };
    answer::page_with(status, &template)
}

fn body(visit: &Visit, facts: &Facts, asked: &Asked, preview: Option<Preview>) -> Body {
    let (language, w, form) = (visit.language, &visit.words().holiday, &asked.form);
    let now = facts.today;
    let year = asked.year.or_else(|| form.parse("shown")).unwrap_or(now);
    let year = year.clamp(*YEARS.start(), *YEARS.end());
    let count = asked.refusals.len();
    let shown = asked.refusals.iter().take(PROBLEMS).cloned().collect();
    let told = Errors::of(language, shown);
    let typed = |field: Named| told.field(field, form.raw(field.code()));
    let mut errors = told.summary();
    if count > PROBLEMS {
        errors.push(FormError {
            id: Named::Calendar(CalendarField::List).code().to_owned(),
            text: said::more_problems(language, count - PROBLEMS),
        });
    }
    let is_list = |one: &Refusal| matches!(one.wrong, Wrong::Calendar(bar) if bar.field() == Named::Calendar(CalendarField::List));
    Body {
        crumbs: vec![Link::to(visit, "/", w.home)],
        csrf: visit.csrf(),
        action: visit.href(PATH),
        done: asked.done,
        errors_heading: errors_heading(language, count),
        errors,
        year,
        year_heading: said::year_heading(language, year),
        years: facts::years(visit, year),
        rows: facts.rows(visit, year),
        list: Field {
            value: form.raw("list").to_owned(),
            error: asked
                .refusals
                .iter()
                .any(is_list)
                .then(|| w.list_wrong.to_owned()),
        },
        preview,
        listed: facts.listed(visit),
        corrections: facts.corrections(visit),
        day: typed(Named::Calendar(CalendarField::Day)),
        standing: typed(Named::Calendar(CalendarField::Standing)),
        standings: standings(visit, form.raw("standing")),
        day_ja: typed(Named::Calendar(CalendarField::NameJa)),
        day_en: typed(Named::Calendar(CalendarField::NameEn)),
    }
}

fn standings(visit: &Visit, chosen: &str) -> Vec<Choice> {
    Standing::ALL
        .iter()
        .map(|one| Choice {
            value: one.code().to_owned(),
            label: said::standing(visit.language, *one).to_owned(),
            hint: None,
            chosen: one.code() == chosen,
        })
        .collect()
}
