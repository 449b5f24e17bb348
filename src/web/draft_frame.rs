//! What all pages of a draft share: who may see it, its heading, its steps, what was wrong.

use actix_web::http::StatusCode;

use crate::acts;
use crate::domain::halt::Halt;
use crate::domain::refusal::drafting::Drafting;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::rule::document::Document;
use crate::domain::rule::draft::step::Edit;
use crate::domain::rule::draft::{Amendment, may};
use crate::store;
use crate::store::rule::draft::Standing;
use crate::web::answer::Stop;
use crate::web::form::Form;
use crate::web::links::{self, Link};
use crate::web::parts::{FormError, PageLink};
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::draft::{self as words, said};
use crate::words::name;

/// The frame of a page.
pub struct Head {
    pub crumbs: Vec<Link>,
    pub heading: String,
    /// What this page is called among those of the draft.
    pub here: String,
    pub place: String,
    pub touched: String,
    pub tabs: Vec<PageLink>,
    pub csrf: String,
    pub turn: i64,
    pub saved: bool,
    pub errors: Vec<FormError>,
    pub errors_heading: String,
}

/// The steps of a draft.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Step {
    Text,
    Terms,
    Diff,
    Impact,
    Publish,
}

impl Step {
    const ALL: [Self; 5] = [
        Self::Text,
        Self::Terms,
        Self::Diff,
        Self::Impact,
        Self::Publish,
    ];

    const fn path(self) -> &'static str {
        match self {
            Self::Text => "",
            Self::Terms => "/terms",
            Self::Diff => "/diff",
            Self::Impact => "/impact",
            Self::Publish => "/publish",
        }
    }

    const fn label(self, w: &words::edit::Words) -> &'static str {
        match self {
            Self::Text => w.tab_text,
            Self::Terms => w.tab_terms,
            Self::Diff => w.tab_diff,
            Self::Impact => w.tab_impact,
            Self::Publish => w.tab_publish,
        }
    }
}

/// The draft of the unit at this address, if the visitor speaks for its institution.
///
/// # Errors
/// [`Halt::Absent`] without one and for others, or a fault.
pub async fn standing(visit: &Visit, slug: &str) -> Result<Standing, Stop> {
    let slug = slug.to_owned();
    let look = visit
        .db()
        .read(move |conn| store::rule::draft::by_slug(conn, &slug));
    let standing = look.await?;
    may(standing.amendment.unit.institution, &visit.actor)?;
    Ok(standing)
}

/// The turn of the draft that a form was made for.
#[must_use]
pub fn turn(form: &Form) -> i64 {
    form.parse("turn").unwrap_or_default()
}

/// Changes the draft of the unit at this address; gives its new turn.
///
/// # Errors
/// As the deed says.
pub async fn save(visit: &Visit, slug: &str, form: &Form, edit: Edit) -> Result<i64, Halt> {
    let (slug, turn) = (slug.to_owned(), turn(form));
    let by = visit.actor.clone();
    let deed = visit.db().act(by, move |tx, by| {
        acts::rule_draft::edit(tx, by, &slug, turn, &edit)
    });
    deed.await
}

impl Head {
    /// The frame of a page of this step; `here` is what the page is called.
    #[must_use]
    pub fn of(visit: &Visit, standing: &Standing, step: Step, here: &str) -> Self {
        let (language, w) = (visit.language, words::of(visit.language));
        let unit = &standing.amendment.unit;
        let base = links::draft(&unit.slug);
        let unit_name = name::of(language, &unit.name);
        let heading = said::heading(language, unit_name);
        let tab = |one: Step| PageLink {
            href: visit.href(&format!("{base}{}", one.path())),
            label: one.label(w).to_owned(),
            current: one == step,
        };
        let mut crumbs = vec![
            Link::to(visit, "/institution", w.desk),
            Link::to(visit, "/institution/rules", w.rules),
        ];
        if here != heading {
            crumbs.push(Link::to(visit, &base, &*heading));
        }
        Self {
            crumbs,
            here: here.to_owned(),
            place: name::of(language, &unit.institution_name).to_owned(),
            touched: said::touched(language, &standing.touched.by, standing.touched.at),
            tabs: Step::ALL.map(tab).into(),
            csrf: visit.csrf(),
            turn: standing.amendment.turn,
            saved: false,
            errors: Vec::new(),
            errors_heading: String::new(),
            heading,
        }
    }

    /// The same with what is wrong on top.
    #[must_use]
    pub fn with(mut self, visit: &Visit, errors: Vec<FormError>) -> Self {
        self.errors_heading = errors_heading(visit.language, errors.len());
        self.errors = errors;
        self
    }
}

/// The status of a page that came back with these reasons: somebody else was quicker, or mend it.
#[must_use]
pub fn status(refusals: &[Refusal]) -> StatusCode {
    let overtaken = |one: &Refusal| matches!(one.wrong, Wrong::Drafting(Drafting::Changed { .. }));
    if refusals.iter().any(overtaken) {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    }
}

/// The reasons why a deed was refused; other halts go on.
///
/// # Errors
/// What is no refusal.
pub fn refused(halt: Halt) -> Result<Vec<Refusal>, Stop> {
    match halt {
        Halt::Refused(refusals) => Ok(refusals),
        other => Err(Stop(other)),
    }
}

/// The document of a draft that an address names.
///
/// # Errors
/// [`Halt::Absent`] if there is none.
pub fn document<'a>(amendment: &'a Amendment, key: &str) -> Result<&'a Document, Stop> {
    let key = key.parse().map_err(|_| Stop(Halt::Absent))?;
    amendment.text.document(key).ok_or(Stop(Halt::Absent))
}

/// The number of an article as addresses have it: a preamble, which has none, is "0".
#[must_use]
pub fn article_token(number: &str) -> &str {
    if number.is_empty() { "0" } else { number }
}

/// Reads it back.
#[must_use]
pub fn article_number(token: &str) -> &str {
    if token == "0" { "" } else { token }
}
