//! Articles as officers name them beside a parameter: by number, with the document where several have it.

use crate::domain::parameter::setting::ArticleRef;
use crate::domain::rule::text::Text;

/// How an article is written in its field: "7"; "2:7" where several documents have one of that number.
#[must_use]
pub fn write(text: &Text, at: &ArticleRef) -> String {
    if with(text, &at.article).len() > 1 {
        format!("{}:{}", at.document, at.article)
    } else {
        at.article.clone()
    }
}

/// Reads it back; an empty field names none.
///
/// # Errors
/// There is no such article, or there are several.
pub fn read(text: &Text, typed: &str) -> Result<Option<ArticleRef>, NoSuchArticle> {
    if typed.is_empty() {
        return Ok(None);
    }
    let found = match typed.split_once(':') {
        Some((document, article)) => {
            let document = document.parse().map_err(|_| NoSuchArticle)?;
            text.has(document, article).then_some((document, article))
        }
        None => match with(text, typed)[..] {
            [document] => Some((document, typed)),
            _ => None,
        },
    };
    let (document, article) = found.ok_or(NoSuchArticle)?;
    Ok(Some(ArticleRef {
        document,
        article: article.to_owned(),
    }))
}

/// The documents that have an article of this number.
fn with(text: &Text, number: &str) -> Vec<u32> {
    text.documents
        .iter()
        .filter(|one| one.articles.iter().any(|known| known.number == number))
        .map(|one| one.key)
        .collect()
}

/// No article, or more than one, has this number.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct NoSuchArticle;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::name::Name;
    use crate::domain::rule::document::Article;

    fn text() -> Text {
        let article = |number: &str| Article {
            number: number.into(),
            heading: Name::default(),
            body: Name::default(),
        };
        let mut text = Text::plain(Name::default(), Name::default());
        text.documents[0].articles = vec![article("1"), article("7")];
        let mut second = text.documents[0].clone();
        second.key = 2;
        second.articles = vec![article("1"), article("3-2")];
        text.documents.push(second);
        text
    }

    #[test]
    fn an_article_is_named_as_shortly_as_it_is_clear() {
        let text = text();
        let at = |document, article: &str| ArticleRef {
            document,
            article: article.into(),
        };
        for (place, written) in [
            (at(1, "7"), "7"),
            (at(2, "3-2"), "3-2"),
            (at(2, "1"), "2:1"),
        ] {
            assert_eq!(write(&text, &place), written);
            assert_eq!(read(&text, written), Ok(Some(place)));
        }
        assert_eq!(read(&text, ""), Ok(None));
        for wrong in ["1", "8", "3:1", "2:7", "第7条", "x:1"] {
            assert_eq!(read(&text, wrong), Err(NoSuchArticle), "{wrong}");
        }
    }
}
