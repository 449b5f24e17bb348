//! What a slot table is drawn from, and what its cells can say.

use crate::domain::booking::State;
use crate::domain::catalogue::Resource;
use crate::domain::id::{BookingId, UserId};
use crate::domain::policy::case::Occupied;
use crate::domain::rule::Rule;
use crate::domain::time::{Instant, Span};

/// One claim of time, and whose booking is behind it.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    pub occupied: Occupied,
    /// Who booked and where that stands; none for maintenance.
    pub by: Option<(UserId, State)>,
    /// 配分済み: another body allocated it.
    pub allocated: bool,
}

/// What a table is drawn from.
#[derive(Copy, Clone, Debug)]
pub struct Sight<'a> {
    pub now: Instant,
    pub resource: &'a Resource,
    /// All claims that touch the table's days or a use that starts on them.
    pub claims: &'a [Claim],
    /// All published versions of the rule.
    pub rules: &'a [Rule],
    /// Who looks: their own bookings are marked.
    pub viewer: Option<UserId>,
    /// Length of the use that must fit where a cell is called free.
    pub minutes: i64,
    /// So many units of a shared capacity.
    pub units: u32,
}

/// Whether a long day is shown whole.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Extent {
    /// Its middle, as many rows as can be overlooked.
    Core,
    /// All rows.
    Whole,
}

/// What a cell says.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum CellState {
    /// 空き: a use may start here.
    Free,
    /// Free, but only as a later part of a use that starts before.
    Within,
    /// Free, but too short for the shortest use.
    TooShort,
    /// 予約済み, or 仮予約 while it is undecided.
    Booked { used: Span, held: bool },
    /// One's own booking.
    Mine {
        booking: BookingId,
        used: Span,
        state: State,
    },
    /// 保守
    Maintenance { used: Span },
    /// 配分済み
    Allocated { used: Span },
    /// 準備・洗浄時間 of a neighbouring use.
    Buffer,
    /// 休業日; why stands in the calendar.
    Closed,
    /// Outside the weekly windows.
    OutsideHours,
    /// Begun already.
    Past,
    /// 申請期限切れ: the lead is over.
    TooSoon,
    /// Not yet open for booking: beyond the horizon.
    TooFar,
    /// No rule in force on that day, or no requests taken at all.
    NotOffered,
}
