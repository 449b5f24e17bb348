//! 公開: a draft becomes a version, scheduled until its day; and 公開の取りやめ before that day.

use chrono::{Days, Months, NaiveDate};

use crate::domain::actor::Actor;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::RuleId;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::Target;
use crate::domain::parameter::value::Value;
use crate::domain::refusal::drafting::Drafting;
use crate::domain::refusal::field::{Field, RuleField as Of};
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::rule::draft::{Amendment, Confirmed, may};
use crate::domain::rule::text::{self, Text};
use crate::domain::rule::{self, Draft, Rule};

/// Longest 猶予, in days.
pub const GRACE_MOST: u32 = 366;
/// So many months ahead a version may be scheduled.
const AHEAD_MONTHS: u32 = 36;

/// What an officer says when publishing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wanted {
    pub version: String,
    pub effective_on: Option<NaiveDate>,
    pub grace_days: Option<u32>,
    pub confirmed: Confirmed,
    pub later: Later,
}

/// Whether a version that is scheduled already may be overtaken.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum Later {
    /// The new one must be the last to come into force.
    #[default]
    Refuse,
    /// It is meant to hold only until the scheduled one.
    Overtakes,
}

/// What is known of a unit when a draft of it is published.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Known {
    /// Its published versions, recalled ones left out.
    pub versions: Vec<Rule>,
    /// Every number that stands on a version, recalled ones among them.
    pub used: Vec<String>,
    /// How many contradictions the parameters of the draft bring.
    pub contradictions: usize,
}

/// A version that is ready to be kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ready {
    pub draft: Draft,
    pub based_on: Option<RuleId>,
    pub confirmed: Confirmed,
}

/// The days of grace that the parameters of a text say for everybody, if they do.
#[must_use]
pub fn grace_said(text: &Text) -> Option<i64> {
    let setting = text
        .sheet
        .of(Parameter::RuleReconsentGraceDays, &Target::All)?;
    match setting.value {
        Value::Number(days) => Some(days),
        _ => None,
    }
}

/// The first day on which a version published now may come into force.
#[must_use]
pub fn earliest(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(1)).unwrap_or(today)
}

/// The version that a draft would be: numbered and dated as far as is known.
#[must_use]
pub fn version_of(amendment: &Amendment, id: RuleId, effective_on: NaiveDate) -> Rule {
    Rule {
        id,
        facility: amendment.unit.facility,
        institution: amendment.unit.institution,
        is_whole: amendment.unit.is_whole,
        version: amendment.version.clone(),
        title: amendment.title.clone(),
        effective_on,
        grace_days: amendment.grace_days,
    }
}

/// Publishes a draft as the version with this id.
///
/// # Errors
/// [`Halt::Absent`] for others; otherwise every reason why it can't be published.
pub fn publish(
    amendment: Amendment,
    wanted: &Wanted,
    known: &Known,
    id: RuleId,
    by: &Actor,
) -> Act<Ready> {
    may(amendment.unit.institution, by)?;
    let today = by.at.day();
    let mut wrong: Vec<Wrong> = number(wanted, known).into_iter().collect();
    wrong.extend(day(wanted, known, today));
    wrong.extend(grace(wanted, &amendment));
    wrong.extend(whole(&amendment, known));
    if !wrong.is_empty() {
        return Err(Halt::Refused(wrong.into_iter().map(Refusal::of).collect()));
    }
    let rule = Rule {
        version: wanted.version.clone(),
        grace_days: wanted.grace_days.unwrap_or(amendment.grace_days),
        ..version_of(&amendment, id, wanted.effective_on.unwrap_or(today))
    };
    let institution = rule.institution;
    let draft = Draft {
        rule,
        text: amendment.text,
    };
    let mut done = rule::publish(draft, institution, by)?;
    done.event = done
        .event
        .with("applies_to_confirmed", wanted.confirmed.applies());
    Ok(done.map(|draft| Ready {
        draft,
        based_on: amendment.based_on,
        confirmed: wanted.confirmed,
    }))
}

fn number(wanted: &Wanted, known: &Known) -> Option<Wrong> {
    let version = &wanted.version;
    let field = Field::Rule(Of::Version);
    if version.is_empty() {
        Some(Wrong::Missing { field })
    } else if !rule::is_version(version) {
        Some(Wrong::Malformed { field })
    } else if known.used.contains(version) {
        let version = version.clone();
        Some(Wrong::Drafting(Drafting::VersionUsed { version }))
    } else {
        None
    }
}

fn day(wanted: &Wanted, known: &Known, today: NaiveDate) -> Option<Wrong> {
    let Some(day) = wanted.effective_on else {
        let field = Field::Rule(Of::EffectiveOn);
        return Some(Wrong::Missing { field });
    };
    let earliest = earliest(today);
    let last = today
        .checked_add_months(Months::new(AHEAD_MONTHS))
        .unwrap_or(today);
    let scheduled = known
        .versions
        .iter()
        .filter(|rule| rule.effective_on > today && rule.effective_on >= day)
        .min_by_key(|rule| rule.effective_on);
    let bar = match scheduled {
        _ if day < earliest => Drafting::TooEarly { earliest },
        _ if day > last => Drafting::TooLate { last },
        Some(later) if later.effective_on == day || wanted.later == Later::Refuse => {
            Drafting::BeforeScheduled {
                version: later.version.clone(),
                effective_on: later.effective_on,
            }
        }
        _ => return None,
    };
    Some(Wrong::Drafting(bar))
}

fn grace(wanted: &Wanted, amendment: &Amendment) -> Option<Wrong> {
    let days = wanted.grace_days.filter(|days| *days <= GRACE_MOST);
    let Some(days) = days else {
        return Some(Wrong::Drafting(Drafting::Grace { most: GRACE_MOST }));
    };
    let said = grace_said(&amendment.text)?;
    (said != i64::from(days)).then_some(Wrong::Drafting(Drafting::GraceDiffers { said }))
}

/// The text, its title, and what contradicts itself.
fn whole(amendment: &Amendment, known: &Known) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    if amendment.title.ja.trim().is_empty() {
        let field = Field::Rule(Of::TitleJa);
        wrong.push(Wrong::Missing { field });
    }
    let problems = text::check(&amendment.text).into_iter();
    wrong.extend(problems.map(|problem| Wrong::Drafting(Drafting::Text(problem))));
    if known.contradictions > 0 {
        let pairs = known.contradictions;
        wrong.push(Wrong::Drafting(Drafting::Contradictory { pairs }));
    }
    wrong
}

/// 公開の取りやめ: a version that is not yet in force counts for no day.
///
/// # Errors
/// [`Halt::Absent`] for others; that it is in force.
pub fn recall(rule: &Rule, by: &Actor) -> Act<RuleId> {
    may(rule.institution, by)?;
    if rule.effective_on <= by.at.day() {
        let since = rule.effective_on;
        let wrong = Wrong::Drafting(Drafting::InForce { since });
        return Err(Halt::because(Refusal::of(wrong)));
    }
    let event = Event::of(Kind::RuleRecalled)
        .with("rule", rule.id)
        .with("facility", rule.facility)
        .with("version", &rule.version);
    Ok(Done {
        value: rule.id,
        event,
    })
}

#[cfg(test)]
mod tests;
