//! Registering.

pub mod verify;

use actix_web::http::StatusCode;
use askama::Template;

use crate::acts::user as accounts;
use crate::domain::halt::Halt;
use crate::domain::id::InstitutionId;
use crate::domain::language::Language;
use crate::domain::position::PositionClass;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::domain::user::Registration;
use crate::store;
use crate::store::user::Affiliation;
use crate::web::address;
use crate::web::answer::{self, Answer, Stop};
use crate::web::choices;
use crate::web::form::{Form, Query, encode};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::parts::{Choice, Errors, Field, FormError};
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::name;
use crate::words::user as said;

#[derive(Template)]
#[template(path = "user/new.html")]
struct New {
    frame: Frame,
    w: &'static said::Words,
    page: NewBody,
}

struct NewBody {
    crumbs: Vec<Link>,
    action: String,
    hidden: Vec<(String, String)>,
    errors: Vec<FormError>,
    errors_heading: String,
    kept: Option<&'static str>,
    name: Field,
    email: Field,
    institution: Field,
    /// In-house first.
    institutions: Vec<(&'static str, Vec<Choice>)>,
    position: Field,
    position_class: Field,
    position_classes: Vec<Choice>,
    phone: Field,
    language: Field,
    languages: Vec<Choice>,
    password: Field,
    terms_href: String,
    privacy_href: String,
    signin_href: String,
}

#[derive(Template)]
#[template(path = "user/sent.html")]
struct Sent {
    frame: Frame,
    w: &'static said::Words,
    back: Option<String>,
    letters_href: Option<String>,
}

/// `GET /register?next=`
///
/// # Errors
/// A fault.
pub async fn new(visit: Visit, Query(query): Query) -> Answer {
    let typed = Registration {
        language: visit.language,
        ..Registration::default()
    };
    form_again(&visit, &query, &typed, Vec::new()).await
}

/// `POST /register`
///
/// # Errors
/// A fault.
pub async fn create(visit: Visit, form: Form) -> Answer {
    let typed = read(&form);
    let registered = accounts::register(
        visit.db(),
        &visit.house.hasher,
        &visit.actor,
        typed.clone(),
        form.raw("password"),
    )
    .await;
    match registered {
        Ok(()) => {
            let next = address::back(form.raw("next"));
            let query = next.map_or_else(String::new, |next| format!("?next={}", encode(&next)));
            answer::see(&visit.href(&format!("/register/sent{query}")))
        }
        Err(Halt::Refused(refusals)) => form_again(&visit, &form, &typed, refusals).await,
        Err(halt) => Err(Stop(halt)),
    }
}

fn read(form: &Form) -> Registration {
    Registration {
        name: form.line("name"),
        email: form.line("email"),
        institution: form.parse("institution"),
        position: form.line("position"),
        position_class: PositionClass::from_code(form.raw("position_class")),
        phone: form.line("phone"),
        language: Language::from_code(form.raw("language")),
    }
}

/// The form: empty at first, then as typed with every reason.
async fn form_again(
    visit: &Visit,
    form: &Form,
    typed: &Registration,
    refusals: Vec<Refusal>,
) -> Answer {
    let at = visit.actor.at;
    let affiliations = visit
        .db()
        .read(move |conn| store::user::affiliations(conn, at))
        .await?;
    let status = if refusals.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let errors = Errors::of(visit.language, refusals);
    let next = address::back(form.raw("next"));
    let page = new_body(visit, next.as_deref(), typed, (&errors, &affiliations));
    let template = New {
        frame: Frame::of(visit),
        w: &visit.words().user,
        page,
    };
    answer::form_page(status, &template)
}

fn new_body(
    visit: &Visit,
    next: Option<&str>,
    typed: &Registration,
    (errors, affiliations): (&Errors, &[Affiliation]),
) -> NewBody {
    let w = &visit.words().user;
    let mut hidden = vec![("csrf".to_owned(), visit.csrf())];
    hidden.extend(next.map(|next| ("next".to_owned(), next.to_owned())));
    let query = next.map_or_else(String::new, |next| format!("?next={}", encode(next)));
    NewBody {
        crumbs: vec![Link::to(visit, "/", w.home)],
        action: visit.href("/register"),
        hidden,
        errors_heading: errors_heading(visit.language, errors.summary().len()),
        errors: errors.summary(),
        kept: next
            .filter(|next| next.contains("/requests/new"))
            .map(|_| w.for_request),
        name: errors.field(Named::Name, &typed.name),
        email: errors.field(Named::Email, &typed.email),
        institution: errors.field(Named::Institution, ""),
        institutions: institutions(visit, affiliations, typed.institution),
        position: errors.field(Named::Position, &typed.position),
        position_class: errors.field(Named::PositionClass, ""),
        position_classes: choices::position_classes(visit.language, typed.position_class),
        phone: errors.field(Named::Phone, &typed.phone),
        language: Field::default(),
        languages: choices::languages(typed.language),
        password: errors.field(Named::Password, ""),
        terms_href: visit.href("/terms"),
        privacy_href: visit.href("/privacy"),
        signin_href: visit.href(&format!("/signin{query}")),
    }
}

fn institutions(
    visit: &Visit,
    affiliations: &[Affiliation],
    chosen: Option<InstitutionId>,
) -> Vec<(&'static str, Vec<Choice>)> {
    let w = &visit.words().user;
    [(true, w.in_house), (false, w.others)]
        .into_iter()
        .map(|(in_house, label)| {
            let choices = affiliations
                .iter()
                .filter(|each| each.in_house == in_house)
                .map(|each| Choice {
                    value: each.id.to_string(),
                    label: name::of(visit.language, &each.name).to_owned(),
                    hint: None,
                    chosen: Some(each.id) == chosen,
                })
                .collect();
            (label, choices)
        })
        .filter(|(_, choices): &(_, Vec<Choice>)| !choices.is_empty())
        .collect()
}

/// `GET /register/sent?next=`: one page, whatever came of it.
///
/// # Errors
/// A fault.
pub async fn sent(visit: Visit, Query(query): Query) -> Answer {
    let demo = visit.house.config.demo;
    answer::page(&Sent {
        frame: Frame::of(&visit),
        w: &visit.words().user,
        back: address::back(query.raw("next")),
        letters_href: demo.then(|| visit.href("/demo/letters")),
    })
}
