//! Measuring requests per second beside a handler of constant bytes.

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
