//! Migrations: shared ones and the engine's own in one order, run at start under a lock.

use std::collections::BTreeSet;

use diesel::connection::SimpleConnection;
use diesel::migration::{Migration, MigrationSource};
use diesel::pg::{Pg, PgConnection};
use diesel::sqlite::{Sqlite, SqliteConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use crate::store::engine::{Conn, Unreachable};

const SHARED: EmbeddedMigrations = embed_migrations!("migrations/shared");
const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// The key of PostgreSQL's advisory lock that one migrating process holds ("mado").
const LOCK: i64 = 0x6D61_646F;

/// Brings the schema up to date and tells how many migrations ran.
///
/// # Errors
/// The schema is newer than this program, or a migration failed.
pub fn migrate(conn: &mut Conn) -> Result<usize, Unreachable> {
    match conn {
        Conn::Sqlite(conn) => migrate_sqlite(conn),
        Conn::Postgres(conn) => migrate_postgres(conn),
    }
}

fn migrate_sqlite(conn: &mut SqliteConnection) -> Result<usize, Unreachable> {
    let all = in_order::<Sqlite>(&SQLITE)?;
    conn.exclusive_transaction(|conn| run(conn, &all).map_err(Failed::Ours))
        .map_err(Failed::into_unreachable)
}

fn migrate_postgres(conn: &mut PgConnection) -> Result<usize, Unreachable> {
    let all = in_order::<Pg>(&POSTGRES)?;
    let statement = |conn: &mut PgConnection, text: String| {
        conn.batch_execute(&text)
            .map_err(|error| Unreachable(format!("the migration lock failed: {error}")))
    };
    statement(
        conn,
        format!("set lock_timeout = 0; set statement_timeout = 0; select pg_advisory_lock({LOCK})"),
    )?;
    let ran = run(conn, &all);
    statement(
        conn,
        format!(
            "select pg_advisory_unlock({LOCK}); set lock_timeout = '10s'; set statement_timeout = '15s'"
        ),
    )?;
    ran
}

/// An error inside diesel's transaction, ours or its own.
enum Failed {
    Ours(Unreachable),
    Diesel(diesel::result::Error),
}

impl From<diesel::result::Error> for Failed {
    fn from(error: diesel::result::Error) -> Self {
        Self::Diesel(error)
    }
}

impl Failed {
    fn into_unreachable(self) -> Unreachable {
        match self {
            Self::Ours(error) => error,
            Self::Diesel(error) => Unreachable(format!("the schema can't be locked: {error}")),
        }
    }
}

/// The shared migrations and the engine's own, by version.
fn in_order<DB: diesel::backend::Backend>(
    own: &EmbeddedMigrations,
) -> Result<Vec<Box<dyn Migration<DB>>>, Unreachable> {
    let read = |source: &EmbeddedMigrations| {
        MigrationSource::<DB>::migrations(source)
            .map_err(|error| Unreachable(format!("the migrations can't be read: {error}")))
    };
    let mut all = read(&SHARED)?;
    all.extend(read(own)?);
    all.sort_by_key(|migration| migration.name().version().as_owned());
    Ok(all)
}

/// Runs what is missing; refuses a schema that knows more than this program.
fn run<DB: diesel::backend::Backend, C: MigrationHarness<DB>>(
    conn: &mut C,
    all: &[Box<dyn Migration<DB>>],
) -> Result<usize, Unreachable> {
    let applied: BTreeSet<String> = conn
        .applied_migrations()
        .map_err(|error| Unreachable(format!("the schema's version can't be read: {error}")))?
        .iter()
        .map(ToString::to_string)
        .collect();
    let known: BTreeSet<String> = all
        .iter()
        .map(|migration| migration.name().version().to_string())
        .collect();
    if let Some(newer) = applied.difference(&known).last() {
        return Err(Unreachable(format!(
            "the database was last used by a newer version of Madoguchi (its schema has {newer}); start that version, or restore a backup"
        )));
    }
    let mut ran = 0;
    for migration in all
        .iter()
        .filter(|migration| !applied.contains(&migration.name().version().to_string()))
    {
        conn.run_migration(&**migration).map_err(|error| {
            Unreachable(format!(
                "the migration {} failed: {error}",
                migration.name()
            ))
        })?;
        ran += 1;
    }
    Ok(ran)
}
