//! The log: one line of JSON per event whatever somebody sends, and no secret in it.

use std::io::Write;
use std::sync::{Arc, Mutex, Once};

use crate::asking::filled;
use crate::house::House;
use crate::people::{PASSWORD, SATO};
use crate::world::CRYO;

/// What the whole test program logged so far.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The log of this program, written as `serve` writes it.
fn log() -> Log {
    static LOG: std::sync::LazyLock<Log> = std::sync::LazyLock::new(Log::default);
    static BEGIN: Once = Once::new();
    BEGIN.call_once(|| {
        let _ = tracing_subscriber::fmt()
            .json()
            .with_writer(|| LOG.clone())
            .try_init();
    });
    LOG.clone()
}

fn well_formed(line: &str) {
    let json = serde_json::from_str::<serde_json::Value>(line);
    assert!(json.is_ok(), "no JSON: {line}");
    assert!(line.len() <= 8 * 1024, "a line of {} bytes", line.len());
    let control = line.chars().any(char::is_control);
    assert!(!control, "a control character: {line}");
}

#[test]
fn d08_a_line_of_the_log_stays_a_line_and_tells_no_secret() {
    let log = log();
    let house = House::new();
    let client = house.signed_in(&SATO);
    let form = filled(&client, CRYO, "2027-02-03 09:00", 1440);
    let (sid, csrf) = (client.cookie("sid").unwrap(), client.csrf());
    let stranger = house.stranger();
    let signing = stranger
        .get("/signin")
        .form("/signin")
        .with("email", "nobody@example.jp\r\n{\"level\":\"ERROR\"}")
        .with("password", PASSWORD);
    stranger.submit(&signing);
    // refused, and logged with the path that was asked for
    for path in [
        "/requests",
        "/requests%0d%0aforged-line",
        "/requests%1b[31mred",
        "/requests/%0a%22%7d",
    ] {
        client
            .request("POST", path)
            .fields(&[("csrf", "wrong"), ("purpose", "forged\r\nline \u{1b}[31m")])
            .send();
    }
    client
        .request("POST", "/requests")
        .header("user-agent", &"x".repeat(6_000))
        .send();
    client
        .submit(&form.with("purpose", "秘密の目的"))
        .expect(303);
    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(
        text.contains("a form without our token was refused"),
        "it was logged"
    );
    text.lines().for_each(well_formed);
    for secret in [PASSWORD, &sid, &csrf, "秘密の目的", SATO.email] {
        assert!(!text.contains(secret), "the log tells {secret}");
    }
}
