//! What is told by letter of time that became free.

use serde::{Deserialize, Serialize};

use crate::domain::name::Name;
use crate::domain::time::{Instant, Span};

/// The occasions of time that became free.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SlotNews {
    /// 空き待ちの案内: it is kept for the reader.
    Offered,
    /// 空きのお知らせ: it is free, and nothing is kept.
    Free,
    /// 空き待ちの期限切れ: it is kept no longer.
    Lapsed,
    /// 停止による取消し: the resource stands still then, so it is kept no longer.
    Stopped,
    /// 早期復旧: the time of a booking that had been called off can be used after all.
    BackEarly,
}

impl SlotNews {
    /// Every occasion.
    pub const ALL: &'static [Self] = &[
        Self::Offered,
        Self::Free,
        Self::Lapsed,
        Self::Stopped,
        Self::BackEarly,
    ];

    /// The code kept in the outbox.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Offered => "slot_offered",
            Self::Free => "slot_free",
            Self::Lapsed => "slot_lapsed",
            Self::Stopped => "slot_stopped",
            Self::BackEarly => "slot_back_early",
        }
    }
}

/// The facts of a letter about time that became free.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SlotFacts {
    pub about: SlotNews,
    pub resource: Name,
    /// Its name in addresses.
    pub slug: String,
    pub facility: Name,
    pub institution: Name,
    pub span: Span,
    pub units: u32,
    /// The first moment at which it is kept no longer, where it is kept.
    pub until: Option<Instant>,
}
