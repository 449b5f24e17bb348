//! Letters about rules, as their readers see them.

use crate::domain::id::BookingId;
use crate::domain::language::Language;
use crate::domain::letter::Letter;
use crate::domain::letter::reminder::Affected;
use crate::domain::letter::rule::{Breaking, Change, Fate, RuleFacts, RuleNews};
use crate::domain::name::Name;
use crate::domain::time::{Span, parse_local};
use crate::notice::compose::tests::{to, written};

fn name(ja: &str, en: &str) -> Name {
    Name {
        ja: ja.into(),
        en: en.into(),
    }
}

fn booking() -> Affected {
    Affected {
        booking: BookingId::new(9),
        resource: name("共焦点顕微鏡 FV4000", "Confocal microscope FV4000"),
        span: Span::of_minutes(parse_local("2027-01-14T10:00").unwrap(), 300).unwrap(),
    }
}

fn changes() -> Vec<Change> {
    let parameter = |code: &str, target: &str, name: Name, value: Option<&str>| Change::Parameter {
        parameter: code.into(),
        target: target.into(),
        name,
        value: value.map(str::to_owned),
    };
    let article = |number: &str, fate| Change::Article {
        document: name("共用設備利用規則", "Usage rules"),
        number: number.into(),
        fate,
    };
    vec![
        article("7", Fate::Changed),
        article("9-2", Fate::Added),
        Change::Document {
            title: name("別表2", "Annex 2"),
            fate: Fate::Removed,
        },
        parameter("max_minutes", "all", Name::default(), Some("240")),
        parameter(
            "lead_business_days",
            "resource:ncvc-fv4000",
            name("共焦点顕微鏡 FV4000", "Confocal microscope FV4000"),
            Some("5"),
        ),
        parameter("quota_hours_per_month", "all", Name::default(), None),
    ]
}

fn facts(about: RuleNews) -> RuleFacts {
    RuleFacts {
        about,
        title: name("イメージング室 利用規則", "Rules of the imaging core"),
        version: "3.0".into(),
        unit: name("イメージング室", "Imaging core"),
        unit_slug: "ncvc-imaging".into(),
        institution: name("国循", "NCVC"),
        effective_on: "2027-01-01".parse().unwrap(),
        before: None,
        changes: Vec::new(),
        more_changes: 0,
        due: None,
        bookings: Vec::new(),
        breaking: Vec::new(),
        more_bookings: 0,
    }
}

fn letters() -> Vec<Letter> {
    let plain = RuleFacts {
        before: Some("2.1".into()),
        changes: changes(),
        more_changes: 4,
        ..facts(RuleNews::Announced)
    };
    let with_booking = RuleFacts {
        due: Some(parse_local("2027-01-08T17:00").unwrap()),
        bookings: vec![booking()],
        ..plain.clone()
    };
    let breaking = vec![Breaking {
        booking: booking(),
        parameters: vec!["max_minutes".into(), "open_windows".into()],
    }];
    let with_breaking = RuleFacts {
        breaking: breaking.clone(),
        ..with_booking.clone()
    };
    let to_manager = RuleFacts {
        breaking,
        more_bookings: 2,
        ..facts(RuleNews::Breaking)
    };
    [
        plain,
        with_booking,
        with_breaking,
        facts(RuleNews::Recalled),
        to_manager,
    ]
    .map(|facts| Letter::Rule(Box::new(facts)))
    .into()
}

#[test]
fn letters_about_rules_read_as_they_should() {
    let mut read = Vec::new();
    for language in [Language::Ja, Language::En] {
        for letter in letters() {
            let composed = written(&to(1, "鈴木 航", language), &letter);
            assert!(composed.entry.is_none());
            read.push(format!("{}\n\n{}", composed.subject, composed.text));
        }
    }
    insta::assert_snapshot!(read.join("==========\n"));
}
