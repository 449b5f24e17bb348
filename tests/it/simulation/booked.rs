//! A booking as the model knows it.

use madoguchi::domain::booking::State;
use madoguchi::domain::id::BookingId;

use crate::simulation::claim::Claim;
use crate::simulation::place::PLACES;
use crate::simulation::time::Time;

/// A booking.
#[derive(Clone, Debug)]
pub struct Booked {
    pub id: BookingId,
    pub place: usize,
    pub user: usize,
    pub time: Time,
    pub state: State,
    /// The change that was asked for.
    pub wish: Option<Time>,
    /// Whether its own facility agreed to that already, and others have not.
    pub is_agreed: bool,
    pub claims: Vec<Claim>,
    /// The series that it is a date of, by its first one.
    pub series: Option<BookingId>,
    /// What it was asked for together with, by the first of them.
    pub set: Option<BookingId>,
    /// Whether somebody at home agreed to it.
    pub is_endorsed: bool,
    /// Whether its use was ever begun.
    pub is_begun: bool,
    pub hold: Option<Hold>,
}

/// What a booking on hold waits for.
#[derive(Copy, Clone, Debug)]
pub struct Hold {
    pub back_to: State,
    /// Whether no manager can let it go on.
    pub for_offices: bool,
}

impl Booked {
    /// Where it stands, a hold aside.
    pub fn stands(&self) -> State {
        self.hold.map_or(self.state, |hold| hold.back_to)
    }

    /// Whether it competes for its time and holds none.
    pub fn competes(&self) -> bool {
        PLACES[self.place].competes && self.claims.is_empty()
    }

    /// Leads it to a state; of what it holds goes what that state does not need.
    pub fn lead(&mut self, to: State) {
        let is_judged = matches!(to, State::Submitted | State::FacilityReview);
        self.is_endorsed |= self.state == State::UserSide && is_judged;
        self.is_begun |= to == State::InUse;
        self.hold = None;
        self.state = to;
        if to != State::Confirmed {
            self.drop_wish();
        }
        if !to.holds_time() {
            self.claims.clear();
        }
    }

    /// Forgets the change that was asked for.
    pub fn drop_wish(&mut self) {
        self.wish = None;
        self.is_agreed = false;
        self.claims.retain(|claim| !claim.is_move);
    }
}
