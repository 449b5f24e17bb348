//! The words of what is used together: another resource of the facility beside the one that is booked.

use crate::domain::language::Language;
use crate::domain::name::Name;
use crate::words::name;

/// All of them.
pub struct Words {
    pub label: &'static str,
    pub hint: &'static str,
}

const JA: Words = Words {
    label: "一緒に使うもの",
    hint: "同じ日時で一緒に確保します。どれか一つでも空いていないときは、申請できません。",
};

const EN: Words = Words {
    label: "Used together with it",
    hint: "Held for the same time. If one of them is not free, nothing can be asked for.",
};

/// The words of a language.
#[must_use]
pub const fn of(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// What is wrong with another resource than the one that is booked.
#[must_use]
pub fn about(language: Language, other: &Name, what: &str) -> String {
    let other = name::of(language, other);
    match language {
        Language::Ja => format!("「{other}」：{what}"),
        Language::En => format!("{other}: {what}"),
    }
}

/// Several of them in one line.
#[must_use]
pub fn list<'a>(language: Language, names: impl Iterator<Item = &'a Name>) -> String {
    let names: Vec<&str> = names.map(|one| name::of(language, one)).collect();
    names.join(match language {
        Language::Ja => "、",
        Language::En => ", ",
    })
}
