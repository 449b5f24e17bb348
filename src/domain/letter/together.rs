//! What managers are told by letter about resources of two facilities that are asked for together.

use serde::{Deserialize, Serialize};

use crate::domain::name::Name;

/// The facts of a letter about such a pair.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TogetherFacts {
    pub about: TogetherNews,
    /// What is asked for first.
    pub main: Item,
    /// What can be asked for with it.
    pub other: Item,
}

/// A resource, with its place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Item {
    pub slug: String,
    pub name: Name,
    pub facility: Name,
    pub institution: Name,
}

/// The occasions of a pair.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TogetherNews {
    /// 一緒に申請できるようになった, to the managers of the other one.
    Offered,
    /// その取りやめ, to the managers of the other one.
    Ended,
    /// 相手の施設による取りやめ, to the managers of the first one.
    Left,
}

impl TogetherNews {
    /// Every occasion.
    pub const ALL: &'static [Self] = &[Self::Offered, Self::Ended, Self::Left];

    /// The code kept in the outbox.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Offered => "together_offered",
            Self::Ended => "together_ended",
            Self::Left => "together_left",
        }
    }
}
