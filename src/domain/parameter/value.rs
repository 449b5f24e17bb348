//! The value of a parameter, typed, and how it is written.

use std::collections::BTreeSet;
use std::fmt;

use crate::domain::availability::{WeeklyWindow, write_windows};
use crate::domain::calendar::season::Season;

/// The value of a parameter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    Number(i64),
    Flag(bool),
    Code(String),
    Codes(BTreeSet<String>),
    /// Minutes since midnight, Tokyo time, 0 to 1440.
    TimeOfDay(u16),
    Season(Season),
    Windows(Vec<WeeklyWindow>),
    Tiers(Vec<Tier>),
    Numbers(Vec<u32>),
    Text(String),
}

/// One step of a cancellation fee: from so many business days before use on, so many percent.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub struct Tier {
    pub days: u32,
    /// 0 to 100.
    pub percent: u32,
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Flag(true) => f.write_str("yes"),
            Self::Flag(false) => f.write_str("no"),
            Self::Code(text) | Self::Text(text) => f.write_str(text),
            Self::Codes(codes) => {
                let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
                f.write_str(&codes.join(","))
            }
            Self::TimeOfDay(minute) => write!(f, "{:02}:{:02}", minute / 60, minute % 60),
            Self::Season(season) => write!(f, "{season}"),
            Self::Windows(windows) => f.write_str(&write_windows(windows)),
            Self::Tiers(tiers) => {
                let tiers: Vec<String> = tiers
                    .iter()
                    .map(|tier| format!("{}:{}", tier.days, tier.percent))
                    .collect();
                f.write_str(&tiers.join(","))
            }
            Self::Numbers(numbers) => {
                let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
                f.write_str(&numbers.join(","))
            }
        }
    }
}
