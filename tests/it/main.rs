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
mod amending;
mod asking;
mod attendant;
mod attended;
mod beside;
mod calendar;
mod calendars;
mod cancelling;
mod capacity;
mod catalogue;
mod changing;
mod client;
mod closed_day;
mod component;
mod conditional;
mod consent;
mod contest;
mod contest_gated;
mod contest_shared;
mod database;
mod door;
mod draft;
mod draft_guard;
mod dump;
mod equivalence;
mod exception;
mod fact;
mod feed;
mod find_time;
mod form;
mod gate;
mod gated;
mod glance;
mod guard;
mod hand_over;
mod headers;
mod held;
mod holiday;
mod home;
mod home_after;
mod house;
mod ics;
mod impact;
mod injection;
mod lab;
mod ledger;
mod letter;
mod licence;
mod limits;
mod literal;
mod log;
mod matrix;
mod matrix_place;
mod need;
mod no_show;
mod office;
mod officer;
mod onward;
mod origin;
mod outage;
mod outage_course;
mod outside;
mod outside_time;
mod passport;
mod password;
mod people;
mod preflight;
mod profile;
mod publishing;
mod question;
mod raced;
mod recognition;
mod relocate;
mod request_draft;
mod rule_compare;
mod rule_file;
mod rule_hostile;
mod rule_text;
mod rules;
mod schema;
mod seat;
mod series;
mod series_dates;
mod service_access;
mod service_form;
mod service_life;
mod service_request;
mod service_story;
mod session;
mod set;
mod set_after;
mod set_change;
mod sheet;
mod simulation;
mod slot;
mod story;
mod together;
mod training;
mod upload;
mod upload_wire;
mod usage;
mod waiting;
mod waiver;
mod ways;
mod wire;
mod without_slot;
mod world;
