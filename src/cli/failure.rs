//! How a command fails.

/// What went wrong, in words for the operator.
pub struct Failure(pub String);

impl<T: std::fmt::Display> From<T> for Failure {
    fn from(cause: T) -> Self {
        Self(cause.to_string())
    }
}
