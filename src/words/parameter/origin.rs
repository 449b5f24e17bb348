//! Where a value comes from, in words: 「国循 共用設備利用規則 第3.0版 第5条（施設）」.

use crate::domain::language::Language;
use crate::domain::parameter::terms::{Level, Origin};
use crate::words::citation;
use crate::words::parameter::line::pick;

/// The version, document and article that say a value, with their level.
#[must_use]
pub fn say(language: Language, origin: &Origin) -> String {
    let level = level(language, origin.level);
    let Some(rule) = &origin.citation else {
        return level.to_owned();
    };
    let rule = citation::of(language, rule);
    match (language, origin.level) {
        (Language::Ja, Level::Institution) => format!("機関共通の規則：{rule}（{level}）"),
        (Language::En, Level::Institution) => {
            format!("rules of the whole institution: {rule} ({level} level)")
        }
        (Language::Ja, _) => format!("{rule}（{level}）"),
        (Language::En, _) => format!("{rule} ({level} level)"),
    }
}

/// What a level is called.
#[must_use]
pub const fn level(language: Language, level: Level) -> &'static str {
    let (ja, en) = match level {
        Level::Default => ("初期値", "default"),
        Level::Catalogue => ("カタログの登録内容", "catalogue entry"),
        Level::Institution => ("機関", "institution"),
        Level::Facility => ("施設", "facility"),
        Level::Category => ("分類", "category"),
        Level::Resource => ("機器", "resource"),
    };
    pick(language, ja, en)
}
