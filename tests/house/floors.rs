//! Who may name whom: the floors, the rooms closed to some, and the guests.

use std::collections::BTreeSet;

use crate::paths::{self, Named};
use crate::source::Source;

/// Each floor with its height; imports go to the same floor or to a lower one.
const FLOORS: &[(&str, u8)] = &[
    ("domain", 0),
    ("config", 1),
    ("secret", 1),
    ("store", 2),
    ("words", 2),
    ("notice", 3),
    ("acts", 3),
    // the running house that visits and jobs share: data, settings, clock, hasher, courier
    ("house", 4),
    ("jobs", 5),
    ("web", 5),
    ("cli", 6),
    ("main", 7),
    ("lib", 7),
];

/// What a floor may not name although it stands higher, and the way out.
const CLOSED: &[(&str, &str, &str)] = &[
    (
        "acts",
        "words",
        "answer with a typed value; the page or the letter finds the words",
    ),
    (
        "acts",
        "store::schema",
        "move the query into the noun's file in `store`",
    ),
    (
        "acts",
        "store::engine",
        "take a `Tx`; the caller opened it with `Db::act`",
    ),
    (
        "acts",
        "config::clock",
        "the moment of a deed is `by.at`; the visit or the job read it",
    ),
    (
        "store",
        "config::clock",
        "take the moment as an argument; what is remembered is decided above",
    ),
    (
        "notice",
        "config::clock",
        "take the moment as an argument; the job that delivers read it",
    ),
    (
        "web",
        "store::schema",
        "move the query into the noun's file in `store`",
    ),
    (
        "web",
        "store::engine",
        "ask `Db`; only the store knows its engine",
    ),
    (
        "web",
        "store::tx",
        "call the deed in `acts`; pages write nothing themselves",
    ),
];

/// Foreign crates and parts of `std` a floor may not name. A `*` stands for any ending.
const GUESTS: &[(&str, &[&str])] = &[
    (
        "domain",
        &[
            "diesel*",
            "actix*",
            "askama",
            "lettre",
            "tokio",
            "rand",
            "getrandom",
            "std::env",
            "std::fs",
            "std::io",
            "std::net",
            "std::process",
            "std::thread",
            "std::time::SystemTime",
            "std::time::Instant",
        ],
    ),
    (
        "words",
        &[
            "actix*",
            "lettre",
            "tokio",
            "rand",
            "getrandom",
            "std::env",
            "std::fs",
            "std::io",
            "std::net",
            "std::process",
        ],
    ),
    ("store", &["actix*", "askama", "lettre"]),
    ("notice", &["actix*"]),
    ("acts", &["actix*", "askama", "lettre"]),
    ("web", &["lettre"]),
];

pub fn floor(path: &str) -> &str {
    let first = path.split('/').next().unwrap_or(path);
    first.trim_end_matches(".rs")
}

fn height(floor: &str) -> Option<u8> {
    FLOORS
        .iter()
        .find(|(name, _)| *name == floor)
        .map(|(_, height)| *height)
}

/// What the file names outside its tests.
pub fn product(source: &Source) -> impl Iterator<Item = Named> {
    paths::named(source).into_iter().filter(|named| !named.test)
}

pub fn at(source: &Source, line: usize) -> String {
    format!("src/{}:{line}", source.path)
}

pub fn go_down(sources: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for source in sources {
        let from = floor(&source.path);
        let Some(own) = height(from) else {
            wrong.push(format!(
                "src/{}: `{from}` is no floor. Mend: put it on one of the floors of ARCHITECTURE.md",
                source.path
            ));
            continue;
        };
        for named in product(source).filter(|named| named.ours) {
            let Some(to) = named.path.first() else {
                continue;
            };
            let place = at(source, named.line);
            let text = named.text();
            match height(to) {
                Some(other) if to == from || other < own => {}
                Some(_) => wrong.push(format!(
                    "{place}: `{from}` names `{text}`, but imports only go down. Mend: move what both need to a lower floor, or hand the value in as an argument"
                )),
                None if matches!(from, "main" | "lib") => {}
                None => wrong.push(format!(
                    "{place}: `{text}` is on no floor. Mend: give it a home on a floor and name it there"
                )),
            }
        }
    }
    wrong
}

pub fn closed_rooms(sources: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for source in sources {
        for named in product(source).filter(|named| named.ours) {
            for (from, to, mend) in CLOSED {
                if floor(&source.path) == *from && named.under(to) {
                    let place = at(source, named.line);
                    wrong.push(format!(
                        "{place}: `{from}` names `{}`. Mend: {mend}",
                        named.text()
                    ));
                }
            }
        }
    }
    wrong
}

pub fn guests(sources: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for source in sources {
        let own = floor(&source.path);
        let banned = GUESTS.iter().filter(|(name, _)| *name == own);
        for guest in banned.flat_map(|(_, guests)| guests.iter()) {
            for line in named_guest(source, guest) {
                let place = at(source, line);
                wrong.push(format!(
                    "{place}: `{own}` names `{guest}`. Mend: do this part on the floor whose work it is; hand the result down as a plain value"
                ));
            }
        }
    }
    wrong
}

/// Lines that name the guest: by path, or (for whole crates) by any mention of its name.
fn named_guest(source: &Source, guest: &str) -> BTreeSet<usize> {
    let stem = guest.trim_end_matches('*');
    let fits = |head: &str| head == stem || (guest.ends_with('*') && head.starts_with(stem));
    let by_path = product(source).filter(|named| {
        !named.ours && (named.under(stem) || named.path.first().is_some_and(|head| fits(head)))
    });
    let mut lines: BTreeSet<usize> = by_path.map(|named| named.line).collect();
    let mentions = source.tokens.iter().enumerate().filter(|(at, token)| {
        let attribute = source.word(at + 1) == "(" && *at > 1 && source.word(at - 1) == "[";
        let imported = *at > 0 && source.word(at - 1) == "crate";
        !token.test && fits(&token.text) && (attribute || imported)
    });
    lines.extend(mentions.map(|(_, token)| token.line));
    lines
}

pub fn only_store_knows_diesel(sources: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for source in sources.iter().filter(|s| floor(&s.path) != "store") {
        for line in named_guest(source, "diesel*") {
            let place = at(source, line);
            wrong.push(format!(
                "{place}: names diesel outside `store`. Mend: move the query into the noun's file in `store` and call it"
            ));
        }
    }
    wrong
}
