//! Serving people: the settings, the threads, the jobs, until a signal says stop.

use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;

use clap::Args;

use crate::cli::failure::Failure;
use crate::cli::open;
use crate::config::clock::Clock;
use crate::config::{Config, CourierSetting, check_base_url};
use crate::house::House;
use crate::jobs;
use crate::web::server;

/// What a running house is told.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    pub open: open::Options,
    /// Where to listen.
    #[arg(long, env = "MADOGUCHI_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// The address people see: https://HOST
    #[arg(long, env = "MADOGUCHI_BASE_URL")]
    pub base_url: String,
    /// SMTP server for letters: smtps://USER:PASSWORD@HOST:465, or smtp:// for STARTTLS. Without it
    /// letters go to the folder of --letters.
    #[arg(long, env = "MADOGUCHI_SMTP", hide_env_values = true)]
    pub smtp: Option<String>,
    /// Folder that receives letters when there is no SMTP server.
    #[arg(long, env = "MADOGUCHI_LETTERS", default_value = "letters")]
    pub letters: PathBuf,
    /// The sender of letters.
    #[arg(
        long,
        env = "MADOGUCHI_MAIL_FROM",
        default_value = "madoguchi@localhost"
    )]
    pub mail_from: String,
    /// Threads that answer.
    #[arg(long, env = "MADOGUCHI_WORKERS", default_value_t = 2)]
    pub workers: usize,
}

/// `madoguchi serve`
///
/// # Errors
/// A setting is wrong, or the data or the port can't be had.
pub fn run(options: &Options) -> Result<(), Failure> {
    let courier = options.smtp.clone().map_or_else(
        || CourierSetting::Folder(options.letters.clone()),
        |url| CourierSetting::Smtp { url },
    );
    let config = Config {
        base_url: check_base_url(&options.base_url)?,
        listen: options.listen,
        courier,
        mail_from: options.mail_from.clone(),
        demo: false,
        demo_accounts: Vec::new(),
    };
    let db = open::db(&options.open)?;
    serve(
        House::new(db, config, Clock::Machine)?,
        TcpListener::bind(options.listen)?,
        options.workers,
    )
}

/// Serves until a signal says stop; the jobs run beside the pages.
///
/// # Errors
/// The server could not run.
pub fn serve(house: House, listener: TcpListener, workers: usize) -> Result<(), Failure> {
    let filter =
        tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "info".into());
    let _ = tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .try_init();
    actix_web::rt::System::new().block_on(async move {
        let jobs = actix_web::rt::spawn(jobs::run(house.clone()));
        let served = server::start(house, listener, workers)?.await;
        jobs.abort();
        Ok(served?)
    })
}
