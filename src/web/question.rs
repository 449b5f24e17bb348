//! One question about one booking, as a page: its facts, what a deed means, a text, and the buttons that
//! send it.

use actix_web::http::StatusCode;
use askama::Template;

use crate::domain::booking::Standing;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::web::answer::{self, Answer};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::parts::{Errors, Field, FormError, LinkedFact};
use crate::web::visit::Visit;
use crate::words::booking::{self as said, state};
use crate::words::name;

#[derive(Template)]
#[template(path = "booking/question.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    heading: &'static str,
    title: String,
    number: String,
    errors: Vec<FormError>,
    errors_heading: String,
    facts: Vec<LinkedFact>,
    note: &'static str,
    csrf: String,
    form: Option<Form>,
    back: Link,
}

struct Form {
    label: &'static str,
    hint: &'static str,
    field: Field,
    required: &'static str,
    buttons: Vec<Button>,
}

/// One button, with the address that it sends the form to.
pub struct Button {
    /// "" for the usual one, "q" for a quiet one, "d" for one that destroys.
    pub class: &'static str,
    pub action: String,
    pub label: &'static str,
}

/// What is asked, and what can be done with the answer.
pub struct Asked {
    pub label: &'static str,
    pub hint: &'static str,
    pub is_required: bool,
    pub buttons: Vec<Button>,
}

/// The question with all that stands around it.
pub struct Question {
    pub heading: &'static str,
    /// From the list to the booking; the home page comes before them.
    pub crumbs: Vec<Link>,
    pub facts: Vec<LinkedFact>,
    /// What the form means, or why there is none.
    pub note: &'static str,
    pub asked: Option<Asked>,
    pub back: Link,
}

impl Question {
    /// The page, with nothing typed yet.
    ///
    /// # Errors
    /// A fault of the template.
    pub fn shown(self, visit: &Visit, standing: &Standing) -> Answer {
        answer::page(&self.page(visit, standing, "", Vec::new()))
    }

    /// A refusal, answered with the page itself and what was typed.
    ///
    /// # Errors
    /// A fault of the template.
    pub fn refused(
        self,
        visit: &Visit,
        standing: &Standing,
        (typed, wrong): (&str, Vec<Refusal>),
    ) -> Answer {
        let page = self.page(visit, standing, typed, wrong);
        answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
    }

    fn page(self, visit: &Visit, standing: &Standing, typed: &str, wrong: Vec<Refusal>) -> Page {
        let w = &visit.words().booking;
        let errors = Errors::of(visit.language, wrong);
        let number = standing.booking.id.to_string();
        let resource = name::of(visit.language, &standing.resource.name);
        let mut crumbs = vec![Link::to(visit, "/", w.home)];
        crumbs.extend(self.crumbs);
        let form = self.asked.map(|asked| Form {
            label: asked.label,
            hint: asked.hint,
            field: errors.field(Named::Reason, typed),
            required: if asked.is_required { w.required } else { "" },
            buttons: asked.buttons,
        });
        let summary = errors.summary();
        let body = Body {
            crumbs,
            heading: self.heading,
            title: format!("{resource} {number}"),
            errors_heading: state::errors_heading(visit.language, summary.len()),
            errors: summary,
            facts: self.facts,
            note: self.note,
            csrf: visit.csrf(),
            form,
            back: self.back,
            number,
        };
        Page {
            frame: Frame::of(visit),
            w,
            page: body,
        }
    }
}
