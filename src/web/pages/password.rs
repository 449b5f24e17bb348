//! Choosing a new password.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::web::Path;
use askama::Template;

use crate::acts::user as accounts;
use crate::domain::halt::Halt;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::text;
use crate::secret::token::Token;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::parts::{Errors, Field, FormError};
use crate::web::visit::Visit;
use crate::words::password as said;

#[derive(Template)]
#[template(path = "password/ask.html")]
struct Ask {
    frame: Frame,
    w: &'static said::Words,
    page: AskBody,
}

struct AskBody {
    crumbs: Vec<Link>,
    action: String,
    csrf: String,
    errors: Vec<FormError>,
    errors_heading: &'static str,
    email: Field,
}

#[derive(Template)]
#[template(path = "password/sent.html")]
struct Sent {
    frame: Frame,
    w: &'static said::Words,
    signin_href: String,
    letters_href: Option<String>,
}

#[derive(Template)]
#[template(path = "password/edit.html")]
struct Edit {
    frame: Frame,
    w: &'static said::Words,
    page: EditBody,
}

struct EditBody {
    action: String,
    hidden: Vec<(String, String)>,
    errors: Vec<FormError>,
    errors_heading: &'static str,
    email: String,
    password: Field,
}

/// `GET /reset`
///
/// # Errors
/// A fault.
pub async fn ask(visit: Visit) -> Answer {
    ask_again(&visit, StatusCode::OK, "", Vec::new())
}

/// The form that asks for a letter: empty, as typed, or in place of a link that does not work.
fn ask_again(visit: &Visit, status: StatusCode, email: &str, refusals: Vec<Refusal>) -> Answer {
    let w = &visit.words().password;
    let heading = if status == StatusCode::NOT_FOUND {
        w.expired
    } else {
        w.not_an_email
    };
    let errors = Errors::of(visit.language, refusals);
    let page = AskBody {
        crumbs: vec![
            Link::to(visit, "/", w.home),
            Link::to(visit, "/signin", w.sign_in),
        ],
        action: visit.href("/reset"),
        csrf: visit.csrf(),
        errors_heading: heading,
        errors: errors.summary(),
        email: errors.field(Named::Email, email),
    };
    let template = Ask {
        frame: Frame::of(visit),
        w,
        page,
    };
    answer::form_page(status, &template)
}

/// `POST /reset`: one answer, whether the address has an account or not.
///
/// # Errors
/// A fault.
pub async fn send(visit: Visit, form: Form) -> Answer {
    let email = form.line("email");
    if !text::is_email(&email) {
        let refusals = vec![Refusal::of(Wrong::NotAnEmail)];
        return ask_again(&visit, StatusCode::UNPROCESSABLE_ENTITY, &email, refusals);
    }
    visit
        .db()
        .act(visit.actor.clone(), move |tx, by| {
            accounts::ask_reset(tx, by, &email)
        })
        .await?;
    answer::see(&visit.href("/reset/sent"))
}

/// `GET /reset/sent`
///
/// # Errors
/// A fault.
pub async fn sent(visit: Visit) -> Answer {
    let demo = visit.house.config.demo;
    answer::page(&Sent {
        frame: Frame::of(&visit),
        w: &visit.words().password,
        signin_href: visit.href("/signin"),
        letters_href: demo.then(|| visit.href("/demo/letters")),
    })
}

/// `GET /reset/{token}`: looking uses nothing up, because mail scanners look, too.
///
/// # Errors
/// A fault.
pub async fn edit(visit: Visit, path: Path<String>) -> Answer {
    edit_again(&visit, &path, Vec::new()).await
}

/// `POST /reset/new`
///
/// # Errors
/// A fault.
pub async fn change(visit: Visit, form: Form) -> Answer {
    let text = form.raw("token");
    let chosen = match Token::read(text) {
        Some(link) => {
            accounts::choose_password(
                visit.db(),
                &visit.house.hasher,
                &visit.actor,
                link,
                form.raw("password"),
            )
            .await
        }
        None => Err(Halt::Refused(Vec::new())),
    };
    match chosen {
        Ok(()) => answer::see(&visit.href("/signin?done=password")),
        Err(Halt::Refused(refusals)) => edit_again(&visit, text, refusals).await,
        Err(halt) => Err(Stop(halt)),
    }
}

/// The page of a link: the form while the link works, the way to a new one when it does not.
async fn edit_again(visit: &Visit, text: &str, refusals: Vec<Refusal>) -> Answer {
    let owner = match Token::read(text) {
        Some(link) => accounts::owner(visit.db(), &visit.actor, &link, &accounts::CHOOSING).await,
        None => Err(Halt::because(Refusal::of(Wrong::LinkExpired))),
    };
    let mut response = match owner {
        Ok(account) => form_page(visit, text, account.email, refusals)?,
        Err(Halt::Refused(expired)) => ask_again(visit, StatusCode::NOT_FOUND, "", expired)?,
        Err(halt) => return Err(Stop(halt)),
    };
    let policy = HeaderValue::from_static(answer::TOKEN_PAGE);
    response
        .headers_mut()
        .insert(header::REFERRER_POLICY, policy);
    Ok(response)
}

fn form_page(visit: &Visit, text: &str, email: String, refusals: Vec<Refusal>) -> Answer {
    let status = if refusals.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let w = &visit.words().password;
    let errors = Errors::of(visit.language, refusals);
    let page = EditBody {
        action: visit.href("/reset/new"),
        hidden: vec![
            ("csrf".to_owned(), visit.csrf()),
            ("token".to_owned(), text.to_owned()),
        ],
        errors_heading: w.not_chosen,
        errors: errors.summary(),
        email,
        password: errors.field(Named::Password, ""),
    };
    let template = Edit {
        frame: Frame::of(visit),
        w,
        page,
    };
    answer::form_page(status, &template)
}
