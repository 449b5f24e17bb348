//! Refusals: what is wrong, on which rule it stands, and what helps; one exhaustive enum.

pub mod calendar;
pub mod calendar_field;
pub mod drafting;
pub mod fact;
pub mod feed;
pub mod field;
pub mod ground;
pub mod keeping;
pub mod keeping_field;
pub mod outage;
pub mod outside;
pub mod outside_field;
pub mod service;
pub mod service_field;
pub mod training;
pub mod unfit;
pub mod usage;
pub mod use_field;
pub mod waiting;
pub mod waiver;

use chrono::NaiveDate;

use crate::domain::availability::WeeklyWindow;
use crate::domain::calendar::Closing;
use crate::domain::name::Name;
use crate::domain::refusal::calendar::CalendarBar;
use crate::domain::refusal::drafting::Drafting;
use crate::domain::refusal::fact::FactBar;
use crate::domain::refusal::feed::FeedBar;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::ground::{Ground, Remedy};
use crate::domain::refusal::outside::OutsideBar;
use crate::domain::refusal::service::ServiceBar;
use crate::domain::refusal::training::TrainingBar;
use crate::domain::refusal::unfit::Unfit;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::waiver::WaiverBar;
use crate::domain::release::Release;
use crate::domain::time::{Instant, Span};

/// Something that can't be done as asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    pub wrong: Wrong,
    /// The usage rule it stands on, where it stands on one.
    pub rule: Option<Citation>,
    /// The parameter it stands on, where a rule's parameter was not kept.
    pub ground: Option<Ground>,
    /// 一緒に使うもの: the other resource that it is about, where it is not about the resource itself.
    pub beside: Option<Name>,
    /// What helps, computed for this wish; each passes when it is taken.
    pub remedies: Vec<Remedy>,
}

/// The rule that a refusal stands on.
#[derive(Clone, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Citation {
    pub title: Name,
    pub version: String,
    /// The address of the unit that owns the rule: a facility, or the institution as a whole.
    pub facility_slug: String,
    /// The document within the rule, where the citation is that exact.
    #[serde(default)]
    pub document: Option<Name>,
    /// The document's key within the version, by which the article is found on its page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document_key: Option<u32>,
    /// Its article: "5", "5-2".
    #[serde(default)]
    pub article: Option<String>,
}

/// Every way of being wrong. Each has a sentence in both languages, or the house does not compile.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wrong {
    // what was typed
    Missing {
        field: Field,
    },
    TooLongText {
        field: Field,
        longest: usize,
    },
    Malformed {
        field: Field,
    },
    NotAnEmail,
    PasswordShort {
        shortest: usize,
    },
    PasswordLong {
        longest: usize,
    },
    PasswordGuessable,
    SignInFailed,
    TooManyTries {
        again_in_seconds: u32,
    },
    LinkExpired,
    // the slot
    NotBookable,
    NoRule,
    InPast,
    TooSoon {
        lead_business_days: u32,
        deadline: NaiveDate,
        earliest: NaiveDate,
    },
    TooFar {
        horizon_days: u32,
        last: NaiveDate,
    },
    /// Days are opened in portions, and this one is not open yet.
    NotReleased {
        release: Release,
        /// The last day that is open.
        last: NaiveDate,
        /// The first day on which the wished day can be booked.
        opens: NaiveDate,
    },
    TooShort {
        min_minutes: u32,
    },
    TooLong {
        max_minutes: u32,
    },
    OffGrid {
        slot_minutes: u32,
        nearest: Instant,
    },
    ClosedDay {
        day: NaiveDate,
        closing: Closing,
        next_open: NaiveDate,
    },
    OutsideHours {
        windows: Vec<WeeklyWindow>,
    },
    Taken {
        by: Taken,
        during: Span,
        nearest: Vec<Span>,
    },
    ConsentMissing {
        effective_on: NaiveDate,
    },
    /// It runs through more days than one use may.
    TooManyDays {
        most: u32,
    },
    /// It runs through the night into a closed day.
    NightBeforeClosed {
        day: NaiveDate,
    },
    /// The person or the manner.
    Unfit(Unfit),
    // decisions
    AlreadyDecided {
        by: String,
        at: Instant,
        approved: bool,
    },
    WrongState,
    OwnRequest,
    Started,
    /// Cancelling costs more by now than the page said.
    DearerNow {
        percent: u32,
    },
    /// 保留中: gates are not open, so nobody can approve it.
    OnHold,
    /// Nobody but the export control offices lets it go on.
    OnlyTheOffices,
    /// A fact for a gate, or an office's answer on it.
    Fact(FactBar),
    Training(TrainingBar),
    /// A request without a slot.
    Service(ServiceBar),
    /// 外部配分
    Outside(OutsideBar),
    /// The holidays, or a facility's closed days.
    Calendar(CalendarBar),
    /// 読替え: an institution publishes each line once.
    LineStands,
    /// 改正案
    Drafting(Drafting),
    Waiver(WaiverBar),
    /// The use itself, or its report.
    Use(UseBar),
    Feed(FeedBar),
}

/// What stands in the way of a slot.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Taken {
    Booking,
    /// 準備・洗浄時間 of a neighbouring use.
    Buffer,
    Maintenance,
}

impl Refusal {
    /// A refusal that stands on no usage rule.
    #[must_use]
    pub const fn of(wrong: Wrong) -> Self {
        Self {
            wrong,
            rule: None,
            ground: None,
            beside: None,
            remedies: Vec::new(),
        }
    }

    /// A refusal that stands on a usage rule.
    #[must_use]
    pub fn by_rule(wrong: Wrong, rule: Option<&Citation>) -> Self {
        Self {
            rule: rule.cloned(),
            ..Self::of(wrong)
        }
    }

    /// The field beside which it is said, where there is one.
    #[must_use]
    pub const fn field(&self) -> Option<Field> {
        match &self.wrong {
            Wrong::Missing { field }
            | Wrong::TooLongText { field, .. }
            | Wrong::Malformed { field } => Some(*field),
            Wrong::NotAnEmail => Some(Field::Email),
            Wrong::PasswordShort { .. } | Wrong::PasswordLong { .. } | Wrong::PasswordGuessable => {
                Some(Field::Password)
            }
            Wrong::TooShort { .. } | Wrong::TooLong { .. } | Wrong::TooManyDays { .. } => {
                Some(Field::Length)
            }
            Wrong::Unfit(unfit) => unfit.field(),
            Wrong::Service(bar) => bar.field(),
            Wrong::Outside(bar) => bar.field(),
            Wrong::Calendar(bar) => Some(bar.field()),
            Wrong::Training(bar) => bar.field(),
            Wrong::Fact(bar) => bar.field(),
            Wrong::Drafting(drafting) => drafting.field(),
            Wrong::Waiver(bar) => bar.field(),
            Wrong::Use(bar) => bar.field(),
            Wrong::InPast
            | Wrong::TooSoon { .. }
            | Wrong::TooFar { .. }
            | Wrong::NotReleased { .. }
            | Wrong::OffGrid { .. }
            | Wrong::ClosedDay { .. }
            | Wrong::OutsideHours { .. }
            | Wrong::NightBeforeClosed { .. }
            | Wrong::Taken { .. } => Some(Field::Start),
            Wrong::ConsentMissing { .. } => Some(Field::Agree),
            Wrong::SignInFailed
            | Wrong::TooManyTries { .. }
            | Wrong::LinkExpired
            | Wrong::NotBookable
            | Wrong::NoRule
            | Wrong::AlreadyDecided { .. }
            | Wrong::WrongState
            | Wrong::OwnRequest
            | Wrong::Started
            | Wrong::DearerNow { .. }
            | Wrong::OnHold
            | Wrong::OnlyTheOffices
            | Wrong::LineStands
            | Wrong::Feed(_) => None,
        }
    }

    /// The same to somebody who decides about another's time: of the ways forward only free times are theirs,
    /// and no rule binds them.
    #[must_use]
    pub fn to_the_facility(self) -> Self {
        let mut remedies = self.remedies;
        remedies.retain(|remedy| matches!(remedy, Remedy::Slots(_)));
        Self {
            remedies,
            ..Self::of(self.wrong)
        }
    }

    /// Whether the wished time itself was lost to somebody else (answered with 409, not 422).
    #[must_use]
    pub const fn is_lost_slot(&self) -> bool {
        match &self.wrong {
            Wrong::Taken { .. } => true,
            Wrong::Use(UseBar::OverCapacity {
                asked, capacity, ..
            }) => *asked <= *capacity,
            _ => false,
        }
    }
}
