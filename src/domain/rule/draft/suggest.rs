//! What a draft is called and numbered until its officer says otherwise.

use std::collections::BTreeSet;

use crate::domain::rule::document::Document;

/// Most numbers that are tried.
const TRIES: u32 = 10_000;

/// The next version after one, that was not used before: "2.1" after "2.0", "1.0" for a first one.
#[must_use]
pub fn version(after: Option<&str>, used: &[String]) -> String {
    let Some(last) = after else {
        let first = |major: u32| format!("{major}.0");
        let mut free = (1..TRIES).map(first).filter(|one| !used.contains(one));
        return free.next().unwrap_or_default();
    };
    let (head, tail) = match last.rsplit_once('.') {
        Some((head, tail)) => (format!("{head}."), tail),
        None => (format!("{last}."), "0"),
    };
    let Ok(from) = tail.parse::<u32>() else {
        return String::new();
    };
    let mut free = (from.saturating_add(1)..from.saturating_add(TRIES))
        .map(|minor| format!("{head}{minor}"))
        .filter(|one| !used.contains(one));
    free.next().unwrap_or_default()
}

/// The number of the next article of a document: one more than the highest.
#[must_use]
pub fn article(document: &Document) -> String {
    let highest = document
        .articles
        .iter()
        .filter_map(|article| article.number.split('-').next()?.parse::<u32>().ok())
        .max();
    highest.map_or_else(
        || "1".to_owned(),
        |number| number.saturating_add(1).to_string(),
    )
}

/// A key that no document has, nor had among these.
#[must_use]
pub fn key(documents: &[Document]) -> u32 {
    let known: BTreeSet<u32> = documents.iter().map(|document| document.key).collect();
    known.last().map_or(1, |highest| highest.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rule::draft::sample::amendment;

    #[test]
    fn the_next_number_was_not_used_before() {
        let used = ["2.0", "2.1", "2.2"].map(str::to_owned);
        assert_eq!(version(Some("2.1"), &used), "2.3");
        assert_eq!(version(Some("3"), &used), "3.1");
        assert_eq!(version(Some("2027-a"), &used), "2027-a.1");
        assert_eq!(version(None, &[]), "1.0");
        assert_eq!(version(None, &["1.0".to_owned()]), "2.0");
        assert_eq!(version(Some("1.b"), &used), "");
    }

    #[test]
    fn articles_and_documents_go_on_counting() {
        let text = amendment().text;
        assert_eq!(article(&text.documents[0]), "8");
        assert_eq!(key(&text.documents), 2);
        assert_eq!(key(&[]), 1);
    }
}
