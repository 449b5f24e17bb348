//! The fields of forms about the holidays and a facility's closed days.

/// The fields of forms about the holidays and a facility's closed days.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum CalendarField {
    /// The official list, pasted whole.
    List,
    Day,
    /// 休日かどうか
    Standing,
    NameJa,
    NameEn,
}

impl CalendarField {
    /// Every field.
    pub const ALL: &'static [Self] = &[
        Self::List,
        Self::Day,
        Self::Standing,
        Self::NameJa,
        Self::NameEn,
    ];

    /// The name of the form control, and its id.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Day => "day",
            Self::Standing => "standing",
            Self::NameJa => "day_ja",
            Self::NameEn => "day_en",
        }
    }

    /// Whether it is chosen rather than typed.
    #[must_use]
    pub const fn is_chosen(self) -> bool {
        matches!(self, Self::Standing)
    }
}
