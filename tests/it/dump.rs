//! Everything a database holds, as text: two equal dumps mean that nothing was written in between.

use diesel::RunQueryDsl;
use diesel::dsl::sql;
use diesel::sql_types::Text;
use madoguchi::store::engine::Conn;

/// All rows of all tables, one per line, in an order of their own.
pub fn dump(conn: &mut Conn) -> String {
    let mut all = String::new();
    for table in tables(conn) {
        let query = match conn {
            Conn::Postgres(_) => format!(
                r#"(select coalesce(string_agg(row::text, chr(10) order by row::text), '') from "{table}" row)"#
            ),
            Conn::Sqlite(_) => {
                let line = one(
                    conn,
                    &format!(
                        r#"(select group_concat('quote("' || name || '")', ' || ''|'' || ') from pragma_table_info('{table}'))"#
                    ),
                );
                format!(
                    r#"(select coalesce(group_concat(line, char(10)), '') from (select {line} as line from "{table}" order by 1))"#
                )
            }
        };
        all.push_str(&format!("== {table}\n{}\n", one(conn, &query)));
    }
    all
}

/// The tables of the application, by name.
pub fn tables(conn: &mut Conn) -> Vec<String> {
    let query = match conn {
        Conn::Postgres(_) => {
            "(select string_agg(tablename::text, ',' order by tablename) from pg_tables where schemaname = 'public')"
        }
        Conn::Sqlite(_) => {
            "(select group_concat(name, ',') from (select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name))"
        }
    };
    one(conn, query)
        .split(',')
        .filter(|name| *name != "__diesel_schema_migrations")
        .map(str::to_owned)
        .collect()
}

/// One text that an expression gives.
pub fn one(conn: &mut Conn, expression: &str) -> String {
    diesel::select(sql::<Text>(expression))
        .get_result(conn)
        .unwrap_or_else(|error| panic!("{expression}: {error}"))
}
