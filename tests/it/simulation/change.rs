//! 変更・入替え: how bookings of the model come to other times.

use madoguchi::domain::booking::State;

use crate::simulation::claim::{beyond, own};
use crate::simulation::model::{Model, Works};
use crate::simulation::time::Time;

impl Model {
    /// 変更する
    pub fn amend(&mut self, one: usize, to: Time) -> Works {
        use State::{ApprovedWithConditions, Confirmed, FacilityReview, Submitted, UserSide};
        let booked = &self.bookings[one];
        let (place, old, state) = (booked.place, booked.time, booked.state);
        let open = [
            Confirmed,
            ApprovedWithConditions,
            FacilityReview,
            Submitted,
            UserSide,
        ];
        let same_span = (old.start, old.end) == (to.start, to.end);
        let works = open.contains(&state)
            && old.start > self.now
            && old != to
            && (old.covers(&to) || self.in_time(&to))
            && (same_span || Self::in_shape(&to))
            && self.fits(place, to, Some(one));
        if !works {
            return false;
        }
        let booked = &mut self.bookings[one];
        booked.drop_wish();
        if state == Confirmed {
            booked.wish = Some(to);
            booked.claims.extend(beyond(place, old, to));
            return true;
        }
        booked.time = to;
        if !booked.competes() {
            booked.claims = own(place, to);
        }
        if state == ApprovedWithConditions {
            // what the conditions were said of is another time: the facility looks again
            booked.lead(FacilityReview);
        }
        true
    }

    /// 変更を認める
    pub fn grant(&mut self, one: usize) -> Works {
        let works = self.can_rule(one);
        let booked = &mut self.bookings[one];
        if let Some(time) = booked.wish.take_if(|_| works) {
            booked.time = time;
            booked.claims = own(booked.place, time);
        }
        works
    }

    /// 変更を認めない・取りやめる
    pub fn drop_wish(&mut self, one: usize, when: bool) -> Works {
        let booked = &mut self.bookings[one];
        let works = when && booked.wish.is_some();
        if works {
            booked.drop_wish();
        }
        works
    }

    /// Whether a change can be decided.
    pub fn can_rule(&self, one: usize) -> bool {
        let booked = &self.bookings[one];
        let first = |wish: Time| wish.start.min(booked.time.start) > self.now;
        booked.wish.is_some_and(first)
    }

    /// 入替え
    pub fn swap(&mut self, one: usize, other: usize) -> Works {
        let (a, b) = (&self.bookings[one], &self.bookings[other]);
        let works = one != other
            && [a, b].iter().all(|booked| {
                booked.state == State::Confirmed
                    && booked.wish.is_none()
                    && booked.time.start > self.now
            })
            && (a.place, a.time.units) == (b.place, b.time.units);
        if works {
            let (place, first, second) = (a.place, a.time, b.time);
            for (one, time) in [(one, second), (other, first)] {
                self.bookings[one].time = time;
                self.bookings[one].claims = own(place, time);
            }
        }
        works
    }
}
