//! Files of drafts: what is taken, what is refused before it is kept, how they come back.

use std::time::{Duration, Instant};

use diesel::prelude::{ExpressionMethods, RunQueryDsl};
use madoguchi::store::schema::{rule_draft, rule_file};

use crate::client::{Answer, Client};
use crate::house::House;
use crate::officer::{DRAFT, NAKAJIMA, copy, house};

pub const FILES: &str = "/institution/rules/ncvc-imaging/draft/documents/1/files";
pub const DOCUMENT: &str = "/institution/rules/ncvc-imaging/draft/documents/1";
pub const BOUNDARY: &str = "----a";
pub const KIND: &str = "multipart/form-data; boundary=----a";
/// Twenty megabytes.
const MOST: usize = 20 * 1024 * 1024;

/// A part of an upload: its name, what its file is called, its content.
pub type Part<'a> = (&'a str, Option<&'a str>, &'a [u8]);

/// A PDF that does nothing.
pub fn good() -> Vec<u8> {
    b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << >>\n%%EOF\n".to_vec()
}

/// A PDF of this many bytes.
pub fn sized(bytes: usize) -> Vec<u8> {
    let mut pdf = good();
    let tail = pdf.split_off(pdf.len() - 6);
    pdf.resize(bytes - tail.len(), b' ');
    pdf.extend(tail);
    pdf
}

pub fn body(parts: &[Part<'_>]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, file, content) in parts {
        let file =
            file.map(|file| format!("; filename=\"{file}\"\r\ncontent-type: application/pdf"));
        let file = file.unwrap_or_default();
        body.extend(
            format!(
                "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n"
            )
            .bytes(),
        );
        body.extend(*content);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    body
}

/// Sends a file called `form.pdf` as the page does.
pub fn send(client: &Client, path: &str, content: &[u8]) -> Answer {
    send_as(client, path, "form.pdf", content)
}

fn send_as(client: &Client, path: &str, name: &str, content: &[u8]) -> Answer {
    let turn = client.get(DRAFT).form_turn();
    let csrf = client.csrf();
    let parts: [Part<'_>; 4] = [
        ("csrf", None, csrf.as_bytes()),
        ("turn", None, turn.as_bytes()),
        ("file_title_ja", None, "".as_bytes()),
        ("file", Some(name), content),
    ];
    client.request("POST", path).body(KIND, body(&parts)).send()
}

impl Answer {
    /// The turn of the draft that this page shows.
    fn form_turn(&self) -> String {
        let text = self.text();
        let rest = text
            .split_once("name=\"turn\" value=\"")
            .map(|(_, rest)| rest);
        rest.and_then(|rest| rest.split('"').next())
            .unwrap_or("0")
            .to_owned()
    }
}

pub fn begun() -> (House, Client) {
    let house = house();
    let client = house.signed_in(&NAKAJIMA);
    copy(&client);
    (house, client)
}

#[test]
fn e01_e02_e09_a_file_comes_back_as_a_download_that_can_do_nothing() {
    let (house, client) = begun();
    let name = "..\\..\\様式1 \u{202e}申請書.pdf";
    send_as(&client, FILES, name, &good()).expect(303);
    assert_eq!(house.count("rule_file where name = '様式1 申請書.pdf'"), 1);
    let page = client.get(DOCUMENT).expect(200);
    assert!(
        page.words().contains("様式1 申請書（PDF、65B）"),
        "{}",
        page.words()
    );
    let text = page.text();
    let at = text.find("/draft/files/").unwrap();
    let path = format!("{DRAFT}/files/{}", &text[at + 13..at + 26]);
    for range in ["", "bytes=0-,0-,0-", "bytes=", "bytes=5-2", "bytes=0-0"] {
        let file = client
            .request("GET", &path)
            .header("range", range)
            .send()
            .expect(200);
        assert_eq!(file.body, good(), "{range}");
        assert_eq!(file.header("content-type"), Some("application/pdf"));
        assert!(
            file.header("content-security-policy")
                .unwrap()
                .starts_with("sandbox;")
        );
        assert_eq!(file.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(file.header("cache-control"), Some("no-store"));
        assert!(
            file.header("content-disposition")
                .unwrap()
                .starts_with("attachment;")
        );
    }
    client
        .get(&format!("{DRAFT}/files/0000000000001"))
        .expect(404);
    house
        .signed_in(&crate::people::TAKAHASHI)
        .get(&path)
        .expect(404);
    // removed, it is gone at once
    let remove = page.form("/remove");
    client.submit(&remove).expect(303);
    client.get(&path).expect(404);
    assert_eq!(house.count("rule_file where kept_by = 1201"), 0);
}

#[test]
fn e02_e03_e04_what_is_no_harmless_pdf_is_refused_beside_its_field() {
    let (house, client) = begun();
    let acts = b"%PDF-1.7 << /OpenAction << /S /J#61vaScript /JS (x) >> >> %%EOF".to_vec();
    let html = b"%PDF-1.7 <html><script>alert(1)</script>".to_vec();
    let before = house.dump();
    for (name, content, said) in [
        ("a.pdf", acts, "開いたときに動作するもの"),
        ("a.pdf", html, "PDFファイルではありません"),
        (
            "a.svg",
            b"<svg onload=alert(1)/>".to_vec(),
            "PDFファイルではありません",
        ),
        ("a.pdf.exe", good(), "PDFファイルではありません"),
        (
            "a.pdf",
            b"PK\x03\x04 zip %%EOF".to_vec(),
            "PDFファイルではありません",
        ),
        ("", Vec::new(), "ファイルが選ばれていない"),
        ("a.pdf", Vec::new(), "中身がありません"),
    ] {
        let refused = send_as(&client, FILES, name, &content).expect(422);
        assert!(
            refused.words().contains(said),
            "{name}: {}",
            refused.words()
        );
        assert!(refused.text().contains("href=\"#file\""), "{name}");
    }
    let packed = client
        .request("POST", FILES)
        .body(KIND, body(&[("csrf", None, client.csrf().as_bytes())]))
        .header("content-encoding", "gzip")
        .send();
    packed.expect(415);
    assert_eq!(house.dump(), before);
}

#[test]
fn e05_twenty_megabytes_are_taken_and_one_byte_more_is_not() {
    let (house, client) = begun();
    send(&client, FILES, &sized(MOST)).expect(303);
    let refused = send(&client, FILES, &sized(MOST + 1)).expect(413);
    assert!(refused.words().contains("20MBまで"), "{}", refused.words());
    assert_eq!(house.count("rule_file where kept_by = 1201"), 1);
    // what is announced as too large is not even read
    let began = Instant::now();
    let head = format!(
        "POST {FILES} HTTP/1.1\r\nhost: {}\r\ncookie: sid={}\r\ncontent-type: {KIND}\r\ncontent-length: 10737418240\r\n\r\n",
        client.host(),
        client.cookie("sid").unwrap()
    );
    let answer = Answer::read(&client.raw(head.as_bytes()), true);
    assert_eq!(answer.status, 413);
    assert!(began.elapsed() < Duration::from_secs(2));
}

#[test]
fn e06_e07_files_that_nobody_names_are_swept_and_a_unit_has_its_quota() {
    let (house, client) = begun();
    send(&client, FILES, &good()).expect(303);
    // what a version names stays, what a discarded draft named goes
    crate::officer::publish(&client, "3.0", "2027-01-01").expect(303);
    crate::officer::begin(&client, "ncvc-imaging", "version 3.0").expect(303);
    send_as(&client, FILES, "second.pdf", &good()).expect(303);
    assert_eq!(house.count("rule_file where kept_by = 1201"), 2);
    client
        .submit(&client.get(DRAFT).form("/draft/discard"))
        .expect(303);
    assert_eq!(house.count("rule_file where name = 'form.pdf'"), 1);
    assert_eq!(house.count("rule_file where kept_by = 1201"), 1);
    // one that came without its row in a draft is swept after an hour
    crate::officer::begin(&client, "ncvc-imaging", "version 3.0").expect(303);
    send_as(&client, FILES, "lost.pdf", &good()).expect(303);
    diesel::update(rule_draft::table)
        .set(rule_draft::documents.eq("[]"))
        .execute(&mut house.conn())
        .unwrap();
    house
        .wait(madoguchi::jobs::sweep::turn(&house.rooms))
        .unwrap();
    assert_eq!(
        house.count("rule_file where kept_by = 1201"),
        2,
        "it may be on its way"
    );
    house.set_clock("2026-12-01 11:01");
    house
        .wait(madoguchi::jobs::sweep::turn(&house.rooms))
        .unwrap();
    assert_eq!(house.count("rule_file where kept_by = 1201"), 1);
}

#[test]
fn e07_the_files_of_a_unit_have_a_quota() {
    let (house, client) = begun();
    let unit = crate::world::facility(&mut house.conn(), "ncvc-imaging");
    for id in 11..=20_i64 {
        diesel::insert_into(rule_file::table)
            .values((
                rule_file::id.eq(id),
                rule_file::facility_id.eq(unit),
                rule_file::name.eq("old.pdf"),
                rule_file::size.eq(20_971_520_i64),
                rule_file::sha256.eq(""),
                rule_file::content.eq(b"x".to_vec()),
                rule_file::kept_at.eq(0),
            ))
            .execute(&mut house.conn())
            .unwrap();
    }
    let before = house.dump();
    let refused = send(&client, FILES, &good()).expect(422);
    assert!(
        refused.words().contains("合計が200MBを超えます"),
        "{}",
        refused.words()
    );
    assert_eq!(house.dump(), before);
}
