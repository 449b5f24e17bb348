//! What is told by letter of an account.

use serde::{Deserialize, Serialize};

use crate::domain::id::UserId;

/// The occasions of an account that are told by letter.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountNews {
    /// Prove that the address is yours.
    Verify,
    /// Somebody registered with an address that has an account already.
    AlreadyRegistered,
    /// Choose a new password.
    Reset,
    /// The password was changed.
    PasswordChanged,
    /// An administrator made an account for you: choose a password.
    Invitation,
}

impl AccountNews {
    /// Every occasion.
    pub const ALL: &'static [Self] = &[
        Self::Verify,
        Self::AlreadyRegistered,
        Self::Reset,
        Self::PasswordChanged,
        Self::Invitation,
    ];

    /// The code kept in the outbox.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Verify => "verify",
            Self::AlreadyRegistered => "already_registered",
            Self::Reset => "reset",
            Self::PasswordChanged => "password_changed",
            Self::Invitation => "invitation",
        }
    }

    /// Whether the letter carries a link with a secret. The secret is born when the letter is
    /// written, so that no table ever holds it in the clear.
    #[must_use]
    pub const fn carries_secret(self) -> bool {
        matches!(self, Self::Verify | Self::Reset | Self::Invitation)
    }
}

/// The facts of a letter about an account.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AccountFacts {
    pub about: AccountNews,
    pub user: UserId,
}

impl AccountFacts {
    /// The facts of a letter that proves an address.
    #[must_use]
    pub const fn verify(user: UserId) -> Self {
        Self {
            about: AccountNews::Verify,
            user,
        }
    }
}
