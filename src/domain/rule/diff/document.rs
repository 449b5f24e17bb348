//! What differs in the documents of two texts: their titles and dates, articles and files.

use chrono::NaiveDate;

use crate::domain::name::Name;
use crate::domain::rule::diff::pair::{Fate, Pair, paired};
use crate::domain::rule::diff::piece::{Mark, Piece, pieces};
use crate::domain::rule::document::{Article, Attachment, Document, DocumentKind};

/// A document that differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DocumentChange {
    /// Its key in both texts.
    pub key: u32,
    pub fate: Fate,
    /// As in the new text; in the old one if it was removed. So is the title.
    pub kind: DocumentKind,
    pub title: Name,
    /// Empty unless it stands in both texts.
    pub facts: Vec<FactChange>,
    pub articles: Vec<ArticleChange>,
    pub files: Vec<FileChange>,
}

/// Something that differs about a document itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FactChange {
    Kind {
        from: DocumentKind,
        to: DocumentKind,
    },
    Title {
        from: Name,
        to: Name,
    },
    Version {
        from: String,
        to: String,
    },
    /// 制定日
    EnactedOn(DateChange),
    /// 改正日
    AmendedOn(DateChange),
    /// 施行日
    EffectiveOn(DateChange),
}

/// A date that differs, or stands in one text only.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct DateChange {
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

/// An article that differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ArticleChange {
    /// "5", "5-2"; empty for a preamble.
    pub number: String,
    pub fate: Fate,
    /// As in the new text; in the old one if it was removed.
    pub heading: Name,
    /// The old heading, where it differs.
    pub heading_before: Option<Name>,
    /// The Japanese body; empty if it is the same in both texts.
    pub ja: Vec<Piece>,
    /// The English body; empty if it is the same in both texts.
    pub en: Vec<Piece>,
}

/// An attached file that one of the texts does not have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileChange {
    /// Changed where only its title or name does.
    pub fate: Fate,
    pub file: Attachment,
}

/// The documents that differ.
pub(super) fn changes(old: &[Document], new: &[Document]) -> Vec<DocumentChange> {
    paired(old, new, |document| document.key)
        .into_iter()
        .filter_map(|pair| match pair {
            Pair::Gone(one) => Some(whole(one, Fate::Removed)),
            Pair::New(one) => Some(whole(one, Fate::Added)),
            Pair::Both { old, new } => change(old, new),
        })
        .collect()
}

fn whole(document: &Document, fate: Fate) -> DocumentChange {
    let file = |file: &Attachment| FileChange {
        fate,
        file: file.clone(),
    };
    DocumentChange {
        key: document.key,
        fate,
        kind: document.kind,
        title: document.title.clone(),
        facts: Vec::new(),
        articles: document
            .articles
            .iter()
            .map(|article| whole_article(article, fate))
            .collect(),
        files: document.files.iter().map(file).collect(),
    }
}

fn change(old: &Document, new: &Document) -> Option<DocumentChange> {
    let change = DocumentChange {
        key: new.key,
        fate: Fate::Changed,
        kind: new.kind,
        title: new.title.clone(),
        facts: facts(old, new),
        articles: articles(&old.articles, &new.articles),
        files: files(&old.files, &new.files),
    };
    let is_same = change.facts.is_empty() && change.articles.is_empty() && change.files.is_empty();
    (!is_same).then_some(change)
}

fn facts(old: &Document, new: &Document) -> Vec<FactChange> {
    let date = |from, to| (from != to).then_some(DateChange { from, to });
    let kind = (old.kind != new.kind).then_some(FactChange::Kind {
        from: old.kind,
        to: new.kind,
    });
    let title = (old.title != new.title).then(|| FactChange::Title {
        from: old.title.clone(),
        to: new.title.clone(),
    });
    let version = (old.version != new.version).then(|| FactChange::Version {
        from: old.version.clone(),
        to: new.version.clone(),
    });
    let enacted = date(old.enacted_on, new.enacted_on).map(FactChange::EnactedOn);
    let amended = date(old.amended_on, new.amended_on).map(FactChange::AmendedOn);
    let effective = date(old.effective_on, new.effective_on).map(FactChange::EffectiveOn);
    [kind, title, version, enacted, amended, effective]
        .into_iter()
        .flatten()
        .collect()
}

fn articles(old: &[Article], new: &[Article]) -> Vec<ArticleChange> {
    paired(old, new, |article| article.number.as_str())
        .into_iter()
        .filter_map(|pair| match pair {
            Pair::Gone(one) => Some(whole_article(one, Fate::Removed)),
            Pair::New(one) => Some(whole_article(one, Fate::Added)),
            Pair::Both { old, new } if old == new => None,
            Pair::Both { old, new } => Some(ArticleChange {
                number: new.number.clone(),
                fate: Fate::Changed,
                heading: new.heading.clone(),
                heading_before: (old.heading != new.heading).then(|| old.heading.clone()),
                ja: body(&old.body.ja, &new.body.ja),
                en: body(&old.body.en, &new.body.en),
            }),
        })
        .collect()
}

fn whole_article(article: &Article, fate: Fate) -> ArticleChange {
    let mark = match fate {
        Fate::Removed => Mark::Gone,
        Fate::Added | Fate::Changed => Mark::New,
    };
    let piece = |text: &str| Piece {
        mark,
        text: text.to_owned(),
    };
    let all = |text: &str| {
        (!text.is_empty())
            .then(|| piece(text))
            .into_iter()
            .collect()
    };
    ArticleChange {
        number: article.number.clone(),
        fate,
        heading: article.heading.clone(),
        heading_before: None,
        ja: all(&article.body.ja),
        en: all(&article.body.en),
    }
}

fn body(old: &str, new: &str) -> Vec<Piece> {
    if old == new {
        return Vec::new();
    }
    pieces(old, new)
}

fn files(old: &[Attachment], new: &[Attachment]) -> Vec<FileChange> {
    paired(old, new, |file| file.id)
        .into_iter()
        .filter_map(|pair| match pair {
            Pair::Gone(file) => Some((Fate::Removed, file)),
            Pair::New(file) => Some((Fate::Added, file)),
            Pair::Both { old, new } => (old != new).then_some((Fate::Changed, new)),
        })
        .map(|(fate, file)| FileChange {
            fate,
            file: file.clone(),
        })
        .collect()
}
