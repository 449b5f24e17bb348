//! The request form.

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
pub async fn create(visit: Visit) -> Answer {
    Err(Stop(Halt::broken(visit.path)))
}
