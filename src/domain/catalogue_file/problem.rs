//! What is wrong with a catalogue file, and on which line.

use std::fmt;
use std::ops::Range;

/// One problem: where, with which name, and what.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Problem {
    /// Counted from 1.
    pub line: usize,
    /// What the problem is about: an id, or the key of the line.
    pub name: String,
    pub text: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.line, self.name, self.text)
    }
}

/// The problems found so far.
pub struct Findings<'a> {
    text: &'a str,
    found: Vec<Problem>,
}

impl<'a> Findings<'a> {
    /// Nothing found yet in this text.
    #[must_use]
    pub const fn of(text: &'a str) -> Self {
        Self {
            text,
            found: Vec::new(),
        }
    }

    /// Notes a problem at a place in the text.
    pub fn note(&mut self, at: Range<usize>, name: &str, text: impl Into<String>) {
        self.found.push(Problem {
            line: self.line(at.start),
            name: name.to_owned(),
            text: text.into(),
        });
    }

    /// A file that is not even TOML of the right shape.
    #[must_use]
    pub fn unreadable(&self, at: Option<Range<usize>>, message: &str) -> Problem {
        let line = self.line(at.map_or(0, |at| at.start));
        let written = self
            .text
            .lines()
            .nth(line.saturating_sub(1))
            .unwrap_or_default();
        let key = written.split('=').next().unwrap_or_default().trim();
        Problem {
            line,
            name: key.chars().take(60).collect(),
            text: message.to_owned(),
        }
    }

    /// The value, if nothing was found.
    ///
    /// # Errors
    /// The problems, in the order of the file.
    pub fn end<T>(mut self, value: T) -> Result<T, Vec<Problem>> {
        if self.found.is_empty() {
            return Ok(value);
        }
        self.found.sort();
        self.found.dedup();
        Err(self.found)
    }

    fn line(&self, at: usize) -> usize {
        let before = self.text.as_bytes().iter().take(at);
        1 + before.filter(|byte| **byte == b'\n').count()
    }
}
