//! Proving an address.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::web::Path;
use askama::Template;

use crate::acts::user as accounts;
use crate::domain::halt::Halt;
use crate::domain::mail_token::Purpose;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::{Refusal, Wrong};
use crate::secret::token::Token;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::guard::header as cookies;
use crate::web::parts::{Errors, Field, FormError};
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::user as said;

#[derive(Template)]
#[template(path = "user/verify.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    action: String,
    hidden: Vec<(String, String)>,
    errors: Vec<FormError>,
    errors_heading: String,
    /// The address to be proved; none when the link does not work.
    email: Option<String>,
    password: Field,
    signin_href: String,
    register_href: String,
    reset_href: String,
}

/// `GET /verify/{token}`: looking uses nothing up, because mail scanners look, too.
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit, path: Path<String>) -> Answer {
    again(&visit, &path, Vec::new()).await
}

/// `POST /verify`
///
/// # Errors
/// A fault.
pub async fn confirm(visit: Visit, form: Form) -> Answer {
    let text = form.raw("token");
    let password = form.raw("password").to_owned();
    if password.is_empty() {
        let field = Named::Password;
        let missing = vec![Refusal::of(Wrong::Missing { field })];
        return again(&visit, text, missing).await;
    }
    let Some(link) = Token::read(text) else {
        return again(&visit, text, Vec::new()).await;
    };
    let (db, hasher) = (visit.db(), &visit.house.hasher);
    let link = (link, password);
    match accounts::prove(db, hasher, &visit.actor, link, &visit.token).await {
        Ok(token) => {
            let mut response = answer::see(&visit.href("/"))?;
            let cookie = cookies::give(&token, &visit.house.config);
            response.add_cookie(&cookie).map_err(Halt::broken)?;
            Ok(response)
        }
        Err(Halt::Refused(refusals)) => again(&visit, text, refusals).await,
        Err(halt) => Err(Stop(halt)),
    }
}

/// The page of a link: the form while the link works, what to do instead when it does not.
async fn again(visit: &Visit, text: &str, mut refusals: Vec<Refusal>) -> Answer {
    let owner = match Token::read(text) {
        Some(link) => accounts::owner(visit.db(), &visit.actor, &link, &[Purpose::Verify]).await,
        None => Err(Halt::because(Refusal::of(Wrong::LinkExpired))),
    };
    let email = match owner {
        Ok(account) => Some(account.email),
        Err(Halt::Refused(expired)) => {
            refusals = expired;
            None
        }
        Err(halt) => return Err(Stop(halt)),
    };
    let status = match (&email, refusals.is_empty()) {
        (None, _) => StatusCode::NOT_FOUND,
        (Some(_), true) => StatusCode::OK,
        (Some(_), false) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let errors = Errors::of(visit.language, refusals);
    let page = Body {
        action: visit.href("/verify"),
        hidden: vec![
            ("csrf".to_owned(), visit.csrf()),
            ("token".to_owned(), text.to_owned()),
        ],
        errors_heading: errors_heading(visit.language, errors.summary().len()),
        errors: errors.summary(),
        email,
        password: errors.field(Named::Password, ""),
        signin_href: visit.href("/signin"),
        register_href: visit.href("/register"),
        reset_href: visit.href("/reset"),
    };
    let template = Page {
        frame: Frame::of(visit),
        w: &visit.words().user,
        page,
    };
    let mut response = answer::form_page(status, &template)?;
    let policy = HeaderValue::from_static(answer::TOKEN_PAGE);
    response
        .headers_mut()
        .insert(header::REFERRER_POLICY, policy);
    Ok(response)
}
