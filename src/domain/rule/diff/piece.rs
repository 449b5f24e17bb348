//! What of a body stays, goes and comes: sentence by sentence, then word by word.

use similar::{Algorithm, DiffTag, capture_diff_slices};
use unicode_normalization::char::is_combining_mark;

/// Most sentences or words of one side that are compared one by one; a longer part counts as replaced
/// as a whole, so that a hostile text costs no more than a long one.
const TOKENS_MOST: usize = 4_000;

/// A stretch of a body.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    pub mark: Mark,
    /// Markdown as written, never empty.
    pub text: String,
}

/// What became of a stretch.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Mark {
    Same,
    Gone,
    New,
}

/// The pieces of two bodies: those that stay or go, put together, are the old body; those that stay or
/// come the new one. No two neighbours have the same mark, and of a change what goes stands first.
#[must_use]
pub fn pieces(old: &str, new: &str) -> Vec<Piece> {
    let mut found = Pieces::default();
    for step in steps(&sentences(old), &sentences(new)) {
        match step {
            Step::Same(text) => found.push(Mark::Same, &text),
            Step::Replaced { gone, new } => found.words(&gone, &new),
        }
    }
    found.done()
}

/// A part of a comparison.
enum Step {
    Same(String),
    Replaced { gone: String, new: String },
}

/// Compares token by token. What stands alike at both ends stays, whatever lies between.
fn steps(old: &[&str], new: &[&str]) -> Vec<Step> {
    let before = alike(old.iter(), new.iter());
    let (head, old) = old.split_at(before);
    let new = new.get(before..).unwrap_or_default();
    let after = alike(old.iter().rev(), new.iter().rev());
    let (old, tail) = old.split_at(old.len() - after);
    let new = new.get(..new.len() - after).unwrap_or_default();
    let mut steps = vec![Step::Same(head.concat())];
    if old.len().max(new.len()) > TOKENS_MOST {
        steps.push(Step::Replaced {
            gone: old.concat(),
            new: new.concat(),
        });
    } else {
        steps.extend(between(old, new));
    }
    steps.push(Step::Same(tail.concat()));
    steps
}

/// How many tokens are alike before the first that is not.
fn alike<'a>(
    old: impl Iterator<Item = &'a &'a str>,
    new: impl Iterator<Item = &'a &'a str>,
) -> usize {
    old.zip(new).take_while(|(old, new)| old == new).count()
}

fn between(old: &[&str], new: &[&str]) -> Vec<Step> {
    let part = |tokens: &[&str], range: std::ops::Range<usize>| {
        tokens.get(range).unwrap_or_default().concat()
    };
    capture_diff_slices(Algorithm::Myers, old, new)
        .iter()
        .map(|found| match found.tag() {
            DiffTag::Equal => Step::Same(part(old, found.old_range())),
            DiffTag::Delete | DiffTag::Insert | DiffTag::Replace => Step::Replaced {
                gone: part(old, found.old_range()),
                new: part(new, found.new_range()),
            },
        })
        .collect()
}

/// Lines, and the sentences of a line that end in 。
fn sentences(text: &str) -> Vec<&str> {
    text.split_inclusive(['\n', '。']).collect()
}

/// What a word is made of.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Script {
    Kanji,
    Hiragana,
    Katakana,
    Digit,
    Letter,
    Space,
    /// Each stands alone.
    Sign,
}

/// Runs of one script; a mark that combines belongs to what it stands on.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut start, mut before) = (0, None);
    for (at, letter) in text.char_indices() {
        let now = if is_combining_mark(letter) && before.is_some() {
            continue;
        } else {
            script(letter)
        };
        if before.is_some_and(|before| before != now || now == Script::Sign) {
            words.extend(text.get(start..at));
            start = at;
        }
        before = Some(now);
    }
    words.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    words
}

fn script(letter: char) -> Script {
    match letter {
        '々'
        | '〆'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{20000}'..='\u{3FFFF}' => Script::Kanji,
        '\u{3041}'..='\u{309F}' => Script::Hiragana,
        '\u{30A1}'..='\u{30FF}' | '\u{FF66}'..='\u{FF9F}' => Script::Katakana,
        _ if letter.is_numeric() => Script::Digit,
        _ if letter.is_alphabetic() => Script::Letter,
        _ if letter.is_whitespace() && letter != '\n' => Script::Space,
        _ => Script::Sign,
    }
}

/// The pieces so far.
#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
    gone: String,
    new: String,
}

impl Pieces {
    fn push(&mut self, mark: Mark, text: &str) {
        match mark {
            Mark::Same if text.is_empty() => {}
            Mark::Same => {
                self.flush();
                match self.done.last_mut() {
                    Some(last) if last.mark == Mark::Same => last.text.push_str(text),
                    _ => self.done.push(Piece {
                        mark,
                        text: text.to_owned(),
                    }),
                }
            }
            Mark::Gone => self.gone.push_str(text),
            Mark::New => self.new.push_str(text),
        }
    }

    /// Compares a replaced part word by word. Where little of it stays, or what stays is but a particle
    /// or a space between two changes, people read a whole replacement more easily.
    fn words(&mut self, gone: &str, new: &str) {
        let steps = steps(&words(gone), &words(new));
        let stays: usize = steps
            .iter()
            .map(|step| match step {
                Step::Same(text) => text.len(),
                Step::Replaced { .. } => 0,
            })
            .sum();
        if stays * 3 < gone.len().min(new.len()) {
            self.push(Mark::Gone, gone);
            self.push(Mark::New, new);
            return;
        }
        let mut steps = steps.into_iter().peekable();
        while let Some(step) = steps.next() {
            let changes_go_on = matches!(steps.peek(), Some(Step::Replaced { .. }));
            match step {
                Step::Same(text) if changes_go_on && self.is_open() && is_slight(&text) => {
                    self.push(Mark::Gone, &text);
                    self.push(Mark::New, &text);
                }
                Step::Same(text) => self.push(Mark::Same, &text),
                Step::Replaced { gone, new } => {
                    self.push(Mark::Gone, &gone);
                    self.push(Mark::New, &new);
                }
            }
        }
    }

    fn is_open(&self) -> bool {
        !self.gone.is_empty() && !self.new.is_empty()
    }

    /// Ends a change.
    fn flush(&mut self) {
        let (gone, new) = (
            std::mem::take(&mut self.gone),
            std::mem::take(&mut self.new),
        );
        for (mark, text) in [(Mark::Gone, gone), (Mark::New, new)] {
            if !text.is_empty() {
                self.done.push(Piece { mark, text });
            }
        }
    }

    fn done(mut self) -> Vec<Piece> {
        self.flush();
        self.done
    }
}

/// A single space, particle or sign.
fn is_slight(text: &str) -> bool {
    let mut letters = text.chars();
    let one = letters.next();
    letters.next().is_none()
        && one.is_some_and(|letter| {
            matches!(script(letter), Script::Hiragana | Script::Space)
                || letter.is_ascii_punctuation()
        })
}

#[cfg(test)]
mod tests;
