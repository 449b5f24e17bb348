//! Taking part: enrolling, leaving, calling a date off, missing it.

use crate::domain::actor::Actor;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Decision, Done, Halt};
use crate::domain::id::{TrainingId, UserId};
use crate::domain::letter::training::TrainingNews;
use crate::domain::letter::{Letter, Recipient};
use crate::domain::refusal::field::Field;
use crate::domain::refusal::training::TrainingBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::Instant;
use crate::domain::training::{Training, barred, to_settle};

/// Longest reason for calling a date off, in characters.
pub const REASON_LONGEST: usize = 2_000;

/// 受講を申し込む.
///
/// # Errors
/// Full, called off, begun, or enrolled already.
pub fn enrol(training: &Training, who: &Recipient, at: Instant) -> Decision<TrainingId> {
    let mut wrong = Vec::new();
    if training.is_called_off || training.course.is_retired {
        wrong.push(barred(TrainingBar::CalledOff));
    } else if training.span.start() <= at {
        wrong.push(barred(TrainingBar::Begun));
    }
    if training.of(who.user).is_some() {
        wrong.push(barred(TrainingBar::Enrolled));
    } else if training.free() == 0 {
        wrong.push(barred(TrainingBar::Full));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let letter = training.letter(TrainingNews::Enrolled, who);
    let event = training.event(Kind::TrainingEnrolled, who.user, vec![letter]);
    Ok(Done {
        value: training.id,
        event,
    })
}

/// 受講を取りやめる, before it begins.
///
/// # Errors
/// Not enrolled, or begun.
pub fn leave(training: &Training, user: UserId, at: Instant) -> Decision<TrainingId> {
    let mut wrong = Vec::new();
    if training.of(user).is_none() {
        wrong.push(barred(TrainingBar::NotEnrolled));
    }
    if training.span.start() <= at {
        wrong.push(barred(TrainingBar::Begun));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let event = training.event(Kind::TrainingLeft, user, Vec::new());
    Ok(Done {
        value: training.id,
        event,
    })
}

/// 開催を中止する: everybody who enrolled is told.
///
/// # Errors
/// [`Halt::NotAllowed`] unless the facility's manager does it; begun or called off already.
pub fn call_off(training: &Training, reason: &str, by: &Actor) -> Act<TrainingId> {
    if !by.manages(training.course.facility) {
        return Err(Halt::NotAllowed);
    }
    let mut wrong = Vec::new();
    if training.is_called_off {
        wrong.push(barred(TrainingBar::CalledOff));
    }
    if training.span.start() <= by.at {
        wrong.push(barred(TrainingBar::Begun));
    }
    let field = Field::Reason;
    if reason.is_empty() {
        wrong.push(Refusal::of(Wrong::Missing { field }));
    } else if reason.chars().count() > REASON_LONGEST {
        let longest = REASON_LONGEST;
        wrong.push(Refusal::of(Wrong::TooLongText { field, longest }));
    }
    if !wrong.is_empty() {
        return Err(Halt::Refused(wrong));
    }
    let letters = training
        .enrolled
        .iter()
        .map(|enrolment| {
            let mut letter = training.letter(TrainingNews::CalledOff, &enrolment.who);
            if let Letter::Training(facts) = &mut letter.letter {
                facts.reason = Some(reason.to_owned());
            }
            letter
        })
        .collect();
    let mut event = Event::of(Kind::TrainingCalledOff)
        .with("training", training.id)
        .with("course", training.course.id)
        .with("reason", reason);
    event.letters = letters;
    Ok(Done {
        value: training.id,
        event,
    })
}

/// 欠席とする, once it has begun.
///
/// # Errors
/// [`Halt::NotAllowed`] unless the facility's manager does it; not enrolled, settled already, or not
/// begun.
pub fn miss(training: &Training, user: UserId, by: &Actor) -> Act<UserId> {
    to_settle(training, user, by)?;
    let event = training.event(Kind::TrainingMissed, user, Vec::new());
    Ok(Done { value: user, event })
}
