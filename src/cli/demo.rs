//! The demonstration: the catalogue, invented people, six weeks of bookings, one command.

use clap::Args;

use crate::cli::failure::Failure;

/// To come.
#[derive(Args)]
pub struct Options {}

/// To come.
///
/// # Errors
/// Always, until it is written.
pub fn run(_options: &Options) -> Result<(), Failure> {
    Err(Failure::from("not yet"))
}
