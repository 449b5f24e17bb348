//! Registering and proving an address.

use crate::domain::halt::Halt;
use crate::web::answer::{Answer, Stop};
use crate::web::visit::Visit;

/// To come.
///
/// # Errors
/// Always, until it is written.
pub async fn new(visit: Visit) -> Answer {
    Err(Stop(Halt::broken(visit.path)))
}

/// To come.
///
/// # Errors
/// Always, until it is written.
pub async fn create(visit: Visit) -> Answer {
    Err(Stop(Halt::broken(visit.path)))
}

/// To come.
///
/// # Errors
/// Always, until it is written.
pub async fn sent(visit: Visit) -> Answer {
    Err(Stop(Halt::broken(visit.path)))
}

/// To come.
///
/// # Errors
/// Always, until it is written.
pub async fn verify(visit: Visit) -> Answer {
    Err(Stop(Halt::broken(visit.path)))
}

/// To come.
///
/// # Errors
/// Always, until it is written.
pub async fn verified(visit: Visit) -> Answer {
    Err(Stop(Halt::broken(visit.path)))
}
