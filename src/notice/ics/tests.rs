//! Calendar entries as calendars read them, and what hostile text can't do to them.

mod reading;

use super::*;
use crate::config::CourierSetting;
use crate::domain::id::{BookingId, UserId};
use crate::domain::name::Name;
use crate::domain::time::{Span, parse_local};
use crate::notice::ics::line::{LONGEST, parameter};

fn config() -> Config {
    Config {
        base_url: "https://mado.example.jp:8443".into(),
        listen: "127.0.0.1:0".parse().unwrap(),
        courier: CourierSetting::Memory,
        mail_from: "共用機器窓口 <madoguchi@mado.example.jp>".into(),
        demo: false,
        demo_accounts: Vec::new(),
    }
}

fn at() -> Instant {
    parse_local("2026-12-14T10:00").unwrap()
}

fn facts(about: BookingNews, resource: &str) -> BookingFacts {
    let at = |text| parse_local(text).unwrap();
    let name = |text: &str| Name {
        ja: text.into(),
        en: text.into(),
    };
    BookingFacts {
        about,
        booking: BookingId::new(1_955_000_000_000_000_000),
        sequence: 2,
        resource: name(resource),
        facility: name("クライオ電子顕微鏡施設"),
        institution: name("理化学研究所"),
        span: Span::new(at("2027-02-03T09:00"), at("2027-02-05T24:00")).unwrap(),
        applicant_user: UserId::new(1),
        applicant: "佐藤 恵".into(),
        applicant_institution: name("国立長寿医療研究センター"),
        by: Some("井上 玲".into()),
        reason: Some("理由".into()),
        waits_for: Vec::new(),
        fee_percent: None,
        suspended_until: None,
        other_span: None,
        rebook_until: None,
        credit_minutes: None,
        series: None,
        nearest: Vec::new(),
        given_back: Vec::new(),
        attendant: None,
        with: Vec::new(),
        entry: None,
    }
}

fn reader(language: Language) -> Recipient {
    Recipient {
        user: UserId::new(2),
        name: "森 健".into(),
        email: "mori@example.jp".into(),
        language,
    }
}

fn sent(about: BookingNews, resource: &str) -> String {
    let reader = reader(Language::Ja);
    entry(&config(), &reader, &facts(about, resource), at())
        .unwrap()
        .text
}

/// The lines as a calendar unfolds them.
fn unfolded(file: &str) -> Vec<String> {
    file.replace("\r\n ", "")
        .split("\r\n")
        .map(str::to_owned)
        .collect()
}

#[test]
fn entries_read_as_they_should() {
    let files = [
        sent(BookingNews::Confirmed, "クライオ電子顕微鏡"),
        sent(BookingNews::Cancelled, "クライオ電子顕微鏡"),
        calendar(
            &config(),
            Language::En,
            (
                &facts(BookingNews::Confirmed, "Cryo electron microscope"),
                Status::Tentative,
            ),
            (at().plus_minutes(-90), at()),
        ),
    ];
    insta::assert_snapshot!(files.join("\n").replace('\r', ""));
}

#[test]
fn an_entry_names_no_person_but_its_reader() {
    let attends = [BookingNews::Attends, BookingNews::AttendsNoMore];
    for about in [BookingNews::Confirmed, BookingNews::Cancelled]
        .into_iter()
        .chain(attends)
    {
        let file = unfolded(&sent(about, "クライオ電子顕微鏡")).concat();
        for other in ["佐藤", "井上", "理由", "国立長寿"] {
            assert!(!file.contains(other), "{file}");
        }
        assert!(file.contains("mailto:mori@example.jp"));
    }
    let own = calendar(
        &config(),
        Language::Ja,
        (&facts(BookingNews::Confirmed, "x"), Status::Confirmed),
        (at(), at()),
    );
    assert!(!own.contains("ATTENDEE") && own.contains("METHOD:PUBLISH"));
}

#[test]
fn whoever_attends_has_the_use_in_their_calendar_until_they_need_not() {
    let (comes, stays) = (BookingNews::Attends, BookingNews::AttendsNoMore);
    let (comes, stays) = (unfolded(&sent(comes, "x")), unfolded(&sent(stays, "x")));
    let has = |file: &[String], line: &str| file.iter().any(|one| one == line);
    assert!(has(&comes, "METHOD:REQUEST") && has(&comes, "STATUS:CONFIRMED"));
    assert!(has(&stays, "METHOD:CANCEL") && has(&stays, "STATUS:CANCELLED"));
    let link = "URL:https://mado.example.jp:8443/my/attendances";
    for file in [comes, stays] {
        let uid = format!(
            "UID:{}@mado.example.jp",
            facts(BookingNews::Attends, "x").booking
        );
        assert!(has(&file, &uid) && has(&file, link), "{file:?}");
    }
}

#[test]
fn a_cancellation_meets_the_entry_it_cancels() {
    let line = |file: &str, name: &str| {
        unfolded(file)
            .into_iter()
            .find(|line| line.starts_with(name))
            .unwrap()
    };
    let confirmed = sent(BookingNews::Confirmed, "x");
    let mut later = facts(BookingNews::Cancelled, "x");
    later.sequence = 3;
    let cancelled = entry(&config(), &reader(Language::En), &later, at()).unwrap();
    assert_eq!(line(&confirmed, "UID:"), line(&cancelled.text, "UID:"));
    let uid = format!("UID:{}@mado.example.jp", later.booking);
    assert_eq!(line(&confirmed, "UID:"), uid);
    assert_eq!(line(&confirmed, "SEQUENCE:"), "SEQUENCE:2");
    assert_eq!(line(&cancelled.text, "SEQUENCE:"), "SEQUENCE:3");
    assert_eq!(line(&cancelled.text, "METHOD:"), "METHOD:CANCEL");
    assert_eq!(line(&cancelled.text, "STATUS:"), "STATUS:CANCELLED");
}

#[test]
fn d04_hostile_text_makes_no_second_line_and_no_second_event() {
    let hostile = [
        "a\r\nATTACH;VALUE=URI:http://evil.example",
        "a\nEND:VEVENT\nBEGIN:VEVENT",
        "a\rBEGIN:VALARM",
        "\\n; , : \\",
        "\0NUL\0",
        "a\u{2028}ATTENDEE:mailto:x\u{2029}b\u{85}c",
        "X-PROP;X=\"y\":z\u{c}RRULE:FREQ=SECONDLY",
        &"漢".repeat(400),
        &"😀é".repeat(200),
    ];
    let plain = unfolded(&sent(BookingNews::Confirmed, "x")).len();
    for text in hostile {
        let file = sent(BookingNews::Confirmed, text);
        let lines = unfolded(&file);
        assert_eq!(lines.len(), plain, "{text:?}");
        assert_eq!(file.matches("\r\nBEGIN:VEVENT\r\n").count(), 1);
        assert!(
            !file
                .replace("\r\n", "")
                .contains(['\r', '\n', '\0', '\u{2028}'])
        );
        for physical in file.split("\r\n") {
            assert!(physical.len() <= LONGEST, "{} octets", physical.len());
        }
        assert!(lines.iter().any(|line| line.starts_with("SUMMARY:")));
        for name in ["ATTACH", "RRULE", "BEGIN:VALARM", "X-PROP"] {
            assert!(!lines.iter().any(|line| line.starts_with(name)), "{text:?}");
        }
    }
    let long = "漢".repeat(400);
    let said = unfolded(&sent(BookingNews::Confirmed, &long));
    assert!(
        said.contains(&format!("SUMMARY:{long}")),
        "folding lost a character"
    );
}

#[test]
fn d04_values_are_escaped() {
    let lines = unfolded(&sent(BookingNews::Confirmed, "a,b;c\\d\ne"));
    assert!(lines.contains(&"SUMMARY:a\\,b\\;c\\\\d\\ne".to_owned()));
    assert_eq!(
        mailto("o'x{y}%@example.jp"),
        "mailto:o%27x%7By%7D%25@example.jp"
    );
    assert_eq!(parameter("a\"b\r\nc"), "\"a'b c\"");
}

#[test]
fn what_calendars_were_told_decides_what_a_letter_tells_them() {
    let told = |about, entry_| {
        let facts = BookingFacts {
            entry: entry_,
            ..facts(about, "x")
        };
        let sent = entry(&config(), &reader(Language::Ja), &facts, at());
        sent.map(|sent| {
            let lines = unfolded(&sent.text);
            let status = lines.into_iter().find(|line| line.starts_with("STATUS:"));
            format!("{} {}", sent.method, status.unwrap())
        })
    };
    let said = |text: &str| Some(text.to_owned());
    assert_eq!(
        told(BookingNews::Held, Some(Status::Tentative)),
        said("REQUEST STATUS:TENTATIVE")
    );
    assert_eq!(
        told(BookingNews::Rejected, Some(Status::Cancelled)),
        said("CANCEL STATUS:CANCELLED")
    );
    assert_eq!(
        told(BookingNews::Released, Some(Status::Confirmed)),
        said("REQUEST STATUS:CONFIRMED")
    );
    assert_eq!(told(BookingNews::Rejected, None), None);
    // letters that waited from before
    assert_eq!(
        told(BookingNews::Cancelled, None),
        said("CANCEL STATUS:CANCELLED")
    );
}
