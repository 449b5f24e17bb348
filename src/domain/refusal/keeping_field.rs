//! The fields by which a facility keeps its attendants, and what its resources take and go with.

/// The fields of attendants, of their absences, of components and of companions.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum KeepingField {
    /// 立会者の氏名
    NameJa,
    NameEn,
    /// The address of their own account.
    Account,
    Weekdays,
    From,
    Until,
    /// The resources that they attend.
    Attended,
    AbsentFrom,
    AbsentUntil,
    /// 構成要素: a resource that is there, or a new one.
    Needed,
    Units,
    ComponentJa,
    ComponentEn,
    Capacity,
    /// 一緒に申請できるもの
    Companion,
    /// The same of another facility, by address.
    OtherCompanion,
}

impl KeepingField {
    /// Every field.
    pub const ALL: [Self; 16] = [
        Self::NameJa,
        Self::NameEn,
        Self::Account,
        Self::Weekdays,
        Self::From,
        Self::Until,
        Self::Attended,
        Self::AbsentFrom,
        Self::AbsentUntil,
        Self::Needed,
        Self::Units,
        Self::ComponentJa,
        Self::ComponentEn,
        Self::Capacity,
        Self::Companion,
        Self::OtherCompanion,
    ];

    /// The name of the form control, and its id.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NameJa => "name_ja",
            Self::NameEn => "name_en",
            Self::Account => "account",
            Self::Weekdays => "on",
            Self::From => "from_time",
            Self::Until => "until_time",
            Self::Attended => "attends",
            Self::AbsentFrom => "absent_from",
            Self::AbsentUntil => "absent_until",
            Self::Needed => "needed",
            Self::Units => "units",
            Self::ComponentJa => "component_ja",
            Self::ComponentEn => "component_en",
            Self::Capacity => "capacity",
            Self::Companion => "companion",
            Self::OtherCompanion => "other_companion",
        }
    }

    /// Whether it is chosen from a list rather than typed.
    #[must_use]
    pub const fn is_chosen(self) -> bool {
        matches!(
            self,
            Self::Weekdays | Self::Attended | Self::Needed | Self::Companion
        )
    }

    /// Whether its English name speaks of several things.
    #[must_use]
    pub const fn is_plural(self) -> bool {
        matches!(self, Self::Weekdays | Self::Units)
    }
}
