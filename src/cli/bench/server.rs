//! The two servers of a measurement: the house itself, and one that answers with constant bytes.

use std::net::{SocketAddr, TcpListener};
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, PoisonError, RwLock};

use actix_web::dev::{Server, ServerHandle};
use actix_web::http::header;
use actix_web::web::{Bytes, Data};
use actix_web::{App, HttpResponse, HttpServer, web};

use crate::cli::failure::Failure;
use crate::config::clock::Clock;
use crate::config::{Config, CourierSetting};
use crate::house::House;
use crate::store::db::Db;

/// A server in a thread of its own.
pub struct Running {
    pub address: SocketAddr,
    handle: ServerHandle,
}

impl Running {
    /// Stops it once its answers are out.
    pub async fn stop(self) {
        self.handle.stop(true).await;
    }
}

/// Starts the house on a free port, without its jobs: letters wait in the outbox.
///
/// # Errors
/// The port or a thread can't be had.
pub fn house(db: Db, workers: usize) -> Result<Running, Failure> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let listen = listener.local_addr()?;
    let config = Config {
        base_url: format!("http://{listen}"),
        listen,
        courier: CourierSetting::Memory,
        mail_from: "madoguchi@example.jp".to_owned(),
        demo: false,
        demo_accounts: Vec::new(),
    };
    let house = House::new(db, config, Clock::Machine)?;
    start(listen, move || {
        crate::web::server::start(house, listener, workers)
    })
}

/// The bytes that the constant server answers with.
#[derive(Clone, Default)]
pub struct Constant(Arc<RwLock<Bytes>>);

impl Constant {
    /// Answers with this many bytes from now on.
    pub fn set(&self, length: usize) {
        let bytes = Bytes::from(vec![b'x'; length]);
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = bytes;
    }

    fn get(&self) -> Bytes {
        self.0
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

/// Starts a server that does nothing but answer with constant bytes.
///
/// # Errors
/// The port or a thread can't be had.
pub fn constant(bytes: &Constant, workers: usize) -> Result<Running, Failure> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let listen = listener.local_addr()?;
    let bytes = bytes.clone();
    start(listen, move || {
        let app = move || {
            App::new()
                .app_data(Data::new(bytes.clone()))
                .default_service(web::to(answer))
        };
        let server = HttpServer::new(app)
            .workers(workers.max(1))
            .listen(listener)?;
        Ok(server.run())
    })
}

async fn answer(bytes: Data<Constant>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
        .body(bytes.get())
}

fn start(
    address: SocketAddr,
    make: impl FnOnce() -> std::io::Result<Server> + Send + 'static,
) -> Result<Running, Failure> {
    let (tell, told) = sync_channel(1);
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            match make() {
                Ok(server) => {
                    let _ = tell.send(Ok(server.handle()));
                    let _ = server.await;
                }
                Err(error) => {
                    let _ = tell.send(Err(error.to_string()));
                }
            }
        });
    });
    let handle = told.recv()??;
    Ok(Running { address, handle })
}
