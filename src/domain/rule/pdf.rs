//! 別添のPDF: what is taken as an attachment, told by its name and its bytes; nothing is ever parsed.

use crate::domain::text;

/// Largest attachment, in bytes.
pub const LARGEST: usize = 20 * 1024 * 1024;
/// Longest name under which one is kept, in characters.
const NAME_LONGEST: usize = 100;
/// The end mark stands within so many bytes of the end.
const TAIL: usize = 1_024;
/// Longest name of a PDF object that is looked at, in bytes (PDF 32000-1, annex C).
const OBJECT_NAME_LONGEST: usize = 127;

/// Names by which a PDF acts by itself or carries other files.
const ACTING: &[&str] = &[
    "JavaScript",
    "JS",
    "OpenAction",
    "AA",
    "EmbeddedFile",
    "EmbeddedFiles",
    "Launch",
    "RichMedia",
    "XFA",
];

/// Names that mean a device on some systems.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul", "com", "lpt"];

/// Why a file is not taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FileBar {
    /// Nothing was chosen, or it holds nothing.
    Empty,
    TooLarge {
        /// In bytes.
        most: usize,
    },
    /// By its name or its content.
    NotPdf,
    /// It acts by itself or carries other files; the name of the object that does.
    Acts { name: String },
    /// The unit's files together are too large.
    Quota {
        /// In bytes.
        most: u64,
    },
    /// So many files are attached to the draft already.
    TooMany { most: usize },
}

/// Judges a file by name and content; gives the name under which it is kept.
///
/// # Errors
/// The first reason not to take it.
pub fn check(name: &str, content: &[u8]) -> Result<String, FileBar> {
    if content.is_empty() {
        return Err(FileBar::Empty);
    }
    if content.len() > LARGEST {
        return Err(FileBar::TooLarge { most: LARGEST });
    }
    let name = clean(name).ok_or(FileBar::NotPdf)?;
    let tail = content
        .get(content.len().saturating_sub(TAIL)..)
        .unwrap_or(content);
    if !content.starts_with(b"%PDF-") || !holds(tail, b"%%EOF") {
        return Err(FileBar::NotPdf);
    }
    match acting(content) {
        Some(name) => Err(FileBar::Acts { name }),
        None => Ok(name),
    }
}

/// A name that is safe to offer for a download on every system; none if it is no name of a PDF.
#[must_use]
pub fn clean(typed: &str) -> Option<String> {
    let last = typed
        .rsplit([
            '/', '\\', ':', '\u{2044}', '\u{2215}', '\u{ff0f}', '\u{ff3c}',
        ])
        .next()?;
    let shown = text::squash(last);
    let plain = shown.trim_matches(['.', ' ']);
    let (stem, ending) = plain.rsplit_once('.')?;
    if !ending.eq_ignore_ascii_case("pdf") {
        return None;
    }
    let odd = |letter: char| matches!(letter, '<' | '>' | '"' | '|' | '?' | '*' | '%' | ';');
    let stem: String = stem
        .chars()
        .map(|letter| if odd(letter) { '_' } else { letter })
        .take(NAME_LONGEST)
        .collect();
    let stem = stem.trim_matches(['.', ' ']);
    let is_device = DEVICES.iter().any(|device| {
        let rest = stem.to_ascii_lowercase();
        let rest = rest.strip_prefix(device);
        rest.is_some_and(|rest| rest.is_empty() || rest.bytes().all(|byte| byte.is_ascii_digit()))
    });
    let mark = if is_device { "_" } else { "" };
    (!stem.is_empty()).then(|| format!("{mark}{stem}.pdf"))
}

/// The first name in a PDF by which it acts; `#4A` stands for `J` there.
fn acting(content: &[u8]) -> Option<String> {
    let mut places = content
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b'/');
    places.find_map(|(at, _)| {
        let name = object_name(content.get(at + 1..)?);
        let known = ACTING.iter().find(|known| known.as_bytes() == name);
        known.map(|known| (*known).to_owned())
    })
}

/// The name that begins here, its escapes read.
fn object_name(bytes: &[u8]) -> Vec<u8> {
    let mut name = Vec::new();
    let mut rest = bytes;
    while let [byte, more @ ..] = rest {
        if name.len() > OBJECT_NAME_LONGEST || ends_name(*byte) {
            break;
        }
        let escaped = match (byte, more) {
            (b'#', [high, low, after @ ..]) => hex(*high, *low).map(|byte| (byte, after)),
            _ => None,
        };
        let (byte, after) = escaped.unwrap_or((*byte, more));
        name.push(byte);
        rest = after;
    }
    name
}

/// White space and delimiters (PDF 32000-1, 7.2.2).
const fn ends_name(byte: u8) -> bool {
    matches!(
        byte,
        0 | 9
            | 10
            | 12
            | 13
            | 32
            | b'('
            | b')'
            | b'<'
            | b'>'
            | b'['
            | b']'
            | b'{'
            | b'}'
            | b'/'
            | b'%'
    )
}

fn hex(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

fn holds(content: &[u8], mark: &[u8]) -> bool {
    content.windows(mark.len()).any(|part| part == mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pdf(inside: &str) -> Vec<u8> {
        format!("%PDF-1.7\n1 0 obj\n<< {inside} >>\nendobj\ntrailer\n%%EOF\n").into_bytes()
    }

    #[test]
    fn e01_a_name_is_only_ever_a_name() {
        for (typed, kept) in [
            ("様式1.pdf", "様式1.pdf"),
            ("../../etc/passwd.pdf", "passwd.pdf"),
            ("..%2f..%2fx.pdf", "_2f.._2fx.pdf"),
            ("C:\\Users\\a\\規則.PDF", "規則.pdf"),
            ("C:x.pdf", "x.pdf"),
            ("a\u{0}b\r\nc.pdf", "ab c.pdf"),
            ("...a.pdf. ", "a.pdf"),
            ("NUL.pdf", "_NUL.pdf"),
            ("com1.pdf", "_com1.pdf"),
            ("a／b＼c.pdf", "c.pdf"),
            ("a\u{202e}fdp.pdf", "afdp.pdf"),
            ("\"><script>.pdf", "___script_.pdf"),
        ] {
            assert_eq!(clean(typed).as_deref(), Some(kept), "{typed:?}");
        }
        for other in [
            "",
            "pdf",
            ".pdf",
            " .pdf",
            "..pdf",
            "a.pdf.exe",
            "a.svg",
            "a.pdf/",
            "/",
        ] {
            assert_eq!(clean(other), None, "{other:?}");
        }
        let long = format!("{}.pdf", "長".repeat(300));
        assert_eq!(clean(&long).unwrap().chars().count(), NAME_LONGEST + 4);
    }

    #[test]
    fn e02_a_pdf_that_acts_is_not_taken() {
        assert_eq!(check("a.pdf", &pdf("/Type /Catalog")), Ok("a.pdf".into()));
        assert_eq!(
            check("a.pdf", &pdf("/JSX /AAA /XFAs /Launchpad")),
            Ok("a.pdf".into())
        );
        for (inside, name) in [
            ("/S /JavaScript /JS (app.alert(1))", "JavaScript"),
            ("/#4Aava#53cript (x)", "JavaScript"),
            ("/#4a#53(x)", "JS"),
            ("/OpenAction[3 0 R]", "OpenAction"),
            ("/AA<</O 1 0 R>>", "AA"),
            ("/EmbeddedFile", "EmbeddedFile"),
            ("/Names << /EmbeddedFiles 2 0 R >>", "EmbeddedFiles"),
            ("/S/Launch/F(cmd.exe)", "Launch"),
            ("/RichMedia", "RichMedia"),
            ("/X#46A 5 0 R", "XFA"),
        ] {
            let name = name.to_owned();
            assert_eq!(
                check("a.pdf", &pdf(inside)),
                Err(FileBar::Acts { name }),
                "{inside}"
            );
        }
    }

    #[test]
    fn e03_a_pdf_is_told_by_name_and_content_both() {
        let good = pdf("/Type /Catalog");
        assert_eq!(check("a.pdf", b""), Err(FileBar::Empty));
        for (name, content) in [
            ("a.pdf", b"PK\x03\x04 a zip %%EOF".to_vec()),
            ("a.pdf", b"<html>%PDF-1.7 %%EOF".to_vec()),
            ("a.pdf", b"%PDF-1.7 without an end".to_vec()),
            ("a.pdf.exe", good.clone()),
            ("a.html", good.clone()),
            ("a", good.clone()),
        ] {
            assert_eq!(check(name, &content), Err(FileBar::NotPdf), "{name}");
        }
        let mut after = good;
        after.extend(vec![b' '; TAIL + 10]);
        assert_eq!(check("a.pdf", &after), Err(FileBar::NotPdf));
    }

    #[test]
    fn e05_one_byte_more_than_the_most_is_too_much() {
        let mut full = pdf("/Type /Catalog");
        let end = full.split_off(full.len() - 7);
        full.resize(LARGEST - end.len(), b' ');
        full.extend(&end);
        assert_eq!(full.len(), LARGEST);
        assert_eq!(check("a.pdf", &full), Ok("a.pdf".into()));
        full.insert(20, b' ');
        assert_eq!(
            check("a.pdf", &full),
            Err(FileBar::TooLarge { most: LARGEST })
        );
    }

    #[test]
    fn e04_a_million_objects_cost_no_more_than_their_bytes() {
        let many = pdf(&"/A".repeat(1_000_000));
        assert_eq!(check("a.pdf", &many), Ok("a.pdf".into()));
        let nested = pdf(&"<<".repeat(100_000));
        assert_eq!(check("a.pdf", &nested), Ok("a.pdf".into()));
        let one_name = pdf(&format!("/{}", "#41".repeat(1_000_000)));
        assert_eq!(check("a.pdf", &one_name), Ok("a.pdf".into()));
    }

    proptest! {
        #[test]
        fn a_cleaned_name_stays_as_it_is(typed in "\\PC{0,40}(\\.pdf)?") {
            if let Some(kept) = clean(&typed) {
                prop_assert_eq!(clean(&kept), Some(kept.clone()));
                prop_assert!(!kept.contains(['/', '\\', '"', ';', '%', '<']) && !kept.starts_with('.'));
            }
        }
    }
}
