//! 支援形態: who operates a resource during a use.

/// Who operates.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SupportMode {
    /// 自己操作
    SelfOperation,
    /// 技術補助
    Assisted,
    /// 技術代行
    Proxy,
}

impl SupportMode {
    /// Every way, in the order of pages.
    pub const ALL: &'static [Self] = &[Self::SelfOperation, Self::Assisted, Self::Proxy];

    /// The code kept in the database and posted by forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SelfOperation => "self",
            Self::Assisted => "assisted",
            Self::Proxy => "proxy",
        }
    }

    /// Reads the code back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.code() == code)
    }
}
