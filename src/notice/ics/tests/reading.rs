//! Calendars as another program reads them, hostile text and all; the browser tests read the same file
//! with a third one.

use icalendar::parser::{Component, read_calendar, unfold};

use super::{config, facts};
use crate::domain::language::Language;
use crate::domain::letter::BookingNews;
use crate::domain::letter::entry::Status;
use crate::domain::time::{Instant, Span, parse_local};
use crate::notice::ics::event::Event;
use crate::notice::ics::{calendar, feed};

/// Texts that try to be more than a text, with what is left of each.
fn hostile() -> Vec<(String, String)> {
    let long = "漢字😀é".repeat(60);
    [
        (
            "a\r\nATTACH;VALUE=URI:http://evil.example",
            "a\nATTACH;VALUE=URI:http://evil.example",
        ),
        ("a\nEND:VEVENT\nBEGIN:VEVENT", "a\nEND:VEVENT\nBEGIN:VEVENT"),
        ("a\rBEGIN:VALARM", "a\nBEGIN:VALARM"),
        (
            "back\\slash; semi, comma: colon \"quote\"",
            "back\\slash; semi, comma: colon \"quote\"",
        ),
        ("\\n is two letters", "\\n is two letters"),
        ("\0NUL\0 and \u{7}bell", "NUL and bell"),
        (
            "a\u{2028}ATTENDEE:mailto:x\u{2029}b\u{85}c",
            "a ATTENDEE:mailto:x b\nc",
        ),
        (
            "X-PROP;X=\"y\":z RRULE:FREQ=SECONDLY;COUNT=1000000000",
            "X-PROP;X=\"y\":z RRULE:FREQ=SECONDLY;COUNT=1000000000",
        ),
        (&long, &long),
    ]
    .into_iter()
    .map(|(text, left)| (text.to_owned(), left.to_owned()))
    .collect()
}

fn at(text: &str) -> Instant {
    parse_local(text).unwrap()
}

fn event(number: usize, text: &str, status: Status) -> Event {
    Event {
        id: format!("event-{number}"),
        sequence: u32::try_from(number).unwrap(),
        changed_at: at("2026-12-14T10:00"),
        span: Span::new(at("2027-02-03T09:00"), at("2027-02-03T12:30")).unwrap(),
        status,
        summary: text.to_owned(),
        place: text.to_owned(),
        description: text.to_owned(),
        link: "https://mado.example.jp/requests/0000000000001".to_owned(),
    }
}

/// A feed whose every text is hostile.
fn file() -> String {
    let states = [Status::Tentative, Status::Confirmed, Status::Cancelled];
    let events: Vec<Event> = hostile()
        .iter()
        .zip(states.into_iter().cycle())
        .enumerate()
        .map(|(number, ((text, _), status))| event(number, text, status))
        .collect();
    feed(&config(), Language::Ja, "予定\r\nBEGIN:VEVENT", &events)
}

/// A property as this program understands it, its text without the escapes.
fn value(component: &Component<'_>, name: &str) -> String {
    let found = component.find_prop(name);
    found.unwrap_or_else(|| panic!("no {name}")).val.to_string()
}

#[test]
fn d04_another_reader_sees_one_event_for_each_and_its_text_whole() {
    let text = file();
    let unfolded = unfold(&text);
    let calendar = read_calendar(&unfolded).unwrap();
    let events: Vec<&Component<'_>> = calendar
        .components
        .iter()
        .filter(|component| component.name == "VEVENT")
        .collect();
    let others = calendar.components.len() - events.len();
    assert_eq!((events.len(), others), (hostile().len(), 1));
    for (event, (_, left)) in events.iter().zip(hostile()) {
        assert!(event.components.is_empty());
        for name in ["SUMMARY", "LOCATION", "DESCRIPTION"] {
            assert_eq!(value(event, name), left, "{name}");
        }
        let names: Vec<&str> = event
            .properties
            .iter()
            .map(|one| one.name.as_str())
            .collect();
        let expected = [
            "UID",
            "DTSTAMP",
            "LAST-MODIFIED",
            "SEQUENCE",
            "DTSTART",
            "DTEND",
            "SUMMARY",
            "LOCATION",
            "STATUS",
            "TRANSP",
            "CLASS",
            "DESCRIPTION",
            "URL",
            "ORGANIZER",
        ];
        assert_eq!(names, expected);
    }
    insta::assert_snapshot!("hostile", text.replace('\r', ""));
}

#[test]
fn d04_every_line_is_short_and_no_character_is_cut() {
    let text = file();
    for line in text.split("\r\n") {
        assert!(
            line.len() <= 75 && !line.contains(['\r', '\n', '\0']),
            "{line:?}"
        );
    }
    assert_eq!(
        text.matches("\r\nBEGIN:VEVENT\r\n").count(),
        hostile().len()
    );
}

#[test]
fn g04_times_are_those_of_tokyo_wherever_the_reader_is() {
    let text = file();
    let unfolded = unfold(&text);
    let calendar = read_calendar(&unfolded).unwrap();
    let zone = calendar.components.first().unwrap();
    assert_eq!(value(zone, "TZID"), "Asia/Tokyo");
    let standard = zone.components.first().unwrap();
    assert_eq!(value(standard, "TZOFFSETFROM"), "+0900");
    assert_eq!(value(standard, "TZOFFSETTO"), "+0900");
    assert_eq!(zone.components.len(), 1, "no daylight saving time");
    let event = calendar.components.get(1).unwrap();
    let start = event.find_prop("DTSTART").unwrap();
    assert_eq!(start.val.to_string(), "20270203T090000");
    let zones: Vec<String> = start.params.iter().map(|one| format!("{one:?}")).collect();
    assert!(zones.concat().contains("Asia/Tokyo"), "{zones:?}");
    // 10:00 in Tokyo is 1:00 in UTC
    assert_eq!(value(event, "DTSTAMP"), "20261214T010000Z");
    assert_eq!(value(event, "LAST-MODIFIED"), "20261214T010000Z");
}

#[test]
fn every_state_of_a_booking_can_be_downloaded() {
    for (status, code) in [
        (Status::Tentative, "TENTATIVE"),
        (Status::Confirmed, "CONFIRMED"),
        (Status::Cancelled, "CANCELLED"),
    ] {
        let facts = facts(BookingNews::Confirmed, "x");
        let times = (at("2026-12-13T10:00"), at("2026-12-14T10:00"));
        let text = calendar(&config(), Language::En, (&facts, status), times);
        let unfolded = unfold(&text);
        let read = read_calendar(&unfolded).unwrap();
        let event = read.components.get(1).unwrap();
        assert_eq!(value(event, "STATUS"), code);
        assert_eq!(value(event, "LAST-MODIFIED"), "20261213T010000Z");
        assert_eq!(value(event, "DTSTAMP"), "20261214T010000Z");
    }
}
