//! 登録情報: what people change about themselves; the address and the institution are shown and stay.

use actix_web::http::StatusCode;
use askama::Template;

use crate::acts;
use crate::domain::halt::Halt;
use crate::domain::language::Language;
use crate::domain::position::PositionClass;
use crate::domain::profile::Profile;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::use_field::UseField;
use crate::store;
use crate::store::profile::Kept;
use crate::web::answer::{self, Answer, Stop};
use crate::web::choices;
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::parts::{Choice, Errors, Field, FormError, PageLink};
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::tab::Part;
use crate::words::{door, endorse, name, profile as said, user};

#[derive(Template)]
#[template(path = "profile/edit.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    /// The labels of registering.
    u: &'static user::Words,
    h: &'static endorse::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    tabs: Vec<PageLink>,
    tabs_label: String,
    done: bool,
    csrf: String,
    action: String,
    errors: Vec<FormError>,
    errors_heading: String,
    name: Field,
    position: Field,
    position_class: Field,
    position_classes: Vec<Choice>,
    phone: Field,
    language: Field,
    languages: Vec<Choice>,
    responsible: Field,
    email: String,
    institution: String,
    whom_to_ask: String,
    contact: Link,
    pin: Link,
}

/// `GET /my/profile?done=`
///
/// # Errors
/// A fault.
pub async fn edit(visit: Visit, Query(query): Query) -> Answer {
    page(&visit, query.raw("done"), None).await
}

/// `POST /my/profile`
///
/// # Errors
/// A fault; a refusal is answered with the page itself.
pub async fn change(visit: Visit, form: Form) -> Answer {
    let typed = Profile {
        name: form.line("name"),
        position: form.line("position"),
        position_class: PositionClass::from_code(form.raw("position_class")),
        phone: form.line("phone"),
        language: Language::from_code(form.raw("language")),
        responsible: form.line("responsible"),
    };
    let new = typed.clone();
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::profile::change(tx, by, &new)
    });
    match deed.await {
        Ok(_) => answer::see(&visit.href("/my/profile?done=1")),
        Err(Halt::Refused(refusals)) => page(&visit, "", Some((typed, refusals))).await,
        Err(halt) => Err(Stop(halt)),
    }
}

/// The page: as kept, or as typed with every reason.
async fn page(visit: &Visit, done: &str, typed: Option<(Profile, Vec<Refusal>)>) -> Answer {
    let user = visit.person()?.id;
    let kept = visit
        .db()
        .read(move |conn| store::profile::of(conn, user))
        .await?;
    let status = if typed.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let (shown, refusals) = typed.unwrap_or_else(|| (kept.profile.clone(), Vec::new()));
    let errors = Errors::of(visit.language, refusals);
    let template = Page {
        frame: Frame::of(visit),
        w: &visit.words().profile,
        u: &visit.words().user,
        h: endorse::of(visit.language),
        page: Body {
            done: done == "1",
            ..body(visit, &kept, &shown, &errors)
        },
    };
    answer::page_with(status, &template)
}

fn body(visit: &Visit, kept: &Kept, shown: &Profile, errors: &Errors) -> Body {
    let (language, w) = (visit.language, &visit.words().profile);
    Body {
        crumbs: vec![Link::to(visit, "/", visit.words().user.home)],
        tabs: tab::tabs(visit, Part::Mine),
        tabs_label: tab::label(visit, Part::Mine),
        done: false,
        csrf: visit.csrf(),
        action: visit.href("/my/profile"),
        errors_heading: errors_heading(language, errors.summary().len()),
        errors: errors.summary(),
        name: errors.field(Named::Name, &shown.name),
        position: errors.field(Named::Position, &shown.position),
        position_class: errors.field(Named::PositionClass, ""),
        position_classes: choices::position_classes(language, shown.position_class),
        phone: errors.field(Named::Phone, &shown.phone),
        language: Field::default(),
        languages: choices::languages(shown.language),
        responsible: errors.field(Named::Use(UseField::Responsible), &shown.responsible),
        email: kept.email.clone(),
        institution: name::of(language, &kept.institution).to_owned(),
        whom_to_ask: said::whom_to_ask(language, &kept.officers),
        contact: Link::to(visit, "/contact", w.contact),
        pin: Link::to(visit, "/my/pin", door::of(language).pin_heading),
    }
}
