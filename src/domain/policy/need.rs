//! 構成要素: resources that share a component block each other through it.

use crate::domain::id::ResourceId;
use crate::domain::policy::capacity::most;
use crate::domain::policy::case::{Occupied, full};
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::Span;

/// What one unit of use of a resource takes of another one.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Need {
    pub by: ResourceId,
    pub needed: ResourceId,
    pub units: u32,
    /// The capacity of what is needed.
    pub capacity: u32,
}

impl Need {
    /// Whether there is as much left of the component as one use takes, at every instant of a time.
    ///
    /// # Errors
    /// There is not.
    pub fn fits(&self, taken: &[Occupied], during: &Span) -> Result<(), Refusal> {
        match most(taken, during, self.capacity) >= self.units {
            true => Ok(()),
            false => Err(Refusal::of(Wrong::Use(UseBar::NoComponent))),
        }
    }
}

/// A component with the claims on it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Load {
    pub need: Need,
    pub claims: Vec<Occupied>,
}

/// The claims on components that leave too little for the resource that needs them, as claims on
/// that resource: each takes all of it.
#[must_use]
pub fn through(loads: &[Load]) -> Vec<Occupied> {
    let blocked = loads.iter().flat_map(|load| {
        let left = load.need.units.saturating_sub(1);
        let most = load.need.capacity.saturating_sub(left);
        let spans = full(&load.claims, most);
        load.claims.iter().flat_map(move |claim| {
            let parts: Vec<Occupied> = spans
                .iter()
                .filter_map(|span| claim.claim.intersect(span))
                .map(|part| Occupied {
                    claim: part,
                    used: claim.used.intersect(&part).unwrap_or(part),
                    units: u32::MAX,
                    ..*claim
                })
                .collect();
            parts
        })
    });
    blocked.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::BookingId;
    use crate::domain::time::Instant;

    fn span(from: i64, until: i64) -> Span {
        Span::new(Instant::from_unix(from), Instant::from_unix(until)).unwrap()
    }

    fn claim(booking: i64, from: i64, until: i64, units: u32) -> Occupied {
        Occupied {
            booking: Some(BookingId::new(booking)),
            claim: span(from, until),
            used: span(from, until),
            units,
            home: None,
        }
    }

    fn load(units: u32, capacity: u32, claims: Vec<Occupied>) -> Load {
        Load {
            need: Need {
                by: ResourceId::new(1),
                needed: ResourceId::new(2),
                units,
                capacity,
            },
            claims,
        }
    }

    #[test]
    fn a_use_fits_until_the_peak_leaves_less_than_it_takes() {
        let Load { need, claims } = load(2, 3, vec![claim(1, 0, 10, 1), claim(2, 5, 15, 1)]);
        assert!(need.fits(&claims, &span(0, 5)).is_ok(), "what touches");
        assert!(need.fits(&claims, &span(0, 6)).is_err());
        assert!(need.fits(&claims, &span(10, 20)).is_ok());
    }

    fn times(loads: &[Load]) -> Vec<(i64, i64)> {
        through(loads)
            .iter()
            .map(|one| (one.claim.start().unix(), one.claim.end().unix()))
            .collect()
    }

    #[test]
    fn g06_two_instruments_with_one_laser_block_each_other() {
        let laser = load(1, 1, vec![claim(7, 10, 20, 1)]);
        assert_eq!(times(&[laser]), [(10, 20)]);
    }

    #[test]
    fn a_hall_of_three_places_blocks_only_when_it_is_full_and_for_the_whole_at_once() {
        let claims = vec![claim(7, 10, 30, 1), claim(8, 20, 40, 1)];
        assert_eq!(times(&[load(1, 3, claims.clone())]), []);
        // who needs all three finds no room while anybody is in
        assert_eq!(times(&[load(3, 3, claims.clone())]), [(10, 30), (20, 40)]);
        assert_eq!(times(&[load(2, 3, claims)]), [(20, 30), (20, 30)]);
    }
}
