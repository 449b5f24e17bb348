//! People's and programs' door: parse, ask, answer.

pub mod answer;
pub mod assets;
pub mod booked_item;
pub mod booking_facts;
pub mod cache;
pub mod calendar_table;
pub mod choices;
pub mod form;
pub mod frame;
pub mod guard;
pub mod links;
pub mod markdown;
pub mod narrowing;
pub mod pages;
pub mod parts;
pub mod request_form;
pub mod result;
pub mod routes;
pub mod server;
pub mod shared;
pub mod slot_table;
pub mod strip;
pub mod tab;
pub mod vacancy;
pub mod visit;
pub mod wish;
