//! The documents of a rule in words: their kinds, the headings of articles, attached files.

use crate::domain::language::Language;
use crate::domain::parameter::setting::ArticleRef;
use crate::domain::rule::document::{Document, DocumentKind};
use crate::words::{citation, name};

/// What a kind of document is called: 規程, 規則, 細則, 別表, 様式, 約款.
#[must_use]
pub const fn kind(language: Language, kind: DocumentKind) -> &'static str {
    let (ja, en) = match kind {
        DocumentKind::Regulation => ("規程", "Regulations"),
        DocumentKind::Rule => ("規則", "Rules"),
        DocumentKind::Bylaw => ("細則", "Detailed rules"),
        DocumentKind::Annex => ("別表", "Annex"),
        DocumentKind::Form => ("様式", "Form"),
        DocumentKind::Terms => ("約款", "Terms and conditions"),
    };
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}

/// The heading over an article: 第5条の2（申請の期限）, Article 5-2 (Deadline). One without a number is a
/// preamble.
#[must_use]
pub fn article(language: Language, number: &str, heading: &str) -> String {
    let preamble = match language {
        Language::Ja => "前文",
        Language::En => "Preamble",
    };
    match (language, number, heading) {
        (_, "", "") => preamble.to_owned(),
        (_, "", heading) => heading.to_owned(),
        (Language::Ja, number, "") => citation::article(language, number),
        (Language::En, number, "") => format!("Article {number}"),
        (Language::Ja, number, heading) => {
            format!("{}（{heading}）", citation::article(language, number))
        }
        (Language::En, number, heading) => format!("Article {number} ({heading})"),
    }
}

/// An article with its document: 細則 第5条; by its title where several documents are of one kind.
#[must_use]
pub fn place(language: Language, documents: &[Document], at: &ArticleRef) -> String {
    let article = citation::article(language, &at.article);
    let known = documents.iter().find(|one| one.key == at.document);
    let of_kind = |kind| documents.iter().filter(|one| one.kind == kind).count();
    let document = known.map_or("", |one| match name::of(language, &one.title) {
        title if !title.is_empty() && of_kind(one.kind) > 1 => title,
        _ => kind(language, one.kind),
    });
    let gap = match language {
        Language::Ja => " ",
        Language::En => ", ",
    };
    [document, &article]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(gap)
}

/// An attached file with its kind and size: 利用申請書（PDF、1.2MB）.
#[must_use]
pub fn file(language: Language, title: &str, bytes: u64) -> String {
    let size = size(bytes);
    match language {
        Language::Ja => format!("{title}（PDF、{size}）"),
        Language::En => format!("{title} (PDF, {size})"),
    }
}

/// A size as people read it: 340kB, 1.2MB.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes}B"),
        1_000..999_500 => format!("{}kB", (bytes + 500) / 1_000),
        _ => {
            let tenths = (bytes + 50_000) / 100_000;
            format!("{}.{}MB", tenths / 10, tenths % 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::name::Name;

    #[test]
    fn articles_are_headed_as_documents_head_them() {
        let ja = |number, heading| article(Language::Ja, number, heading);
        assert_eq!(ja("5", "申請の期限"), "第5条（申請の期限）");
        assert_eq!(ja("5-2", ""), "第5条の2");
        assert_eq!(ja("5-2-1", ""), "第5条の2の1");
        assert_eq!(ja("", ""), "前文");
        assert_eq!(ja("", "附則"), "附則");
        let en = |number, heading| article(Language::En, number, heading);
        assert_eq!(en("5-2", "Deadline"), "Article 5-2 (Deadline)");
        assert_eq!(en("5", ""), "Article 5");
        assert_eq!(en("", ""), "Preamble");
    }

    #[test]
    fn an_article_is_named_with_its_document() {
        let document = |key, kind, ja: &str| Document {
            key,
            kind,
            title: Name {
                ja: ja.into(),
                en: String::new(),
            },
            version: String::new(),
            enacted_on: None,
            amended_on: None,
            effective_on: None,
            articles: Vec::new(),
            files: Vec::new(),
        };
        let documents = [
            document(1, DocumentKind::Rule, "利用規則"),
            document(2, DocumentKind::Annex, "別表第1"),
            document(3, DocumentKind::Annex, "別表第2"),
        ];
        let at = |document| ArticleRef {
            document,
            article: "5-2".into(),
        };
        let ja = |key| place(Language::Ja, &documents, &at(key));
        assert_eq!(ja(1), "規則 第5条の2");
        assert_eq!(ja(3), "別表第2 第5条の2");
        assert_eq!(ja(9), "第5条の2");
        assert_eq!(
            place(Language::En, &documents, &at(1)),
            "Rules, article 5-2"
        );
    }

    #[test]
    fn sizes_are_said_in_round_numbers() {
        for (bytes, said) in [
            (0, "0B"),
            (999, "999B"),
            (1_000, "1kB"),
            (340_400, "340kB"),
            (999_499, "999kB"),
            (999_500, "1.0MB"),
            (1_240_000, "1.2MB"),
            (20_971_520, "21.0MB"),
        ] {
            assert_eq!(size(bytes), said);
        }
    }
}
