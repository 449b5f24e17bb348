//! How a command fails.

use crate::domain::halt::{Fault, Halt};

/// What went wrong, in words for the operator.
pub struct Failure(pub String);

impl<T: std::fmt::Display> From<T> for Failure {
    fn from(cause: T) -> Self {
        Self(cause.to_string())
    }
}

/// What stopped a deed or a look of the house itself, in words for the operator.
#[must_use]
pub fn halted(halt: Halt) -> Failure {
    match halt {
        Halt::Fault(Fault::Broken(cause)) => Failure(format!("the data can't be used: {cause}")),
        other => Failure(format!("the data can't be used: {other:?}")),
    }
}
