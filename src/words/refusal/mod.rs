//! Refusals as sentences: what, which rule, what to do. A refusal without all three does not compile.

mod calendar;
mod capacity;
mod closed;
mod day;
mod decision;
mod door;
mod drafting;
mod fact;
mod feed;
mod keeping;
mod label;
mod outage;
mod outside;
mod person;
mod record;
mod remedy;
mod series;
mod service;
mod share;
mod slot;
mod together;
mod training;
mod typed;
mod usage;
mod waiting;
mod waiver;
mod without_slot_field;

use crate::domain::language::Language;
use crate::domain::refusal::ground::Remedy;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::support::SupportMode;
use crate::words::{beside, citation};

/// A way of use, in a word.
#[must_use]
pub const fn support(language: Language, mode: SupportMode) -> &'static str {
    person::support(language, mode)
}

/// What is wrong, and what helps.
type Pair = (String, String);

/// A refusal in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    pub what: String,
    /// The rule it stands on, as its title and version.
    pub rule: Option<String>,
    pub remedy: String,
    /// Ways forward that were computed for this wish, each as a sentence.
    pub ways: Vec<String>,
    language: Language,
}

impl Said {
    /// All three in one line.
    #[must_use]
    pub fn in_one(&self) -> String {
        let what = &self.what;
        let gap = match self.language {
            Language::Ja => "",
            Language::En => " ",
        };
        let ways = self.ways.iter().map(String::as_str);
        let remedy: Vec<&str> = std::iter::once(self.remedy.as_str()).chain(ways).collect();
        let remedy = remedy.join(gap);
        match (&self.rule, self.language) {
            (None, Language::Ja) => format!("{what}{remedy}"),
            (None, Language::En) => format!("{what} {remedy}"),
            (Some(rule), Language::Ja) => {
                format!("{}（{rule}）。{remedy}", what.trim_end_matches('。'))
            }
            (Some(rule), Language::En) => format!("{what} Rule: {rule}. {remedy}"),
        }
    }
}

/// Says a refusal.
#[must_use]
pub fn say(language: Language, refusal: &Refusal) -> Said {
    let (what, remedy) = pair(language, refusal);
    let beside = refusal.beside.as_ref();
    Said {
        what: match beside {
            Some(other) => beside::about(language, other, &what),
            None => what,
        },
        rule: refusal
            .rule
            .as_ref()
            .map(|rule| citation::of(language, rule)),
        remedy,
        ways: refusal
            .remedies
            .iter()
            .filter(|way| !is_said_already(refusal, way))
            .map(|way| remedy::say(language, way))
            .collect(),
        language,
    }
}

/// The nearest slots of a time that was taken stand in its own sentence.
fn is_said_already(refusal: &Refusal, way: &Remedy) -> bool {
    matches!(
        (&refusal.wrong, way),
        (Wrong::Taken { .. }, Remedy::Slots(_))
    )
}

fn pair(l: Language, refusal: &Refusal) -> Pair {
    match &refusal.wrong {
        Wrong::Missing { field } => typed::missing(l, *field),
        Wrong::TooLongText { field, longest } => typed::too_long(l, *field, *longest),
        Wrong::Malformed { field } => typed::malformed(l, *field),
        Wrong::NotAnEmail | Wrong::SignInFailed | Wrong::LinkExpired => typed::plain(l, refusal),
        Wrong::PasswordShort { .. } | Wrong::PasswordLong { .. } | Wrong::PasswordGuessable => {
            typed::password(l, refusal)
        }
        Wrong::TooManyTries { again_in_seconds } => typed::too_many_tries(l, *again_in_seconds),
        Wrong::NotBookable | Wrong::NoRule | Wrong::InPast => slot::never(l, &refusal.wrong),
        Wrong::TooSoon {
            lead_business_days,
            deadline,
            earliest,
        } => slot::too_soon(l, *lead_business_days, *deadline, *earliest),
        Wrong::TooFar { .. } | Wrong::NotReleased { .. } => slot::beyond(l, &refusal.wrong),
        Wrong::TooShort { min_minutes } => slot::too_short(l, *min_minutes),
        Wrong::TooLong { max_minutes } => slot::too_long(l, *max_minutes),
        Wrong::OffGrid {
            slot_minutes,
            nearest,
        } => slot::off_grid(l, *slot_minutes, *nearest),
        Wrong::ClosedDay { .. }
        | Wrong::OutsideHours { .. }
        | Wrong::TooManyDays { .. }
        | Wrong::NightBeforeClosed { .. } => closed::pair(l, &refusal.wrong),
        Wrong::Taken {
            by,
            during,
            nearest,
        } => slot::taken(l, *by, during, nearest),
        Wrong::ConsentMissing { effective_on } => slot::consent_missing(l, *effective_on, refusal),
        Wrong::Unfit(unfit) => person::pair(l, unfit),
        Wrong::AlreadyDecided { by, at, approved } => decision::already(l, by, *at, *approved),
        Wrong::WrongState | Wrong::OwnRequest | Wrong::Started => decision::late(l, &refusal.wrong),
        Wrong::DearerNow { percent } => decision::dearer(l, *percent),
        Wrong::OnHold | Wrong::OnlyTheOffices => decision::waiting(l, &refusal.wrong),
        Wrong::Service(bar) => service::barred(l, bar),
        Wrong::Outside(bar) => outside::barred(l, bar),
        Wrong::Calendar(bar) => calendar::barred(l, *bar),
        Wrong::Training(_) | Wrong::LineStands => training::pair(l, &refusal.wrong),
        Wrong::Fact(bar) => fact::barred(l, bar),
        Wrong::Drafting(drafting) => drafting::barred(l, drafting),
        Wrong::Waiver(bar) => waiver::barred(l, *bar),
        Wrong::Use(bar) => usage::barred(l, bar),
        Wrong::Feed(bar) => feed::barred(l, *bar),
    }
}

#[cfg(test)]
mod drafts;
#[cfg(test)]
mod fields;
#[cfg(test)]
mod named;
#[cfg(test)]
mod reasons;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod uses;
#[cfg(test)]
mod without_slot;
