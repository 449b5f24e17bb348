//! Links with a secret that are sent by mail: what each is for, and how long it works.

use crate::domain::letter::account::AccountNews;
use crate::domain::time::Instant;

/// What a link in a letter lets its reader do.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Purpose {
    /// Prove that the address is theirs.
    Verify,
    /// Choose a new password.
    Reset,
    /// Choose the first password of an account that an administrator made.
    Invitation,
}

impl Purpose {
    /// The code kept in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Verify => "verify",
            Self::Reset => "reset",
            Self::Invitation => "invitation",
        }
    }

    /// The purpose of the link in a letter, where the letter carries one.
    #[must_use]
    pub const fn of(news: AccountNews) -> Option<Self> {
        match news {
            AccountNews::Verify => Some(Self::Verify),
            AccountNews::Reset => Some(Self::Reset),
            AccountNews::Invitation => Some(Self::Invitation),
            AccountNews::AlreadyRegistered | AccountNews::PasswordChanged => None,
        }
    }

    /// How many minutes the link works: 30 for a reset (SP 800-63B-4), a day to prove an address,
    /// a week for an invitation, which nobody is waiting for.
    #[must_use]
    pub const fn minutes(self) -> i64 {
        match self {
            Self::Verify => 24 * 60,
            Self::Reset => 30,
            Self::Invitation => 7 * 24 * 60,
        }
    }

    /// When a link born at this moment stops working.
    #[must_use]
    pub fn ends(self, born: Instant) -> Instant {
        born.plus_minutes(self.minutes())
    }

    /// The path of the page that the link opens, without host and language.
    #[must_use]
    pub const fn page(self) -> &'static str {
        match self {
            Self::Verify => "/verify",
            Self::Reset | Self::Invitation => "/reset",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_has_a_link_exactly_when_it_carries_a_secret() {
        for news in [
            AccountNews::Verify,
            AccountNews::AlreadyRegistered,
            AccountNews::Reset,
            AccountNews::PasswordChanged,
            AccountNews::Invitation,
        ] {
            assert_eq!(
                Purpose::of(news).is_some(),
                news.carries_secret(),
                "{news:?}"
            );
        }
    }
}
