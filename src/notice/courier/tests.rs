//! Messages that hostile text can't change, and the couriers that keep letters.

use super::*;
use crate::domain::id::LetterId;
use crate::domain::time::Instant;
use crate::notice::parcel::{Composed, Entry};

const HOSTILE: [&str; 10] = [
    "x\r\nBcc: evil@example.com",
    "x\rBcc: evil@example.com",
    "x\nBcc: evil@example.com",
    "x\u{2028}Bcc: evil@example.com\u{2029}\u{85}",
    "=?utf-8?q?x=0ABcc:_evil@example.com?=",
    "\"x\" <evil@example.com>, \"y",
    "x\0y\u{7f}z",
    ".\r\n.\r\nMAIL FROM:<evil@example.com>",
    "x\r\n\r\n<b>body</b>",
    "佐藤\r\n 恵\tBcc:evil@example.com",
];

fn config(courier: CourierSetting) -> Config {
    Config {
        base_url: "https://mado.example.jp".into(),
        listen: "127.0.0.1:0".parse().unwrap(),
        courier,
        mail_from: "madoguchi@mado.example.jp".into(),
        demo: false,
        demo_accounts: Vec::new(),
    }
}

fn parcel(id: i64, to: &str, text: &str) -> Parcel {
    Parcel {
        id: LetterId::new(id),
        to: to.into(),
        at: Instant::from_unix(1_800_000_000),
        composed: Composed {
            sender: "共用機器窓口",
            subject: text.into(),
            text: text.into(),
            html: format!("<p>{text}</p>"),
            entry: Some(Entry {
                method: "REQUEST",
                text: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".into(),
            }),
        },
    }
}

fn formatted(parcel: &Parcel) -> String {
    let writer = Writer::of(&config(CourierSetting::Memory)).unwrap();
    String::from_utf8(writer.write(parcel).unwrap().formatted()).unwrap()
}

/// The names of the headers before the first empty line, folded lines joined.
fn header_names(message: &str) -> Vec<&str> {
    let (head, _) = message.split_once("\r\n\r\n").unwrap();
    head.split("\r\n")
        .filter(|line| !line.starts_with([' ', '\t']))
        .map(|line| line.split_once(':').unwrap().0)
        .collect()
}

#[test]
fn d05_nothing_typed_makes_a_header_or_a_reader() {
    let plain = header_names(&formatted(&parcel(1, "a@example.jp", "x")))
        .into_iter()
        .map(str::to_owned)
        .collect::<Vec<_>>();
    let long = "あ".repeat(10_000);
    for text in HOSTILE.into_iter().chain([long.as_str()]) {
        let message = formatted(&parcel(1, "a@example.jp", text));
        assert_eq!(header_names(&message), plain, "{text:?}");
        assert_eq!(message.matches("\r\nTo: a@example.jp\r\n").count(), 1);
        let (head, _) = message.split_once("\r\n\r\n").unwrap();
        assert!(!head.to_ascii_lowercase().contains("\r\nbcc"), "{message}");
        assert!(message.is_ascii());
        assert!(!message.replace("\r\n", "").contains(['\r', '\n', '\0']));
        assert!(message.split("\r\n").all(|line| line.len() <= 998));
        let writer = Writer::of(&config(CourierSetting::Memory)).unwrap();
        let envelope = writer.write(&parcel(1, "a@example.jp", text)).unwrap();
        assert_eq!(envelope.envelope().to().len(), 1);
    }
}

#[test]
fn d06_only_plain_addresses_are_written_to() {
    let writer = Writer::of(&config(CourierSetting::Memory)).unwrap();
    let long = format!("{}@example.jp", "a".repeat(320));
    for address in [
        "a@example.jp\nRCPT TO:<b@example.jp>",
        "a@example.jp\r\nBcc: b@example.jp",
        "\"a b\"@example.jp",
        "\"a\\\"\r\n\"@example.jp",
        "a@example.jp,c@example.jp",
        "a@example.jp, c@example.jp",
        "<a@example.jp>",
        "a@b@example.jp",
        "-oQ/tmp@example.jp",
        "a@例え.jp",
        "あ@example.jp",
        "a@[127.0.0.1]",
        "a@example",
        "a @example.jp",
        "",
        &long,
    ] {
        assert!(
            writer.write(&parcel(1, address, "x")).is_err(),
            "{address:?}"
        );
        let memory = Courier::open(&config(CourierSetting::Memory)).unwrap();
        assert!(matches!(
            memory.carry(&parcel(1, address, "x")),
            Outcome::Never(_)
        ));
        assert!(memory.sent().is_empty());
    }
    for address in ["a.b+c@example.jp", "o'x@sub.example.jp"] {
        let fine = writer.write(&parcel(1, address, "x")).is_ok();
        assert_eq!(fine, !address.contains('\''), "{address}");
    }
}

#[test]
fn a_message_has_text_html_and_entry_and_an_id_of_its_own() {
    let message = formatted(&parcel(7, "a@example.jp", "本文"));
    let id = LetterId::new(7);
    assert!(message.contains(&format!("Message-ID: <{id}@mado.example.jp>\r\n")));
    for part in [
        "multipart/mixed",
        "multipart/alternative",
        "filename=\"booking.ics\"",
        "text/plain; charset=utf-8",
        "text/html; charset=utf-8",
        "text/calendar; charset=utf-8; method=REQUEST",
        "Auto-Submitted: auto-generated\r\n",
        "Date: Fri, 15 Jan 2027 08:00:00 +0000\r\n",
    ] {
        assert!(message.contains(part), "{part}: {message}");
    }
}

#[test]
fn a_wrong_sender_is_told_at_start() {
    for sender in [
        "",
        "nobody",
        "a@b@c",
        "x <>",
        "a@example.jp\r\nBcc: b@example.jp",
    ] {
        let mut config = config(CourierSetting::Memory);
        config.mail_from = sender.into();
        assert!(Courier::open(&config).is_err(), "{sender:?}");
    }
    for sender in ["madoguchi@localhost", "共用機器窓口 <a@example.jp>"] {
        let mut config = config(CourierSetting::Memory);
        config.mail_from = sender.into();
        assert!(Courier::open(&config).is_ok(), "{sender:?}");
    }
}

#[test]
fn memory_keeps_the_last_thousand() {
    let courier = Courier::open(&config(CourierSetting::Memory)).unwrap();
    for id in 0..1_005 {
        assert_eq!(
            courier.carry(&parcel(id, "a@example.jp", "x")),
            Outcome::Sent
        );
    }
    let sent = courier.sent();
    assert_eq!(sent.len(), 1_000);
    assert_eq!(sent.first().unwrap().id, LetterId::new(5));
}

#[test]
fn a_folder_keeps_whole_letters_newest_first() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letters");
    let courier = Courier::open(&config(CourierSetting::Folder(path.clone()))).unwrap();
    for id in [1, 3, 2] {
        assert_eq!(
            courier.carry(&parcel(id, "a@example.jp", "本文")),
            Outcome::Sent
        );
    }
    let kept = courier.folder().unwrap();
    let ids: Vec<i64> = kept
        .newest(2)
        .iter()
        .map(|letter| letter.id.number())
        .collect();
    assert_eq!(ids, [3, 2]);
    assert_eq!(kept.one(LetterId::new(1)).unwrap().text, "本文");
    assert_eq!(kept.one(LetterId::new(9)), None);
    let mut names: Vec<String> = std::fs::read_dir(&path)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names.len(), 6);
    assert!(
        names
            .iter()
            .all(|name| name.ends_with(".eml") || name.ends_with(".json"))
    );
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(path.join(names.first().unwrap()))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o077, 0, "letters hold secrets");
}

#[test]
fn a_folder_that_is_gone_is_no_loss() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letters");
    let courier = Courier::open(&config(CourierSetting::Folder(path.clone()))).unwrap();
    std::fs::remove_dir_all(&path).unwrap();
    assert!(matches!(
        courier.carry(&parcel(1, "a@example.jp", "x")),
        Outcome::Away(_)
    ));
}
