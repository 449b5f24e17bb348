//! Contradictions between parameters in words: both fields with their values, and what to change.

mod en;
mod ja;

use crate::domain::language::Language;
use crate::domain::parameter::check::Contradiction;
use crate::domain::parameter::clash::Clash;
use crate::domain::parameter::setting::Target;
use crate::words::parameter::line::pick;
use crate::words::parameter::{label, value};

/// What contradicts itself, and what to change:
/// 「最短の利用時間」（2時間）が「最長の利用時間」（1時間）を超えています。…
///
/// `name` is what people call the category or resource of the target; none is needed for all.
#[must_use]
pub fn say(language: Language, contradiction: &Contradiction, name: &str) -> String {
    let mut text = sentence(language, contradiction.clash).to_owned();
    let marks = [["{A}", "{a}"], ["{B}", "{b}"], ["{C}", "{c}"]];
    for ([full, short], (parameter, value)) in marks.into_iter().zip(&contradiction.values) {
        let label = label(language, *parameter);
        let value = value::say(language, *parameter, value);
        let (quoted, valued) = match language {
            Language::Ja => (format!("「{label}」"), format!("「{label}」（{value}）")),
            Language::En => (format!("“{label}”"), format!("“{label}” ({value})")),
        };
        text = text.replace(full, &valued).replace(short, &quoted);
    }
    let target = target(language, &contradiction.target, name);
    match language {
        Language::Ja => format!("{target}：{text}"),
        Language::En => format!("{target}: {text}"),
    }
}

/// Which resources a setting is for, in words.
#[must_use]
pub fn target(language: Language, target: &Target, name: &str) -> String {
    match (language, target) {
        (_, Target::All) => pick(language, "すべての機器", "All resources").to_owned(),
        (Language::Ja, Target::Category(_)) => format!("分類「{name}」"),
        (Language::Ja, Target::Resource(_)) => format!("機器「{name}」"),
        (Language::En, Target::Category(_)) => format!("Category “{name}”"),
        (Language::En, Target::Resource(_)) => format!("Resource “{name}”"),
    }
}

/// `{A}` is the first field with its value, `{a}` its name alone; `{B}` and `{C}` are the others.
const fn sentence(language: Language, clash: Clash) -> &'static str {
    match language {
        Language::Ja => ja::of(clash),
        Language::En => en::of(clash),
    }
}

#[cfg(test)]
mod tests;
