//! Rules as they are cited: 共用設備利用規則 第3.0版 第5条.

use crate::domain::language::Language;
use crate::domain::refusal::Citation;
use crate::words::name;

/// A rule by its title, version and, where they are known, document and article.
#[must_use]
pub fn of(language: Language, rule: &Citation) -> String {
    let (title, version) = (name::of(language, &rule.title), &rule.version);
    let whole = match language {
        Language::Ja => format!("{title} 第{version}版"),
        Language::En => format!("{title}, version {version}"),
    };
    let document = rule.document.as_ref().map(|one| name::of(language, one));
    let document = document.filter(|one| *one != title && !one.is_empty());
    let article = rule.article.as_ref();
    let parts = std::iter::once(whole)
        .chain(document.map(str::to_owned))
        .chain(article.map(|number| self::article(language, number)));
    let gap = match language {
        Language::Ja => " ",
        Language::En => ", ",
    };
    parts.collect::<Vec<_>>().join(gap)
}

/// An article by its number: 第5条, 第5条の2, article 5-2.
#[must_use]
pub fn article(language: Language, number: &str) -> String {
    match (language, number.split_once('-')) {
        (Language::Ja, Some((article, branch))) => {
            format!("第{article}条の{}", branch.replace('-', "の"))
        }
        (Language::Ja, None) => format!("第{number}条"),
        (Language::En, _) => format!("article {number}"),
    }
}
