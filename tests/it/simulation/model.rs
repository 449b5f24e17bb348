//! Bookings as a few lines of arithmetic: what every deed must come to, without a database.

use madoguchi::domain::booking::State;
use madoguchi::domain::id::BookingId;

use crate::simulation::claim::{
    Claim, DAY, HOUR, LASERS, MINUTE, PLACES, Time, beyond, own, washed,
};

/// Tokyo's days begin so long before those of UTC.
const OFFSET: i64 = 9 * HOUR;
/// What every place asks of a time.
const SLOT: i64 = 30 * MINUTE;
const LONGEST: i64 = 8 * HOUR;
const HORIZON_DAYS: i64 = 60;

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
    pub claims: Vec<Claim>,
    /// The series that it is a date of, by its first one.
    pub series: Option<BookingId>,
}

/// Everything that was ever booked.
#[derive(Default)]
pub struct Model {
    pub now: i64,
    pub bookings: Vec<Booked>,
    /// The bookings whose claims may still matter.
    live: Vec<usize>,
}

/// What is done, and whether it must succeed.
pub type Works = bool;

impl Model {
    /// Nothing booked yet.
    pub fn at(now: i64) -> Self {
        Self {
            now,
            ..Self::default()
        }
    }

    /// Moves the clock, and forgets claims that lie behind it.
    pub fn turn(&mut self, now: i64) {
        self.now = now;
        let bookings = &self.bookings;
        self.live.retain(|place| {
            let claims = &bookings[*place].claims;
            claims.iter().any(|claim| claim.time.end > now)
                || !bookings[*place].state.is_given_up() && bookings[*place].time.end > now
        });
    }

    /// Whether a place and a laser have room, the claims of one booking left aside.
    fn fits(&self, place: usize, time: Time, except: Option<usize>) -> bool {
        let wanted = washed(place, time);
        let others = self.live.iter().filter(|one| Some(**one) != except);
        let all: Vec<(usize, Claim)> = others
            .flat_map(|one| {
                let booked = &self.bookings[*one];
                booked.claims.iter().map(|claim| (booked.place, *claim))
            })
            .filter(|(_, claim)| claim.time.overlaps(&wanted))
            .collect();
        let peak = |count: &dyn Fn(&(usize, Claim)) -> u32| {
            let starts = all
                .iter()
                .map(|(_, claim)| claim.time.start.max(wanted.start));
            let at = |moment: i64| -> u32 {
                let there = all
                    .iter()
                    .filter(|(_, claim)| claim.time.start <= moment && moment < claim.time.end);
                there.map(count).sum()
            };
            starts.map(at).max().unwrap_or(0)
        };
        let taken = peak(&|(of, claim)| if *of == place { claim.time.units } else { 0 });
        let lasers = peak(&|(_, claim)| u32::from(claim.with_laser));
        taken + time.units <= PLACES[place].capacity && lasers < LASERS
    }

    fn in_time(&self, time: &Time) -> bool {
        let day = |moment: i64| (moment + OFFSET).div_euclid(DAY);
        time.start > self.now && day(time.start) <= day(self.now) + HORIZON_DAYS
    }

    fn in_shape(time: &Time) -> bool {
        let length = time.end - time.start;
        time.start % SLOT == 0 && length % SLOT == 0 && (SLOT..=LONGEST).contains(&length)
    }

    /// 申請する
    pub fn request(&mut self, id: BookingId, (place, user): (usize, usize), time: Time) -> Works {
        let works = self.in_time(&time) && Self::in_shape(&time) && self.fits(place, time, None);
        if works {
            let (state, claims) = match PLACES[place].competes {
                true => (State::Submitted, Vec::new()),
                false => (State::FacilityReview, own(place, time)),
            };
            self.bookings.push(Booked {
                id,
                place,
                user,
                time,
                state,
                wish: None,
                claims,
                series: None,
            });
            self.live.push(self.bookings.len() - 1);
        }
        works
    }

    /// Makes one series of the bookings that were made last.
    pub fn unite(&mut self, count: usize, id: BookingId) {
        let first = self.bookings.len() - count;
        for booked in &mut self.bookings[first..] {
            booked.series = Some(id);
        }
    }

    /// まとめて取り下げる・取り消す: what is not decided, and what is confirmed, of the dates to come.
    pub fn give_up_series(&mut self, one: usize) -> Works {
        use State::{CancelledByUser, Confirmed, FacilityReview, Returned, Submitted, Withdrawn};
        let Some(series) = self.bookings[one].series else {
            return false;
        };
        let mut works = false;
        for one in 0..self.bookings.len() {
            let booked = &self.bookings[one];
            if booked.series == Some(series) && booked.time.start > self.now {
                works |= self.step(one, &[Submitted, FacilityReview, Returned], Withdrawn, true)
                    || self.step(one, &[Confirmed], CancelledByUser, true);
            }
        }
        works
    }

    /// Takes back the bookings that were made last.
    pub fn undo(&mut self, count: usize) {
        for _ in 0..count {
            self.bookings.pop();
            self.live.pop();
        }
    }

    /// Leads from one of these states to another.
    pub fn step(&mut self, one: usize, from: &[State], to: State, when: bool) -> Works {
        let booked = &mut self.bookings[one];
        let works = when && from.contains(&booked.state);
        if works {
            booked.state = to;
            if to != State::Confirmed {
                booked.wish = None;
                booked.claims.retain(|claim| !claim.is_move);
            }
            if !to.holds_time() {
                booked.claims.clear();
            }
        }
        works
    }

    /// 承認する: what competes takes its time, if there still is any.
    pub fn approve(&mut self, one: usize, when: bool) -> Works {
        let booked = &self.bookings[one];
        let (place, time) = (booked.place, booked.time);
        if booked.state != State::Submitted {
            return self.step(one, &[State::FacilityReview], State::Confirmed, when);
        }
        let works = when && self.fits(place, time, Some(one));
        if works {
            self.bookings[one].claims = own(place, time);
            self.bookings[one].state = State::Confirmed;
        }
        works
    }

    /// 変更する
    pub fn amend(&mut self, one: usize, to: Time) -> Works {
        let booked = &self.bookings[one];
        let open = [State::Confirmed, State::FacilityReview, State::Submitted];
        let open = open.contains(&booked.state);
        let (place, old) = (booked.place, booked.time);
        let same_span = (old.start, old.end) == (to.start, to.end);
        let works = open
            && old.start > self.now
            && old != to
            && (old.covers(&to) || self.in_time(&to))
            && (same_span || Self::in_shape(&to))
            && self.fits(place, to, Some(one));
        if !works {
            return false;
        }
        let booked = &mut self.bookings[one];
        booked.claims.retain(|claim| !claim.is_move);
        match booked.state {
            State::Submitted => booked.time = to,
            State::FacilityReview => {
                booked.time = to;
                booked.claims = own(place, to);
            }
            _ => {
                booked.wish = Some(to);
                let more = beyond(washed(place, old), washed(place, to));
                booked.claims.extend(more);
            }
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
            booked.wish = None;
            booked.claims.retain(|claim| !claim.is_move);
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

    /// 利用を終える: what is left is free.
    pub fn check_out(&mut self, one: usize) -> Works {
        let now = self.now;
        if !self.step(one, &[State::InUse], State::Used, true) {
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
}
