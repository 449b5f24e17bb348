//! Refusals as sentences: what, which rule, what to do. A refusal without all three does not compile.

mod day;
mod decision;
mod outside;
mod person;
mod remedy;
mod service;
mod slot;
mod training;
mod typed;
mod without_slot_field;

use crate::domain::language::Language;
use crate::domain::refusal::ground::Remedy;
use crate::domain::refusal::{Refusal, Wrong};
use crate::words::citation;

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
    Said {
        what,
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
        Wrong::NotAnEmail => typed::not_an_email(l),
        Wrong::PasswordShort { shortest } => typed::password_short(l, *shortest),
        Wrong::PasswordLong { longest } => typed::password_long(l, *longest),
        Wrong::PasswordGuessable => typed::password_guessable(l),
        Wrong::SignInFailed => typed::sign_in_failed(l),
        Wrong::TooManyTries { again_in_seconds } => typed::too_many_tries(l, *again_in_seconds),
        Wrong::LinkExpired => typed::link_expired(l),
        Wrong::NotBookable => slot::not_bookable(l),
        Wrong::NoRule => slot::no_rule(l),
        Wrong::InPast => slot::in_past(l),
        Wrong::TooSoon {
            lead_business_days,
            deadline,
            earliest,
        } => slot::too_soon(l, *lead_business_days, *deadline, *earliest),
        Wrong::TooFar { horizon_days, last } => slot::too_far(l, *horizon_days, *last),
        Wrong::TooShort { min_minutes } => slot::too_short(l, *min_minutes),
        Wrong::TooLong { max_minutes } => slot::too_long(l, *max_minutes),
        Wrong::OffGrid {
            slot_minutes,
            nearest,
        } => slot::off_grid(l, *slot_minutes, *nearest),
        Wrong::ClosedDay {
            day,
            closing,
            next_open,
        } => slot::closed_day(l, *day, closing, *next_open),
        Wrong::OutsideHours { windows } => slot::outside_hours(l, windows),
        Wrong::Taken {
            by,
            during,
            nearest,
        } => slot::taken(l, *by, during, nearest),
        Wrong::ConsentMissing { effective_on } => slot::consent_missing(l, *effective_on, refusal),
        Wrong::TooManyDays { most } => slot::too_many_days(l, *most),
        Wrong::NightBeforeClosed { day } => slot::night_before_closed(l, *day),
        Wrong::Unfit(unfit) => person::pair(l, unfit),
        Wrong::AlreadyDecided { by, at, approved } => decision::already(l, by, *at, *approved),
        Wrong::WrongState | Wrong::OwnRequest | Wrong::Started => decision::late(l, &refusal.wrong),
        Wrong::OnHold | Wrong::OnlyTheOffices => decision::waiting(l, &refusal.wrong),
        Wrong::Training(bar) => training::barred(l, *bar),
        Wrong::Service(bar) => service::barred(l, bar),
        Wrong::Outside(bar) => outside::barred(l, bar),
    }
}

#[cfg(test)]
mod reasons;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod without_slot;
