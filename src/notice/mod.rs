//! How people are told: an event becomes a letter in the reader's language; the courier carries it.

pub mod courier;
