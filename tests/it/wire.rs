//! Requests as no browser sends them: slow, endless, of two lengths, with paths of two readings.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::client::{Answer, Client};
use crate::house::House;
use crate::people::SATO;

const FORM: &str = "application/x-www-form-urlencoded";

/// A request by hand: its lines after the first, and its body.
fn by_hand(client: &Client, first: &str, lines: &[&str], body: &str) -> Option<u16> {
    let mut text = format!("{first}\r\n");
    for line in lines {
        text.push_str(&line.replace("HOST", &client.host()));
        text.push_str("\r\n");
    }
    let bytes = client.raw(format!("{text}\r\n{body}").as_bytes());
    (!bytes.is_empty()).then(|| Answer::read(&bytes, true).status)
}

#[test]
fn f01_a_slow_body_is_not_waited_for() {
    let house = House::patient(Duration::from_millis(300));
    let client = house.signed_in(&SATO);
    let head = format!(
        "POST /requests HTTP/1.1\r\nhost: {}\r\ncookie: sid={}\r\ncontent-type: {FORM}\r\ncontent-length: 1000\r\n\r\n",
        client.host(),
        client.cookie("sid").unwrap()
    );
    let mut stream = TcpStream::connect(client.host()).unwrap();
    stream.write_all(head.as_bytes()).unwrap();
    let began = Instant::now();
    let mut dripping = stream.try_clone().unwrap();
    let drip = std::thread::spawn(move || {
        while dripping.write_all(b"a").is_ok() && began.elapsed() < Duration::from_secs(5) {
            std::thread::sleep(Duration::from_millis(50));
        }
    });
    stream
        .set_read_timeout(Some(Duration::from_secs(5)))
        .unwrap();
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"HTTP/1.1 408");
    assert!(
        began.elapsed() < Duration::from_secs(3),
        "{:?}",
        began.elapsed()
    );
    // and the connection is closed behind it
    let _ = stream.read_to_end(&mut Vec::new());
    assert!(
        began.elapsed() < Duration::from_secs(4),
        "{:?}",
        began.elapsed()
    );
    drip.join().unwrap();
    // others were served all the while
    client.get("/my/requests").expect(200);
}

#[test]
fn f02_a_body_too_large_is_refused_before_it_is_read() {
    let house = House::new();
    let client = house.signed_in(&SATO);
    let before = house.dump();
    let sid = format!("cookie: sid={}", client.cookie("sid").unwrap());
    let kind = format!("content-type: {FORM}");
    let common = ["host: HOST", &sid, &kind, "connection: close"];
    let announced = ["262145", "10737418240", "18446744073709551615"]
        .map(|length| (format!("content-length: {length}"), "POST /requests", 413));
    let endless = ["POST /requests", "GET /my/requests"]
        .map(|first| ("transfer-encoding: chunked".to_owned(), first, 411));
    let chunks = format!("4000\r\n{}\r\n", "a".repeat(0x4000)).repeat(20);
    std::thread::scope(|scope| {
        for (line, first, status) in announced.into_iter().chain(endless) {
            let (client, chunks, common) = (&client, &chunks, &common);
            scope.spawn(move || {
                let began = Instant::now();
                let lines = [&common[..], &[line.as_str()]].concat();
                let answered = by_hand(client, &format!("{first} HTTP/1.1"), &lines, chunks);
                assert_eq!(answered, Some(status), "{line}");
                assert!(
                    began.elapsed() < Duration::from_secs(5),
                    "{line}: not closed"
                );
            });
        }
    });
    assert_eq!(house.dump(), before);
}

/// What two servers in a row could read differently; HOST stands for our own.
const AMBIGUOUS: [(&str, &str); 10] = [
    (
        "two lengths",
        "host: HOST|content-length: 3|content-length: 4",
    ),
    (
        "a length and chunks",
        "host: HOST|content-length: 3|transfer-encoding: chunked",
    ),
    ("a signed length", "host: HOST|content-length: +3"),
    ("a negative length", "host: HOST|content-length: -3"),
    ("a length that is none", "host: HOST|content-length: 3x"),
    ("a space before the colon", "host: HOST|content-length : 3"),
    (
        "an unknown coding",
        "host: HOST|transfer-encoding: xchunked",
    ),
    ("no host", "content-length: 3"),
    (
        "two hosts",
        "host: HOST|host: evil.example|content-length: 3",
    ),
    ("another host", "host: evil.example|content-length: 3"),
];

#[test]
fn f03_what_two_servers_could_read_differently_is_refused() {
    let house = House::new();
    let client = house.signed_in(&SATO);
    for (name, lines) in AMBIGUOUS {
        let lines: Vec<&str> = lines.split('|').chain(["connection: close"]).collect();
        let status = by_hand(&client, "POST /requests HTTP/1.1", &lines, "a=1");
        assert!(
            status.is_none_or(|status| (400..500).contains(&status)),
            "{name}: {status:?}"
        );
    }
    let lines = ["host: HOST", "connection: close"];
    let elsewhere = by_hand(&client, "GET http://evil.example/ HTTP/1.1", &lines, "");
    assert_eq!(elsewhere, Some(421));
    for method in ["TRACE", "CONNECT", "PROPFIND", "BREW"] {
        let status = by_hand(
            &client,
            &format!("{method} /my/requests HTTP/1.1"),
            &lines,
            "",
        );
        assert!(
            status.is_none_or(|status| (400..500).contains(&status)),
            "{method}: {status:?}"
        );
    }
}

#[test]
fn f12_a_path_has_one_reading() {
    let house = House::new();
    let client = house.signed_in(&SATO);
    for path in [
        "//manage/requests",
        "/./manage/requests",
        "/x/../manage/requests",
        "/..;/manage/requests",
        "/%2e%2e/manage/requests",
        "/manage;jsessionid=1/requests",
        "/manage/requests/",
        "/manage/requests.",
        "/MANAGE/requests",
        "/en/en/manage/requests",
        "/%6danage/requests",
        "/en/%6danage/requests",
        "/admin/letters/",
        "/%61dmin/letters",
    ] {
        let status = client.get(path).status;
        assert!([400, 403, 404].contains(&status), "{path}: {status}");
        let stranger = house.stranger().get(path).status;
        assert!([303, 400, 404].contains(&stranger), "{path}: {stranger}");
    }
    for path in [
        "/.git/config",
        "/.env",
        "/madoguchi.db",
        "/metrics",
        "/debug",
        "/static/",
        "/static/../Cargo.toml",
    ] {
        assert_eq!(client.get(path).status, 404, "{path}");
    }
}
