//! What a facility asks of an applicant for what goes with a booking.

use crate::domain::booking::Standing;
use crate::domain::catalogue::Resource;
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId, ResourceId, UserId};
use crate::domain::policy::case::Beside;
use crate::domain::time::Instant;
use crate::store::booking::applicant;
use crate::store::catalogue::resource as catalogue;
use crate::store::engine::Conn;

/// Says of those of a facility who wants them: it asks for what they need together with what is booked.
///
/// # Errors
/// A fault of the database.
pub fn wanted_by(
    conn: &mut Conn,
    all: &mut [Beside],
    (of, who): (FacilityId, (UserId, InstitutionId)),
    at: Instant,
) -> Result<(), Halt> {
    let ours: Vec<&mut Beside> = all
        .iter_mut()
        .filter(|one| one.resource.facility == of)
        .collect();
    let resources: Vec<Resource> = ours.iter().map(|one| one.resource.clone()).collect();
    if resources.is_empty() {
        return Ok(());
    }
    let applicants = applicant::of_all(conn, &resources, who, at)?;
    for (one, by) in ours.into_iter().zip(applicants) {
        one.by = Some(by);
    }
    Ok(())
}

/// What a booking holds besides its resource, with what that asks of its applicant.
///
/// # Errors
/// A fault of the database.
pub fn asked(conn: &mut Conn, standing: &Standing, at: Instant) -> Result<Vec<Beside>, Halt> {
    let ids: Vec<ResourceId> = standing.parts.iter().map(|part| part.id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let resources = catalogue::several(conn, &ids, at)?.into_iter();
    let mut all: Vec<Beside> = resources
        .map(|resource| Beside {
            resource,
            taken: Vec::new(),
            by: None,
        })
        .collect();
    let booking = &standing.booking;
    let who = (booking.user, booking.institution);
    wanted_by(conn, &mut all, (standing.resource.facility, who), at)?;
    Ok(all)
}
