//! The consent that a request still needs: the rules, what changed in them, and one box for all.

use crate::domain::booking::Scene;
use crate::domain::booking::request::to_agree;
use crate::domain::booking::series;
use crate::domain::rule::Rule;
use crate::web::form::encode;
use crate::web::links::{self, Link};
use crate::web::request_form::about::About;
use crate::web::visit::Visit;
use crate::words::booking::state;
use crate::words::name;

/// What one box agrees to; no rules where everything was agreed to.
#[derive(Default)]
pub struct Consent {
    pub label: String,
    /// The ids of the versions.
    pub value: String,
    pub rules: Vec<Text>,
}

/// A rule to agree to.
pub struct Text {
    pub link: Link,
    /// What changed since the version that this person agreed to last.
    pub changes: Option<Link>,
}

/// The consent that is still asked for.
pub(in crate::web) fn consent(visit: &Visit, about: &About<'_>) -> Consent {
    to_all(visit, &open(about))
}

/// The consent to these versions of one facility and its institution.
#[must_use]
pub fn to(visit: &Visit, scene: &Scene, open: &[&Rule]) -> Consent {
    let open: Vec<(&Scene, &Rule)> = open.iter().map(|rule| (scene, *rule)).collect();
    to_all(visit, &open)
}

/// The consent to these versions, each with where it applies.
fn to_all(visit: &Visit, open: &[(&Scene, &Rule)]) -> Consent {
    if open.is_empty() {
        return Consent::default();
    }
    let named: Vec<String> = open
        .iter()
        .map(|(_, rule)| state::version(visit.language, title(visit, rule), &rule.version))
        .collect();
    let ids: Vec<String> = open.iter().map(|(_, rule)| rule.id.to_string()).collect();
    Consent {
        label: state::agree_label(visit.language, &named),
        value: ids.join(","),
        rules: open
            .iter()
            .map(|(scene, rule)| text(visit, scene, rule))
            .collect(),
    }
}

/// The versions that wait for this person's consent.
pub(super) fn open<'a>(about: &About<'a>) -> Vec<(&'a Scene, &'a Rule)> {
    match (about.wish.span(), &about.returned) {
        (Some(span), None) => {
            // a series may reach into the time of a later version
            let days = series::days(span, about.repeat.as_ref());
            let scene: &'a Scene = about.scene;
            let mut open: Vec<(&Scene, &Rule)> = Vec::new();
            for one in std::iter::once(scene).chain(&scene.fellows) {
                for rule in days.iter().flat_map(|day| to_agree(one, *day)) {
                    if open.iter().all(|(_, known)| known.id != rule.id) {
                        open.push((one, rule));
                    }
                }
            }
            open
        }
        _ => Vec::new(),
    }
}

fn title<'a>(visit: &Visit, rule: &'a Rule) -> &'a str {
    name::of(visit.language, &rule.title)
}

fn text(visit: &Visit, scene: &Scene, rule: &Rule) -> Text {
    let path = links::rule(scene.unit_slug(rule), &encode(&rule.version));
    let last = scene
        .rules
        .iter()
        .filter(|old| old.facility == rule.facility && scene.consents.contains(&old.id))
        .max_by_key(|old| (old.effective_on, old.id));
    Text {
        changes: last.map(|old| {
            let path = format!("{path}/diff/{}", encode(&old.version));
            let label = state::what_changed(visit.language, &old.version, &rule.version);
            Link::to(visit, &path, label)
        }),
        link: Link::to(visit, &path, title(visit, rule)),
    }
}
