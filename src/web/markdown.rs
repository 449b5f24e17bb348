//! Markdown as HTML: an allow-listed tree, written by ourselves; whatever is not listed is shown as text.

use std::fmt::{self, Write};

use askama::filters::HtmlSafe;
use askama::{FastWritable, Values};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// Longest text that is read, in bytes; what follows is left out.
const LONGEST: usize = 1_000_000;
/// Most elements inside each other; what lies deeper is shown as text of the level above.
const DEEPEST: usize = 24;
/// Once this much is written, in bytes, elements cost too much and only text follows.
const WRITTEN: usize = 4_000_000;
/// Longest address of a link, in bytes.
const ADDRESS_LONGEST: usize = 2_000;

/// Who wrote a text, and so where its links may lead.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Author<'a> {
    /// A facility: to other sites and mail addresses only.
    Facility,
    /// The house itself: also to its own pages, in the language with this prefix ("" or "/en").
    House { prefix: &'a str },
}

/// HTML that was written by [`render`] and by nothing else, so that templates may show it as it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Prose(String);

impl Prose {
    /// The HTML.
    #[must_use]
    pub fn html(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Prose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Prose {}

impl FastWritable for Prose {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn Values) -> askama::Result<()> {
        Ok(dest.write_str(&self.0)?)
    }
}

/// Writes a text as HTML, to stand right under the page's own heading.
#[must_use]
pub fn render(text: &str, author: Author<'_>) -> Prose {
    render_under(1, text, author)
}

/// Writes a text as HTML, to stand under a heading of this level: its own headings go deeper.
#[must_use]
pub fn render_under(level: u8, text: &str, author: Author<'_>) -> Prose {
    let mut writer = Writer {
        author,
        html: String::with_capacity(text.len().min(LONGEST) * 5 / 4),
        open: Vec::new(),
        above: level,
        heading: level,
        in_head: false,
    };
    for event in Parser::new_ext(cut(text), Options::ENABLE_TABLES) {
        writer.event(event);
    }
    writer.end_all();
    Prose(writer.html)
}

/// The text up to the longest that is read, at the border of a character.
fn cut(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

struct Writer<'a> {
    author: Author<'a>,
    html: String,
    /// How each open element ends; empty for one that is not shown as such.
    open: Vec<&'static str>,
    /// The level of the heading that the text stands under; the page's own is 1.
    above: u8,
    /// The level of the last heading.
    heading: u8,
    in_head: bool,
}

impl Writer<'_> {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text)
            | Event::Html(text)
            | Event::InlineHtml(text)
            | Event::FootnoteReference(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => self.text(&text),
            Event::Code(text) => {
                self.html.push_str("<code>");
                self.text(&text);
                self.html.push_str("</code>");
            }
            Event::SoftBreak => self.html.push('\n'),
            Event::HardBreak => self.html.push_str("<br>\n"),
            Event::Rule => self.html.push_str("<hr>\n"),
            Event::TaskListMarker(_) => {}
        }
    }

    /// Opens an element of the list, or remembers that there is nothing to close.
    fn start(&mut self, tag: &Tag<'_>) {
        let shown = self.open.len() < DEEPEST && self.html.len() < WRITTEN;
        let parent_shown = self.open.last().is_none_or(|end| !end.is_empty());
        let (start, end) = match tag {
            Tag::Item => part(parent_shown, "<li>", "</li>\n"),
            Tag::TableHead => {
                self.in_head = true;
                part(parent_shown, "<thead><tr>", "</tr></thead>\n<tbody>\n")
            }
            Tag::TableRow => part(parent_shown, "<tr>", "</tr>\n"),
            Tag::TableCell if self.in_head => part(parent_shown, "<th scope=\"col\">", "</th>"),
            Tag::TableCell => part(parent_shown, "<td>", "</td>"),
            _ if !shown => ("", ""),
            Tag::Paragraph => ("<p>", "</p>\n"),
            Tag::Heading { level, .. } => self.heading(*level),
            Tag::BlockQuote(_) => ("<blockquote>\n", "</blockquote>\n"),
            Tag::CodeBlock(CodeBlockKind::Indented | CodeBlockKind::Fenced(_)) => {
                ("<pre class=\"letter\">", "</pre>\n")
            }
            Tag::List(None) => ("<ul>\n", "</ul>\n"),
            Tag::List(Some(1)) => ("<ol>\n", "</ol>\n"),
            Tag::List(Some(first)) => {
                let _ = writeln!(self.html, "<ol start=\"{first}\">");
                ("", "</ol>\n")
            }
            Tag::Table(_) => ("<div class=\"scr\"><table>\n", "</tbody></table></div>\n"),
            Tag::Emphasis => ("<em>", "</em>"),
            Tag::Strong => ("<strong>", "</strong>"),
            Tag::Link { dest_url, .. } => self.link(dest_url),
            // images would tell another site who reads; their description is shown instead
            _ => ("", ""),
        };
        self.html.push_str(start);
        self.open.push(end);
    }

    fn end(&mut self, tag: TagEnd) {
        if tag == TagEnd::TableHead {
            self.in_head = false;
        }
        let end = self.open.pop().unwrap_or_default();
        self.html.push_str(end);
        let is_block = matches!(tag, TagEnd::Paragraph | TagEnd::Item | TagEnd::HtmlBlock);
        if end.is_empty() && is_block {
            self.html.push('\n');
        }
    }

    /// Closes what a text that was cut left open.
    fn end_all(&mut self) {
        while let Some(end) = self.open.pop() {
            self.html.push_str(end);
        }
    }

    /// A heading below the one above, never more than one level deeper than the one before.
    fn heading(&mut self, level: HeadingLevel) -> (&'static str, &'static str) {
        let wanted = (level as u8).max(2) + self.above - 1;
        self.heading = wanted.min(self.heading + 1);
        match self.heading {
            2 => ("<h2>", "</h2>\n"),
            3 => ("<h3>", "</h3>\n"),
            4 => ("<h4>", "</h4>\n"),
            5 => ("<h5>", "</h5>\n"),
            _ => ("<h6>", "</h6>\n"),
        }
    }

    /// A link to an address that may be shown; any other stays plain text.
    fn link(&mut self, address: &str) -> (&'static str, &'static str) {
        let own = match self.author {
            Author::House { prefix } if is_own(address) => Some(prefix),
            _ => None,
        };
        let (before, after) = match own {
            Some(prefix) => (prefix, "\">"),
            None if is_outward(address) => ("", "\" rel=\"noopener noreferrer nofollow\">"),
            None => return ("", ""),
        };
        self.html.push_str("<a href=\"");
        self.html.push_str(before);
        self.text(address);
        (after, "</a>")
    }

    /// Text with everything escaped that means something in HTML; other control characters go.
    fn text(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.html.push_str("&amp;"),
                '<' => self.html.push_str("&lt;"),
                '>' => self.html.push_str("&gt;"),
                '"' => self.html.push_str("&quot;"),
                '\'' => self.html.push_str("&#39;"),
                '\n' | '\t' => self.html.push(letter),
                hidden if hidden.is_control() || turns_direction(hidden) => {}
                plain => self.html.push(plain),
            }
        }
    }
}

/// An element that stands only inside its parent: shown exactly if the parent is.
const fn part(
    parent_shown: bool,
    start: &'static str,
    end: &'static str,
) -> (&'static str, &'static str) {
    if parent_shown { (start, end) } else { ("", "") }
}

/// Whether an address leads to another site or to a mail program, and nowhere else.
fn is_outward(address: &str) -> bool {
    let known = ["https://", "http://", "mailto:"];
    let begins = |scheme: &&str| {
        address
            .get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    known.iter().any(begins) && is_plain(address)
}

/// Whether an address leads to a page of ours.
fn is_own(address: &str) -> bool {
    address.starts_with('/') && !address.starts_with("//") && is_plain(address)
}

/// Whether an address is short and has nothing in it that browsers read in a way of their own.
fn is_plain(address: &str) -> bool {
    address.len() <= ADDRESS_LONGEST
        && !address
            .chars()
            .any(|letter| letter.is_control() || letter.is_whitespace() || letter == '\\')
}

/// Characters that turn the direction of writing, and so can show a text that is not there.
const fn turns_direction(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}')
}

#[cfg(test)]
mod tests;
