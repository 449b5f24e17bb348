//! What stands in the way of an exception.

use crate::domain::refusal::field::Field;

/// What stands in the way of an exception.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum WaiverBar {
    /// 例外なし: nobody may set this parameter aside.
    NeverWaived,
    /// They asked for the same already, and wait for the answer.
    AskedAlready,
    /// Nobody grants anything to themselves.
    Oneself,
    /// Nobody is registered with this address.
    NobodyThere,
}

impl WaiverBar {
    /// The field beside which it is said, where there is one.
    #[must_use]
    pub const fn field(self) -> Option<Field> {
        match self {
            Self::NeverWaived => Some(Field::Parameter),
            Self::Oneself | Self::NobodyThere => Some(Field::Email),
            Self::AskedAlready => None,
        }
    }
}
