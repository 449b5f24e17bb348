//! The fields of a use: how much of it, its changes and decisions, its reports.

/// The fields of a use, besides those of its request.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum UseField {
    From,
    Until,
    Samples,
    Note,
    Incident,
    Title,
    Summary,
    Doi,
    /// Units of a shared capacity.
    Units,
    /// The booking to change places with.
    Other,
    /// 承認の条件
    Conditions,
    /// 空き待ち: the first and the last day that suit.
    WaitFrom,
    WaitUntil,
    /// 空き待ち: kept, or only told.
    Want,
    /// 空き待ち: just the time that was refused, or any in a period.
    WaitWhen,
    /// 保守・故障: when it begins, until when, and what it is.
    StopFrom,
    StopUntil,
    StopSort,
    /// 復旧した日時
    EndedAt,
    /// The resource that stands still.
    StopResource,
    /// 何日ごと
    Every,
    /// The day on or before which a series ends.
    LastDay,
    /// The dates of a series.
    Times,
    /// 暗証番号
    Pin,
    /// The use that is begun or ended at a door.
    AtDoor,
    /// 所属責任者
    Responsible,
    /// 立会者
    Attendant,
}

impl UseField {
    /// Every field.
    pub const ALL: [Self; 27] = [
        Self::From,
        Self::Until,
        Self::Samples,
        Self::Note,
        Self::Incident,
        Self::Title,
        Self::Summary,
        Self::Doi,
        Self::Units,
        Self::Other,
        Self::Conditions,
        Self::WaitFrom,
        Self::WaitUntil,
        Self::Want,
        Self::WaitWhen,
        Self::StopFrom,
        Self::StopUntil,
        Self::StopSort,
        Self::EndedAt,
        Self::StopResource,
        Self::Every,
        Self::LastDay,
        Self::Times,
        Self::Pin,
        Self::AtDoor,
        Self::Responsible,
        Self::Attendant,
    ];

    /// The name of the form control, and its id.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::From => "used_from",
            Self::Until => "used_until",
            Self::Samples => "samples",
            Self::Note => "note",
            Self::Incident => "incident",
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Doi => "doi",
            Self::Units => "units",
            Self::Other => "other",
            Self::Conditions => "conditions",
            Self::WaitFrom => "wait_from",
            Self::WaitUntil => "wait_until",
            Self::Want => "want",
            Self::WaitWhen => "wait_when",
            Self::StopFrom => "stop_from",
            Self::StopUntil => "stop_until",
            Self::StopSort => "sort",
            Self::EndedAt => "ended_at",
            Self::StopResource => "resource",
            Self::Every => "every",
            Self::LastDay => "last_day",
            Self::Times => "times",
            Self::Pin => "pin",
            Self::AtDoor => "booking",
            Self::Responsible => "responsible",
            Self::Attendant => "attendant",
        }
    }

    /// Whether it is chosen from a list rather than typed.
    #[must_use]
    pub const fn is_chosen(self) -> bool {
        matches!(
            self,
            Self::Other
                | Self::Want
                | Self::WaitWhen
                | Self::StopSort
                | Self::StopResource
                | Self::AtDoor
                | Self::Attendant
        )
    }
}
