//! Opening the data for a command.

use clap::Args;

use crate::cli::failure::Failure;
use crate::store::db::Db;
use crate::store::engine::{Address, Create};

/// Where the data lives.
#[derive(Args, Clone)]
// A name of its own: clap takes the struct's for the group, and each command has its `Options`.
#[group(id = "data")]
pub struct Options {
    /// `sqlite:PATH` or `postgres://USER@HOST/NAME`
    #[arg(
        long,
        env = "MADOGUCHI_DATABASE",
        default_value = "sqlite:madoguchi.db",
        hide_env_values = true
    )]
    pub database: String,
}

/// How many threads read.
pub const READERS: usize = 3;

/// Opens the data and brings its schema up to date.
///
/// # Errors
/// The data can't be reached.
pub fn db(options: &Options) -> Result<Db, Failure> {
    Ok(Db::open(
        &Address::read(&options.database)?,
        Create::IfMissing,
        READERS,
    )?)
}

/// `madoguchi migrate`
///
/// # Errors
/// The data can't be reached.
pub fn migrate(options: &Options) -> Result<(), Failure> {
    db(options).map(drop)
}
