//! What somebody asks for, and everything that it is decided by.

use crate::domain::booking::Scene;
use crate::domain::id::RuleId;
use crate::domain::service_request::change::Overdue;
use crate::domain::service_request::content::Content;

/// What somebody asks for, and how.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wish {
    pub content: Content,
    /// The versions whose one box was ticked.
    pub agree: Vec<RuleId>,
    pub manner: Manner,
}

/// Whether it is an application or a question beforehand.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum Manner {
    #[default]
    Application,
    Question,
}

/// Everything a new request is decided by.
#[derive(Clone, Debug)]
pub struct Desk {
    pub scene: Scene,
    /// Business days within which the facility answers; 0 where nobody said.
    pub response_days: u32,
    /// Reports to this facility that the person has let pass.
    pub overdue: Vec<Overdue>,
}
