//! Resources of two facilities that are asked for together, and who is told when that begins or ends.

use crate::domain::letter::together::{Item, TogetherFacts, TogetherNews};
use crate::domain::letter::{Envelope, Letter, Recipient};

/// Two resources of different facilities.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pair {
    pub main: Side,
    pub other: Side,
}

/// One of them, with those who manage it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Side {
    pub item: Item,
    pub managers: Vec<Recipient>,
}

/// The letters to the facility that did not do it.
#[must_use]
pub(super) fn letters(pair: &Pair, about: TogetherNews) -> Vec<Envelope> {
    let told = match about {
        TogetherNews::Offered | TogetherNews::Ended => &pair.other,
        TogetherNews::Left => &pair.main,
    };
    let envelope = |to: &Recipient| Envelope {
        to: to.clone(),
        letter: Letter::Together(Box::new(TogetherFacts {
            about,
            main: pair.main.item.clone(),
            other: pair.other.item.clone(),
        })),
    };
    told.managers.iter().map(envelope).collect()
}
