//! The choices that forms about people share.

use crate::domain::language::Language;
use crate::domain::position::PositionClass;
use crate::web::parts::Choice;
use crate::words::user::{self as said, LANGUAGES};

/// The classes of positions.
#[must_use]
pub fn position_classes(language: Language, chosen: Option<PositionClass>) -> Vec<Choice> {
    PositionClass::ALL
        .iter()
        .map(|&class| Choice {
            value: class.code().to_owned(),
            label: said::position_class(language, class).to_owned(),
            hint: None,
            chosen: chosen == Some(class),
        })
        .collect()
}

/// The languages in which letters can come.
#[must_use]
pub fn languages(chosen: Language) -> Vec<Choice> {
    LANGUAGES
        .iter()
        .map(|(language, label)| Choice {
            value: language.code().to_owned(),
            label: (*label).to_owned(),
            hint: None,
            chosen: *language == chosen,
        })
        .collect()
}
