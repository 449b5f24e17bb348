//! Templates hold structure only: no sentences, no style, no script, nothing trusted blindly.

use crate::source::Source;

/// Pages only developers see.
const FOR_DEVELOPERS: &[&str] = &["dev/"];

fn line_of(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or_default().matches('\n').count() + 1
}

/// The text with each `from … to` blanked, line breaks kept.
fn without(text: &str, from: &str, to: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(from) {
        let (before, tail) = rest.split_at(start);
        let end = tail.find(to).map_or(tail.len(), |at| at + to.len());
        let (gone, after) = tail.split_at(end);
        out.push_str(before);
        out.extend(gone.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        rest = after;
    }
    out.push_str(rest);
    out
}

fn without_comments(source: &Source) -> String {
    without(&without(&source.text, "{#", "#}"), "<!--", "-->")
}

fn without_expressions(source: &Source) -> String {
    let text = without(&without_comments(source), "{{", "}}");
    without(&text, "{%", "%}")
}

pub fn nothing_trusted_blindly(templates: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for template in templates {
        let text = without_comments(template);
        let tight: Vec<(usize, char)> = text
            .char_indices()
            .filter(|(_, c)| !c.is_whitespace())
            .collect();
        let squeezed: String = tight.iter().map(|(_, c)| *c).collect();
        let mut from = 0;
        while let Some(found) = squeezed.get(from..).and_then(|s| s.find("|safe")) {
            let nth = squeezed
                .get(..from + found)
                .map_or(0, |s| s.chars().count());
            let at = tight.get(nth).map_or(0, |(at, _)| *at);
            wrong.push(format!(
                "templates/{}:{}: `|safe` lets text through unescaped. Mend: give the template a type that escapes itself (the allow-listed tree of `words`)",
                template.path,
                line_of(&text, at)
            ));
            from += found + 1;
        }
    }
    wrong
}

/// Each tag of the template with the place where it begins, its attribute values emptied.
fn tags(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut tag: Option<(usize, String)> = None;
    let mut quote: Option<char> = None;
    for (at, c) in text.char_indices() {
        match (&mut tag, quote) {
            (None, _) if c == '<' => tag = Some((at, String::new())),
            (Some(_), Some(open)) if c == open => quote = None,
            (None, _) | (Some(_), Some(_)) => {}
            (Some(_), None) if c == '>' => found.extend(tag.take()),
            (Some(_), None) if matches!(c, '"' | '\'') => quote = Some(c),
            (Some((_, body)), None) => body.push(c.to_ascii_lowercase()),
        }
    }
    found
}

pub fn no_inline_style_or_script(templates: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for template in templates {
        let text = without_expressions(template);
        for (at, tag) in tags(&text) {
            let mut parts = tag.split_whitespace();
            let name = parts.next().unwrap_or_default();
            let mut found: Vec<String> = parts
                .filter_map(|part| part.split_once('='))
                .filter(|(key, _)| *key == "style" || key.starts_with("on"))
                .map(|(key, _)| format!("{key}="))
                .collect();
            let after = text.get(at..).and_then(|rest| rest.split_once('>'));
            let filled = after.is_some_and(|(_, rest)| !rest.trim_start().starts_with("</script"));
            if name == "style" || (name == "script" && (filled || !tag.contains(" src="))) {
                found.push(format!("<{name}>"));
            }
            for what in found {
                wrong.push(format!(
                    "templates/{}:{}: `{what}` in the page; the content security policy refuses it. Mend: a class in `static/app.css`, or a `data-` attribute that `static/app.js` knows",
                    template.path,
                    line_of(&text, at)
                ));
            }
        }
    }
    wrong
}

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}')
}

/// Two words of letters side by side, outside tags and expressions.
fn is_sentence(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    words.windows(2).any(|pair| {
        pair.iter().all(|word| {
            let letters = word.trim_matches(|c: char| c.is_ascii_punctuation());
            letters.len() > 1 && letters.chars().all(|c| c.is_ascii_alphabetic())
        })
    })
}

pub fn no_sentence(templates: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for template in templates {
        if FOR_DEVELOPERS
            .iter()
            .any(|path| template.path.starts_with(path))
        {
            continue;
        }
        let japanese = without_comments(template);
        let english = without(&without_expressions(template), "<", ">");
        for (number, (ja, en)) in japanese.lines().zip(english.lines()).enumerate() {
            if ja.chars().any(is_japanese) || is_sentence(en) {
                wrong.push(format!(
                    "templates/{}:{}: a sentence in a template. Mend: put it into `words/` in both languages and show it with `{{{{ words.… }}}}`",
                    template.path,
                    number + 1
                ));
            }
        }
    }
    wrong
}
