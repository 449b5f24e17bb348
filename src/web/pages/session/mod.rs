//! Signing in and out, and going on where a session ended.

mod onward;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use askama::Template;

use crate::acts::session::{self, Credentials, Entry};
use crate::config::DemoAccount;
use crate::domain::actor::Who;
use crate::domain::halt::Halt;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::{Refusal, Wrong};
use crate::secret::token::Token;
use crate::store;
use crate::web::address;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query, encode};
use crate::web::frame::Frame;
use crate::web::guard::header as cookies;
use crate::web::pages::session::onward::Onward;
use crate::web::parts::{Errors, Field, FormError};
use crate::web::visit::Visit;
use crate::words::session as said;

#[derive(Template)]
#[template(path = "session/new.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    action: String,
    hidden: Vec<(String, String)>,
    errors: Vec<FormError>,
    errors_heading: &'static str,
    kept: Option<&'static str>,
    email: Field,
    password: Field,
    demo: Vec<Offer>,
    reset_href: String,
    register_href: String,
}

/// One of the demonstration's people, to sign in as.
struct Offer {
    role: &'static str,
    email: String,
    institution: String,
    label: String,
}

#[derive(Template)]
#[template(path = "session/resume.html")]
struct Resume {
    frame: Frame,
    w: &'static said::Words,
    action: String,
    hidden: Vec<(String, String)>,
}

impl Page {
    fn of(visit: &Visit, onward: &Onward, email: &str, refusals: Vec<Refusal>) -> Self {
        let w = &visit.words().session;
        let errors = Errors::of(visit.language, refusals);
        let mut hidden = vec![("csrf".to_owned(), visit.csrf())];
        hidden.extend(onward.hidden());
        let register = match &onward.next {
            Some(next) => format!("/register?next={}", encode(next)),
            None => "/register".to_owned(),
        };
        let page = Body {
            action: visit.href("/signin"),
            hidden,
            errors_heading: w.failed,
            errors: errors.summary(),
            kept: kept(visit, onward),
            email: errors.field(Named::Email, email),
            password: errors.field(Named::Password, ""),
            demo: offers(visit),
            reset_href: visit.href("/reset"),
            register_href: visit.href(&register),
        };
        Self {
            frame: Frame::of(visit),
            w,
            page,
        }
    }
}

/// What stands above the form: why somebody is asked to sign in.
fn kept(visit: &Visit, onward: &Onward) -> Option<&'static str> {
    let w = &visit.words().session;
    match onward {
        Onward {
            resume: Some(_), ..
        } => Some(w.session_ended),
        Onward {
            next: Some(next), ..
        } if next.contains("/requests/new") => Some(w.for_request),
        Onward {
            next: Some(next), ..
        } if *next != visit.href("/") => Some(w.for_page),
        _ => None,
    }
}

/// The people whom a demonstration offers.
fn offers(visit: &Visit) -> Vec<Offer> {
    let w = &visit.words().session;
    demo_accounts(visit)
        .iter()
        .map(|account| Offer {
            role: w.role(&account.role),
            email: account.email.clone(),
            institution: account.institution.clone(),
            label: said::sign_in_as(visit.language, &account.name),
        })
        .collect()
}

/// The demonstration's people; nobody in a real house, whatever its settings hold.
fn demo_accounts(visit: &Visit) -> &[DemoAccount] {
    if visit.house.config.demo {
        &visit.house.config.demo_accounts
    } else {
        &[]
    }
}

/// `GET /signin?next=&done=`
///
/// # Errors
/// A fault.
pub async fn new(visit: Visit, Query(query): Query) -> Answer {
    let next = address::back(query.raw("next"));
    if visit.actor.person().is_some() {
        return answer::see(&next.unwrap_or_else(|| visit.href("/")));
    }
    let onward = Onward { next, resume: None };
    let mut page = Page::of(&visit, &onward, "", Vec::new());
    if query.raw("done") == "password" {
        page.page.kept = Some(page.w.password_changed);
    }
    answer::form_page(StatusCode::OK, &page)
}

/// `POST /signin`
///
/// # Errors
/// A fault.
pub async fn create(visit: Visit, form: Form) -> Answer {
    let onward = Onward::read(&form);
    let typed = credentials(&visit, &form);
    let email = typed.email.clone();
    let entry = match missing(&typed) {
        missing if !missing.is_empty() => Err(Halt::Refused(missing)),
        _ => {
            session::sign_in(
                visit.db(),
                &visit.house.hasher,
                &visit.actor,
                typed,
                &visit.token,
            )
            .await
        }
    };
    match entry {
        Ok(Entry::In(token)) => welcome(&visit, onward, &token).await,
        Ok(Entry::ProveFirst) => answer::see(&visit.href("/register/sent")),
        Err(Halt::Refused(refusals)) => refused(&visit, &onward, &email, refusals),
        Err(halt) => Err(Stop(halt)),
    }
}

/// What was typed, or what belongs to one of the demonstration's people.
fn credentials(visit: &Visit, form: &Form) -> Credentials {
    let wanted = form.raw("as");
    let offered = demo_accounts(visit)
        .iter()
        .find(|account| account.email == wanted);
    match offered {
        Some(account) => Credentials {
            email: account.email.clone(),
            password: account.password.clone(),
        },
        None => Credentials {
            email: form.line("email"),
            password: form.raw("password").to_owned(),
        },
    }
}

fn missing(typed: &Credentials) -> Vec<Refusal> {
    [
        (Named::Email, &typed.email),
        (Named::Password, &typed.password),
    ]
    .into_iter()
    .filter(|(_, value)| value.is_empty())
    .map(|(field, _)| Refusal::of(Wrong::Missing { field }))
    .collect()
}

/// The form again; whoever tries too fast is told when to come back.
fn refused(visit: &Visit, onward: &Onward, email: &str, refusals: Vec<Refusal>) -> Answer {
    let wait = refusals.iter().find_map(|refusal| match refusal.wrong {
        Wrong::TooManyTries { again_in_seconds } => Some(again_in_seconds),
        _ => None,
    });
    let status = match wait {
        Some(_) => StatusCode::TOO_MANY_REQUESTS,
        None => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let mut response = answer::form_page(status, &Page::of(visit, onward, email, refusals))?;
    if let Some(wait) = wait {
        let wait = HeaderValue::from(wait);
        response.headers_mut().insert(header::RETRY_AFTER, wait);
    }
    Ok(response)
}

/// On to where somebody was going, with the new secret; a form that they were sending waits for
/// one more press of a button.
async fn welcome(visit: &Visit, onward: Onward, token: &Token) -> Answer {
    let mut response = match onward.resume {
        None => answer::see(&onward.next.unwrap_or_else(|| visit.href("/")))?,
        Some((action, kept)) => {
            let (hash, at) = (token.hash(), visit.actor.at);
            let found = visit
                .db()
                .read(move |conn| store::session::visitor(conn, &hash, at))
                .await?;
            let mut visit = visit.clone();
            visit.token = token.clone();
            visit.waiting = found.as_ref().and_then(|visitor| visitor.waiting);
            visit.actor.who = found.map_or(Who::Stranger, |visitor| Who::Person(visitor.person));
            let mut hidden = vec![("csrf".to_owned(), visit.csrf())];
            hidden.extend(kept);
            answer::page(&Resume {
                frame: Frame::of(&visit),
                w: &visit.words().session,
                action,
                hidden,
            })?
        }
    };
    let cookie = cookies::give(token, &visit.house.config);
    response.add_cookie(&cookie).map_err(Halt::broken)?;
    Ok(response)
}

/// `POST /signout`
///
/// # Errors
/// A fault.
pub async fn end(visit: Visit) -> Answer {
    if visit.actor.person().is_some() {
        let hash = visit.token.hash();
        visit
            .db()
            .act(visit.actor.clone(), move |tx, by| {
                session::sign_out(tx, by, &hash)
            })
            .await?;
    }
    let mut response = answer::see(&visit.href("/"))?;
    // A shared machine keeps nothing of who was here.
    response.headers_mut().insert(
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\", \"cookies\", \"storage\""),
    );
    let cookie = cookies::take(&visit.house.config);
    response.add_cookie(&cookie).map_err(Halt::broken)?;
    Ok(response)
}

/// A deed by somebody whose session ended: the sign-in form, which keeps what was posted to `here`
/// and offers to send it again once they signed in.
#[must_use]
pub fn resume(visit: &Visit, here: &str, posted: &Form) -> HttpResponse {
    let onward = Onward::again(here, posted);
    let page = Page::of(visit, &onward, "", Vec::new());
    answer::form_page(StatusCode::FORBIDDEN, &page)
        .unwrap_or_else(|_| HttpResponse::new(StatusCode::FORBIDDEN))
}
