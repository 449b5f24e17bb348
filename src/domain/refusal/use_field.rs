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
    /// 何日ごと
    Every,
    /// The day on or before which a series ends.
    LastDay,
    /// The dates of a series.
    Times,
}

impl UseField {
    /// Every field.
    pub const ALL: [Self; 14] = [
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
        Self::Every,
        Self::LastDay,
        Self::Times,
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
            Self::Every => "every",
            Self::LastDay => "last_day",
            Self::Times => "times",
        }
    }
}
