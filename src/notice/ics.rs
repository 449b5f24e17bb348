//! Calendars (RFC 5545): one entry with a letter or to be downloaded, or many in a feed; each keeps its
//! UID for its whole life.

pub mod event;
mod line;

use crate::config::Config;
use crate::domain::language::Language;
use crate::domain::letter::entry::Status;
use crate::domain::letter::{BookingFacts, BookingNews, Recipient};
use crate::domain::text;
use crate::domain::time::Instant;
use crate::notice::ics::event::{Event, organizer};
use crate::notice::ics::line::{escaped, folded, mailto};
use crate::notice::parcel::{self, Entry};
use crate::words::mail::occasion::Reader;
use crate::words::{mail, name};

/// Asia/Tokyo, which has had no daylight saving time since 1951.
const TOKYO: &str = "BEGIN:VTIMEZONE\r\nTZID:Asia/Tokyo\r\nBEGIN:STANDARD\r\nDTSTART:19510101T000000\r\nTZNAME:JST\r\nTZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
/// How often a program that keeps a feed should ask for it: once an hour.
const REFRESH: &str = "PT1H";

/// The file for the applicant's own calendar, to be downloaded from the booking's page in any state:
/// as it stands since `changed_at`, told `at`.
#[must_use]
pub fn calendar(
    config: &Config,
    language: Language,
    (facts, status): (&BookingFacts, Status),
    (changed_at, at): (Instant, Instant),
) -> String {
    let link = parcel::href(config, language, &format!("/requests/{}", facts.booking));
    let event = of_booking(language, (facts, status), link, changed_at);
    let more = [organizer(config, mail::of(language).sender)];
    written("PUBLISH", &[], &event.written(config, at, &more))
}

/// A feed: a calendar that a program asks for again and again. The same events give the same text.
#[must_use]
pub fn feed(config: &Config, language: Language, name: &str, events: &[Event]) -> String {
    let name = escaped(&text::squash(name));
    let head = [
        format!("NAME:{name}"),
        format!("X-WR-CALNAME:{name}"),
        "X-WR-TIMEZONE:Asia/Tokyo".to_owned(),
        format!("REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}"),
        format!("X-PUBLISHED-TTL:{REFRESH}"),
    ];
    let more = [organizer(config, mail::of(language).sender)];
    let body: String = events
        .iter()
        .map(|event| event.written(config, event.changed_at, &more))
        .collect();
    written("PUBLISH", &head, &body)
}

/// The entry that travels with a letter, where calendars are told something by it. It names its
/// reader and no other person.
#[must_use]
pub(super) fn entry(
    config: &Config,
    to: &Recipient,
    facts: &BookingFacts,
    at: Instant,
) -> Option<Entry> {
    let status = facts.entry.or(match facts.about {
        BookingNews::Confirmed | BookingNews::Attends => Some(Status::Confirmed),
        BookingNews::Cancelled | BookingNews::CalledOff | BookingNews::AttendsNoMore => {
            Some(Status::Cancelled)
        }
        _ => None,
    })?;
    let method = match status {
        Status::Tentative | Status::Confirmed => "REQUEST",
        Status::Cancelled => "CANCEL",
    };
    let path = match (facts.about, Reader::of(to.user, facts)) {
        (BookingNews::Attends | BookingNews::AttendsNoMore, _) => "/my/attendances".to_owned(),
        (_, Reader::Applicant) => format!("/requests/{}", facts.booking),
        (_, Reader::Manager) => format!("/manage/requests/{}", facts.booking),
    };
    let link = parcel::href(config, to.language, &path);
    let reader = mailto(&to.email);
    let answer = match status {
        Status::Tentative => "TENTATIVE",
        Status::Confirmed | Status::Cancelled => "ACCEPTED",
    };
    let more = [
        organizer(config, mail::of(to.language).sender),
        format!("ATTENDEE;PARTSTAT={answer};ROLE=REQ-PARTICIPANT;RSVP=FALSE:{reader}"),
    ];
    let event = of_booking(to.language, (facts, status), link, at);
    Some(Entry {
        method,
        text: written(method, &[], &event.written(config, at, &more)),
    })
}

/// What every entry says of a booking.
fn of_booking(
    language: Language,
    (facts, status): (&BookingFacts, Status),
    link: String,
    at: Instant,
) -> Event {
    let facility = name::of(language, &facts.facility);
    let institution = name::of(language, &facts.institution);
    let (label, colon) = (mail::of(language).number, mail::colon(language));
    Event {
        id: facts.booking.to_string(),
        sequence: facts.sequence,
        changed_at: at,
        span: facts.span,
        status,
        summary: name::of(language, &facts.resource).to_owned(),
        place: mail::person(language, facility, institution),
        description: format!("{label}{colon}{}\n{link}", facts.booking),
        link,
    }
}

/// The whole file.
fn written(method: &str, head: &[String], events: &str) -> String {
    let head: String = head.iter().map(|line| folded(line)).collect();
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Madoguchi//Madoguchi//JA\r\nCALSCALE:GREGORIAN\r\nMETHOD:{method}\r\n{head}{TOKYO}{events}END:VCALENDAR\r\n"
    )
}

#[cfg(test)]
mod tests;
