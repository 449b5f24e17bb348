//! 身分の区分: what eligibility asks of a person; the position itself stays free text.

/// The class of a person's position.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PositionClass {
    /// 職員（技術・事務）
    Staff,
    /// 研究者
    Researcher,
    /// 学生（大学院生を含む）
    Student,
}

impl PositionClass {
    /// Every class, in the order of forms.
    pub const ALL: &'static [Self] = &[Self::Researcher, Self::Staff, Self::Student];

    /// The code kept in the database, posted by forms and used by rules.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Researcher => "researcher",
            Self::Student => "student",
        }
    }

    /// Reads the code back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|class| class.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::parameter::Parameter;
    use crate::domain::parameter::kind::Kind;

    #[test]
    fn rules_ask_for_exactly_these_classes() {
        let Kind::Some(codes) = Parameter::EligiblePositions.entry().kind else {
            panic!("a set of codes")
        };
        assert_eq!(codes.len(), PositionClass::ALL.len());
        for code in codes {
            assert_eq!(
                PositionClass::from_code(code).map(PositionClass::code),
                Some(*code)
            );
        }
        assert_eq!(PositionClass::from_code("professor"), None);
    }
}
