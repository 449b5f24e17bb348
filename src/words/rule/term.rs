//! What a rule sets in words: for which resources, and how it is marked.

use crate::domain::language::Language;
use crate::domain::parameter::setting::Target;

/// Which resources a setting is for; `name` is that of the category or resource. A rule of a whole
/// institution says it of all its facilities.
#[must_use]
pub fn scope(language: Language, target: &Target, name: &str, of_whole: Whole) -> String {
    match (language, target, of_whole) {
        (Language::Ja, Target::All, Whole::Institution) => "機関のすべての施設の機器".to_owned(),
        (Language::En, Target::All, Whole::Institution) => {
            "all resources of all the institution's facilities".to_owned()
        }
        (Language::Ja, Target::All, Whole::Facility) => "施設のすべての機器".to_owned(),
        (Language::En, Target::All, Whole::Facility) => "all resources of the facility".to_owned(),
        (Language::Ja, Target::Category(_), _) => format!("分類「{name}」の機器"),
        (Language::En, Target::Category(_), _) => format!("resources of the category “{name}”"),
        (Language::Ja, Target::Resource(_), _) => format!("機器「{name}」"),
        (Language::En, Target::Resource(_), _) => format!("the resource “{name}”"),
    }
}

/// What the unit is that a rule belongs to.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Whole {
    Facility,
    Institution,
}

/// 下位で緩和できない: levels below may not loosen it.
#[must_use]
pub const fn binding(language: Language) -> &'static str {
    match language {
        Language::Ja => "下位の規則で緩められません",
        Language::En => "Rules below may not loosen it",
    }
}
