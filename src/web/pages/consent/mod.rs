//! One's consents: the versions agreed to, and those that wait, with what changed.

mod waiting;

use actix_web::http::StatusCode;
use askama::Template;

use crate::acts;
use crate::domain::halt::Halt;
use crate::domain::id::RuleId;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::rule::in_force_all;
use crate::store;
use crate::store::consent::Applying;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::pages::consent::waiting::{Facts, Group, groups, text_of, version_name};
use crate::web::parts::{Chip, Errors, FormError, PageLink};
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::consent as said;
use crate::words::tab::Part;
use crate::words::{name, when};

#[derive(Template)]
#[template(path = "consent/index.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
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
    groups: Vec<Group>,
    agreed: Vec<Agreed>,
}

struct Agreed {
    link: Link,
    unit: String,
    at: String,
    standing: Chip,
}

/// `GET /my/consents?done=`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let done = query.raw("done") == "1";
    page(&visit, done, None).await
}

/// `POST /my/consents`
///
/// # Errors
/// A version that is none, or a fault; without the tick it is the page itself.
pub async fn agree(visit: Visit, form: Form) -> Answer {
    let listed = form.raw("rules").split(',');
    let ids: Vec<RuleId> = listed.filter_map(|id| id.parse().ok()).collect();
    if form.raw(form.raw("box")) != "yes" {
        return page(&visit, false, Some(form.raw("rules"))).await;
    }
    let by = visit.actor.clone();
    let deed = visit
        .db()
        .act(by, move |tx, by| acts::reconsent::agree(tx, by, &ids));
    deed.await?;
    // bookings that waited for nothing else go on
    acts::gate::follow(visit.db(), visit.person()?.id, visit.actor.at).await?;
    answer::see(&visit.href("/my/consents?done=1"))
}

/// Looks them up.
async fn facts(visit: &Visit) -> Result<Facts, Stop> {
    let (user, at) = (visit.person()?.id, visit.actor.at);
    let look = visit.db().read(move |conn| {
        let pending = store::reconsent::pending(conn, at, Some(user))?;
        let units: Vec<_> = pending
            .iter()
            .map(|one| (one.version.rule.facility, one.version.rule.institution))
            .collect();
        Ok(Facts {
            applying: store::consent::of_person(conn, user, &units)?,
            pending,
        })
    });
    Ok(look.await?)
}

/// The page; `unticked` are the versions that came back without their tick.
async fn page(visit: &Visit, done: bool, unticked: Option<&str>) -> Answer {
    let facts = facts(visit).await?;
    let w = &visit.words().consent;
    let mut groups = groups(visit, &facts);
    let mut errors = Vec::new();
    for group in &mut groups {
        if unticked == Some(group.ids.as_str()) {
            let refusal = Refusal::of(Wrong::Missing {
                field: Named::Agree,
            });
            let told = Errors::of(visit.language, vec![refusal]);
            group.agree = told.field(Named::Agree, "");
            errors.extend(told.summary().into_iter().map(|error| FormError {
                id: group.field_id.clone(),
                ..error
            }));
        }
    }
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    if unticked.is_some() && errors.is_empty() {
        return Err(Stop(Halt::Absent));
    }
    let body = Body {
        crumbs: vec![Link::to(visit, "/", w.home)],
        tabs: tab::tabs(visit, Part::Mine),
        tabs_label: tab::label(visit, Part::Mine),
        done,
        csrf: visit.csrf(),
        action: visit.href("/my/consents"),
        errors_heading: errors_heading(visit.language, errors.len()),
        errors,
        groups,
        agreed: agreed(visit, &facts),
    };
    let template = Page {
        frame: Frame::of(visit),
        w,
        page: body,
    };
    answer::page_with(status, &template)
}

fn agreed(visit: &Visit, facts: &Facts) -> Vec<Agreed> {
    let (language, w) = (visit.language, &visit.words().consent);
    let today = visit.actor.at.day();
    let rules: Vec<_> = facts.applying.iter().map(|one| one.rule.clone()).collect();
    let in_force: Vec<RuleId> = in_force_all(&rules, today)
        .iter()
        .map(|rule| rule.id)
        .collect();
    let mut given: Vec<&Applying> = facts
        .applying
        .iter()
        .filter(|one| one.agreed_at.is_some())
        .collect();
    given.sort_by_key(|one| std::cmp::Reverse(one.agreed_at));
    given
        .into_iter()
        .map(|one| {
            let (tone, text) = match (
                in_force.contains(&one.rule.id),
                one.rule.effective_on > today,
            ) {
                (true, _) => ("g", w.in_force),
                (false, true) => ("b", w.coming),
                (false, false) => ("", w.past),
            };
            Agreed {
                link: Link::to(visit, &text_of(one), version_name(visit, one)),
                unit: name::of(language, &one.unit).to_owned(),
                at: one
                    .agreed_at
                    .map(|at| when::moment_with_year(language, at))
                    .unwrap_or_default(),
                standing: Chip {
                    tone,
                    text: text.to_owned(),
                },
            }
        })
        .collect()
}
