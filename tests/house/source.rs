//! The files of the house, each with its tokens.

use std::fs;
use std::panic::resume_unwind;
use std::path::Path;

use crate::tokens::{self, Token};

pub struct Source {
    /// Relative to the folder it was read from, with `/`: `store/booking.rs`.
    pub path: String,
    pub text: String,
    pub tokens: Vec<Token>,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            tokens: tokens::read(text),
        }
    }

    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text.as_str())
    }

    pub fn line(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(0, |token| token.line)
    }

    /// The module path of the file: `store/booking.rs` is `["store", "booking"]`.
    pub fn module(&self) -> Vec<String> {
        let stem = self.path.trim_end_matches(".rs");
        let mut parts: Vec<String> = stem.split('/').map(str::to_owned).collect();
        let last = parts.last().map(String::as_str);
        if last == Some("mod") || (parts.len() == 1 && matches!(last, Some("main" | "lib"))) {
            parts.pop();
        }
        parts
    }

    /// Names declared by `mod name;` or `mod name {`, and whether only for tests.
    pub fn children(&self) -> Vec<(String, bool)> {
        let mut names = Vec::new();
        for (at, token) in self.tokens.iter().enumerate() {
            if token.text == "mod" && matches!(self.word(at + 2), ";" | "{") {
                names.push((self.word(at + 1).to_owned(), token.test));
            }
        }
        names
    }

    /// `true` when these tokens stand at this place.
    pub fn says(&self, at: usize, words: &[&str]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(step, word)| self.word(at + step) == *word)
    }

    /// The index of the token that closes the bracket opened at `open`.
    pub fn closing(&self, open: usize) -> usize {
        tokens::closing(&self.tokens, open)
    }
}

/// Reads each file below `root` whose name ends in `ending`, in the order of the names.
pub fn read(root: &str, ending: &str) -> Vec<Source> {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
    let mut found = Vec::new();
    walk(&base, "", ending, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    mark_test_files(&mut found);
    found
}

fn walk(folder: &Path, under: &str, ending: &str, found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        if path.is_dir() {
            if name != "node_modules" {
                walk(&path, &format!("{under}{name}/"), ending, found);
            }
        } else if name.ends_with(ending) {
            let text = fs::read_to_string(&path).unwrap_or_default();
            found.push(Source::new(&format!("{under}{name}"), &text));
        }
    }
}

/// A file behind `#[cfg(test)] mod name;` is test code as a whole, and so is all below it.
pub fn mark_test_files(sources: &mut [Source]) {
    let mut only_tests: Vec<Vec<String>> = Vec::new();
    for source in sources.iter() {
        for (name, test) in source.children() {
            if test {
                let mut module = source.module();
                module.push(name);
                only_tests.push(module);
            }
        }
    }
    for source in sources.iter_mut() {
        let module = source.module();
        if only_tests.iter().any(|tests| module.starts_with(tests)) {
            for token in &mut source.tokens {
                token.test = true;
            }
        }
    }
}

/// Fails the test with these lines and nothing else: no backtrace, no list without end.
#[track_caller]
pub fn fail(what: &str, lines: &[&str]) -> ! {
    const SHOWN: usize = 40;
    eprintln!("{}: {what}", std::panic::Location::caller());
    for line in lines.iter().take(SHOWN) {
        eprintln!("  {line}");
    }
    if lines.len() > SHOWN {
        eprintln!("  … and {} more", lines.len() - SHOWN);
    }
    resume_unwind(Box::new(what.to_owned()));
}

/// As much of a text as a message can bear.
pub fn beginning(text: &str) -> &str {
    let end = text
        .char_indices()
        .nth(120)
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}
