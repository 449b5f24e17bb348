//! `schema.rs` is what both engines really have, and a schema from the future is refused.

use diesel::connection::SimpleConnection;
use madoguchi::store::db::Db;
use madoguchi::store::engine::{Address, Conn, Create};

use crate::database::Database;
use crate::dump::{one, tables};

const SCHEMA: &str = include_str!("../../src/store/schema.rs");

/// The tables as `schema.rs` tells them, each column as `name type null?`.
fn told() -> Vec<(String, Vec<String>)> {
    SCHEMA
        .split("diesel::table! {")
        .skip(1)
        .map(|block| {
            let mut lines = block.lines().map(str::trim).filter(|line| !line.is_empty());
            let name = lines.next().unwrap().split(' ').next().unwrap().to_owned();
            let columns = lines
                .take_while(|line| *line != "}")
                .map(|line| column(line.trim_end_matches(',')))
                .collect();
            (name, columns)
        })
        .collect()
}

fn column(line: &str) -> String {
    let (name, kind) = line.split_once(" -> ").unwrap();
    let inner = kind
        .strip_prefix("Nullable<")
        .map(|kind| kind.trim_end_matches('>'));
    let kind_of = match inner.unwrap_or(kind) {
        "BigInt" => "bigint",
        "Text" => "text",
        "Bool" => "boolean",
        "Binary" => "bytea",
        other => panic!("{other} is not spoken by both engines"),
    };
    let null = if inner.is_some() { "null" } else { "not null" };
    format!("{name} {kind_of} {null}")
}

/// The columns that a table really has.
fn kept(conn: &mut Conn, table: &str) -> Vec<String> {
    let query = match conn {
        Conn::Sqlite(_) => format!(
            r#"(select group_concat(line, ',') from (select name || ' ' || lower(type) || ' ' || case when "notnull" then 'not null' else 'null' end as line from pragma_table_info('{table}') order by cid))"#
        ),
        Conn::Postgres(_) => format!(
            "(select string_agg(column_name || ' ' || data_type || ' ' || case when is_nullable = 'NO' then 'not null' else 'null' end, ',' order by ordinal_position)
              from information_schema.columns where table_schema = 'public' and table_name = '{table}')"
        ),
    };
    one(conn, &query).split(',').map(str::to_owned).collect()
}

#[test]
fn the_schema_in_the_source_is_the_schema_in_the_database() {
    let database = Database::filled();
    let mut conn = database.conn();
    let told = told();
    let mut names: Vec<&str> = told.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, tables(&mut conn));
    for (table, columns) in &told {
        assert_eq!(*columns, kept(&mut conn, table), "{table}");
    }
}

#[test]
fn a_schema_of_a_newer_version_is_refused_and_left_alone() {
    let database = Database::filled();
    let mut conn = database.conn();
    conn.batch_execute(
        "insert into __diesel_schema_migrations (version) values ('99991231000001')",
    )
    .unwrap();
    let refused = Db::open(&database.address, Create::Never, 1).err().unwrap();
    assert!(refused.0.contains("newer version"), "{refused}");
    assert!(refused.0.contains("99991231000001"), "{refused}");
}

#[test]
fn several_programs_may_start_at_once_on_an_empty_database() {
    let database = Database::empty();
    let open = || Db::open(&database.address, Create::IfMissing, 1).map(drop);
    // a file must exist before several can agree on who migrates it
    if let Address::Sqlite(_) = &database.address {
        drop(database.conn());
    }
    std::thread::scope(|scope| {
        let all: Vec<_> = (0..4).map(|_| scope.spawn(open)).collect();
        for one in all {
            one.join().unwrap().unwrap();
        }
    });
    assert!(tables(&mut database.conn()).len() > 10);
}
