//! An invented world of any size, for measuring.

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
