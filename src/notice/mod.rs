//! How people are told: an event becomes a letter in the reader's language; the courier carries it.

pub mod compose;
pub mod courier;
pub mod ics;
mod line;
mod office;
pub mod parcel;
mod personal;
mod rule;
mod service;
mod slot;
mod together;
mod told;
mod told_of;
mod waiver;
