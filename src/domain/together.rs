//! What a use takes besides (構成要素), and what can be asked for with a resource (一緒に申請できるもの).

pub mod companion;
pub mod need;
pub mod pair;
#[cfg(test)]
mod tests;

use crate::domain::actor::Actor;
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId, ResourceId};
use crate::domain::refusal::keeping::KeepingBar;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Refusal, Wrong};

/// A shared resource whose manager says what it takes and goes with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Subject {
    pub id: ResourceId,
    pub slug: String,
    pub facility: FacilityId,
    pub institution: InstitutionId,
    /// Whether its time is booked here: only then can something be asked for with it.
    pub is_booked: bool,
}

/// Resources of others' facilities do not exist for a manager.
///
/// # Errors
/// [`Halt::Absent`] unless the facility's manager does it.
fn ours(subject: &Subject, by: &Actor) -> Result<(), Halt> {
    match by.manages(subject.facility) {
        true => Ok(()),
        false => Err(Halt::Absent),
    }
}

const fn bar(bar: KeepingBar) -> Refusal {
    Refusal::of(Wrong::Use(UseBar::Keeping(bar)))
}
