//! One step of editing a draft, as its officer asks for it.

use chrono::NaiveDate;

use crate::domain::id::FileId;
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::{ArticleRef, Target};
use crate::domain::parameter::value::Value;
use crate::domain::rule::document::{Article, Attachment, DocumentKind};

/// One step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Edit {
    /// The title of the rule set.
    Title(Name),
    /// The head of a document; without a key a new one at the end.
    Document {
        key: Option<u32>,
        head: Head,
    },
    /// An article with the parameters it says; without a number a new one at the end.
    Article {
        document: u32,
        number: Option<String>,
        article: Article,
        settings: Vec<Change>,
    },
    /// Parameters, wherever their articles are.
    Settings(Vec<Change>),
    Move {
        place: Place,
        to: Direction,
    },
    Remove(Place),
    Attach {
        document: u32,
        file: Attachment,
    },
    Detach(FileId),
}

/// What stands above the articles of a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Head {
    pub kind: DocumentKind,
    pub title: Name,
    pub version: String,
    pub enacted_on: Option<NaiveDate>,
    pub amended_on: Option<NaiveDate>,
    pub effective_on: Option<NaiveDate>,
}

/// A document, or one of its articles.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place {
    Document(u32),
    Article(u32, String),
}

#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Direction {
    Up,
    Down,
}

/// What is said of a parameter for a target from now on; nothing leaves it to wider levels.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    pub target: Target,
    pub parameter: Parameter,
    pub to: Option<Said>,
}

/// A value with the article that says it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    pub value: Value,
    pub article: Option<ArticleRef>,
    pub binding: bool,
}

impl Edit {
    /// What the step changes, for the ledger.
    #[must_use]
    pub fn part(&self) -> String {
        match self {
            Self::Title(_) => "title".to_owned(),
            Self::Document { key: None, .. } => "a new document".to_owned(),
            Self::Document { key: Some(key), .. } => format!("document {key}"),
            Self::Article {
                document, article, ..
            } => format!("article {document}/{}", article.number),
            Self::Settings(changes) => format!("{} parameters", changes.len()),
            Self::Move { place, .. } => format!("order of {}", place.part()),
            Self::Remove(place) => format!("removal of {}", place.part()),
            Self::Attach { file, .. } => format!("file {}", file.id),
            Self::Detach(file) => format!("removal of file {file}"),
        }
    }
}

impl Place {
    fn part(&self) -> String {
        match self {
            Self::Document(key) => format!("document {key}"),
            Self::Article(key, number) => format!("article {key}/{number}"),
        }
    }
}
