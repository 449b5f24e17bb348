//! 編集: one step of changing a draft. A step that would leave a text nobody may publish is refused
//! whole, so that a draft is always fit to be published, apart from contradictions and emptiness.

use crate::domain::actor::Actor;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::FileId;
use crate::domain::parameter::kind::Tight;
use crate::domain::parameter::setting::{ArticleRef, Setting};
use crate::domain::refusal::drafting::Drafting;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::rule::document::{Article, Attachment, Document};
use crate::domain::rule::draft::step::{Change, Direction, Edit, Head, Place};
use crate::domain::rule::draft::{Amendment, may, suggest};
use crate::domain::rule::pdf::FileBar;
use crate::domain::rule::text::{self, Problem, TITLE_LONGEST};

/// Most settings of one version.
pub const SETTINGS_MOST: usize = 2_000;
/// Most files attached to one version.
pub const FILES_MOST: usize = 100;

/// Changes a draft.
///
/// # Errors
/// [`Halt::Absent`] for others and where there is no such document, article or file; every problem
/// that the step would bring into the text.
pub fn edit(amendment: &Amendment, edit: &Edit, by: &Actor) -> Act<Amendment> {
    may(amendment.unit.institution, by)?;
    let mut value = apply(amendment, edit)?;
    value.turn = amendment.turn.saturating_add(1);
    let event = Event::of(Kind::RuleDraftEdited)
        .with("facility", amendment.unit.facility)
        .with("turn", value.turn)
        .with("part", edit.part());
    Ok(Done { value, event })
}

/// The draft after a step.
///
/// # Errors
/// As [`edit`], whoever does it.
pub fn apply(amendment: &Amendment, edit: &Edit) -> Result<Amendment, Halt> {
    let mut next = amendment.clone();
    match edit {
        Edit::Title(title) => next.title = title.clone(),
        Edit::Document { key, head } => document(&mut next, *key, head)?,
        Edit::Article {
            document,
            number,
            article,
            settings,
        } => {
            self::article(&mut next, *document, number.as_deref(), article)?;
            set(&mut next, settings);
        }
        Edit::Settings(changes) => set(&mut next, changes),
        Edit::Move { place, to } => shift(&mut next, place, *to)?,
        Edit::Remove(place) => remove(&mut next, place)?,
        Edit::Attach { document, file } => attach(&mut next, *document, file)?,
        Edit::Detach(file) => detach(&mut next, *file)?,
    }
    let refusals = wrong(&next);
    if refusals.is_empty() {
        Ok(next)
    } else {
        Err(Halt::Refused(refusals))
    }
}

/// What nobody may publish, apart from a draft that says nothing yet.
fn wrong(next: &Amendment) -> Vec<Refusal> {
    let mut found: Vec<Drafting> = text::check(&next.text)
        .into_iter()
        .filter(|problem| *problem != Problem::Empty)
        .map(Drafting::Text)
        .collect();
    let title = [&next.title.ja, &next.title.en];
    if title.iter().any(|one| one.chars().count() > TITLE_LONGEST) {
        found.push(Drafting::Text(Problem::BadTitle { document: 0 }));
    }
    if next.text.sheet.settings.len() > SETTINGS_MOST {
        let most = SETTINGS_MOST;
        found.push(Drafting::TooManySettings { most });
    }
    if next
        .text
        .documents
        .iter()
        .map(|one| one.files.len())
        .sum::<usize>()
        > FILES_MOST
    {
        let most = FILES_MOST;
        found.push(Drafting::File(FileBar::TooMany { most }));
    }
    found
        .into_iter()
        .map(|one| Refusal::of(Wrong::Drafting(one)))
        .collect()
}

fn find(next: &mut Amendment, key: u32) -> Result<&mut Document, Halt> {
    let mut documents = next.text.documents.iter_mut();
    documents.find(|one| one.key == key).ok_or(Halt::Absent)
}

fn document(next: &mut Amendment, key: Option<u32>, head: &Head) -> Result<(), Halt> {
    let Some(key) = key else {
        let key = suggest::key(&next.text.documents);
        next.text.documents.push(Document {
            key,
            kind: head.kind,
            title: head.title.clone(),
            version: head.version.clone(),
            enacted_on: head.enacted_on,
            amended_on: head.amended_on,
            effective_on: head.effective_on,
            articles: Vec::new(),
            files: Vec::new(),
        });
        return Ok(());
    };
    let document = find(next, key)?;
    document.kind = head.kind;
    document.title = head.title.clone();
    document.version.clone_from(&head.version);
    document.enacted_on = head.enacted_on;
    document.amended_on = head.amended_on;
    document.effective_on = head.effective_on;
    Ok(())
}

/// Replaces an article, or adds one; parameters that cite it follow it to its new number.
fn article(
    next: &mut Amendment,
    key: u32,
    number: Option<&str>,
    article: &Article,
) -> Result<(), Halt> {
    let document = find(next, key)?;
    let Some(number) = number else {
        document.articles.push(article.clone());
        return Ok(());
    };
    let mut articles = document.articles.iter_mut();
    let place = articles.find(|one| one.number == number);
    *place.ok_or(Halt::Absent)? = article.clone();
    for at in cited(next, key, number) {
        at.article.clone_from(&article.number);
    }
    Ok(())
}

/// The citations of an article.
fn cited<'a>(
    next: &'a mut Amendment,
    key: u32,
    number: &'a str,
) -> impl Iterator<Item = &'a mut ArticleRef> {
    let settings = next.text.sheet.settings.iter_mut();
    let at = settings.filter_map(|one| one.article.as_mut());
    at.filter(move |at| at.document == key && at.article == number)
}

fn set(next: &mut Amendment, changes: &[Change]) {
    let settings = &mut next.text.sheet.settings;
    for change in changes {
        let same = |one: &Setting| one.parameter == change.parameter && one.target == change.target;
        let place = settings.iter().position(same);
        let new = change.to.as_ref().map(|said| Setting {
            target: change.target.clone(),
            parameter: change.parameter,
            value: said.value.clone(),
            article: said.article.clone(),
            binding: said.binding && change.parameter.entry().tight != Tight::Neither,
        });
        match (place, new) {
            (Some(place), Some(new)) => {
                if let Some(old) = settings.get_mut(place) {
                    *old = new;
                }
            }
            (Some(place), None) => drop(settings.remove(place)),
            (None, Some(new)) => settings.push(new),
            (None, None) => {}
        }
    }
}

fn shift(next: &mut Amendment, place: &Place, to: Direction) -> Result<(), Halt> {
    match place {
        Place::Document(key) => {
            let documents = &mut next.text.documents;
            let at = documents.iter().position(|one| one.key == *key);
            swap(documents, at.ok_or(Halt::Absent)?, to);
        }
        Place::Article(key, number) => {
            let articles = &mut find(next, *key)?.articles;
            let at = articles.iter().position(|one| one.number == *number);
            swap(articles, at.ok_or(Halt::Absent)?, to);
        }
    }
    Ok(())
}

/// The first one does not go up further, nor the last one down.
fn swap<T>(list: &mut [T], at: usize, to: Direction) {
    let other = match to {
        Direction::Up => at.checked_sub(1),
        Direction::Down => at.checked_add(1).filter(|other| *other < list.len()),
    };
    if let Some(other) = other {
        list.swap(at, other);
    }
}

/// What is removed takes its citations with it; the parameters themselves stay.
fn remove(next: &mut Amendment, place: &Place) -> Result<(), Halt> {
    let (key, number) = match place {
        Place::Document(key) => (*key, None),
        Place::Article(key, number) => (*key, Some(number)),
    };
    let document = find(next, key)?;
    match number {
        None => next.text.documents.retain(|one| one.key != key),
        Some(number) => {
            let at = document
                .articles
                .iter()
                .position(|one| one.number == *number);
            document.articles.remove(at.ok_or(Halt::Absent)?);
        }
    }
    for setting in &mut next.text.sheet.settings {
        let gone = |at: &ArticleRef| {
            at.document == key && number.is_none_or(|number| at.article == *number)
        };
        setting.article.take_if(|at| gone(at));
    }
    Ok(())
}

fn attach(next: &mut Amendment, key: u32, file: &Attachment) -> Result<(), Halt> {
    find(next, key)?.files.push(file.clone());
    Ok(())
}

fn detach(next: &mut Amendment, file: FileId) -> Result<(), Halt> {
    let mut documents = next.text.documents.iter_mut();
    let holds = |one: &&mut Document| one.files.iter().any(|known| known.id == file);
    let document = documents.find(holds).ok_or(Halt::Absent)?;
    document.files.retain(|known| known.id != file);
    Ok(())
}
