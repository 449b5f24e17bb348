//! Letters: what is told to whom, as facts; the sentences come later, in the reader's language.

pub mod account;
pub mod desk;
pub mod entry;
pub mod gate;
pub mod reminder;
pub mod rule;
pub mod service;
pub mod slot;
pub mod together;
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
use crate::domain::letter::{
    together::TogetherFacts, training::TrainingFacts, waiver::WaiverFacts,
};
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
    Together(Box<TogetherFacts>),
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
            Self::Together(facts) => facts.about.code(),
        }
    }
}

macro_rules! news {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)+) => {
        /// The occasions of a booking that are told by letter.
        #[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum BookingNews {
            $($(#[$doc])* $name,)+
        }

        impl BookingNews {
            /// Every occasion.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The code kept in the outbox.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }
        }
    };
}

news! {
    /// 受付, to the applicant.
    Received = "received";
    /// 承認依頼, to the managers.
    ApprovalAsked = "approval_asked";
    /// 確定, with an invitation for the calendar.
    Confirmed = "confirmed";
    /// 差戻し, with the reason.
    Returned = "returned";
    /// 不承認, with the reason.
    Rejected = "rejected";
    /// 取下げ, to the managers.
    Withdrawn = "withdrawn";
    /// 取消し, with a cancellation for the calendar.
    Cancelled = "cancelled";
    /// 施設都合による取消し, with the reason and a cancellation for the calendar.
    CalledOff = "called_off";
    /// 期限切れ: nobody decided before the start, or a returned request was not sent again.
    Expired = "expired";
    /// 保留: gates are not open.
    Held = "held";
    /// 保留の解除
    Released = "released";
    /// 利用の終わり: the log is asked for.
    UseOver = "use_over";
    /// 利用報告の督促
    LogMissing = "log_missing";
    /// 前の利用の超過, to who comes next.
    Overrun = "overrun";
    /// 無断不使用, with what follows from it.
    NoShow = "no_show";
    /// 無断不使用の取消し
    Excused = "excused";
    /// 異議, to the managers.
    Appealed = "appealed";
    /// 異議への回答: the record stays.
    Upheld = "upheld";
    /// 変更, with the calendar entry as it is now.
    Changed = "changed";
    /// 施設の都合による日時の変更, with the reason and the calendar entry as it is now.
    Moved = "moved";
    /// 変更の受付
    ChangeReceived = "change_received";
    /// 変更の承認依頼, to the managers.
    ChangeAsked = "change_asked";
    /// 変更の不承認, with the reason.
    ChangeRefused = "change_refused";
    /// 変更の取りやめ, to the managers.
    ChangeWithdrawn = "change_withdrawn";
    /// 変更の期限切れ
    ChangeLapsed = "change_lapsed";
    /// 条件付き承認, with the conditions.
    Conditional = "conditional";
    /// 故障・保守による取消し, with priority for another time.
    Stopped = "stopped";
    /// 故障による中断, with what is credited.
    Interrupted = "interrupted";
    /// 減額の取消し
    NoCredit = "no_credit";
    /// 取消料の免除
    FeeWaived = "fee_waived";
    /// 受付, of a request that competes with others: nothing is held for it.
    Competing = "competing";
    /// 受付, of a request that the applicant's institution must agree to first.
    HomeAsked = "home_asked";
    /// 承諾の依頼, to the responsible person at home.
    EndorseAsked = "endorse_asked";
    /// 承諾, to the applicant.
    Endorsed = "endorsed";
    /// 立会い, to the attendant of what was confirmed or moved.
    Attends = "attends";
    /// 立会いの取りやめ, to whoever would have attended.
    AttendsNoMore = "attends_no_more";
    /// 承認, to the applicant: another owner of the set has not decided yet.
    Agreed = "agreed";
    /// 一組の不成立, to the managers of what is given back with it.
    SetDissolved = "set_dissolved";
    /// 変更への同意, to the applicant: another owner of the set has not decided on it yet.
    ChangeAgreed = "change_agreed";
    /// 一組の変更の不成立, to the managers of what stays with it.
    ChangeFell = "change_fell";
    /// 選考もれ: the time was given to another request; with free times near it.
    PassedOver = "passed_over";
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
    /// 一組の不成立: what is given back with it.
    #[serde(default)]
    pub given_back: Vec<Name>,
    /// 立会者, where one attends it.
    #[serde(default)]
    pub attendant: Option<Name>,
    /// What calendars are told with it; none where they are told nothing.
    #[serde(default)]
    pub entry: Option<Status>,
}
