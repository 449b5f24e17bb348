//! A fresh database for each test, copied from one that was migrated and filled once.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{LazyLock, Mutex};
use std::time::Duration;

use diesel::connection::SimpleConnection;
use madoguchi::store::engine::{Address, Conn, Create};
use tempfile::TempDir;

use crate::world;

/// A database of one test; it is gone when the test is over.
pub struct Database {
    pub address: Address,
    /// Holds the folder of a SQLite file.
    _folder: Option<TempDir>,
    /// The PostgreSQL server and the name of the database on it.
    server: Option<(Address, String)>,
}

/// What all tests start from.
struct Template {
    address: Address,
    _folder: Option<TempDir>,
}

static TEMPLATE: LazyLock<Template> = LazyLock::new(template);
static COUNT: AtomicU32 = AtomicU32::new(0);
static COPYING: Mutex<()> = Mutex::new(());

/// The server to test on; none means SQLite.
#[expect(
    clippy::disallowed_methods,
    reason = "where to test is no setting of the house"
)]
fn server() -> Option<String> {
    std::env::var("MADOGUCHI_TEST_DATABASE")
        .ok()
        .filter(|url| !url.is_empty())
}

impl Database {
    /// A database with the world of the tests in it.
    pub fn filled() -> Self {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let template = &TEMPLATE.address;
        match (template, server()) {
            (Address::Sqlite(file), _) => {
                let folder = folder();
                let path = folder.path().join("madoguchi.db");
                std::fs::copy(file, &path).unwrap();
                Self {
                    address: Address::Sqlite(path),
                    _folder: Some(folder),
                    server: None,
                }
            }
            (Address::Postgres(_), Some(url)) => {
                let name = format!("madoguchi_test_{number}");
                let server = Address::Postgres(url);
                make(&server, &name, Some(TEMPLATE_NAME));
                Self {
                    address: on(&server, &name),
                    _folder: None,
                    server: Some((server, name)),
                }
            }
            (Address::Postgres(_), None) => unreachable!("the template is on the server"),
        }
    }

    /// A database without anything, not even a schema.
    pub fn empty() -> Self {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        if let Some(url) = server() {
            let name = format!("madoguchi_test_{number}");
            let server = Address::Postgres(url);
            make(&server, &name, None);
            return Self {
                address: on(&server, &name),
                _folder: None,
                server: Some((server, name)),
            };
        }
        let folder = folder();
        Self {
            address: Address::Sqlite(folder.path().join("madoguchi.db")),
            _folder: Some(folder),
            server: None,
        }
    }

    /// A connection of the test's own, past every rule of the application.
    pub fn conn(&self) -> Conn {
        self.address.open(Create::IfMissing).unwrap()
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.server
            && let Ok(mut conn) = server.open(Create::Never)
        {
            let _ = conn.batch_execute(&format!("drop database if exists {name} with (force)"));
        }
    }
}

const TEMPLATE_NAME: &str = "madoguchi_test_template";

fn template() -> Template {
    let (address, folder) = match server() {
        Some(url) => {
            let server = Address::Postgres(url);
            make(&server, TEMPLATE_NAME, None);
            (on(&server, TEMPLATE_NAME), None)
        }
        None => {
            let folder = folder();
            let path = folder.path().join("template.db");
            (Address::Sqlite(path), Some(folder))
        }
    };
    world::fill(&address);
    if let Address::Sqlite(_) = &address {
        let mut conn = address.open(Create::Never).unwrap();
        conn.batch_execute("pragma wal_checkpoint(truncate)")
            .unwrap();
    }
    Template {
        address,
        _folder: folder,
    }
}

/// A folder in memory where there is one: a test needs no disk to be slow for it.
fn folder() -> TempDir {
    let memory = PathBuf::from("/dev/shm");
    if memory.is_dir()
        && let Ok(folder) = TempDir::new_in(memory)
    {
        return folder;
    }
    TempDir::new().unwrap()
}

/// Makes a database on a server, from the template if there is one.
fn make(server: &Address, name: &str, template: Option<&str>) {
    let _one_at_a_time = COPYING
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    let mut conn = server.open(Create::Never).unwrap();
    conn.batch_execute(&format!("drop database if exists {name} with (force)"))
        .unwrap();
    let template = template.unwrap_or("template0");
    let statement = format!("create database {name} template {template}");
    for _ in 0..50 {
        match conn.batch_execute(&statement) {
            Ok(()) => return,
            // whoever filled the template may not have let go of it yet
            Err(_) => std::thread::sleep(Duration::from_millis(100)),
        }
    }
    panic!("{name} could not be made");
}

/// The address of another database on the same server.
fn on(server: &Address, name: &str) -> Address {
    let Address::Postgres(url) = server else {
        panic!("{server:?} is no server")
    };
    let (base, query) = url.split_once('?').unwrap_or((url, ""));
    let (host, _) = base.rsplit_once('/').unwrap();
    let query = if query.is_empty() {
        String::new()
    } else {
        format!("?{query}")
    };
    Address::Postgres(format!("{host}/{name}{query}"))
}
