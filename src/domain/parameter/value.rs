//! The value of a parameter, typed, and how it is written.

use std::collections::BTreeSet;
use std::fmt;

use chrono::{Datelike, NaiveDate};

use crate::domain::availability::{WeeklyWindow, write_windows};

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

/// A part of every year, both ends included; it may cross the turn of the year.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Season {
    /// Month and day.
    pub from: (u32, u32),
    pub to: (u32, u32),
}

impl Season {
    /// Reads "12-29..01-03".
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (from, to) = text.split_once("..")?;
        Some(Self {
            from: month_day(from)?,
            to: month_day(to)?,
        })
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        let at = (day.month(), day.day());
        if self.from <= self.to {
            (self.from..=self.to).contains(&at)
        } else {
            at >= self.from || at <= self.to
        }
    }
}

fn month_day(text: &str) -> Option<(u32, u32)> {
    let (month, day) = text.trim().split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    // 29 February counts as a day: some years have it
    NaiveDate::from_ymd_opt(2028, month, day).map(|_| (month, day))
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
            Self::Season(Season { from, to }) => {
                write!(f, "{:02}-{:02}..{:02}-{:02}", from.0, from.1, to.0, to.1)
            }
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
