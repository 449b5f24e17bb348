//! A confirmed booking for the tests of its use.

use crate::domain::booking::{Booking, Content, Standing, State};
use crate::domain::id::{BookingId, InstitutionId, RuleId, UserId};
use crate::domain::language::Language;
use crate::domain::letter::Recipient;
use crate::domain::name::Name;
use crate::domain::policy::sample;
use crate::domain::time::{Instant, Span, parse_local};

pub(in crate::domain) fn at(text: &str) -> Instant {
    parse_local(text).unwrap()
}

/// The confocal microscope from nine to twelve on 3 February 2027.
pub(in crate::domain) fn standing(state: State) -> Standing {
    let resource = sample::confocal();
    Standing {
        attendant: None,
        parts: Vec::new(),
        fellows: Vec::new(),
        booking: Booking {
            id: BookingId::new(9),
            resource: resource.id,
            user: UserId::new(5),
            institution: InstitutionId::new(77),
            rule: RuleId::new(1),
            span: Span::of_minutes(at("2027-02-03T09:00"), 180).unwrap(),
            units: 1,
            content: Content::default(),
            state,
            version: 2,
            created_at: at("2027-01-08T10:00"),
        },
        resource,
        applicant: Recipient {
            user: UserId::new(5),
            name: "佐藤 恵".into(),
            email: "sato@example.jp".into(),
            language: Language::Ja,
        },
        applicant_institution: Name::default(),
        managers: Vec::new(),
        decided: None,
        relocated: false,
        hold: None,
    }
}
