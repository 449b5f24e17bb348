//! The database's own guard of time: it refuses any writer, also a typed INSERT.

use diesel::connection::SimpleConnection;
use madoguchi::store::engine::Conn;

use crate::database::Database;
use crate::dump::one;

/// An hour of a resource.
const HOUR: i64 = 3_600;
const START: i64 = 1_800_000_000;

struct Table {
    _database: Database,
    conn: Conn,
}

impl Table {
    /// A resource that may be used this many times at once.
    fn of_capacity(capacity: i64) -> Self {
        let database = Database::filled();
        let mut conn = database.conn();
        conn.batch_execute(&format!(
            "update resource set capacity = {capacity} where slug = 'riken-cryo-em'"
        ))
        .unwrap();
        Self {
            _database: database,
            conn,
        }
    }

    /// Types a claim in by hand, in seconds after a start.
    fn claim(&mut self, from: i64, to: i64, units: i64) -> Result<(), String> {
        claim(&mut self.conn, from, to, units)
    }

    #[track_caller]
    fn takes(&mut self, from: i64, to: i64, units: i64) {
        self.claim(from, to, units).unwrap();
    }

    #[track_caller]
    fn refuses(&mut self, from: i64, to: i64, units: i64) {
        let refused = self.claim(from, to, units).unwrap_err();
        assert!(refused.contains("capacity_exceeded"), "{refused}");
    }
}

fn claim(conn: &mut Conn, from: i64, to: i64, units: i64) -> Result<(), String> {
    let (from, to) = (START + from, START + to);
    conn.batch_execute(&format!(
        "insert into allocation (id, resource_id, starts_at, ends_at, use_starts_at, use_ends_at, units, note)
         select (select coalesce(max(id), 0) + 1 from allocation), id, {from}, {to}, {from}, {to}, {units}, 'by hand'
         from resource where slug = 'riken-cryo-em'"
    ))
    .map_err(|error| error.to_string())
}

#[test]
fn a_second_too_much_is_refused_and_touching_is_not() {
    let mut table = Table::of_capacity(1);
    table.takes(0, HOUR, 1);
    table.refuses(0, HOUR, 1);
    table.refuses(HOUR - 1, 2 * HOUR, 1);
    table.refuses(-HOUR, 1, 1);
    table.refuses(-HOUR, 2 * HOUR, 1);
    table.refuses(10, 20, 1);
    table.takes(HOUR, 2 * HOUR, 1);
    table.takes(-HOUR, 0, 1);
    table.refuses(-HOUR, 2 * HOUR, 1);
}

#[test]
fn more_units_than_there_are_is_refused_on_an_empty_calendar() {
    let mut table = Table::of_capacity(2);
    table.refuses(0, HOUR, 3);
    table.takes(0, HOUR, 2);
    table.refuses(0, 1, 1);
}

#[test]
fn capacity_two_takes_two_at_each_instant() {
    let mut table = Table::of_capacity(2);
    table.takes(0, 2 * HOUR, 1);
    table.takes(HOUR, 3 * HOUR, 1);
    table.refuses(HOUR, HOUR + 1, 1);
    // two neighbours, never both at once
    table.takes(2 * HOUR, 4 * HOUR, 1);
    table.refuses(0, 5 * HOUR, 1);
    // the peak lies inside, at a start that is not the new one's
    table.refuses(2 * HOUR + 600, 5 * HOUR, 1);
    table.takes(3 * HOUR, 5 * HOUR, 1);
}

#[test]
fn a_claim_of_31_days_is_seen_to_its_last_second() {
    let mut table = Table::of_capacity(1);
    let month = 31 * 24 * HOUR;
    table.takes(0, month, 1);
    table.refuses(month - 1, month + HOUR, 1);
    table.takes(month, month + HOUR, 1);
    let longer = table.claim(2 * month, 3 * month + 1, 1);
    assert!(longer.is_err(), "no claim is longer than 31 days");
}

#[test]
fn claims_are_not_moved_in_place() {
    let mut table = Table::of_capacity(1);
    table.takes(0, HOUR, 1);
    let moved = table
        .conn
        .batch_execute("update allocation set ends_at = ends_at + 1");
    assert!(moved.is_err());
    table.conn.batch_execute("delete from allocation").unwrap();
    table.takes(0, HOUR, 1);
}

#[test]
fn g07_of_many_who_type_the_same_hour_at_once_one_succeeds() {
    let database = Database::filled();
    let barrier = std::sync::Barrier::new(8);
    let won: usize = std::thread::scope(|scope| {
        let writers: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| {
                    let mut conn = database.conn();
                    barrier.wait();
                    usize::from(claim(&mut conn, 0, HOUR, 1).is_ok())
                })
            })
            .collect();
        writers
            .into_iter()
            .map(|writer| writer.join().unwrap())
            .sum()
    });
    let rows = one(
        &mut database.conn(),
        "(select cast(count(*) as text) from allocation)",
    );
    assert_eq!((won, rows.as_str()), (1, "1"));
}

#[test]
fn an_isolation_that_can_not_see_others_is_refused() {
    let mut table = Table::of_capacity(1);
    if let Conn::Postgres(_) = table.conn {
        table
            .conn
            .batch_execute("begin isolation level repeatable read")
            .unwrap();
        let refused = table.claim(0, HOUR, 1).unwrap_err();
        assert!(refused.contains("read_committed"), "{refused}");
    } else {
        // SQLite has one isolation, and one writer
        table.conn.batch_execute("begin immediate").unwrap();
        table.takes(0, HOUR, 1);
    }
}
