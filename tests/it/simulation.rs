//! A seeded simulation: deeds thrown by dice come to the same in a model of a few lines and in the house.
//!
//! `MADOGUCHI_SIMULATION_STEPS` and `MADOGUCHI_SIMULATION_SEED` make it longer and another one; see scripts/simulate.

mod booked;
mod change;
mod claim;
mod compare;
mod deed;
mod foresee;
mod furnish;
mod kind;
mod model;
mod outage;
mod place;
mod set;
mod throw;
mod time;
mod usage;

use std::collections::HashMap;

use diesel::prelude::{ExpressionMethods, NullableExpressionMethods, QueryDsl, RunQueryDsl};
use madoguchi::cli::dice::Dice;
use madoguchi::domain::actor::Actor;
use madoguchi::domain::booking::State;
use madoguchi::domain::halt::Halt;
use madoguchi::domain::id::BookingId;
use madoguchi::domain::time::Instant;
use madoguchi::store::schema::booking;

use crate::house::House;
use crate::simulation::compare::compare;
use crate::simulation::deed::{By, Deed, Step, carry_out};
use crate::simulation::foresee::foresee;
use crate::simulation::furnish::{People, furnish, people};
use crate::simulation::model::Model;
use crate::simulation::throw::throw;
use crate::simulation::time::MINUTE;

/// So often everything is compared, not only whether a deed worked.
const WHOLE: usize = 20;

/// The house beside its model.
struct Pair {
    house: House,
    model: Model,
    dice: Dice,
    people: People,
    /// What came of the deeds: those that worked, and those that were refused.
    counts: HashMap<String, (u32, u32)>,
}

impl Pair {
    fn new(seed: u64) -> Self {
        let house = House::new();
        furnish(&house);
        Self {
            people: people(&house),
            model: Model::at(house.rooms.clock.now().unix()),
            house,
            dice: Dice::of(seed),
            counts: HashMap::new(),
        }
    }

    fn actor(&self, by: By) -> Actor {
        let at = Instant::from_unix(self.model.now);
        let person = match by {
            By::Applicant(number) => &self.people.applicants[number],
            By::Manager(of) => &self.people.managers[of],
            By::Responsible(of) => &self.people.responsible[of],
            By::Clock => return Actor::house(at),
        };
        Actor {
            at,
            ..person.clone()
        }
    }

    /// One deed, in the model and in the house.
    fn step(&mut self, number: usize) {
        let minutes = self.dice.between(0, 20);
        self.model.turn(self.model.now + minutes * MINUTE);
        let known = self.model.bookings.len();
        let (by, mut deed) = throw(&mut self.dice, &self.model);
        let ids: Vec<BookingId> = self.model.bookings.iter().map(|one| one.id).collect();
        let name = self.name(&deed);
        let works = foresee(&mut self.model, by, &mut deed);
        let act = self.house.rooms.db.act(self.actor(by), {
            let deed = deed.clone();
            move |tx, by| carry_out(tx, by, &deed, &ids)
        });
        let done = self.house.wait(act);
        assert!(
            !matches!(done, Err(Halt::Fault(_))),
            "step {number}: {by:?} {deed:?}: {done:?}"
        );
        assert_eq!(
            done.is_ok(),
            works,
            "step {number}: {by:?} {deed:?}: {done:?}"
        );
        let count = self.counts.entry(name).or_default();
        *(if works { &mut count.0 } else { &mut count.1 }) += 1;
        if works && matches!(deed, Deed::Series(..) | Deed::Together(..)) {
            self.learn(known);
        }
    }

    /// What a deed is counted as: choosing among what competes is another one than approving.
    fn name(&self, deed: &Deed) -> String {
        let said = match deed {
            Deed::To(one, Step::Approve) if self.model.bookings[*one].state == State::Submitted => {
                "Choose".to_owned()
            }
            Deed::To(_, step) => format!("{step:?}"),
            other => format!("{other:?}"),
        };
        said.split('(').next().unwrap_or_default().to_owned()
    }

    /// The dates of a series and what was asked for together get their numbers in the house.
    fn learn(&mut self, from: usize) {
        let first = &self.model.bookings[from];
        let bundle = first.series.or(first.set).map(BookingId::number);
        let ids: Vec<i64> = booking::table
            .filter(booking::bundle_id.nullable().eq(bundle))
            .order(booking::place)
            .select(booking::id)
            .load(&mut self.house.conn())
            .unwrap();
        assert_eq!(ids.len(), self.model.bookings.len() - from);
        for (booked, id) in self.model.bookings[from..].iter_mut().zip(ids) {
            booked.id = BookingId::new(id);
        }
    }
}

/// A number that a longer run sets.
#[expect(
    clippy::disallowed_methods,
    reason = "how long to run is no setting of the house"
)]
fn setting(name: &str, otherwise: u64) -> u64 {
    let set = std::env::var(name).ok();
    set.map_or(otherwise, |set| set.parse().unwrap())
}

#[test]
fn what_dice_throw_comes_to_the_same_in_the_house_and_in_the_model() {
    let steps = usize::try_from(setting("MADOGUCHI_SIMULATION_STEPS", 2_500)).unwrap();
    let seed = setting("MADOGUCHI_SIMULATION_SEED", 20_261_214);
    println!("seed {seed}, {steps} steps");
    let mut pair = Pair::new(seed);
    for number in 1..=steps {
        pair.step(number);
        if number % (steps / WHOLE).max(100) == 0 || number == steps {
            compare(&pair.house, &pair.model);
        }
    }
    let mut counts: Vec<_> = pair.counts.iter().collect();
    counts.sort();
    for (deed, (worked, refused)) in &counts {
        println!("{deed}: {worked} worked, {refused} refused");
    }
    println!("besides: {:?}", pair.model.came);
    // a simulation in which a deed never works proves nothing about it
    assert!(
        counts.len() == 32 && counts.iter().all(|(_, (worked, _))| *worked > 0),
        "{counts:?}"
    );
    assert_eq!(pair.model.came.len(), 9, "{:?}", pair.model.came);
}
