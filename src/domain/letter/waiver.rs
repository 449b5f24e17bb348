//! What is told by letter about an exception.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::name::Name;

/// The occasions of an exception.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WaiverNews {
    /// 例外の申請, to those who decide.
    Asked,
    /// 例外の承認, to the person.
    Granted,
    /// 例外を認めない回答, to the person.
    Declined,
    /// 例外の取消し, to the person.
    Revoked,
}

impl WaiverNews {
    /// Every occasion.
    pub const ALL: &'static [Self] = &[Self::Asked, Self::Granted, Self::Declined, Self::Revoked];

    /// The code kept in the outbox.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asked => "waiver_asked",
            Self::Granted => "waiver_granted",
            Self::Declined => "waiver_declined",
            Self::Revoked => "waiver_revoked",
        }
    }
}

/// The facts of a letter about an exception, as they were when the event happened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct WaiverFacts {
    pub about: WaiverNews,
    pub resource: Name,
    /// Its name in addresses.
    pub slug: String,
    pub facility: Name,
    pub institution: Name,
    /// The code of the parameter that is set aside.
    pub parameter: String,
    /// The first and the last Tokyo day of use that it covers.
    pub from: NaiveDate,
    pub until: NaiveDate,
    /// Whom it is for.
    pub applicant: String,
    /// Who decided, where somebody did.
    pub by: Option<String>,
    /// The reason given, word for word.
    pub reason: String,
}
