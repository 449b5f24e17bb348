//! A small HTTP/1.1 client for measuring: one connection kept alive, answers with a known length.

use std::io::{Error, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// Longest head of an answer, in bytes.
const HEAD_LONGEST: usize = 32 * 1024;
/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// One connection.
pub struct Client {
    to: SocketAddr,
    stream: TcpStream,
    read: Vec<u8>,
}

/// An answer: its status and the length of its body.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    pub status: u16,
    pub bytes: usize,
}

impl Client {
    /// Connects.
    ///
    /// # Errors
    /// Nobody listens there.
    pub fn connect(to: SocketAddr) -> Result<Self, Error> {
        Ok(Self {
            to,
            stream: open(to)?,
            read: vec![0; HEAD_LONGEST],
        })
    }

    /// Sends a request and reads its answer whole. After an error the connection is made anew.
    ///
    /// # Errors
    /// The connection broke, or the answer can't be read.
    pub fn send(&mut self, request: &[u8]) -> Result<Answer, Error> {
        let answer = self.exchange(request);
        if answer.is_err() {
            self.stream = open(self.to)?;
        }
        answer
    }

    fn exchange(&mut self, request: &[u8]) -> Result<Answer, Error> {
        self.stream.write_all(request)?;
        let mut filled = 0;
        loop {
            let room = self.read.get_mut(filled..).unwrap_or_default();
            let count = self.stream.read(room)?;
            if count == 0 {
                return Err(Error::new(
                    ErrorKind::UnexpectedEof,
                    "the answer ended early",
                ));
            }
            filled += count;
            let so_far = self.read.get(..filled).unwrap_or_default();
            if let Some((head, answer)) = head(so_far)? {
                self.skip((head + answer.bytes).saturating_sub(filled))?;
                return Ok(answer);
            }
        }
    }

    /// Reads the rest of a body and forgets it.
    fn skip(&mut self, mut left: usize) -> Result<(), Error> {
        while left > 0 {
            let room = self.read.len().min(left);
            let room = self.read.get_mut(..room).unwrap_or_default();
            let count = self.stream.read(room)?;
            if count == 0 {
                return Err(Error::new(ErrorKind::UnexpectedEof, "the body ended early"));
            }
            left -= count;
        }
        Ok(())
    }
}

fn open(to: SocketAddr) -> Result<TcpStream, Error> {
    let stream = TcpStream::connect_timeout(&to, PATIENCE)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    Ok(stream)
}

/// The length of an answer's head and what it announces, once all of it is there.
fn head(bytes: &[u8]) -> Result<Option<(usize, Answer)>, Error> {
    let wrong = |what| Error::new(ErrorKind::InvalidData, what);
    let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else {
        return if bytes.len() < HEAD_LONGEST {
            Ok(None)
        } else {
            Err(wrong("the head of the answer is too long"))
        };
    };
    let text = bytes.get(..end).and_then(|head| str::from_utf8(head).ok());
    let mut lines = text
        .ok_or_else(|| wrong("the head is no text"))?
        .split("\r\n");
    let status = lines
        .next()
        .and_then(|line| line.split(' ').nth(1))
        .and_then(|status| status.parse().ok())
        .ok_or_else(|| wrong("the status can't be read"))?;
    let length = lines
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .and_then(|(_, length)| length.trim().parse().ok());
    match length {
        Some(bytes) => Ok(Some((end + 4, Answer { status, bytes }))),
        None if matches!(status, 204 | 304) => Ok(Some((end + 4, Answer { status, bytes: 0 }))),
        None => Err(wrong("the answer does not tell its length")),
    }
}

/// A GET of this path.
#[must_use]
pub fn look(host: &str, path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: {host}\r\naccept: text/html\r\n\r\n").into_bytes()
}

/// The same by the browser with this secret.
#[must_use]
pub fn look_as(host: &str, path: &str, secret: &str) -> Vec<u8> {
    format!(
        "GET {path} HTTP/1.1\r\nhost: {host}\r\ncookie: sid={secret}\r\naccept: text/html\r\n\r\n"
    )
    .into_bytes()
}

/// A POST of this form by the browser with this secret.
#[must_use]
pub fn deed(host: &str, path: &str, secret: &str, form: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\ncookie: sid={secret}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
        form.len()
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    /// Answers each connection with these pieces, one after the other.
    fn server(pieces: &'static [&'static str]) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut asked = [0; 1024];
            let _ = stream.read(&mut asked).unwrap();
            for piece in pieces {
                stream.write_all(piece.as_bytes()).unwrap();
                std::thread::sleep(Duration::from_millis(5));
            }
        });
        address
    }

    #[test]
    fn an_answer_in_pieces_is_read_whole() {
        let to = server(&[
            "HTTP/1.1 303 See",
            " Other\r\nContent-Le",
            "ngth: 5\r\n\r\nab",
            "cde",
        ]);
        let answer = Client::connect(to).unwrap().send(&look("x", "/")).unwrap();
        assert_eq!(
            answer,
            Answer {
                status: 303,
                bytes: 5
            }
        );
    }

    #[test]
    fn an_answer_without_a_length_or_cut_short_is_an_error() {
        let chunked = server(&["HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"]);
        assert!(Client::connect(chunked).unwrap().exchange(b"x").is_err());
        let short = server(&["HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc"]);
        assert!(Client::connect(short).unwrap().exchange(b"x").is_err());
    }
}
