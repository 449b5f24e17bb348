//! 新旧対照: a comparison of two texts of a rule as pages show it, in the reader's language.

pub mod body;
pub mod parameter;
pub mod side;

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::domain::name::Name;
use crate::domain::rule::diff::Difference;
use crate::domain::rule::diff::document::{
    ArticleChange, DateChange, DocumentChange, FactChange, FileChange,
};
use crate::domain::rule::diff::pair::Fate;
use crate::web::links::{self, Link};
use crate::web::parts::Chip;
use crate::web::rule_diff::body::{Bit, Body};
use crate::web::rule_diff::parameter::ParameterShown;
use crate::web::rule_diff::side::{FromTo, Side, Sides};
use crate::web::visit::Visit;
use crate::words::rule::diff::Words;
use crate::words::rule::{diff as said, document};
use crate::words::{name, when};

/// The comparison for `templates/parts/diff.html`.
pub struct Shown {
    pub w: &'static Words,
    pub summary: String,
    pub documents: Vec<DocumentShown>,
    pub parameters: Vec<ParameterShown>,
}

/// A document that differs.
pub struct DocumentShown {
    pub heading: String,
    /// "" where the heading says it.
    pub kind: &'static str,
    pub sign: Chip,
    pub facts: Vec<FromTo>,
    pub articles: Vec<ArticleShown>,
}

/// An article that differs.
pub struct ArticleShown {
    pub heading: String,
    pub sign: Chip,
    /// The heading, where it differs.
    pub facts: Vec<FromTo>,
    pub note: Option<&'static str>,
    /// The language of the body, where it is not the page's.
    pub lang: Option<&'static str>,
    pub body: Vec<Bit>,
    pub links: Vec<Link>,
}

/// The comparison as the reader's page shows it.
#[must_use]
pub fn show(visit: &Visit, difference: &Difference, sides: &Sides<'_>) -> Shown {
    let language = visit.language;
    let document = |change: &DocumentChange| document(visit, change, sides);
    Shown {
        w: said::of(language),
        summary: said::summary(language, difference.count()),
        documents: difference.documents.iter().map(document).collect(),
        parameters: difference
            .parameters
            .iter()
            .map(|change| parameter::shown(visit, change, sides))
            .collect(),
    }
}

fn document(visit: &Visit, change: &DocumentChange, sides: &Sides<'_>) -> DocumentShown {
    let language = visit.language;
    let kind = document::kind(language, change.kind);
    let title = name::of(language, &change.title);
    let (heading, kind) = match title {
        "" => (kind, ""),
        title => (title, kind),
    };
    let files = change.files.iter().map(|one| file(visit, one));
    DocumentShown {
        heading: heading.to_owned(),
        kind,
        sign: sign(visit, change.fate),
        facts: change
            .facts
            .iter()
            .map(|one| fact(visit, one))
            .chain(files)
            .collect(),
        articles: change
            .articles
            .iter()
            .map(|one| article(visit, change.key, one, sides))
            .collect(),
    }
}

fn sign(visit: &Visit, fate: Fate) -> Chip {
    let (tone, text) = said::fate(visit.language, fate);
    Chip {
        tone,
        text: text.to_owned(),
    }
}

/// What differs about a document itself. A side that says nothing is empty.
fn fact(visit: &Visit, change: &FactChange) -> FromTo {
    let (language, w) = (visit.language, said::of(visit.language));
    match change {
        FactChange::Kind { from, to } => FromTo::new(
            w.kind,
            document::kind(language, *from),
            document::kind(language, *to),
        ),
        FactChange::Title { from, to } => {
            let (from, to) = names(visit, from, to);
            FromTo::new(w.title, from, to)
        }
        FactChange::Version { from, to } => FromTo::new(w.version, from, to),
        FactChange::EnactedOn(dates) => date(visit, w.enacted_on, *dates),
        FactChange::AmendedOn(dates) => date(visit, w.amended_on, *dates),
        FactChange::EffectiveOn(dates) => date(visit, w.effective_on, *dates),
    }
}

/// Two names in the reader's language; in the other one if they differ only there.
fn names<'a>(visit: &Visit, from: &'a Name, to: &'a Name) -> (&'a str, &'a str) {
    let (old, new) = (name::of(visit.language, from), name::of(visit.language, to));
    match visit.language {
        _ if old != new => (old, new),
        Language::Ja => (&from.en, &to.en),
        Language::En => (&from.ja, &to.ja),
    }
}

fn date(visit: &Visit, label: &'static str, dates: DateChange) -> FromTo {
    let said = |day: Option<NaiveDate>| {
        day.map(|day| when::day_with_year(visit.language, day))
            .unwrap_or_default()
    };
    FromTo {
        label,
        from: said(dates.from),
        to: said(dates.to),
    }
}

fn file(visit: &Visit, change: &FileChange) -> FromTo {
    let file = &change.file;
    let title = name::of(visit.language, &file.title);
    let title = if title.is_empty() { &file.name } else { title };
    let said = document::file(visit.language, title, file.size);
    let (from, to) = match change.fate {
        Fate::Removed => (said, String::new()),
        Fate::Added | Fate::Changed => (String::new(), said),
    };
    FromTo {
        label: said::of(visit.language).file,
        from,
        to,
    }
}

fn article(
    visit: &Visit,
    document: u32,
    change: &ArticleChange,
    sides: &Sides<'_>,
) -> ArticleShown {
    let language = visit.language;
    let w = said::of(language);
    let body = Body::of(language, change);
    let before = change.heading_before.as_ref();
    let place = |side: Side<'_>, label: &str| {
        let anchor = links::article_anchor(document, &change.number);
        let page = side
            .page
            .filter(|_| side.text.has(document, &change.number));
        page.map(|page| Link::to(visit, &format!("{page}#{anchor}"), label))
    };
    ArticleShown {
        heading: heading(visit, document, change, sides),
        sign: sign(visit, change.fate),
        facts: before
            .map(|before| {
                let (from, to) = names(visit, before, &change.heading);
                FromTo::new(w.heading, from, to)
            })
            .into_iter()
            .collect(),
        note: body.is_other_language.then_some(w.other_language_only),
        lang: body.lang,
        body: body.bits,
        links: [place(sides.old, w.before), place(sides.new, w.after)]
            .into_iter()
            .flatten()
            .collect(),
    }
}

/// What stands over an article; a text in one piece has no number and no heading.
fn heading(visit: &Visit, document: u32, change: &ArticleChange, sides: &Sides<'_>) -> String {
    let language = visit.language;
    let heading = name::of(language, &change.heading);
    let is_one_piece = |side: Side<'_>| {
        let known = side.text.document(document);
        known.is_none_or(|one| one.articles.len() <= 1)
    };
    let has_none = change.number.is_empty() && heading.is_empty();
    if has_none && is_one_piece(sides.old) && is_one_piece(sides.new) {
        return said::of(language).whole_text.to_owned();
    }
    document::article(language, &change.number, heading)
}
