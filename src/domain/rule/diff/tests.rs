//! What differs appears once, and nothing else appears.

use std::collections::BTreeSet;

use proptest::prelude::{
    ProptestConfig, Strategy, any, prop, prop_assert, prop_assert_eq, proptest,
};

use super::*;
use crate::domain::id::FileId;
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::{ArticleRef, Setting, Sheet, Target};
use crate::domain::parameter::value::Value;
use crate::domain::rule::diff::document::FactChange;
use crate::domain::rule::diff::pair::Fate;
use crate::domain::rule::diff::piece::{Mark, Piece};
use crate::domain::rule::document::{Article, Attachment, Document, DocumentKind};

fn name(ja: &str) -> Name {
    Name {
        ja: ja.into(),
        en: String::new(),
    }
}

fn article(number: &str, body: &str) -> Article {
    Article {
        number: number.into(),
        heading: name("見出し"),
        body: name(body),
    }
}

fn document(key: u32, articles: Vec<Article>) -> Document {
    Document {
        key,
        kind: DocumentKind::Rule,
        title: name("利用規則"),
        version: "1".into(),
        enacted_on: None,
        amended_on: None,
        effective_on: None,
        articles,
        files: Vec::new(),
    }
}

fn setting(parameter: Parameter, number: i64) -> Setting {
    Setting {
        target: Target::All,
        parameter,
        value: Value::Number(number),
        article: None,
        binding: false,
    }
}

fn text(documents: Vec<Document>, settings: Vec<Setting>) -> Text {
    Text {
        documents,
        sheet: Sheet {
            settings,
            ..Sheet::default()
        },
    }
}

/// Two texts that differ in most ways.
fn versions() -> (Text, Text) {
    let articles = |said: [(&str, &str); 3]| {
        said.iter()
            .map(|(number, body)| article(number, body))
            .collect()
    };
    let old = [("1", "上限は10時間。"), ("2", "戻す。"), ("3", "a")];
    let new = [("1", "上限は8時間。"), ("2", "戻す。"), ("4", "b")];
    let mut changed = document(1, articles(new));
    changed.amended_on = "2027-01-01".parse().ok();
    let old = vec![
        document(1, articles(old)),
        document(2, vec![article("1", "別表")]),
    ];
    let new = vec![changed, document(3, vec![article("", "約款")])];
    (text(old, Vec::new()), text(new, Vec::new()))
}

#[test]
fn each_change_is_named() {
    let (old, new) = versions();
    let found = difference(&old, &new);
    let documents = found.documents.iter().map(|one| (one.key, one.fate));
    assert_eq!(
        documents.collect::<Vec<_>>(),
        [(1, Fate::Changed), (2, Fate::Removed), (3, Fate::Added)]
    );
    let first = &found.documents[0];
    assert!(matches!(first.facts[..], [FactChange::AmendedOn(_)]));
    let articles = first
        .articles
        .iter()
        .map(|one| (one.number.as_str(), one.fate));
    assert_eq!(
        articles.collect::<Vec<_>>(),
        [
            ("1", Fate::Changed),
            ("3", Fate::Removed),
            ("4", Fate::Added)
        ]
    );
    assert_eq!(first.articles[0].ja.len(), 4);
    assert!(first.articles[0].en.is_empty());
    let count = found.count();
    assert_eq!(
        (count.documents, count.articles, count.parameters),
        (3, 5, 0)
    );
}

#[test]
fn a_heading_and_a_file_alone_are_changes() {
    let old = text(vec![document(1, vec![article("1", "a")])], Vec::new());
    let mut new = old.clone();
    new.documents[0].articles[0].heading = name("新しい見出し");
    let found = difference(&old, &new);
    let change = &found.documents[0].articles[0];
    assert_eq!(change.heading_before, Some(name("見出し")));
    assert!(change.ja.is_empty());
    let mut filed = old.clone();
    filed.documents[0].files.push(Attachment {
        id: FileId::new(5),
        title: name("様式"),
        name: "a.pdf".into(),
        size: 1,
        sha256: String::new(),
    });
    assert_eq!(
        difference(&old, &filed).documents[0].files[0].fate,
        Fate::Added
    );
    assert_eq!(
        difference(&filed, &old).documents[0].files[0].fate,
        Fate::Removed
    );
}

#[test]
fn parameters_change_by_value_article_and_binding() {
    let lead = || setting(Parameter::LeadBusinessDays, 5);
    let old = text(
        Vec::new(),
        vec![setting(Parameter::MaxMinutes, 600), lead()],
    );
    let bound = Setting {
        binding: true,
        ..setting(Parameter::MaxMinutes, 480)
    };
    let cited = Setting {
        article: Some(ArticleRef {
            document: 1,
            article: "7".into(),
        }),
        ..lead()
    };
    let new = text(
        Vec::new(),
        vec![cited, bound, setting(Parameter::HorizonDays, 30)],
    );
    let found = difference(&old, &new).parameters;
    let said: Vec<(Parameter, Fate, bool)> = found
        .iter()
        .map(|one| (one.parameter, one.fate(), one.changes_value()))
        .collect();
    assert_eq!(
        said,
        [
            (Parameter::MaxMinutes, Fate::Changed, true),
            (Parameter::LeadBusinessDays, Fate::Changed, false),
            (Parameter::HorizonDays, Fate::Added, true),
        ]
    );
    assert_eq!(difference(&new, &old).parameters[2].fate(), Fate::Removed);
}

fn side(pieces: &[Piece], mark: Mark) -> String {
    pieces
        .iter()
        .filter(|piece| piece.mark == Mark::Same || piece.mark == mark)
        .map(|piece| piece.text.as_str())
        .collect()
}

fn some_text() -> impl Strategy<Value = Text> {
    let body = prop::sample::select(vec![
        "",
        "上限は10時間。",
        "上限は8時間。",
        "戻す。\n掃除する。",
    ]);
    let one = (1..6_u32, body).prop_map(|(number, body)| article(&number.to_string(), body));
    let articles = prop::collection::vec(one, 0..6);
    let documents = prop::collection::vec((1..4_u32, articles), 0..4);
    let parameter = prop::sample::select(vec![
        Parameter::LeadBusinessDays,
        Parameter::MaxMinutes,
        Parameter::HorizonDays,
    ]);
    let target = prop::sample::select(vec![Target::All, Target::Category("tem".into())]);
    let one = (parameter, target, 1..3_i64, any::<bool>()).prop_map(
        |(parameter, target, number, binding)| Setting {
            target,
            binding,
            ..setting(parameter, number)
        },
    );
    let settings = prop::collection::vec(one, 0..5);
    (documents, settings).prop_map(|(documents, settings)| {
        let documents = documents.into_iter();
        text(
            documents
                .map(|(key, articles)| document(key, articles))
                .collect(),
            settings,
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_text_does_not_differ_from_itself(text in some_text()) {
        prop_assert!(difference(&text, &text).is_empty());
    }

    #[test]
    fn what_differs_appears_once(old in some_text(), mut new in some_text()) {
        let unique = |text: &mut Text| {
            let mut seen = BTreeSet::new();
            text.documents.retain(|one| seen.insert(one.key));
            for document in &mut text.documents {
                let mut seen = BTreeSet::new();
                document.articles.retain(|one| seen.insert(one.number.clone()));
            }
        };
        let mut old = old;
        unique(&mut old);
        unique(&mut new);
        let found = difference(&old, &new);
        let places = |text: &Text| -> BTreeSet<(u32, String)> {
            let of = |one: &Document| {
                let key = one.key;
                one.articles.iter().map(move |article| (key, article.number.clone())).collect::<Vec<_>>()
            };
            text.documents.iter().flat_map(of).collect()
        };
        let body = |text: &Text, (key, number): &(u32, String)| -> Option<String> {
            let found = text.document(*key)?.articles.iter().find(|one| one.number == *number)?;
            Some(found.body.ja.clone())
        };
        for place in places(&old).union(&places(&new)) {
            let changes: Vec<_> = found.documents.iter()
                .filter(|one| one.key == place.0)
                .flat_map(|one| &one.articles)
                .filter(|one| one.number == place.1)
                .collect();
            let (before, after) = (body(&old, place), body(&new, place));
            prop_assert_eq!(changes.len(), usize::from(before != after));
            for change in changes {
                prop_assert_eq!(side(&change.ja, Mark::Gone), before.clone().unwrap_or_default());
                prop_assert_eq!(side(&change.ja, Mark::New), after.clone().unwrap_or_default());
            }
        }
    }

    #[test]
    fn settings_that_differ_appear_once_and_make_the_new_sheet(old in some_text(), new in some_text()) {
        let first = |text: &Text| {
            let mut seen = BTreeSet::new();
            let mut text = text.clone();
            text.sheet.settings.retain(|one| seen.insert((one.parameter, one.target.clone())));
            text
        };
        let (old, new) = (first(&old), first(&new));
        let found = difference(&old, &new).parameters;
        let mut made = old.sheet.settings;
        for change in found {
            made.retain(|one| (one.parameter, &one.target) != (change.parameter, &change.target));
            prop_assert!(change.from != change.to);
            made.extend(change.to);
        }
        let sorted = |mut settings: Vec<Setting>| {
            settings.sort_by_key(|one| (one.parameter, one.target.clone()));
            settings
        };
        prop_assert_eq!(sorted(made), sorted(new.sheet.settings));
    }
}
