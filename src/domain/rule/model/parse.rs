//! The model's texts, cut into numbered articles.

use crate::domain::name::Name;
use crate::domain::rule::document::Article;

/// A text in both languages, whose lines "# 5 heading" begin an article.
#[derive(Copy, Clone, Debug)]
pub struct Source {
    pub ja: &'static str,
    pub en: &'static str,
}

/// One article in one language.
struct Part<'a> {
    number: &'a str,
    heading: &'a str,
    body: String,
}

/// The articles of a text, each body passed through `fill`. What stands before the first heading is
/// a preamble without a number.
pub fn articles(source: Source, fill: impl Fn(&Name) -> Name) -> Vec<Article> {
    let english = parts(source.en);
    parts(source.ja)
        .into_iter()
        .map(|ja| {
            let same = english.iter().find(|en| en.number == ja.number);
            let en = |of: fn(&Part<'_>) -> String| same.map(of).unwrap_or_default();
            Article {
                number: ja.number.to_owned(),
                heading: Name {
                    ja: ja.heading.to_owned(),
                    en: en(|part| part.heading.to_owned()),
                },
                body: fill(&Name {
                    ja: ja.body,
                    en: en(|part| part.body.clone()),
                }),
            }
        })
        .collect()
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut part = Part {
        number: "",
        heading: "",
        body: String::new(),
    };
    for line in text.lines() {
        match line
            .strip_prefix("# ")
            .and_then(|line| line.split_once(' '))
        {
            Some((number, heading)) => {
                let body = String::new();
                parts.push(std::mem::replace(
                    &mut part,
                    Part {
                        number,
                        heading,
                        body,
                    },
                ));
            }
            None => {
                part.body.push_str(line);
                part.body.push('\n');
            }
        }
    }
    parts.push(part);
    for part in &mut parts {
        part.body = part.body.trim().to_owned();
    }
    parts.retain(|part| !part.body.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_begin_articles_and_languages_meet_by_number() {
        let source = Source {
            ja: "はじめに\n\n# 1 目的\n\n一行目\n\n二行目\n# 2 定義\n語",
            en: "# 2 Terms\nwords\n",
        };
        let found = articles(source, Name::clone);
        let read: Vec<[&str; 5]> = found
            .iter()
            .map(|one| {
                [
                    one.number.as_str(),
                    &one.heading.ja,
                    &one.body.ja,
                    &one.heading.en,
                    &one.body.en,
                ]
            })
            .collect();
        assert_eq!(
            read,
            [
                ["", "", "はじめに", "", ""],
                ["1", "目的", "一行目\n\n二行目", "", ""],
                ["2", "定義", "語", "Terms", "words"],
            ]
        );
    }
}
