//! The ledger only grows: nobody can change, drop or replace a line of it.

use diesel::connection::SimpleConnection;
use madoguchi::store::engine::Conn;

use crate::database::Database;
use crate::dump::dump;

#[test]
fn h07_lines_of_the_ledger_can_not_be_changed_dropped_or_replaced() {
    let database = Database::filled();
    let mut conn = database.conn();
    let before = dump(&mut conn);
    assert!(before.contains("rule.published"), "the world left events");
    let mut attempts = vec![
        "update event set kind = 'nothing'",
        "update event set at = at + 1",
        "delete from event",
    ];
    attempts.extend(match conn {
        Conn::Sqlite(_) => vec![
            "insert or replace into event (id, at, kind, facts) select id, 0, 'nothing', '{}' from event",
            "replace into event (id, at, kind, facts) select id, 0, 'nothing', '{}' from event",
            "update or replace event set id = (select min(id) from event)",
        ],
        Conn::Postgres(_) => vec![
            "truncate event cascade",
            "insert into event (id, at, kind, facts) select id, 0, 'nothing', '{}' from event
             on conflict (id) do update set kind = excluded.kind",
        ],
    });
    for attempt in attempts {
        assert!(conn.batch_execute(attempt).is_err(), "{attempt}");
    }
    assert_eq!(dump(&mut conn), before);
}
