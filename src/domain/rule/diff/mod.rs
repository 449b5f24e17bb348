//! 新旧対照: what differs between two texts of a rule, by document, article and parameter.

pub mod document;
pub mod pair;
pub mod parameter;
pub mod piece;

use crate::domain::rule::diff::document::DocumentChange;
use crate::domain::rule::diff::parameter::ParameterChange;
use crate::domain::rule::text::Text;

/// What differs; what is alike does not appear, and what differs appears once.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Difference {
    /// In the order of the new text; what was removed stands after what it stood behind.
    pub documents: Vec<DocumentChange>,
    /// By parameter in the order of pages, then by target.
    pub parameters: Vec<ParameterChange>,
}

/// How much differs.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Count {
    pub documents: usize,
    pub articles: usize,
    pub parameters: usize,
}

impl Difference {
    /// Whether the texts say the same.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.documents.is_empty() && self.parameters.is_empty()
    }

    /// How much differs, for a line above it.
    #[must_use]
    pub fn count(&self) -> Count {
        Count {
            documents: self.documents.len(),
            articles: self.documents.iter().map(|one| one.articles.len()).sum(),
            parameters: self.parameters.len(),
        }
    }
}

/// What differs from an old text to a new one. The order of documents, articles and settings counts
/// for nothing.
#[must_use]
pub fn difference(old: &Text, new: &Text) -> Difference {
    Difference {
        documents: document::changes(&old.documents, &new.documents),
        parameters: parameter::changes(&old.sheet, &new.sheet),
    }
}

#[cfg(test)]
mod tests;
