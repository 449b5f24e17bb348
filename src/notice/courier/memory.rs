//! The courier of tests: keeps the last letters in memory, as they would have been sent.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use crate::domain::delivery::Outcome;
use crate::notice::courier::message::Writer;
use crate::notice::parcel::Parcel;

/// How many letters are kept.
const KEPT: usize = 1_000;

/// The last letters carried.
#[derive(Debug)]
pub struct Memory {
    writer: Writer,
    letters: Mutex<VecDeque<Parcel>>,
}

impl Memory {
    pub(super) const fn of(writer: Writer) -> Self {
        Self {
            writer,
            letters: Mutex::new(VecDeque::new()),
        }
    }

    pub(super) fn carry(&self, parcel: &Parcel) -> Outcome {
        if let Err(problem) = self.writer.write(parcel) {
            return Outcome::Never(problem);
        }
        let mut letters = self.letters.lock().unwrap_or_else(PoisonError::into_inner);
        if letters.len() == KEPT {
            letters.pop_front();
        }
        letters.push_back(parcel.clone());
        Outcome::Sent
    }

    pub(super) fn sent(&self) -> Vec<Parcel> {
        let letters = self.letters.lock().unwrap_or_else(PoisonError::into_inner);
        letters.iter().cloned().collect()
    }
}
