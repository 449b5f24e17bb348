//! The building code: reads the sources and fails, with the mend in its message, when a never of ARCHITECTURE.md is broken.

#[path = "house/circles.rs"]
mod circles;
#[path = "house/doors.rs"]
mod doors;
#[path = "house/floors.rs"]
mod floors;
#[path = "house/paths.rs"]
mod paths;
#[path = "house/shape.rs"]
mod shape;
#[path = "house/source.rs"]
mod source;
#[path = "house/templates.rs"]
mod templates;
#[path = "house/tokens.rs"]
mod tokens;

use source::Source;

type Rule = fn(&[Source]) -> Vec<String>;
type Files<'a> = &'a [(&'a str, &'a str)];

fn house(files: Files) -> Vec<Source> {
    let mut sources: Vec<Source> = files
        .iter()
        .map(|(path, text)| Source::new(path, text))
        .collect();
    source::mark_test_files(&mut sources);
    sources
}

/// The rule finds exactly one fault in each of these little houses. A rule that cannot fail is worthless.
#[track_caller]
fn sees(rule: Rule, broken: &[Files]) {
    for files in broken {
        let found = rule(&house(files));
        if found.len() != 1 || !found.iter().all(|line| line.contains("Mend: ")) {
            let texts: Vec<&str> = files
                .iter()
                .map(|(_, text)| source::beginning(text))
                .collect();
            source::fail(
                "one fault with its mend expected",
                &[texts, lines(&found)].concat(),
            );
        }
    }
}

/// The rule has nothing to say about these.
#[track_caller]
fn accepts(rule: Rule, sound: &[Files]) {
    for files in sound {
        let found = rule(&house(files));
        if !found.is_empty() {
            source::fail("nothing is wrong with this", &lines(&found));
        }
    }
}

#[track_caller]
fn holds(rule: Rule, sources: &[Source]) {
    let found = rule(sources);
    if !found.is_empty() {
        source::fail(&format!("{} to mend", found.len()), &lines(&found));
    }
}

fn lines(found: &[String]) -> Vec<&str> {
    found.iter().map(String::as_str).collect()
}

fn product() -> Vec<Source> {
    source::read("src", ".rs")
}

fn everything() -> Vec<Source> {
    let mut all = Vec::new();
    for folder in ["src", "tests", "benches"] {
        for mut source in source::read(folder, ".rs") {
            source.path = format!("{folder}/{}", source.path);
            all.push(source);
        }
    }
    all
}

fn pages() -> Vec<Source> {
    source::read("templates", "")
}

#[test]
fn there_is_a_house() {
    assert!(!product().is_empty(), "no file found under src/");
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn imports_go_down() {
    let rule = floors::go_down;
    sees(
        rule,
        &[
            &[("domain/a.rs", "use crate::store::booking;")],
            &[("domain/a.rs", "fn f() { crate::acts::booking::request(); }")],
            &[(
                "store/a.rs",
                "use {std::fmt, crate::{domain::id::Id, web::{self}}};",
            )],
            &[("words/a.rs", "fn f(x: &crate::store::tx::Tx) {}")],
            &[("acts/a.rs", "use crate::notice::letter as post;")],
            &[("notice/a.rs", "use crate::acts::booking;")],
            &[("web/a.rs", "use super::super::jobs::deliver;")],
            &[("jobs/a.rs", "use crate::web::links;")],
            &[("web/a.rs", "use crate::cli;")],
            &[("house.rs", "use crate::web::visit::Visit;")],
            &[("notice/a.rs", "use crate::house::House;")],
            &[("config.rs", "use crate::store::engine;")],
            &[("web/a.rs", "use crate::stuff::Thing;")],
            &[("stuff/a.rs", "")],
            &[("domain/a.rs", "#[cfg(not(test))] use crate::store::x;")],
        ],
    );
    accepts(
        rule,
        &[
            &[("main.rs", "use madoguchi::cli; fn main() { cli::run() }")],
            &[(
                "cli/a.rs",
                "use crate::{web, jobs, acts, store, words, config, domain};",
            )],
            &[(
                "web/a.rs",
                "use crate::{acts::booking, words::ja, store::engine::Db, web::links};",
            )],
            &[(
                "domain/a.rs",
                "// crate::store\nfn f() -> &'static str { \"crate::store::x\" }",
            )],
            &[(
                "domain/a.rs",
                "#[cfg(test)] mod tests { use crate::store::x; }",
            )],
            &[
                ("domain/a.rs", "#[cfg(test)] mod tests;"),
                ("domain/a/tests.rs", "use crate::store::x;"),
            ],
            &[
                ("domain/a.rs", "#[cfg(test)] mod tests;"),
                ("domain/a/tests/mod.rs", "mod deep;"),
                ("domain/a/tests/deep.rs", "use crate::store::x;"),
            ],
        ],
    );
    holds(rule, &product());
}

#[test]
fn some_rooms_are_closed() {
    let rule = floors::closed_rooms;
    sees(
        rule,
        &[
            &[("acts/a.rs", "use crate::words::ja;")],
            &[("acts/a.rs", "use crate::config::clock::Clock;")],
            &[("acts/a.rs", "use crate::store::{booking, schema::user};")],
            &[("acts/a.rs", "fn f(db: &crate::store::engine::Db) {}")],
            &[("web/a.rs", "use crate::store::tx::Tx;")],
            &[(
                "web/a.rs",
                "use crate::store; fn f() { store::schema::user::table; }",
            )],
        ],
    );
    accepts(
        rule,
        &[
            &[("acts/a.rs", "use crate::store::{booking, tx::Tx};")],
            &[("cli/a.rs", "use crate::store::engine;")],
        ],
    );
    holds(rule, &product());
}

#[test]
fn guests_stay_on_their_floor() {
    let rule = floors::guests;
    sees(
        rule,
        &[
            &[("domain/a.rs", "use std::{collections::BTreeMap, fs};")],
            &[("domain/a.rs", "fn f() { std::env::args(); }")],
            &[("domain/a.rs", "use std::time::{Duration, SystemTime};")],
            &[("domain/a.rs", "#[diesel(sql_type = Text)] struct A;")],
            &[("domain/a.rs", "use ::rand::random;")],
            &[("words/a.rs", "use actix_web::HttpRequest;")],
            &[("store/a.rs", "fn f() -> askama::Result<()> {}")],
            &[("acts/a.rs", "use lettre::Message;")],
            &[("web/a.rs", "use lettre;")],
        ],
    );
    accepts(
        rule,
        &[
            &[(
                "domain/a.rs",
                "use std::time::Duration; use chrono::NaiveDate;",
            )],
            &[("web/a.rs", "use actix_web::web; use askama::Template;")],
        ],
    );
    holds(rule, &product());
}

#[test]
fn only_the_store_knows_diesel() {
    let rule = floors::only_store_knows_diesel;
    sees(
        rule,
        &[
            &[("cli/a.rs", "use diesel::Connection;")],
            &[("jobs/a.rs", "fn f(e: ::diesel::result::Error) {}")],
            &[("main.rs", "extern crate diesel;")],
            &[("web/a.rs", "#[diesel(table_name = user)] struct A;")],
            &[("config.rs", "use diesel_migrations::EmbeddedMigrations;")],
        ],
    );
    accepts(
        rule,
        &[
            &[("store/a.rs", "use diesel::RunQueryDsl;")],
            &[("web/a.rs", "// diesel::x\n")],
        ],
    );
    holds(rule, &product());
}

#[test]
fn only_the_engine_tells_engines_apart() {
    let rule = doors::only_engine_knows_the_engine;
    sees(
        rule,
        &[
            &[("store/booking.rs", "use diesel::SqliteConnection;")],
            &[("store/tx.rs", "fn f(c: &diesel::pg::PgConnection) {}")],
            &[("store/tx.rs", "match c { Conn::Sqlite(c) => 1, _ => 2 }")],
            &[("web/a.rs", "if engine == Engine::Postgres {}")],
        ],
    );
    accepts(
        rule,
        &[
            &[(
                "store/engine.rs",
                "use diesel::{PgConnection, SqliteConnection};",
            )],
            &[("store/engine/postgres.rs", "use diesel::PgConnection;")],
            &[("config.rs", "Url::Sqlite(path)")],
        ],
    );
    holds(rule, &product());
}

#[test]
fn clock_environment_and_chance_have_one_door() {
    let rule = doors::doors;
    sees(
        rule,
        &[
            &[("acts/a.rs", "use chrono::Utc; fn f() { Utc::now(); }")],
            &[("web/a.rs", "fn f() { std::time::SystemTime::now(); }")],
            &[("store/a.rs", "use std::env; fn f() { env::var(\"X\"); }")],
            &[("web/a.rs", "fn f() { std::env::var_os(\"X\"); }")],
            &[("acts/a.rs", "fn f() { getrandom::fill(&mut [0]); }")],
            &[(
                "cli/a.rs",
                "use std::process; fn f() { process::Command::new(\"ls\"); }",
            )],
        ],
    );
    accepts(
        rule,
        &[
            &[("config/clock.rs", "use chrono::Utc; fn f() { Utc::now(); }")],
            &[("config/mod.rs", "fn f() { std::env::var(\"X\"); }")],
            &[("secret/chance.rs", "fn f() { getrandom::fill(&mut [0]); }")],
            &[("web/a.rs", "fn f() { std::time::Instant::now(); }")],
        ],
    );
    holds(rule, &product());
}

#[test]
fn writes_go_through_acts() {
    let rule = doors::writes_go_through_acts;
    sees(
        rule,
        &[
            &[(
                "web/a.rs",
                "use crate::store; fn f() { store::booking::insert(); }",
            )],
            &[(
                "jobs/a.rs",
                "fn f() { crate::store::booking::update_state(); }",
            )],
            &[("web/a.rs", "fn f() { crate::store::outbox::delete(); }")],
        ],
    );
    accepts(
        rule,
        &[
            &[("jobs/a.rs", "fn f() { crate::store::outbox::update(); }")],
            &[("acts/a.rs", "fn f() { crate::store::booking::insert(); }")],
            &[("web/a.rs", "fn f() { crate::store::booking::list(); }")],
        ],
    );
    holds(rule, &product());
}

#[test]
fn pages_stand_alone() {
    let rule = doors::pages_stand_alone;
    let other = ("web/pages/home.rs", "");
    let api = ("web/api/booking.rs", "");
    sees(
        rule,
        &[
            &[("web/pages/a.rs", "use crate::web::pages::home;"), other],
            &[("web/pages/a.rs", "use super::home::Card;"), other],
            &[
                (
                    "web/pages/a/new.rs",
                    "fn f() { crate::web::pages::home::f() }",
                ),
                other,
            ],
            &[
                ("web/pages/booking.rs", "use crate::web::api::booking;"),
                api,
            ],
            &[
                ("web/api/booking.rs", "use crate::web::pages::home;"),
                other,
            ],
        ],
    );
    accepts(
        rule,
        &[
            &[("web/routes.rs", "use crate::web::pages::home;"), other],
            &[
                ("web/pages/a/new.rs", "use super::show;"),
                ("web/pages/a/show.rs", ""),
            ],
            &[
                ("web/pages/a.rs", "use crate::web::{links, pages::frame};"),
                ("web/pages/mod.rs", ""),
            ],
        ],
    );
    holds(rule, &product());
}

#[test]
fn no_circle_of_files() {
    let rule = circles::no_circle;
    sees(
        rule,
        &[
            &[
                ("domain/a.rs", "use crate::domain::b::B;"),
                ("domain/b.rs", "use super::a::A;"),
            ],
            &[
                ("domain/a.rs", "fn f() { crate::domain::b::f() }"),
                ("domain/b/mod.rs", "mod c; fn f() { c::f() }"),
                ("domain/b/c.rs", "use crate::{domain::{id, a}};"),
            ],
        ],
    );
    accepts(
        rule,
        &[
            &[
                ("domain/a.rs", "use crate::domain::b::B;"),
                (
                    "domain/b.rs",
                    "#[cfg(test)] mod tests { use crate::domain::a; }",
                ),
            ],
            &[
                ("domain/mod.rs", "pub mod a;"),
                ("domain/a.rs", "use super::Name;"),
            ],
        ],
    );
    holds(rule, &product());
}

#[test]
fn circles_are_told_from_start_to_start() {
    let found = circles::no_circle(&house(&[
        ("domain/a.rs", "use crate::domain::b;"),
        ("domain/b.rs", "use crate::domain::c;"),
        ("domain/c.rs", "use crate::domain::a;"),
    ]));
    let way = "src/domain/a.rs → src/domain/b.rs → src/domain/c.rs → src/domain/a.rs";
    assert!(found.iter().any(|line| line.contains(way)), "{found:?}");
}

#[test]
fn files_are_short() {
    let rule = shape::short_files;
    let long = "//\n".repeat(301);
    sees(rule, &[&[("domain/a.rs", &long)]]);
    let whole = "//\n".repeat(300);
    accepts(
        rule,
        &[
            &[("domain/a.rs", &whole)],
            &[("words/ja.rs", &long)],
            &[("store/schema.rs", &long)],
        ],
    );
    holds(rule, &everything_but_this());
}

/// This file is a table of examples.
fn everything_but_this() -> Vec<Source> {
    let mut all = everything();
    all.retain(|source| source.path != "tests/house.rs");
    for source in &mut all {
        source.path = source.path.trim_start_matches("src/").to_owned();
    }
    all
}

#[test]
fn functions_are_short() {
    let rule = shape::short_functions;
    let body = "    x;\n".repeat(49);
    let long = format!("fn f(a: [u8; 2])\n{{\n{body}}}\n");
    let whole = format!("fn f() {{\n{}}}\n", "    x;\n".repeat(48));
    sees(rule, &[&[("domain/a.rs", &long)]]);
    accepts(
        rule,
        &[&[("domain/a.rs", &whole)], &[("words/en.rs", &long)]],
    );
    holds(rule, &everything_but_this());
}

#[test]
fn first_lines_say_what_the_file_is_for() {
    let rule = shape::first_line_says_why;
    sees(
        rule,
        &[
            &[("domain/a.rs", "use x::y;")],
            &[("domain/a.rs", "//!\n//! Late purpose.")],
        ],
    );
    accepts(
        rule,
        &[&[("domain/a.rs", "//! Half-open spans of time.\n")]],
    );
    holds(rule, &everything());
}

#[test]
fn names_say_something() {
    let rule = shape::clear_names;
    sees(
        rule,
        &[
            &[("store/util.rs", "")],
            &[("web/common/form.rs", "")],
            &[("web/a.rs", "mod helper { }")],
        ],
    );
    accepts(rule, &[&[("store/booking.rs", "")]]);
    holds(rule, &everything());
}

#[test]
fn imports_name_what_they_use() {
    let rule = shape::no_glob_import;
    sees(
        rule,
        &[
            &[("cli/a.rs", "use diesel::prelude::*;")],
            &[("store/a.rs", "use diesel::dsl::*;")],
            &[("store/a.rs", "use crate::{a, store::{b, schema::*}};")],
            &[("store/a.rs", "use super::*;")],
            &[(
                "store/a.rs",
                "#[cfg(test)] mod tests { use crate::domain::id::*; }",
            )],
        ],
    );
    accepts(
        rule,
        &[
            &[(
                "domain/a.rs",
                "#[cfg(test)] mod tests { use super::*; use proptest::prelude::*; }",
            )],
            &[("store/a.rs", "use diesel::prelude::*;")],
        ],
    );
    holds(rule, &everything());
}

#[test]
fn a_name_has_one_address() {
    let rule = shape::no_second_address;
    sees(
        rule,
        &[
            &[("domain/mod.rs", "pub use booking::Booking;")],
            &[("domain/mod.rs", "pub(crate) use booking::Booking;")],
        ],
    );
    accepts(
        rule,
        &[&[("domain/mod.rs", "pub mod booking; use booking::Booking;")]],
    );
    holds(rule, &product());
}

#[test]
fn paths_do_not_climb() {
    let rule = shape::no_super_super;
    sees(rule, &[&[("web/a/b.rs", "use super::super::links;")]]);
    accepts(
        rule,
        &[&[("web/a/b.rs", "use super::links; // super::super")]],
    );
    holds(rule, &everything());
}

#[test]
fn nothing_is_left_unfinished() {
    let rule = shape::nothing_unfinished;
    sees(
        rule,
        &[
            &[("acts/a.rs", "fn f() { todo!() }")],
            &[("acts/a.rs", "fn f() { unimplemented!(\"later\") }")],
            &[("acts/a.rs", "#[test] #[ignore] fn f() {}")],
            &[("acts/a.rs", "#[test] #[ignore = \"slow\"] fn f() {}")],
        ],
    );
    accepts(
        rule,
        &[&[("acts/a.rs", "fn todo() { ignore(); } // todo!()")]],
    );
    holds(rule, &everything());
}

#[test]
fn templates_trust_nothing_blindly() {
    let rule = templates::nothing_trusted_blindly;
    sees(
        rule,
        &[
            &[("a.html", "<p>{{ text | safe }}</p>")],
            &[("a.html", "{{ a|safe }}")],
        ],
    );
    accepts(rule, &[&[("a.html", "{# never |safe #}<p>{{ text }}</p>")]]);
    holds(rule, &pages());
}

#[test]
fn templates_carry_no_style_and_no_script() {
    let rule = templates::no_inline_style_or_script;
    sees(
        rule,
        &[
            &[("a.html", "<p class=\"x\" style=\"color:red\">")],
            &[("a.html", "<button\n onclick='f()'>")],
            &[("a.html", "<style>p{}</style>")],
            &[("a.html", "<script>f()</script>")],
            &[("a.html", "<script src=\"/a.js\">f()</script>")],
        ],
    );
    accepts(
        rule,
        &[&[(
            "a.html",
            "<script src=\"{{ js }}\" defer></script><p title=\"on a = b style=c\">{% if a > b %}<i>",
        )]],
    );
    holds(rule, &pages());
}

#[test]
fn templates_hold_no_sentence() {
    let rule = templates::no_sentence;
    sees(
        rule,
        &[
            &[("a.html", "<p>予約</p>")],
            &[("a.html", "<p title=\"ヨヤク\">{{ a }}</p>")],
            &[("a.html", "<p>Book\n this instrument</p>")],
        ],
    );
    accepts(
        rule,
        &[
            &[(
                "a.html",
                "{# 予約の表 #}<!-- 予約 --><p class=\"big red\">{{ words.book }} · {% if a and b %}ORCID{% endif %}</p>",
            )],
            &[("dev/components.html", "<p>All the parts</p>")],
        ],
    );
    holds(rule, &pages());
}
