//! Couriers: SMTP, a folder, memory.

/// What carries letters out of the house. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Courier;
