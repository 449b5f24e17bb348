//! The head of a document of a draft: kind, title, dates; its files; its removal.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use chrono::NaiveDate;

use crate::domain::halt::Halt;
use crate::domain::name::Name;
use crate::domain::refusal::field::{Field as Named, RuleField as Of};
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::rule::document::{Document, DocumentKind};
use crate::domain::rule::draft::step::{Edit, Head as DocumentHead};
use crate::domain::rule::draft::suggest;
use crate::store::rule::draft::Standing;
use crate::web::answer::{self, Answer, Stop};
use crate::web::draft_frame::{Head, Step, document, refused, save as keep, standing, status};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::parts::{Choice, Errors, Field};
use crate::web::visit::Visit;
use crate::words::draft as words;
use crate::words::name;
use crate::words::rule::document as documents;

/// The word that stands for a document to add.
const NEW: &str = "new";

#[derive(Template)]
#[template(path = "draft/document.html")]
struct Page {
    frame: Frame,
    w: &'static words::edit::Words,
    head: Head,
    page: Body,
}

struct Body {
    heading: String,
    action: String,
    kinds: Vec<Choice>,
    kind: Field,
    title_ja: Field,
    title_en: Field,
    version: Field,
    enacted_on: Field,
    amended_on: Field,
    effective_on: Field,
    file: Field,
    file_title: Field,
    back: Link,
    /// Of a document that stands: its place in the order, and its files.
    standing: Option<Stands>,
}

struct Stands {
    arrange: String,
    place: String,
    attach: String,
    files: Vec<File>,
}

struct File {
    link: Link,
    remove: String,
}

/// What was typed.
#[derive(Default)]
struct Typed {
    kind: String,
    title: Name,
    version: String,
    enacted_on: String,
    amended_on: String,
    effective_on: String,
}

impl Typed {
    fn of(document: &Document) -> Self {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        Self {
            kind: document.kind.code().to_owned(),
            title: document.title.clone(),
            version: document.version.clone(),
            enacted_on: day(document.enacted_on),
            amended_on: day(document.amended_on),
            effective_on: day(document.effective_on),
        }
    }

    fn posted(form: &Form) -> Self {
        let line = |field: Named| form.line(field.code());
        Self {
            kind: line(Named::Rule(Of::DocumentKind)),
            title: Name {
                ja: line(Named::Rule(Of::TitleJa)),
                en: line(Named::Rule(Of::TitleEn)),
            },
            version: line(Named::Rule(Of::DocumentVersion)),
            enacted_on: line(Named::Rule(Of::EnactedOn)),
            amended_on: line(Named::Rule(Of::AmendedOn)),
            effective_on: line(Named::Rule(Of::EffectiveOn)),
        }
    }

    /// The head, or everything that can't be read.
    fn read(&self) -> Result<DocumentHead, Vec<Refusal>> {
        let mut wrong = Vec::new();
        let mut day = |field, text: &str| {
            let read = text.parse::<NaiveDate>().ok();
            if read.is_none() && !text.is_empty() {
                wrong.push(Refusal::of(Wrong::Malformed { field }));
            }
            read
        };
        let enacted_on = day(Named::Rule(Of::EnactedOn), &self.enacted_on);
        let amended_on = day(Named::Rule(Of::AmendedOn), &self.amended_on);
        let effective_on = day(Named::Rule(Of::EffectiveOn), &self.effective_on);
        let kind = DocumentKind::from_code(&self.kind);
        let missing = |field| Refusal::of(Wrong::Missing { field });
        if kind.is_none() {
            wrong.push(missing(Named::Rule(Of::DocumentKind)));
        }
        if self.title.ja.is_empty() {
            wrong.push(missing(Named::Rule(Of::TitleJa)));
        }
        match kind {
            Some(kind) if wrong.is_empty() => Ok(DocumentHead {
                kind,
                title: self.title.clone(),
                version: self.version.clone(),
                enacted_on,
                amended_on,
                effective_on,
            }),
            _ => Err(wrong),
        }
    }
}

/// `GET /institution/rules/{facility}/draft/documents/{document}?saved=`
///
/// # Errors
/// There is no such draft or document for this visitor, or a fault.
pub async fn show(visit: Visit, path: Path<(String, String)>, Query(query): Query) -> Answer {
    let (slug, key) = path.into_inner();
    let standing = standing(&visit, &slug).await?;
    let typed = match key.as_str() {
        NEW => Typed::default(),
        key => Typed::of(document(&standing.amendment, key)?),
    };
    let saved = query.raw("saved") == "1";
    page(&visit, &standing, &key, &typed, (saved, Vec::new()))
}

/// `POST /institution/rules/{facility}/draft/documents/{document}`
///
/// # Errors
/// As [`show`]; refused it is the page itself.
pub async fn save(visit: Visit, path: Path<(String, String)>, form: Form) -> Answer {
    let (slug, token) = path.into_inner();
    let typed = Typed::posted(&form);
    let before = standing(&visit, &slug).await?;
    let key = match token.as_str() {
        NEW => None,
        key => Some(document(&before.amendment, key)?.key),
    };
    let made = suggest::key(&before.amendment.text.documents);
    let saved = match typed.read() {
        Ok(head) => keep(&visit, &slug, &form, Edit::Document { key, head }).await,
        Err(refusals) => Err(Halt::Refused(refusals)),
    };
    match saved {
        Ok(_) => {
            let token = key.unwrap_or(made).to_string();
            let path = links::draft_document(&slug, &token);
            answer::see(&visit.href(&format!("{path}?saved=1")))
        }
        Err(halt) => {
            let refusals = refused(halt)?;
            let standing = standing(&visit, &slug).await?;
            page(&visit, &standing, &token, &typed, (false, refusals))
        }
    }
}

fn page(
    visit: &Visit,
    standing: &Standing,
    token: &str,
    typed: &Typed,
    (saved, refusals): (bool, Vec<Refusal>),
) -> Answer {
    let (language, w) = (visit.language, words::of(visit.language));
    let status = if refusals.is_empty() {
        StatusCode::OK
    } else {
        status(&refusals)
    };
    let errors = Errors::of(language, refusals);
    let stands = match token {
        NEW => None,
        key => document(&standing.amendment, key).ok(),
    };
    let heading = stands.map_or(w.new_document.to_owned(), |document| {
        let kind = documents::kind(language, document.kind);
        format!("{kind} {}", name::of(language, &document.title))
    });
    let mut head = Head::of(visit, standing, Step::Text, &heading).with(visit, errors.summary());
    head.saved = saved;
    let slug = &standing.amendment.unit.slug;
    let action = visit.href(&links::draft_document(slug, token));
    let template = Page {
        frame: Frame::of(visit),
        w,
        head,
        page: Body {
            back: Link::to(visit, &links::draft(slug), w.back),
            standing: stands.map(|document| self::stands(visit, slug, document)),
            ..body(visit, (heading, action), typed, &errors)
        },
    };
    answer::page_with(status, &template)
}

/// The fields, as typed.
fn body(
    visit: &Visit,
    (heading, action): (String, String),
    typed: &Typed,
    errors: &Errors,
) -> Body {
    let kind = |kind: &DocumentKind| Choice {
        value: kind.code().to_owned(),
        label: documents::kind(visit.language, *kind).to_owned(),
        hint: None,
        chosen: typed.kind == kind.code(),
    };
    let field = |field, value: &str| errors.field(Named::Rule(field), value);
    Body {
        heading,
        action,
        kinds: DocumentKind::ALL.iter().map(kind).collect(),
        kind: field(Of::DocumentKind, &typed.kind),
        title_ja: field(Of::TitleJa, &typed.title.ja),
        title_en: field(Of::TitleEn, &typed.title.en),
        version: field(Of::DocumentVersion, &typed.version),
        enacted_on: field(Of::EnactedOn, &typed.enacted_on),
        amended_on: field(Of::AmendedOn, &typed.amended_on),
        effective_on: field(Of::EffectiveOn, &typed.effective_on),
        file: field(Of::File, ""),
        file_title: Field::default(),
        back: Link::to(visit, "/institution/rules", ""),
        standing: None,
    }
}

fn stands(visit: &Visit, slug: &str, document: &Document) -> Stands {
    let key = document.key.to_string();
    let files = document.files.iter().map(|file| {
        let title = name::of(visit.language, &file.title);
        let label = documents::file(visit.language, title, file.size);
        let path = links::draft_file(slug, file.id);
        File {
            remove: visit.href(&format!("{path}/remove")),
            link: Link::to(visit, &path, label),
        }
    });
    Stands {
        arrange: visit.href(&format!("{}/arrange", links::draft(slug))),
        attach: visit.href(&format!("{}/files", links::draft_document(slug, &key))),
        files: files.collect(),
        place: key,
    }
}

/// The page again after a file was not taken, with the reason beside its field.
///
/// # Errors
/// There is no such draft or document for this visitor, or a fault.
pub async fn again(visit: &Visit, slug: &str, key: &str, refusals: Vec<Refusal>) -> Answer {
    let standing = standing(visit, slug).await?;
    let typed = Typed::of(document(&standing.amendment, key).map_err(|Stop(halt)| halt)?);
    page(visit, &standing, key, &typed, (false, refusals))
}
