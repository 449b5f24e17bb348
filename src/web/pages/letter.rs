//! Letters: what waits, for operators; what was sent, in the demonstration.

use crate::domain::halt::Halt;
use crate::web::answer::{Answer, Stop};
use crate::web::visit::Visit;

/// To come.
///
/// # Errors
/// Always, until it is written.
pub async fn index(visit: Visit) -> Answer {
    Err(Stop(Halt::broken(visit.path)))
}

/// To come.
///
/// # Errors
/// Always, until it is written.
pub async fn demo(visit: Visit) -> Answer {
    Err(Stop(Halt::broken(visit.path)))
}

/// To come.
///
/// # Errors
/// Always, until it is written.
pub async fn demo_one(visit: Visit) -> Answer {
    Err(Stop(Halt::broken(visit.path)))
}
