//! 依頼・分譲・データ利用: requests without a slot, from the first question to the last report.

macro_rules! codes {
    ($name:ident { $($variant:ident = $code:literal),+ $(,)? }) => {
        impl $name {
            /// Every variant, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code kept in the database and posted by forms.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// Reads the code back.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.code() == code)
            }
        }
    };
}

pub mod apply;
pub mod chain;
pub mod change;
pub mod check;
pub mod content;
pub mod decide;
pub mod desk;
pub mod due;
pub mod ethics;
mod fresh;
pub mod grant;
pub mod life;
pub mod news;
pub mod provision;
pub mod report;
#[cfg(test)]
pub(crate) mod sample;
pub mod state;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use crate::domain::catalogue::Resource;
use crate::domain::gate::fact::Fact;
use crate::domain::id::{InstitutionId, ResourceId, RuleId, ServiceId, UserId};
use crate::domain::letter::Recipient;
use crate::domain::name::Name;
use crate::domain::refusal::Citation;
use crate::domain::service_request::chain::Chain;
use crate::domain::service_request::content::{About, Content, Item};
use crate::domain::service_request::ethics::EthicsNeed;
use crate::domain::service_request::state::State;
use crate::domain::time::Instant;

/// How its payment was settled; amounts stand elsewhere.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Payment {
    Settled,
    NotApplicable,
}
codes!(Payment {
    Settled = "settled",
    NotApplicable = "not_applicable",
});

/// One line with what became of it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Line {
    pub item: Item,
    pub granted: Option<u32>,
    pub delivered: Option<u32>,
    /// 残余
    pub left: Option<u32>,
}

/// 決定: the day and number of the committee's (or the facility's) decision.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Decision {
    pub on: Option<NaiveDate>,
    pub number: String,
    /// 条件, word for word.
    pub conditions: String,
    pub by: Option<String>,
    pub at: Option<Instant>,
}

/// MTA・データ利用契約
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Contract {
    pub number: String,
    /// Days on which the two sides signed.
    pub provider_on: Option<NaiveDate>,
    pub recipient_on: Option<NaiveDate>,
}

impl Contract {
    /// Whether both sides signed.
    #[must_use]
    pub const fn is_signed(&self) -> bool {
        self.provider_on.is_some() && self.recipient_on.is_some()
    }
}

/// A request as the store keeps it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ServiceRequest {
    pub id: ServiceId,
    pub resource: ResourceId,
    pub user: UserId,
    /// 利用機関: the applicant's institution when they asked.
    pub institution: InstitutionId,
    pub rule: RuleId,
    pub state: State,
    /// Grows with each change.
    pub version: u32,
    /// The steps that the rules asked for when it was sent.
    pub chain: Chain,
    pub ethics_need: EthicsNeed,
    pub about: About,
    pub lines: Vec<Line>,
    /// 申込日; none of a mere question.
    pub asked_on: Option<NaiveDate>,
    /// 回答期限
    pub answer_due: Option<NaiveDate>,
    /// Until when whoever acts next acts.
    pub due: Option<NaiveDate>,
    /// The facility's last words to the applicant: an answer or a reason.
    pub words: String,
    pub decision: Decision,
    pub contract: Contract,
    pub payment: Option<Payment>,
    /// 提供日: decides the fiscal year in which it counts.
    pub delivered_on: Option<NaiveDate>,
    pub received_on: Option<NaiveDate>,
    /// The last day of a right of access.
    pub access_until: Option<NaiveDate>,
    /// When the next progress report is due.
    pub report_due: Option<NaiveDate>,
    pub ended_on: Option<NaiveDate>,
    pub created_at: Instant,
}

/// A request that stands, with who and what it concerns.
#[derive(Clone, Debug)]
pub struct Standing {
    pub request: ServiceRequest,
    pub resource: Resource,
    /// Business days within which the facility answers; 0 where nobody said.
    pub response_days: u32,
    pub applicant: Recipient,
    pub applicant_institution: Name,
    pub managers: Vec<Recipient>,
    /// The rule that it was sent under.
    pub citation: Citation,
    /// Facts of the applicant that were not withdrawn.
    pub facts: Vec<Fact>,
}

impl ServiceRequest {
    /// What was asked for, as its writer wrote it.
    #[must_use]
    pub fn content(&self) -> Content {
        Content {
            items: self.lines.iter().map(|line| line.item.clone()).collect(),
            about: self.about.clone(),
        }
    }

    /// 提供予定日: the day wished for, and not before the answer.
    #[must_use]
    pub fn planned_on(&self) -> Option<NaiveDate> {
        self.about.wanted_on.max(self.answer_due)
    }
}
