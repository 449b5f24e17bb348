//! Every refusal about drafts, for the tests that read them.

use crate::domain::refusal::Wrong;
use crate::domain::refusal::drafting::Drafting;
use crate::domain::refusal::field::{Field, RuleField};
use crate::domain::rule::pdf::FileBar;
use crate::domain::rule::text::Problem;
use crate::domain::time::{parse_day, parse_local};

fn day(text: &str) -> chrono::NaiveDate {
    parse_day(text).unwrap()
}

fn of_text() -> Vec<Drafting> {
    let article = |article: &str| (1, article.to_owned());
    let (document, number) = article("7-2");
    let twice = |(document, article)| Problem::NumberTwice { document, article };
    [
        Problem::Empty,
        Problem::TooManyDocuments,
        Problem::TooManyArticles { document },
        Problem::ArticleTooLong {
            document,
            article: number.clone(),
        },
        Problem::BadTitle { document },
        Problem::BadNumber {
            document,
            article: number.clone(),
        },
        twice(article("7-2")),
        twice(article("")),
        Problem::WholeTooLong,
        Problem::NoSuchArticle {
            document,
            article: number,
        },
    ]
    .map(Drafting::Text)
    .into()
}

fn of_files() -> Vec<Drafting> {
    [
        FileBar::Empty,
        FileBar::TooLarge { most: 20 << 20 },
        FileBar::NotPdf,
        FileBar::Acts {
            name: "JavaScript".into(),
        },
        FileBar::Quota { most: 200 << 20 },
        FileBar::TooMany { most: 100 },
    ]
    .map(Drafting::File)
    .into()
}

/// One of each.
pub(super) fn all() -> Vec<Wrong> {
    let (by, at) = (
        "渡辺 誠".to_owned(),
        parse_local("2026-12-01T10:02").unwrap(),
    );
    let mut all = vec![
        Drafting::Standing { by: by.clone(), at },
        Drafting::Changed { by, at },
        Drafting::Contradictory { pairs: 1 },
        Drafting::Contradictory { pairs: 3 },
        Drafting::TooManySettings { most: 2_000 },
        Drafting::VersionUsed {
            version: "3.0".into(),
        },
        Drafting::TooEarly {
            earliest: day("2026-12-02"),
        },
        Drafting::TooLate {
            last: day("2029-12-01"),
        },
        Drafting::BeforeScheduled {
            version: "3.0".into(),
            effective_on: day("2027-01-01"),
        },
        Drafting::Grace { most: 366 },
        Drafting::GraceDiffers { said: 14 },
        Drafting::InForce {
            since: day("2026-12-01"),
        },
    ];
    all.extend(of_text());
    all.extend(of_files());
    let fields = RuleField::ALL.map(Field::Rule);
    let missing = fields.map(|field| Wrong::Missing { field });
    let malformed = fields.map(|field| Wrong::Malformed { field });
    all.into_iter()
        .map(Wrong::Drafting)
        .chain(missing)
        .chain(malformed)
        .collect()
}
