//! The demonstration: the catalogue, invented people, six weeks of bookings, one command.

use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::demo_world::rule::Rules;
use crate::cli::demo_world::{self, account};
use crate::cli::failure::{Failure, halted};
use crate::cli::{open, serve};
use crate::config::clock::Clock;
use crate::config::{Config, CourierSetting, DemoAccount};
use crate::house::House;
use crate::secret::password::Hasher;
use crate::store;
use crate::store::db::Db;
use crate::store::engine::{Address, Create};
use crate::store::world::Filled;
use crate::store::world::survey::survey;

/// Where the demonstration lives and listens.
#[derive(Args)]
pub struct Options {
    /// The port to listen on; 0 takes a free one.
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// The folder that keeps the demonstration; it is made if it is missing.
    #[arg(long, default_value = "demo")]
    pub data: PathBuf,
    /// The database, if it is not the folder's own: `sqlite:PATH` or `postgres://USER@HOST/NAME`.
    #[arg(long)]
    pub database: Option<String>,
    /// The address to listen on. Browsers must still call it 127.0.0.1 or localhost.
    #[arg(long, default_value = "127.0.0.1")]
    pub listen: IpAddr,
    /// The rules of its facilities.
    #[arg(long, value_enum, default_value = "model")]
    pub rules: Rules,
    /// Threads that answer.
    #[arg(long, default_value_t = 2)]
    pub workers: usize,
}

/// `madoguchi demo`
///
/// # Errors
/// The folder, the data or the port can't be had.
pub fn run(options: &Options) -> Result<(), Failure> {
    let folder = &options.data;
    std::fs::create_dir_all(folder)
        .map_err(|error| Failure(format!("{} can't be made: {error}", folder.display())))?;
    let listener = TcpListener::bind(SocketAddr::new(options.listen, options.port))
        .map_err(|error| Failure(format!("port {} can't be had: {error}", options.port)))?;
    let listen = listener.local_addr()?;
    let address = format!("http://127.0.0.1:{}", listen.port());
    let own = || format!("sqlite:{}", folder.join("madoguchi.db").display());
    let file = Address::read(&options.database.clone().unwrap_or_else(own))?;
    let db = Db::open(&file, Create::IfMissing, open::READERS)?;
    let accounts = tokio::runtime::Builder::new_current_thread()
        .build()?
        .block_on(prepare(&db, folder, options.rules))?;
    let list = folder.join("demo-accounts.json");
    account::write(&list, &accounts)?;
    account::print(&address, &accounts, &list);
    let config = Config {
        base_url: address.clone(),
        listen,
        courier: CourierSetting::Folder(folder.join("letters")),
        mail_from: "madoguchi@example.jp".to_owned(),
        demo: true,
        demo_accounts: accounts,
    };
    serve::serve(
        House::new(db, config, Clock::Machine)?,
        listener,
        options.workers,
    )
}

/// Builds the world if the folder is new, and tells its sign-ins.
async fn prepare(db: &Db, folder: &Path, rules: Rules) -> Result<Vec<DemoAccount>, Failure> {
    let filled = db
        .read(|conn| store::world::filled(conn, demo_world::LAST_PART))
        .await
        .map_err(halted)?;
    match filled {
        Filled::Wholly => {}
        Filled::Partly => {
            return Err(Failure(format!(
                "{} holds other data, or a demonstration that was interrupted while it was built; delete the folder or choose another with --data",
                folder.display()
            )));
        }
        Filled::Empty => {
            println!("Building the demonstration in {} …", folder.display());
            let hash = Hasher::at_floor()?.hash(account::PASSWORD).await;
            let hash = hash.map_err(halted)?;
            demo_world::build(db, Clock::Machine.now(), hash, rules).await?;
        }
    }
    let land = db.read(survey).await.map_err(halted)?;
    Ok(account::all(|slug| {
        let found = land.institutions.iter().find(|known| known.slug == slug);
        found.map(|known| known.name.ja.clone()).unwrap_or_default()
    }))
}
