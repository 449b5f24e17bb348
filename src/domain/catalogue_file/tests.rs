//! The real file loads whole; each bad file is refused with line and name, all problems at once.

use std::fmt::Write;

use chrono::NaiveDate;

use crate::domain::catalogue::{AllocationBy, BookingMode};
use crate::domain::catalogue_file::entry::{Catalogue, Entry};
use crate::domain::catalogue_file::problem::Problem;
use crate::domain::catalogue_file::read;

const REAL: &str = include_str!("../../../docs/catalogue.toml");

fn real() -> Catalogue {
    read(REAL).unwrap_or_else(|problems| {
        let lines = problems.iter().fold(String::new(), |mut text, problem| {
            let _ = writeln!(text, "{problem}");
            text
        });
        panic!("{lines}")
    })
}

fn entry<'a>(catalogue: &'a Catalogue, slug: &str) -> &'a Entry {
    catalogue
        .resources
        .iter()
        .find(|entry| entry.slug == slug)
        .unwrap()
}

#[test]
fn the_real_catalogue_is_read_whole() {
    let catalogue = real();
    assert_eq!(catalogue.institutions.len(), 16);
    assert_eq!(catalogue.facilities.len(), 22);
    assert_eq!(catalogue.resources.len(), 49);
    assert_eq!(catalogue.terms.len(), 27 + 9 + 13);
    let count = |test: &dyn Fn(&&Entry) -> bool| catalogue.resources.iter().filter(test).count();
    assert_eq!(
        count(&|entry| entry.allocation == AllocationBy::ExternalCall),
        6
    );
    assert_eq!(count(&|entry| entry.mode == BookingMode::ServiceRequest), 8);
}
