//! One request before its manager.

use crate::domain::halt::Halt;
use crate::web::answer::{Answer, Stop};
use crate::web::visit::Visit;

/// To come.
///
/// # Errors
/// Always, until it is written.
pub async fn show(visit: Visit) -> Answer {
    Err(Stop(Halt::broken(visit.path)))
}

/// To come.
///
/// # Errors
/// Always, until it is written.
pub async fn approve(visit: Visit) -> Answer {
    Err(Stop(Halt::broken(visit.path)))
}

/// To come.
///
/// # Errors
/// Always, until it is written.
pub async fn hand_back(visit: Visit) -> Answer {
    Err(Stop(Halt::broken(visit.path)))
}

/// To come.
///
/// # Errors
/// Always, until it is written.
pub async fn reject(visit: Visit) -> Answer {
    Err(Stop(Halt::broken(visit.path)))
}
