//! The documents of a version with their articles, for its page.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::rule::Rule;
use crate::domain::rule::document::{Article, Document};
use crate::domain::rule::text::Text;
use crate::web::links::{self, Link};
use crate::web::markdown::{Author, Prose, render_under};
use crate::web::parts::Fact;
use crate::web::visit::Visit;
use crate::words::rule::document;
use crate::words::{name, when};

/// The level of a document's heading on the page.
const DOCUMENT: u8 = 2;

/// A document.
pub(super) struct DocumentPart {
    pub(super) id: String,
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) title_lang: Option<&'static str>,
    pub(super) facts: Vec<Fact>,
    pub(super) has_headings: bool,
    /// Something of it is shown in another language than the page's.
    pub(super) is_untranslated: bool,
    pub(super) articles: Vec<ArticlePart>,
    pub(super) files: Vec<Link>,
}

/// An article.
pub(super) struct ArticlePart {
    pub(super) id: String,
    /// None for a text in one piece.
    pub(super) heading: Option<String>,
    pub(super) heading_lang: Option<&'static str>,
    pub(super) body: Prose,
    pub(super) body_lang: Option<&'static str>,
    /// What the machine checks because of it.
    pub(super) conditions: Vec<Link>,
}

/// What the machine checks, by the article that says so.
pub(super) type ByArticle = BTreeMap<(u32, String), Vec<Link>>;

/// The documents in the order of their kinds.
pub(super) fn documents(
    visit: &Visit,
    rule: (&str, &Rule),
    text: &Text,
    conditions: &ByArticle,
) -> Vec<DocumentPart> {
    let mut sorted: Vec<&Document> = text.documents.iter().collect();
    sorted.sort_by_key(|document| document.kind);
    sorted
        .into_iter()
        .map(|document| part(visit, rule, document, conditions))
        .collect()
}

fn part(
    visit: &Visit,
    (unit, rule): (&str, &Rule),
    document: &Document,
    conditions: &ByArticle,
) -> DocumentPart {
    let language = visit.language;
    let title = if document.title.ja.is_empty() {
        &rule.title
    } else {
        &document.title
    };
    let articles: Vec<ArticlePart> = document
        .articles
        .iter()
        .map(|one| article(visit, document.key, one, conditions))
        .collect();
    let files = document.files.iter().map(|file| {
        let named = name::of(language, &file.title);
        let named = if named.is_empty() { &file.name } else { named };
        let path = links::rule_file(unit, &rule.version, file.id);
        Link::to(visit, &path, document::file(language, named, file.size))
    });
    let title_lang = name::lang(language, title);
    DocumentPart {
        id: links::document_anchor(document.key),
        kind: document::kind(language, document.kind),
        title: name::of(language, title).to_owned(),
        title_lang,
        facts: facts(visit, document),
        has_headings: articles.iter().any(|one| one.heading.is_some()),
        is_untranslated: title_lang.is_some()
            || articles
                .iter()
                .any(|one| one.heading_lang.or(one.body_lang).is_some()),
        articles,
        files: files.collect(),
    }
}

fn facts(visit: &Visit, document: &Document) -> Vec<Fact> {
    let w = &visit.words().rule;
    let date = |label, day: Option<NaiveDate>| {
        day.map(|day| Fact::new(label, when::day_with_year(visit.language, day)))
    };
    let version = &document.version;
    let version = (!version.is_empty()).then(|| Fact::new(w.document_version, version.as_str()));
    [
        version,
        date(w.enacted_on, document.enacted_on),
        date(w.amended_on, document.amended_on),
        date(w.document_effective_on, document.effective_on),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn article(visit: &Visit, key: u32, article: &Article, conditions: &ByArticle) -> ArticlePart {
    let language = visit.language;
    let is_one_piece = article.number.is_empty() && article.heading.ja.is_empty();
    let heading = (!is_one_piece).then(|| {
        let heading = name::of(language, &article.heading);
        document::article(language, &article.number, heading)
    });
    let level = if heading.is_some() {
        DOCUMENT + 1
    } else {
        DOCUMENT
    };
    let place = (key, article.number.clone());
    ArticlePart {
        id: links::article_anchor(key, &article.number),
        heading,
        heading_lang: name::lang(language, &article.heading),
        body: render_under(level, name::of(language, &article.body), Author::Facility),
        body_lang: name::lang(language, &article.body),
        conditions: conditions.get(&place).cloned().unwrap_or_default(),
    }
}
