//! 変更・入替え: how bookings of the model come to other times.

use madoguchi::domain::booking::State;

use crate::simulation::claim::{beyond, own};
use crate::simulation::model::{Model, Works};
use crate::simulation::time::Time;

impl Model {
    /// 変更する: what was asked for as one moves as one.
    pub fn amend(&mut self, one: usize, to: Time) -> Works {
        let old = self.bookings[one].time;
        let moves = (old.start, old.end) != (to.start, to.end);
        let others = match moves {
            true => self.standing_fellows(one),
            false => Vec::new(),
        };
        let to_of = |other: &usize| Time {
            units: self.bookings[*other].time.units,
            ..to
        };
        let mut all = vec![(one, to)];
        all.extend(others.iter().map(|other| (*other, to_of(other))));
        if !all.iter().all(|(one, to)| self.can_move(*one, *to)) {
            return false;
        }
        self.drop_wishes(one);
        if all.len() > 1 {
            self.note("set asked to move");
        }
        for (one, to) in all {
            self.put(one, to);
        }
        true
    }

    fn can_move(&self, one: usize, to: Time) -> bool {
        use State::{
            Approved, ApprovedWithConditions, Confirmed, FacilityReview, Submitted, UserSide,
        };
        let booked = &self.bookings[one];
        let (place, old, state) = (booked.place, booked.time, booked.state);
        let open = [
            Approved,
            Confirmed,
            ApprovedWithConditions,
            FacilityReview,
            Submitted,
            UserSide,
        ];
        let same_span = (old.start, old.end) == (to.start, to.end);
        open.contains(&state)
            && old.start > self.now
            && old != to
            && (old.covers(&to) || self.in_time(&to))
            && (same_span || Self::in_shape(&to))
            && self.fits(place, to, Some(one))
    }

    /// Moves it at once, or keeps what it would take until its facility has decided.
    fn put(&mut self, one: usize, to: Time) {
        let booked = &mut self.bookings[one];
        let (place, old, state) = (booked.place, booked.time, booked.state);
        booked.drop_wish();
        if state == State::Confirmed {
            booked.wish = Some(to);
            booked.claims.extend(beyond(place, old, to));
            return;
        }
        booked.time = to;
        if !booked.competes() {
            booked.claims = own(place, to);
        }
        if matches!(state, State::Approved | State::ApprovedWithConditions) {
            // what was agreed to is another time: the facility looks again
            booked.lead(State::FacilityReview);
        }
    }

    /// 変更を認める: the last of a set moves all.
    pub fn grant(&mut self, one: usize) -> Works {
        let mut all = self.moving_with(one);
        let waits = all.iter().any(|other| !self.bookings[*other].is_agreed);
        if !self.can_rule(one) || waits && self.bookings[one].is_agreed {
            return false;
        }
        if waits {
            self.bookings[one].is_agreed = true;
            return true;
        }
        if !all.is_empty() {
            self.note("set moved");
        }
        all.push(one);
        for one in all {
            let booked = &mut self.bookings[one];
            if let Some(time) = booked.wish.take() {
                booked.is_agreed = false;
                booked.time = time;
                booked.claims = own(booked.place, time);
            }
        }
        true
    }

    /// 変更を認めない・取りやめる: those who would move with it stay too.
    pub fn drop_wish(&mut self, one: usize, when: bool) -> Works {
        let works = when && self.bookings[one].wish.is_some();
        if works {
            self.drop_wishes(one);
        }
        works
    }

    fn drop_wishes(&mut self, one: usize) {
        for other in self.moving_with(one) {
            self.bookings[other].drop_wish();
            self.note("set stays where it is");
        }
        self.bookings[one].drop_wish();
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
            && (a.place, a.time.units) == (b.place, b.time.units)
            && [one, other]
                .iter()
                .all(|one| self.standing_fellows(*one).is_empty());
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
