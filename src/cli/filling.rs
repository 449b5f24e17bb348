//! Filling a calendar: uses of one resource that its parameters allow and that don't overlap.

use chrono::NaiveDate;

use crate::cli::dice::Dice;
use crate::domain::availability::Opening;
use crate::domain::catalogue::{LONGEST_CLAIM_MINUTES, Parameters};
use crate::domain::time::{Instant, Span};

/// Which days to fill, and how densely.
#[derive(Copy, Clone, Debug)]
pub struct Wanted {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// How many of a thousand possible starts are taken.
    pub density: usize,
}

/// Uses in order of time: on the raster, within the opening hours of the wanted days, of allowed
/// length, and with their buffers clear of each other and of `taken`.
#[must_use]
pub fn uses(parameters: &Parameters, taken: &[Span], wanted: Wanted, dice: &mut Dice) -> Vec<Span> {
    let opening = Opening {
        windows: &parameters.windows,
        closed: &parameters.closed,
    };
    let unit = parameters.unit();
    let mut uses: Vec<Span> = Vec::new();
    let mut free_from: Option<Instant> = None;
    for room in opening.spans(wanted.from, wanted.to) {
        let mut at = unit.next_start(room.start());
        while at < room.end() {
            let after = unit.next_start(at.plus_seconds(1));
            let wish = if dice.falls(wanted.density) {
                one(parameters, at, &room, dice)
            } else {
                None
            };
            let claim = wish.map(|wish| (wish, parameters.claim(&wish)));
            at = match claim {
                Some((wish, claim))
                    if free_from.is_none_or(|free| free <= claim.start())
                        && !taken.iter().any(|other| other.overlaps(&claim)) =>
                {
                    uses.push(wish);
                    free_from = Some(claim.end());
                    unit.next_start(claim.end())
                }
                _ => after,
            };
        }
    }
    uses
}

/// One use that starts at this moment: short ones are the most frequent.
fn one(parameters: &Parameters, at: Instant, room: &Span, dice: &mut Dice) -> Option<Span> {
    let shortest = parameters.shortest();
    let times = [1, 1, 1, 2, 2, 3, 4];
    let minutes = shortest * dice.pick(&times).copied().unwrap_or(1);
    let longest = i64::from(parameters.max_minutes).min(LONGEST_CLAIM_MINUTES / 2);
    [minutes, shortest]
        .into_iter()
        .filter(|&minutes| minutes <= longest)
        .filter_map(|minutes| Span::of_minutes(at, minutes))
        .find(|wish| room.covers(wish))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::availability::parse_windows;
    use crate::domain::calendar::ClosedDays;
    use crate::domain::release::Release;
    use proptest::prelude::{prop_assert, proptest};

    fn parameters(slot: u32, buffer: u32, windows: &str) -> Parameters {
        Parameters {
            slot_minutes: slot,
            origin_minute: 540,
            min_minutes: slot,
            max_minutes: slot * 8,
            lead_business_days: 3,
            horizon_days: 60,
            release: Release::Rolling,
            buffer_before: buffer,
            buffer_after: buffer,
            windows: parse_windows(windows).unwrap(),
            closed: ClosedDays::standard(),
        }
    }

    proptest! {
        #[test]
        fn uses_keep_to_the_parameters_and_apart(seed: u64, slot in 1_u32..=4, buffer in 0_u32..=60) {
            let parameters = parameters(slot * 30, buffer, "");
            let wanted = Wanted {
                from: "2026-12-14".parse().unwrap(),
                to: "2027-01-14".parse().unwrap(),
                density: 400,
            };
            let gone = Span::of_minutes(Instant::of_tokyo(wanted.from, 600), 300).unwrap();
            let uses = uses(&parameters, &[gone], wanted, &mut Dice::of(seed));
            prop_assert!(uses.len() > 20);
            for used in &uses {
                prop_assert!(parameters.unit().aligned(used.start()));
                prop_assert!(used.minutes() % i64::from(slot * 30) == 0);
                prop_assert!(used.minutes() <= i64::from(parameters.max_minutes));
                prop_assert!(parameters.closed.is_open(used.start().day()));
                prop_assert!(!parameters.claim(used).overlaps(&gone));
            }
            for pair in uses.windows(2) {
                prop_assert!(parameters.claim(&pair[0]).end() <= parameters.claim(&pair[1]).start());
            }
        }
    }
}
