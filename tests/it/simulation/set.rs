//! 一組: what facilities are asked for as one. Each decides for itself; all are confirmed, or none.

use madoguchi::domain::booking::State;
use madoguchi::domain::id::BookingId;

use crate::simulation::booked::Booked;
use crate::simulation::model::{Model, Works};
use crate::simulation::place::{OTHER, PLACES};
use crate::simulation::time::Time;

impl Model {
    /// Asks for a place together with that of another facility: both, or nothing.
    pub fn together(&mut self, id: BookingId, (place, user): (usize, usize), time: Time) -> Works {
        let works = PLACES[place].with_other
            && [place, OTHER]
                .iter()
                .all(|one| self.can_ask((*one, user), &time));
        if works {
            for place in [place, OTHER] {
                self.book(id, (place, user), time);
            }
            for booked in self.bookings.iter_mut().rev().take(2) {
                booked.set = Some(id);
            }
        }
        works
    }

    /// Where an owner's yes leads: to the booking, or to waiting for the others.
    pub fn yes(&self, one: usize) -> State {
        let waits = |other: &usize| {
            let state = self.bookings[*other].state;
            state.is_open() && state != State::Approved
        };
        match self.fellows(one).iter().any(waits) {
            true => State::Approved,
            false => State::Confirmed,
        }
    }

    /// The others of its set that still stand.
    pub fn standing_fellows(&self, one: usize) -> Vec<usize> {
        let mut fellows = self.fellows(one);
        fellows.retain(|other| !self.bookings[*other].state.is_given_up());
        fellows
    }

    /// The others of its set that were asked to move with it.
    pub fn moving_with(&self, one: usize) -> Vec<usize> {
        let booked = &self.bookings[one];
        let span = |time: Time| (time.start, time.end);
        let wish = booked.wish.map(span);
        if wish.is_none() || wish == Some(span(booked.time)) {
            return Vec::new();
        }
        let mut fellows = self.standing_fellows(one);
        fellows.retain(|other| self.bookings[*other].wish.map(span) == wish);
        fellows
    }

    /// Leads a booking to a state. Those who would move with it stay where they are if it is not confirmed there.
    pub fn lead(&mut self, one: usize, to: State) {
        if to != State::Confirmed {
            for other in self.moving_with(one) {
                self.bookings[other].drop_wish();
                self.note("set stays where it is");
            }
        }
        self.bookings[one].lead(to);
    }

    /// What it means for the others of its set that a booking waits for nobody any more.
    pub fn follow(&mut self, one: usize, before: &Booked) {
        let is = self.bookings[one].state;
        if !before.state.is_open() || is.is_open() {
            return;
        }
        for other in self.fellows(one) {
            let state = self.bookings[other].state;
            if !before.stands().is_open() {
                // all were confirmed before these were put on hold: each goes its own way
                if state == State::Held && is.is_given_up() {
                    self.note("set left standing");
                }
                continue;
            }
            if is.is_settled() && state == State::Approved {
                self.bookings[other].lead(State::Confirmed);
                self.note("set completed");
            } else if !is.is_settled() && state.is_open() {
                self.bookings[other].lead(State::Withdrawn);
                self.note("set given back");
            }
        }
    }

    pub fn fellows(&self, one: usize) -> Vec<usize> {
        let set = self.bookings[one].set;
        let is_fellow = |other: &usize| *other != one && self.bookings[*other].set == set;
        match set {
            Some(_) => (0..self.bookings.len()).filter(is_fellow).collect(),
            None => Vec::new(),
        }
    }
}
