//! 施設の都合で日時を移す: the facility moves a confirmed booking to other free time instead of calling it off.

use crate::domain::actor::Actor;
use crate::domain::booking::amend::{moved, whole};
use crate::domain::booking::change::Change;
use crate::domain::booking::content::{TEXT_LONGEST, check_text};
use crate::domain::booking::decided::Decided;
use crate::domain::booking::news::{Step, Told};
use crate::domain::booking::{Standing, State};
use crate::domain::event::Kind;
use crate::domain::halt::Decision;
use crate::domain::letter::BookingNews;
use crate::domain::policy;
use crate::domain::policy::case::{Case, Occupied};
use crate::domain::refusal::field::Field;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Citation, Refusal, Wrong};
use crate::domain::time::{Instant, Span};

const MOVED: Step = Step {
    kind: Kind::BookingMoved,
    to: State::Confirmed,
    news: &[
        (BookingNews::Moved, Told::Applicant),
        (BookingNews::Changed, Told::Managers),
    ],
};

/// Moves it as it is to another start. The facility may open its doors when it likes, so of the rules only
/// those count that say whether the time is free; `others` are the claims of others around it.
///
/// # Errors
/// Own booking, not confirmed, begun, the same time, past or taken, or no reason.
pub fn relocate(
    standing: &Standing,
    start: Option<Instant>,
    others: &[Occupied],
    (reason, by): (&str, &Actor),
) -> Decision<Change> {
    let booking = &standing.booking;
    let mut refusals = Vec::new();
    if by.person().is_some_and(|person| person.id == booking.user) {
        refusals.push(Refusal::of(Wrong::OwnRequest));
    }
    if !can_relocate(standing, by.at) {
        refusals.push(Refusal::of(Wrong::WrongState));
    }
    let span = start.and_then(|start| Span::of_minutes(start, booking.span.minutes()));
    match span {
        None => refusals.push(Refusal::of(Wrong::Missing {
            field: Field::Start,
        })),
        Some(span) if span == booking.span => {
            refusals.push(Refusal::of(Wrong::Use(UseBar::NothingChanged)));
        }
        Some(span) => refusals.extend(taken(standing, span, others, by.at)),
    }
    refusals.extend(whole::bound(standing));
    refusals.extend(check_text(reason, Field::Reason, TEXT_LONGEST));
    match span {
        Some(span) if refusals.is_empty() => {
            let decided = Decided::by(by, Some(reason));
            let mut done = moved(standing, span, (by, &MOVED, decided));
            done.value.relocated = true;
            Ok(done)
        }
        _ => Err(refusals),
    }
}

/// Whether the facility can move it at this moment.
#[must_use]
pub fn can_relocate(standing: &Standing, at: Instant) -> bool {
    standing.booking.state == State::Confirmed && standing.booking.span.start() > at
}

/// Why the time is not free.
fn taken(standing: &Standing, span: Span, others: &[Occupied], at: Instant) -> Vec<Refusal> {
    let resource = &standing.resource;
    let rule = Citation::default();
    let mut refusals = policy::check(&Case {
        units: standing.booking.units,
        ..Case::of_time(at, resource, span, others, Some(&rule))
    });
    refusals.retain(|refusal| refusal.is_lost_slot() || refusal.wrong == Wrong::InPast);
    let refusals = refusals.into_iter();
    refusals.map(Refusal::to_the_facility).collect()
}
