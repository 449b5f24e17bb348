//! 下書き: a form put aside as it was typed, by its writer alone.

use std::collections::BTreeMap;

use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{DraftId, ResourceId, UserId};
use crate::domain::refusal::service::ServiceBar;
use crate::domain::refusal::{Refusal, Wrong};

/// Most drafts of one person.
pub const DRAFTS_MOST: u32 = 20;
/// Most bytes of one draft, names of fields included.
pub const BYTES_MOST: usize = 50_000;

/// A form that was put aside.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// The id that the request will have.
    pub id: DraftId,
    pub user: UserId,
    pub resource: ResourceId,
    /// What was typed, by field.
    pub fields: BTreeMap<String, String>,
}

/// 下書き保存: `others` are the person's other drafts, `owner` whose draft with this id stands already.
///
/// # Errors
/// Somebody else's, too many, or too long.
pub fn keep(draft: Draft, others: i64, owner: Option<UserId>) -> Act<Draft> {
    if owner.is_some_and(|owner| owner != draft.user) {
        return Err(Halt::Absent);
    }
    let bytes: usize = draft
        .fields
        .iter()
        .map(|(name, value)| name.len() + value.len())
        .sum();
    let mut wrong = Vec::new();
    if owner.is_none() && others >= i64::from(DRAFTS_MOST) {
        wrong.push(Refusal::of(Wrong::Service(ServiceBar::TooManyDrafts {
            most: DRAFTS_MOST,
        })));
    }
    if bytes > BYTES_MOST {
        wrong.push(Refusal::of(Wrong::TooLongText {
            field: crate::domain::refusal::field::Field::Purpose,
            longest: crate::domain::service_request::check::TEXT_LONGEST,
        }));
    }
    if !wrong.is_empty() {
        return Err(Halt::Refused(wrong));
    }
    let event = Event::of(Kind::DraftKept).with("draft", draft.id);
    Ok(Done {
        value: draft,
        event,
    })
}

/// 下書きを削除する
///
/// # Errors
/// Somebody else's, or there is none.
pub fn drop(id: DraftId, user: UserId, owner: Option<UserId>) -> Act<DraftId> {
    if owner != Some(user) {
        return Err(Halt::Absent);
    }
    let event = Event::of(Kind::DraftDropped).with("draft", id);
    Ok(Done { value: id, event })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(bytes: usize) -> Draft {
        Draft {
            id: DraftId::new(1),
            user: UserId::new(1),
            resource: ResourceId::new(1),
            fields: [("purpose".to_owned(), "a".repeat(bytes))].into(),
        }
    }

    #[test]
    fn drafts_are_limited_and_their_writers_own() {
        assert!(keep(draft(10), 19, None).is_ok());
        assert!(matches!(keep(draft(10), 20, None), Err(Halt::Refused(_))));
        let mine = Some(UserId::new(1));
        assert!(
            keep(draft(10), 20, mine).is_ok(),
            "one that stands is kept anew"
        );
        assert!(matches!(
            keep(draft(50_001), 0, None),
            Err(Halt::Refused(_))
        ));
        let theirs = Some(UserId::new(2));
        assert!(matches!(keep(draft(10), 0, theirs), Err(Halt::Absent)));
        assert!(matches!(
            drop(DraftId::new(1), UserId::new(1), theirs),
            Err(Halt::Absent)
        ));
        assert!(matches!(
            drop(DraftId::new(1), UserId::new(1), None),
            Err(Halt::Absent)
        ));
    }
}
