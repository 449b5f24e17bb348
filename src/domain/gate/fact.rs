//! A dated fact that opens a gate, and what the offices ruled on it.

use chrono::NaiveDate;

use crate::domain::gate::Gate;
use crate::domain::id::{BookingId, CourseId, FacilityId, FactId, InstitutionId, UserId};
use crate::domain::support::SupportMode;
use crate::domain::time::Instant;

/// A fact as decisions see it; what only the offices may read is not in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    pub id: FactId,
    pub gate: Gate,
    pub user: UserId,
    /// For which facility it counts; none counts everywhere that recognises it.
    pub facility: Option<FacilityId>,
    /// The one booking it is for, if it is for one.
    pub booking: Option<BookingId>,
    /// The course that was completed, of a training.
    pub course: Option<CourseId>,
    /// The institution that issued it.
    pub issuer: Option<InstitutionId>,
    pub project_number: String,
    /// 承認番号, 登録番号, ライセンス番号.
    pub number: String,
    /// A level such as "bsl2" or "p2", where the gate has one.
    pub level: String,
    /// Tokyo day.
    pub issued_on: Option<NaiveDate>,
    /// Tokyo day, the last on which it counts; none is without end.
    pub valid_until: Option<NaiveDate>,
    pub entered_at: Instant,
    /// Oldest first.
    pub rulings: Vec<Ruling>,
}

/// Whose side ruled.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Side {
    /// The person's own declaration was enough.
    Own,
    /// The applicant's institution.
    Home,
    /// The institution that owns the resource.
    Provider,
}

impl Side {
    /// The code kept in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Own => "self",
            Self::Home => "home",
            Self::Provider => "provider",
        }
    }

    /// Reads the code back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Own, Self::Home, Self::Provider]
            .into_iter()
            .find(|side| side.code() == code)
    }
}

/// What an office says.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Verdict {
    Confirmed,
    Refused,
    /// Taken back after it was confirmed.
    Revoked,
}

impl Verdict {
    /// The code kept in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Refused => "refused",
            Self::Revoked => "revoked",
        }
    }

    /// Reads the code back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Confirmed, Self::Refused, Self::Revoked]
            .into_iter()
            .find(|verdict| verdict.code() == code)
    }
}

/// One office's ruling on a fact.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ruling {
    pub side: Side,
    /// The institution whose office spoke; none where it was the person's own word, or is not known.
    pub institution: Option<InstitutionId>,
    pub verdict: Verdict,
    /// 判断番号
    pub number: String,
    pub ruled_on: NaiveDate,
    /// The only way of use that is allowed, such as 「技術代行に限る」.
    pub condition: Option<SupportMode>,
    pub at: Instant,
}

impl Ruling {
    /// Whether it was said for this side; what one provider's office says counts for no other.
    #[must_use]
    pub fn is_of(&self, side: Side, institution: InstitutionId) -> bool {
        let theirs = self.institution.is_none_or(|known| known == institution);
        self.side == side && (side != Side::Provider || theirs)
    }
}
