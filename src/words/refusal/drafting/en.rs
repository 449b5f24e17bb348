//! Refusals about drafts.

use crate::domain::language::Language;
use crate::domain::refusal::drafting::Drafting;
use crate::domain::rule::pdf::FileBar;
use crate::domain::rule::text::{
    ARTICLE_LONGEST, ARTICLES_MOST, DOCUMENTS_MOST, Problem, TITLE_LONGEST, WHOLE_LONGEST,
};
use crate::words::{citation, when};

/// What is wrong, and what helps.
type Pair = (String, String);

fn pair(what: impl Into<String>, remedy: impl Into<String>) -> Pair {
    (what.into(), remedy.into())
}

#[expect(clippy::too_many_lines, reason = "a table of sentences")]
pub(super) fn of(bar: &Drafting) -> Pair {
    let l = Language::En;
    match bar {
        Drafting::Standing { by, at } => pair(
            format!(
                "There is a draft of these rules already (last saved {} by {by}).",
                when::moment(l, *at)
            ),
            "Go on with it, or discard it before you begin another.",
        ),
        Drafting::Changed { by, at } => pair(
            format!(
                "{by} saved the draft on {}, after you opened this page.",
                when::moment(l, *at)
            ),
            "What you typed is still here. Compare it with what is saved, and save again if you want to.",
        ),
        Drafting::Contradictory { pairs: 1 } => pair(
            "One pair of parameters contradicts itself.",
            "Mend it as shown below before you publish.",
        ),
        Drafting::Contradictory { pairs } => pair(
            format!("{pairs} groups of parameters contradict each other."),
            "Mend them as shown below before you publish.",
        ),
        Drafting::TooManySettings { most } => pair(
            format!("There are more than the {most} settings that one version may have."),
            "Say fewer of them for single categories and resources.",
        ),
        Drafting::VersionUsed { version } => pair(
            format!("Version number {version} stands on a version that was published or recalled."),
            "Choose another number.",
        ),
        Drafting::TooEarly { earliest } => pair(
            "The day is too early: a version can't hold before its readers are told.",
            format!("Choose {} or later.", when::day_with_year(l, *earliest)),
        ),
        Drafting::TooLate { last } => pair(
            "The day is too far ahead.",
            format!("Choose {} or earlier.", when::day_with_year(l, *last)),
        ),
        Drafting::BeforeScheduled {
            version,
            effective_on,
        } => pair(
            format!(
                "Version {version} is scheduled for {}.",
                when::day_with_year(l, *effective_on)
            ),
            "Choose a later day, or recall that version. If this one is to hold only until then, tick the box below; the same day is not possible.",
        ),
        Drafting::Grace { most } => pair(
            "The grace period can't be read.",
            format!("Type a whole number from 0 to {most} (days)."),
        ),
        Drafting::GraceDiffers { said } => pair(
            format!("The parameter for grace after an amendment says {said} days."),
            format!("Use {said} days here, or change the parameter."),
        ),
        Drafting::InForce { since } => pair(
            format!(
                "This version has been in force since {}.",
                when::day_with_year(l, *since)
            ),
            "It can't be recalled any more. Make a draft and publish a new version.",
        ),
        Drafting::Text(problem) => text(problem),
        Drafting::File(bar) => file(bar),
    }
}

#[expect(clippy::too_many_lines, reason = "a table of sentences")]
fn text(problem: &Problem) -> Pair {
    match problem {
        Problem::Empty => pair(
            "There is no text.",
            "Write at least one article in Japanese.",
        ),
        Problem::TooManyDocuments => pair(
            format!("There are more than {DOCUMENTS_MOST} documents."),
            "Put some of them together.",
        ),
        Problem::TooManyArticles { .. } => pair(
            format!("One document has more than {ARTICLES_MOST} articles."),
            "Put some together, or divide the document.",
        ),
        Problem::ArticleTooLong { .. } => pair(
            format!(
                "The text is too long (at most {} kB in one language).",
                ARTICLE_LONGEST / 1000
            ),
            "Divide the article, or attach it as a PDF. What you typed is still here.",
        ),
        Problem::BadTitle { .. } => pair(
            format!("A title or heading is longer than {TITLE_LONGEST} characters."),
            "Shorten it.",
        ),
        Problem::BadNumber { .. } => pair(
            "The number of the article can't be read.",
            "Write it like 5 or 5-2. Leave it empty for a preamble.",
        ),
        Problem::NumberTwice { article, .. } if article.is_empty() => pair(
            "This document has a preamble already.",
            "Give the article a number.",
        ),
        Problem::NumberTwice { article, .. } => pair(
            format!(
                "This document has {} already.",
                citation::article(Language::En, article)
            ),
            "Choose another number.",
        ),
        Problem::WholeTooLong => pair(
            format!(
                "The text of the whole rule is too long (at most {} MB).",
                WHOLE_LONGEST / 1_000_000
            ),
            "Attach part of it as a PDF. What you typed is still here.",
        ),
        Problem::NoSuchArticle { article, .. } => pair(
            format!(
                "A parameter stands on {}, which the text does not have.",
                citation::article(Language::En, article)
            ),
            "Name an article of the text, or leave it empty.",
        ),
    }
}

fn file(bar: &FileBar) -> Pair {
    match bar {
        FileBar::Empty => pair("No file was chosen, or it is empty.", "Choose a PDF file."),
        FileBar::TooLarge { most } => pair(
            format!(
                "The file is too large (at most {} MB).",
                most / (1024 * 1024)
            ),
            "Lower the resolution of its pictures, or divide it.",
        ),
        FileBar::NotPdf => pair(
            "This is no PDF file.",
            "Choose a whole PDF whose name ends with .pdf.",
        ),
        FileBar::Acts { name } => pair(
            format!("The PDF acts by itself or carries other files (/{name})."),
            "Print it to a new PDF; that leaves such things out.",
        ),
        FileBar::Quota { most } => pair(
            format!(
                "The files of this unit would take more than {} MB.",
                most / (1024 * 1024)
            ),
            "Remove files that the draft no longer needs, or make this one smaller.",
        ),
        FileBar::TooMany { most } => pair(
            format!("One version has at most {most} attached files."),
            "Put some of them together.",
        ),
    }
}
