//! Inviting people and giving them roles.

use clap::Subcommand;

use crate::cli::failure::Failure;

/// To come.
#[derive(Subcommand)]
pub enum Command {
    /// To come.
    Invite {},
}

/// To come.
///
/// # Errors
/// Always, until it is written.
pub fn run(_command: &Command) -> Result<(), Failure> {
    Err(Failure::from("not yet"))
}
