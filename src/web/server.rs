//! The server: binds, serves with limits, and drains on a signal.

use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::Server;
use actix_web::middleware::{Compress, from_fn};
use actix_web::{App, HttpServer, web};
use tokio::sync::Semaphore;

use crate::domain::halt::Halt;
use crate::house::House;
use crate::web::answer::Stop;
use crate::web::cache::Cache;
use crate::web::guard::posted::Reader;
use crate::web::guard::{self, Guard};
use crate::web::routes;
use crate::web::vacancy::Vacancies;

/// Most connections at once, per worker.
const CONNECTIONS: usize = 4_096;

/// Most files that may arrive at once, each kept in memory until it is judged.
const UPLOADS: usize = 4;

/// How long a client may take to say what it wants.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Patience {
    pub headers: Duration,
    pub body: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            headers: Duration::from_secs(5),
            body: Duration::from_secs(20),
        }
    }
}

/// Starts serving on a bound listener with this many workers.
///
/// # Errors
/// The listener can't be used.
pub fn start(house: House, listener: TcpListener, workers: usize) -> std::io::Result<Server> {
    start_with(house, listener, workers, Patience::default())
}

/// The same, with another patience.
///
/// # Errors
/// The listener can't be used.
pub fn start_with(
    house: House,
    listener: TcpListener,
    workers: usize,
    patience: Patience,
) -> std::io::Result<Server> {
    let table = Arc::new(routes::table());
    let (cache, vacancies) = (Cache::default(), Vacancies::default());
    let reader = Reader {
        patience: patience.body,
        uploads: Arc::new(Semaphore::new(UPLOADS)),
    };
    let server = HttpServer::new(move || {
        App::new()
            .app_data(web::Data::new(Guard {
                house: house.clone(),
                table: Arc::clone(&table),
                reader: reader.clone(),
                cache: cache.clone(),
                vacancies: vacancies.clone(),
            }))
            .wrap(from_fn(guard::stand))
            .wrap(Compress::default())
            .configure(routes::lay_out)
            .default_service(web::to(nowhere))
    })
    .workers(workers.max(1))
    .max_connections(CONNECTIONS)
    .client_request_timeout(patience.headers)
    .keep_alive(Duration::from_secs(60))
    .shutdown_timeout(20)
    .listen(listener)?;
    Ok(server.run())
}

/// An address that is not in the table.
async fn nowhere() -> Result<String, Stop> {
    Err(Stop(Halt::Absent))
}
