//! Refusals as sentences: what, which rule, what to do. A refusal without all three does not compile.

mod decision;
mod slot;
mod training;
mod typed;

use crate::domain::language::Language;
use crate::domain::refusal::{Citation, Refusal, Wrong};

/// What is wrong, and what helps.
type Pair = (String, String);

/// A refusal in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    pub what: String,
    /// The rule it stands on, as its title and version.
    pub rule: Option<String>,
    pub remedy: String,
    language: Language,
}

impl Said {
    /// All three in one line.
    #[must_use]
    pub fn in_one(&self) -> String {
        let Said { what, remedy, .. } = self;
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
        rule: refusal.rule.as_ref().map(|rule| cite(language, rule)),
        remedy,
        language,
    }
}

/// A rule by its title and version.
#[must_use]
pub fn cite(language: Language, rule: &Citation) -> String {
    match language {
        Language::Ja => format!("{} 第{}版", rule.title.ja, rule.version),
        Language::En => format!("{}, version {}", rule.title.en, rule.version),
    }
}

fn pair(language: Language, refusal: &Refusal) -> Pair {
    let l = language;
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
        Wrong::ConsentMissing { effective_on } => {
            slot::consent_missing(l, *effective_on, refusal.rule.as_ref())
        }
        Wrong::AlreadyDecided { by, at, approved } => decision::already(l, by, *at, *approved),
        Wrong::WrongState => decision::wrong_state(l),
        Wrong::OwnRequest => decision::own_request(l),
        Wrong::Started => decision::started(l),
        Wrong::OnHold => decision::on_hold(l),
        Wrong::OnlyTheOffices => decision::only_the_offices(l),
        Wrong::Training(bar) => training::barred(l, *bar),
    }
}

#[cfg(test)]
mod tests;
