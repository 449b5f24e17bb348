//! What the page of a use shows: what can be done now, what is due by when, what was entered.

use askama::Template;

use crate::domain::booking::life::{Deed, leads};
use crate::domain::booking::{Standing, State};
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::domain::language::Language;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::value::Value;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::{Field as Named, UseField};
use crate::domain::time::{Span, write_local};
use crate::domain::usage::due::due;
use crate::store::booking::gather;
use crate::store::usage::{self, Kept};
use crate::web::answer::Stop;
use crate::web::booking_facts;
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::parts::{Chip, Errors, Field, FormError, LinkedFact};
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::{name, usage as said, when};

#[derive(Template)]
#[template(path = "usage/show.html")]
pub(super) struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    title: String,
    status: Chip,
    errors: Vec<FormError>,
    errors_heading: String,
    csrf: String,
    check_in: Option<String>,
    check_out: Option<String>,
    facts: Vec<LinkedFact>,
    log: Option<LogForm>,
    report: Option<ReportForm>,
    thanks: Option<String>,
}

struct LogForm {
    action: String,
    heading: &'static str,
    fields: [Field; 5],
}

struct ReportForm {
    action: String,
    fields: [Field; 3],
}

/// The page of a booking's use.
pub(super) fn path(id: BookingId) -> String {
    format!("{}/use", links::request(id))
}

/// A booking and what is known of its use.
pub(super) struct Shown {
    standing: Standing,
    kept: Kept,
}

/// What the page shows, for the user and the facility's managers.
///
/// # Errors
/// Not theirs, or a fault.
pub(super) async fn shown(visit: &Visit, no: &str) -> Result<Shown, Stop> {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let (actor, user) = (visit.actor.clone(), visit.person()?.id);
    let look = visit.db().read(move |conn| {
        let standing = gather::view(conn, id, actor.at)?;
        let is_theirs = standing.booking.user == user || actor.manages(standing.resource.facility);
        // before it is settled there is nothing to record
        if !is_theirs || !standing.booking.state.is_settled() {
            return Err(Halt::Absent);
        }
        let kept = usage::of(conn, id)?;
        Ok(Shown { standing, kept })
    });
    Ok(look.await?)
}

impl Shown {
    /// The page, with what was typed and what is wrong with it.
    pub(super) fn page(&self, visit: &Visit, form: Option<&Form>, wrong: Vec<Refusal>) -> Page {
        let w = &visit.words().usage;
        let booking = &self.standing.booking;
        let resource = name::of(visit.language, &self.standing.resource.name);
        let count = wrong.len();
        let told = Errors::of(visit.language, wrong);
        let action = |verb: &str| visit.href(&format!("{}/{verb}", links::request(booking.id)));
        let may = |deed| leads(booking.state, deed).is_some();
        let is_mine = visit
            .actor
            .person()
            .is_some_and(|one| one.id == booking.user);
        let (back, label) = match is_mine {
            true => (links::request(booking.id), w.requests),
            false => (links::decision(booking.id), w.desk_heading),
        };
        let list = if is_mine {
            "/my/requests"
        } else {
            "/manage/usage"
        };
        let number = booking.id.to_string();
        let body = Body {
            crumbs: vec![
                Link::to(visit, "/", w.home),
                Link::to(visit, list, label),
                Link::to(visit, &back, number),
            ],
            title: format!("{}（{resource}）", w.heading),
            status: booking_facts::chip(visit, &self.standing),
            errors: told.summary(),
            errors_heading: errors_heading(visit.language, count),
            csrf: visit.csrf(),
            check_in: may(Deed::CheckIn).then(|| action("check-in")),
            check_out: (booking.state == State::InUse).then(|| action("check-out")),
            facts: self.facts(visit),
            log: may(Deed::Log).then(|| self.log_form(&told, form, action("use"), w)),
            report: (booking.state == State::Reported).then(|| ReportForm {
                action: action("result"),
                fields: [UseField::Title, UseField::Summary, UseField::Doi]
                    .map(|one| typed(&told, form, one, String::new())),
            }),
            thanks: self.thanks(visit.language),
        };
        Page {
            frame: Frame::of(visit),
            w,
            page: body,
        }
    }

    /// The log as it stands, or as the clock knows it.
    fn log_form(
        &self,
        told: &Errors,
        form: Option<&Form>,
        action: String,
        w: &'static said::Words,
    ) -> LogForm {
        let span = self.standing.booking.span;
        let log = self.kept.log.as_ref().map(|entered| &entered.what);
        let from = self.kept.used.from.unwrap_or(span.start());
        let until = self.kept.used.until.unwrap_or(span.end());
        let text = |of: fn(&crate::domain::usage::Log) -> String| log.map(of).unwrap_or_default();
        LogForm {
            action,
            heading: if log.is_some() {
                w.log_again
            } else {
                w.log_heading
            },
            fields: [
                typed(told, form, UseField::From, write_local(from)),
                typed(told, form, UseField::Until, write_local(until)),
                typed(
                    told,
                    form,
                    UseField::Samples,
                    text(|log| log.samples.to_string()),
                ),
                typed(told, form, UseField::Note, text(|log| log.note.clone())),
                typed(
                    told,
                    form,
                    UseField::Incident,
                    text(|log| log.incident.clone()),
                ),
            ],
        }
    }

    fn facts(&self, visit: &Visit) -> Vec<LinkedFact> {
        let (l, w) = (visit.language, &visit.words().usage);
        let due = due(&self.standing);
        let mut facts = vec![LinkedFact::plain(
            w.booked,
            when::span_with_year(l, &self.standing.booking.span),
        )];
        let used = self.kept.used;
        match used
            .from
            .zip(used.until)
            .and_then(|(from, until)| Span::new(from, until))
        {
            Some(span) => {
                let length = said::length(l, &when::length(l, span.minutes()));
                let heading = format!("{} – {}", w.used_from, w.used_until);
                let text = format!("{}{length}", when::span_with_year(l, &span));
                facts.push(LinkedFact::plain(&heading, text));
            }
            None => facts.extend(
                used.from
                    .map(|at| LinkedFact::plain(w.used_from, when::moment_with_year(l, at))),
            ),
        }
        if let Some(log) = &self.kept.log {
            let by = format!("{} {}", log.by, when::moment(l, log.at));
            facts.push(LinkedFact::plain(w.samples, log.what.samples.to_string()));
            facts.push(LinkedFact::plain(w.note, &log.what.note));
            facts.push(LinkedFact::plain(w.incident, &log.what.incident));
            facts.push(LinkedFact::plain(w.entered_by, by));
        } else {
            facts.push(LinkedFact::plain(
                w.log_due,
                when::day_with_year(l, due.log),
            ));
        }
        match &self.kept.report {
            Some(report) => {
                facts.push(LinkedFact::plain(w.title, &report.what.title));
                facts.push(LinkedFact::plain(w.summary, &report.what.summary));
                facts.push(LinkedFact::plain(w.doi, &report.what.doi));
            }
            None => {
                let day = when::day_with_year(l, due.report);
                facts.push(LinkedFact::plain(w.report_due, day));
            }
        }
        facts.retain(|fact| !fact.value.is_empty());
        facts
    }

    /// 謝辞文例 of the facility's rule.
    fn thanks(&self, language: Language) -> Option<String> {
        let parameter = match language {
            Language::Ja => Parameter::AcknowledgementJa,
            Language::En => Parameter::AcknowledgementEn,
        };
        let day = self.standing.booking.span.start().day();
        match &self.standing.resource.on(day).terms.term(parameter).value {
            Value::Text(text) if !text.is_empty() => Some(text.clone()),
            _ => None,
        }
    }
}

/// A field as it was typed, or else as it stands.
fn typed(told: &Errors, form: Option<&Form>, field: UseField, stands: String) -> Field {
    // the form of the other report does not have this field
    let came = form.filter(|form| form.iter().any(|(name, _)| name == field.code()));
    let value = came.map_or(stands, |form| form.raw(field.code()).to_owned());
    told.field(Named::Use(field), value)
}
