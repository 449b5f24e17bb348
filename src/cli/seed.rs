//! Loading the catalogue file: all of it, or nothing and every reason.

use std::path::PathBuf;

use clap::Args;

use crate::acts;
use crate::cli::failure::Failure;
use crate::cli::open;
use crate::config::clock::Clock;
use crate::domain::actor::Actor;
use crate::domain::catalogue_file;
use crate::domain::catalogue_file::entry::Catalogue;
use crate::domain::halt::{Fault, Halt};
use crate::domain::language::Language;
use crate::store::catalogue::tally::Loaded;
use crate::store::db::Db;
use crate::words::refusal;

/// The catalogue that comes with the program: the resources of the in-house research institutions,
/// not confirmed by their owners.
pub const SUPPLIED: &str = include_str!("../../docs/catalogue.toml");

/// What to load, and where.
#[derive(Args)]
pub struct Options {
    /// The catalogue file (TOML); docs/catalogue.toml shows its form.
    pub file: PathBuf,
    #[command(flatten)]
    pub open: open::Options,
}

/// `madoguchi seed catalogue FILE`
///
/// # Errors
/// The file or the data can't be read, or something is wrong with the file; then nothing is loaded.
pub fn run(options: &Options) -> Result<(), Failure> {
    let name = options.file.display().to_string();
    let text = std::fs::read_to_string(&options.file)
        .map_err(|error| Failure(format!("{name} can't be read: {error}")))?;
    let catalogue = read(&name, &text)?;
    let db = open::db(&options.open)?;
    let actor = Actor::house(Clock::Machine.now());
    let loaded = tokio::runtime::Builder::new_current_thread()
        .build()?
        .block_on(load(&db, actor, catalogue))?;
    println!("institutions: {}", loaded.institutions);
    println!("facilities:   {}", loaded.facilities);
    println!("resources:    {}", loaded.resources);
    Ok(())
}

/// Reads a catalogue file and checks it as a whole.
///
/// # Errors
/// Every problem, each with file, line and name.
pub fn read(name: &str, text: &str) -> Result<Catalogue, Failure> {
    catalogue_file::read(text).map_err(|problems| {
        let lines: Vec<String> = problems
            .iter()
            .map(|problem| format!("{name}:{problem}"))
            .collect();
        Failure(format!("nothing was loaded\n{}", lines.join("\n")))
    })
}

/// Loads a catalogue in one transaction.
///
/// # Errors
/// A capacity would be less than what is booked of it, or a fault of the database.
pub async fn load(db: &Db, by: Actor, catalogue: Catalogue) -> Result<Loaded, Failure> {
    db.act(by, move |tx, by| acts::catalogue::load(tx, by, &catalogue))
        .await
        .map_err(|halt| match halt {
            Halt::Fault(Fault::Broken(cause)) => Failure(format!("nothing was loaded: {cause}")),
            Halt::Refused(refusals) => {
                let lines = refusals
                    .iter()
                    .map(|one| refusal::say(Language::En, one).in_one());
                let lines: Vec<String> = lines.collect();
                Failure(format!("nothing was loaded\n{}", lines.join("\n")))
            }
            other => Failure(format!("nothing was loaded: {other:?}")),
        })
}
