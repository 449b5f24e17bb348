//! 無断不使用: marking it, by staff or by the clock, the applicant's appeal, and the facility's last word.

use crate::domain::actor::{Actor, Who};
use crate::domain::booking::change::Change;
use crate::domain::booking::content::{TEXT_LONGEST, check_text};
use crate::domain::booking::decided::Decided;
use crate::domain::booking::life::{Deed, leads};
use crate::domain::booking::news::{Step, Told, change};
use crate::domain::booking::{Standing, State};
use crate::domain::catalogue::Resource;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Decision, Done};
use crate::domain::letter::{BookingNews, Letter};
use crate::domain::parameter::Parameter;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::Instant;
use crate::domain::usage::suspension::Mark;

/// Staff can say so this long after the start at the earliest, in minutes.
pub const MARK_AFTER_MINUTES: i64 = 30;
/// An appeal can be made for so many days.
pub const APPEAL_DAYS: i64 = 30;

/// What is kept of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NoShow {
    /// Of the charge for the use, 0 to 100.
    pub percent: u32,
    pub mark: Mark,
    pub note: String,
    pub appeal: Option<Appeal>,
    pub answer: Option<Decided>,
}

/// 異議
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Appeal {
    pub text: String,
    pub at: Instant,
}

/// What stands of a booking's no-show.
#[derive(Clone, Debug)]
pub struct Record {
    pub standing: Standing,
    pub kept: Option<NoShow>,
    /// All of the same person at the same facility, this one among them.
    pub marks: Vec<Mark>,
    /// Whether it was begun, or a log is there.
    pub was_used: bool,
}

const MARKED: Step = Step {
    kind: Kind::NoShowMarked,
    to: State::NoShow,
    news: &[
        (BookingNews::NoShow, Told::Applicant),
        (BookingNews::NoShow, Told::Managers),
    ],
};
const EXCUSED: Step = Step {
    kind: Kind::NoShowExcused,
    to: State::Closed,
    news: &[(BookingNews::Excused, Told::Applicant)],
};
const APPEALED: Step = Step {
    kind: Kind::NoShowAppealed,
    to: State::NoShow,
    news: &[(BookingNews::Appealed, Told::Managers)],
};
const UPHELD: Step = Step {
    kind: Kind::NoShowUpheld,
    to: State::NoShow,
    news: &[(BookingNews::Upheld, Told::Applicant)],
};

/// 無断不使用とする, by the staff, with what they saw.
///
/// # Errors
/// Own booking, not confirmed, not begun long enough, used after all, or no reason.
pub fn mark(record: &Record, note: &str, by: &Actor) -> Decision<(Change, NoShow)> {
    let booking = &record.standing.booking;
    let mut refusals = not_own(record, by);
    let from = booking.span.start().plus_minutes(MARK_AFTER_MINUTES);
    if leads(booking.state, Deed::MarkNoShow).is_none() {
        refusals.push(Refusal::of(Wrong::WrongState));
    } else if record.was_used {
        refusals.push(Refusal::of(Wrong::Use(UseBar::WasUsed)));
    } else if by.at < from {
        refusals.push(Refusal::of(Wrong::Use(UseBar::NotMissedYet { from })));
    }
    refusals.extend(check_text(note, Field::Reason, TEXT_LONGEST));
    if !refusals.is_empty() {
        return Err(refusals);
    }
    Ok(marked(record, note, by))
}

/// Whether the staff can say so now.
#[must_use]
pub fn can_mark(record: &Record, at: Instant) -> bool {
    let booking = &record.standing.booking;
    let from = booking.span.start().plus_minutes(MARK_AFTER_MINUTES);
    leads(booking.state, Deed::MarkNoShow).is_some() && !record.was_used && from <= at
}

/// 自動開放: nobody began the use for as long as the rule waits, so the clock gives the time to others.
///
/// # Errors
/// Not confirmed, begun, or not due, as without a limit in the rule.
pub fn release(record: &Record, by: &Actor) -> Decision<(Change, NoShow)> {
    let booking = &record.standing.booking;
    let due = release_after(&record.standing.resource, booking.span.start())
        .is_some_and(|due| due <= by.at);
    let is_open = booking.state == State::Confirmed && by.at < booking.span.end();
    if by.who != Who::House || !is_open || !due || record.was_used {
        return Err(vec![Refusal::of(Wrong::WrongState)]);
    }
    Ok(marked(record, "", by))
}

/// When the clock gives a time that begins at `start` to others unless its use is begun; none where the
/// rule says nothing of it.
#[must_use]
pub fn release_after(resource: &Resource, start: Instant) -> Option<Instant> {
    let terms = resource.on(start.day()).terms;
    let waits = terms.count(Parameter::AutoReleaseMinutes);
    (waits > 0).then(|| start.plus_minutes(i64::from(waits)))
}

fn marked(record: &Record, note: &str, by: &Actor) -> Done<(Change, NoShow)> {
    let standing = &record.standing;
    let terms = standing
        .resource
        .on(standing.booking.span.start().day())
        .terms;
    let kept = NoShow {
        percent: terms.count(Parameter::NoShowPercent),
        mark: Mark {
            at: by.at,
            suspends_after: terms.count(Parameter::NoShowLimit),
            days: terms.count(Parameter::SuspensionDays),
            excused: false,
        },
        note: note.to_owned(),
        appeal: None,
        answer: None,
    };
    let mut marks = record.marks.clone();
    marks.push(kept.mark);
    let mut done = change(standing, by, &MARKED, Decided::by(by, Some(note)));
    for envelope in &mut done.event.letters {
        if let Letter::Booking(facts) = &mut envelope.letter {
            facts.fee_percent = Some(kept.percent);
            facts.suspended_until = kept.mark.suspends_until(&marks);
        }
    }
    done.event = done.event.with("percent", kept.percent.to_string());
    if let Some(until) = kept.mark.suspends_until(&marks) {
        done.event = done.event.with("suspended_until", until.to_string());
    }
    done.map(|change| (change, kept))
}

/// 異議を申し立てる: once, by the applicant.
///
/// # Errors
/// Not marked, appealed already, too late, or no text.
pub fn appeal(record: &Record, text: &str, by: &Actor) -> Decision<Appeal> {
    let mut refusals = Vec::new();
    match marked_and_open(record) {
        None => refusals.push(Refusal::of(Wrong::WrongState)),
        Some(kept) if kept.appeal.is_some() => {
            refusals.push(Refusal::of(Wrong::Use(UseBar::Appealed)));
        }
        Some(kept) if appeal_until(kept) < by.at => {
            refusals.push(Refusal::of(Wrong::Use(UseBar::AppealOver)));
        }
        Some(_) => {}
    }
    refusals.extend(check_text(text, Field::Reason, TEXT_LONGEST));
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let event = told(record, text, by, &APPEALED);
    let text = text.to_owned();
    Ok(Done {
        value: Appeal { text, at: by.at },
        event,
    })
}

/// The last moment at which an appeal can be made.
#[must_use]
pub fn appeal_until(kept: &NoShow) -> Instant {
    kept.mark.at.plus_minutes(APPEAL_DAYS * 24 * 60)
}

/// 記録を取り消す: it counts for nothing any more; a suspension that followed from it ends.
///
/// # Errors
/// Own booking, not marked, or no reason.
pub fn excuse(record: &Record, reason: &str, by: &Actor) -> Decision<Change> {
    answered(record, reason, by, false)?;
    let decided = Decided::by(by, Some(reason));
    Ok(change(&record.standing, by, &EXCUSED, decided))
}

/// 異議を認めない: the record stays.
///
/// # Errors
/// As [`excuse`], and where nobody appealed or it was answered.
pub fn uphold(record: &Record, reason: &str, by: &Actor) -> Decision<()> {
    answered(record, reason, by, true)?;
    let event = told(record, reason, by, &UPHELD);
    Ok(Done { value: (), event })
}

fn answered(
    record: &Record,
    reason: &str,
    by: &Actor,
    asked_for: bool,
) -> Result<(), Vec<Refusal>> {
    let mut refusals = not_own(record, by);
    let waits = |kept: &NoShow| kept.appeal.is_some() && kept.answer.is_none();
    let fits = marked_and_open(record).is_some_and(|kept| !asked_for || waits(kept));
    if !fits {
        refusals.push(Refusal::of(Wrong::WrongState));
    }
    refusals.extend(check_text(reason, Field::Reason, TEXT_LONGEST));
    if refusals.is_empty() {
        Ok(())
    } else {
        Err(refusals)
    }
}

/// The record, while it stands.
fn marked_and_open(record: &Record) -> Option<&NoShow> {
    let is_marked = record.standing.booking.state == State::NoShow;
    record.kept.as_ref().filter(|_| is_marked)
}

fn not_own(record: &Record, by: &Actor) -> Vec<Refusal> {
    let user = record.standing.booking.user;
    let own = by.person().is_some_and(|person| person.id == user);
    own.then(|| Refusal::of(Wrong::OwnRequest))
        .into_iter()
        .collect()
}

/// What is told of something that leaves the booking where it stands.
fn told(record: &Record, text: &str, by: &Actor, step: &Step) -> Event {
    change(&record.standing, by, step, Decided::by(by, Some(text))).event
}

#[cfg(test)]
mod tests;
