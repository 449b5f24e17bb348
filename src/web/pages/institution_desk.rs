//! The desk of an institution's officer: what they can do.

use askama::Template;

use crate::web::answer::{self, Answer};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::visit::Visit;
use crate::words::desk as words;
use crate::words::tab::{self, Part};

#[derive(Template)]
#[template(path = "desk/index.html")]
struct Page {
    frame: Frame,
    w: &'static words::Words,
    crumbs: Vec<Link>,
    pages: Vec<Entry>,
}

struct Entry {
    link: Link,
    about: &'static str,
}

/// `GET /institution`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit) -> Answer {
    let w = words::of(visit.language);
    answer::page(&Page {
        frame: Frame::of(&visit),
        w,
        crumbs: vec![Link::to(&visit, "/", w.home)],
        pages: tab::pages(Part::Institution)
            .iter()
            .map(|(path, ja, en)| Entry {
                link: Link::to(&visit, path, tab::either(visit.language, ja, en)),
                about: words::about(visit.language, path),
            })
            .collect(),
    })
}
