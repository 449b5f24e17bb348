//! What is told by letter about desks: given, or taken back.

use serde::{Deserialize, Serialize};

use crate::domain::name::Name;

/// The facts of a letter about a desk.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DeskFacts {
    pub about: DeskNews,
    /// By its code.
    pub desk: String,
    pub institution: Name,
}

/// The occasions of a desk.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeskNews {
    /// 担当になった
    Given,
    /// 担当を外れた
    Taken,
}

impl DeskNews {
    /// Every occasion.
    pub const ALL: &'static [Self] = &[Self::Given, Self::Taken];

    /// The code kept in the outbox.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Given => "desk_given",
            Self::Taken => "desk_taken",
        }
    }
}
