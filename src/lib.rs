//! Madoguchi（窓口）: one window to shared research equipment. The floors, from the ground up.

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
