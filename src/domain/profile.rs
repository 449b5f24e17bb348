//! 登録情報: what people may change about themselves, and what is checked then.

use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Decision, Done};
use crate::domain::id::UserId;
use crate::domain::language::Language;
use crate::domain::position::PositionClass;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::user::{NAME_LONGEST, check_phone, check_text};

/// What somebody may change about themselves. Their address is proved anew elsewhere, and their
/// institution speaks for itself: neither stands here.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Profile {
    pub name: String,
    pub position: String,
    pub position_class: Option<PositionClass>,
    pub phone: String,
    pub language: Language,
    /// 所属責任者: their address; empty for nobody.
    pub responsible: String,
}

/// 登録情報を変更する. The event names what was changed, never what it was or is.
///
/// # Errors
/// One refusal per field that is missing or too long, or names nobody; `responsible` is whom the address names.
pub fn change(
    user: UserId,
    (typed, responsible): (&Profile, Option<UserId>),
    known: &Profile,
) -> Decision<UserId> {
    let mut wrong = Vec::new();
    check_text(&typed.name, Field::Name, NAME_LONGEST, &mut wrong);
    check_text(&typed.position, Field::Position, NAME_LONGEST, &mut wrong);
    if typed.position_class.is_none() {
        wrong.push(Refusal::of(Wrong::Missing {
            field: Field::PositionClass,
        }));
    }
    check_phone(&typed.phone, &mut wrong);
    wrong.extend(unfit(user, typed, responsible));
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let changed = [
        ("name", typed.name != known.name),
        ("position", typed.position != known.position),
        (
            "position_class",
            typed.position_class != known.position_class,
        ),
        ("phone", typed.phone != known.phone),
        ("language", typed.language != known.language),
        ("responsible", typed.responsible != known.responsible),
    ];
    let names: Vec<&str> = changed
        .into_iter()
        .filter_map(|(name, is_new)| is_new.then_some(name))
        .collect();
    let event =
        Event::about_user(Kind::UserChanged, user, Vec::new()).with("changed", names.join(","));
    Ok(Done { value: user, event })
}

/// What is wrong with whom they named as responsible for them.
fn unfit(user: UserId, typed: &Profile, responsible: Option<UserId>) -> Option<Refusal> {
    let bar = match responsible {
        _ if typed.responsible.is_empty() => return None,
        Some(named) if named == user => UseBar::ResponsibleSelf,
        Some(_) => return None,
        None => UseBar::ResponsibleUnknown,
    };
    Some(Refusal::of(Wrong::Use(bar)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile() -> Profile {
        Profile {
            name: "佐藤 恵".into(),
            position: "室長".into(),
            position_class: Some(PositionClass::Researcher),
            phone: "03-1234-5678".into(),
            language: Language::Ja,
            responsible: String::new(),
        }
    }

    #[test]
    fn the_event_names_what_changed_and_not_what_it_is() {
        let new = Profile {
            position: "部長".into(),
            language: Language::En,
            ..profile()
        };
        let done = change(UserId::new(1), (&new, None), &profile()).unwrap();
        assert_eq!(done.event.facts["changed"], "position,language");
        assert_eq!(done.event.facts.len(), 1);
        assert!(done.event.letters.is_empty());
    }

    #[test]
    fn somebody_else_of_the_institution_is_responsible() {
        let typed = Profile {
            responsible: "takahashi@example.jp".into(),
            ..profile()
        };
        let tried = |named: Option<i64>| {
            let named = named.map(UserId::new);
            change(UserId::new(1), (&typed, named), &profile())
        };
        assert_eq!(
            tried(Some(2)).unwrap().event.facts["changed"],
            "responsible"
        );
        for (named, bar) in [
            (Some(1), UseBar::ResponsibleSelf),
            (None, UseBar::ResponsibleUnknown),
        ] {
            let wrong = tried(named).unwrap_err();
            assert_eq!(wrong, [Refusal::of(Wrong::Use(bar))]);
        }
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let bad = Profile {
            name: "あ".repeat(81),
            phone: "1".repeat(41),
            ..Profile::default()
        };
        let wrong = change(UserId::new(1), (&bad, None), &profile()).unwrap_err();
        let fields: Vec<_> = wrong.iter().filter_map(Refusal::field).collect();
        assert_eq!(
            fields,
            [
                Field::Name,
                Field::Position,
                Field::PositionClass,
                Field::Phone
            ]
        );
    }
}
