//! The text of a draft: its documents with their articles, their order, its title; throwing it away.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::domain::halt::Halt;
use crate::domain::name::Name;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::{Field as Named, RuleField as Of};
use crate::domain::rule::document::Document;
use crate::domain::rule::draft::Amendment;
use crate::domain::rule::draft::sound::contradictions;
use crate::domain::rule::draft::step::{Direction, Edit, Place};
use crate::store::rule::draft::Standing;
use crate::store::rule::draft::impact::around;
use crate::web::answer::{self, Answer, Stop};
use crate::web::draft_frame::{
    Head, Step, article_number, article_token, refused, save, standing, status, turn,
};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::parts::{Chip, Errors, Field};
use crate::web::visit::Visit;
use crate::words::draft::{self as words, said};
use crate::words::name;
use crate::words::rule::document as documents;

#[derive(Template)]
#[template(path = "draft/show.html")]
struct Page {
    frame: Frame,
    w: &'static words::edit::Words,
    head: Head,
    page: Body,
}

struct Body {
    action: String,
    discard: String,
    title_ja: Field,
    title_en: Field,
    /// What must be mended before it can be published.
    mend: Option<(String, Link)>,
    documents: Vec<Shown>,
    add_document: Link,
    next: Link,
}

struct Shown {
    heading: String,
    edit: Link,
    articles: Vec<Line>,
    add: Link,
    files: Vec<Link>,
}

struct Line {
    link: Link,
    conditions: Option<Chip>,
}

/// `GET /institution/rules/{facility}/draft?saved=`
///
/// # Errors
/// There is no such draft for this visitor, or a fault.
pub async fn show(visit: Visit, path: Path<String>, Query(query): Query) -> Answer {
    let standing = standing(&visit, &path).await?;
    let title = standing.amendment.title.clone();
    page(
        &visit,
        standing,
        title,
        (query.raw("saved") == "1", Vec::new()),
    )
    .await
}

/// `POST /institution/rules/{facility}/draft`
///
/// # Errors
/// There is no such draft for this visitor, or a fault; refused it is the page itself.
pub async fn title(visit: Visit, path: Path<String>, form: Form) -> Answer {
    let title = Name {
        ja: form.line(Named::Rule(Of::TitleJa).code()),
        en: form.line(Named::Rule(Of::TitleEn).code()),
    };
    let edit = Edit::Title(title.clone());
    match save(&visit, &path, &form, edit).await {
        Ok(_) => answer::see(&visit.href(&format!("{}?saved=1", links::draft(&path)))),
        Err(halt) => {
            let refusals = refused(halt)?;
            let standing = standing(&visit, &path).await?;
            page(&visit, standing, title, (false, refusals)).await
        }
    }
}

/// `POST /institution/rules/{facility}/draft/arrange`: order and removal.
///
/// # Errors
/// As [`title`].
pub async fn arrange(visit: Visit, path: Path<String>, form: Form) -> Answer {
    let Some(edit) = step(form.raw("do")) else {
        return Err(Stop(Halt::Absent));
    };
    match save(&visit, &path, &form, edit).await {
        Ok(_) => answer::see(&visit.href(&format!("{}?saved=1", links::draft(&path)))),
        Err(halt) => {
            let refusals = refused(halt)?;
            let standing = standing(&visit, &path).await?;
            let title = standing.amendment.title.clone();
            page(&visit, standing, title, (false, refusals)).await
        }
    }
}

/// `POST /institution/rules/{facility}/draft/discard`
///
/// # Errors
/// As [`title`].
pub async fn discard(visit: Visit, path: Path<String>, form: Form) -> Answer {
    let (slug, turn) = (path.into_inner(), turn(&form));
    let by = visit.actor.clone();
    let deed = {
        let slug = slug.clone();
        visit.db().act(by, move |tx, by| {
            acts::rule_draft::discard(tx, by, &slug, turn)
        })
    };
    match deed.await {
        Ok(_) => answer::see(&visit.href("/institution/rules?done=discarded")),
        Err(halt) => {
            let refusals = refused(halt)?;
            let standing = standing(&visit, &slug).await?;
            let title = standing.amendment.title.clone();
            page(&visit, standing, title, (false, refusals)).await
        }
    }
}

/// What a button of the page asks for: "up 1/7", "down 2", "remove 1/0".
fn step(asked: &str) -> Option<Edit> {
    let (what, place) = asked.split_once(' ')?;
    let place = match place.split_once('/') {
        Some((document, article)) => {
            Place::Article(document.parse().ok()?, article_number(article).to_owned())
        }
        None => Place::Document(place.parse().ok()?),
    };
    let moved = |to| Edit::Move {
        place: place.clone(),
        to,
    };
    match what {
        "up" => Some(moved(Direction::Up)),
        "down" => Some(moved(Direction::Down)),
        "remove" => Some(Edit::Remove(place)),
        _ => None,
    }
}

async fn page(
    visit: &Visit,
    standing: Standing,
    title: Name,
    (saved, refusals): (bool, Vec<Refusal>),
) -> Answer {
    let today = visit.actor.at.day();
    let looked = standing.amendment.clone();
    let look = visit.db().read(move |conn| around(conn, &looked, today));
    let found = contradictions(&standing.amendment, &look.await?, today).len();
    let status = if refusals.is_empty() {
        StatusCode::OK
    } else {
        status(&refusals)
    };
    let errors = Errors::of(visit.language, refusals);
    let w = words::of(visit.language);
    let heading = said::heading(
        visit.language,
        name::of(visit.language, &standing.amendment.unit.name),
    );
    let mut head = Head::of(visit, &standing, Step::Text, &heading).with(visit, errors.summary());
    head.saved = saved;
    let base = links::draft(&standing.amendment.unit.slug);
    let body = Body {
        action: visit.href(&base),
        discard: visit.href(&format!("{base}/discard")),
        title_ja: errors.field(Named::Rule(Of::TitleJa), title.ja),
        title_en: errors.field(Named::Rule(Of::TitleEn), title.en),
        mend: (found > 0).then(|| {
            let link = Link::to(visit, &format!("{base}/terms"), w.mend_link);
            (said::contradictions(visit.language, found), link)
        }),
        documents: shown(visit, &standing.amendment),
        add_document: Link::to(
            visit,
            &links::draft_document(&standing.amendment.unit.slug, "new"),
            w.add_document,
        ),
        next: Link::to(visit, &format!("{base}/diff"), w.next_diff),
    };
    let frame = Frame::of(visit);
    let template = Page {
        frame,
        w,
        head,
        page: body,
    };
    answer::page_with(status, &template)
}

fn shown(visit: &Visit, amendment: &Amendment) -> Vec<Shown> {
    let documents = amendment.text.documents.iter();
    documents
        .map(|document| one(visit, amendment, document))
        .collect()
}

fn one(visit: &Visit, amendment: &Amendment, document: &Document) -> Shown {
    let (language, w) = (visit.language, words::of(visit.language));
    let slug = &amendment.unit.slug;
    let key = document.key;
    let kind = documents::kind(language, document.kind);
    let title = name::of(language, &document.title);
    let articles = document.articles.iter().map(|article| {
        let number = &article.number;
        let heading = name::of(language, &article.heading);
        let token = article_token(number);
        let settings = amendment.text.sheet.settings.iter();
        let at = settings.filter_map(|one| one.article.as_ref());
        let count = at
            .filter(|at| at.document == key && at.article == *number)
            .count();
        Line {
            link: Link::to(
                visit,
                &links::draft_article(slug, key, token),
                documents::article(language, number, heading),
            ),
            conditions: (count > 0).then(|| Chip {
                tone: "",
                text: said::conditions(language, count),
            }),
        }
    });
    let files = document.files.iter().map(|file| {
        let title = name::of(language, &file.title);
        let label = documents::file(language, title, file.size);
        Link::to(visit, &links::draft_file(slug, file.id), label)
    });
    Shown {
        heading: format!("{kind} {title}").trim().to_owned(),
        edit: Link::to(
            visit,
            &links::draft_document(slug, &key.to_string()),
            w.edit_head,
        ),
        articles: articles.collect(),
        add: Link::to(
            visit,
            &links::draft_article(slug, key, "new"),
            w.add_article,
        ),
        files: files.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_ask_for_steps_and_nothing_else() {
        let article = |number: &str| Place::Article(1, number.to_owned());
        let up = Direction::Up;
        assert_eq!(
            step("up 1/7"),
            Some(Edit::Move {
                place: article("7"),
                to: up
            })
        );
        assert_eq!(
            step("up 1/0"),
            Some(Edit::Move {
                place: article(""),
                to: up
            })
        );
        assert_eq!(step("remove 2"), Some(Edit::Remove(Place::Document(2))));
        for other in ["", "up", "up x", "up x/1", "left 1", "remove -1"] {
            assert_eq!(step(other), None, "{other}");
        }
    }
}
