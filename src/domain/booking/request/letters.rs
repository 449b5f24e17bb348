//! Who is told of a new request, and what.

use crate::domain::actor::Person;
use crate::domain::booking::Hold;
use crate::domain::booking::{Booking, Scene, State};
use crate::domain::letter::{BookingFacts, BookingNews, Envelope, Letter, Recipient};

/// The letters of a new request: a receipt to the applicant, the question to the managers; while it
/// waits for gates, they are told that it does.
pub(super) fn asked(
    booking: &Booking,
    hold: Option<&Hold>,
    scene: &Scene,
    by: &Person,
) -> Vec<Envelope> {
    let (to_applicant, to_managers) = match booking.state {
        State::Submitted => (BookingNews::Competing, BookingNews::ApprovalAsked),
        State::UserSide => (BookingNews::HomeAsked, BookingNews::EndorseAsked),
        State::Held => (BookingNews::Received, BookingNews::Held),
        _ => (BookingNews::Received, BookingNews::ApprovalAsked),
    };
    // the facility hears of it once somebody at home has agreed
    let readers = match booking.state {
        State::UserSide => scene.responsible.as_slice(),
        _ => scene.managers.as_slice(),
    };
    let facts = |about| facts(booking, hold, (scene, by), about);
    let readers = readers.iter().filter(|reader| reader.user != by.id);
    std::iter::once(Envelope {
        to: applicant(by),
        letter: Letter::Booking(Box::new(facts(to_applicant))),
    })
    .chain(readers.map(|reader| Envelope {
        to: reader.clone(),
        letter: Letter::Booking(Box::new(facts(to_managers))),
    }))
    .collect()
}

/// What all of them say.
fn facts(
    booking: &Booking,
    hold: Option<&Hold>,
    (scene, by): (&Scene, &Person),
    about: BookingNews,
) -> BookingFacts {
    let waits_for: Vec<String> = hold
        .iter()
        .flat_map(|hold| hold.gates.iter().map(|gate| gate.code().to_owned()))
        .collect();
    BookingFacts {
        about,
        booking: booking.id,
        sequence: 0,
        resource: scene.resource.name.clone(),
        facility: scene.resource.facility_name.clone(),
        institution: scene.resource.institution_name.clone(),
        span: booking.span,
        applicant_user: by.id,
        applicant: by.name.clone(),
        applicant_institution: scene.applicant_institution.clone(),
        by: None,
        reason: None,
        waits_for,
        fee_percent: None,
        suspended_until: None,
        other_span: None,
        rebook_until: None,
        credit_minutes: None,
        series: None,
        nearest: Vec::new(),
        given_back: Vec::new(),
        with: scene
            .beside
            .iter()
            .map(|one| one.resource.name.clone())
            .collect(),
        attendant: None,
        entry: None,
    }
}

fn applicant(by: &Person) -> Recipient {
    Recipient {
        user: by.id,
        name: by.name.clone(),
        email: by.email.clone(),
        language: by.language,
    }
}
