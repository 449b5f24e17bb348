//! A small browser: keeps cookies, posts forms, follows redirects only when told to.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Mutex;
use std::time::Duration;

use madoguchi::secret::token::Token;
use madoguchi::web::form::encode;

use crate::form::{self, Form};

/// One browser of one person.
pub struct Client {
    port: u16,
    cookies: Mutex<BTreeMap<String, String>>,
}

/// An answer, whole.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// A request on its way to being sent; a browser's headers stand in it already.
pub struct Request<'a> {
    client: &'a Client,
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: Option<Vec<u8>>,
}

impl Client {
    pub fn new(port: u16) -> Self {
        Self {
            port,
            cookies: Mutex::default(),
        }
    }

    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Gives this browser a cookie.
    pub fn keep(&self, name: &str, value: &str) {
        let mut cookies = self.cookies.lock().unwrap();
        cookies.insert(name.to_owned(), value.to_owned());
    }

    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    /// The token that this browser's forms must carry, once it has its secret.
    pub fn csrf(&self) -> String {
        let token = self.cookie("sid").and_then(|text| Token::read(&text));
        token.map(|token| token.derive("form")).unwrap_or_default()
    }

    pub fn get(&self, path: &str) -> Answer {
        self.request("GET", path).send()
    }

    /// Posts these fields and this browser's form token.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let csrf = self.csrf();
        let mut all = vec![("csrf", csrf.as_str())];
        all.extend(fields);
        self.request("POST", path).fields(&all).send()
    }

    /// Sends a form as it stands.
    pub fn submit(&self, form: &Form) -> Answer {
        let fields: Vec<(&str, &str)> = form.pairs().collect();
        self.request("POST", &form.action).fields(&fields).send()
    }

    /// Looks where a redirect leads.
    pub fn follow(&self, answer: &Answer) -> Answer {
        assert_eq!(answer.status, 303, "no redirect: {}", answer.text());
        self.get(answer.header("location").unwrap())
    }

    pub fn request(&self, method: &str, path: &str) -> Request<'_> {
        let mut request = Request {
            client: self,
            method: method.to_owned(),
            path: path.to_owned(),
            headers: Vec::new(),
            body: None,
        };
        let cookies = self.cookies.lock().unwrap();
        if !cookies.is_empty() {
            let all: Vec<String> = cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
            request = request.header("cookie", &all.join("; "));
        }
        request = request
            .header("host", &self.host())
            .header("sec-fetch-site", "same-origin");
        if method == "POST" {
            let origin = format!("http://{}", self.host());
            request = request.header("origin", &origin);
        }
        request
    }

    /// Bytes as they are on a connection of their own, and whatever comes back until it closes.
    pub fn raw(&self, bytes: &[u8]) -> Vec<u8> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(40)))
            .unwrap();
        // a server that has refused already may close before it read everything
        let _ = stream.write_all(bytes);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        answer
    }
}

impl Request<'_> {
    /// Sets a header; the same one given before is gone. An empty value takes it away.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        if !value.is_empty() {
            self.headers.push((name.to_owned(), value.to_owned()));
        }
        self
    }

    pub fn fields(self, fields: &[(&str, &str)]) -> Self {
        let pairs: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect();
        self.body("application/x-www-form-urlencoded", pairs.join("&"))
    }

    pub fn body(mut self, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self.header("content-type", kind)
    }

    pub fn send(self) -> Answer {
        let body = self.body.unwrap_or_default();
        let mut text = format!("{} {} HTTP/1.1\r\n", self.method, self.path);
        for (name, value) in &self.headers {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        if self.method != "GET" && self.method != "HEAD" {
            text.push_str(&format!("content-length: {}\r\n", body.len()));
        }
        text.push_str("connection: close\r\n\r\n");
        let mut bytes = text.into_bytes();
        bytes.extend_from_slice(&body);
        let answer = Answer::read(&self.client.raw(&bytes), self.method == "HEAD");
        for cookie in answer.all("set-cookie") {
            let pair = cookie.split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').unwrap();
            self.client.keep(name, value);
        }
        answer
    }
}

impl Answer {
    /// Reads one answer as it came over the wire.
    pub fn read(bytes: &[u8], headers_only: bool) -> Self {
        let end = bytes
            .windows(4)
            .position(|part| part == b"\r\n\r\n")
            .unwrap_or_else(|| panic!("no answer: {:?}", String::from_utf8_lossy(bytes)));
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.split("\r\n");
        let status = lines.next().unwrap().split(' ').nth(1).unwrap();
        let headers: Vec<(String, String)> = lines
            .map(|line| line.split_once(':').unwrap())
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        let chunked = headers
            .iter()
            .any(|(name, value)| name == "transfer-encoding" && value == "chunked");
        let body = &bytes[end + 4..];
        let body = if chunked && !headers_only {
            whole(body)
        } else {
            body.to_vec()
        };
        Self {
            status: status.parse().unwrap(),
            headers,
            body,
        }
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.headers
            .iter()
            .filter(move |(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// The form that posts to an address which contains this.
    #[track_caller]
    pub fn form(&self, action: &str) -> Form {
        form::find(&self.text(), action).unwrap_or_else(|| {
            panic!(
                "no form posts to {action} in this {}:\n{}",
                self.status,
                self.words()
            )
        })
    }

    /// The page without its tags, for messages and for looking for sentences.
    pub fn words(&self) -> String {
        form::words(&self.text())
    }

    /// Fails unless the answer has this status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.words());
        self
    }
}

/// Puts the chunks of a body together.
fn whole(mut chunks: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(line) = chunks.windows(2).position(|pair| pair == b"\r\n") {
        let size = String::from_utf8_lossy(&chunks[..line]).into_owned();
        let size = usize::from_str_radix(size.trim(), 16).unwrap();
        if size == 0 {
            break;
        }
        body.extend_from_slice(&chunks[line + 2..line + 2 + size]);
        chunks = &chunks[line + 4 + size..];
    }
    body
}
