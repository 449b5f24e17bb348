//! 予約: what a booking is, and the states, wishes and scenes that decisions about it speak of.

pub mod amend;
pub mod attending;
pub mod cancellation;
pub mod change;
mod checks;
pub mod conditional;
pub mod content;
pub mod contest;
pub mod date;
pub mod decided;
pub mod decision;
pub mod evaluation;
pub mod hold;
pub mod home;
pub mod judgement;
pub mod life;
pub mod member;
pub mod news;
pub mod part;
pub mod piece;
pub mod request;
pub mod resend;
mod scene;
pub mod series;
pub mod set;

use crate::domain::attendant::{Attendant, Attending};
use crate::domain::booking::{decided::Decided, part::Part};
use crate::domain::catalogue::Resource;
use crate::domain::gate::Gate;
use crate::domain::id::{BookingId, InstitutionId, ResourceId, RuleId, UserId};
use crate::domain::policy::case::{Beside, Occupied};
use crate::domain::policy::{applicant::Applicant, elsewhere::Other};
use crate::domain::rule::Rule;
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span};
use crate::domain::{letter::Recipient, name::Name};

macro_rules! coded {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$about])*
        #[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
        pub enum $name {
            $($(#[$doc])* $variant,)+
        }

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

coded! {
    /// Where a booking stands. Drafts are not among these: they are forms that were put aside.
    State {
        /// 選考待ち: it competes with others for its time and holds none until a manager decides.
        Submitted = "submitted",
        /// 所属責任者の承諾待ち: the slot is held provisionally.
        UserSide = "user_side",
        /// 承認待ち: the slot is held provisionally.
        FacilityReview = "facility_review",
        /// 保留: a gate is not open; the slot is still held.
        Held = "held",
        /// 差戻し: to be corrected and sent again; the slot is still held.
        Returned = "returned",
        /// 条件付き承認: the applicant accepts the conditions, or gives the slot back.
        ApprovedWithConditions = "approved_with_conditions",
        /// 承認済み: its facility agreed, and another owner of its set has not yet; the slot is held.
        Approved = "approved",
        /// 確定
        Confirmed = "confirmed",
        /// 利用中
        InUse = "in_use",
        /// 利用報告待ち: the use is over.
        Used = "used",
        /// 報告済み: the use log is there; a result report may still be due.
        Reported = "reported",
        /// 完了
        Closed = "closed",
        /// 不承認
        Rejected = "rejected",
        /// 取下げ（承認前）
        Withdrawn = "withdrawn",
        /// 取消し（確定後）
        CancelledByUser = "cancelled_by_user",
        /// 施設都合による取消し
        CancelledByFacility = "cancelled_by_facility",
        /// 無断不使用
        NoShow = "no_show",
        /// 期限切れ: nobody decided before the start.
        Expired = "expired",
    }
}

impl State {
    /// Whether a booking in this state holds its time, or held it until the use was over.
    #[must_use]
    pub const fn holds_time(self) -> bool {
        !matches!(self, Self::Submitted) && !self.is_given_up()
    }

    /// 確定以後: a manager approved it and it was not given up since.
    #[must_use]
    pub const fn is_settled(self) -> bool {
        matches!(
            self,
            Self::Confirmed | Self::InUse | Self::Used | Self::Reported | Self::Closed
        )
    }

    /// Whether somebody must still decide, correct or accept something before it is settled.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(
            self,
            Self::Submitted
                | Self::UserSide
                | Self::FacilityReview
                | Self::Held
                | Self::Returned
                | Self::ApprovedWithConditions
                | Self::Approved
        )
    }

    /// Whether it ended without the use it was for.
    #[must_use]
    pub const fn is_given_up(self) -> bool {
        matches!(
            self,
            Self::Rejected
                | Self::Withdrawn
                | Self::CancelledByUser
                | Self::CancelledByFacility
                | Self::NoShow
                | Self::Expired
        )
    }
}

coded! {
    /// 試料の生物学的安全性, as the applicant declares it.
    Safety {
        None = "none",
        Bsl1 = "bsl1",
        Bsl2 = "bsl2",
    }
}

/// Why a booking waits, since when, and where it goes on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hold {
    pub gates: Vec<Gate>,
    /// 承認待ち or 確定.
    pub return_to: State,
    pub held_at: Instant,
    /// In the words of whoever held it; empty where the gates say it all.
    pub reason: String,
}

/// What an applicant says about the use.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Content {
    pub purpose: String,
    pub sample: String,
    pub safety: Option<Safety>,
    pub support_mode: Option<SupportMode>,
    pub project_number: String,
}

/// What somebody asks for: a time, a content, and the rule version they ticked.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wish {
    pub start: Option<Instant>,
    pub minutes: Option<i64>,
    /// Units of a shared capacity; none means one.
    pub units: Option<u32>,
    pub content: Content,
    /// 一緒に使うもの, by address.
    pub with: Vec<String>,
    /// The versions whose one box was ticked.
    pub agree: Vec<RuleId>,
}

impl Wish {
    /// The wished time, if both ends were given.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        Span::of_minutes(self.start?, self.minutes?)
    }
}

/// A booking as the store keeps it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Booking {
    pub id: BookingId,
    pub resource: ResourceId,
    pub user: UserId,
    /// 利用機関: the applicant's institution when they asked.
    pub institution: InstitutionId,
    pub rule: RuleId,
    pub span: Span,
    /// How many units of a shared capacity it takes; 1 of everything else.
    pub units: u32,
    pub content: Content,
    pub state: State,
    /// Grows with each change.
    pub version: u32,
    pub created_at: Instant,
}

/// Everything a request is decided by, gathered while the resource's turn is held.
#[derive(Clone, Debug)]
pub struct Scene {
    pub resource: Resource,
    pub taken: Vec<Occupied>,
    /// What the wish takes besides the resource.
    pub beside: Vec<Beside>,
    /// What can be asked for together with it; looked up for the form only.
    pub offered: Vec<Part>,
    /// The same of what other facilities are asked for with it, each under its own rules.
    pub fellows: Vec<Scene>,
    /// Those who attend it, where a rule asks for somebody.
    pub attendants: Vec<Attendant>,
    /// All published versions of the facility's rule.
    pub rules: Vec<Rule>,
    /// The address of the institution as a unit of its own, where it has a rule for all.
    pub whole_slug: Option<String>,
    /// The versions the applicant consented to.
    pub consents: Vec<RuleId>,
    /// What rules ask of them.
    pub applicant: Applicant,
    pub applicant_institution: Name,
    pub managers: Vec<Recipient>,
    /// What of this resource is kept for them, where requests compete: times of use.
    pub kept: Vec<Span>,
    /// 所属責任者, where the rule wants somebody at home to agree and they named one.
    pub responsible: Option<Recipient>,
    /// Equivalent resources of other institutions; looked up where the wish can't be granted.
    pub elsewhere: Vec<Other>,
}

/// A booking that stands, with who and what it concerns.
#[derive(Clone, Debug)]
pub struct Standing {
    pub booking: Booking,
    pub resource: Resource,
    pub applicant: Recipient,
    pub applicant_institution: Name,
    pub managers: Vec<Recipient>,
    pub decided: Option<Decided>,
    /// Why it waits, while it is on hold.
    pub hold: Option<Hold>,
    /// Whether the facility moved it last, for its own reasons.
    pub relocated: bool,
    /// 立会者, where one attends it.
    pub attendant: Option<Attending>,
    /// What it holds besides its resource.
    pub parts: Vec<Part>,
    /// The other bookings of its set, where several facilities were asked as one.
    pub fellows: Vec<Fellow>,
}

/// Another booking of a set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fellow {
    pub id: BookingId,
    pub resource: ResourceId,
    pub slug: String,
    pub name: Name,
    /// Its facility with the institution.
    pub place: Name,
    pub span: Span,
    pub state: State,
}
