//! One VEVENT: what a calendar is told of one use, training or outage.

use crate::config::Config;
use crate::domain::letter::entry::Status;
use crate::domain::time::{Instant, Span};
use crate::notice::ics::line::{escaped, folded, parameter, tokyo, utc};
use crate::notice::parcel;

/// An event as calendars take it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// Stays the same for the whole life of what it is about; the house's name is added.
    pub id: String,
    /// Grows with each change.
    pub sequence: u32,
    pub changed_at: Instant,
    pub span: Span,
    pub status: Status,
    pub summary: String,
    pub place: String,
    pub description: String,
    /// Its page, with host and language.
    pub link: String,
}

impl Event {
    /// The lines from BEGIN to END. `stamp` is when this account of it was given, and `more` are
    /// properties of one occasion.
    pub(super) fn written(&self, config: &Config, stamp: Instant, more: &[String]) -> String {
        let is_over = self.status == Status::Cancelled;
        let mut lines = vec![
            format!("UID:{}@{}", self.id, parcel::host(config)),
            format!("DTSTAMP:{}", utc(stamp)),
            format!("LAST-MODIFIED:{}", utc(self.changed_at)),
            format!("SEQUENCE:{}", self.sequence),
            format!("DTSTART;TZID=Asia/Tokyo:{}", tokyo(self.span.start())),
            format!("DTEND;TZID=Asia/Tokyo:{}", tokyo(self.span.end())),
            format!("SUMMARY:{}", escaped(&self.summary)),
            format!("LOCATION:{}", escaped(&self.place)),
            format!("STATUS:{}", self.status.code()),
            format!("TRANSP:{}", if is_over { "TRANSPARENT" } else { "OPAQUE" }),
            "CLASS:PRIVATE".to_owned(),
            format!("DESCRIPTION:{}", escaped(&self.description)),
            format!("URL:{}", self.link),
        ];
        lines.extend_from_slice(more);
        let lines: String = lines.iter().map(|line| folded(line)).collect();
        format!("BEGIN:VEVENT\r\n{lines}END:VEVENT\r\n")
    }
}

/// Who asks for an entry: the house, never a person.
pub(super) fn organizer(config: &Config, name: &str) -> String {
    let sender = crate::notice::ics::line::mailto(parcel::address(&config.mail_from));
    format!("ORGANIZER;CN={}:{sender}", parameter(name))
}
