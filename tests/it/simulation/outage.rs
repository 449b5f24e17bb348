//! 保守・故障: what a place that stands still does to the bookings of the model.

use madoguchi::domain::booking::State;
use madoguchi::domain::id::{BookingId, OutageId};

use crate::simulation::booked::Booked;
use crate::simulation::claim::Claim;
use crate::simulation::model::{Model, Works};
use crate::simulation::place::PLACES;
use crate::simulation::time::{DAY, Time};

/// A place stands still, as its manager enters it.
#[derive(Clone, Debug)]
pub struct Stop {
    pub id: OutageId,
    pub place: usize,
    pub from: i64,
    pub until: i64,
    /// The bookings that the manager saw it touch, if they looked.
    pub seen: Option<Vec<BookingId>>,
}

/// What is taken of a place that stands still.
#[derive(Clone, Debug)]
pub struct Outage {
    pub id: OutageId,
    pub place: usize,
    pub time: Time,
    pub claims: Vec<Claim>,
}

impl Model {
    /// 停止を登録する: bookings that it touches are called off, or end with it if they have begun.
    pub fn stop(&mut self, stop: &mut Stop) -> Works {
        let (place, now) = (stop.place, self.now);
        let time = Time {
            start: stop.from,
            end: stop.until,
            units: PLACES[place].capacity,
        };
        let ids = 0..self.bookings.len();
        let hit: Vec<usize> = ids.filter(|one| self.is_hit(*one, place, &time)).collect();
        if let Some(seen) = &mut stop.seen {
            *seen = hit.iter().map(|one| self.bookings[*one].id).collect();
        }
        let known = |other: &Outage| other.place == place && other.time.overlaps(&time);
        let works = time.start < time.end
            && time.end > now
            && time.start >= now - 31 * DAY
            && !self.outages.iter().any(known)
            && (stop.seen.is_some() || hit.is_empty());
        if works {
            for one in hit {
                self.strike(one, &time);
            }
            self.refuse_moves(place, &time);
            let claims = self.left(place, time);
            self.outages.push(Outage {
                id: stop.id,
                place,
                time,
                claims,
            });
        }
        works
    }

    /// Whether a booking is used in this time of a place, and holds it.
    fn is_hit(&self, one: usize, place: usize, time: &Time) -> bool {
        let booked = &self.bookings[one];
        let goes_on = matches!(booked.state, State::Confirmed | State::InUse);
        let holds = booked.claims.iter().any(|claim| !claim.is_move);
        let is_here = booked.place == place && booked.time.overlaps(time);
        is_here && holds && (goes_on || booked.state.is_open())
    }

    fn strike(&mut self, one: usize, time: &Time) {
        let booked = &self.bookings[one];
        let goes_on = matches!(booked.state, State::Confirmed | State::InUse);
        let is_begun = booked.time.start <= self.now || booked.state == State::InUse;
        if !(goes_on && is_begun && booked.time.start < time.start) {
            self.note("called off by an outage");
            self.lead_if(true, one, State::CancelledByFacility);
            return;
        }
        self.note("interrupted by an outage");
        self.lead_if(true, one, State::Used);
        // nobody cleans what stands still
        let used = |booked: &Booked| Time {
            end: time.start,
            ..booked.time
        };
        let booked = &mut self.bookings[one];
        let time = used(booked);
        for claim in &mut booked.claims {
            claim.time = time;
        }
    }

    /// Whoever would move into the time stays where they are.
    fn refuse_moves(&mut self, place: usize, time: &Time) {
        for one in 0..self.bookings.len() {
            let booked = &mut self.bookings[one];
            let mut moves = booked.claims.iter().filter(|claim| claim.is_move);
            if booked.place == place && moves.any(|claim| claim.time.overlaps(time)) {
                self.drop_wish(one, true);
                self.note("change refused by an outage");
            }
        }
    }

    /// What nobody else holds of a time: all of the place is taken there.
    fn left(&self, place: usize, time: Time) -> Vec<Claim> {
        let here = self.bookings.iter().filter(|one| one.place == place);
        let claims = here.flat_map(|one| one.claims.iter().map(|claim| claim.time));
        let mut taken: Vec<Time> = claims.filter(|one| one.overlaps(&time)).collect();
        taken.sort_unstable();
        let (mut left, mut from) = (Vec::new(), time.start);
        taken.push(Time {
            start: time.end,
            ..time
        });
        for one in taken {
            if from < one.start {
                left.push(Claim {
                    time: Time {
                        start: from,
                        end: one.start,
                        ..time
                    },
                    is_move: false,
                    with_laser: false,
                });
            }
            from = from.max(one.end);
        }
        left
    }
}
