//! The places of the simulation, the facilities that own them, and who asks for them.

use crate::simulation::time::MINUTE;
use crate::world::{CONFOCAL, IMAGING, QPCR};

/// The instrument whose manager chooses.
pub const CHOSEN: &str = "ncgg-aio";

/// The facilities, each with the institution that it belongs to.
pub const FACILITIES: [(&str, &str); 2] = [("ncgg-ri", "ncgg"), ("ncvc-imaging", "ncvc")];

/// A resource.
#[derive(Copy, Clone, Debug)]
pub struct Place {
    pub slug: &'static str,
    /// Which of [`FACILITIES`] owns it.
    pub owner: usize,
    /// Washing, in seconds.
    pub after: i64,
    pub capacity: u32,
    /// Whether requests for the same time compete until the manager chooses.
    pub competes: bool,
    /// Whether somebody at home agrees to requests of guests before the facility looks.
    pub asks_home: bool,
    /// Whether one of [`LASERS`] is taken for as long as it is taken itself.
    pub with_laser: bool,
    /// Whether [`OTHER`] can be asked for together with it.
    pub with_other: bool,
}

const PLAIN: Place = Place {
    slug: QPCR,
    owner: 0,
    after: 0,
    capacity: 1,
    competes: false,
    asks_home: false,
    with_laser: true,
    with_other: false,
};

pub const PLACES: [Place; 4] = [
    Place {
        slug: CONFOCAL,
        after: 15 * MINUTE,
        with_other: true,
        ..PLAIN
    },
    Place {
        capacity: 4,
        ..PLAIN
    },
    Place {
        slug: CHOSEN,
        after: 30 * MINUTE,
        competes: true,
        asks_home: true,
        with_other: true,
        ..PLAIN
    },
    Place {
        slug: IMAGING,
        owner: 1,
        asks_home: true,
        with_laser: false,
        ..PLAIN
    },
];
/// The place that is another facility's.
pub const OTHER: usize = 3;
/// How many of the component that places take there are.
pub const LASERS: u32 = 2;

/// How many applicants there are.
pub const APPLICANTS: usize = 40;

/// Of which of the institutions an applicant is.
pub fn home(applicant: usize) -> usize {
    usize::from(applicant % 3 == 1)
}

/// Whether an applicant is of another institution: series are for the institution's own people.
pub fn is_guest(applicant: usize, place: usize) -> bool {
    home(applicant) != PLACES[place].owner
}

/// Whether an applicant said who is responsible for them at home.
pub const fn names_somebody(applicant: usize) -> bool {
    applicant % 10 != 9
}

/// Whether somebody at home must agree to what an applicant asks for.
pub fn asks_home(applicant: usize, place: usize) -> bool {
    PLACES[place].asks_home && is_guest(applicant, place)
}
