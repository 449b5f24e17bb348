//! The courier of real houses: SMTP over TLS or not at all, one connection per letter.

use std::time::Duration;

use lettre::Message;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;

use crate::domain::delivery::Outcome;
use crate::notice::courier::message::Writer;
use crate::notice::parcel::Parcel;

/// Longest wait for each answer of the server.
const TIMEOUT: Duration = Duration::from_secs(30);

/// When the connection is encrypted: always, and before anything is said.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Encryption {
    /// From the first byte (`smtps://`).
    Wrapped,
    /// By STARTTLS, which the server must offer (`smtp://`).
    StartTls,
}

/// Where letters are handed in.
#[derive(Clone, PartialEq, Eq)]
struct Server {
    encryption: Encryption,
    host: String,
    port: u16,
    /// Name and password.
    login: Option<(String, String)>,
}

/// A mail server that takes our letters.
pub struct Smtp {
    server: Server,
    tls: TlsParameters,
    writer: Writer,
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Smtp({}:{})", self.server.host, self.server.port)
    }
}

/// Whose fault a refusal is, as far as SMTP can tell.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Step {
    /// Greeting, encryption, sign-in, sender: ours or the server's; the letter can wait.
    Before,
    /// Reader and content: a refusal for good is final.
    Letter,
    /// After the whole letter was handed over: without an answer nobody knows.
    After,
}

impl Smtp {
    /// The server at `smtps://USER:PASSWORD@HOST:PORT` or, with STARTTLS, `smtp://…`.
    ///
    /// # Errors
    /// The address can't be used; the text does not repeat it, because it holds a password.
    pub(super) fn open(url: &str, writer: Writer) -> Result<Self, String> {
        let server = Server::read(url)?;
        let tls = TlsParameters::new(server.host.clone())
            .map_err(|error| format!("the mail server can't be used: {error}"))?;
        Ok(Self {
            server,
            tls,
            writer,
        })
    }

    pub(super) fn carry(&self, parcel: &Parcel) -> Outcome {
        let message = match self.writer.write(parcel) {
            Ok(message) => message,
            Err(problem) => return Outcome::Never(problem),
        };
        match self.hand_in(&message) {
            Ok(()) => Outcome::Sent,
            Err((step, error)) => outcome(step, &error),
        }
    }

    /// Hands one message in, on a connection of its own: none is used again after an error.
    fn hand_in(&self, message: &Message) -> Result<(), (Step, Error)> {
        let mut connection = self.connect().map_err(|error| (Step::Before, error))?;
        let handed = converse(&mut connection, message);
        if handed.is_ok() {
            let _ = connection.quit();
        } else {
            connection.abort();
        }
        handed
    }

    /// Connects, encrypts and signs in.
    fn connect(&self) -> Result<SmtpConnection, Error> {
        let hello = ClientId::Domain(self.writer.host().to_owned());
        let address = (self.server.host.as_str(), self.server.port);
        let wrapped = match self.server.encryption {
            Encryption::Wrapped => Some(&self.tls),
            Encryption::StartTls => None,
        };
        let mut connection =
            SmtpConnection::connect(address, Some(TIMEOUT), &hello, wrapped, None)?;
        if wrapped.is_none() {
            // Fails if the server does not offer it; nothing of the letter was said so far.
            connection.starttls(&self.tls, &hello)?;
        }
        if let Some((name, password)) = &self.server.login {
            let credentials = Credentials::new(name.clone(), password.clone());
            connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials)?;
        }
        Ok(connection)
    }
}

/// Sender, reader, content.
fn converse(connection: &mut SmtpConnection, message: &Message) -> Result<(), (Step, Error)> {
    let envelope = message.envelope();
    let sender = envelope.from().cloned();
    connection
        .command(Mail::new(sender, Vec::new()))
        .map_err(|error| (Step::Before, error))?;
    for reader in envelope.to() {
        connection
            .command(Rcpt::new(reader.clone(), Vec::new()))
            .map_err(|error| (Step::Letter, error))?;
    }
    connection
        .command(Data)
        .map_err(|error| (Step::Letter, error))?;
    connection
        .message(&message.formatted())
        .map_err(|error| (Step::After, error))?;
    Ok(())
}

/// What a failure means for the letter.
fn outcome(step: Step, error: &Error) -> Outcome {
    let problem = shown(error);
    match step {
        Step::Letter | Step::After if error.is_permanent() => Outcome::Never(problem),
        Step::After if !error.is_transient() => Outcome::Unknown(problem),
        Step::Before => Outcome::Away(problem),
        Step::Letter | Step::After => Outcome::NotNow(problem),
    }
}

/// The error with its causes, on one line of bounded length.
fn shown(error: &Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        let said = inner.to_string();
        if !text.contains(&said) {
            text = format!("{text}: {said}");
        }
        cause = inner.source();
    }
    crate::domain::text::squash(&text)
        .chars()
        .take(300)
        .collect()
}

impl Server {
    fn read(url: &str) -> Result<Self, String> {
        let help =
            "write smtps://USER:PASSWORD@HOST:465, or smtp://USER:PASSWORD@HOST:587 for STARTTLS";
        let wrong = |what: &str| format!("the address of the mail server {what}; {help}");
        let (scheme, rest) = url
            .split_once("://")
            .ok_or_else(|| wrong("has no scheme"))?;
        let (encryption, usual) = match scheme {
            "smtps" => (Encryption::Wrapped, 465),
            "smtp" => (Encryption::StartTls, 587),
            _ => return Err(wrong("begins with another scheme")),
        };
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        if rest.contains(['/', '?', '#']) || rest.chars().any(|c| c.is_control() || c == ' ') {
            return Err(wrong("has more than user, host and port"));
        }
        let (login, place) = match rest.rsplit_once('@') {
            None => (None, rest),
            Some((login, place)) => {
                let (name, password) = login
                    .split_once(':')
                    .ok_or_else(|| wrong("has no password"))?;
                let decoded = decoded(name).zip(decoded(password));
                (
                    Some(decoded.ok_or_else(|| wrong("has a broken %XX"))?),
                    place,
                )
            }
        };
        let (host, port) = match place.rsplit_once(':') {
            Some((host, port)) => (host, port.parse().map_err(|_| wrong("has no such port"))?),
            None => (place, usual),
        };
        if host.is_empty() {
            return Err(wrong("names no host"));
        }
        Ok(Self {
            encryption,
            host: host.to_owned(),
            port,
            login,
        })
    }
}

/// A text with its `%XX` read.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            let digits = std::str::from_utf8(&digits).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests;
