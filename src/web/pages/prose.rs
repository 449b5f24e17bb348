//! Pages of plain text: guide, contact, accessibility, privacy, terms.

use askama::Template;

use crate::web::answer::{self, Answer};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::markdown::{Author, Prose, render};
use crate::web::visit::Visit;
use crate::words::prose::{Text, Words};

#[derive(Template)]
#[template(path = "prose.html")]
struct Show {
    frame: Frame,
    w: &'static Words,
    page: Page,
}

struct Page {
    crumbs: Vec<Link>,
    heading: &'static str,
    description: &'static str,
    body: Prose,
}

/// `GET /guide`
///
/// # Errors
/// The page could not be written out.
pub async fn guide(visit: Visit) -> Answer {
    show(&visit, |words| &words.guide)
}

/// `GET /contact`
///
/// # Errors
/// The page could not be written out.
pub async fn contact(visit: Visit) -> Answer {
    show(&visit, |words| &words.contact)
}

/// `GET /accessibility`
///
/// # Errors
/// The page could not be written out.
pub async fn accessibility(visit: Visit) -> Answer {
    show(&visit, |words| &words.accessibility)
}

/// `GET /privacy`
///
/// # Errors
/// The page could not be written out.
pub async fn privacy(visit: Visit) -> Answer {
    show(&visit, |words| &words.privacy)
}

/// `GET /terms`
///
/// # Errors
/// The page could not be written out.
pub async fn terms(visit: Visit) -> Answer {
    show(&visit, |words| &words.terms)
}

fn show(visit: &Visit, choose: fn(&'static Words) -> &'static Text) -> Answer {
    let w = &visit.words().prose;
    let text = choose(w);
    let prefix = visit.href("");
    answer::page(&Show {
        frame: Frame::of(visit),
        w,
        page: Page {
            crumbs: vec![Link::to(visit, "/", w.home)],
            heading: text.heading,
            description: text.description,
            body: render(text.body, Author::House { prefix: &prefix }),
        },
    })
}
