//! Two versions of a usage rule, compared article by article.

use std::collections::BTreeMap;

use actix_web::HttpRequest;
use actix_web::web::Path;
use askama::Template;

use crate::domain::name::Name;
use crate::domain::parameter::setting::Target;
use crate::domain::rule::Rule;
use crate::domain::rule::diff::difference;
use crate::store;
use crate::store::rule::RuleText;
use crate::web::answer::Answer;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::pages::rule::standing::{chip, of_whole, standing, titled};
use crate::web::parts::Chip;
use crate::web::rule_diff::side::{Side, Sides};
use crate::web::rule_diff::{Shown, show as compared};
use crate::web::shared::{self, Found};
use crate::web::visit::Visit;
use crate::words::rule::Words;
use crate::words::{name, when};

#[derive(Template)]
#[template(path = "rule/diff.html")]
struct Show {
    frame: Frame,
    w: &'static Words,
    page: Page,
}

struct Page {
    crumbs: Vec<Link>,
    heading: String,
    place: String,
    versions: Vec<Version>,
    is_same: bool,
    diff: Shown,
}

struct Version {
    label: &'static str,
    link: Link,
    when: String,
    standing: Chip,
}

/// `GET /rules/{facility}/{version}/diff/{other}`: from the other version to this one.
///
/// # Errors
/// There is no such version, or a fault.
pub async fn show(
    visit: Visit,
    path: Path<(String, String, String)>,
    request: HttpRequest,
) -> Answer {
    let kept = match shared::find_rules(&visit, &request).await? {
        Found::Ready(answer) => return Ok(answer),
        Found::Make(kept) => kept,
    };
    let (facility, version, other) = path.into_inner();
    let look = visit.db().read(move |conn| {
        let new = store::rule::at(conn, &facility, &version)?;
        let old = store::rule::at(conn, &facility, &other)?;
        let names = store::rule::target::names(conn, &[&old.text.sheet, &new.text.sheet])?;
        Ok((old, new, names))
    });
    let (old, new, names) = look.await?;
    let template = Show {
        frame: Frame::of(&visit),
        w: &visit.words().rule,
        page: page(&visit, &old, &new, &names),
    };
    kept.answer(&visit, &template)
}

fn page(visit: &Visit, old: &RuleText, new: &RuleText, names: &BTreeMap<Target, Name>) -> Page {
    let (language, w) = (visit.language, &visit.words().rule);
    let institution = name::of(language, &new.institution);
    let address = |text: &RuleText| links::rule(&text.facility_slug, &text.rule.version);
    let (old_page, new_page) = (address(old), address(new));
    let sides = Sides {
        old: Side {
            text: &old.text,
            page: Some(&old_page),
        },
        new: Side {
            text: &new.text,
            page: Some(&new_page),
        },
        of: of_whole(&new.rule),
        names,
    };
    Page {
        crumbs: vec![
            Link::to(visit, "/institutions", w.institutions),
            Link::to(
                visit,
                &links::institution(&new.institution_slug),
                institution,
            ),
            Link::to(visit, &links::rule_set(&new.facility_slug), w.rule_set),
        ],
        heading: w
            .compare_heading
            .replace("{old}", &old.rule.version)
            .replace("{new}", &new.rule.version),
        place: name::of(language, &new.facility).to_owned(),
        versions: vec![
            version(visit, w.old_version, old, &new.versions),
            version(visit, w.new_version, new, &new.versions),
        ],
        is_same: old.rule.id == new.rule.id,
        diff: compared(visit, &difference(&old.text, &new.text), &sides),
    }
}

fn version(visit: &Visit, label: &'static str, text: &RuleText, all: &[Rule]) -> Version {
    let today = visit.actor.at.day();
    let path = links::rule(&text.facility_slug, &text.rule.version);
    Version {
        label,
        link: Link::to(visit, &path, titled(visit, &text.rule)),
        when: when::day_with_year(visit.language, text.rule.effective_on),
        standing: chip(&visit.words().rule, standing(&text.rule, all, today)),
    }
}
