//! Publishing a draft: its number, its day, the grace, and what it means for confirmed bookings.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use chrono::NaiveDate;

use crate::acts;
use crate::domain::refusal::field::{Field as Named, RuleField as Of};
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::rule::diff::{Count, difference};
use crate::domain::rule::draft::Confirmed;
use crate::domain::rule::draft::publication::{Later, Wanted, earliest, grace_said};
use crate::domain::rule::text::Text;
use crate::domain::rule::{Rule, in_force};
use crate::store;
use crate::store::rule::draft::Standing;
use crate::web::answer::{self, Answer, Stop};
use crate::web::draft_frame::{Head, Step, refused, standing, status, turn};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::pages::draft::impact::summary;
use crate::web::pages::draft::look::{Meaning, asked, assumed, meaning};
use crate::web::parts::{Choice, Errors, Fact, Field};
use crate::web::visit::Visit;
use crate::words::draft::{self as frame_words, impact, publish as words, said};
use crate::words::name;

#[derive(Template)]
#[template(path = "draft/publish.html")]
struct Page {
    frame: Frame,
    w: &'static frame_words::edit::Words,
    p: &'static words::Words,
    head: Head,
    page: Body,
}

struct Body {
    action: String,
    version: Field,
    effective_on: Field,
    earliest: String,
    grace: Field,
    confirmed: Vec<Choice>,
    no_error: Field,
    /// The box to overtake a version that is scheduled: whether it is ticked.
    later: Option<Field>,
    facts: Vec<Fact>,
    links: Vec<Link>,
    mend: Option<(String, Link)>,
}

/// What was typed.
struct Typed {
    version: String,
    effective_on: String,
    grace: String,
    confirmed: Confirmed,
    later: Later,
}

impl Typed {
    /// What is suggested at first.
    fn of(standing: &Standing, day: NaiveDate) -> Self {
        let amendment = &standing.amendment;
        let kept = i64::from(amendment.grace_days);
        Self {
            version: amendment.version.clone(),
            effective_on: day.to_string(),
            grace: grace_said(&amendment.text).unwrap_or(kept).to_string(),
            confirmed: Confirmed::Keep,
            later: Later::Refuse,
        }
    }

    fn posted(form: &Form) -> Self {
        Self {
            version: form.line(Named::Rule(Of::Version).code()),
            effective_on: form.line(Named::Rule(Of::EffectiveOn).code()),
            grace: form.line(Named::Rule(Of::GraceDays).code()),
            confirmed: Confirmed::of(form.raw("confirmed") == "follow"),
            later: match form.raw("later") {
                "yes" => Later::Overtakes,
                _ => Later::Refuse,
            },
        }
    }

    fn wanted(&self) -> Wanted {
        Wanted {
            version: self.version.clone(),
            effective_on: self.effective_on.parse().ok(),
            grace_days: self.grace.parse().ok(),
            confirmed: self.confirmed,
            later: self.later,
        }
    }
}

/// `GET /institution/rules/{facility}/draft/publish?on=`
///
/// # Errors
/// There is no such draft for this visitor, or a fault.
pub async fn show(visit: Visit, path: Path<String>, Query(query): Query) -> Answer {
    let standing = standing(&visit, &path).await?;
    let today = visit.actor.at.day();
    let day = asked(query.raw("on"), today).unwrap_or_else(|| assumed(today));
    let typed = Typed::of(&standing, day);
    page(&visit, &standing, &typed, Vec::new()).await
}

/// `POST /institution/rules/{facility}/draft/publish`
///
/// # Errors
/// As [`show`]; refused it is the page itself.
pub async fn publish(visit: Visit, path: Path<String>, form: Form) -> Answer {
    let slug = path.into_inner();
    let typed = Typed::posted(&form);
    let (wanted, turn) = (typed.wanted(), turn(&form));
    let malformed = wanted.effective_on.is_none() && !typed.effective_on.is_empty();
    let by = visit.actor.clone();
    let at = slug.clone();
    let deed = visit.db().act(by, move |tx, by| {
        acts::rule_draft::publish(tx, by, &at, turn, &wanted)
    });
    match deed.await {
        Ok(_) => answer::see(&visit.href("/institution/rules?done=published")),
        Err(halt) => {
            let mut refusals = refused(halt)?;
            if malformed {
                let field = Named::Rule(Of::EffectiveOn);
                refusals.retain(|one| one.wrong != Wrong::Missing { field });
                refusals.push(Refusal::of(Wrong::Malformed { field }));
            }
            let standing = standing(&visit, &slug).await?;
            page(&visit, &standing, &typed, refusals).await
        }
    }
}

/// The unit's versions, and how much the draft changes of the one in force.
async fn changes(visit: &Visit, standing: &Standing) -> Result<(Vec<Rule>, Count), Stop> {
    let amendment = standing.amendment.clone();
    let today = visit.actor.at.day();
    let look = visit.db().read(move |conn| {
        let versions = store::rule::of_unit(conn, amendment.unit.facility)?;
        let old = match in_force(&versions, today) {
            Some(rule) => store::rule::at(conn, &amendment.unit.slug, &rule.version)?.text,
            None => Text::default(),
        };
        Ok((versions, difference(&old, &amendment.text).count()))
    });
    Ok(look.await?)
}

async fn page(visit: &Visit, standing: &Standing, typed: &Typed, refusals: Vec<Refusal>) -> Answer {
    let (language, w) = (visit.language, frame_words::of(visit.language));
    let p = words::of(language);
    let today = visit.actor.at.day();
    let day = asked(&typed.effective_on, today).unwrap_or_else(|| assumed(today));
    let meaning = meaning(visit, standing, day).await?;
    let (versions, count) = changes(visit, standing).await?;
    let code = if refusals.is_empty() {
        StatusCode::OK
    } else {
        status(&refusals)
    };
    let errors = Errors::of(language, refusals);
    let base = links::draft(&standing.amendment.unit.slug);
    let is_later = versions.iter().any(|rule| rule.effective_on > today);
    let found = meaning.contradictions;
    let body = Body {
        action: visit.href(&format!("{base}/publish")),
        later: is_later.then(|| later(typed)),
        facts: facts(visit, standing, &meaning, count),
        links: vec![
            Link::to(visit, &format!("{base}/diff"), p.see_diff),
            Link::to(visit, &format!("{base}/impact?on={day}"), p.see_impact),
        ],
        mend: (found > 0).then(|| {
            let link = Link::to(visit, &format!("{base}/terms"), w.mend_link);
            (said::contradictions(language, found), link)
        }),
        ..fields(visit, typed, &errors)
    };
    let head = Head::of(visit, standing, Step::Publish, w.tab_publish);
    let template = Page {
        frame: Frame::of(visit),
        w,
        p,
        head: head.with(visit, errors.summary()),
        page: body,
    };
    answer::page_with(code, &template)
}

fn later(typed: &Typed) -> Field {
    Field {
        value: match typed.later {
            Later::Overtakes => "yes".to_owned(),
            Later::Refuse => String::new(),
        },
        error: None,
    }
}

fn facts(visit: &Visit, standing: &Standing, meaning: &Meaning, count: Count) -> Vec<Fact> {
    let (language, w) = (visit.language, frame_words::of(visit.language));
    let title = name::of(language, &standing.amendment.title);
    let changes = words::changes(language, count.articles, count.parameters);
    let told = impact::people(language, meaning.told);
    vec![
        Fact::new(w.title_heading, title),
        Fact::new(words::of(language).changes, changes),
        Fact::new(w.tab_impact, summary(visit, meaning)),
        Fact::new(impact::of(language).told, told),
    ]
}

/// The fields, as typed.
fn fields(visit: &Visit, typed: &Typed, errors: &Errors) -> Body {
    let p = words::of(visit.language);
    let choice = |value: &str, label: &str, hint: &str, confirmed| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: Some(hint.to_owned()),
        chosen: typed.confirmed == confirmed,
    };
    let field = |field, value: &str| errors.field(Named::Rule(field), value);
    Body {
        action: String::new(),
        version: field(Of::Version, &typed.version),
        effective_on: field(Of::EffectiveOn, &typed.effective_on),
        earliest: earliest(visit.actor.at.day()).to_string(),
        grace: field(Of::GraceDays, &typed.grace),
        confirmed: vec![
            choice("keep", p.keep, p.keep_hint, Confirmed::Keep),
            choice("follow", p.follow, p.follow_hint, Confirmed::Follow),
        ],
        no_error: Field::default(),
        later: None,
        facts: Vec::new(),
        links: Vec::new(),
        mend: None,
    }
}
