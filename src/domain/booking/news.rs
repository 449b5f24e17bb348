//! What is told of a change, and to whom: the letters of a decision with the facts as they stand.

use crate::domain::actor::Actor;
use crate::domain::agenda;
use crate::domain::booking::cancellation::Cancellation;
use crate::domain::booking::change::Change;
use crate::domain::booking::decided::Decided;
use crate::domain::booking::{Standing, State};
use crate::domain::event::{Event, Kind};
use crate::domain::halt::Done;
use crate::domain::letter::entry::Status;
use crate::domain::letter::{BookingFacts, BookingNews, Envelope, Letter};

/// Who of a booking's people is told.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(in crate::domain) enum Told {
    Applicant,
    Managers,
}

/// One step in a booking's life: what it is called, where it leads, who is told what.
pub(in crate::domain) struct Step {
    pub(in crate::domain) kind: Kind,
    pub(in crate::domain) to: State,
    pub(in crate::domain) news: &'static [(BookingNews, Told)],
}

impl Decided {
    /// What somebody decides now, and why; none where nobody in particular does.
    #[must_use]
    pub fn by(actor: &Actor, reason: Option<&str>) -> Option<Self> {
        actor.person().map(|person| Self {
            by: person.name.clone(),
            at: actor.at,
            reason: reason.map(str::to_owned),
        })
    }
}

/// The change with its witness and letters.
pub(in crate::domain) fn change(
    standing: &Standing,
    by: &Actor,
    step: &Step,
    decided: Option<Decided>,
) -> Done<Change> {
    let booking = &standing.booking;
    let who = by.person().map(|person| person.name.as_str());
    let reason = decided
        .as_ref()
        .and_then(|decided| decided.reason.as_deref());
    let entry = agenda::told(booking.state, standing.hold.as_ref(), step.to);
    let facts = |about| BookingFacts {
        entry,
        ..facts(standing, about, who, reason)
    };
    let letters = step
        .news
        .iter()
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
        .collect();
    let mut event = Event::about_booking(step.kind, booking.id, letters);
    if let Some(reason) = reason {
        event = event.with("reason", reason);
    }
    let change = Change {
        decided,
        ..Change::to(booking, step.to, by)
    };
    Done {
        value: change,
        event,
    }
}

/// The same, with what the cancellation means frozen in it and told in every letter.
pub(in crate::domain) fn cancelling(
    standing: &Standing,
    by: &Actor,
    (step, decided): (&Step, Option<Decided>),
    cancelled: Cancellation,
) -> Done<Change> {
    let mut done = change(standing, by, step, decided);
    done.value.cancelled = Some(cancelled);
    for envelope in &mut done.event.letters {
        if let Letter::Booking(facts) = &mut envelope.letter {
            facts.fee_percent = Some(cancelled.percent);
        }
    }
    done
}

/// The facts of a letter about a booking as it stands.
pub(super) fn facts(
    standing: &Standing,
    about: BookingNews,
    by: Option<&str>,
    reason: Option<&str>,
) -> BookingFacts {
    let booking = &standing.booking;
    BookingFacts {
        about,
        booking: booking.id,
        sequence: booking.version,
        resource: standing.resource.name.clone(),
        facility: standing.resource.facility_name.clone(),
        institution: standing.resource.institution_name.clone(),
        span: booking.span,
        applicant_user: booking.user,
        applicant: standing.applicant.name.clone(),
        applicant_institution: standing.applicant_institution.clone(),
        by: by.map(str::to_owned),
        reason: reason.map(str::to_owned),
        waits_for: match about {
            BookingNews::Held => standing
                .hold
                .iter()
                .flat_map(|hold| hold.gates.iter().map(|gate| gate.code().to_owned()))
                .collect(),
            _ => Vec::new(),
        },
        fee_percent: None,
        suspended_until: None,
        other_span: None,
        rebook_until: None,
        credit_minutes: None,
        series: None,
        nearest: Vec::new(),
        given_back: Vec::new(),
        with: standing
            .parts
            .iter()
            .map(|part| &part.name)
            .chain(standing.fellows.iter().map(|one| &one.name))
            .cloned()
            .collect(),
        attendant: standing.attendant.as_ref().map(|one| one.name.clone()),
        entry: None,
    }
}

/// The SEQUENCE of a calendar entry about a booking that stays as it stands.
#[must_use]
pub const fn same_sequence(standing: &Standing) -> u32 {
    // a letter is written before its change counts
    standing.booking.version.saturating_sub(1)
}

/// A booking as it stands, for the applicant's own calendar file.
#[must_use]
pub fn as_it_stands(standing: &Standing) -> (BookingFacts, Status) {
    let facts = BookingFacts {
        sequence: same_sequence(standing),
        ..facts(standing, BookingNews::Confirmed, None, None)
    };
    (facts, agenda::status(standing.booking.state))
}
