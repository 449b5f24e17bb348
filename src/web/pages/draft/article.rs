//! An article of a draft, beside the parameters that it sets.

mod at;
mod beside;

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::domain::halt::Halt;
use crate::domain::name::Name;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::{Field as Named, RuleField as Of};
use crate::domain::rule::document::{Article, Document};
use crate::domain::rule::draft::sound::Around;
use crate::domain::rule::draft::step::Edit;
use crate::domain::rule::draft::suggest;
use crate::store;
use crate::store::rule::draft::Standing;
use crate::store::rule::draft::impact::around;
use crate::web::answer::{self, Answer, Stop};
use crate::web::draft_frame::{
    Head, Step, article_number, article_token, document, refused, save as keep, standing, status,
};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::pages::draft::article::at::At;
use crate::web::pages::draft::article::beside::{Beside, Shown};
use crate::web::parts::{Errors, Field};
use crate::web::visit::Visit;
use crate::words::draft::{self as words, said};
use crate::words::name;
use crate::words::rule::document as documents;

/// The word that stands for an article to add.
const NEW: &str = "new";

#[derive(Template)]
#[template(path = "draft/article.html")]
struct Page {
    frame: Frame,
    w: &'static words::edit::Words,
    head: Head,
    page: Body,
}

struct Body {
    heading: String,
    action: String,
    number: Field,
    heading_ja: Field,
    heading_en: Field,
    body_ja: Field,
    body_en: Field,
    rows: i32,
    beside: Shown,
    /// What stands in the draft now, where somebody else was quicker.
    saved: Option<Article>,
    back: Link,
    remove: Option<(String, String)>,
}

/// What comes back after a try.
#[derive(Default)]
struct Outcome {
    saved: bool,
    refusals: Vec<Refusal>,
}

fn posted(form: &Form) -> Article {
    Article {
        number: form.line(Named::Rule(Of::ArticleNumber).code()),
        heading: Name {
            ja: form.line(Named::Rule(Of::HeadingJa).code()),
            en: form.line(Named::Rule(Of::HeadingEn).code()),
        },
        body: Name {
            ja: form.lines(Named::Rule(Of::BodyJa).code()),
            en: form.lines(Named::Rule(Of::BodyEn).code()),
        },
    }
}

fn stored<'a>(document: &'a Document, number: &str) -> Option<&'a Article> {
    let mut articles = document.articles.iter();
    articles.find(|one| one.number == number)
}

/// What stands around the draft, and the names of categories.
async fn look(visit: &Visit, standing: &Standing) -> Result<(Around, Vec<(String, Name)>), Stop> {
    let (looked, today) = (standing.amendment.clone(), visit.actor.at.day());
    let look = visit.db().read(move |conn| {
        let words = store::catalogue::vocabulary::all(conn)?;
        Ok((around(conn, &looked, today)?, words.categories().to_vec()))
    });
    Ok(look.await?)
}

/// `GET /institution/rules/{facility}/draft/articles/{document}/{article}?saved=`
///
/// # Errors
/// There is no such draft, document or article for this visitor, or a fault.
pub async fn show(
    visit: Visit,
    path: Path<(String, String, String)>,
    Query(query): Query,
) -> Answer {
    let (slug, key, token) = path.into_inner();
    let standing = standing(&visit, &slug).await?;
    let document = document(&standing.amendment, &key)?;
    let (around, categories) = look(&visit, &standing).await?;
    let number = (token != NEW).then(|| article_number(&token));
    let article = match number {
        Some(number) => stored(document, number).ok_or(Stop(Halt::Absent))?.clone(),
        None => Article {
            number: suggest::article(document),
            heading: Name::default(),
            body: Name::default(),
        },
    };
    let at = At {
        visit: &visit,
        standing: &standing,
        around: &around,
        categories: &categories,
        document,
        number,
    };
    let beside = Beside::stored(&at);
    let outcome = Outcome {
        saved: query.raw("saved") == "1",
        ..Outcome::default()
    };
    page(&at, &article, &beside, outcome)
}

/// `POST /institution/rules/{facility}/draft/articles/{document}/{article}`
///
/// # Errors
/// As [`show`]; refused it is the page itself, with everything typed.
pub async fn save(visit: Visit, path: Path<(String, String, String)>, form: Form) -> Answer {
    let (slug, key, token) = path.into_inner();
    let standing_before = standing(&visit, &slug).await?;
    let document_before = document(&standing_before.amendment, &key)?;
    let (around, categories) = look(&visit, &standing_before).await?;
    let number = (token != NEW).then(|| article_number(&token));
    let at = At {
        visit: &visit,
        standing: &standing_before,
        around: &around,
        categories: &categories,
        document: document_before,
        number,
    };
    let article = posted(&form);
    let beside = Beside::posted(&at, &form);
    let Ok(settings) = beside.changes(&at, &article.number, &form) else {
        return page(&at, &article, &beside, Outcome::default());
    };
    let edit = Edit::Article {
        document: at.document.key,
        number: number.map(str::to_owned),
        article: article.clone(),
        settings,
    };
    match keep(&visit, &slug, &form, edit).await {
        Ok(_) => answer::see(&visit.href(&onward(&at, &article, &form))),
        Err(halt) => {
            let refusals = refused(halt)?;
            let standing = standing(&visit, &slug).await?;
            // what was typed is shown even where somebody removed what it was for
            let document = document(&standing.amendment, &key).unwrap_or(document_before);
            let outcome = Outcome {
                saved: false,
                refusals,
            };
            let now = At {
                standing: &standing,
                document,
                ..at
            };
            page(&now, &article, &beside, outcome)
        }
    }
}

/// Where a saved article leads: to the difference where that was asked for, else back to itself.
fn onward(at: &At<'_>, article: &Article, form: &Form) -> String {
    let slug = &at.standing.amendment.unit.slug;
    match form.raw("then") {
        "diff" => format!("{}/diff", links::draft(slug)),
        then => {
            let token = article_token(&article.number);
            let path = links::draft_article(slug, at.document.key, token);
            let place = if then == "add" { "#beside" } else { "" };
            format!("{path}?saved=1{place}")
        }
    }
}

fn page(at: &At<'_>, article: &Article, beside: &Beside, outcome: Outcome) -> Answer {
    let (visit, language) = (at.visit, at.visit.language);
    let w = words::of(language);
    let shown = beside.shown(at);
    let code = status(&outcome.refusals);
    let is_well = outcome.refusals.is_empty() && shown.is_readable;
    let errors = Errors::of(language, outcome.refusals);
    let mut lines = errors.summary();
    lines.extend(shown.errors.iter().cloned());
    let heading = heading(at);
    let mut head = Head::of(visit, at.standing, Step::Text, &heading).with(visit, lines);
    head.saved = outcome.saved && shown.errors.is_empty();
    if outcome.saved && !shown.errors.is_empty() {
        said::saved_but(language).clone_into(&mut head.errors_heading);
    }
    let mut body = body(at, article, &errors, shown);
    if code != StatusCode::CONFLICT {
        body.saved = None;
    }
    let template = Page {
        frame: Frame::of(visit),
        w,
        head,
        page: Body { heading, ..body },
    };
    let code = if is_well { StatusCode::OK } else { code };
    answer::page_with(code, &template)
}

/// What the article is called as it stands.
fn heading(at: &At<'_>) -> String {
    let language = at.visit.language;
    let Some(number) = at.number else {
        return words::of(language).new_article.to_owned();
    };
    let heading = stored(at.document, number).map(|one| &one.heading);
    let heading = heading.map_or("", |heading| name::of(language, heading));
    documents::article(language, number, heading)
}

fn body(at: &At<'_>, article: &Article, errors: &Errors, beside: Shown) -> Body {
    let (visit, w) = (at.visit, words::of(at.visit.language));
    let slug = &at.standing.amendment.unit.slug;
    let token = at.number.map_or(NEW, article_token);
    let key = at.document.key;
    let stands = at.number.and_then(|number| stored(at.document, number));
    Body {
        heading: String::new(),
        action: visit.href(&links::draft_article(slug, key, token)),
        number: errors.field(Named::Rule(Of::ArticleNumber), &*article.number),
        heading_ja: errors.field(Named::Rule(Of::HeadingJa), &*article.heading.ja),
        heading_en: errors.field(Named::Rule(Of::HeadingEn), &*article.heading.en),
        body_ja: errors.field(Named::Rule(Of::BodyJa), &*article.body.ja),
        body_en: errors.field(Named::Rule(Of::BodyEn), &*article.body.en),
        rows: rows(&article.body.ja),
        saved: stands.cloned(),
        back: Link::to(visit, &links::draft(slug), w.back),
        remove: stands.map(|_| {
            let path = format!("{}/arrange", links::draft(slug));
            (visit.href(&path), format!("{key}/{token}"))
        }),
        beside,
    }
}

/// As many lines as a text needs, within reason.
fn rows(text: &str) -> i32 {
    let lines = text
        .lines()
        .map(|line| 1 + line.chars().count() / 40)
        .sum::<usize>();
    i32::try_from(lines.clamp(8, 30)).unwrap_or(8)
}
