//! What officers do with drafts of rules: begin, edit, discard, publish; and recall a version.

use crate::domain::actor::Actor;
use crate::domain::halt::{Act, Halt};
use crate::domain::id::{FacilityId, RuleId, UserId};
use crate::domain::letter::Envelope;
use crate::domain::name::Name;
use crate::domain::rule::announce::{self, News};
use crate::domain::rule::diff::difference;
use crate::domain::rule::document::{Document, DocumentKind};
use crate::domain::rule::draft::edit;
use crate::domain::rule::draft::publication::{self, Known, Wanted};
use crate::domain::rule::draft::sound::{Around, contradictions};
use crate::domain::rule::draft::step::Edit;
use crate::domain::rule::draft::unit::{Shared, Unit};
use crate::domain::rule::draft::{self, Amendment, Confirmed, Seed, may, seen};
use crate::domain::rule::impact::ahead;
use crate::domain::rule::text::Text;
use crate::domain::rule::{in_force, model};
use crate::domain::time::Instant;
use crate::secret::chance;
use crate::store;
use crate::store::rule::draft::Standing;
use crate::store::tx::Tx;

/// What a draft is to begin with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum From {
    /// A copy of one of the unit's versions.
    Version(String),
    /// ひな形
    Model,
    Nothing,
}

/// Begins a draft of the unit at this address; an institution as a whole becomes one by its first draft.
///
/// # Errors
/// [`Halt::Absent`] without such a unit or version, and for others; otherwise as the decision says.
pub fn start(tx: &mut Tx<'_>, by: &Actor, slug: &str, from: &From) -> Act<String> {
    let unit = match store::rule::draft::keeper::by_slug(tx, slug) {
        Err(Halt::Absent) => {
            let institution = store::rule::draft::keeper::to_come(tx, slug)?;
            may(institution, by)?;
            store::rule::draft::keeper::found(tx, institution)?
        }
        found => found?,
    };
    may(unit.institution, by)?;
    let touched = store::rule::draft::touched(tx, &[unit.facility])?;
    let seed = seed(tx, &unit, from, by)?;
    let standing = touched.first().map(|(_, touched)| touched);
    let done = draft::start(unit, seed, standing, by)?;
    store::rule::draft::insert(tx, &done.value, person(by))?;
    Ok(done.map(|amendment| amendment.unit.slug))
}

fn person(by: &Actor) -> Option<UserId> {
    by.person().map(|person| person.id)
}

fn seed(tx: &mut Tx<'_>, unit: &Unit, from: &From, by: &Actor) -> Result<Seed, Halt> {
    let used = store::rule::draft::publishing::used(tx, unit.facility)?;
    match from {
        From::Version(version) => {
            let found = store::rule::at(tx, &unit.slug, version)?;
            Ok(Seed::of_version(&found.rule, found.text, &used))
        }
        From::Model => {
            let shared = store::catalogue::record::of_unit(tx, unit.institution, unit.only())?;
            let text = of_model(unit, &shared);
            let title = text.documents.first().map(|one| one.title.clone());
            Ok(Seed::of_text(title.unwrap_or_default(), text, &used))
        }
        From::Nothing => {
            let versions = store::rule::of_unit(tx, unit.facility)?;
            let known = in_force(&versions, by.at.day()).or(versions.first());
            let title = known.map_or_else(|| first_title(unit), |rule| rule.title.clone());
            Ok(Seed::of_text(title.clone(), blank(title), &used))
        }
    }
}

fn of_model(unit: &Unit, shared: &[Shared]) -> Text {
    if unit.is_whole {
        return model::whole(&unit.institution_name);
    }
    let shared: Vec<model::shared::Shared<'_>> = shared
        .iter()
        .map(|one| model::shared::Shared {
            slug: &one.slug,
            name: &one.name,
            category: &one.category,
            base: &one.base,
        })
        .collect();
    model::text(model::Unit {
        institution: &unit.institution_name,
        facility: &unit.name,
        shared: &shared,
    })
}

/// What the first rule of a unit is called until its officer says otherwise.
fn first_title(unit: &Unit) -> Name {
    Name {
        ja: format!("{} 利用規則", unit.name.ja),
        en: format!("{}: usage rules", unit.name.en),
    }
}

/// One document in which nothing is written yet.
fn blank(title: Name) -> Text {
    let document = Document {
        key: 1,
        kind: DocumentKind::Rule,
        title,
        version: String::new(),
        enacted_on: None,
        amended_on: None,
        effective_on: None,
        articles: Vec::new(),
        files: Vec::new(),
    };
    Text {
        documents: vec![document],
        ..Text::default()
    }
}

/// The draft at this address, as it was seen by whoever changes it.
fn as_seen(tx: &mut Tx<'_>, by: &Actor, slug: &str, turn: i64) -> Result<Standing, Halt> {
    let standing = store::rule::draft::by_slug(tx, slug)?;
    may(standing.amendment.unit.institution, by)?;
    seen(&standing.amendment, turn, &standing.touched)?;
    Ok(standing)
}

/// Changes a draft; gives its new turn.
///
/// # Errors
/// [`Halt::Absent`] without such a draft and for others; otherwise as the decision says.
pub fn edit(tx: &mut Tx<'_>, by: &Actor, slug: &str, turn: i64, step: &Edit) -> Act<i64> {
    let standing = as_seen(tx, by, slug, turn)?;
    let done = edit::edit(&standing.amendment, step, by)?;
    store::rule::draft::keep(tx, &done.value, turn, person(by))?;
    if matches!(step, Edit::Detach(_) | Edit::Remove(_)) {
        store::rule::draft::file::clear(tx, done.value.unit.facility)?;
    }
    Ok(done.map(|amendment| amendment.turn))
}

/// Throws a draft away, with the files that only it named.
///
/// # Errors
/// As [`edit`].
pub fn discard(tx: &mut Tx<'_>, by: &Actor, slug: &str, turn: i64) -> Act<FacilityId> {
    let standing = as_seen(tx, by, slug, turn)?;
    let done = draft::discard(&standing.amendment, by)?;
    store::rule::draft::remove(tx, done.value, turn)?;
    store::rule::draft::file::clear(tx, done.value)?;
    Ok(done)
}

/// Publishes a draft, and tells everybody whom it concerns.
///
/// # Errors
/// As [`edit`].
pub fn publish(tx: &mut Tx<'_>, by: &Actor, slug: &str, turn: i64, wanted: &Wanted) -> Act<RuleId> {
    let Standing { amendment, .. } = as_seen(tx, by, slug, turn)?;
    let today = by.at.day();
    let around = store::rule::draft::impact::around(tx, &amendment, today)?;
    let day = wanted.effective_on.unwrap_or(today);
    let known = Known {
        contradictions: contradictions(&amendment, &around, day).len(),
        ..store::rule::draft::publishing::known(tx, amendment.unit.facility)?
    };
    let id = RuleId::new(chance::id(by.at));
    let mut done = publication::publish(amendment.clone(), wanted, &known, id, by)?;
    let told = tell(tx, (&amendment, &around), &known, &done.value, by)?;
    done.event.letters = told;
    store::rule::draft::publishing::insert(tx, &done.value, person(by))?;
    store::rule::draft::remove(tx, amendment.unit.facility, turn)?;
    Ok(done.map(|ready| ready.draft.rule.id))
}

/// The letters of a version that is about to be kept.
fn tell(
    tx: &mut Tx<'_>,
    (amendment, around): (&Amendment, &Around),
    known: &Known,
    ready: &publication::Ready,
    by: &Actor,
) -> Result<Vec<Envelope>, Halt> {
    let rule = &ready.draft.rule;
    let at = (rule.effective_on, by.at);
    let published = Amendment {
        version: rule.version.clone(),
        grace_days: rule.grace_days,
        ..amendment.clone()
    };
    let facts = store::rule::draft::impact::facts(tx, &published, around, at)?;
    let impact = ahead(&facts);
    let eve = rule.effective_on.pred_opt().unwrap_or(rule.effective_on);
    let before = in_force(&known.versions, eve);
    let old = match before {
        Some(before) => store::rule::at(tx, &amendment.unit.slug, &before.version)?.text,
        None => Text::default(),
    };
    let begins = Instant::of_tokyo(rule.effective_on, 0);
    let readers = store::rule::draft::reader::of_unit(tx, &amendment.unit, begins)?;
    let facilities: Vec<FacilityId> = match ready.confirmed {
        Confirmed::Keep => Vec::new(),
        Confirmed::Follow => around.shared.iter().map(|one| one.facility).collect(),
    };
    let managers = store::rule::draft::reader::managers(tx, &facilities)?;
    let words = store::catalogue::vocabulary::all(tx)?;
    let news = News {
        rule,
        unit: &amendment.unit,
        before: before.map(|rule| rule.version.as_str()),
        difference: &difference(&old, &ready.draft.text),
        categories: words.categories(),
        shared: &around.shared,
        impact: &impact,
        confirmed: ready.confirmed,
    };
    Ok(announce::letters(&news, &readers, &managers))
}

/// 公開の取りやめ: takes a version back before it comes into force, and tells whoever was told of it.
///
/// # Errors
/// [`Halt::Absent`] without such a version and for others; otherwise as the decision says.
pub fn recall(tx: &mut Tx<'_>, by: &Actor, slug: &str, version: &str) -> Act<RuleId> {
    let unit = store::rule::draft::keeper::by_slug(tx, slug)?;
    may(unit.institution, by)?;
    let versions = store::rule::of_unit(tx, unit.facility)?;
    let mut versions = versions.iter();
    let rule = versions.find(|rule| rule.version == version);
    let rule = rule.ok_or(Halt::Absent)?;
    let mut done = publication::recall(rule, by)?;
    let told = store::rule::draft::reader::told(tx, rule.id)?;
    done.event.letters = announce::recalled(rule, &unit, &told);
    store::rule::draft::publishing::recall(tx, rule.id)?;
    Ok(done)
}
