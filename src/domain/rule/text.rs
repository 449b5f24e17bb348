//! 規則の本文: what a version says, as documents with articles and as parameters, and its limits.

use std::collections::BTreeSet;

use crate::domain::name::Name;
use crate::domain::parameter::setting::Sheet;
use crate::domain::rule::document::{Article, Document, DocumentKind};

/// Most documents of one version.
pub const DOCUMENTS_MOST: usize = 30;
/// Most articles of one document.
pub const ARTICLES_MOST: usize = 300;
/// Longest article in one language, in bytes.
pub const ARTICLE_LONGEST: usize = 100_000;
/// Longest text of one version in both languages together, in bytes.
pub const WHOLE_LONGEST: usize = 2_000_000;
/// Most parameters that one version sets, over all targets.
pub const SETTINGS_MOST: usize = 3_000;
/// Longest title or heading in one language, in characters.
pub const TITLE_LONGEST: usize = 200;
/// Longest number of an article or version of a document, in characters.
pub const NUMBER_LONGEST: usize = 20;

/// Everything that a version says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Text {
    /// In the order of pages.
    pub documents: Vec<Document>,
    pub sheet: Sheet,
}

/// What keeps a text from being published.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Problem {
    /// There is no document, or none of them says anything.
    Empty,
    TooManyDocuments,
    TooManyArticles {
        document: u32,
    },
    ArticleTooLong {
        document: u32,
        article: String,
    },
    /// A title, heading, number or version is too long, or a Japanese title is missing.
    BadTitle {
        document: u32,
    },
    /// "5", "5-2", or empty for a preamble.
    BadNumber {
        document: u32,
        article: String,
    },
    NumberTwice {
        document: u32,
        article: String,
    },
    /// All documents together are too long, or too many parameters are set.
    WholeTooLong,
    /// A parameter names an article that is not there.
    NoSuchArticle {
        document: u32,
        article: String,
    },
}

impl Text {
    /// One document of one article without a number: for texts that come as one piece.
    #[must_use]
    pub fn plain(title: Name, body: Name) -> Self {
        let article = Article {
            number: String::new(),
            heading: Name::default(),
            body,
        };
        let document = Document {
            key: 1,
            kind: DocumentKind::Rule,
            title,
            version: String::new(),
            enacted_on: None,
            amended_on: None,
            effective_on: None,
            articles: vec![article],
            files: Vec::new(),
        };
        Self {
            documents: vec![document],
            sheet: Sheet::default(),
        }
    }

    /// The document with this key.
    #[must_use]
    pub fn document(&self, key: u32) -> Option<&Document> {
        self.documents.iter().find(|document| document.key == key)
    }

    /// Whether an article stands in one of the documents.
    #[must_use]
    pub fn has(&self, document: u32, article: &str) -> bool {
        self.document(document)
            .is_some_and(|one| one.articles.iter().any(|known| known.number == article))
    }
}

/// Everything that keeps a text from being published.
#[must_use]
pub fn check(text: &Text) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut articles = text.documents.iter().flat_map(|one| &one.articles);
    if !articles.any(|article| !article.body.ja.trim().is_empty()) {
        problems.push(Problem::Empty);
    }
    if text.documents.len() > DOCUMENTS_MOST {
        problems.push(Problem::TooManyDocuments);
    }
    for document in &text.documents {
        problems.extend(check_document(document));
    }
    let is_long = text.documents.iter().map(size).sum::<usize>() > WHOLE_LONGEST;
    if is_long || text.sheet.settings.len() > SETTINGS_MOST {
        problems.push(Problem::WholeTooLong);
    }
    let named = text.sheet.settings.iter().filter_map(|one| {
        let at = one.article.as_ref()?;
        (!text.has(at.document, &at.article)).then(|| Problem::NoSuchArticle {
            document: at.document,
            article: at.article.clone(),
        })
    });
    problems.extend(named);
    problems
}

fn check_document(document: &Document) -> Vec<Problem> {
    let key = document.key;
    let mut problems = Vec::new();
    let title = &document.title;
    let long = |text: &str, most| text.chars().count() > most;
    if [&title.ja, &title.en]
        .iter()
        .any(|one| long(one, TITLE_LONGEST))
        || long(&document.version, NUMBER_LONGEST)
    {
        problems.push(Problem::BadTitle { document: key });
    }
    if document.articles.len() > ARTICLES_MOST {
        problems.push(Problem::TooManyArticles { document: key });
    }
    let mut seen = BTreeSet::new();
    for article in &document.articles {
        let number = article.number.clone();
        if !is_number(&number) {
            problems.push(Problem::BadNumber {
                document: key,
                article: number,
            });
        } else if !seen.insert(number.clone()) {
            problems.push(Problem::NumberTwice {
                document: key,
                article: number,
            });
        } else if article.body.ja.len().max(article.body.en.len()) > ARTICLE_LONGEST {
            problems.push(Problem::ArticleTooLong {
                document: key,
                article: number,
            });
        }
        let heading = &article.heading;
        if [&heading.ja, &heading.en]
            .iter()
            .any(|one| long(one, TITLE_LONGEST))
        {
            problems.push(Problem::BadTitle { document: key });
        }
    }
    problems
}

/// Whether a text is the number of an article: "5", "5-2", "5-2-1", or empty for a preamble.
#[must_use]
pub fn is_number(text: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()) && !part.starts_with('0')
    };
    text.is_empty() || (text.len() <= NUMBER_LONGEST && text.split('-').all(part))
}

fn size(document: &Document) -> usize {
    let of = |article: &Article| article.body.ja.len() + article.body.en.len();
    document.articles.iter().map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::parameter::Parameter;
    use crate::domain::parameter::setting::{ArticleRef, Setting, Target};
    use crate::domain::parameter::value::Value;

    fn body(text: &str) -> Name {
        Name {
            ja: text.into(),
            en: String::new(),
        }
    }

    fn article(number: &str, text: &str) -> Article {
        Article {
            number: number.into(),
            heading: Name::default(),
            body: body(text),
        }
    }

    fn text(articles: Vec<Article>) -> Text {
        let mut text = Text::plain(body("規則"), Name::default());
        text.documents[0].articles = articles;
        text
    }

    #[test]
    fn a_text_says_something() {
        assert_eq!(check(&text(vec![article("1", "予約する。")])), []);
        assert_eq!(check(&Text::default()), [Problem::Empty]);
        assert_eq!(check(&text(vec![article("1", " \n ")])), [Problem::Empty]);
    }

    #[test]
    fn numbers_are_plain_and_stand_once() {
        for good in ["", "1", "12", "5-2", "5-2-1"] {
            assert!(is_number(good), "{good}");
        }
        for bad in ["0", "01", "5-", "-5", "五", "5.2", "5--2", "1 ", "../1"] {
            assert!(!is_number(bad), "{bad}");
        }
        let twice = text(vec![article("1", "a"), article("1", "b")]);
        assert_eq!(
            check(&twice),
            [Problem::NumberTwice {
                document: 1,
                article: "1".into()
            }]
        );
    }

    #[test]
    fn d02_what_is_too_long_is_refused() {
        let long = "x".repeat(ARTICLE_LONGEST + 1);
        assert!(matches!(
            check(&text(vec![article("1", &long)]))[..],
            [Problem::ArticleTooLong { .. }]
        ));
        let many = (1..=10_000).map(|number: u32| article(&number.to_string(), "a"));
        assert_eq!(
            check(&text(many.collect())),
            [Problem::TooManyArticles { document: 1 }]
        );
        let full = "x".repeat(ARTICLE_LONGEST);
        let whole = (1..=21).map(|number: u32| article(&number.to_string(), &full));
        assert_eq!(check(&text(whole.collect())), [Problem::WholeTooLong]);
        let mut set = text(vec![article("1", "a")]);
        set.sheet.settings = (0..=SETTINGS_MOST)
            .map(|number| Setting {
                target: Target::Resource(number.to_string()),
                parameter: Parameter::LeadBusinessDays,
                value: Value::Number(3),
                article: None,
                binding: false,
            })
            .collect();
        assert_eq!(check(&set), [Problem::WholeTooLong]);
        set.sheet.settings.pop();
        assert_eq!(check(&set), []);
    }

    #[test]
    fn a_parameter_cites_an_article_that_is_there() {
        let mut cited = text(vec![article("7", "三日前までに申請する。")]);
        let setting = |number: &str| Setting {
            target: Target::All,
            parameter: Parameter::LeadBusinessDays,
            value: Value::Number(3),
            article: Some(ArticleRef {
                document: 1,
                article: number.into(),
            }),
            binding: false,
        };
        cited.sheet.settings = vec![setting("7")];
        assert_eq!(check(&cited), []);
        cited.sheet.settings = vec![setting("8")];
        assert!(matches!(check(&cited)[..], [Problem::NoSuchArticle { .. }]));
    }
}
