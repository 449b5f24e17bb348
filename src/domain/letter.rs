//! Letters: what is told to whom, as facts; the sentences come later, in the reader's language.

pub mod account;
pub mod desk;
pub mod entry;
pub mod gate;
pub mod reminder;
pub mod rule;
pub mod service;
pub mod slot;
pub mod training;
pub mod waiver;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::id::{BookingId, UserId};
use crate::domain::language::Language;
use crate::domain::letter::account::AccountFacts;
use crate::domain::letter::desk::DeskFacts;
use crate::domain::letter::entry::Status;
use crate::domain::letter::gate::GateFacts;
use crate::domain::letter::reminder::ReminderFacts;
use crate::domain::letter::{rule::RuleFacts, service::ServiceFacts, slot::SlotFacts};
use crate::domain::letter::{training::TrainingFacts, waiver::WaiverFacts};
use crate::domain::name::Name;
use crate::domain::time::Span;

/// One person who is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recipient {
    pub user: UserId,
    pub name: String,
    pub email: String,
    pub language: Language,
}

/// A letter with its reader: one row of the outbox.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Envelope {
    pub to: Recipient,
    pub letter: Letter,
}

/// What a letter says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "letter")]
pub enum Letter {
    Booking(Box<BookingFacts>),
    Account(AccountFacts),
    Training(Box<TrainingFacts>),
    Reminder(Box<ReminderFacts>),
    Service(Box<ServiceFacts>),
    Gate(Box<GateFacts>),
    Desk(DeskFacts),
    Rule(Box<RuleFacts>),
    Waiver(Box<WaiverFacts>),
    Slot(Box<SlotFacts>),
}

impl Letter {
    /// The code that tells letters of one event apart.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Booking(facts) => facts.about.code(),
            Self::Account(facts) => facts.about.code(),
            Self::Training(facts) => facts.about.code(),
            Self::Reminder(facts) => facts.code(),
            Self::Service(facts) => facts.about.code(),
            Self::Gate(facts) => facts.about.code(),
            Self::Desk(facts) => facts.about.code(),
            Self::Rule(facts) => facts.about.code(),
            Self::Waiver(facts) => facts.about.code(),
            Self::Slot(facts) => facts.about.code(),
        }
    }
}

/// The occasions of a booking that are told by letter.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BookingNews {
    /// 受付, to the applicant.
    Received,
    /// 承認依頼, to the managers.
    ApprovalAsked,
    /// 確定, with an invitation for the calendar.
    Confirmed,
    /// 差戻し, with the reason.
    Returned,
    /// 不承認, with the reason.
    Rejected,
    /// 取下げ, to the managers.
    Withdrawn,
    /// 取消し, with a cancellation for the calendar.
    Cancelled,
    /// 施設都合による取消し, with the reason and a cancellation for the calendar.
    CalledOff,
    /// 期限切れ: nobody decided before the start, or a returned request was not sent again.
    Expired,
    /// 保留: gates are not open.
    Held,
    /// 保留の解除
    Released,
    /// 利用の終わり: the log is asked for.
    UseOver,
    /// 利用報告の督促
    LogMissing,
    /// 前の利用の超過, to who comes next.
    Overrun,
    /// 無断不使用, with what follows from it.
    NoShow,
    /// 無断不使用の取消し
    Excused,
    /// 異議, to the managers.
    Appealed,
    /// 異議への回答: the record stays.
    Upheld,
    /// 変更, with the calendar entry as it is now.
    Changed,
    /// 施設の都合による日時の変更, with the reason and the calendar entry as it is now.
    Moved,
    /// 変更の受付
    ChangeReceived,
    /// 変更の承認依頼, to the managers.
    ChangeAsked,
    /// 変更の不承認, with the reason.
    ChangeRefused,
    /// 変更の取りやめ, to the managers.
    ChangeWithdrawn,
    /// 変更の期限切れ
    ChangeLapsed,
    /// 条件付き承認, with the conditions.
    Conditional,
    /// 故障・保守による取消し, with priority for another time.
    Stopped,
    /// 故障による中断, with what is credited.
    Interrupted,
    /// 減額の取消し
    NoCredit,
    /// 取消料の免除
    FeeWaived,
    /// 受付, of a request that competes with others: nothing is held for it.
    Competing,
    /// 受付, of a request that the applicant's institution must agree to first.
    HomeAsked,
    /// 承諾の依頼, to the responsible person at home.
    EndorseAsked,
    /// 承諾, to the applicant.
    Endorsed,
    /// 立会い, to the attendant of what was confirmed or moved.
    Attends,
    /// 立会いの取りやめ, to whoever would have attended.
    AttendsNoMore,
    /// 選考もれ: the time was given to another request; with free times near it.
    PassedOver,
}

impl BookingNews {
    /// Every occasion.
    pub const ALL: &'static [Self] = &[
        Self::Received,
        Self::ApprovalAsked,
        Self::Confirmed,
        Self::Returned,
        Self::Rejected,
        Self::Withdrawn,
        Self::Cancelled,
        Self::CalledOff,
        Self::Expired,
        Self::Held,
        Self::Released,
        Self::UseOver,
        Self::LogMissing,
        Self::Overrun,
        Self::NoShow,
        Self::Excused,
        Self::Appealed,
        Self::Upheld,
        Self::Changed,
        Self::Moved,
        Self::ChangeReceived,
        Self::ChangeAsked,
        Self::ChangeRefused,
        Self::ChangeWithdrawn,
        Self::ChangeLapsed,
        Self::Conditional,
        Self::Stopped,
        Self::Interrupted,
        Self::NoCredit,
        Self::FeeWaived,
        Self::Competing,
        Self::HomeAsked,
        Self::EndorseAsked,
        Self::Endorsed,
        Self::PassedOver,
        Self::Attends,
        Self::AttendsNoMore,
    ];

    /// The code kept in the outbox.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::ApprovalAsked => "approval_asked",
            Self::Confirmed => "confirmed",
            Self::Returned => "returned",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
            Self::Cancelled => "cancelled",
            Self::CalledOff => "called_off",
            Self::Expired => "expired",
            Self::Held => "held",
            Self::Released => "released",
            Self::UseOver => "use_over",
            Self::LogMissing => "log_missing",
            Self::Overrun => "overrun",
            Self::NoShow => "no_show",
            Self::Excused => "excused",
            Self::Appealed => "appealed",
            Self::Upheld => "upheld",
            Self::Changed => "changed",
            Self::Moved => "moved",
            Self::ChangeReceived => "change_received",
            Self::ChangeAsked => "change_asked",
            Self::ChangeRefused => "change_refused",
            Self::ChangeWithdrawn => "change_withdrawn",
            Self::ChangeLapsed => "change_lapsed",
            Self::Conditional => "conditional",
            Self::Stopped => "stopped",
            Self::Interrupted => "interrupted",
            Self::NoCredit => "no_credit",
            Self::FeeWaived => "fee_waived",
            Self::Competing => "competing",
            Self::HomeAsked => "home_asked",
            Self::EndorseAsked => "endorse_asked",
            Self::Endorsed => "endorsed",
            Self::PassedOver => "passed_over",
            Self::Attends => "attends",
            Self::AttendsNoMore => "attends_no_more",
        }
    }
}

/// The facts of a letter about a booking, as they were when the event happened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct BookingFacts {
    pub about: BookingNews,
    pub booking: BookingId,
    /// Grows with each change of the booking: the SEQUENCE of the calendar entry.
    pub sequence: u32,
    pub resource: Name,
    pub facility: Name,
    pub institution: Name,
    pub span: Span,
    /// The applicant, so that a letter knows whether its reader is that person or a manager.
    pub applicant_user: UserId,
    pub applicant: String,
    pub applicant_institution: Name,
    /// Who decided or withdrew, where somebody did.
    pub by: Option<String>,
    /// The reason given, word for word.
    pub reason: Option<String>,
    /// The gates that a booking on hold waits for, by their codes; never what was declared.
    #[serde(default)]
    pub waits_for: Vec<String>,
    /// 取消料 in percent of the charge for the use, where it was cancelled.
    #[serde(default)]
    pub fee_percent: Option<u32>,
    /// 変更: the other of two times; the one before of what was changed, the one wished of what is asked for.
    #[serde(default)]
    pub other_span: Option<Span>,
    /// The last day of a suspension that follows, where one does.
    #[serde(default)]
    pub suspended_until: Option<NaiveDate>,
    /// 振替優先: the last Tokyo day on which they come first, where the facility stood still.
    #[serde(default)]
    pub rebook_until: Option<NaiveDate>,
    /// 減額 in minutes of the charge for the use, where it was cut short.
    #[serde(default)]
    pub credit_minutes: Option<i64>,
    /// 定期予約: how many dates were asked for with it, this one counted, and the last of them.
    #[serde(default)]
    pub series: Option<(u32, Span)>,
    /// 選考もれ: free times near the one that was given to another.
    #[serde(default)]
    pub nearest: Vec<Span>,
    /// 一緒に使うもの: what it holds besides.
    #[serde(default)]
    pub with: Vec<Name>,
    /// 立会者, where one attends it.
    #[serde(default)]
    pub attendant: Option<Name>,
    /// What calendars are told with it; none where they are told nothing.
    #[serde(default)]
    pub entry: Option<Status>,
}
