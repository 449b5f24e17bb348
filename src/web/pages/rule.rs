//! A usage rule as its facility published it.

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
