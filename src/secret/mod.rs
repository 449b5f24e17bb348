//! Chance and secrets: the only home of random numbers, tokens and password hashes.

pub mod chance;
pub mod password;
pub mod token;
