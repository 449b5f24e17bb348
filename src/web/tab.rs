//! The pages of one part of the house, side by side.

use crate::web::parts::PageLink;
use crate::web::visit::Visit;
use crate::words::tab::{self, Part};

/// The pages of a part, with the one that this visit is on.
#[must_use]
pub fn tabs(visit: &Visit, part: Part) -> Vec<PageLink> {
    tab::pages(part)
        .iter()
        .map(|&(path, ja, en)| PageLink {
            href: visit.href(path),
            label: tab::either(visit.language, ja, en).to_owned(),
            current: visit.path == path || visit.path.starts_with(&format!("{path}/")),
        })
        .collect()
}

/// What the part is called.
#[must_use]
pub fn label(visit: &Visit, part: Part) -> String {
    tab::part(visit.language, part).to_owned()
}
