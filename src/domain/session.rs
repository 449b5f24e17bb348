//! Sessions: how long they run without use and at most, and how fast wrong passwords may be tried.

use crate::domain::actor::Role;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::Instant;

/// Most sessions of one account; the oldest gives way.
pub const MOST: usize = 20;
/// How often a session's last use is noted, in seconds: a page must not cost a write.
pub const NOTED_EVERY: i64 = 5 * 60;
/// Wrong passwords that cost no waiting.
const FREE_TRIES: u32 = 5;
/// Longest wait between two tries, in seconds.
const LONGEST_WAIT: i64 = 15 * 60;
/// Wrong passwords in a row after which only a letter helps (SP 800-63B-4).
pub const MOST_TRIES: u32 = 100;

/// How long a session lasts, in minutes.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Lifetime {
    /// Without use.
    pub idle: i64,
    /// From signing in, however much it is used.
    pub whole: i64,
}

/// How long sessions of somebody with these roles last: short for all who see other people's data.
#[must_use]
pub const fn lifetime(roles: &[Role]) -> Lifetime {
    if roles.is_empty() {
        Lifetime {
            idle: 12 * 60,
            whole: 14 * 24 * 60,
        }
    } else {
        Lifetime {
            idle: 60,
            whole: 24 * 60,
        }
    }
}

/// When a session that began then and is used now ends, unless it is used again.
#[must_use]
pub fn ends(began: Instant, used: Instant, roles: &[Role]) -> Instant {
    let Lifetime { idle, whole } = lifetime(roles);
    used.plus_minutes(idle).min(began.plus_minutes(whole))
}

/// The new end of a session whose use at this moment should be noted; none if it was noted lately.
#[must_use]
pub fn note(began: Instant, noted: Instant, at: Instant, roles: &[Role]) -> Option<Instant> {
    (noted.plus_seconds(NOTED_EVERY) <= at).then(|| ends(began, at, roles))
}

/// The wrong passwords typed in a row for one address.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Tries {
    pub failures: u32,
    pub last_at: Instant,
}

/// Whether another try is judged now. The answer is the same whether the address has an account.
///
/// # Errors
/// How long to wait.
pub fn may_try(tries: Tries, at: Instant) -> Result<(), Refusal> {
    let refused = |seconds: i64| {
        Err(Refusal::of(Wrong::TooManyTries {
            again_in_seconds: u32::try_from(seconds).unwrap_or(u32::MAX),
        }))
    };
    if tries.failures >= MOST_TRIES {
        return refused(LONGEST_WAIT);
    }
    let again = tries.last_at.plus_seconds(wait(tries.failures));
    // A clock that was set back must not lock anybody out for longer than the wait itself.
    if again <= at || at < tries.last_at {
        return Ok(());
    }
    refused(again.unix() - at.unix())
}

/// Seconds to wait after so many wrong passwords: none for the first five, then 1, 2, 4 … 900.
fn wait(failures: u32) -> i64 {
    match failures.checked_sub(FREE_TRIES) {
        None => 0,
        Some(beyond) => 1_i64
            .checked_shl(beyond.min(20))
            .unwrap_or(LONGEST_WAIT)
            .min(LONGEST_WAIT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::FacilityId;

    const AT: Instant = Instant::from_unix(1_800_000_000);

    fn minutes(from: Instant, to: Instant) -> i64 {
        (to.unix() - from.unix()) / 60
    }

    #[test]
    fn those_who_see_others_data_are_signed_out_sooner() {
        let manager = [Role::FacilityManager(FacilityId::new(1))];
        assert_eq!(minutes(AT, ends(AT, AT, &[])), 720);
        assert_eq!(minutes(AT, ends(AT, AT, &manager)), 60);
        let late = AT.plus_minutes(14 * 24 * 60 - 10);
        assert_eq!(minutes(late, ends(AT, late, &[])), 10, "14 days at most");
        let late = AT.plus_minutes(24 * 60 - 10);
        assert_eq!(
            minutes(late, ends(AT, late, &manager)),
            10,
            "24 hours at most"
        );
    }

    #[test]
    fn use_is_noted_every_five_minutes() {
        assert_eq!(note(AT, AT, AT.plus_seconds(299), &[]), None);
        let later = AT.plus_seconds(300);
        assert_eq!(note(AT, AT, later, &[]), Some(later.plus_minutes(720)));
    }

    #[test]
    fn b11_guessing_gets_slower_and_ends() {
        let waits: Vec<i64> = (0..18).map(wait).collect();
        assert_eq!(
            waits,
            [
                0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900
            ]
        );
        assert_eq!(wait(u32::MAX), 900);
        let tries = |failures| Tries {
            failures,
            last_at: AT,
        };
        assert!(may_try(tries(4), AT).is_ok());
        assert_eq!(
            may_try(tries(7), AT.plus_seconds(1)).unwrap_err().wrong,
            Wrong::TooManyTries {
                again_in_seconds: 3
            }
        );
        assert!(may_try(tries(7), AT.plus_seconds(4)).is_ok());
        assert!(may_try(tries(100), AT.plus_minutes(60 * 24 * 365)).is_err());
    }

    #[test]
    fn b23_a_clock_set_back_locks_nobody_out() {
        let tries = Tries {
            failures: 50,
            last_at: AT,
        };
        assert!(may_try(tries, AT.plus_minutes(-60)).is_ok());
        assert!(may_try(tries, AT.plus_minutes(14)).is_err());
    }
}
