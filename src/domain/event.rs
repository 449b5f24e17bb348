//! Events: the witness that each deed leaves in the ledger, with the letters it causes.

use std::collections::BTreeMap;

use crate::domain::id::{BookingId, UserId};
use crate::domain::letter::Envelope;

/// What happened.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Kind {
    BookingRequested,
    BookingResent,
    BookingApproved,
    BookingReturned,
    BookingRejected,
    BookingWithdrawn,
    BookingCancelled,
    BookingExpired,
    RuleAgreed,
    RulePublished,
    CatalogueLoaded,
    ResourcePublished,
    UserRegistered,
    UserVerified,
    UserInvited,
    RoleGranted,
    RoleRevoked,
    PasswordResetAsked,
    PasswordChanged,
    SignedIn,
    SignInFailed,
    SignedOut,
    WorldSeeded,
}

impl Kind {
    /// The code kept in the ledger.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::BookingRequested => "booking.requested",
            Self::BookingResent => "booking.resent",
            Self::BookingApproved => "booking.approved",
            Self::BookingReturned => "booking.returned",
            Self::BookingRejected => "booking.rejected",
            Self::BookingWithdrawn => "booking.withdrawn",
            Self::BookingCancelled => "booking.cancelled",
            Self::BookingExpired => "booking.expired",
            Self::RuleAgreed => "rule.agreed",
            Self::RulePublished => "rule.published",
            Self::CatalogueLoaded => "catalogue.loaded",
            Self::ResourcePublished => "resource.published",
            Self::UserRegistered => "user.registered",
            Self::UserVerified => "user.verified",
            Self::UserInvited => "user.invited",
            Self::RoleGranted => "role.granted",
            Self::RoleRevoked => "role.revoked",
            Self::PasswordResetAsked => "password.reset_asked",
            Self::PasswordChanged => "password.changed",
            Self::SignedIn => "session.signed_in",
            Self::SignInFailed => "session.sign_in_failed",
            Self::SignedOut => "session.signed_out",
            Self::WorldSeeded => "world.seeded",
        }
    }

    /// Reads the code back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        const ALL: [Kind; 23] = [
            Kind::BookingRequested,
            Kind::BookingResent,
            Kind::BookingApproved,
            Kind::BookingReturned,
            Kind::BookingRejected,
            Kind::BookingWithdrawn,
            Kind::BookingCancelled,
            Kind::BookingExpired,
            Kind::RuleAgreed,
            Kind::RulePublished,
            Kind::CatalogueLoaded,
            Kind::ResourcePublished,
            Kind::UserRegistered,
            Kind::UserVerified,
            Kind::UserInvited,
            Kind::RoleGranted,
            Kind::RoleRevoked,
            Kind::PasswordResetAsked,
            Kind::PasswordChanged,
            Kind::SignedIn,
            Kind::SignInFailed,
            Kind::SignedOut,
            Kind::WorldSeeded,
        ];
        ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// One deed's witness.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    pub kind: Kind,
    pub booking: Option<BookingId>,
    /// The person it is about, where it is about one.
    pub user: Option<UserId>,
    /// Further facts by name, for the history and the audit; never secrets.
    pub facts: BTreeMap<&'static str, String>,
    /// Who is told, and what.
    pub letters: Vec<Envelope>,
}

impl Event {
    /// An event of the house as a whole.
    #[must_use]
    pub const fn of(kind: Kind) -> Self {
        Self {
            kind,
            booking: None,
            user: None,
            facts: BTreeMap::new(),
            letters: Vec::new(),
        }
    }

    /// An event about a person.
    #[must_use]
    pub const fn about_user(kind: Kind, user: UserId, letters: Vec<Envelope>) -> Self {
        Self {
            kind,
            booking: None,
            user: Some(user),
            facts: BTreeMap::new(),
            letters,
        }
    }

    /// An event about a booking.
    #[must_use]
    pub const fn about_booking(kind: Kind, booking: BookingId, letters: Vec<Envelope>) -> Self {
        Self {
            kind,
            booking: Some(booking),
            user: None,
            facts: BTreeMap::new(),
            letters,
        }
    }

    /// The same event with one more fact.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.facts.insert(name, value.to_string());
        self
    }
}
