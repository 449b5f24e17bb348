//! The request form as one page: shown empty, refused with everything kept, lost its slot, or to be mended.

use askama::Template;

use crate::domain::booking::{Scene, Wish};
use crate::domain::booking::{contest, home};
use crate::domain::counted::Counted;
use crate::domain::id::RuleId;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::use_field::UseField;
use crate::domain::rule::{Rule, in_force};
use crate::domain::time::{Span, write_local};
use crate::web::form::encode;
use crate::web::frame::Frame;
use crate::web::gates;
use crate::web::links::{self, Link};
use crate::web::parts::{Check, Errors, Fact, Field, FormError};
use crate::web::request_form::about::{About, Kept};
use crate::web::request_form::check;
use crate::web::request_form::consent::{Consent, consent};
use crate::web::request_form::instead::{Instead, instead};
use crate::web::request_form::offer::Offer;
use crate::web::request_form::series::{Section, section};
use crate::web::request_form::written::{Written, written};
use crate::web::training_offer;
use crate::web::visit::Visit;
use crate::words::booking::{self as said, state};
use crate::words::{counted as said_of, endorse, name, when};

/// The page.
#[derive(Template)]
#[template(path = "booking/new.html")]
pub struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

impl Page {
    fn of(visit: &Visit, page: Body) -> Self {
        Self {
            frame: Frame::of(visit),
            w: &visit.words().booking,
            page,
        }
    }
}

struct Body {
    heading: &'static str,
    send: &'static str,
    returned: Option<String>,
    /// What is said of a form that was put aside; none otherwise.
    kept: Option<&'static str>,
    /// None where a returned request is mended.
    keep: Option<&'static str>,
    crumbs: Vec<Link>,
    action: String,
    hidden: Vec<(String, String)>,
    errors: Vec<FormError>,
    errors_heading: String,
    instead: Instead,
    units: Field,
    /// What the field of units asks for, and how many there are; none where nothing is shared.
    counted: Option<(&'static str, String)>,
    series: Option<Section>,
    content: Written,
    training: Field,
    offer: training_offer::Offer,
    agree: Field,
    consent: Consent,
    summary: Vec<Fact>,
    change_href: String,
    checks_tone: &'static str,
    checks_heading: String,
    checks: Vec<Check>,
    /// To where the person responsible is named, while nobody is.
    name_responsible: Option<Link>,
    gates_heading: &'static str,
    gates: Vec<gates::Line>,
}

/// The page for this visit.
#[must_use]
pub fn page(visit: &Visit, mut about: About<'_>) -> Page {
    let w = &visit.words().booking;
    let (wish, slug) = (about.wish, &about.scene.resource.slug);
    let offer = Offer::of(&about.refusals);
    let instead = instead(visit, &about, &offer);
    let checks = check::checks(visit, &about, rule_of(&about));
    let gates = gates::of_wish(visit, &about);
    let name_responsible = name_responsible(visit, &about);
    let (checks_tone, checks_heading) = check::standing(visit, &checks, &gates);
    let consent = consent(visit, &about);
    let (units, is_new) = (
        about.scene.units(wish).to_string(),
        about.returned.is_none(),
    );
    let (heading, send, action) = purpose_of_form(visit, &about);
    let errors = Errors::of(visit.language, std::mem::take(&mut about.refusals));
    let written = written(visit, &about, &errors);
    let series = section(visit, (about.scene, wish), about.repeat.as_ref(), &errors);
    let page = Body {
        heading,
        send,
        crumbs: crumbs(visit, about.scene),
        action,
        hidden: hidden(visit, wish, slug, &about.id, &offer),
        errors_heading: state::errors_heading(visit.language, errors.summary().len()),
        errors: heading_errors(&errors, about.kept),
        instead,
        units: errors.field(Named::Use(UseField::Units), units),
        counted: counted(visit, about.scene).filter(|_| is_new),
        series: series.filter(|_| is_new),
        content: written,
        training: errors.field(Named::Training, ""),
        offer: about.training,
        agree: errors.field(Named::Agree, ids(&wish.agree)),
        consent,
        summary: summary(visit, about.scene, wish.span()),
        change_href: visit.href(&change(slug, wish)),
        checks_tone,
        checks_heading: checks_heading.to_owned(),
        checks,
        name_responsible,
        gates_heading: w.gates_later,
        gates,
        returned: about.returned,
        kept: kept(w, about.kept),
        keep: is_new.then_some(w.keep),
    };
    Page::of(visit, page)
}

/// What went wrong, on top of the page; nothing did where a draft is opened.
fn heading_errors(errors: &Errors, kept: Option<Kept>) -> Vec<FormError> {
    match kept {
        Some(_) => Vec::new(),
        None => errors.summary(),
    }
}

/// What is said of a form that was put aside.
fn kept(w: &said::Words, kept: Option<Kept>) -> Option<&'static str> {
    kept.map(|kept| match kept {
        Kept::JustNow => w.kept_now,
        Kept::Before => w.kept_before,
    })
}

fn ids(agreed: &[RuleId]) -> String {
    let ids: Vec<String> = agreed.iter().map(ToString::to_string).collect();
    ids.join(",")
}

fn crumbs(visit: &Visit, scene: &Scene) -> Vec<Link> {
    let resource = &scene.resource;
    let path = links::resource(&resource.slug);
    vec![
        Link::to(visit, "/", visit.words().booking.home),
        Link::to(visit, &path, name::of(visit.language, &resource.name)),
    ]
}

/// What the field of units asks for, and how many there are; none where nothing is shared.
#[must_use]
pub(in crate::web) fn counted(visit: &Visit, scene: &Scene) -> Option<(&'static str, String)> {
    let (language, resource) = (visit.language, &scene.resource);
    let counted = Counted::of(&resource.category);
    let all = said_of::in_all(language, counted, resource.capacity);
    (resource.capacity > 1).then(|| (said_of::label(language, counted), all))
}

/// Heading, button and address: a new request, or a returned one to be mended.
fn purpose_of_form(visit: &Visit, about: &About<'_>) -> (&'static str, &'static str, String) {
    let w = &visit.words().booking;
    if about.returned.is_some() {
        let action = visit.href(&format!("/requests/{}/edit", about.id));
        return (w.correct_heading, w.resend, action);
    }
    (w.request_heading, w.send, visit.href("/requests"))
}

/// The rule in force on the wished day.
fn rule_of<'a>(about: &About<'a>) -> Option<&'a Rule> {
    in_force(&about.scene.rules, about.wish.span()?.start().day())
}

/// Where another time is chosen: the resource's page at the wished one.
fn change(slug: &str, wish: &Wish) -> String {
    let path = links::resource(slug);
    match (wish.start, wish.minutes) {
        (Some(start), Some(minutes)) => {
            let units = links::units(wish.units.unwrap_or(1));
            let start = encode(&write_local(start));
            format!("{path}?start={start}&len={minutes}{units}")
        }
        _ => path,
    }
}

fn hidden(
    visit: &Visit,
    wish: &Wish,
    slug: &str,
    id: &str,
    offer: &Offer,
) -> Vec<(String, String)> {
    // the times that are offered may be of another length than the one wished
    let minutes = match offer {
        Offer::Starts(slots) => slots.first().map(Span::minutes),
        Offer::Lengths(_) | Offer::Parts(_) | Offer::Nothing => wish.minutes,
    };
    let minutes = minutes.map(|minutes| minutes.to_string());
    let start = wish.start.map(write_local).unwrap_or_default();
    let mut hidden = vec![
        ("csrf", visit.csrf()),
        ("id", id.to_owned()),
        ("resource", slug.to_owned()),
    ];
    if !matches!(offer, Offer::Lengths(_)) {
        hidden.push(("len", minutes.unwrap_or_default()));
    }
    if !matches!(offer, Offer::Starts(_)) {
        hidden.push(("start", start));
    }
    hidden
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

fn name_responsible(visit: &Visit, about: &About<'_>) -> Option<Link> {
    let span = about.wish.span()?;
    home::missing(about.scene, &span)?;
    let label = endorse::of(visit.language).name_link;
    Some(Link::to(visit, "/my/profile", label))
}

fn summary(visit: &Visit, scene: &Scene, span: Option<Span>) -> Vec<Fact> {
    let w = &visit.words().booking;
    let language = visit.language;
    let resource = &scene.resource;
    let place = format!(
        "{} {}",
        name::of(language, &resource.institution_name),
        name::of(language, &resource.facility_name)
    );
    let mut facts = vec![
        Fact::new(w.resource, name::of(language, &resource.name)),
        Fact::new(w.facility, place),
    ];
    facts.extend(span.map(|span| Fact::new(w.when, when::span_with_year(language, &span))));
    let chosen = span.filter(|span| contest::competes_for(scene, span));
    facts.extend(chosen.map(|_| Fact::new(visit.words().contest.rule, visit.words().contest.next)));
    if let Some(person) = visit.actor.person() {
        let home = name::of(language, &scene.applicant_institution);
        facts.push(Fact::new(w.applicant, format!("{}（{home}）", person.name)));
    }
    facts
}
