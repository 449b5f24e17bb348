//! 規則の文書: the documents of a rule set, their numbered articles and attached files.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::id::FileId;
use crate::domain::name::Name;

/// What a document is, in the order of the hierarchy (domain dossier §3.1).
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// 規程: board level.
    Regulation,
    /// 規則・要項・要領: institute level.
    Rule,
    /// 細則・内規: facility level.
    Bylaw,
    /// 別表: fees, equipment.
    Annex,
    /// 様式
    Form,
    /// 約款: standard terms for outside users.
    Terms,
}

impl DocumentKind {
    /// Every kind, in the order of the hierarchy.
    pub const ALL: &'static [Self] = &[
        Self::Regulation,
        Self::Rule,
        Self::Bylaw,
        Self::Annex,
        Self::Form,
        Self::Terms,
    ];

    /// The code kept in the database and posted by forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Regulation => "regulation",
            Self::Rule => "rule",
            Self::Bylaw => "bylaw",
            Self::Annex => "annex",
            Self::Form => "form",
            Self::Terms => "terms",
        }
    }

    /// Reads the code back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }
}

/// A document of a rule set.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Document {
    /// Tells it apart within the rule set; kept when a version is copied, so that versions compare.
    pub key: u32,
    pub kind: DocumentKind,
    /// English may be empty.
    pub title: Name,
    /// As written on it.
    pub version: String,
    /// 制定日
    pub enacted_on: Option<NaiveDate>,
    /// 改正日
    pub amended_on: Option<NaiveDate>,
    /// 施行日 of the document, where it differs from that of the rule set.
    pub effective_on: Option<NaiveDate>,
    pub articles: Vec<Article>,
    pub files: Vec<Attachment>,
}

/// 条: a numbered article.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Article {
    /// "5", "5-2"; empty for a preamble.
    pub number: String,
    /// 見出し; English may be empty.
    pub heading: Name,
    /// Markdown; English may be empty.
    pub body: Name,
}

/// 別添: an attached PDF.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Attachment {
    pub id: FileId,
    pub title: Name,
    /// The name under which it is downloaded.
    pub name: String,
    /// In bytes.
    pub size: u64,
    /// Of its content, in hexadecimal.
    pub sha256: String,
}
