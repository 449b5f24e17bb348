//! What happens to a request: decided, sent again, withdrawn, cancelled, expired; each with its letters.

use crate::domain::actor::{Actor, Who};
use crate::domain::booking::content::{TEXT_LONGEST, check_content, check_text};
use crate::domain::booking::{Change, Content, Decided, Standing, State};
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Decision, Done};
use crate::domain::letter::{BookingFacts, BookingNews, Envelope, Letter};
use crate::domain::refusal::{Field, Refusal, Wrong};

/// Sends a returned request again with corrected content; the slot was held all the while.
///
/// # Errors
/// The content's problems, or that the booking is not waiting for a correction.
pub fn resend(standing: &Standing, content: Content, by: &Actor) -> Decision<Change> {
    let mut refusals = own(standing, by);
    refusals.extend(in_state(standing, &[State::Returned]));
    refusals.extend(not_started(standing, by));
    refusals.extend(check_content(&content));
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let news = [
        (BookingNews::ApprovalAsked, Told::Managers),
        (BookingNews::Received, Told::Applicant),
    ];
    let mut done = change(
        standing,
        by,
        Kind::BookingResent,
        State::FacilityReview,
        None,
        &news,
    );
    done.value.content = Some(content);
    Ok(done)
}

/// 承認する: the booking is confirmed.
///
/// # Errors
/// Already decided (by whom, when), own request, or started.
pub fn approve(standing: &Standing, by: &Actor) -> Decision<Change> {
    decide(
        standing,
        by,
        None,
        Kind::BookingApproved,
        State::Confirmed,
        &[
            (BookingNews::Confirmed, Told::Applicant),
            (BookingNews::Confirmed, Told::Managers),
        ],
    )
}

/// 差し戻す: to be corrected and sent again; the slot stays held.
///
/// # Errors
/// As [`approve`], and a missing reason.
pub fn hand_back(standing: &Standing, reason: &str, by: &Actor) -> Decision<Change> {
    let news = [(BookingNews::Returned, Told::Applicant)];
    decide(
        standing,
        by,
        Some(reason),
        Kind::BookingReturned,
        State::Returned,
        &news,
    )
}

/// 不承認とする: final; the slot is free at once.
///
/// # Errors
/// As [`approve`], and a missing reason.
pub fn reject(standing: &Standing, reason: &str, by: &Actor) -> Decision<Change> {
    let news = [(BookingNews::Rejected, Told::Applicant)];
    decide(
        standing,
        by,
        Some(reason),
        Kind::BookingRejected,
        State::Rejected,
        &news,
    )
}

/// 取り下げる: before the decision, by the applicant.
///
/// # Errors
/// Not theirs, or decided already.
pub fn withdraw(standing: &Standing, by: &Actor) -> Decision<Change> {
    let mut refusals = own(standing, by);
    refusals.extend(in_state(
        standing,
        &[State::FacilityReview, State::Returned],
    ));
    if !refusals.is_empty() {
        return Err(refusals);
    }
    Ok(change(
        standing,
        by,
        Kind::BookingWithdrawn,
        State::Withdrawn,
        None,
        &[(BookingNews::Withdrawn, Told::Managers)],
    ))
}

/// 取り消す: after the confirmation and before the start, by the applicant.
///
/// # Errors
/// Not theirs, not confirmed, or started.
pub fn cancel(standing: &Standing, by: &Actor) -> Decision<Change> {
    let mut refusals = own(standing, by);
    refusals.extend(in_state(standing, &[State::Confirmed]));
    refusals.extend(not_started(standing, by));
    if !refusals.is_empty() {
        return Err(refusals);
    }
    Ok(change(
        standing,
        by,
        Kind::BookingCancelled,
        State::CancelledByUser,
        None,
        &[
            (BookingNews::Cancelled, Told::Applicant),
            (BookingNews::Cancelled, Told::Managers),
        ],
    ))
}

/// 期限切れ: what the clock does to a request that nobody decided before its start.
///
/// # Errors
/// Not waiting any more, or not started yet.
pub fn expire(standing: &Standing, by: &Actor) -> Decision<Change> {
    let mut refusals: Vec<Refusal> = in_state(standing, &[State::FacilityReview, State::Returned])
        .into_iter()
        .collect();
    if by.who != Who::House || standing.booking.span.start() > by.at {
        refusals.push(Refusal::of(Wrong::WrongState));
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    Ok(change(
        standing,
        by,
        Kind::BookingExpired,
        State::Expired,
        None,
        &[
            (BookingNews::Expired, Told::Applicant),
            (BookingNews::Expired, Told::Managers),
        ],
    ))
}

/// One of the three decisions of a facility manager.
fn decide(
    standing: &Standing,
    by: &Actor,
    reason: Option<&str>,
    kind: Kind,
    to: State,
    news: &[(BookingNews, Told)],
) -> Decision<Change> {
    let mut refusals = Vec::new();
    if by
        .person()
        .is_some_and(|person| person.id == standing.booking.user)
    {
        refusals.push(Refusal::of(Wrong::OwnRequest));
    }
    refusals.extend(in_state(standing, &[State::FacilityReview]));
    refusals.extend(not_started(standing, by));
    if let Some(reason) = reason {
        refusals.extend(check_text(reason, Field::Reason, TEXT_LONGEST));
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let decided = by.person().map(|person| Decided {
        by: person.name.clone(),
        at: by.at,
        reason: reason.map(str::to_owned),
    });
    Ok(change(standing, by, kind, to, decided, news))
}

/// Who of a booking's people is told.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Told {
    Applicant,
    Managers,
}

/// The change with its witness and letters.
fn change(
    standing: &Standing,
    by: &Actor,
    kind: Kind,
    state: State,
    decided: Option<Decided>,
    news: &[(BookingNews, Told)],
) -> Done<Change> {
    let booking = &standing.booking;
    let reason = decided.as_ref().and_then(|decided| decided.reason.clone());
    let letters = letters(standing, by, reason.as_ref(), news);
    let mut event = Event::about_booking(kind, booking.id, letters);
    if let Some(reason) = &reason {
        event = event.with("reason", reason);
    }
    let change = Change {
        booking: booking.id,
        from_version: booking.version,
        state,
        decided,
        content: None,
    };
    Done {
        value: change,
        event,
    }
}

/// One letter for each reader of each piece of news; nobody is told as manager of their own request.
fn letters(
    standing: &Standing,
    by: &Actor,
    reason: Option<&String>,
    news: &[(BookingNews, Told)],
) -> Vec<Envelope> {
    let booking = &standing.booking;
    let facts = |about| BookingFacts {
        about,
        booking: booking.id,
        sequence: booking.version,
        resource: standing.resource.name.clone(),
        facility: standing.resource.facility_name.clone(),
        institution: standing.resource.institution_name.clone(),
        span: booking.span,
        applicant: standing.applicant.name.clone(),
        applicant_institution: standing.applicant_institution.clone(),
        by: by.person().map(|person| person.name.clone()),
        reason: reason.cloned(),
    };
    news.iter()
        .flat_map(|&(about, told)| {
            let readers = match told {
                Told::Applicant => std::slice::from_ref(&standing.applicant),
                Told::Managers => standing.managers.as_slice(),
            };
            readers
                .iter()
                .filter(move |reader| told == Told::Applicant || reader.user != booking.user)
                .map(move |reader| Envelope {
                    to: reader.clone(),
                    letter: Letter::Booking(Box::new(facts(about))),
                })
        })
        .collect()
}

/// The booking must be the actor's own.
fn own(standing: &Standing, by: &Actor) -> Vec<Refusal> {
    let own = by
        .person()
        .is_some_and(|person| person.id == standing.booking.user);
    if own {
        Vec::new()
    } else {
        vec![Refusal::of(Wrong::WrongState)]
    }
}

/// The booking must be in one of these states; if it was decided, the refusal says by whom.
fn in_state(standing: &Standing, states: &[State]) -> Option<Refusal> {
    if states.contains(&standing.booking.state) {
        return None;
    }
    let approved = standing.booking.state == State::Confirmed;
    Some(Refusal::of(match &standing.decided {
        Some(decided) => Wrong::AlreadyDecided {
            by: decided.by.clone(),
            at: decided.at,
            approved,
        },
        None => Wrong::WrongState,
    }))
}

/// The use must not have begun.
fn not_started(standing: &Standing, by: &Actor) -> Option<Refusal> {
    (standing.booking.span.start() <= by.at).then(|| Refusal::of(Wrong::Started))
}
