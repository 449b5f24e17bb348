//! What holds of every step of editing a draft, and of every sequence of steps.

use proptest::prelude::*;

use crate::domain::halt::Halt;
use crate::domain::id::FileId;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::{ArticleRef, Target};
use crate::domain::parameter::value::Value;
use crate::domain::refusal::Wrong;
use crate::domain::refusal::drafting::Drafting;
use crate::domain::rule::document::{Attachment, DocumentKind};
use crate::domain::rule::draft::edit::{SETTINGS_MOST, apply, edit};
use crate::domain::rule::draft::sample::{amendment, article, name, officer};
use crate::domain::rule::draft::step::{Change, Direction, Edit, Head, Place, Said};
use crate::domain::rule::text::{ARTICLE_LONGEST, ARTICLES_MOST, Problem, check};

fn at(number: &str) -> ArticleRef {
    ArticleRef {
        document: 1,
        article: number.into(),
    }
}

fn lead(days: i64, number: Option<&str>) -> Change {
    Change {
        target: Target::All,
        parameter: Parameter::LeadBusinessDays,
        to: Some(Said {
            value: Value::Number(days),
            article: number.map(at),
            binding: true,
        }),
    }
}

fn rewrite(number: Option<&str>, new: &str, body: &str) -> Edit {
    Edit::Article {
        document: 1,
        number: number.map(str::to_owned),
        article: article(new, body),
        settings: Vec::new(),
    }
}

fn refused(step: &Edit) -> Vec<Wrong> {
    match apply(&amendment(), step) {
        Err(Halt::Refused(refusals)) => refusals.into_iter().map(|one| one.wrong).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn parameters_follow_their_article_to_its_new_number_and_outlive_it() {
    let moved = apply(&amendment(), &rewrite(Some("7"), "8-2", "五日前")).unwrap();
    assert_eq!(moved.text.sheet.settings[0].article, Some(at("8-2")));
    let gone = apply(&moved, &Edit::Remove(Place::Article(1, "8-2".into()))).unwrap();
    assert_eq!(gone.text.sheet.settings[0].article, None);
    assert_eq!(gone.text.sheet.settings[0].value, Value::Number(3));
    let none = apply(&gone, &Edit::Remove(Place::Document(1))).unwrap();
    assert_eq!(check(&none.text), [Problem::Empty]);
}

#[test]
fn a_setting_is_changed_in_place_or_cleared() {
    let set = |changes| {
        apply(&amendment(), &Edit::Settings(changes))
            .unwrap()
            .text
            .sheet
            .settings
    };
    let five = set(vec![lead(5, Some("1"))]);
    assert_eq!(five.len(), 1);
    assert_eq!((&five[0].value, five[0].binding), (&Value::Number(5), true));
    let mut clear = lead(0, None);
    clear.to = None;
    assert_eq!(set(vec![clear]), []);
    // what has no stricter value can't bind
    let free = Change {
        parameter: Parameter::PriorityRule,
        to: Some(Said {
            value: Value::Code("lottery".into()),
            article: None,
            binding: true,
        }),
        ..lead(0, None)
    };
    assert!(set(vec![free]).iter().all(|one| !one.binding));
}

#[test]
fn d02_what_can_not_be_published_is_not_kept() {
    let long = "x".repeat(ARTICLE_LONGEST + 1);
    assert!(matches!(
        refused(&rewrite(None, "9", &long))[..],
        [Wrong::Drafting(Drafting::Text(
            Problem::ArticleTooLong { .. }
        ))]
    ));
    assert!(matches!(
        refused(&rewrite(Some("1"), "7", "二つ目の第7条"))[..],
        [Wrong::Drafting(Drafting::Text(Problem::NumberTwice { .. }))]
    ));
    assert!(matches!(
        refused(&rewrite(None, "第9条", "x"))[..],
        [Wrong::Drafting(Drafting::Text(Problem::BadNumber { .. }))]
    ));
    assert!(matches!(
        refused(&Edit::Settings(vec![lead(5, Some("99"))]))[..],
        [Wrong::Drafting(Drafting::Text(
            Problem::NoSuchArticle { .. }
        ))]
    ));
    let many = (0..=SETTINGS_MOST).map(|number| Change {
        target: Target::Resource(format!("r{number}")),
        ..lead(5, None)
    });
    assert!(matches!(
        refused(&Edit::Settings(many.collect()))[..],
        [Wrong::Drafting(Drafting::TooManySettings { .. })]
    ));
    let mut full = amendment();
    full.text.documents[0].articles = (1..=ARTICLES_MOST)
        .map(|number| article(&number.to_string(), "a"))
        .collect();
    assert!(matches!(
        apply(&full, &rewrite(None, "999", "one more")),
        Err(Halt::Refused(_))
    ));
}

#[test]
fn a04_what_is_not_in_the_draft_does_not_exist() {
    let head = Head {
        kind: DocumentKind::Annex,
        title: name("別表"),
        version: String::new(),
        enacted_on: None,
        amended_on: None,
        effective_on: None,
    };
    for step in [
        rewrite(Some("3"), "3", "x"),
        Edit::Document { key: Some(9), head },
        Edit::Remove(Place::Document(2)),
        Edit::Remove(Place::Article(2, "1".into())),
        Edit::Move {
            place: Place::Article(1, "2".into()),
            to: Direction::Up,
        },
        Edit::Detach(FileId::new(3)),
    ] {
        assert!(
            matches!(apply(&amendment(), &step), Err(Halt::Absent)),
            "{step:?}"
        );
        assert!(matches!(
            edit(&amendment(), &step, &officer(8)),
            Err(Halt::Absent)
        ));
    }
}

fn numbers() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("第1条".to_owned()),
        (1_u32..9).prop_map(|number| number.to_string()),
        (1_u32..4, 1_u32..3).prop_map(|(a, b)| format!("{a}-{b}")),
    ]
}

fn changes() -> impl Strategy<Value = Change> {
    let article = prop::option::of(numbers());
    let target = prop_oneof![
        Just(Target::All),
        Just(Target::Category("tem".into())),
        Just(Target::Resource("x".into()))
    ];
    (target, 0_i64..9, article, any::<bool>()).prop_map(|(target, days, article, clear)| Change {
        target,
        to: (!clear).then(|| Said {
            value: Value::Number(days),
            article: article.as_deref().map(at),
            binding: days > 4,
        }),
        ..lead(0, None)
    })
}

fn places() -> impl Strategy<Value = Place> {
    prop_oneof![
        (1_u32..4).prop_map(Place::Document),
        (1_u32..4, numbers()).prop_map(|(key, number)| Place::Article(key, number)),
    ]
}

fn steps() -> impl Strategy<Value = Edit> {
    let head = (prop::option::of(1_u32..4), "\\PC{0,12}").prop_map(|(key, title)| Edit::Document {
        key,
        head: Head {
            kind: DocumentKind::Bylaw,
            title: name(&title),
            version: "1".into(),
            enacted_on: None,
            amended_on: None,
            effective_on: None,
        },
    });
    let written = (
        1_u32..4,
        prop::option::of(numbers()),
        numbers(),
        prop::collection::vec(changes(), 0..3),
    );
    let written = written.prop_map(|(document, number, new, settings)| Edit::Article {
        document,
        number,
        article: article(&new, "本文"),
        settings,
    });
    let file = (1_u32..4, 1_i64..4).prop_map(|(document, id)| Edit::Attach {
        document,
        file: Attachment {
            id: FileId::new(id),
            title: name("様式"),
            name: "form.pdf".into(),
            size: 10,
            sha256: String::new(),
        },
    });
    let moved = (places(), any::<bool>()).prop_map(|(place, up)| Edit::Move {
        place,
        to: if up { Direction::Up } else { Direction::Down },
    });
    prop_oneof![
        "\\PC{0,12}".prop_map(|title| Edit::Title(name(&title))),
        head,
        written,
        prop::collection::vec(changes(), 0..3).prop_map(Edit::Settings),
        moved,
        places().prop_map(Edit::Remove),
        file,
        (1_i64..4).prop_map(|id| Edit::Detach(FileId::new(id))),
    ]
}

proptest! {
    #[test]
    fn any_sequence_of_steps_leaves_a_text_that_could_be_published(steps in prop::collection::vec(steps(), 0..30)) {
        let mut draft = amendment();
        for step in &steps {
            if let Ok(next) = apply(&draft, step) {
                draft = next;
            }
            let problems = check(&draft.text);
            prop_assert!(problems.iter().all(|one| *one == Problem::Empty), "{problems:?} after {step:?}");
        }
    }

    #[test]
    fn saving_what_was_loaded_changes_nothing(steps in prop::collection::vec(steps(), 0..12)) {
        let draft = steps.iter().fold(amendment(), |draft, step| apply(&draft, step).unwrap_or(draft));
        let settings: Vec<Change> = draft.text.sheet.settings.iter().map(|one| Change {
            target: one.target.clone(),
            parameter: one.parameter,
            to: Some(Said { value: one.value.clone(), article: one.article.clone(), binding: one.binding }),
        }).collect();
        let mut again = apply(&draft, &Edit::Settings(settings)).unwrap();
        again = apply(&again, &Edit::Title(draft.title.clone())).unwrap();
        for document in &draft.text.documents {
            let head = Head {
                kind: document.kind,
                title: document.title.clone(),
                version: document.version.clone(),
                enacted_on: document.enacted_on,
                amended_on: document.amended_on,
                effective_on: document.effective_on,
            };
            again = apply(&again, &Edit::Document { key: Some(document.key), head }).unwrap();
            for article in &document.articles {
                again = apply(&again, &Edit::Article {
                    document: document.key,
                    number: Some(article.number.clone()),
                    article: article.clone(),
                    settings: Vec::new(),
                }).unwrap();
            }
        }
        prop_assert_eq!(again, draft);
    }
}
