//! Exceptions before those who decide: what waits, what was granted, and granting directly.

mod direct;
mod list;
pub mod new;
mod refused;

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::domain::halt::Halt;
use crate::domain::id::{UserId, WaiverId, WaiverRequestId};
use crate::domain::refusal::Refusal;
use crate::store::waiver::{Scope, list as stored};
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::pages::waiver::direct::Direct;
use crate::web::pages::waiver::list::{Facts, Held, Question, reason_id};
use crate::web::pages::waiver::refused::Refused;
use crate::web::parts::{FormError, PageLink};
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::tab::Part;
use crate::words::waiver as said;

/// Most questions, and most exceptions, shown at once.
const SHOWN: i64 = 100;
/// Most resources to choose from.
const RESOURCES: i64 = 500;

#[derive(Template)]
#[template(path = "waiver/index.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    tabs: Vec<PageLink>,
    tabs_label: String,
    csrf: String,
    done: &'static str,
    errors: Vec<FormError>,
    errors_heading: String,
    questions: Vec<Question>,
    more: String,
    held: Vec<Held>,
    direct: Direct,
}

/// `GET /waivers?done=`
///
/// # Errors
/// Nothing to decide on, or a fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let w = &visit.words().waiver;
    let done = match query.raw("done") {
        "granted" => w.granted_done,
        "declined" => w.declined_done,
        "revoked" => w.revoked_done,
        _ => "",
    };
    answer::page(&page(&visit, done, Refused::Nothing).await?)
}

/// `POST /waivers`
///
/// # Errors
/// Not theirs to grant, or a fault; a refusal is answered with the page itself.
pub async fn grant_to(visit: Visit, form: Form) -> Answer {
    let wanted = direct::wanted(&form);
    let (slug, email) = (form.line("resource"), form.line("email"));
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::waiver::grant_to(tx, by, (&slug, &email), &wanted)
    });
    let refused = |refusals| Refused::Direct(form, refusals);
    answered(&visit, "granted", deed.await.map(Some), refused).await
}

/// `POST /waivers/{id}/grant`
///
/// # Errors
/// Not theirs to decide, or a fault; a refusal is answered with the page itself.
pub async fn grant(visit: Visit, id: Path<String>, form: Form) -> Answer {
    let asked: WaiverRequestId = id.parse().map_err(|_| Halt::Absent)?;
    let typed = form.lines(&reason_id(asked));
    let reason = typed.clone();
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::waiver::grant(tx, by, asked, &reason)
    });
    let refused = |refusals| Refused::Reason(reason_id(asked), typed, refusals);
    answered(&visit, "granted", deed.await.map(Some), refused).await
}

/// `POST /waivers/{id}/decline`
///
/// # Errors
/// As [`grant`].
pub async fn decline(visit: Visit, id: Path<String>, form: Form) -> Answer {
    let asked: WaiverRequestId = id.parse().map_err(|_| Halt::Absent)?;
    let typed = form.lines(&reason_id(asked));
    let reason = typed.clone();
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::waiver::decline(tx, by, asked, &reason)
    });
    let refused = |refusals| Refused::Reason(reason_id(asked), typed, refusals);
    answered(&visit, "declined", deed.await.map(|_| None), refused).await
}

/// `POST /waivers/{id}/revoke`
///
/// # Errors
/// As [`grant`].
pub async fn revoke(visit: Visit, id: Path<String>, form: Form) -> Answer {
    let granted: WaiverId = id.parse().map_err(|_| Halt::Absent)?;
    let typed = form.lines(&reason_id(granted));
    let reason = typed.clone();
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::waiver::revoke(tx, by, granted, &reason)
    });
    let refused = |refusals| Refused::Reason(reason_id(granted), typed, refusals);
    answered(&visit, "revoked", deed.await.map(Some), refused).await
}

/// Where a deed leads: on, once the bookings of whom it changed something for are judged again, or
/// back to the page with what is wrong.
async fn answered(
    visit: &Visit,
    done: &str,
    deed: Result<Option<UserId>, Halt>,
    refused: impl FnOnce(Vec<Refusal>) -> Refused,
) -> Answer {
    match deed {
        Ok(whose) => {
            if let Some(user) = whose {
                acts::gate::follow(visit.db(), user, visit.actor.at).await?;
            }
            answer::see(&visit.href(&format!("/waivers?done={done}")))
        }
        Err(Halt::Refused(refusals)) => {
            let page = page(visit, "", refused(refusals)).await?;
            answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(halt) => Err(Stop(halt)),
    }
}

async fn page(visit: &Visit, done: &'static str, refused: Refused) -> Result<Page, Stop> {
    let scope = Scope::of(&visit.actor);
    if scope.is_empty() {
        return Err(Stop(Halt::NotAllowed));
    }
    let look = visit.db().read(move |conn| {
        let asked = stored::asked(conn, &scope, SHOWN)?;
        let granted = stored::granted(conn, &scope, SHOWN)?;
        let people = asked.iter().map(|one| one.exception.who.user);
        let people = people.chain(granted.iter().map(|one| one.exception.who.user));
        Ok(Facts {
            homes: stored::homes(conn, &people.collect::<Vec<_>>())?,
            resources: stored::resources(conn, &scope, RESOURCES)?,
            asked,
            granted,
        })
    });
    let facts = look.await?;
    let (language, w) = (visit.language, &visit.words().waiver);
    let direct = direct::of(visit, &facts, &refused);
    let (questions, mut errors) = list::questions(visit, &facts, &refused);
    let (held, more) = list::held(visit, &facts, &refused);
    errors.extend(more);
    errors.extend(direct.errors.clone());
    let part = match visit.actor.managed_facilities().as_slice() {
        [] => Part::Institution,
        _ => Part::Manage,
    };
    let body = Body {
        crumbs: vec![Link::to(visit, "/", w.home)],
        tabs: tab::tabs(visit, part),
        tabs_label: tab::label(visit, part),
        csrf: visit.csrf(),
        done,
        errors_heading: errors_heading(language, errors.len()),
        errors,
        more: match i64::try_from(questions.len()) {
            Ok(SHOWN) => said::more(language, questions.len()),
            _ => String::new(),
        },
        questions,
        held,
        direct,
    };
    Ok(Page {
        frame: Frame::of(visit),
        w,
        page: body,
    })
}
