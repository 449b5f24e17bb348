//! The rule of a unit: the version in force on a day, those to come, older ones, what applies besides.

use actix_web::HttpRequest;
use actix_web::web::Path;
use askama::Template;
use chrono::NaiveDate;

use crate::domain::halt::Halt;
use crate::domain::name::Name;
use crate::domain::rule::{Rule, in_force, in_force_all};
use crate::domain::time::parse_day;
use crate::store;
use crate::store::rule::set::RuleSet;
use crate::web::answer::{self, Answer};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::pages::rule::standing::{before, chip, numbered, standing, titled};
use crate::web::parts::{Chip, Choice, Field};
use crate::web::shared::{self, Found};
use crate::web::visit::Visit;
use crate::words::name;
use crate::words::rule::Words;
use crate::words::rule::set as said;

/// Most older versions on the page; earlier ones are found by their day.
const OLDER_MOST: usize = 50;

#[derive(Template)]
#[template(path = "rule/index.html")]
struct Index {
    frame: Frame,
    w: &'static Words,
    s: &'static said::Words,
    page: Page,
}

struct Page {
    crumbs: Vec<Link>,
    heading: String,
    institution: String,
    is_empty: bool,
    action: String,
    on: Field,
    /// Back to today, where another day was asked for.
    today: Option<String>,
    in_force: InForce,
    coming: Vec<Line>,
    older: Vec<Line>,
    has_more: bool,
    choices: Vec<Choice>,
    facilities: Vec<Link>,
}

/// What is in force on the day that was asked for.
struct InForce {
    heading: String,
    lines: Vec<Line>,
    none: String,
    /// The page of the institution's own rule.
    whole_set: Option<Link>,
}

/// A version.
struct Line {
    link: Link,
    lang: Option<&'static str>,
    /// Whose rule it is, where both kinds stand beside each other.
    whose: &'static str,
    period: String,
    standing: Chip,
    changes: Option<Link>,
}

/// `GET /rules/{facility}?on=&old=&new=`; two versions lead to their comparison.
///
/// # Errors
/// There is no such unit, or a fault.
pub async fn show(
    visit: Visit,
    slug: Path<String>,
    Query(query): Query,
    request: HttpRequest,
) -> Answer {
    if !query.raw("new").is_empty() {
        return compare(&visit, slug.into_inner(), &query).await;
    }
    let kept = match shared::find_rules(&visit, &request).await? {
        Found::Ready(answer) => return Ok(answer),
        Found::Make(kept) => kept,
    };
    let slug = slug.into_inner();
    let look = visit
        .db()
        .read(move |conn| store::rule::set::at(conn, &slug));
    let set = look.await?;
    let template = Index {
        frame: Frame::of(&visit),
        w: &visit.words().rule,
        s: said::of(visit.language),
        page: page(&visit, &set, query.raw("on").trim()),
    };
    kept.answer(&visit, &template)
}

/// Leads to the comparison of two versions that exist.
async fn compare(visit: &Visit, slug: String, query: &Form) -> Answer {
    let look = visit
        .db()
        .read(move |conn| store::rule::set::at(conn, &slug));
    let set = look.await?;
    let known = |version: &str| {
        let mut own = set
            .applying
            .iter()
            .filter(|(rule, _)| rule.facility == set.id);
        own.any(|(rule, _)| rule.version == version)
    };
    let (old, new) = (query.raw("old"), query.raw("new"));
    if !known(old) || !known(new) {
        return Err(Halt::Absent.into());
    }
    answer::see(&visit.href(&links::rule_changes(&set.slug, new, old)))
}

/// The versions of a unit, and where they stand today.
struct Versions<'a> {
    visit: &'a Visit,
    set: &'a RuleSet,
    /// The unit's own.
    own: Vec<Rule>,
    /// The institution's own, where the unit is not the institution itself.
    whole: Vec<Rule>,
    today: NaiveDate,
}

fn page(visit: &Visit, set: &RuleSet, asked: &str) -> Page {
    let language = visit.language;
    let s = said::of(language);
    let today = visit.actor.at.day();
    let on = parse_day(asked);
    let versions = Versions::of(visit, set);
    let older = versions.older();
    let w = &visit.words().rule;
    let institution = name::of(language, &set.institution);
    Page {
        crumbs: vec![
            Link::to(visit, "/institutions", w.institutions),
            Link::to(
                visit,
                &links::institution(&set.institution_slug),
                institution,
            ),
        ],
        heading: said::heading(language, name::of(language, &set.name)),
        institution: institution.to_owned(),
        is_empty: set.applying.is_empty(),
        action: visit.href(&links::rule_set(&set.slug)),
        on: Field {
            value: on.unwrap_or(today).to_string(),
            error: (on.is_none() && !asked.is_empty()).then(|| s.on_unreadable.to_owned()),
        },
        today: on
            .filter(|day| *day != today)
            .map(|_| visit.href(&links::rule_set(&set.slug))),
        in_force: versions.in_force_on(on.unwrap_or(today)),
        coming: versions.coming(),
        has_more: older.len() > OLDER_MOST,
        older: older
            .into_iter()
            .take(OLDER_MOST)
            .map(|rule| versions.line(rule))
            .collect(),
        choices: versions.choices(),
        facilities: facilities(visit, set),
    }
}

fn facilities(visit: &Visit, set: &RuleSet) -> Vec<Link> {
    let link = |(slug, unit): &(String, Name)| {
        let label = name::of(visit.language, unit);
        Link::to(visit, &links::rule_set(slug), label)
    };
    set.facilities.iter().map(link).collect()
}

impl<'a> Versions<'a> {
    fn of(visit: &'a Visit, set: &'a RuleSet) -> Self {
        let (own, whole): (Vec<Rule>, Vec<Rule>) = set
            .applying
            .iter()
            .map(|(rule, _)| rule.clone())
            .partition(|rule| rule.facility == set.id);
        Self {
            visit,
            set,
            own,
            whole,
            today: visit.actor.at.day(),
        }
    }

    /// The unit's own version and the institution's own on a day.
    fn in_force_on(&self, day: NaiveDate) -> InForce {
        let language = self.visit.language;
        let all: Vec<Rule> = self.own.iter().chain(&self.whole).cloned().collect();
        let lines = in_force_all(&all, day);
        let whole_slug = self
            .set
            .applying
            .iter()
            .find(|(rule, _)| rule.facility != self.set.id)
            .map(|(_, slug)| links::rule_set(slug));
        InForce {
            heading: said::in_force_on(language, day),
            none: said::none_on(language, day),
            lines: lines.into_iter().map(|rule| self.line(rule)).collect(),
            whole_set: whole_slug
                .map(|path| Link::to(self.visit, &path, said::of(language).whole_set)),
        }
    }

    /// What comes into force later, the next one first.
    fn coming(&self) -> Vec<Line> {
        let mut coming: Vec<&Rule> = self
            .own
            .iter()
            .chain(&self.whole)
            .filter(|rule| rule.effective_on > self.today)
            .collect();
        coming.sort_by_key(|rule| (rule.effective_on, rule.id));
        coming.into_iter().map(|rule| self.line(rule)).collect()
    }

    /// The unit's own versions that were replaced, the last one first; one more than are shown.
    fn older(&self) -> Vec<&Rule> {
        let now = in_force(&self.own, self.today).map(|rule| rule.id);
        self.own
            .iter()
            .filter(|rule| rule.effective_on <= self.today && Some(rule.id) != now)
            .take(OLDER_MOST + 1)
            .collect()
    }

    fn line(&self, rule: &Rule) -> Line {
        let (language, w, s) = (
            self.visit.language,
            &self.visit.words().rule,
            said::of(self.visit.language),
        );
        let of_unit = rule.facility == self.set.id;
        let family = if of_unit { &self.own } else { &self.whole };
        let slug = self.slug_of(rule);
        let at = family.iter().position(|one| one.id == rule.id);
        let next = at.and_then(|at| family.get(at.checked_sub(1)?));
        Line {
            link: Link::to(
                self.visit,
                &links::rule(slug, &rule.version),
                titled(self.visit, rule),
            ),
            lang: name::lang(language, &rule.title),
            whose: match (of_unit, self.whole.is_empty()) {
                (true, false) => s.own,
                (false, _) => s.whole,
                (true, true) => "",
            },
            period: said::period(
                language,
                rule.effective_on,
                next.and_then(|next| next.effective_on.pred_opt()),
            ),
            standing: chip(w, standing(rule, family, self.today)),
            changes: before(rule, family).map(|old| {
                let path = links::rule_changes(slug, &rule.version, &old.version);
                Link::to(self.visit, &path, s.changes)
            }),
        }
    }

    fn slug_of(&self, rule: &Rule) -> &str {
        let mut applying = self.set.applying.iter();
        let found = applying.find(|(known, _)| known.id == rule.id);
        found.map_or(self.set.slug.as_str(), |(_, slug)| slug.as_str())
    }

    /// The versions to choose two from; none where the links beside them say it all.
    fn choices(&self) -> Vec<Choice> {
        if self.own.len() < 3 {
            return Vec::new();
        }
        let w = &self.visit.words().rule;
        let choice = |rule: &Rule| Choice {
            value: rule.version.clone(),
            label: numbered(w, rule),
            ..Choice::default()
        };
        self.own.iter().map(choice).collect()
    }
}
