//! The guard before every page: host, form, origin, session, permission; and the headers after it.

pub mod body;
pub mod header;
pub mod origin;
pub mod posted;
pub mod upload;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpResponse, web};

use crate::domain::actor::{Actor, Role, Who};
use crate::domain::halt::Halt;
use crate::domain::language::Language;
use crate::domain::session as lifetime;
use crate::domain::time::Instant;
use crate::house::House;
use crate::secret::token::Token;
use crate::store::session;
use crate::web::cache::Cache;
use crate::web::form::{self, Form};
use crate::web::guard::posted::{Posted, Reader};
use crate::web::pages;
use crate::web::routes::{self, Line, Method, Need, Size};
use crate::web::vacancy::Vacancies;
use crate::web::visit::Visit;

/// What the guard needs besides the request: built once per server.
#[derive(Clone)]
pub struct Guard {
    pub house: House,
    pub table: std::sync::Arc<Vec<Line>>,
    pub reader: Reader,
    pub cache: Cache,
    pub vacancies: Vacancies,
}

/// Lets a request through to its page, or answers it here; always sets the headers.
///
/// # Errors
/// Only what actix itself could not answer.
pub async fn stand(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let Some(guard) = request.app_data::<web::Data<Guard>>().cloned() else {
        return Ok(request.into_response(HttpResponse::InternalServerError().finish()));
    };
    let is_https = guard.house.config.is_https();
    let response = match admit(&request_facts(&request), &guard, request).await {
        Ok((request, visit)) => {
            let response = next.call(request).await?.map_into_boxed_body();
            pages::stop::dress(response, &visit)
        }
        Err((request, answer)) => request.into_response(answer),
    };
    Ok(header::set(response, is_https))
}

/// Where a request goes: language, path without prefix, and the table's pattern for it. The pattern
/// is that of the path with its escapes read, because that one is what the router goes by.
struct Facts {
    language: Language,
    path: String,
    pattern: Option<String>,
    method: Option<Method>,
}

fn request_facts(request: &ServiceRequest) -> Facts {
    let strip = |path: &str| match path.strip_prefix("/en") {
        Some("") => (Language::En, "/".to_owned()),
        Some(rest) if rest.starts_with('/') => (Language::En, rest.to_owned()),
        _ => (Language::Ja, path.to_owned()),
    };
    let (language, path) = strip(request.path());
    let method = match request.method().as_str() {
        "GET" | "HEAD" => Some(Method::Look),
        "POST" => Some(Method::Deed),
        _ => None,
    };
    Facts {
        language,
        path,
        pattern: request
            .resource_map()
            .match_pattern(request.match_info().as_str())
            .map(|pattern| strip(&pattern).1),
        method,
    }
}

/// Everything before the page. The request comes back with the visit, or with the answer.
async fn admit(
    facts: &Facts,
    guard: &Guard,
    mut request: ServiceRequest,
) -> Result<(ServiceRequest, Visit), (ServiceRequest, HttpResponse)> {
    let house = &guard.house;
    if !origin::host_is_ours(request.headers(), request.uri(), &house.config) {
        return Err((request, HttpResponse::MisdirectedRequest().finish()));
    }
    let visit = match visit(facts, guard, &request).await {
        Ok(visit) => visit,
        Err(halt) => {
            let answer = pages::stop::bare(&halt, facts.language);
            return Err((request, answer));
        }
    };
    match check(facts, guard, &mut request, &visit).await {
        Ok(posted) => {
            request.extensions_mut().insert(visit.clone());
            if let Some(Posted { form, file }) = posted {
                let mut extensions = request.extensions_mut();
                extensions.insert(form);
                file.map(|file| extensions.insert(file));
            }
            Ok((request, visit))
        }
        Err(answer) => Err((request, answer)),
    }
}

/// Length, method, form, origin and permission: what was posted if something was, or the answer. What has no
/// line in the table ends here, so that no page is ever reached without its line's permission.
async fn check(
    facts: &Facts,
    guard: &Guard,
    request: &mut ServiceRequest,
    visit: &Visit,
) -> Result<Option<Posted>, HttpResponse> {
    if body::is_endless(request) {
        return Err(pages::stop::show(visit, StatusCode::LENGTH_REQUIRED));
    }
    let wrong_method = || pages::stop::show(visit, StatusCode::METHOD_NOT_ALLOWED);
    let method = facts.method.ok_or_else(wrong_method)?;
    let pattern = facts.pattern.as_deref();
    let line = pattern.and_then(|pattern| routes::line(&guard.table, method, pattern));
    let permitted = line.is_some_and(|line| permits(line.need, visit));
    let posted = match (method, line) {
        (Method::Look, _) => None,
        (Method::Deed, Some(line)) if !permitted && line.size == Size::File => {
            return Err(turned_away(visit, line.need, method, None));
        }
        (Method::Deed, line) => {
            let size = line.filter(|_| permitted).map(|line| line.size);
            Some(posted::read(&guard.reader, request, visit, size.unwrap_or_default()).await?)
        }
    };
    if pattern.is_none() {
        return Err(pages::stop::show(visit, StatusCode::NOT_FOUND));
    }
    match line {
        Some(_) if permitted => Ok(posted),
        Some(line) => {
            let form = posted.as_ref().map(|posted| &posted.form);
            Err(turned_away(visit, line.need, method, form))
        }
        None => Err(wrong_method()),
    }
}

/// Whether the visitor holds the right.
#[must_use]
pub fn permits(need: Need, visit: &Visit) -> bool {
    match need {
        Need::Public => true,
        Need::SignedIn => visit.actor.person().is_some(),
        Need::Manager => visit
            .actor
            .holds(|role| matches!(role, Role::FacilityManager(_))),
        Need::Office => visit.actor.answers_at_an_office(),
        Need::Officer => visit
            .actor
            .holds(|role| matches!(role, Role::InstitutionOfficer(_))),
        Need::Administrator => visit.actor.holds(|role| role == Role::Administrator),
        Need::Demonstration => visit.house.config.demo,
    }
}

/// Who may not: a stranger is asked to sign in and comes back, with what they typed; others are told.
fn turned_away(visit: &Visit, need: Need, method: Method, posted: Option<&Form>) -> HttpResponse {
    if visit.actor.person().is_some() || need == Need::Demonstration {
        let halt = if need == Need::Demonstration {
            Halt::Absent
        } else {
            Halt::NotAllowed
        };
        return pages::stop::say(visit, &halt);
    }
    let query = if visit.query.is_empty() {
        String::new()
    } else {
        format!("?{}", visit.query)
    };
    let here = visit.href(&format!("{}{query}", visit.path));
    match (method, posted) {
        (Method::Deed, Some(posted)) => pages::session::resume(visit, &here, posted),
        _ => {
            let address = format!("{}?next={}", visit.href("/signin"), form::encode(&here));
            crate::web::answer::see(&address).unwrap_or_else(|_| HttpResponse::Forbidden().finish())
        }
    }
}

/// Who visits: reads the clock once, and the session if the browser sent one.
async fn visit(facts: &Facts, guard: &Guard, request: &ServiceRequest) -> Result<Visit, Halt> {
    let house = &guard.house;
    let at = house.clock.now();
    let sent = header::token(request.headers(), &house.config);
    let found = match &sent {
        Some(token) if !facts.path.starts_with("/static/") => {
            let hash = token.hash();
            house
                .db
                .read(move |conn| session::visitor(conn, &hash, at))
                .await?
        }
        _ => None,
    };
    let token_is_new = sent.is_none();
    let token = match sent {
        Some(token) => token,
        None => Token::fresh().map_err(Halt::broken)?,
    };
    if let Some(visitor) = &found {
        note_use(house, visitor, &token, at);
    }
    let waiting = found.as_ref().and_then(|visitor| visitor.waiting);
    let endorsing = found.as_ref().map_or(0, |visitor| visitor.endorsing);
    let owed = found.as_ref().and_then(|visitor| visitor.owed);
    let who = found.map_or(Who::Stranger, |visitor| Who::Person(visitor.person));
    Ok(Visit {
        house: house.clone(),
        actor: Actor { who, at },
        language: facts.language,
        path: facts.path.clone(),
        query: request.query_string().to_owned(),
        token,
        token_is_new,
        endorsing,
        waiting,
        owed,
        cache: guard.cache.clone(),
        vacancies: guard.vacancies.clone(),
    })
}

/// Notes, now and then, that a session is in use. The page does not wait for it: looking must work
/// when nothing can be written.
fn note_use(house: &House, visitor: &session::Visitor, token: &Token, at: Instant) {
    let (began, noted) = (visitor.began_at, visitor.noted_at);
    let Some(ends) = lifetime::note(began, noted, at, &visitor.person.roles) else {
        return;
    };
    let (db, hash) = (house.db.clone(), token.hash());
    actix_web::rt::spawn(async move {
        let noted = db.tend(at, move |tx| session::note(tx, &hash, ends)).await;
        if let Err(halt) = noted {
            tracing::warn!(?halt, "the use of a session could not be noted");
        }
    });
}
