//! Content lines of calendars (RFC 5545, 3.1): folded, escaped, with nothing in them that ends them.

use std::fmt::Write as _;

use crate::domain::text;
use crate::domain::time::Instant;

/// Octets of one line, without its end.
pub(super) const LONGEST: usize = 75;

/// A line with its end, folded so that no part is longer than 75 octets or cuts a character.
pub(super) fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + line.len() / 24 + 2);
    let mut octets = 0;
    for letter in line.chars() {
        if octets + letter.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(letter);
        octets += letter.len_utf8();
    }
    out.push_str("\r\n");
    out
}

/// A text value: nothing in it can end the line or the value.
pub(super) fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for letter in text::clean_lines(value).chars() {
        match letter {
            '\n' => out.push_str("\\n"),
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(letter);
            }
            '\u{2028}' | '\u{2029}' => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}

/// A parameter's value in quotes; it can hold neither quotes nor ends of lines.
pub(super) fn parameter(value: &str) -> String {
    format!("\"{}\"", text::squash(value).replace('"', "'"))
}

/// A mail address as an address of the web: what could mean something else is written as `%XX`.
pub(super) fn mailto(address: &str) -> String {
    let mut out = String::from("mailto:");
    for byte in address.bytes() {
        if byte.is_ascii_alphanumeric() || b"@.-_+~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// A moment in UTC.
pub(super) fn utc(at: Instant) -> String {
    let utc = at.plus_seconds(-9 * 60 * 60).in_tokyo();
    utc.format("%Y%m%dT%H%M%SZ").to_string()
}

/// A moment on a Tokyo clock.
pub(super) fn tokyo(at: Instant) -> String {
    at.in_tokyo().format("%Y%m%dT%H%M%S").to_string()
}
