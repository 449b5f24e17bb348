//! The words of a comparison of two versions.

use crate::domain::language::Language;
use crate::domain::rule::diff::Count;
use crate::domain::rule::diff::pair::Fate;

/// Around the changes themselves.
pub struct Words {
    pub nothing: &'static str,
    pub documents_heading: &'static str,
    pub parameters_heading: &'static str,
    pub added: &'static str,
    pub removed: &'static str,
    pub changed: &'static str,
    /// Read aloud before a stretch of text, and seen where colours are not.
    pub added_aloud: &'static str,
    pub removed_aloud: &'static str,
    pub end_aloud: &'static str,
    pub skipped: &'static str,
    pub kind: &'static str,
    pub title: &'static str,
    pub version: &'static str,
    pub enacted_on: &'static str,
    pub amended_on: &'static str,
    pub effective_on: &'static str,
    pub heading: &'static str,
    pub whole_text: &'static str,
    pub file: &'static str,
    pub nothing_said: &'static str,
    pub applies_to: &'static str,
    pub article: &'static str,
    pub binding: &'static str,
    pub is_binding: &'static str,
    pub is_not_binding: &'static str,
    pub other_language_only: &'static str,
    pub before: &'static str,
    pub after: &'static str,
}

pub(super) const JA: Words = Words {
    nothing: "本文にも条件にも違いはありません。",
    documents_heading: "本文の変更",
    parameters_heading: "機械が確かめる条件の変更",
    added: "＋ 追加",
    removed: "− 削除",
    changed: "変更",
    added_aloud: "追加：",
    removed_aloud: "削除：",
    end_aloud: "ここまで。",
    skipped: "（変わらない部分を省略）",
    kind: "文書の種類",
    title: "題名",
    version: "文書の版",
    enacted_on: "制定日",
    amended_on: "改正日",
    effective_on: "施行日",
    heading: "見出し",
    whole_text: "本文",
    file: "添付ファイル",
    nothing_said: "（定めなし）",
    applies_to: "対象",
    article: "条文",
    binding: "下位の規則での緩和",
    is_binding: "緩められない",
    is_not_binding: "緩められる",
    other_language_only: "英語の訳文だけが変わります。",
    before: "変更前",
    after: "変更後",
};

pub(super) const EN: Words = Words {
    nothing: "Neither the text nor the conditions differ.",
    documents_heading: "Changes in the text",
    parameters_heading: "Changes in the conditions that the machine checks",
    added: "＋ Added",
    removed: "− Removed",
    changed: "Changed",
    added_aloud: "Added: ",
    removed_aloud: "Removed: ",
    end_aloud: ". End. ",
    skipped: "(unchanged text left out)",
    kind: "Kind of document",
    title: "Title",
    version: "Version of the document",
    enacted_on: "Enacted on",
    amended_on: "Amended on",
    effective_on: "In force from",
    heading: "Heading",
    whole_text: "Text",
    file: "Attached file",
    nothing_said: "(nothing said)",
    applies_to: "Applies to",
    article: "Article",
    binding: "May rules below loosen it",
    is_binding: "no",
    is_not_binding: "yes",
    other_language_only: "Only the Japanese text changes, or there is no English one; it is shown here.",
    before: "Before",
    after: "After",
};

/// The words of one language.
#[must_use]
pub const fn of(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// Tone and word of what became of a part.
#[must_use]
pub const fn fate(language: Language, fate: Fate) -> (&'static str, &'static str) {
    let w = of(language);
    match fate {
        Fate::Added => ("g", w.added),
        Fate::Removed => ("r", w.removed),
        Fate::Changed => ("b", w.changed),
    }
}

/// How much differs: 「条文3か所と条件1件が変わります。」
#[must_use]
pub fn summary(language: Language, count: Count) -> String {
    let Count {
        documents,
        articles,
        parameters,
    } = count;
    let parts = match language {
        Language::Ja => [
            (documents, format!("文書{documents}点")),
            (articles, format!("条文{articles}か所")),
            (parameters, format!("条件{parameters}件")),
        ],
        Language::En => [
            (documents, counted(documents, "document")),
            (articles, counted(articles, "article")),
            (parameters, counted(parameters, "condition")),
        ],
    };
    let said: Vec<String> = parts
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(_, said)| said)
        .collect();
    match language {
        _ if said.is_empty() => of(language).nothing.to_owned(),
        Language::Ja => format!("{}が変わります。", said.join("、")),
        Language::En => format!("What differs: {}.", said.join(", ")),
    }
}

fn counted(number: usize, name: &str) -> String {
    match number {
        1 => format!("1 {name}"),
        _ => format!("{number} {name}s"),
    }
}
