//! Uploads as no page of ours sends them: cut off, of two lengths, of another form, from elsewhere.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::house::House;
use crate::officer::{NAKAJIMA, copy, form};
use crate::upload::{DOCUMENT, FILES, KIND, Part, begun, body, good, sized};

#[test]
fn e05_a_body_without_length_or_not_as_our_page_sends_it_is_refused_whole() {
    let (house, client) = begun();
    let before = house.dump();
    let (csrf, pdf) = (client.csrf(), good());
    let (csrf, turn) = (csrf.as_bytes(), "1".as_bytes());
    let token: Part<'_> = ("csrf", None, csrf);
    let file: Part<'_> = ("file", Some("a.pdf"), &pdf);
    let post = |kind: &str, body: Vec<u8>| client.request("POST", FILES).body(kind, body).send();
    let many: Vec<Part<'_>> = std::iter::once(token)
        .chain(std::iter::repeat_n(("turn", None, turn), 10_000))
        .chain([file])
        .collect();
    let long = vec![b'x'; 5_000];
    for (what, status, parts) in [
        ("no file", 400, vec![token]),
        (
            "a field after the file",
            400,
            vec![token, file, ("turn", None, turn)],
        ),
        ("two files", 400, vec![token, file, file]),
        ("a field twice", 400, vec![token, token, file]),
        (
            "the file under another name",
            400,
            vec![token, ("other", Some("a.pdf"), &pdf)],
        ),
        (
            "a file without a name",
            400,
            vec![token, ("file", None, &pdf)],
        ),
        ("ten thousand parts", 400, many),
        (
            "a field that is too long",
            413,
            vec![token, ("turn", None, &long), file],
        ),
    ] {
        assert_eq!(post(KIND, body(&parts)).status, status, "{what}");
    }
    assert_eq!(house.dump(), before);
}

#[test]
fn e05_boundaries_lengths_and_types_are_what_they_say() {
    let (house, client) = begun();
    let before = house.dump();
    let (csrf, pdf) = (client.csrf(), good());
    let token: Part<'_> = ("csrf", None, csrf.as_bytes());
    let post = |kind: &str, body: Vec<u8>| client.request("POST", FILES).body(kind, body).send();
    let good = body(&[token, ("turn", None, b"1"), ("file", Some("a.pdf"), &pdf)]);
    for (what, kind, sent) in [
        ("no boundary", "multipart/form-data", good.clone()),
        (
            "another boundary",
            "multipart/form-data; boundary=b",
            good.clone(),
        ),
        (
            "an empty boundary",
            "multipart/form-data; boundary=",
            good.clone(),
        ),
        ("cut off", KIND, good[..good.len() / 2].to_vec()),
        ("nothing", KIND, Vec::new()),
        ("no parts", KIND, b"--------a--\r\n".to_vec()),
    ] {
        assert_eq!(post(kind, sent).status, 400, "{what}");
    }
    for kind in [
        "application/x-www-form-urlencoded",
        "application/pdf",
        "multipart/mixed; boundary=----a",
    ] {
        assert_eq!(post(kind, good.clone()).status, 415, "{kind}");
    }
    let chunked = client.request("POST", FILES).body(KIND, Vec::new());
    let chunked = chunked.header("transfer-encoding", "chunked").send();
    assert!(matches!(chunked.status, 400 | 411), "{}", chunked.status);
    assert_eq!(house.dump(), before);
}

#[test]
fn c01_a_file_from_another_page_is_not_read() {
    let (house, client) = begun();
    let pdf = good();
    let own = client.csrf();
    let other = house.signed_in(&NAKAJIMA).csrf();
    let before = house.dump();
    let with = |token: &str| {
        let file: Part<'_> = ("file", Some("a.pdf"), &pdf);
        body(&[("csrf", None, token.as_bytes()), ("turn", None, b"1"), file])
    };
    for token in ["", "0", other.as_str()] {
        client
            .request("POST", FILES)
            .body(KIND, with(token))
            .send()
            .expect(403);
    }
    let late: [Part<'_>; 3] = [
        ("turn", None, b"1"),
        ("csrf", None, own.as_bytes()),
        ("file", Some("a.pdf"), &pdf),
    ];
    client
        .request("POST", FILES)
        .body(KIND, body(&late))
        .send()
        .expect(400);
    for (header, value) in [
        ("sec-fetch-site", "cross-site"),
        ("origin", "https://evil.example"),
        ("origin", "null"),
    ] {
        let sent = client
            .request("POST", FILES)
            .body(KIND, with(&own))
            .header(header, value);
        sent.send().expect(403);
    }
    assert_eq!(house.dump(), before);
    client
        .request("POST", FILES)
        .body(KIND, with(&own))
        .send()
        .expect(303);
}

#[test]
fn e06_f01_an_upload_that_stops_or_drips_leaves_nothing() {
    let house = House::patient(Duration::from_millis(300));
    house.set_clock("2026-12-01 10:00");
    crate::officer::settle(&house);
    let client = house.signed_in(&NAKAJIMA);
    copy(&client);
    let before = house.dump();
    let all = body(&[
        ("csrf", None, client.csrf().as_bytes()),
        ("turn", None, b"1"),
        ("file", Some("a.pdf"), &sized(400_000)),
    ]);
    let head = format!(
        "POST {FILES} HTTP/1.1\r\nhost: {}\r\ncookie: sid={}\r\ncontent-type: {KIND}\r\ncontent-length: {}\r\n\r\n",
        client.host(),
        client.cookie("sid").unwrap(),
        all.len()
    );
    // broken off after each 64 kB
    for end in (0..all.len()).step_by(64 * 1024) {
        let mut stream = TcpStream::connect(client.host()).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(&all[..end]).unwrap();
        drop(stream);
    }
    // and one that keeps the line open without a byte more than it must
    let began = Instant::now();
    let mut stream = TcpStream::connect(client.host()).unwrap();
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(&all[..1_000]).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(5)))
        .unwrap();
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"HTTP/1.1 408");
    assert!(began.elapsed() < Duration::from_secs(3));
    assert_eq!(house.dump(), before);
    form(&client, DOCUMENT);
}
