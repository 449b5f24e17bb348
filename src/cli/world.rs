//! An invented world of any size, for measuring: institutions, instruments, people, years of bookings.

pub mod land;
pub mod people;
pub mod time;

use std::time::Instant as Stopwatch;

use clap::Args;
use futures_util::future::try_join_all;

use crate::acts;
use crate::cli::dice::Dice;
use crate::cli::failure::{Failure, halted};
use crate::cli::world::land::Land;
use crate::cli::world::time::{Scribe, Slip};
use crate::cli::{open, seed};
use crate::config::clock::Clock;
use crate::domain::actor::Actor;
use crate::domain::world::Batch;
use crate::store;
use crate::store::db::Db;
use crate::store::world::Filled;

/// The part that is filled in last.
pub const LAST_PART: &str = "world";
/// Rows that one transaction carries.
const ROWS: usize = 2_000;
/// Transactions under way at once, each with resources of its own, so that none waits for another.
const LANES: usize = 3;

/// How large, and where.
#[derive(Args)]
pub struct Options {
    /// Instruments, each with the parameters of one of the catalogue's.
    #[arg(long, default_value_t = 240)]
    pub resources: usize,
    /// People.
    #[arg(long, default_value_t = 5_000)]
    pub users: usize,
    /// Bookings, from 300 days ago to 60 days ahead; from earlier on if that is too short for them.
    #[arg(long, default_value_t = 200_000)]
    pub bookings: usize,
    /// The same number gives the same world on the same day.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    #[command(flatten)]
    pub open: open::Options,
}

/// `madoguchi seed world`
///
/// # Errors
/// The data can't be reached, or has such a world already.
pub fn run(options: &Options) -> Result<(), Failure> {
    let db = open::db(&options.open)?;
    tokio::runtime::Builder::new_current_thread()
        .build()?
        .block_on(build(&db, options))
}

/// Builds the world in a database that has none yet.
///
/// # Errors
/// It has one already, or a fault.
pub async fn build(db: &Db, options: &Options) -> Result<(), Failure> {
    let house = Actor::house(Clock::Machine.now());
    let filled = db
        .read(|conn| store::world::filled(conn, LAST_PART))
        .await
        .map_err(halted)?;
    match filled {
        Filled::Wholly => {
            return Err(Failure::from("this database has an invented world already"));
        }
        Filled::Partly => {}
        Filled::Empty => {
            let catalogue = seed::read("the catalogue", seed::SUPPLIED)?;
            seed::load(db, house.clone(), catalogue).await?;
        }
    }
    let begun = Stopwatch::now();
    let mut dice = Dice::of(options.seed);
    let land = land::build(db, &house, options.resources).await?;
    let people = people::People::invent(&land, options.users, house.at, &mut dice);
    for batch in people.batches(ROWS) {
        fill(db, &house, "people", batch).await?;
    }
    say("instruments", land.resources.len(), begun);
    say("people", people.residents.len(), begun);
    let begun = Stopwatch::now();
    let slips = time::plan(&land, options.bookings, house.at, &mut dice);
    say("bookings planned", slips.len(), begun);
    let begun = Stopwatch::now();
    let written = write(db, &house, (&land, &people), slips).await?;
    say("bookings written", written, begun);
    db.tend(house.at, store::world::study)
        .await
        .map_err(halted)?;
    fill(db, &house, LAST_PART, Batch::default()).await?;
    Ok(())
}

/// Writes all bookings, in the order in which they were asked for within each lane.
async fn write(
    db: &Db,
    house: &Actor,
    (land, people): (&Land, &people::People),
    slips: Vec<Slip>,
) -> Result<usize, Failure> {
    let mut lanes: Vec<Vec<Slip>> = vec![Vec::new(); LANES];
    for slip in slips {
        if let Some(lane) = lanes.get_mut(slip.resource % LANES) {
            lane.push(slip);
        }
    }
    let scribe = Scribe {
        land,
        people,
        at: house.at,
    };
    let written = try_join_all(lanes.iter().map(|lane| async {
        let mut written = 0;
        for chunk in lane.chunks(ROWS) {
            let batch = Batch {
                bookings: chunk
                    .iter()
                    .filter_map(|slip| scribe.placed(slip))
                    .collect(),
                ..Batch::default()
            };
            written += fill(db, house, "bookings", batch).await?;
        }
        Ok::<usize, Failure>(written)
    }))
    .await?;
    Ok(written.into_iter().sum())
}

async fn fill(db: &Db, house: &Actor, part: &'static str, batch: Batch) -> Result<usize, Failure> {
    db.act(house.clone(), move |tx, by| {
        acts::world::fill(tx, by, part, &batch)
    })
    .await
    .map_err(halted)
}

/// Says how many there are and how fast they came.
fn say(what: &str, count: usize, begun: Stopwatch) {
    let seconds = begun.elapsed().as_secs_f64().max(0.001);
    let rows = u32::try_from(count).map_or(f64::from(u32::MAX), f64::from);
    let rate = rows / seconds * 60.0;
    println!("{what:<18} {count:>9}   {seconds:>7.1} s   {rate:>11.0} a minute");
}
