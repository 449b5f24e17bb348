//! Entries for calendars (RFC 5545): one VEVENT per booking, with the same UID for its whole life.

use std::fmt::Write as _;

use crate::config::Config;
use crate::domain::language::Language;
use crate::domain::letter::{BookingFacts, BookingNews, Recipient};
use crate::domain::text;
use crate::domain::time::Instant;
use crate::notice::parcel::{self, Entry};
use crate::words::mail::occasion::Reader;
use crate::words::{mail, name};

/// Octets of one line, without its end.
const LINE: usize = 75;
/// Asia/Tokyo, which has had no daylight saving time since 1951.
const TOKYO: &str = "BEGIN:VTIMEZONE\r\nTZID:Asia/Tokyo\r\nBEGIN:STANDARD\r\nDTSTART:19510101T000000\r\nTZNAME:JST\r\nTZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// The file for the applicant's own calendar, to be downloaded from the booking's page.
#[must_use]
pub fn calendar(config: &Config, language: Language, facts: &BookingFacts, at: Instant) -> String {
    let link = parcel::href(config, language, &format!("/requests/{}", facts.booking));
    let mut properties = properties(config, language, facts, at);
    properties.extend(links(language, facts, &link));
    written("PUBLISH", &properties)
}

/// The entry that travels with a letter, where the occasion has one: the booking is confirmed or
/// cancelled. It names its reader and no other person.
#[must_use]
pub(super) fn entry(
    config: &Config,
    to: &Recipient,
    facts: &BookingFacts,
    at: Instant,
) -> Option<Entry> {
    let method = match facts.about {
        BookingNews::Confirmed => "REQUEST",
        BookingNews::Cancelled => "CANCEL",
        BookingNews::Received
        | BookingNews::ApprovalAsked
        | BookingNews::Returned
        | BookingNews::Rejected
        | BookingNews::Withdrawn
        | BookingNews::Expired
        | BookingNews::Held
        | BookingNews::Released
        | BookingNews::UseOver
        | BookingNews::LogMissing
        | BookingNews::Overrun => return None,
    };
    let house = parameter(mail::of(to.language).sender);
    let sender = mailto(parcel::address(&config.mail_from));
    let reader = mailto(&to.email);
    let path = match Reader::of(to.user, facts) {
        Reader::Applicant => format!("/requests/{}", facts.booking),
        Reader::Manager => format!("/manage/requests/{}", facts.booking),
    };
    let link = parcel::href(config, to.language, &path);
    let mut properties = properties(config, to.language, facts, at);
    properties.extend(links(to.language, facts, &link));
    properties.push(format!("ORGANIZER;CN={house}:{sender}"));
    properties.push(format!(
        "ATTENDEE;PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT;RSVP=FALSE:{reader}"
    ));
    Some(Entry {
        method,
        text: written(method, &properties),
    })
}

/// What every entry says of a booking.
fn properties(
    config: &Config,
    language: Language,
    facts: &BookingFacts,
    at: Instant,
) -> Vec<String> {
    let resource = name::of(language, &facts.resource);
    let facility = name::of(language, &facts.facility);
    let institution = name::of(language, &facts.institution);
    let place = mail::person(language, facility, institution);
    let cancelled = facts.about == BookingNews::Cancelled;
    vec![
        format!("UID:{}@{}", facts.booking, parcel::host(config)),
        format!("DTSTAMP:{}", utc(at)),
        format!("SEQUENCE:{}", facts.sequence),
        format!("DTSTART;TZID=Asia/Tokyo:{}", tokyo(facts.span.start())),
        format!("DTEND;TZID=Asia/Tokyo:{}", tokyo(facts.span.end())),
        format!("SUMMARY:{}", escaped(resource)),
        format!("LOCATION:{}", escaped(&place)),
        format!(
            "STATUS:{}",
            if cancelled { "CANCELLED" } else { "CONFIRMED" }
        ),
        format!(
            "TRANSP:{}",
            if cancelled { "TRANSPARENT" } else { "OPAQUE" }
        ),
        "CLASS:PRIVATE".to_owned(),
    ]
}

/// Number and page of the booking.
fn links(language: Language, facts: &BookingFacts, link: &str) -> [String; 2] {
    let (label, colon) = (mail::of(language).number, mail::colon(language));
    let text = format!("{label}{colon}{}\n{link}", facts.booking);
    [
        format!("DESCRIPTION:{}", escaped(&text)),
        format!("URL:{link}"),
    ]
}

/// The whole file.
fn written(method: &str, properties: &[String]) -> String {
    let mut file = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Madoguchi//Madoguchi//JA\r\nCALSCALE:GREGORIAN\r\nMETHOD:{method}\r\n{TOKYO}BEGIN:VEVENT\r\n"
    );
    for property in properties {
        file.push_str(&folded(property));
    }
    file.push_str("END:VEVENT\r\nEND:VCALENDAR\r\n");
    file
}

/// A line with its end, folded so that no part is longer than 75 octets or cuts a character.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + line.len() / 24 + 2);
    let mut octets = 0;
    for letter in line.chars() {
        if octets + letter.len_utf8() > LINE {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(letter);
        octets += letter.len_utf8();
    }
    out.push_str("\r\n");
    out
}

/// A text value: nothing in it can end the line or the value.
fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for letter in text::clean_lines(value).chars() {
        match letter {
            '\n' => out.push_str("\\n"),
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(letter);
            }
            '\u{2028}' | '\u{2029}' => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}

/// A parameter's value in quotes; it can hold neither quotes nor ends of lines.
fn parameter(value: &str) -> String {
    format!("\"{}\"", text::squash(value).replace('"', "'"))
}

/// A mail address as an address of the web: what could mean something else is written as `%XX`.
fn mailto(address: &str) -> String {
    let mut out = String::from("mailto:");
    for byte in address.bytes() {
        if byte.is_ascii_alphanumeric() || b"@.-_+~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

fn utc(at: Instant) -> String {
    let utc = at.plus_seconds(-9 * 60 * 60).in_tokyo();
    utc.format("%Y%m%dT%H%M%SZ").to_string()
}

fn tokyo(at: Instant) -> String {
    at.in_tokyo().format("%Y%m%dT%H%M%S").to_string()
}

#[cfg(test)]
mod tests;
