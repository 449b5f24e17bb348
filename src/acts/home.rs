//! What the responsible person at home does with a request: agrees, or hands it back.

use crate::acts::open_gates::are_open;
use crate::acts::series::each;
use crate::domain::actor::Actor;
use crate::domain::booking::home::{self, Next};
use crate::domain::booking::{Standing, State};
use crate::domain::halt::{Act, Halt};
use crate::domain::id::BookingId;
use crate::store::booking::{bundle, contest, gather, home as at_home, write};
use crate::store::tx::Tx;

/// What they say.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    /// 承諾する
    Agree,
    /// 差し戻す, with the reason that the applicant reads.
    HandBack(String),
}

/// Answers for the applicant's institution; of a series for all dates that wait.
///
/// # Errors
/// Not responsible for its applicant; it waits for nobody at home, or its time has begun; a missing reason.
pub fn answer(tx: &mut Tx<'_>, by: &Actor, id: BookingId, answer: &Answer) -> Act<BookingId> {
    let standing = gather::standing(tx, id)?;
    is_responsible(tx, by, &standing)?;
    let mut members = match bundle::members(tx, &standing, false) {
        Err(Halt::Absent) => vec![standing],
        found => found?,
    };
    members.retain(|one| one.booking.id == id || one.booking.state == State::UserSide);
    each(id, members, |one| match answer {
        Answer::Agree => agree(tx, by, one),
        Answer::HandBack(reason) => {
            let done = home::hand_back(&one, reason, by)?;
            write::change(tx, &done.value)?;
            Ok(done.map(|change| change.booking))
        }
    })
}

fn agree(tx: &mut Tx<'_>, by: &Actor, standing: Standing) -> Act<BookingId> {
    let next = match contest::is_wanted(tx, standing.booking.id)? {
        true => Next::Contest,
        false if are_open(tx, by, standing.clone())? => Next::Review,
        false => Next::Gates,
    };
    let done = home::endorse(&standing, next, by)?;
    write::change(tx, &done.value)?;
    Ok(done.map(|change| change.booking))
}

/// Others' requests do not exist for them.
///
/// # Errors
/// [`Halt::Absent`] where somebody else is responsible, or a fault.
fn is_responsible(tx: &mut Tx<'_>, by: &Actor, standing: &Standing) -> Result<(), Halt> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    let booking = &standing.booking;
    let named = at_home::responsible(tx, booking.user, booking.institution)?;
    match named.is_some_and(|named| named.user == person.id) {
        true => Ok(()),
        false => Err(Halt::Absent),
    }
}
