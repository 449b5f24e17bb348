//! The operators' door: the command line, read once, handed to one file per command.

pub mod bench;
pub mod demo;
pub mod demo_world;
pub mod dice;
pub mod failure;
pub mod filling;
pub mod holiday;
pub mod open;
pub mod seed;
pub mod serve;
pub mod user;
pub mod world;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::cli::failure::Failure;

/// One window to shared research equipment.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve people.
    Serve(serve::Options),
    /// Build a demonstration with invented people, and serve it.
    Demo(demo::Options),
    /// Bring the database's schema up to date.
    Migrate(open::Options),
    /// Fill the database.
    #[command(subcommand)]
    Seed(Seed),
    /// Invite people and give them roles.
    #[command(subcommand)]
    User(user::Command),
    /// Keep the official list of holidays.
    #[command(subcommand)]
    Holidays(holiday::Command),
    /// Measure this machine: requests per second beside a handler of constant bytes.
    Bench(bench::Options),
}

#[derive(Subcommand)]
enum Seed {
    /// Load institutions, facilities and resources from a catalogue file.
    Catalogue(seed::Options),
    /// Fill a database with an invented world of any size, for measuring.
    World(world::Options),
}

/// Runs the command line.
#[must_use]
pub fn run() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Serve(options) => serve::run(&options),
        Command::Demo(options) => demo::run(&options),
        Command::Migrate(options) => open::migrate(&options),
        Command::Seed(Seed::Catalogue(options)) => seed::run(&options),
        Command::Seed(Seed::World(options)) => world::run(&options),
        Command::User(command) => user::run(&command),
        Command::Holidays(command) => holiday::run(&command),
        Command::Bench(options) => bench::run(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(cause)) => {
            eprintln!("madoguchi: {cause}");
            ExitCode::FAILURE
        }
    }
}
