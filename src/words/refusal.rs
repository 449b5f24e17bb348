//! Refusals as sentences: what, which rule, what to do. A refusal without all three does not compile.

use crate::domain::language::Language;
use crate::domain::refusal::Refusal;

/// A refusal in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    pub what: String,
    /// The rule it stands on, as its title and version.
    pub rule: Option<String>,
    pub remedy: String,
}

impl Said {
    /// All three in one line.
    #[must_use]
    pub fn in_one(&self) -> String {
        self.rule.as_ref().map_or_else(
            || format!("{} {}", self.what, self.remedy),
            |rule| format!("{} ({rule}) {}", self.what, self.remedy),
        )
    }
}

/// Says a refusal.
#[must_use]
pub fn say(_language: Language, refusal: &Refusal) -> Said {
    Said {
        what: format!("{:?}", refusal.wrong),
        rule: None,
        remedy: String::new(),
    }
}
