//! Size, names, first lines, imports as they are written, unfinished work.

use crate::paths;
use crate::source::Source;

const LONGEST_FILE: usize = 300;
const LONGEST_FUNCTION: usize = 50;

/// Tables of data and of sentences: long, and read like a list.
const TABLES: &[&str] = &["store/schema.rs", "words/ja", "words/en", "web/routes.rs"];

const VAGUE: &[&str] = &[
    "util", "utils", "helper", "helpers", "manager", "managers", "common", "misc",
];

/// What tests may import whole: the file they stand in, and the words of proptest.
const IN_TESTS: &[&str] = &["super::*", "proptest::prelude::*"];

/// What `store` may import whole: diesel's query words are traits and derives, which are used
/// without being named; naming forty of them tells a reader nothing.
const IN_STORE: &[&str] = &["diesel::prelude::*"];

const UNFINISHED: &[&str] = &["todo", "unimplemented", "dbg"];

fn is_table(source: &Source) -> bool {
    let of_one_language = source.path.starts_with("words/")
        && (source.path.ends_with("/ja.rs") || source.path.ends_with("/en.rs"));
    of_one_language || TABLES.iter().any(|table| source.path.starts_with(table))
}

pub fn short_files(sources: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for source in sources.iter().filter(|source| !is_table(source)) {
        let lines = source.text.lines().count();
        if lines > LONGEST_FILE {
            wrong.push(format!(
                "{}: {lines} lines, at most {LONGEST_FILE}. Mend: split it by noun or by deed; tests may move to a file of their own behind `#[cfg(test)] mod tests;`",
                source.path
            ));
        }
    }
    wrong
}

pub fn short_functions(sources: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for source in sources.iter().filter(|source| !is_table(source)) {
        for (at, token) in source.tokens.iter().enumerate() {
            let named = source.word(at + 1).starts_with(char::is_alphabetic);
            if token.text != "fn" || !named {
                continue;
            }
            let lines = source.line(end_of_function(source, at)) - token.line + 1;
            if lines > LONGEST_FUNCTION {
                wrong.push(format!(
                    "{}:{}: `{}` has {lines} lines, at most {LONGEST_FUNCTION}. Mend: give each step of it a name of its own",
                    source.path,
                    token.line,
                    source.word(at + 1)
                ));
            }
        }
    }
    wrong
}

fn end_of_function(source: &Source, from: usize) -> usize {
    let mut at = from;
    while at < source.tokens.len() {
        match source.word(at) {
            ";" => return at,
            "{" => return source.closing(at),
            "(" | "[" => at = source.closing(at) + 1,
            _ => at += 1,
        }
    }
    from
}

pub fn first_line_says_why(sources: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for source in sources {
        let first = source.text.lines().next().unwrap_or_default();
        let purpose = first.strip_prefix("//!").unwrap_or_default().trim();
        if purpose.chars().count() < 10 {
            wrong.push(format!(
                "{}: the first line does not say what the file is for. Mend: begin it with `//! …`, one sentence",
                source.path
            ));
        }
    }
    wrong
}

pub fn clear_names(sources: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for source in sources {
        let stem = source.path.trim_end_matches(".rs");
        let inside = source.children().into_iter().map(|(name, _)| name);
        let parts = stem.split('/').map(str::to_owned).chain(inside);
        for part in parts.filter(|part| VAGUE.contains(&part.as_str())) {
            wrong.push(format!(
                "{}: `{part}` says nothing. Mend: name it after the noun it is about",
                source.path
            ));
        }
    }
    wrong
}

pub fn no_glob_import(sources: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for source in sources {
        for import in paths::imports(source) {
            let path = import.path.join("::");
            let for_tests = import.test && IN_TESTS.contains(&path.as_str());
            let path_inside = source.path.trim_start_matches("src/");
            let for_store = path_inside.starts_with("store/") && IN_STORE.contains(&path.as_str());
            if import.name == "*" && !for_tests && !for_store {
                wrong.push(format!(
                    "{}:{}: `use {path}` hides where names come from. Mend: name what you use (`super::*` is fine in tests)",
                    source.path, import.line
                ));
            }
        }
    }
    wrong
}

pub fn no_second_address(sources: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for source in sources {
        for import in paths::imports(source).into_iter().filter(|i| i.public) {
            wrong.push(format!(
                "{}:{}: `pub use {}` gives a name a second address. Mend: name it where it lives",
                source.path,
                import.line,
                import.path.join("::")
            ));
        }
    }
    wrong
}

pub fn no_super_super(sources: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for source in sources {
        for (at, token) in source.tokens.iter().enumerate() {
            if source.says(at, &["super", "::", "super"]) {
                wrong.push(format!(
                    "{}:{}: `super::super`. Mend: write the path from `crate::`",
                    source.path, token.line
                ));
            }
        }
    }
    wrong
}

pub fn nothing_unfinished(sources: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for source in sources {
        for (at, token) in source.tokens.iter().enumerate() {
            let word = token.text.as_str();
            let macro_left = UNFINISHED.contains(&word) && source.word(at + 1) == "!";
            let ignored = word == "ignore" && at > 1 && source.says(at - 2, &["#", "["]);
            if macro_left || ignored {
                wrong.push(format!(
                    "{}:{}: `{word}` is a promise, not code. Mend: finish it, or take it out",
                    source.path, token.line
                ));
            }
        }
    }
    wrong
}
