//! Deciding on exceptions: granting, declining, revoking, always with a reason.

#[cfg(test)]
mod tests;

use crate::domain::actor::{Actor, Person};
use crate::domain::event::Kind;
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{WaiverId, WaiverRequestId};
use crate::domain::letter::Recipient;
use crate::domain::letter::waiver::WaiverNews;
use crate::domain::parameter::kind::Waiver as Names;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::waiver::WaiverBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::Instant;
use crate::domain::waiver::{Exception, Place, Wanted, barred, check, check_reason, decides};

/// An exception that somebody asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    pub id: WaiverRequestId,
    pub exception: Exception,
    pub at: Instant,
    pub is_decided: bool,
}

/// An exception that was granted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Granted {
    pub id: WaiverId,
    pub exception: Exception,
    pub at: Instant,
    /// Who granted it.
    pub by: String,
    pub revoked_at: Option<Instant>,
}

/// 例外を認める: the exception, as it holds from now on.
///
/// # Errors
/// [`Halt::Absent`] for whoever has no say in it; their own, decided already, over, or without a
/// reason.
pub fn grant(asked: &Asked, reason: &str, id: WaiverId, by: &Actor) -> Act<Exception> {
    let person = decider(&asked.exception, by)?;
    let mut wrong = settle(asked, reason, person);
    if asked.exception.until < by.at.day() {
        wrong.push(Refusal::of(Wrong::InPast));
    }
    if !wrong.is_empty() {
        return Err(Halt::Refused(wrong));
    }
    let value = Exception {
        reason: reason.to_owned(),
        ..asked.exception.clone()
    };
    let done = granted(value, (id, person));
    Ok(Done {
        event: done.event.with("request", asked.id),
        value: done.value,
    })
}

/// 例外を認めない.
///
/// # Errors
/// As [`grant`].
pub fn decline(asked: &Asked, reason: &str, by: &Actor) -> Act<WaiverRequestId> {
    let exception = &asked.exception;
    let person = decider(exception, by)?;
    let wrong = settle(asked, reason, person);
    if !wrong.is_empty() {
        return Err(Halt::Refused(wrong));
    }
    let said = (Some(person.name.as_str()), reason);
    let letter = exception.letter(WaiverNews::Declined, &exception.who, said);
    let event = exception
        .event(Kind::WaiverDeclined, vec![letter])
        .with("request", asked.id)
        .with("reason", reason);
    Ok(Done {
        value: asked.id,
        event,
    })
}

/// Grants an exception that nobody asked for here, for instance on the telephone.
///
/// # Errors
/// [`Halt::Absent`] for whoever has no say in it; everything that is wrong with what was typed.
pub fn grant_to(
    wanted: &Wanted,
    place: Option<&Place>,
    who: Option<&Recipient>,
    (id, by): (WaiverId, &Actor),
) -> Act<Exception> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    let mut wrong = Vec::new();
    if let (Some(parameter), Some(place)) = (wanted.parameter, place) {
        let owners = (place.facility, place.institution);
        let never = parameter.entry().waiver == Names::Nobody;
        if !never && !decides(by, parameter, owners) {
            return Err(Halt::Absent);
        }
    } else if place.is_none() {
        let field = Field::Resource;
        wrong.push(Refusal::of(Wrong::Missing { field }));
    }
    let checked = check(wanted, by.at.day(), &mut wrong);
    match who {
        None => wrong.push(barred(WaiverBar::NobodyThere)),
        Some(who) if who.user == person.id => wrong.push(barred(WaiverBar::Oneself)),
        Some(_) => {}
    }
    let known = checked.zip(place).zip(who).filter(|_| wrong.is_empty());
    let Some((((parameter, from, until), place), who)) = known else {
        return Err(Halt::Refused(wrong));
    };
    let value = Exception {
        place: place.clone(),
        who: who.clone(),
        parameter,
        from,
        until,
        reason: wanted.reason.clone(),
    };
    Ok(granted(value, (id, person)))
}

/// 例外を取り消す: it lifts nothing from now on; what was booked under it stays.
///
/// # Errors
/// [`Halt::Absent`] for whoever has no say in it; revoked already, or without a reason.
pub fn revoke(granted: &Granted, reason: &str, by: &Actor) -> Act<WaiverId> {
    let exception = &granted.exception;
    let person = decider(exception, by)?;
    let mut wrong: Vec<Refusal> = check_reason(reason).into_iter().collect();
    if granted.revoked_at.is_some() {
        wrong.push(Refusal::of(Wrong::WrongState));
    }
    if !wrong.is_empty() {
        return Err(Halt::Refused(wrong));
    }
    let said = (Some(person.name.as_str()), reason);
    let letter = exception.letter(WaiverNews::Revoked, &exception.who, said);
    let event = exception
        .event(Kind::WaiverRevoked, vec![letter])
        .with("waiver", granted.id)
        .with("reason", reason);
    Ok(Done {
        value: granted.id,
        event,
    })
}

/// The person who acts, if the decision is theirs; for others the exception does not exist.
fn decider<'a>(exception: &Exception, by: &'a Actor) -> Result<&'a Person, Halt> {
    let is_theirs = decides(by, exception.parameter, exception.owners());
    by.person().filter(|_| is_theirs).ok_or(Halt::Absent)
}

/// Why it can't be decided now.
fn settle(asked: &Asked, reason: &str, person: &Person) -> Vec<Refusal> {
    let mut wrong: Vec<Refusal> = check_reason(reason).into_iter().collect();
    if asked.is_decided {
        wrong.push(Refusal::of(Wrong::WrongState));
    }
    if asked.exception.who.user == person.id {
        // there is no field for the address here, so it is said of the request itself
        wrong.push(Refusal::of(Wrong::OwnRequest));
    }
    wrong
}

/// The exception with its witness and the letter to the person.
fn granted(value: Exception, (id, by): (WaiverId, &Person)) -> Done<Exception> {
    let said = (Some(by.name.as_str()), value.reason.as_str());
    let letter = value.letter(WaiverNews::Granted, &value.who, said);
    let event = value
        .event(Kind::WaiverGranted, vec![letter])
        .with("waiver", id)
        .with("reason", &value.reason);
    Done { value, event }
}
