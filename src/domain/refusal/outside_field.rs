//! The fields of allocations that were made elsewhere.

/// The fields of allocations that were made elsewhere.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum OutsideField {
    Resource,
    Proposal,
    HolderName,
    HolderInstitution,
    Granted,
    AmountUnit,
    StartsOn,
    Used,
    SpanFrom,
    SpanUntil,
}

impl OutsideField {
    /// Every field.
    pub const ALL: &'static [Self] = &[
        Self::Resource,
        Self::Proposal,
        Self::HolderName,
        Self::HolderInstitution,
        Self::Granted,
        Self::AmountUnit,
        Self::StartsOn,
        Self::Used,
        Self::SpanFrom,
        Self::SpanUntil,
    ];

    /// The name of the form control, and its id.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Resource => "resource",
            Self::Proposal => "proposal",
            Self::HolderName => "holder_name",
            Self::HolderInstitution => "holder_institution",
            Self::Granted => "granted",
            Self::AmountUnit => "unit",
            Self::StartsOn => "starts_on",
            Self::Used => "used",
            Self::SpanFrom => "span_from",
            Self::SpanUntil => "span_until",
        }
    }

    /// Whether it is chosen from a list or a calendar rather than typed.
    #[must_use]
    pub const fn is_chosen(self) -> bool {
        matches!(
            self,
            Self::Resource | Self::AmountUnit | Self::StartsOn | Self::SpanFrom | Self::SpanUntil
        )
    }
}
