//! Madoguchi（窓口）: one window to shared research equipment. The floors, from the ground up.

#[cfg(all(feature = "without_turn", not(debug_assertions)))]
compile_error!("without_turn is for proving the storm's judge, never for a release");

pub mod domain;

pub mod config;
pub mod secret;

pub mod store;
pub mod words;

pub mod acts;
pub mod notice;

pub mod house;

pub mod jobs;
pub mod web;

pub mod cli;
