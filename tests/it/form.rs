//! Reading pages: the forms in them with what is filled in already, and their words without tags.

/// A form as a browser would send it.
#[derive(Clone, Debug)]
pub struct Form {
    pub action: String,
    fields: Vec<(String, String)>,
}

impl Form {
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    pub fn value(&self, name: &str) -> &str {
        let found = self.pairs().find(|(known, _)| *known == name);
        found.map_or("", |(_, value)| value)
    }

    /// Fills a field in, or takes what was there away.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(known, _)| known != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(known, _)| known != name);
        self
    }
}

/// A tag: its name, its attributes, and where the text behind it begins.
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
    end: usize,
}

impl Tag {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// The first form of a page whose action (or whose button's own action) contains a text.
pub fn find(page: &str, action: &str) -> Option<Form> {
    let tags = tags(page);
    let mut open: Option<Form> = None;
    let mut select = String::new();
    let mut fits = false;
    for tag in &tags {
        match tag.name.as_str() {
            "form"
                if tag
                    .get("method")
                    .is_some_and(|m| m.eq_ignore_ascii_case("post")) =>
            {
                let own = tag.get("action").unwrap_or_default();
                fits = own.contains(action);
                open = Some(Form {
                    action: own.to_owned(),
                    fields: Vec::new(),
                });
            }
            "/form" => {
                if fits && open.is_some() {
                    return open;
                }
                open = None;
            }
            "button" => {
                if let (Some(form), Some(own)) = (open.as_mut(), tag.get("formaction"))
                    && own.contains(action)
                {
                    form.action = own.to_owned();
                    fits = true;
                }
            }
            "select" => select = tag.get("name").unwrap_or_default().to_owned(),
            "option" if tag.get("selected").is_some() => {
                if let Some(form) = open.as_mut() {
                    let value = tag.get("value").unwrap_or_default().to_owned();
                    form.fields.push((select.clone(), value));
                }
            }
            "input" | "textarea" => {
                if let Some(form) = open.as_mut() {
                    form.fields.extend(control(page, tag));
                }
            }
            _ => {}
        }
    }
    None
}

/// What a control sends if it is left as it is.
fn control(page: &str, tag: &Tag) -> Option<(String, String)> {
    let name = tag.get("name")?.to_owned();
    if tag.name == "textarea" {
        let rest = &page[tag.end..];
        let text = &rest[..rest.find("</textarea").unwrap_or(rest.len())];
        return Some((name, unescape(text.strip_prefix('\n').unwrap_or(text))));
    }
    let kind = tag.get("type").unwrap_or("text");
    let value = tag.get("value").unwrap_or_default().to_owned();
    match kind {
        "checkbox" | "radio" if tag.get("checked").is_none() => None,
        "checkbox" | "radio" if value.is_empty() => Some((name, "on".to_owned())),
        "submit" => None,
        _ => Some((name, value)),
    }
}

fn tags(page: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(begin) = page[at..].find('<') {
        let start = at + begin + 1;
        let Some(end) = tag_end(page, start) else {
            break;
        };
        let inside = page[start..end].trim_end_matches('/');
        let name_end = inside.find(char::is_whitespace).unwrap_or(inside.len());
        found.push(Tag {
            name: inside[..name_end].to_ascii_lowercase(),
            attributes: attributes(&inside[name_end..]),
            end: end + 1,
        });
        at = end + 1;
    }
    found
}

/// Where a tag ends: at the first `>` outside quotes.
fn tag_end(page: &str, from: usize) -> Option<usize> {
    let mut quote = None;
    for (at, letter) in page[from..].char_indices() {
        match (quote, letter) {
            (None, '>') => return Some(from + at),
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
    }
    None
}

fn attributes(mut text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    loop {
        text = text.trim_start();
        if text.is_empty() {
            return found;
        }
        let end = text
            .find(|letter: char| letter == '=' || letter.is_whitespace())
            .unwrap_or(text.len());
        let name = text[..end].to_owned();
        text = &text[end..];
        let Some(rest) = text.strip_prefix('=') else {
            found.push((name, String::new()));
            continue;
        };
        let (value, after) = match rest.chars().next() {
            Some(quote @ ('"' | '\'')) => rest[1..].split_once(quote).unwrap_or((&rest[1..], "")),
            _ => rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len())),
        };
        found.push((name, unescape(value)));
        text = after;
    }
}

/// How a page is built: its tags in order, each with the names of its attributes.
pub fn skeleton(page: &str) -> Vec<String> {
    tags(page)
        .iter()
        .map(|tag| {
            let names = tag.attributes.iter().map(|(name, _)| name.as_str());
            std::iter::once(tag.name.as_str())
                .chain(names)
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect()
}

/// What a page says: its text without tags, with single spaces.
pub fn words(page: &str) -> String {
    let mut text = String::new();
    let mut at = 0;
    while let Some(begin) = page[at..].find('<') {
        text.push_str(&page[at..at + begin]);
        text.push(' ');
        match tag_end(page, at + begin + 1) {
            Some(end) => at = end + 1,
            None => break,
        }
    }
    text.push_str(page.get(at..).unwrap_or_default());
    let text = unescape(&text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The escapes that templates write.
const ESCAPES: [(&str, &str); 11] = [
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#34;", "\""),
    ("&#39;", "'"),
    ("&#x27;", "'"),
    ("&#60;", "<"),
    ("&#62;", ">"),
    ("&nbsp;", " "),
    ("&#38;", "&"),
    ("&amp;", "&"),
];

/// Reads escapes, each once.
pub fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let (escape, letter) = ESCAPES
            .into_iter()
            .find(|(escape, _)| rest.starts_with(escape))
            .unwrap_or(("&", "&"));
        plain.push_str(letter);
        rest = &rest[escape.len()..];
    }
    plain.push_str(rest);
    plain
}
