//! Integration tests: a real server on a free port with a database of its own, asked over HTTP.
//!
//! `cargo test --test it` runs them on SQLite; with `MADOGUCHI_TEST_DATABASE=postgres://USER@HOST/NAME`
//! each test gets a database of its own on that server instead, dropped afterwards.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where something is not as it should be"
)]

mod access;
mod account;
mod asking;
mod calendar;
mod calendars;
mod catalogue;
mod client;
mod consent;
mod database;
mod dump;
mod feed;
mod find_time;
mod form;
mod guard;
mod headers;
mod house;
mod ics;
mod injection;
mod ledger;
mod letter;
mod limits;
mod log;
mod matrix;
mod need;
mod onward;
mod origin;
mod password;
mod people;
mod question;
mod schema;
mod session;
mod slot;
mod story;
mod wire;
mod world;
