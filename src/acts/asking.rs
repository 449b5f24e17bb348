//! Asking for time and, in the same deed, for a seat in the training that the use needs: both or neither.

use crate::acts::{booking, series, training};
use crate::domain::actor::Actor;
use crate::domain::booking::Wish;
use crate::domain::booking::series::Repeat;
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{BookingId, DraftId, TrainingId};
use crate::domain::refusal::field::Field;
use crate::domain::refusal::{Refusal, Wrong};
use crate::store::draft;
use crate::store::tx::Tx;

/// Asks for time on a resource, and enrols for a date of a training if one was chosen.
///
/// # Errors
/// Every reason why not, of both; nothing is kept then. Otherwise as each of the two deeds says.
pub fn request(
    tx: &mut Tx<'_>,
    by: &Actor,
    (id, slug): (BookingId, &str),
    (wish, repeat): (&Wish, Option<&Repeat>),
    chosen: Option<TrainingId>,
) -> Act<BookingId> {
    let asked = match repeat {
        Some(repeat) => series::request(tx, by, (id, slug), wish, repeat),
        None => booking::request(tx, by, id, slug, wish),
    };
    if let (Ok(_), Some(person)) = (&asked, by.person()) {
        draft::drop_own(tx, DraftId::new(id.number()), person.id)?;
    }
    let Some(chosen) = chosen else { return asked };
    let enrolled = match training::enrol(tx, by, chosen) {
        Err(Halt::Absent) => Err(Halt::because(Refusal::of(Wrong::Malformed {
            field: Field::Training,
        }))),
        enrolled => enrolled,
    };
    match (asked, enrolled) {
        (Ok(asked), Ok(enrolled)) => Ok(Done {
            event: asked.event.and(enrolled.event),
            value: asked.value,
        }),
        (Err(Halt::Refused(mut wrong)), Err(Halt::Refused(more))) => {
            wrong.extend(more);
            Err(Halt::Refused(wrong))
        }
        (Err(halt), _) | (Ok(_), Err(halt)) => Err(halt),
    }
}
