//! Bookings as they are kept: gathered for decisions, written, listed for pages.

pub mod applicant;
pub mod attendance;
pub mod attended;
pub mod before;
pub mod bundle;
pub mod cancellation;
pub mod claims;
pub mod contest;
pub mod elsewhere;
pub mod evaluation;
mod facts;
pub mod fallen;
pub mod gather;
pub mod hold;
pub mod home;
pub mod judge;
pub mod list;
pub mod missed;
mod offered;
pub mod part_gates;
pub mod parts;
pub(in crate::store) mod people;
pub mod proposal;
mod row;
pub mod set;
pub mod turn;
pub mod undecided;
pub mod write;

use crate::domain::booking::State;

/// The codes of the states of bookings that a manager approved.
pub(in crate::store) fn settled() -> Vec<&'static str> {
    let states = State::ALL.iter().filter(|state| state.is_settled());
    states.map(|state| state.code()).collect()
}
