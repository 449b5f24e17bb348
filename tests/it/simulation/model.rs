//! Bookings as a few lines of arithmetic: what every deed must come to, without a database.

use std::collections::HashMap;

use madoguchi::domain::booking::State;
use madoguchi::domain::id::BookingId;

use crate::simulation::booked::Booked;
use crate::simulation::claim::{Claim, own, washed};
use crate::simulation::outage::Outage;
use crate::simulation::place::{LASERS, PLACES, asks_home, names_somebody};
use crate::simulation::time::{DAY, HOUR, MINUTE, Time};

/// Tokyo's days begin so long before those of UTC.
const OFFSET: i64 = 9 * HOUR;
/// What every place asks of a time.
const SLOT: i64 = 30 * MINUTE;
const LONGEST: i64 = 8 * HOUR;
const HORIZON_DAYS: i64 = 60;

/// Everything that was ever booked.
#[derive(Default)]
pub struct Model {
    pub now: i64,
    pub bookings: Vec<Booked>,
    /// The bookings whose claims may still matter.
    live: Vec<usize>,
    /// Places that stand still, or stood.
    pub outages: Vec<Outage>,
    /// What came of deeds besides what they were about.
    pub came: HashMap<&'static str, u32>,
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
    pub fn fits(&self, place: usize, time: Time, except: Option<usize>) -> bool {
        let wanted = washed(place, time);
        let others = self.live.iter().filter(|one| Some(**one) != except);
        let outages = self.outages.iter().flat_map(|one| {
            let claims = one.claims.iter();
            claims.map(|claim| (one.place, *claim))
        });
        let all: Vec<(usize, Claim)> = others
            .flat_map(|one| {
                let booked = &self.bookings[*one];
                booked.claims.iter().map(|claim| (booked.place, *claim))
            })
            .chain(outages)
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
        taken + time.units <= PLACES[place].capacity
            && (!PLACES[place].with_laser || lasers < LASERS)
    }

    pub fn in_time(&self, time: &Time) -> bool {
        let day = |moment: i64| (moment + OFFSET).div_euclid(DAY);
        time.start > self.now && day(time.start) <= day(self.now) + HORIZON_DAYS
    }

    pub fn in_shape(time: &Time) -> bool {
        let length = time.end - time.start;
        time.start % SLOT == 0 && length % SLOT == 0 && (SLOT..=LONGEST).contains(&length)
    }

    /// 申請する
    pub fn request(&mut self, id: BookingId, (place, user): (usize, usize), time: Time) -> Works {
        let works = self.can_ask((place, user), &time);
        if works {
            self.book(id, (place, user), time);
        }
        works
    }

    pub fn can_ask(&self, (place, user): (usize, usize), time: &Time) -> bool {
        let agrees = !asks_home(user, place) || names_somebody(user);
        agrees && self.in_time(time) && Self::in_shape(time) && self.fits(place, *time, None)
    }

    pub fn book(&mut self, id: BookingId, (place, user): (usize, usize), time: Time) {
        let state = match (asks_home(user, place), PLACES[place].competes) {
            (true, _) => State::UserSide,
            (false, true) => State::Submitted,
            (false, false) => State::FacilityReview,
        };
        let claims = match PLACES[place].competes {
            true => Vec::new(),
            false => own(place, time),
        };
        self.bookings.push(Booked {
            id,
            place,
            user,
            time,
            state,
            wish: None,
            is_agreed: false,
            claims,
            series: None,
            set: None,
            is_endorsed: false,
            is_begun: false,
            hold: None,
        });
        self.live.push(self.bookings.len() - 1);
    }

    /// Makes one series of the bookings that were made last.
    pub fn unite(&mut self, count: usize, id: BookingId) {
        let first = self.bookings.len() - count;
        for booked in &mut self.bookings[first..] {
            booked.series = Some(id);
        }
    }

    /// Takes back the bookings that were made last.
    pub fn undo(&mut self, count: usize) {
        for _ in 0..count {
            self.bookings.pop();
            self.live.pop();
        }
    }

    /// まとめて取り下げる・取り消す: what is not decided, and what is confirmed, of the dates to come.
    pub fn give_up_series(&mut self, one: usize) -> Works {
        let Some(series) = self.bookings[one].series else {
            return false;
        };
        let mut works = false;
        for one in 0..self.bookings.len() {
            let booked = &self.bookings[one];
            if booked.series == Some(series) && booked.time.start > self.now {
                works |= self.withdraw(one) || self.cancel(one);
            }
        }
        works
    }

    /// 取り下げる
    pub fn withdraw(&mut self, one: usize) -> Works {
        let works = self.bookings[one].stands().is_open();
        self.lead_if(works, one, State::Withdrawn)
    }

    /// 取り消す
    pub fn cancel(&mut self, one: usize) -> Works {
        let booked = &self.bookings[one];
        let works = booked.stands() == State::Confirmed && booked.time.start > self.now;
        self.lead_if(works, one, State::CancelledByUser)
    }

    /// Leads a booking to a state, if it can be.
    pub fn lead_if(&mut self, works: Works, one: usize, to: State) -> Works {
        if works {
            let before = self.bookings[one].clone();
            self.lead(one, to);
            self.follow(one, &before);
        }
        works
    }

    /// Notes that something came of a deed that was not what it was about.
    pub fn note(&mut self, what: &'static str) {
        *self.came.entry(what).or_default() += 1;
    }

    /// 承認する・条件を付けて承認する: what competes takes its time, if there still is any.
    pub fn approve(&mut self, one: usize, to: State) -> Works {
        let booked = &self.bookings[one];
        let (place, time) = (booked.place, booked.time);
        let works = time.start > self.now
            && match booked.state {
                State::FacilityReview => true,
                State::Submitted => self.fits(place, time, Some(one)),
                _ => false,
            };
        if works && self.bookings[one].competes() {
            self.bookings[one].claims = own(place, time);
        }
        self.lead_if(works, one, to)
    }
}
