//! SMTP against servers that misbehave: nothing in the clear, and each failure sorted by its step.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::JoinHandle;

use super::*;
use crate::config::{Config, CourierSetting};
use crate::domain::id::LetterId;
use crate::domain::time::Instant;
use crate::notice::parcel::Composed;

fn writer() -> Writer {
    Writer::of(&Config {
        base_url: "https://mado.example.jp".into(),
        listen: "127.0.0.1:0".parse().unwrap(),
        courier: CourierSetting::Memory,
        mail_from: "madoguchi@mado.example.jp".into(),
        demo: false,
        demo_accounts: Vec::new(),
    })
    .unwrap()
}

fn parcel(text: &str) -> Parcel {
    Parcel {
        id: LetterId::new(1),
        to: "reader@example.jp".into(),
        at: Instant::from_unix(1_800_000_000),
        composed: Composed {
            sender: "Madoguchi",
            subject: "Subject".into(),
            text: text.into(),
            html: "<p>x</p>".into(),
            entry: None,
        },
    }
}

/// A server of one connection: answers each line by `answer` (nothing: hang up) and returns what it heard.
fn server(
    answer: impl Fn(&str) -> Option<String> + Send + 'static,
) -> (u16, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = std::thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        converse_as_server(stream, answer)
    });
    (port, heard)
}

fn converse_as_server(
    mut stream: TcpStream,
    answer: impl Fn(&str) -> Option<String>,
) -> Vec<String> {
    let mut heard = Vec::new();
    let mut content = false;
    stream.write_all(b"220 test\r\n").unwrap();
    for line in BufReader::new(stream.try_clone().unwrap()).lines() {
        let Ok(line) = line else { break };
        heard.push(line.clone());
        if content && line != "." {
            continue;
        }
        let Some(said) = answer(&line) else { break };
        content = said.starts_with("354");
        if stream.write_all(format!("{said}\r\n").as_bytes()).is_err() || line == "QUIT" {
            break;
        }
    }
    heard
}

/// What a patient server answers, except to lines that begin with `odd`.
fn except(odd: &'static str, said: Option<&'static str>) -> impl Fn(&str) -> Option<String> + Send {
    move |line| {
        if line == odd || (odd != "." && line.starts_with(odd)) {
            return said.map(str::to_owned);
        }
        Some(
            match line.split_whitespace().next().unwrap_or_default() {
                "EHLO" => "250-test\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME",
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 fine",
            }
            .to_owned(),
        )
    }
}

/// Hands a letter to a server without encryption, past the door that real letters go through.
fn hand_in_bare(port: u16, text: &str) -> Outcome {
    let hello = ClientId::Domain("mado.example.jp".into());
    let timeout = Some(Duration::from_secs(5));
    let mut connection =
        SmtpConnection::connect(("127.0.0.1", port), timeout, &hello, None, None).unwrap();
    let message = writer().write(&parcel(text)).unwrap();
    match converse(&mut connection, &message) {
        Ok(()) => {
            let _ = connection.quit();
            Outcome::Sent
        }
        Err((step, error)) => {
            connection.abort();
            outcome(step, &error)
        }
    }
}

fn said_to(odd: &'static str, said: Option<&'static str>) -> Outcome {
    let (port, heard) = server(except(odd, said));
    let outcome = hand_in_bare(port, "x");
    heard.join().unwrap();
    outcome
}

#[test]
fn a_server_without_starttls_hears_no_password_and_no_letter() {
    for login in ["user:secret@", ""] {
        let (port, heard) = server(except("STARTTLS", Some("502 no")));
        let url = format!("smtp://{login}127.0.0.1:{port}");
        let smtp = Smtp::open(&url, writer()).unwrap();
        let outcome = smtp.carry(&parcel("x"));
        let heard = heard.join().unwrap();
        let harmless = |line: &String| line.starts_with("EHLO") || line == "QUIT";
        assert!(heard.iter().all(harmless), "{heard:?}");
        assert!(matches!(outcome, Outcome::Away(_)), "{outcome:?}");
    }
}

#[test]
fn a_server_that_breaks_its_word_on_starttls_hears_nothing_either() {
    let (port, heard) = server(|line| {
        Some(match line {
            line if line.starts_with("EHLO") => {
                "250-test\r\n250-AUTH PLAIN LOGIN\r\n250 STARTTLS".to_owned()
            }
            "STARTTLS" => "220 go on".to_owned(),
            _ => "500 what".to_owned(),
        })
    });
    let url = format!("smtp://user:secret@127.0.0.1:{port}");
    let smtp = Smtp::open(&url, writer()).unwrap();
    assert!(matches!(smtp.carry(&parcel("x")), Outcome::Away(_)));
    let heard = heard.join().unwrap().join("\n");
    for word in ["AUTH", "MAIL", "secret", "Subject"] {
        assert!(!heard.contains(word), "{heard}");
    }
}

#[test]
fn a_server_that_is_not_there_means_not_now() {
    for scheme in ["smtp", "smtps"] {
        let smtp = Smtp::open(&format!("{scheme}://127.0.0.1:1"), writer()).unwrap();
        assert!(matches!(smtp.carry(&parcel("x")), Outcome::Away(_)));
    }
}

#[test]
fn refusals_are_final_only_where_they_concern_the_letter() {
    assert_eq!(said_to("nothing", None), Outcome::Sent);
    for code in ["550 no", "451 later"] {
        assert!(matches!(said_to("MAIL", Some(code)), Outcome::Away(_)));
    }
    for (odd, code) in [
        ("RCPT", "450 later"),
        ("DATA", "451 later"),
        (".", "451 later"),
    ] {
        let outcome = said_to(odd, Some(code));
        assert!(
            matches!(outcome, Outcome::NotNow(_)),
            "{odd} {code}: {outcome:?}"
        );
    }
    for (odd, code) in [
        ("RCPT", "550 no such user"),
        ("DATA", "554 no"),
        (".", "552 too large"),
    ] {
        let outcome = said_to(odd, Some(code));
        assert!(
            matches!(outcome, Outcome::Never(_)),
            "{odd} {code}: {outcome:?}"
        );
    }
}

#[test]
fn a_connection_lost_before_the_end_is_not_now_and_after_it_unknown() {
    assert!(matches!(said_to("MAIL", None), Outcome::Away(_)));
    for odd in ["RCPT", "DATA"] {
        assert!(matches!(said_to(odd, None), Outcome::NotNow(_)), "{odd}");
    }
    assert!(matches!(said_to(".", None), Outcome::Unknown(_)));
}

#[test]
fn d05_a_letter_can_not_speak_to_the_server() {
    let (port, heard) = server(except("nothing", None));
    let text = ".\r\n.\r\nRSET\r\nMAIL FROM:<evil@example.com>\r\n";
    assert_eq!(hand_in_bare(port, text), Outcome::Sent);
    let heard = heard.join().unwrap();
    assert_eq!(
        heard.iter().filter(|line| *line == ".").count(),
        1,
        "{heard:?}"
    );
    assert_eq!(
        heard.iter().filter(|line| line.starts_with("RCPT")).count(),
        1
    );
    let end = heard.iter().position(|line| line == ".").unwrap();
    assert_eq!(heard.get(end + 1..).unwrap(), ["QUIT"]);
}

#[test]
fn addresses_of_servers_are_read_strictly() {
    let server = Server::read("smtps://madoguchi%40x:p%3Ass%2F@mail.example.jp").unwrap();
    assert_eq!(server.encryption, Encryption::Wrapped);
    assert_eq!(
        (server.host.as_str(), server.port),
        ("mail.example.jp", 465)
    );
    assert_eq!(server.login, Some(("madoguchi@x".into(), "p:ss/".into())));
    let server = Server::read("smtp://mail.example.jp:2525/").unwrap();
    assert_eq!(
        (server.encryption, server.port),
        (Encryption::StartTls, 2525)
    );
    for wrong in [
        "mail.example.jp",
        "http://mail.example.jp",
        "smtp+plain://x",
        "smtp://",
        "smtp://user@host",
        "smtp://secret:%zz@host",
        "smtp://host:port",
        "smtp://host?tls=none",
        "smtp://host/path",
        "smtp://ho st",
    ] {
        let error = Server::read(wrong).map(|_| ()).unwrap_err();
        assert!(!error.contains("secret"), "{error}");
    }
    let smtp = Smtp::open("smtps://user:secret@mail.example.jp", writer()).unwrap();
    assert!(!format!("{smtp:?}").contains("secret"));
}
