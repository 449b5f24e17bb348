//! Measuring requests per second beside a handler of constant bytes, in the same run.

pub mod client;
pub mod load;
pub mod person;
pub mod rule;
pub mod server;
pub mod slot;
pub mod subject;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;

use crate::cli::bench::load::{Measured, Pressure, Script};
use crate::cli::bench::server::Constant;
use crate::cli::failure::{Failure, halted};
use crate::cli::{open, world};
use crate::config::clock::Clock;
use crate::domain::catalogue::Resource;
use crate::domain::time::Instant;
use crate::store;
use crate::store::db::Db;
use crate::store::world::Filled;
use crate::web::form::encode;

/// What the search is asked, in turn.
const WORDS: [&str; 6] = [
    "共焦点",
    "電子顕微鏡",
    "シークエンサー",
    "NMR",
    "走査電子",
    "PCR",
];
/// Seconds of each scenario that are not counted.
const WARM_UP: u64 = 1;

/// Against what, how long and how hard.
#[derive(Args)]
pub struct Options {
    /// A database filled by `madoguchi seed world`; requests are written into it.
    #[command(flatten)]
    pub open: open::Options,
    /// How long each scenario lasts.
    #[arg(long, default_value_t = 5)]
    pub seconds: u64,
    /// Connections that ask at once.
    #[arg(long, default_value_t = 16)]
    pub clients: usize,
    /// Threads that answer.
    #[arg(long, default_value_t = 2)]
    pub workers: usize,
    /// Only measure how long a wish takes to judge by the rules; no data is needed.
    #[arg(long)]
    pub rules: bool,
}

/// One thing to measure.
struct Scenario {
    name: &'static str,
    expected: u16,
    script: Script,
}

/// Whether a page is asked for at the same address again, so that it may have been kept, or at one
/// that nobody asked for before, so that it must be made.
#[derive(Copy, Clone)]
enum Again {
    Same,
    Different,
}

/// The servers under load.
struct Bench {
    house: SocketAddr,
    constant: SocketAddr,
    bytes: Constant,
    pressure: Pressure,
}

/// `madoguchi bench`
///
/// # Errors
/// The data can't be reached or is no invented world, or a server can't be started.
pub fn run(options: &Options) -> Result<(), Failure> {
    if options.rules {
        return rule::run();
    }
    let db = open::db(&options.open)?;
    let at = Clock::Machine.now();
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    runtime.block_on(only_invented(&db))?;
    let house = server::house(db.clone(), options.workers)?;
    let bytes = Constant::default();
    let constant = server::constant(&bytes, options.workers)?;
    let bench = Bench {
        house: house.address,
        constant: constant.address,
        bytes,
        pressure: Pressure {
            clients: options.clients.max(1),
            lasting: Duration::from_secs(options.seconds.max(1)),
        },
    };
    let scenarios = runtime.block_on(scenarios(&db, &bench, at))?;
    println!(
        "{} clients, {} s each, {} workers; server and clients in one process, letters wait in the outbox",
        bench.pressure.clients, options.seconds, options.workers
    );
    println!("anew: at addresses that nobody asked for before, so that nothing kept can answer");
    println!("resident memory before: {} kB\n", resident());
    println!(
        "{:<18} {:>10} {:>9} {:>9} {:>9} {:>11} {:>7} {:>7}  {:>10}",
        "", "requests/s", "p50 ms", "p99 ms", "bytes", "constant/s", "ratio", "failed", "memory kB"
    );
    for scenario in &scenarios {
        bench.measure(scenario);
    }
    runtime.block_on(async {
        house.stop().await;
        constant.stop().await;
    });
    Ok(())
}

/// Requests are written while measuring; that is for invented worlds only.
async fn only_invented(db: &Db) -> Result<(), Failure> {
    let filled = db
        .read(|conn| store::world::filled(conn, world::LAST_PART))
        .await;
    match filled {
        Ok(Filled::Wholly) => Ok(()),
        Ok(Filled::Partly | Filled::Empty) => Err(Failure::from(
            "this database is no invented world; fill one first: madoguchi seed world --database sqlite:bench.db",
        )),
        Err(halt) => Err(halted(halt)),
    }
}

async fn scenarios(db: &Db, bench: &Bench, at: Instant) -> Result<Vec<Scenario>, Failure> {
    let instruments = slot::instruments(db, at).await?;
    let weeks = instruments
        .iter()
        .map(|resource| format!("/resources/{}?", resource.slug));
    let searches = WORDS
        .iter()
        .map(|word| format!("/resources?q={}", encode(word)));
    let pages: [(&str, &str, Vec<String>); 4] = [
        ("home", "home anew", vec!["/?".to_owned()]),
        ("search", "search anew", searches.collect()),
        ("resource week", "resource week anew", weeks.collect()),
        (
            "availability",
            "availability anew",
            vec!["/availability?".to_owned()],
        ),
    ];
    let mut scenarios = Vec::new();
    for (kept, anew, paths) in pages {
        for (name, again) in [(kept, Again::Same), (anew, Again::Different)] {
            scenarios.push(Scenario {
                name,
                expected: 200,
                script: looks(bench, paths.clone(), again),
            });
        }
    }
    scenarios.push(Scenario {
        name: "request post",
        expected: 303,
        script: posts(db, bench, &instruments, at).await?,
    });
    Ok(scenarios)
}

/// Looks at these pages in turn.
fn looks(bench: &Bench, paths: Vec<String>, again: Again) -> Script {
    let host = bench.house.to_string();
    Arc::new(move |client, turn| {
        let path = paths.get((client * 7 + turn) % paths.len().max(1))?;
        Some(match again {
            Again::Same => client::look(&host, path.trim_end_matches('?')),
            Again::Different => client::look(&host, &format!("{path}&n={client}.{turn}")),
        })
    })
}

/// Requests for times that are free, each asked for once.
async fn posts(
    db: &Db,
    bench: &Bench,
    instruments: &[Resource],
    at: Instant,
) -> Result<Script, Failure> {
    let slots = slot::slots(db, instruments, at).await?;
    let clients = bench.pressure.clients;
    let askers = slot::askers(db, clients, at).await?;
    let host = bench.house.to_string();
    Ok(Arc::new(move |client, turn| {
        let asker = askers.get(client % askers.len().max(1))?;
        let slot = slots.get(turn * clients + client)?;
        let form = slot::form(slot, asker, Clock::Machine.now());
        Some(client::deed(&host, "/requests", &asker.secret, &form))
    }))
}

impl Bench {
    /// Measures one scenario, then the constant handler with as many bytes.
    fn measure(&self, scenario: &Scenario) {
        let is_deed = scenario.expected == 303;
        let warm_up = Pressure {
            lasting: Duration::from_secs(WARM_UP),
            ..self.pressure
        };
        if !is_deed {
            let _ = load::run(self.house, warm_up, scenario.expected, &scenario.script);
        }
        let page = load::run(
            self.house,
            self.pressure,
            scenario.expected,
            &scenario.script,
        );
        let memory = resident();
        self.bytes.set(page.bytes);
        let request = client::look(&self.constant.to_string(), "/");
        let script: Script = Arc::new(move |_, _| Some(request.clone()));
        let _ = load::run(self.constant, warm_up, 200, &script);
        let constant = load::run(self.constant, self.pressure, 200, &script);
        say(scenario.name, &page, &constant, &memory);
    }
}

fn say(name: &str, page: &Measured, constant: &Measured, memory: &str) {
    let ratio = page.rate() / constant.rate().max(0.001);
    let failed = match page.bad_status {
        Some(0) => format!("{} (no answer)", page.bad),
        Some(status) => format!("{} ({status})", page.bad),
        None => "0".to_owned(),
    };
    println!(
        "{name:<18} {:>10.0} {:>9.2} {:>9.2} {:>9} {:>11.0} {ratio:>7.3} {failed:>7}  {memory:>10}",
        page.rate(),
        page.within(500),
        page.within(990),
        page.bytes,
        constant.rate(),
    );
}

/// The memory that this process holds, in kB, as Linux tells it.
fn resident() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .map_or("?".to_owned(), |value| {
            value.trim().trim_end_matches(" kB").to_owned()
        })
}
