//! What is told by letter about a request without a slot.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::id::{ServiceId, UserId};
use crate::domain::name::Name;

macro_rules! news {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)+) => {
        /// The occasions of a request without a slot.
        #[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum ServiceNews {
            $($(#[$doc])* $name,)+
        }

        impl ServiceNews {
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
    /// 相談の受付, to both.
    Inquired = "service_inquired";
    /// 相談への回答
    Answered = "service_answered";
    /// 申込みの受付 and the question to the managers.
    Applied = "service_applied";
    /// 審査委員会へ
    Screened = "service_screened";
    /// 差戻し
    Returned = "service_returned";
    /// 承認
    Granted = "service_granted";
    /// 条件付き承認
    GrantedInPart = "service_granted_in_part";
    /// 受諾
    Accepted = "service_accepted";
    /// 辞退
    Declined = "service_declined";
    /// 不承認
    Rejected = "service_rejected";
    /// 取下げ
    Withdrawn = "service_withdrawn";
    /// 提供の取りやめ
    CalledOff = "service_called_off";
    /// 倫理審査の延長承認
    EthicsExtended = "service_ethics_extended";
    /// 契約の締結
    Signed = "service_signed";
    /// 支払いの確認, and that it is being prepared.
    Settled = "service_settled";
    /// 発送
    Delivered = "service_delivered";
    /// 利用権の付与
    AccessGranted = "service_access_granted";
    /// 受領
    Received = "service_received";
    /// 経過報告の受付
    Reported = "service_reported";
    /// 利用期間の更新
    Renewed = "service_renewed";
    /// 終了報告
    Finished = "service_finished";
    /// 廃棄報告
    Disposed = "service_disposed";
    /// 終了, by the facility.
    Closed = "service_closed";
    /// 期限切れ
    Expired = "service_expired";
    /// 督促 to whoever acts next.
    StepDue = "service_step_due";
    /// 経過報告の期限の予告
    ReportDue = "service_report_due";
    /// 経過報告の期限超過
    ReportOverdue = "service_report_overdue";
}

/// So many of something.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Amount {
    pub quantity: u32,
    /// The unit's code.
    pub unit: String,
}

/// The facts of a letter about a request without a slot, as they were when the event happened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ServiceFacts {
    pub about: ServiceNews,
    pub request: ServiceId,
    pub resource: Name,
    pub facility: Name,
    pub institution: Name,
    /// The applicant, so that a letter knows whether its reader is that person or a manager.
    pub applicant_user: UserId,
    pub applicant: String,
    pub applicant_institution: Name,
    pub asked: Vec<Amount>,
    /// What was granted; empty before the decision.
    pub granted: Vec<Amount>,
    /// 条件, word for word.
    pub conditions: String,
    /// Until when whoever acts next acts: a Tokyo day.
    pub due: Option<NaiveDate>,
    pub delivered_on: Option<NaiveDate>,
    pub access_until: Option<NaiveDate>,
    /// The last day of the ethics approval, where it ends before the planned delivery.
    pub ethics_ends: Option<NaiveDate>,
    pub by: Option<String>,
    /// The reason or answer given, word for word.
    pub reason: Option<String>,
}
