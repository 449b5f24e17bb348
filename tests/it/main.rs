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
mod allocated;
mod asking;
mod calendar;
mod catalogue;
mod client;
mod consent;
mod database;
mod dump;
mod form;
mod guard;
mod headers;
mod house;
mod injection;
mod ledger;
mod letter;
mod limits;
mod log;
mod matrix;
mod matrix_place;
mod need;
mod onward;
mod origin;
mod outside;
mod outside_time;
mod password;
mod people;
mod question;
mod schema;
mod service_access;
mod service_form;
mod service_life;
mod service_request;
mod service_story;
mod session;
mod slot;
mod story;
mod wire;
mod without_slot;
mod world;
