//! The clock: the machine's own, or one that tests set.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::domain::time::Instant;

/// Where a visit or a job reads the time.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The machine's clock.
    #[default]
    Machine,
    /// A clock that stands where it was set.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at this moment until it is set again.
    #[must_use]
    pub fn standing(at: Instant) -> Self {
        Self::Set(Arc::new(AtomicI64::new(at.unix())))
    }

    /// The time now.
    #[must_use]
    pub fn now(&self) -> Instant {
        match self {
            Self::Machine => machine(),
            Self::Set(seconds) => Instant::from_unix(seconds.load(Ordering::SeqCst)),
        }
    }

    /// Sets a standing clock; the machine's is left alone.
    pub fn set(&self, at: Instant) {
        if let Self::Set(seconds) = self {
            seconds.store(at.unix(), Ordering::SeqCst);
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one door to the machine's clock"
)]
fn machine() -> Instant {
    Instant::from_unix(chrono::Utc::now().timestamp())
}
