//! Delivery: what became of one try to send a letter, and what follows from it.

use crate::domain::time::Instant;

/// Seconds before the second try; doubles with each further one.
const FIRST_WAIT: i64 = 60;
/// Longest wait between two tries.
const LONGEST_WAIT: i64 = 6 * 60 * 60;
/// How long a letter is tried.
const PATIENCE: i64 = 5 * 24 * 60 * 60;
/// Wait before the one further try of a letter that may have arrived.
const UNCERTAIN_WAIT: i64 = 15 * 60;

/// What became of one try.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// The next mail server took it over.
    Sent,
    /// Nobody takes letters now: no server, no encryption, no disk. The text is for the operator.
    Away(String),
    /// This letter is not taken now.
    NotNow(String),
    /// Never: this address or this letter was refused for good.
    Never(String),
    /// The connection broke after the letter was handed over and before it was acknowledged.
    Unknown(String),
}

/// A letter's tries so far.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Tries {
    /// How often it was tried, this time included.
    pub count: i64,
    /// When it was put into the outbox.
    pub queued_at: Instant,
    /// Whether an earlier try may have arrived.
    pub was_uncertain: bool,
    /// Anything that differs between letters, so that they do not all try again at once.
    pub salt: i64,
}

/// Where a letter stands after a try.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Next {
    Sent,
    /// Again at this time.
    Retry(Instant),
    /// It may have arrived: once more at this time with the same Message-ID, or never again.
    Uncertain(Option<Instant>),
    /// No further try; an operator has to look.
    Dead,
}

/// What follows from a try that ended `at`.
#[must_use]
pub fn next(tries: Tries, outcome: &Outcome, at: Instant) -> Next {
    match outcome {
        Outcome::Sent => Next::Sent,
        Outcome::Never(_) => Next::Dead,
        Outcome::Unknown(_) if tries.was_uncertain => Next::Uncertain(None),
        Outcome::Unknown(_) => Next::Uncertain(Some(at.plus_seconds(UNCERTAIN_WAIT))),
        Outcome::Away(_) | Outcome::NotNow(_) if at >= tries.queued_at.plus_seconds(PATIENCE) => {
            Next::Dead
        }
        Outcome::Away(_) | Outcome::NotNow(_) => {
            Next::Retry(at.plus_seconds(wait(tries.count, tries.salt)))
        }
    }
}

/// Seconds to wait after the `count`-th try: one minute doubled each time, up to six hours, and up
/// to a quarter more by the letter's salt.
fn wait(count: i64, salt: i64) -> i64 {
    let doublings = u32::try_from(count.clamp(1, 12) - 1).unwrap_or_default();
    let wait = (FIRST_WAIT << doublings).min(LONGEST_WAIT);
    (wait + salt.rem_euclid(wait / 4 + 1)).min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const QUEUED: Instant = Instant::from_unix(1_800_000_000);

    fn tries(count: i64) -> Tries {
        Tries {
            count,
            queued_at: QUEUED,
            was_uncertain: false,
            salt: 0,
        }
    }

    fn not_now() -> Outcome {
        Outcome::NotNow("busy".into())
    }

    #[test]
    fn waits_double_from_one_minute_to_six_hours() {
        let waits: Vec<i64> = (1..=12).map(|count| wait(count, 0) / 60).collect();
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360]);
        assert_eq!(wait(1_000_000, 7), LONGEST_WAIT);
    }

    #[test]
    fn a_letter_is_tried_for_five_days() {
        let days = |days: i64| QUEUED.plus_seconds(days * 86_400);
        assert!(matches!(
            next(tries(30), &not_now(), days(5).plus_seconds(-1)),
            Next::Retry(_)
        ));
        assert_eq!(next(tries(30), &not_now(), days(5)), Next::Dead);
    }

    #[test]
    fn what_is_refused_for_good_is_not_tried_again() {
        let never = Outcome::Never("550".into());
        assert_eq!(next(tries(1), &never, QUEUED), Next::Dead);
    }

    #[test]
    fn what_may_have_arrived_is_sent_once_more_and_no_more() {
        let unknown = Outcome::Unknown("closed".into());
        let later = QUEUED.plus_seconds(900);
        assert_eq!(
            next(tries(1), &unknown, QUEUED),
            Next::Uncertain(Some(later))
        );
        let again = Tries {
            was_uncertain: true,
            ..tries(2)
        };
        assert_eq!(next(again, &unknown, later), Next::Uncertain(None));
        assert_eq!(next(again, &Outcome::Sent, later), Next::Sent);
    }

    proptest! {
        #[test]
        fn waits_grow_by_a_quarter_at_most(count in 1_i64..40, salt: i64) {
            let (plain, salted) = (wait(count, 0), wait(count, salt));
            prop_assert!(plain <= salted && salted <= plain + plain / 4);
            prop_assert!(salted <= LONGEST_WAIT);
        }
    }
}
