//! The table of states and deeds, walked.

use super::*;
use crate::domain::service_request::sample::{CHAINS, chain};
use proptest::prelude::*;

fn all_next(chain: &Chain, from: State) -> Vec<State> {
    let lead = |deed: &Deed| next(chain, from, *deed).filter(|to| *to != from);
    Deed::ALL.iter().filter_map(lead).collect()
}

#[test]
fn every_state_is_reached_and_what_is_over_stays_over() {
    let mut reached = vec![State::Inquiry, State::Screening];
    for codes in CHAINS {
        let chain = chain(codes);
        let mut seen = 0;
        while let Some(&state) = reached.get(seen) {
            for found in all_next(&chain, state) {
                if !reached.contains(&found) {
                    reached.push(found);
                }
            }
            seen += 1;
        }
        for state in State::ALL {
            assert_eq!(
                all_next(&chain, *state).is_empty(),
                state.is_over(),
                "{state:?}"
            );
        }
    }
    for state in State::ALL {
        assert!(reached.contains(state), "{state:?} is never reached");
    }
}

#[test]
fn the_light_way_knows_neither_committee_nor_contract_nor_reports() {
    let light = chain("screening,payment,preparing,delivered");
    assert_eq!(next(&light, State::Screening, Deed::Screen), None);
    assert_eq!(
        next(&light, State::Screening, Deed::Grant),
        Some(State::Payment)
    );
    assert_eq!(
        next(&light, State::Delivered, Deed::Receive),
        Some(State::Finished)
    );
    let whole = chain(CHAINS[0]);
    assert_eq!(next(&whole, State::Screening, Deed::Grant), None);
    assert_eq!(
        next(&whole, State::Committee, Deed::Grant),
        Some(State::Contract)
    );
    assert_eq!(
        next(&whole, State::Conditional, Deed::Accept),
        Some(State::Contract)
    );
    assert_eq!(
        next(&whole, State::Delivered, Deed::Receive),
        Some(State::InUse)
    );
}

#[test]
fn whoever_acts_next_can_act() {
    use crate::domain::service_request::state::Turn;
    for codes in CHAINS {
        let chain = chain(codes);
        for state in State::ALL {
            let waits = state.turn() != Turn::Nobody;
            assert_eq!(waits, !all_next(&chain, *state).is_empty(), "{state:?}");
            let lapses = next(&chain, *state, Deed::Expire).is_some();
            assert_eq!(lapses, state.lapses(), "{state:?}");
        }
    }
}

/// What had to happen before a state, seen over a whole walk.
#[derive(Default)]
struct Past {
    screened: bool,
    decided: bool,
    accepted: bool,
    in_part: bool,
    signed: bool,
    settled: bool,
    delivered: bool,
}

impl Past {
    fn note(&mut self, deed: Deed) {
        match deed {
            // what is sent again is looked at again
            Deed::Resend => *self = Self::default(),
            Deed::Screen => self.screened = true,
            Deed::Grant => self.decided = true,
            Deed::GrantInPart => (self.decided, self.in_part) = (true, true),
            Deed::Accept => self.accepted = true,
            Deed::Sign => self.signed = true,
            Deed::Settle => self.settled = true,
            Deed::Deliver => self.delivered = true,
            _ => {}
        }
    }
}

proptest! {
    #[test]
    fn nothing_is_handed_over_before_its_steps(
        which in 0..CHAINS.len(),
        steps in prop::collection::vec(0..Deed::ALL.len(), 1..120),
    ) {
        let chain = chain(CHAINS[which]);
        let (mut state, mut past) = (State::Screening, Past::default());
        for at in steps {
            let deed = Deed::ALL[at];
            let Some(to) = next(&chain, state, deed) else { continue };
            prop_assert!(!state.is_over());
            past.note(deed);
            state = to;
            if state.is_granted() && state != State::Finished {
                prop_assert!(past.decided && (!past.in_part || past.accepted));
                prop_assert!(!chain.has(State::Committee) || past.screened);
            }
            if state.is_provided() {
                prop_assert!(past.delivered && past.settled);
                prop_assert!(!chain.has(State::Contract) || past.signed);
            }
        }
    }
}
