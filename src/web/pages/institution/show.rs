//! One institution: who it is, who came before and after it, and what its facilities share.

use actix_web::{HttpRequest, web};
use askama::Template;
use chrono::Days;

use crate::domain::language::Language;
use crate::domain::search::{Hit, Wish};
use crate::store::catalogue::institution::{self, Facility, Institution, Profile};
use crate::web::answer::Answer;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::parts::{Chip, LinkedFact};
use crate::web::result;
use crate::web::shared::{self, Found};
use crate::web::visit::Visit;
use crate::web::wish;
use crate::words::{institution as said, name, place};

#[derive(Template)]
#[template(path = "institution/show.html")]
struct Show {
    frame: Frame,
    w: &'static said::Words,
    page: ShowBody,
}

struct ShowBody {
    name: String,
    crumbs: Vec<Link>,
    succeeded: Option<Succeeded>,
    predecessors: Vec<Link>,
    facts: Vec<LinkedFact>,
    facilities: Vec<Group>,
    find_href: Option<String>,
    whole_rule: Option<Link>,
}

struct Succeeded {
    text: String,
    heir: Link,
    facilities: Vec<String>,
}

struct Group {
    name: String,
    sub: String,
    rule: Option<Link>,
    resources: Vec<Line>,
}

struct Line {
    href: String,
    name: String,
    status: Chip,
    unconfirmed: bool,
}

/// `GET /institutions/{slug}`
///
/// # Errors
/// No such institution, or a fault of the database.
pub async fn show(visit: Visit, slug: web::Path<String>, request: HttpRequest) -> Answer {
    let kept = match shared::find(&visit, &request).await? {
        Found::Ready(answer) => return Ok(answer),
        Found::Make(kept) => kept,
    };
    let (slug, at) = (slug.into_inner(), visit.actor.at);
    let profile = visit
        .db()
        .read(move |conn| institution::profile(conn, &slug, at))
        .await?;
    let w = &visit.words().institution;
    let one = &profile.institution;
    let has_resources = profile
        .facilities
        .iter()
        .any(|facility| !facility.resources.is_empty());
    let wish = Wish {
        institutions: vec![one.slug.clone()],
        ..Wish::default()
    };
    let page = Show {
        frame: Frame::of(&visit),
        w,
        page: ShowBody {
            name: name::of(visit.language, &one.name).to_owned(),
            crumbs: vec![
                Link::to(&visit, "/", w.home),
                Link::to(&visit, "/institutions", w.heading),
            ],
            succeeded: succeeded(&visit, &profile),
            predecessors: profile
                .predecessors
                .iter()
                .map(|one| link(&visit, one))
                .collect(),
            facts: facts(&visit, one),
            facilities: profile
                .facilities
                .iter()
                .map(|one| group(&visit, one))
                .collect(),
            whole_rule: profile
                .whole_rule
                .as_ref()
                .map(|slug| Link::to(&visit, &links::rule_set(slug), w.whole_rule)),
            find_href: has_resources.then(|| visit.href(&wish::path(&wish))),
        },
    };
    kept.answer(&visit, &page)
}

fn link(visit: &Visit, one: &Institution) -> Link {
    let label = name::of(visit.language, &one.name);
    Link::to(visit, &links::institution(&one.slug), label)
}

/// Who took over, once that day has come.
fn succeeded(visit: &Visit, profile: &Profile) -> Option<Succeeded> {
    let last = profile.institution.valid_to?;
    let heir = profile
        .successor
        .as_ref()
        .filter(|_| last < visit.actor.at.day())?;
    let from = last.checked_add_days(Days::new(1)).unwrap_or(last);
    Some(Succeeded {
        text: said::succeeded(visit.language, name::of(visit.language, &heir.name), from),
        heir: link(visit, heir),
        facilities: profile
            .handed_over
            .iter()
            .map(|facility| name::of(visit.language, facility).to_owned())
            .collect(),
    })
}

fn facts(visit: &Visit, one: &Institution) -> Vec<LinkedFact> {
    let (language, w) = (visit.language, &visit.words().institution);
    let other = match language {
        Language::Ja => &one.name.en,
        Language::En => &one.name.ja,
    };
    let valid = said::valid(language, one.valid_from, one.valid_to);
    let mut facts = vec![
        LinkedFact::plain(w.short, name::of(language, &one.short)),
        LinkedFact::plain(w.other_name, other.as_str()),
        LinkedFact::plain(w.sites, one.sites.join("、")),
        LinkedFact::plain(w.ministry, place::of(language, &one.ministry)),
        LinkedFact::plain(w.valid, valid),
    ];
    if one.is_council_member {
        facts.push(LinkedFact::plain(w.member, w.member_yes));
    }
    if !one.domain.is_empty() {
        facts.push(LinkedFact::plain(w.site, one.domain.as_str()));
    }
    if let Some(ror) = one
        .ror
        .as_ref()
        .filter(|ror| ror.starts_with("https://ror.org/"))
    {
        facts.push(LinkedFact::link(w.ror, ror.as_str(), ror.clone()));
    }
    let table = visit.href(&format!("/equivalences?institution={}", one.slug));
    facts.push(LinkedFact::link(w.equivalences, w.equivalences_see, table));
    facts.retain(|fact| !fact.value.is_empty());
    facts
}

fn group(visit: &Visit, facility: &Facility) -> Group {
    let language = visit.language;
    let former = facility.former.as_ref();
    let former = former.map(|one| said::former(language, name::of(language, one)));
    let sub: Vec<String> = former
        .into_iter()
        .chain(Some(facility.site.clone()).filter(|site| !site.is_empty()))
        .collect();
    Group {
        name: name::of(language, &facility.name).to_owned(),
        sub: sub.join(" ・ "),
        rule: facility.has_rule.then(|| {
            let path = links::rule_set(&facility.slug);
            Link::to(visit, &path, visit.words().institution.rule)
        }),
        resources: facility
            .resources
            .iter()
            .map(|hit| line(visit, hit))
            .collect(),
    }
}

fn line(visit: &Visit, hit: &Hit) -> Line {
    Line {
        href: visit.href(&links::resource(&hit.slug)),
        name: name::of(visit.language, &hit.name).to_owned(),
        status: result::standing(visit, hit).0,
        unconfirmed: !hit.confirmed,
    }
}
