//! Pages of plain text: guide, contact, accessibility, privacy, terms.

use crate::domain::halt::Halt;
use crate::web::answer::{Answer, Stop};
use crate::web::visit::Visit;

/// To come.
///
/// # Errors
/// Always, until it is written.
pub async fn guide(visit: Visit) -> Answer {
    Err(Stop(Halt::broken(visit.path)))
}

/// To come.
///
/// # Errors
/// Always, until it is written.
pub async fn contact(visit: Visit) -> Answer {
    Err(Stop(Halt::broken(visit.path)))
}

/// To come.
///
/// # Errors
/// Always, until it is written.
pub async fn accessibility(visit: Visit) -> Answer {
    Err(Stop(Halt::broken(visit.path)))
}

/// To come.
///
/// # Errors
/// Always, until it is written.
pub async fn privacy(visit: Visit) -> Answer {
    Err(Stop(Halt::broken(visit.path)))
}

/// To come.
///
/// # Errors
/// Always, until it is written.
pub async fn terms(visit: Visit) -> Answer {
    Err(Stop(Halt::broken(visit.path)))
}
