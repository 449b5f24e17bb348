//! Rust text as tokens: comments and strings are gone, test-only code is marked.

pub struct Token {
    pub text: String,
    pub line: usize,
    /// Stands inside `#[cfg(test)]` or `#[test]`.
    pub test: bool,
}

pub fn read(text: &str) -> Vec<Token> {
    let mut tokens = Lexer::new(text).run();
    mark_tests(&mut tokens);
    tokens
}

fn mark_tests(tokens: &mut [Token]) {
    let mut at = 0;
    while at < tokens.len() {
        let inner = word(tokens, at) == "#" && word(tokens, at + 1) == "!";
        let open = if inner { at + 2 } else { at + 1 };
        if word(tokens, at) != "#" || word(tokens, open) != "[" {
            at += 1;
            continue;
        }
        let close = closing(tokens, open);
        if !means_test(tokens, open + 1, close) {
            at = close + 1;
            continue;
        }
        let end = if inner {
            tokens.len()
        } else {
            end_of_item(tokens, close + 1)
        };
        for token in tokens.iter_mut().take(end + 1).skip(at) {
            token.test = true;
        }
        at = end + 1;
    }
}

/// `cfg(test)`, `cfg(all(test, …))`, `test`, `actix_web::test`; not `cfg(not(test))`.
fn means_test(tokens: &[Token], from: usize, to: usize) -> bool {
    let words: Vec<&str> = (from..to).map(|at| word(tokens, at)).collect();
    match words.first() {
        Some(&"cfg") => words.contains(&"test") && !words.contains(&"not"),
        Some(_) => words.last() == Some(&"test") && words.iter().all(|w| *w != "("),
        None => false,
    }
}

fn end_of_item(tokens: &[Token], from: usize) -> usize {
    let mut at = from;
    while at < tokens.len() {
        match word(tokens, at) {
            ";" => return at,
            "{" => return closing(tokens, at),
            "(" | "[" => at = closing(tokens, at) + 1,
            _ => at += 1,
        }
    }
    tokens.len().saturating_sub(1)
}

pub fn closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    tokens.len().saturating_sub(1)
}

fn word(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).map_or("", |token| token.text.as_str())
}

struct Lexer<'a> {
    rest: &'a str,
    line: usize,
    out: Vec<Token>,
}

impl<'a> Lexer<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            rest: text,
            line: 1,
            out: Vec::new(),
        }
    }

    fn run(mut self) -> Vec<Token> {
        while let Some(first) = self.rest.chars().next() {
            if self.rest.starts_with("//") {
                self.skip(self.rest.find('\n').unwrap_or(self.rest.len()));
            } else if self.rest.starts_with("/*") {
                self.skip(block_comment(self.rest));
            } else if let Some(length) = string(self.rest) {
                self.push("\"\"", length);
            } else if first == '\'' {
                self.quote();
            } else if first.is_alphanumeric() || first == '_' {
                self.name();
            } else if self.rest.starts_with("::") {
                self.push("::", 2);
            } else if first.is_whitespace() {
                self.skip(first.len_utf8());
            } else {
                self.push(&first.to_string(), first.len_utf8());
            }
        }
        self.out
    }

    fn name(&mut self) {
        let raw = self.rest.strip_prefix("r#").unwrap_or(self.rest);
        let before = self.rest.len() - raw.len();
        let end = raw
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(raw.len());
        let name = raw.get(..end).unwrap_or_default().to_owned();
        self.push(&name, (before + end).max(1));
    }

    /// `'a'` and `'\n'` are characters, `'a` is a lifetime.
    fn quote(&mut self) {
        let mut chars = self.rest.char_indices().skip(1);
        let second = chars.next().map_or('\'', |(_, c)| c);
        let third = chars.next();
        if second == '\\' {
            let from = third.map_or(self.rest.len(), |(at, c)| at + c.len_utf8());
            let tail = self.rest.get(from..).unwrap_or_default();
            let end = tail.find('\'').map_or(self.rest.len(), |at| from + at + 1);
            self.push("\"\"", end);
        } else if let Some((at, '\'')) = third {
            self.push("\"\"", at + 1);
        } else {
            self.push("'", 1);
        }
    }

    fn push(&mut self, text: &str, length: usize) {
        self.out.push(Token {
            text: text.to_owned(),
            line: self.line,
            test: false,
        });
        self.skip(length);
    }

    fn skip(&mut self, length: usize) {
        let (gone, rest) = self.rest.split_at(length.min(self.rest.len()));
        self.line += gone.matches('\n').count();
        self.rest = rest;
    }
}

fn block_comment(text: &str) -> usize {
    let mut depth = 0usize;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    at
}

/// The length of the string literal that starts here, in any of its spellings.
fn string(text: &str) -> Option<usize> {
    let body = text.strip_prefix(['b', 'c']).unwrap_or(text);
    let prefix = text.len() - body.len();
    if let Some(raw) = body.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let inside = raw.get(hashes..)?.strip_prefix('"')?;
        let end = format!("\"{}", "#".repeat(hashes));
        let length = inside.find(&end).map_or(inside.len(), |at| at + end.len());
        return Some(prefix + 1 + hashes + 1 + length);
    }
    let inside = body.strip_prefix('"')?;
    let mut escaped = false;
    for (at, c) in inside.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(prefix + at + 2),
            _ => {}
        }
    }
    Some(text.len())
}
