//! Every contradiction in both languages, as officers read it.

use std::fmt::Write;

use super::*;
use crate::domain::parameter::check::check;
use crate::domain::parameter::sample::{CLASHES, for_all};

/// What each rule of the samples gets wrong.
fn every() -> Vec<Contradiction> {
    CLASHES
        .iter()
        .flat_map(|(_, wrong, _)| check(&for_all(wrong), &[]))
        .collect()
}

#[test]
fn every_contradiction_names_all_fields_and_what_to_change() {
    for language in [Language::Ja, Language::En] {
        for one in every() {
            let said = say(language, &one, "");
            for (parameter, value) in &one.values {
                let value = value::say(language, *parameter, value);
                assert!(said.contains(label(language, *parameter)), "{said}");
                assert!(said.contains(&value), "{said} lacks {value}");
            }
            assert!(!said.contains(['{', '}']), "{said}");
            let sentences = said.matches(['。', '.']).count();
            assert!(sentences >= 2, "{said}");
        }
    }
}

#[test]
fn contradictions_read_as_they_should() {
    let mut text = String::new();
    for one in every() {
        for language in [Language::Ja, Language::En] {
            writeln!(text, "{}", say(language, &one, "")).unwrap();
        }
    }
    insta::assert_snapshot!(text);
}

#[test]
fn the_target_is_named() {
    let mut one = every().remove(4);
    one.target = Target::Category("sem".into());
    assert!(say(Language::Ja, &one, "走査電子顕微鏡").starts_with("分類「走査電子顕微鏡」："));
    one.target = Target::Resource("ncvc-sem".into());
    assert!(say(Language::En, &one, "SEM").starts_with("Resource “SEM”: "));
}
