//! What a draft changes of the version in force, by article and parameter.

use std::collections::BTreeMap;

use actix_web::web::Path;
use askama::Template;

use crate::domain::name::Name;
use crate::domain::parameter::setting::Target;
use crate::domain::rule::diff::difference;
use crate::domain::rule::draft::Amendment;
use crate::domain::rule::in_force;
use crate::domain::rule::text::Text;
use crate::store;
use crate::store::rule::draft::Standing;
use crate::store::rule::{RuleText, target};
use crate::web::answer::{self, Answer, Stop};
use crate::web::draft_frame::{Head, Step, standing};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::rule_diff::side::{Side, Sides};
use crate::web::rule_diff::{self, Shown};
use crate::web::visit::Visit;
use crate::words::draft::{self as words, said};
use crate::words::rule::term::Whole;

#[derive(Template)]
#[template(path = "draft/diff.html")]
struct Page {
    frame: Frame,
    w: &'static words::edit::Words,
    head: Head,
    compared: String,
    is_empty: bool,
    diff: Shown,
    next: Link,
}

/// `GET /institution/rules/{facility}/draft/diff`
///
/// # Errors
/// There is no such draft for this visitor, or a fault.
pub async fn show(visit: Visit, path: Path<String>) -> Answer {
    let standing = standing(&visit, &path).await?;
    let (old, names) = look(&visit, &standing).await?;
    let (language, w) = (visit.language, words::of(visit.language));
    let unit = &standing.amendment.unit;
    let nothing = Text::default();
    let before = old.as_ref().map_or(&nothing, |old| &old.text);
    let page = |old: &RuleText| visit.href(&links::rule(&unit.slug, &old.rule.version));
    let page = old.as_ref().map(page);
    let new = &standing.amendment.text;
    let difference = difference(before, new);
    let sides = Sides {
        old: Side {
            text: before,
            page: page.as_deref(),
        },
        new: Side {
            text: new,
            page: None,
        },
        of: if unit.is_whole {
            Whole::Institution
        } else {
            Whole::Facility
        },
        names: &names,
    };
    let next = format!("{}/impact", links::draft(&unit.slug));
    answer::page(&Page {
        frame: Frame::of(&visit),
        w,
        head: Head::of(&visit, &standing, Step::Diff, w.tab_diff),
        compared: old.as_ref().map_or_else(
            || w.diff_first.to_owned(),
            |old| said::compared(language, &old.rule.version),
        ),
        is_empty: difference.is_empty(),
        diff: rule_diff::show(&visit, &difference, &sides),
        next: Link::to(&visit, &next, w.next_impact),
    })
}

/// The version in force, and the names of what both texts set parameters for.
type Looked = (Option<RuleText>, BTreeMap<Target, Name>);

async fn look(visit: &Visit, standing: &Standing) -> Result<Looked, Stop> {
    let amendment = standing.amendment.clone();
    let today = visit.actor.at.day();
    let look = visit.db().read(move |conn| {
        let Amendment { unit, text, .. } = &amendment;
        let versions = store::rule::of_unit(conn, unit.facility)?;
        let old = match in_force(&versions, today) {
            Some(rule) => Some(store::rule::at(conn, &unit.slug, &rule.version)?),
            None => None,
        };
        let before = old.iter().map(|old| &old.text.sheet);
        let sheets: Vec<_> = before.chain([&text.sheet]).collect();
        let names = target::names(conn, &sheets)?;
        Ok((old, names))
    });
    Ok(look.await?)
}
