//! Finds every path a file names, in `use` trees and inline, and follows it to the file it leads to.

use std::collections::BTreeMap;

use crate::source::Source;

/// One named path: written out in full, `crate::` removed when it is ours.
pub struct Named {
    pub path: Vec<String>,
    pub ours: bool,
    pub line: usize,
    pub test: bool,
}

impl Named {
    pub fn text(&self) -> String {
        let head = if self.ours { "crate::" } else { "" };
        format!("{head}{}", self.path.join("::"))
    }

    /// `true` when the path starts with the given segments (`"store::schema"`).
    pub fn under(&self, prefix: &str) -> bool {
        let wanted: Vec<&str> = prefix.split("::").collect();
        self.path.len() >= wanted.len() && self.path.iter().zip(&wanted).all(|(a, b)| a == b)
    }

    /// `true` when the path ends with the given segments (`"Utc::now"`).
    pub fn ends(&self, suffix: &str) -> bool {
        let wanted: Vec<&str> = suffix.split("::").collect();
        self.path.len() >= wanted.len()
            && self
                .path
                .iter()
                .rev()
                .zip(wanted.iter().rev())
                .all(|(a, b)| a == b)
    }
}

/// One leaf of a `use` tree.
pub struct Import {
    pub path: Vec<String>,
    pub name: String,
    pub public: bool,
    pub line: usize,
    pub test: bool,
}

/// All paths of the file, `use` leaves first.
pub fn named(source: &Source) -> Vec<Named> {
    let imports = imports(source);
    let names: BTreeMap<&str, &Vec<String>> = imports
        .iter()
        .map(|import| (import.name.as_str(), &import.path))
        .collect();
    let mut all: Vec<Named> = imports
        .iter()
        .map(|import| resolve(source, import.path.clone(), (import.line, import.test)))
        .collect();
    for (path, line, test) in inline(source) {
        let whole = match path.first().and_then(|head| names.get(head.as_str())) {
            Some(import) => import.iter().chain(path.iter().skip(1)).cloned().collect(),
            None => path,
        };
        all.push(resolve(source, whole, (line, test)));
    }
    all
}

pub fn imports(source: &Source) -> Vec<Import> {
    let mut found = Vec::new();
    for at in 0..source.tokens.len() {
        if is_use(source, at) {
            let public = at > 0 && matches!(source.word(at - 1), "pub" | ")");
            let from = found.len();
            tree(source, at + 1, &[], &mut found);
            for import in found.iter_mut().skip(from) {
                import.public = public;
            }
        }
    }
    found
}

/// `use` as a statement, not the `use<'a>` of a return type.
fn is_use(source: &Source, at: usize) -> bool {
    source.word(at) == "use" && source.word(at + 1) != "<"
}

fn tree(source: &Source, from: usize, prefix: &[String], found: &mut Vec<Import>) -> usize {
    let mut path = prefix.to_vec();
    let mut at = from;
    loop {
        match source.word(at) {
            "::" => at += 1,
            "{" => {
                at += 1;
                while !matches!(source.word(at), "}" | "") {
                    at = tree(source, at, &path, found);
                    at += usize::from(matches!(source.word(at), "," | ";"));
                }
                return at + 1;
            }
            "" | "}" | ";" | "," => return at,
            segment => {
                path.push(segment.to_owned());
                if source.word(at + 1) != "::" {
                    break;
                }
                at += 2;
            }
        }
    }
    let line = source.line(at);
    let test = source.tokens.get(at).is_some_and(|token| token.test);
    if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
        path.pop();
    }
    let aliased = source.word(at + 1) == "as";
    let name = if aliased {
        source.word(at + 2).to_owned()
    } else {
        path.last().cloned().unwrap_or_default()
    };
    found.push(Import {
        path,
        name,
        public: false,
        line,
        test,
    });
    if aliased { at + 3 } else { at + 1 }
}

fn inline(source: &Source) -> Vec<(Vec<String>, usize, bool)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(token) = source.tokens.get(at) {
        if is_use(source, at) {
            while !matches!(source.word(at), ";" | "") {
                at += 1;
            }
        } else if is_name(&token.text) && source.word(at + 1) == "::" && !continues(source, at) {
            let mut path = vec![token.text.clone()];
            let mut next = at + 1;
            while source.word(next) == "::" && is_name(source.word(next + 1)) {
                path.push(source.word(next + 1).to_owned());
                next += 2;
            }
            if path.len() > 1 && !is_visibility(source, at) {
                found.push((path, token.line, token.test));
            }
            at = next;
            continue;
        }
        at += 1;
    }
    found
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The `b` of `a::b` and of `Vec::<T>::b` is no head of a path.
fn continues(source: &Source, at: usize) -> bool {
    at > 1
        && source.word(at - 1) == "::"
        && (is_name(source.word(at - 2)) || source.word(at - 2) == ">")
}

/// `pub(in crate::store)` names a place, it imports nothing.
fn is_visibility(source: &Source, at: usize) -> bool {
    at > 2 && source.word(at - 1) == "in" && source.word(at - 2) == "("
}

fn resolve(source: &Source, path: Vec<String>, (line, test): (usize, bool)) -> Named {
    let (path, ours) = match local(source, &path) {
        Some(local) => (local, true),
        None => (path, false),
    };
    Named {
        path,
        ours,
        line,
        test,
    }
}

fn local(source: &Source, path: &[String]) -> Option<Vec<String>> {
    let head = path.first()?.as_str();
    let mut base = source.module();
    let mut rest = path;
    match head {
        "crate" | "madoguchi" => {
            base.clear();
            rest = rest.get(1..)?;
        }
        "self" => rest = rest.get(1..)?,
        "super" => {
            while rest.first().is_some_and(|segment| segment == "super") {
                base.pop();
                rest = rest.get(1..)?;
            }
        }
        _ if source.children().iter().any(|(name, _)| name == head) => {}
        _ => return None,
    }
    base.extend(rest.iter().cloned());
    Some(base)
}

/// Which file each module lives in.
pub struct Map<'a> {
    files: BTreeMap<Vec<String>, &'a Source>,
}

impl<'a> Map<'a> {
    pub fn new(sources: &'a [Source]) -> Self {
        let files = sources.iter().map(|s| (s.module(), s)).collect();
        Self { files }
    }

    /// The file a path of ours leads to: the longest part of it that is a module.
    pub fn file(&self, path: &[String]) -> Option<&'a Source> {
        (0..=path.len())
            .rev()
            .find_map(|length| self.files.get(path.get(..length)?))
            .copied()
    }
}
