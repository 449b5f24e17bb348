//! What both pages of a no-show are made of: what was recorded, what follows from it, one question.

use actix_web::http::StatusCode;
use askama::Template;

use crate::domain::booking::Decided;
use crate::domain::parameter::Parameter;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::domain::usage::no_show::{NoShow, Record, appeal_until};
use crate::web::answer::{self, Answer};
use crate::web::booking_facts;
use crate::web::frame;
use crate::web::links::Link;
use crate::web::parts::{Errors, Field, FormError, LinkedFact};
use crate::web::visit::Visit;
use crate::words::booking::state;
use crate::words::no_show as said;
use crate::words::{cancellation, name, when};

#[derive(Template)]
#[template(path = "usage/no_show.html")]
pub(super) struct Page {
    frame: frame::Frame,
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
    form: Option<Question>,
    back: String,
}

struct Question {
    label: &'static str,
    hint: &'static str,
    field: Field,
    required: &'static str,
    buttons: Vec<Button>,
}

/// One button, with the address that it sends the form to.
pub(super) struct Button {
    pub(super) class: &'static str,
    pub(super) action: String,
    pub(super) label: &'static str,
}

/// What is asked, and what can be done with the answer.
pub(super) struct Asked {
    pub(super) label: &'static str,
    pub(super) hint: &'static str,
    pub(super) buttons: Vec<Button>,
}

/// What differs between the manager's page and the applicant's.
pub(super) struct Frame {
    pub(super) heading: &'static str,
    pub(super) crumbs: Vec<Link>,
    /// What the form means, or why there is none.
    pub(super) note: &'static str,
    pub(super) asked: Option<Asked>,
    pub(super) back: String,
}

/// A refusal, answered with the page itself.
pub(super) fn refused(page: &Page) -> Answer {
    answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, page)
}

/// The page, with what was typed and what is wrong with it.
pub(super) fn page(
    visit: &Visit,
    record: &Record,
    made: Frame,
    (typed, wrong): (&str, Vec<Refusal>),
) -> Page {
    let words = visit.words();
    let booking = &record.standing.booking;
    let errors = Errors::of(visit.language, wrong);
    let number = booking.id.to_string();
    let resource = name::of(visit.language, &record.standing.resource.name);
    let mut crumbs = vec![Link::to(visit, "/", words.no_show.home)];
    crumbs.extend(made.crumbs);
    let question = |asked: Asked| Question {
        label: asked.label,
        hint: asked.hint,
        field: errors.field(Named::Reason, typed),
        required: words.booking.required,
        buttons: asked.buttons,
    };
    let form = made.asked.map(question);
    let summary = errors.summary();
    let body = Body {
        crumbs,
        heading: made.heading,
        title: format!("{resource} {number}"),
        errors_heading: state::errors_heading(visit.language, summary.len()),
        errors: summary,
        facts: facts(visit, record),
        note: made.note,
        csrf: visit.csrf(),
        form,
        back: made.back,
        number,
    };
    Page {
        frame: frame::Frame::of(visit),
        w: &words.no_show,
        page: body,
    }
}

/// The booking, what was recorded, and what follows or would follow from it.
fn facts(visit: &Visit, record: &Record) -> Vec<LinkedFact> {
    let (l, w) = (visit.language, &visit.words().no_show);
    let standing = &record.standing;
    let terms = standing
        .resource
        .on(standing.booking.span.start().day())
        .terms;
    let kept = record.kept.as_ref();
    let percent = kept.map_or_else(|| terms.count(Parameter::NoShowPercent), |one| one.percent);
    let limit = kept.map_or_else(
        || terms.count(Parameter::NoShowLimit),
        |one| one.mark.suspends_after,
    );
    let counted = record.marks.iter().filter(|mark| !mark.excused).count();
    let mut facts = booking_facts::place_and_time(visit, standing);
    facts.push(LinkedFact::plain(w.applicant, &standing.applicant.name));
    let excused = kept.is_some_and(|one| one.mark.excused);
    if !excused {
        facts.push(LinkedFact::plain(w.fee, cancellation::percent(l, percent)));
    }
    facts.push(LinkedFact::plain(w.count, said::times(l, counted, limit)));
    if let Some(kept) = kept {
        facts.extend(recorded(visit, kept, record));
    }
    facts
}

fn recorded(visit: &Visit, kept: &NoShow, record: &Record) -> Vec<LinkedFact> {
    let (l, w) = (visit.language, &visit.words().no_show);
    let until = kept.mark.suspends_until(&record.marks);
    let note = match kept.note.is_empty() {
        true => w.by_clock,
        false => &kept.note,
    };
    let moment = when::moment_with_year(l, kept.mark.at);
    let mut facts = vec![
        LinkedFact::plain(w.suspension, said::suspended(l, until)),
        LinkedFact::plain(w.marked_at, moment),
        LinkedFact::plain(w.note, note),
    ];
    match &kept.appeal {
        Some(appeal) => facts.push(LinkedFact::plain(w.appeal, &appeal.text)),
        None if kept.answer.is_none() => {
            let until = when::moment_with_year(l, appeal_until(kept));
            facts.push(LinkedFact::plain(w.appeal_until, until));
        }
        None => {}
    }
    let answer = |one: &Decided| {
        let reason = one.reason.as_deref().unwrap_or_default();
        format!("{reason}（{} {}）", one.by, when::moment(l, one.at))
    };
    let answered = kept.answer.as_ref().map(answer);
    facts.extend(answered.map(|text| LinkedFact::plain(w.answer, text)));
    facts
}
