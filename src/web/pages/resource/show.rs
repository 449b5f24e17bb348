//! One resource: its calendar, whether and why, and its conditions.

use actix_web::{HttpRequest, web};
use askama::Template;

use crate::store::catalogue::page::{self, ResourcePage};
use crate::web::answer::{self, Answer};
use crate::web::form::Query;
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::pages::resource::asked::Asked;
use crate::web::pages::resource::before;
use crate::web::pages::resource::facts::{self, Facts};
use crate::web::pages::resource::flight::{self, Block, Classes};
use crate::web::pages::resource::panel::{self, Panel, Sight};
use crate::web::pages::resource::section::{About, Apply, Section, Stopped};
use crate::web::pages::resource::slots::{self, SlotPart, View};
use crate::web::parts::Chip;
use crate::web::shared::{self, Found};
use crate::web::visit::Visit;
use crate::words::resource::said;
use crate::words::{name, preflight, resource, when};

#[derive(Template)]
#[template(path = "resource/show.html")]
struct Page {
    frame: Frame,
    w: &'static resource::Words,
    f: &'static preflight::Words,
    page: Show,
}

struct Show {
    name: String,
    place: String,
    summary: String,
    description: String,
    status: Chip,
    crumbs: Vec<Link>,
    unconfirmed: Option<&'static str>,
    stopped: Option<Stopped>,
    before: Option<Block>,
    classes: Option<Classes>,
    slots: Option<SlotPart>,
    panel: Option<Panel>,
    apply: Option<Apply>,
    given: Vec<String>,
    given_heading: &'static str,
    given_state: &'static str,
    sections: Vec<Section>,
}

/// The panel alone, for `data-live`.
#[derive(Template)]
#[template(path = "resource/show.html", block = "panel")]
struct PanelOnly {
    w: &'static resource::Words,
    page: OnlyPanel,
}

struct OnlyPanel {
    panel: Option<Panel>,
}

/// `GET /resources/{slug}`
///
/// # Errors
/// There is no such resource, or a fault.
pub async fn show(
    visit: Visit,
    request: HttpRequest,
    slug: web::Path<String>,
    Query(query): Query,
) -> Answer {
    let place = match shared::find_of(&visit, &request, &slug).await? {
        Found::Ready(answer) => return Ok(answer),
        Found::Make(place) => place,
    };
    let asked = Asked::of(&query);
    let facts = facts::gather(&visit, &slug, &asked).await?;
    let resource = facts.resource.slug.clone();
    let page = visit
        .db()
        .read(move |conn| page::resource_page(conn, &resource))
        .await?;
    let class = before::class(query.raw("as"));
    let looked = before::look(&visit, &facts, class).await?;
    let mut show = compose(&visit, &facts, &page, &asked);
    let resource = &facts.resource;
    show.before = looked.and_then(|looked| flight::block(&visit, resource, &looked));
    let is_stranger = visit.actor.person().is_none();
    let has_needs = facts.is_bookable() || show.apply.is_some() && !page.prerequisites.is_empty();
    show.classes = (is_stranger && has_needs).then(|| flight::classes(&visit, resource, class));
    let page = Page {
        frame: Frame::of(&visit),
        w: &visit.words().resource,
        f: &visit.words().preflight,
        page: show,
    };
    place.answer(&visit, &page)
}

/// `GET /f/panel/{slug}`: the panel alone.
///
/// # Errors
/// There is no such resource, or a fault.
pub async fn panel(visit: Visit, slug: web::Path<String>, Query(query): Query) -> Answer {
    let asked = Asked::of(&query);
    let facts = facts::gather(&visit, &slug, &asked).await?;
    let sight = Sight {
        visit: &visit,
        facts: &facts,
        asked: &asked,
    };
    answer::page(&PanelOnly {
        w: &visit.words().resource,
        page: OnlyPanel {
            panel: facts.is_bookable().then(|| panel::make(&sight)),
        },
    })
}

fn compose(visit: &Visit, facts: &Facts, page: &ResourcePage, asked: &Asked) -> Show {
    let (language, w) = (visit.language, &visit.words().resource);
    let sight = Sight {
        visit,
        facts,
        asked,
    };
    let about = About { visit, facts, page };
    let bookable = facts.is_bookable();
    let name_said = name::of(language, &page.name).to_owned();
    let place = said::place(
        language,
        &page.institution_full_name,
        &facts.resource.facility_name,
    );
    Show {
        description: said::description(language, &name_said, &place),
        name: name_said,
        place,
        summary: name::of(language, &page.summary).to_owned(),
        status: about.status(),
        crumbs: vec![
            Link::to(visit, "/", w.home),
            Link::to(visit, "/resources", w.find),
        ],
        unconfirmed: page.confirmed_on.is_none().then_some(w.unconfirmed_note),
        stopped: about.stopped(),
        before: None,
        classes: None,
        slots: bookable.then(|| slots::make(&sight)),
        panel: bookable.then(|| panel::make(&sight)),
        apply: about.apply(),
        given: facts
            .given
            .iter()
            .map(|span| when::span_with_year(language, span))
            .collect(),
        given_heading: visit.words().outside.given_heading,
        given_state: visit.words().outside.given_state,
        sections: about.sections(),
    }
}
