//! The parameters of a draft: an overview of their groups, and what contradicts itself.

use actix_web::web::Path;
use askama::Template;

use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::check::Contradiction;
use crate::domain::parameter::entry::Group;
use crate::domain::parameter::setting::Target;
use crate::domain::rule::draft::sound::{Around, contradictions};
use crate::domain::rule::draft::unit::target_name;
use crate::store;
use crate::store::rule::draft::Standing;
use crate::store::rule::draft::impact::around;
use crate::web::answer::{self, Answer, Stop};
use crate::web::draft_frame::{Head, Step, standing};
use crate::web::form::encode;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::setting_form::typed::Place;
use crate::web::visit::Visit;
use crate::words::draft as words;
use crate::words::parameter::contradiction;
use crate::words::{name, parameter};

#[derive(Template)]
#[template(path = "draft/terms.html")]
struct Index {
    frame: Frame,
    w: &'static words::edit::Words,
    head: Head,
    groups: Vec<(Link, usize)>,
    contradictions: Vec<Mend>,
    next: Link,
}

/// A contradiction with links to the fields that take part.
struct Mend {
    text: String,
    links: Vec<Link>,
}

/// What the pages of parameters look at.
pub(super) struct Looked {
    pub(super) standing: Standing,
    pub(super) around: Around,
    pub(super) categories: Vec<(String, Name)>,
    pub(super) contradictions: Vec<Contradiction>,
}

pub(super) async fn look(visit: &Visit, slug: &str) -> Result<Looked, Stop> {
    let standing = standing(visit, slug).await?;
    let (looked, today) = (standing.amendment.clone(), visit.actor.at.day());
    let look = visit.db().read(move |conn| {
        let words = store::catalogue::vocabulary::all(conn)?;
        Ok((around(conn, &looked, today)?, words.categories().to_vec()))
    });
    let (around, categories) = look.await?;
    Ok(Looked {
        contradictions: contradictions(&standing.amendment, &around, today),
        standing,
        around,
        categories,
    })
}

impl Looked {
    pub(super) fn called(&self, visit: &Visit, target: &Target) -> String {
        let called = target_name(&self.categories, &self.around.shared, target);
        name::of(visit.language, &called).to_owned()
    }
}

/// The word for a group in addresses.
pub(super) const fn token(group: Group) -> &'static str {
    match group {
        Group::Eligibility => "eligibility",
        Group::Time => "time",
        Group::Approval => "approval",
        Group::Gate => "gate",
        Group::Cancellation => "cancellation",
        Group::Report => "report",
    }
}

fn field_link(visit: &Visit, slug: &str, place: &Place) -> Link {
    let path = links::draft_terms(slug, token(place.parameter.entry().group));
    let target = encode(&place.target.code());
    Link {
        href: format!("{}?target={target}#{}", visit.href(&path), place.id()),
        label: parameter::label(visit.language, place.parameter).to_owned(),
    }
}

/// `GET /institution/rules/{facility}/draft/terms`
///
/// # Errors
/// There is no such draft for this visitor, or a fault.
pub async fn index(visit: Visit, path: Path<String>) -> Answer {
    let looked = look(&visit, &path).await?;
    let (language, w) = (visit.language, words::of(visit.language));
    let settings = &looked.standing.amendment.text.sheet.settings;
    let groups = Group::ALL.iter().map(|group| {
        let mine = |one: &Parameter| one.entry().group == *group;
        let count = settings.iter().filter(|one| mine(&one.parameter)).count();
        let path = links::draft_terms(&path, token(*group));
        let link = Link::to(&visit, &path, parameter::group(language, *group));
        (link, count)
    });
    let mends = looked.contradictions.iter().map(|one| Mend {
        text: contradiction::say(language, one, &looked.called(&visit, &one.target)),
        links: one
            .values
            .iter()
            .map(|(parameter, _)| {
                let place = Place {
                    parameter: *parameter,
                    target: one.target.clone(),
                };
                field_link(&visit, &path, &place)
            })
            .collect(),
    });
    answer::page(&Index {
        frame: Frame::of(&visit),
        w,
        head: Head::of(&visit, &looked.standing, Step::Terms, w.tab_terms),
        groups: groups.collect(),
        contradictions: mends.collect(),
        next: Link::to(
            &visit,
            &format!("{}/diff", links::draft(&path)),
            w.next_diff,
        ),
    })
}
