//! The parameters of one group of a draft as fields, for one target.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::domain::halt::Halt;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::entry::Group;
use crate::domain::parameter::setting::{ArticleRef, Target};
use crate::domain::refusal::Refusal;
use crate::domain::rule::draft::sound::inherited;
use crate::domain::rule::draft::step::{Change, Edit, Said};
use crate::domain::rule::draft::unit::targets;
use crate::web::answer::{self, Answer, Stop};
use crate::web::draft_frame::{Head, Step, refused, save as keep, status};
use crate::web::form::{Form, Query, encode};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::pages::draft::terms::{Looked, look, token};
use crate::web::parts::{Choice, Errors, FormError};
use crate::web::setting_form::citing;
use crate::web::setting_form::row::{Faults, Ground, Row};
use crate::web::setting_form::typed::{Place, Typed};
use crate::web::visit::Visit;
use crate::words::draft::{self as words, said};
use crate::words::parameter::contradiction;
use crate::words::rule::document as documents;
use crate::words::{name, parameter};

#[derive(Template)]
#[template(path = "draft/group.html")]
struct Page {
    frame: Frame,
    w: &'static words::edit::Words,
    head: Head,
    page: Body,
}

struct Body {
    heading: String,
    action: String,
    target: String,
    targets: Vec<Choice>,
    rows: Vec<Row>,
    articles: Vec<(String, String)>,
    back: Link,
}

fn group(text: &str) -> Result<Group, Stop> {
    let mut all = Group::ALL.iter().copied();
    all.find(|group| token(*group) == text)
        .ok_or(Stop(Halt::Absent))
}

/// `GET /institution/rules/{facility}/draft/terms/{group}?target=&saved=`
///
/// # Errors
/// There is no such draft, group or target for this visitor, or a fault.
pub async fn show(visit: Visit, path: Path<(String, String)>, Query(query): Query) -> Answer {
    let (slug, word) = path.into_inner();
    let looked = look(&visit, &slug).await?;
    let target = chosen(&looked, query.raw("target"))?;
    let text = &looked.standing.amendment.text;
    let typed = of_group(group(&word)?, &target).map(|place| {
        let setting = text.sheet.of(place.parameter, &place.target);
        let article = setting.and_then(|one| one.article.as_ref());
        let article = article.map_or_else(String::new, |at| citing::write(text, at));
        (Typed::of(setting, article), place)
    });
    let typed: Vec<(Typed, Place)> = typed.collect();
    let saved = query.raw("saved") == "1";
    page(
        &visit,
        &looked,
        (group(&word)?, &target),
        &typed,
        (saved, Vec::new()),
    )
}

/// The target that an address names; all without one.
fn chosen(looked: &Looked, code: &str) -> Result<Target, Stop> {
    if code.is_empty() {
        return Ok(Target::All);
    }
    let said = looked.standing.amendment.text.sheet.settings.iter();
    let mut known = targets(&looked.around.shared)
        .into_iter()
        .chain(said.map(|one| one.target.clone()));
    known
        .find(|target| target.code() == code)
        .ok_or(Stop(Halt::Absent))
}

fn of_group(group: Group, target: &Target) -> impl Iterator<Item = Place> {
    let parameters = Parameter::ALL.iter().copied();
    parameters
        .filter(move |one| one.entry().group == group)
        .map(|parameter| Place {
            parameter,
            target: target.clone(),
        })
}

/// `POST /institution/rules/{facility}/draft/terms/{group}`
///
/// # Errors
/// As [`show`]; refused it is the page itself, with everything typed.
pub async fn save(visit: Visit, path: Path<(String, String)>, form: Form) -> Answer {
    let (slug, word) = path.into_inner();
    let group = group(&word)?;
    let looked = look(&visit, &slug).await?;
    let target = chosen(&looked, form.raw("target"))?;
    let typed: Vec<(Typed, Place)> = of_group(group, &target)
        .map(|place| (Typed::posted(&form, &place), place))
        .collect();
    let Ok(changes) = changes(&looked, &typed) else {
        return page(
            &visit,
            &looked,
            (group, &target),
            &typed,
            (false, Vec::new()),
        );
    };
    match keep(&visit, &slug, &form, Edit::Settings(changes)).await {
        Ok(_) if form.raw("then") == "diff" => {
            answer::see(&visit.href(&format!("{}/diff", links::draft(&slug))))
        }
        Ok(_) => {
            let path = links::draft_terms(&slug, &word);
            let target = encode(&target.code());
            answer::see(&format!("{}?target={target}&saved=1", visit.href(&path)))
        }
        Err(halt) => {
            let refusals = refused(halt)?;
            let looked = look(&visit, &slug).await?;
            page(&visit, &looked, (group, &target), &typed, (false, refusals))
        }
    }
}

/// What saving changes; nothing if something can't be read.
fn changes(looked: &Looked, typed: &[(Typed, Place)]) -> Result<Vec<Change>, ()> {
    let text = &looked.standing.amendment.text;
    let change = |(typed, place): &(Typed, Place)| {
        let article = citing::read(text, &typed.article).map_err(|_| ())?;
        let value = typed.read(place.parameter).map_err(|_| ())?;
        Ok(Change {
            target: place.target.clone(),
            parameter: place.parameter,
            to: value.map(|value| Said {
                value,
                article,
                binding: typed.binds,
            }),
        })
    };
    typed.iter().map(change).collect()
}

fn page(
    visit: &Visit,
    looked: &Looked,
    at: (Group, &Target),
    typed: &[(Typed, Place)],
    (saved, refusals): (bool, Vec<Refusal>),
) -> Answer {
    let (language, w) = (visit.language, words::of(visit.language));
    let rows = rows(visit, looked, at.1, typed);
    let code = if refusals.is_empty() && changes(looked, typed).is_ok() {
        StatusCode::OK
    } else {
        status(&refusals)
    };
    let mut errors: Vec<FormError> = Errors::of(language, refusals).summary();
    errors.extend(rows.iter().flat_map(|row| row.errors(language)));
    let heading = parameter::group(language, at.0);
    let is_bad = !errors.is_empty();
    let mut head = Head::of(visit, &looked.standing, Step::Terms, heading).with(visit, errors);
    head.saved = saved && !is_bad;
    if saved && is_bad {
        said::saved_but(language).clone_into(&mut head.errors_heading);
    }
    let template = Page {
        frame: Frame::of(visit),
        w,
        head,
        page: Body {
            rows,
            ..body(visit, looked, at)
        },
    };
    answer::page_with(code, &template)
}

/// A row for each parameter of the group.
fn rows(visit: &Visit, looked: &Looked, target: &Target, typed: &[(Typed, Place)]) -> Vec<Row> {
    let amendment = &looked.standing.amendment;
    let inherited = inherited(amendment, &looked.around, visit.actor.at.day(), target);
    let called = looked.called(visit, target);
    let ground = Ground {
        language: visit.language,
        name: &called,
        inherited: &inherited,
        contradictions: &looked.contradictions,
    };
    let row = |(typed, place): &(Typed, Place)| {
        let faults = Faults {
            value: typed.read(place.parameter).err(),
            article: citing::read(&amendment.text, &typed.article).err(),
        };
        Row::of(ground, place, typed, &faults)
    };
    typed.iter().map(row).collect()
}

/// Everything but the rows.
fn body(visit: &Visit, looked: &Looked, (group, target): (Group, &Target)) -> Body {
    let (language, w) = (visit.language, words::of(visit.language));
    let slug = &looked.standing.amendment.unit.slug;
    let choice = |one: Target| Choice {
        value: one.code(),
        label: contradiction::target(language, &one, &looked.called(visit, &one)),
        hint: None,
        chosen: one == *target,
    };
    let all = format!("{}/terms", links::draft(slug));
    Body {
        heading: parameter::group(language, group).to_owned(),
        action: visit.href(&links::draft_terms(slug, token(group))),
        target: target.code(),
        targets: targets(&looked.around.shared)
            .into_iter()
            .map(choice)
            .collect(),
        rows: Vec::new(),
        articles: articles(visit, looked),
        back: Link::to(visit, &all, w.groups_heading),
    }
}

/// The articles of the draft as they are written beside parameters, with their headings.
fn articles(visit: &Visit, looked: &Looked) -> Vec<(String, String)> {
    let text = &looked.standing.amendment.text;
    let mut all = Vec::new();
    for document in &text.documents {
        for article in document
            .articles
            .iter()
            .filter(|one| !one.number.is_empty())
        {
            let at = ArticleRef {
                document: document.key,
                article: article.number.clone(),
            };
            let heading = name::of(visit.language, &article.heading);
            let title = name::of(visit.language, &document.title);
            let label = documents::article(visit.language, &article.number, heading);
            all.push((citing::write(text, &at), format!("{title} {label}")));
        }
    }
    all
}
