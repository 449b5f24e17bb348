//! The fields of the reports of a use.

/// The fields of the reports of a use.
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
}

impl UseField {
    /// Every field.
    pub const ALL: [Self; 8] = [
        Self::From,
        Self::Until,
        Self::Samples,
        Self::Note,
        Self::Incident,
        Self::Title,
        Self::Summary,
        Self::Doi,
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
        }
    }
}
