//! 利用と保留: what begins, ends or stops a booking of the model on its way.

use madoguchi::domain::booking::State;

use crate::simulation::booked::Hold;
use crate::simulation::claim::own;
use crate::simulation::model::{Model, Works};
use crate::simulation::time::{MINUTE, Time};

impl Model {
    /// 利用を始める
    pub fn check_in(&mut self, one: usize) -> Works {
        let booked = &self.bookings[one];
        let time = booked.time;
        let in_use = time.start - 30 * MINUTE <= self.now && self.now < time.end;
        let works = in_use && booked.state == State::Confirmed;
        self.lead_if(works, one, State::InUse)
    }

    /// 利用を終える: what is left is free.
    pub fn check_out(&mut self, one: usize) -> Works {
        let (now, works) = (self.now, self.bookings[one].state == State::InUse);
        if !self.lead_if(works, one, State::Used) {
            return false;
        }
        let booked = &mut self.bookings[one];
        if now < booked.time.end {
            let used = Time {
                end: now,
                ..booked.time
            };
            booked.claims.clear();
            if now > used.start {
                booked.claims = own(booked.place, used);
            }
        }
        true
    }

    /// 無断不使用とする: half an hour after the start at the earliest, and never what was begun.
    pub fn mark_no_show(&mut self, one: usize) -> Works {
        let booked = &self.bookings[one];
        let works = matches!(booked.state, State::Confirmed | State::Used)
            && !booked.is_begun
            && booked.time.start + 30 * MINUTE <= self.now;
        self.lead_if(works, one, State::NoShow)
    }

    /// 保留にする: it keeps its time, but not the change that was asked for.
    pub fn hold(&mut self, one: usize, for_offices: bool) -> Works {
        use State::{Confirmed, FacilityReview, Held};
        let booked = &self.bookings[one];
        let works = matches!(booked.state, FacilityReview | Confirmed | Held);
        if works {
            let waited = booked.hold.is_some_and(|hold| hold.for_offices);
            let back_to = booked.stands();
            self.lead(one, Held);
            self.bookings[one].hold = Some(Hold {
                back_to,
                for_offices: for_offices || waited,
            });
        }
        works
    }

    /// 保留を解く・個別に再開する: before its start it goes on where it stood.
    pub fn go_on(&mut self, one: usize, when: bool) -> Works {
        let booked = &self.bookings[one];
        let works = when && booked.state == State::Held && booked.time.start > self.now;
        self.lead_if(works, one, booked.stands())
    }
}
