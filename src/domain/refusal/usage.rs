//! What stands in the way of changing, beginning or ending a use, or of reporting on it.

use chrono::NaiveDate;

use crate::domain::counted::Counted;
use crate::domain::name::Name;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::keeping::KeepingBar;
use crate::domain::refusal::outage::OutageBar;
use crate::domain::refusal::use_field::UseField;
use crate::domain::refusal::waiting::WaitBar;
use crate::domain::time::Instant;

/// What stands in the way of a use or its report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum UseBar {
    /// It can't be begun before this time.
    TooEarly { opens: Instant },
    /// It can't be called a no-show before this time.
    NotMissedYet { from: Instant },
    /// It was begun or reported: nobody failed to come.
    WasUsed,
    /// 異議 was made already.
    Appealed,
    /// The time for an appeal is over.
    AppealOver,
    /// 変更: everything is as it was.
    NothingChanged,
    /// Its time is over.
    Over,
    /// There is nothing to report yet.
    NotOver,
    /// The end does not lie after the start.
    Backwards,
    /// The end lies in the future.
    ToCome,
    /// More than a day away from the booked time.
    FarOff,
    /// More samples than that.
    TooMany { most: u32 },
    /// 利用報告 comes first.
    LogFirst,
    /// Not a DOI.
    NoDoi,
    /// 所属責任者 is asked for and not named.
    NobodyResponsible,
    /// 所属責任者: nobody of their institution has this address.
    ResponsibleUnknown,
    /// 所属責任者: they named themselves.
    ResponsibleSelf,
    /// 暗証番号: not six digits.
    PinShape,
    /// Digits that anybody would try first.
    PinGuessable,
    /// Not their digits, or they have none.
    PinWrong,
    /// 空き待ち
    Wait(WaitBar),
    /// 保守・故障
    Outage(OutageBar),
    /// Attendants, components and companions.
    Keeping(KeepingBar),
    /// 容量の共有: with what others have at the peak it is more than there is.
    OverCapacity {
        asked: u32,
        others: u32,
        capacity: u32,
        counted: Counted,
    },
    /// 立会者: nobody can come, or nobody was named at all.
    NobodyAttends { nobody_at_all: bool },
    /// 立会者: whoever was chosen can't attend then.
    AttendantBusy,
    /// 定期予約 is not offered by the rule, or to the institution's own people only.
    NoSeries { own_only: bool },
    /// Days between dates of a series: from one to so many.
    SeriesStep { most: u32 },
    /// More dates than that.
    SeriesTooMany { most: u32 },
    /// Its last date lies beyond this day.
    SeriesTooFar { last: NaiveDate },
    /// It has no second date.
    SeriesOfOne,
    /// What several facilities are asked for at once is asked for once, not as a series.
    SeriesOfSet,
    /// What is taken together takes a component of which there is not enough left.
    NoComponent,
    /// One of a set is not moved by its facility alone.
    OneOfSet,
    /// So many of its dates can't be had.
    SeriesBarred { count: u32 },
    /// These dates of a series can't be changed or decided as asked.
    SeriesStays { days: Vec<NaiveDate> },
    /// A capacity can't become less than what is booked of it.
    BookedAbove {
        resource: Name,
        peak: u32,
        capacity: u32,
        counted: Counted,
    },
}

impl UseBar {
    /// The field beside which it is said, where there is one.
    #[must_use]
    pub const fn field(&self) -> Option<Field> {
        let field = match self {
            Self::Wait(bar) => return bar.field(),
            Self::Outage(bar) => return bar.field(),
            Self::Keeping(bar) => return bar.field(),
            Self::TooEarly { .. }
            | Self::NotMissedYet { .. }
            | Self::WasUsed
            | Self::NothingChanged
            | Self::Appealed
            | Self::AppealOver
            | Self::Over
            | Self::NotOver
            | Self::LogFirst
            | Self::NobodyResponsible
            | Self::NoSeries { .. }
            | Self::SeriesBarred { .. }
            | Self::SeriesOfSet
            | Self::OneOfSet
            | Self::NoComponent
            | Self::SeriesStays { .. }
            | Self::BookedAbove { .. } => return None,
            Self::AttendantBusy => UseField::Attendant,
            Self::NobodyAttends { .. } => return Some(Field::SupportMode),
            Self::SeriesStep { .. } => UseField::Every,
            Self::SeriesTooFar { .. } => UseField::LastDay,
            Self::SeriesTooMany { .. } | Self::SeriesOfOne => UseField::Times,
            Self::Backwards | Self::ToCome => UseField::Until,
            Self::FarOff => UseField::From,
            Self::TooMany { .. } => UseField::Samples,
            Self::NoDoi => UseField::Doi,
            Self::PinShape | Self::PinGuessable | Self::PinWrong => UseField::Pin,
            Self::OverCapacity { .. } => UseField::Units,
            Self::ResponsibleUnknown | Self::ResponsibleSelf => UseField::Responsible,
        };
        Some(Field::Use(field))
    }
}
