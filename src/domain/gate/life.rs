//! How a fact stands by itself, apart from any use: waiting, counting, ended, refused.

use chrono::NaiveDate;

use crate::domain::gate::fact::{Fact, Ruling, Side, Verdict};
use crate::domain::time::Instant;

/// How a fact stands on a day.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Life {
    /// The person took it back.
    Withdrawn,
    /// An office said no.
    Refused,
    /// An office took its yes back.
    Revoked,
    /// It counted until a day before.
    Ended,
    /// An office has not answered yet.
    Waiting,
    /// The person's own word is enough.
    Declared,
    /// Every office that was asked confirmed it.
    Confirmed,
}

impl Life {
    /// Whether it may still open a gate.
    #[must_use]
    pub const fn counts(self) -> bool {
        matches!(self, Self::Waiting | Self::Declared | Self::Confirmed)
    }
}

/// How many offices still owe an answer.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Owed(pub usize);

/// How a fact stands on a Tokyo day.
#[must_use]
pub fn life(fact: &Fact, owed: Owed, withdrawn: Option<Instant>, on: NaiveDate) -> Life {
    let last = last_words(&fact.rulings);
    let said = |verdict| last.iter().any(|ruling| ruling.verdict == verdict);
    if withdrawn.is_some() {
        Life::Withdrawn
    } else if said(Verdict::Refused) {
        Life::Refused
    } else if said(Verdict::Revoked) {
        Life::Revoked
    } else if fact.valid_until.is_some_and(|last| last < on) {
        Life::Ended
    } else if owed.0 > 0 {
        Life::Waiting
    } else if last.iter().all(|ruling| ruling.side == Side::Own) && !last.is_empty() {
        Life::Declared
    } else if last.is_empty() {
        Life::Waiting
    } else {
        Life::Confirmed
    }
}

/// What each side of each institution said last.
#[must_use]
pub fn last_words(rulings: &[Ruling]) -> Vec<&Ruling> {
    let mut last: Vec<&Ruling> = Vec::new();
    for ruling in rulings.iter().rev() {
        let known = last
            .iter()
            .any(|one| (one.side, one.institution) == (ruling.side, ruling.institution));
        if !known {
            last.push(ruling);
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::gate::Gate;
    use crate::domain::gate::sample::{confirmed, day, fact, ruling};

    #[test]
    fn a_fact_is_what_its_offices_made_of_it() {
        let on = day("2027-01-08");
        let stands = |fact: &Fact, owed| life(fact, Owed(owed), None, on);
        let plain = fact(Gate::EthicsApproval);
        assert_eq!(stands(&plain, 1), Life::Waiting);
        let one = confirmed(plain.clone(), Side::Home);
        assert_eq!(
            stands(&one, 1),
            Life::Waiting,
            "the other side owes its answer"
        );
        assert_eq!(stands(&one, 0), Life::Confirmed);
        assert_eq!(
            stands(&confirmed(plain.clone(), Side::Own), 0),
            Life::Declared
        );
        let mut revoked = one.clone();
        revoked
            .rulings
            .push(ruling(Side::Home, Verdict::Revoked, None));
        assert_eq!(stands(&revoked, 0), Life::Revoked);
        let ended = Fact {
            valid_until: Some(day("2027-01-07")),
            ..one.clone()
        };
        assert_eq!(stands(&ended, 0), Life::Ended);
        let at = Some(one.entered_at);
        assert_eq!(life(&one, Owed(0), at, on), Life::Withdrawn);
        assert!(Life::Waiting.counts() && !Life::Revoked.counts());
    }
}
