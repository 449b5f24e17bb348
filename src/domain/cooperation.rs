//! 類型: how a use counts as cooperation of the institutions. What is recorded proposes a type; only coordinators set one.

/// A type of cooperation, as the council fixed it in 2022 (第2回連絡調整会議, 令和4年4月28日).
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum CooperationType {
    /// 類型1: what an in-house institution has goes on in a project of AMED.
    One,
}

/// The type that a provision proposes: type 1, where an institution provided what it has for a project whose
/// number is one of AMED's. Nothing else is counted by it.
#[must_use]
pub fn proposed(project_number: &str) -> Option<CooperationType> {
    is_amed(project_number).then_some(CooperationType::One)
}

/// Whether a number has the shape of AMED's 課題管理番号: two digits of the fiscal year, two letters of the
/// programme, seven digits, a letter, four digits; or, as in one programme, a digit before the letters and six
/// digits after them.
#[must_use]
pub fn is_amed(number: &str) -> bool {
    [[2, 2, 7, 1, 4].as_slice(), &[3, 2, 6, 1, 4]]
        .iter()
        .any(|lengths| has_shape(number.trim(), lengths))
}

/// Digits and small letters by turns, so many of each.
fn has_shape(number: &str, lengths: &[usize]) -> bool {
    let mut letters = number.chars();
    for (place, length) in lengths.iter().enumerate() {
        let fits = |one: char| match place % 2 {
            0 => one.is_ascii_digit(),
            _ => one.is_ascii_lowercase(),
        };
        let found = letters.by_ref().take(*length);
        if found.filter(|one| fits(*one)).count() != *length {
            return false;
        }
    }
    letters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amed_s_numbers_are_told_from_others() {
        for known in [
            "26zz0999002j0001",
            "17am0101001j0001",
            " 21fk0108001h0001 ",
            "223fa627001h0001",
        ] {
            assert!(is_amed(known), "{known}");
        }
        for other in [
            "",
            "24K00000",
            "26zz0999002j001",
            "26zz0999002j00011",
            "26ZZ0999002J0001",
            "２6zz0999002j0001",
        ] {
            assert!(!is_amed(other), "{other}");
        }
        assert_eq!(proposed("26zz0999002j0001"), Some(CooperationType::One));
        assert_eq!(proposed("24K00000"), None);
    }
}
