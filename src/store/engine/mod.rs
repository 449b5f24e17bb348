//! The two engines: addresses, connections and the few places where SQLite and PostgreSQL differ.

pub mod migration;

use std::path::{Path, PathBuf};

use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::pg::PgConnection;
use diesel::result::{ConnectionError, DatabaseErrorKind, Error};
use diesel::sql_types::Text;
use diesel::sqlite::SqliteConnection;
use diesel::{Connection, RunQueryDsl};

use crate::domain::halt::{Fault, Halt};

/// A connection to either engine. Queries written once run on both.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

/// Where the data lives; the scheme of the address picks the engine, never trying.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Address {
    /// `sqlite:PATH`
    Sqlite(PathBuf),
    /// `postgres://…`
    Postgres(String),
}

/// Why the data can't be reached, in words for the operator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unreachable(pub String);

impl std::fmt::Display for Unreachable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unreachable {}

impl Address {
    /// Reads an address; a scheme we don't speak is an error, never a file of that name.
    ///
    /// # Errors
    /// The scheme is missing or unknown.
    pub fn read(text: &str) -> Result<Self, Unreachable> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            if path.is_empty() {
                return Err(Unreachable(
                    "the database address 'sqlite:' names no file; write sqlite:PATH".to_owned(),
                ));
            }
            return Ok(Self::Sqlite(PathBuf::from(path)));
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        let scheme: String = text
            .chars()
            .take_while(|&letter| letter != ':')
            .take(40)
            .collect();
        Err(Unreachable(format!(
            "the database address begins with '{scheme}'; write sqlite:PATH or postgres://USER@HOST/NAME"
        )))
    }

    /// Opens one connection. A SQLite file is made if `create` says so and its folder exists.
    ///
    /// # Errors
    /// The file or server can't be reached, or a promise of durability can't be kept.
    pub fn open(&self, create: Create) -> Result<Conn, Unreachable> {
        match self {
            Self::Sqlite(path) => open_sqlite(path, create).map(Conn::Sqlite),
            Self::Postgres(url) => open_postgres(url).map(Conn::Postgres),
        }
    }

    /// Whether one writer serves all (SQLite), or each deed has a transaction of its own.
    #[must_use]
    pub const fn has_one_writer(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }
}

/// Whether a missing SQLite file may be made.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Create {
    IfMissing,
    Never,
}

fn open_sqlite(path: &Path, create: Create) -> Result<SqliteConnection, Unreachable> {
    let folder_exists = path
        .parent()
        .is_none_or(|folder| folder.as_os_str().is_empty() || folder.is_dir());
    if !folder_exists {
        return Err(Unreachable(format!(
            "the folder of the database file {} does not exist",
            path.display()
        )));
    }
    if create == Create::Never && !path.exists() {
        return Err(Unreachable(format!(
            "the database file {} does not exist",
            path.display()
        )));
    }
    let unreachable = |cause: String| {
        Unreachable(format!(
            "the database file {} can't be opened: {cause}",
            path.display()
        ))
    };
    let mut conn = SqliteConnection::establish(&path.to_string_lossy())
        .map_err(|error| unreachable(error.to_string()))?;
    conn.batch_execute(
        "pragma busy_timeout = 10000; pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;
         pragma cache_size = -8000; pragma temp_store = memory; pragma wal_autocheckpoint = 2000;",
    )
    .map_err(|error| unreachable(error.to_string()))?;
    for (name, wanted) in [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("foreign_keys", "1"),
    ] {
        let found: String = diesel::select(sql::<Text>(&format!(
            "(select cast({name} as text) from pragma_{name})"
        )))
        .get_result(&mut conn)
        .map_err(|error| unreachable(error.to_string()))?;
        if found != wanted {
            return Err(unreachable(format!(
                "pragma {name} is {found}, must be {wanted}"
            )));
        }
    }
    Ok(conn)
}

fn open_postgres(url: &str) -> Result<PgConnection, Unreachable> {
    let mut conn = PgConnection::establish(url).map_err(|error| {
        let cause = match error {
            ConnectionError::BadConnection(text) => text,
            other => other.to_string(),
        };
        Unreachable(format!(
            "the PostgreSQL server can't be reached: {}",
            cause.trim()
        ))
    })?;
    conn.batch_execute(
        "set default_transaction_isolation = 'read committed'; set synchronous_commit = on;
         set statement_timeout = '15s'; set lock_timeout = '10s';
         set idle_in_transaction_session_timeout = '30s'; set timezone = 'UTC';",
    )
    .map_err(|error| {
        Unreachable(format!(
            "the PostgreSQL server refused our settings: {error}"
        ))
    })?;
    Ok(conn)
}

/// Whether a deed runs beside those of other writers or waits until it has the database to itself.
#[derive(Clone, Copy)]
pub(in crate::store) enum Company {
    Beside,
    Alone,
}

/// Opens the transaction of one deed or of a group of deeds. SQLite's writer is always alone. On PostgreSQL
/// a lock says so to every process: deeds share it, and who lost to others too often takes it alone, before
/// anything else, so that nobody waits in a circle.
pub(in crate::store) fn begin(conn: &mut Conn, company: Company) -> Result<(), Error> {
    match (conn, company) {
        (Conn::Sqlite(conn), _) => conn.batch_execute("begin immediate"),
        (Conn::Postgres(conn), Company::Beside) => conn.batch_execute(&format!(
            "begin; select pg_advisory_xact_lock_shared({DEEDS})"
        )),
        (Conn::Postgres(conn), Company::Alone) => {
            conn.batch_execute(&format!("begin; select pg_advisory_xact_lock({DEEDS})"))
        }
    }
}

/// The key of PostgreSQL's advisory lock that all deeds hold ("deed").
const DEEDS: i64 = 0x6465_6564;

/// Runs a transaction statement that both engines speak.
pub(in crate::store) fn run(conn: &mut Conn, statement: &str) -> Result<(), Error> {
    match conn {
        Conn::Sqlite(conn) => conn.batch_execute(statement),
        Conn::Postgres(conn) => conn.batch_execute(statement),
    }
}

/// Both engines' errors, sorted by what can be done about them.
impl From<Error> for Halt {
    fn from(error: Error) -> Self {
        match &error {
            Error::NotFound => Self::Absent,
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => {
                Self::Fault(Fault::Again)
            }
            Error::DatabaseError(
                DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand,
                _,
            ) => Self::Fault(Fault::Lost),
            Error::DatabaseError(_, facts) => {
                by_message(facts.message()).unwrap_or_else(|| Self::broken(&error))
            }
            _ => Self::broken(error),
        }
    }
}

/// The errors that only their message tells apart.
fn by_message(message: &str) -> Option<Halt> {
    let again = [
        "capacity_exceeded",
        "deadlock detected",
        "database is locked",
        "lock timeout",
    ];
    let lost = [
        "server closed the connection",
        "terminating connection",
        "connection to server",
        "no connection to the server",
    ];
    if again.iter().any(|part| message.contains(part)) {
        return Some(Halt::Fault(Fault::Again));
    }
    lost.iter()
        .any(|part| message.contains(part))
        .then_some(Halt::Fault(Fault::Lost))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scheme_picks_the_engine() {
        assert_eq!(
            Address::read("sqlite:data/a.db"),
            Ok(Address::Sqlite("data/a.db".into()))
        );
        assert!(matches!(
            Address::read("postgres://u@h/d"),
            Ok(Address::Postgres(_))
        ));
        for wrong in [
            "postgrse://u@h/d",
            "mysql://x",
            "data.db",
            "",
            "sqlite:",
            "sqlite://",
        ] {
            assert!(Address::read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_unreachable_file_or_server_is_a_clear_error_and_makes_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let missing = Address::Sqlite(folder.path().join("none/a.db"));
        assert!(
            missing
                .open(Create::IfMissing)
                .is_err_and(|error| error.0.contains("does not exist"))
        );
        let never = Address::Sqlite(folder.path().join("a.db"));
        assert!(never.open(Create::Never).is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        let nobody = Address::Postgres("postgres://nobody@127.0.0.1:1/none".into());
        assert!(
            nobody
                .open(Create::Never)
                .is_err_and(|error| error.0.contains("can't be reached"))
        );
    }
}
