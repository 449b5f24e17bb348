//! The message as mail servers read it: text, HTML and calendar entry, one reader, fixed headers.

use std::time::{Duration, SystemTime};

use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};

use crate::config::Config;
use crate::domain::text;
use crate::notice::parcel::{self, Entry, Parcel};

/// Writes messages of one house.
#[derive(Clone, Debug)]
pub(super) struct Writer {
    from: Address,
    name: Option<String>,
    host: String,
}

/// Tells other machines not to answer (RFC 3834). The value never changes.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

impl Writer {
    /// The writer for these settings.
    ///
    /// # Errors
    /// The sender's address is none.
    pub(super) fn of(config: &Config) -> Result<Self, String> {
        let setting = &config.mail_from;
        let wrong = |cause| format!("the sender of letters '{setting}' can't be used: {cause}");
        let name = setting
            .rsplit_once('<')
            .map(|(name, _)| text::squash(name.trim().trim_matches('"')))
            .filter(|name| !name.is_empty());
        let from = parcel::address(setting)
            .parse()
            .map_err(|error: lettre::address::AddressError| wrong(error.to_string()))?;
        Ok(Self {
            from,
            name,
            host: parcel::host(config).to_owned(),
        })
    }

    /// The name this machine gives itself when it greets another.
    pub(super) fn host(&self) -> &str {
        &self.host
    }

    /// The message for a letter. Nothing that people typed stands in its headers: the subject is
    /// ours, the reader is named by a checked address alone.
    ///
    /// # Errors
    /// The address is none that we write to.
    pub(super) fn write(&self, parcel: &Parcel) -> Result<Message, String> {
        if !text::is_email(&parcel.to) {
            return Err("the reader's address can't be used".to_owned());
        }
        let to: Address = parcel
            .to
            .parse()
            .map_err(|_| "the reader's address can't be used")?;
        let letter = &parcel.composed;
        let sender = self
            .name
            .clone()
            .unwrap_or_else(|| letter.sender.to_owned());
        let date = u64::try_from(parcel.at.unix()).unwrap_or_default();
        let mut parts = MultiPart::alternative()
            .singlepart(SinglePart::plain(crlf(&letter.text)))
            .singlepart(SinglePart::html(crlf(&letter.html)));
        if let Some(entry) = &letter.entry {
            let file = attached(entry)?;
            parts = MultiPart::mixed()
                .multipart(parts.singlepart(calendar(entry)?))
                .singlepart(file);
        }
        Message::builder()
            .from(Mailbox::new(Some(sender), self.from.clone()))
            .to(Mailbox::new(None, to))
            .date(SystemTime::UNIX_EPOCH + Duration::from_secs(date))
            .message_id(Some(format!("<{}@{}>", parcel.id, self.host)))
            .header(AutoSubmitted)
            .subject(text::squash(&letter.subject))
            .multipart(parts)
            .map_err(|error| error.to_string())
    }
}

/// The calendar entry as a part that calendars recognise.
fn calendar(entry: &Entry) -> Result<SinglePart, String> {
    let kind = format!("text/calendar; charset=utf-8; method={}", entry.method);
    let kind = ContentType::parse(&kind).map_err(|error| error.to_string())?;
    Ok(SinglePart::builder().header(kind).body(entry.text.clone()))
}

/// The same entry as a file, for mail programs that know no calendar.
fn attached(entry: &Entry) -> Result<SinglePart, String> {
    let kind = ContentType::parse("application/ics").map_err(|error| error.to_string())?;
    Ok(Attachment::new("booking.ics".to_owned()).body(entry.text.clone(), kind))
}

/// The text of a part: lines end with CR LF and hold no control characters, whatever was typed.
fn crlf(text: &str) -> String {
    text::clean_lines(text).replace('\n', "\r\n") + "\r\n"
}
