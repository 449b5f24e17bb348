//! The catalogue file: read as a whole and checked as a whole, before anything is written.
//!
//! Model (ours, not the owners'; a facility manager changes it afterwards): a resource whose slot is
//! shorter than half a day opens on weekdays 09:00–17:00; a longer one from 09:00 to 09:00 of the
//! next day, from Monday to Friday; slots are aligned at 09:00; the buffer stands after each use.

pub mod check;
pub mod entry;
pub mod opening;
pub mod problem;
pub mod resource;
pub mod shape;

#[cfg(test)]
mod tests;

use crate::domain::catalogue_file::entry::Catalogue;
use crate::domain::catalogue_file::problem::{Findings, Problem};

/// Reads a catalogue file.
///
/// # Errors
/// Every problem found, in the order of the file.
pub fn read(text: &str) -> Result<Catalogue, Vec<Problem>> {
    let mut findings = Findings::of(text);
    match toml::from_str(text) {
        Ok(file) => {
            let catalogue = check::catalogue(&file, &mut findings);
            findings.end(catalogue)
        }
        Err(error) => Err(vec![findings.unreadable(error.span(), error.message())]),
    }
}
