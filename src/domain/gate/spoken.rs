//! What an office says on a fact: confirmed, perhaps for one way of use only, refused, or taken back;
//! and what the person takes back.

use chrono::NaiveDate;

use crate::domain::actor::Actor;
use crate::domain::booking::content::TEXT_LONGEST;
use crate::domain::event::{Event, Kind};
use crate::domain::gate::ask::Ask;
use crate::domain::gate::fact::{Fact, Ruling, Verdict};
use crate::domain::gate::{Gate, Holder};
use crate::domain::halt::{Decision, Done};
use crate::domain::id::FactId;
use crate::domain::refusal::fact::FactBar;
use crate::domain::refusal::field::{FactField, Field};
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, parse_day};

/// Longest number of a decision, in characters.
pub const NUMBER_LONGEST: usize = 100;

/// What an office typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spoken {
    pub verdict: Verdict,
    /// 判断番号
    pub number: String,
    /// The day as it was typed.
    pub ruled_on: String,
    /// 条件: the only way of use that is left.
    pub condition: Condition,
    pub reason: String,
}

/// A condition as it was posted.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Condition {
    None,
    Only(SupportMode),
    Unreadable,
}

impl Condition {
    /// Reads what a form posts: nothing or "none", "assisted" or "proxy".
    #[must_use]
    pub fn read(code: &str) -> Self {
        match SupportMode::from_code(code) {
            Some(SupportMode::SelfOperation) => Self::Unreadable,
            Some(only) => Self::Only(only),
            None if code.is_empty() || code == "none" => Self::None,
            None => Self::Unreadable,
        }
    }
}

/// The fact that an office answers on, and what was said before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Matter<'a> {
    pub fact: &'a Fact,
    pub withdrawn: Option<Instant>,
    /// What the office was asked.
    pub ask: Ask,
    /// Who spoke last for this side, by name.
    pub spoke: Option<&'a str>,
}

/// An office's answer with its reason, as it is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ruled {
    pub ruling: Ruling,
    /// What the person reads; empty where nothing was said.
    pub reason: String,
}

/// Whether an answer on this gate may leave one way of use only.
#[must_use]
pub fn takes_condition(gate: Gate) -> bool {
    gate.holder() == Holder::Booking
}

/// Whether a decision on this gate must carry a number.
#[must_use]
pub fn takes_number(gate: Gate) -> bool {
    gate == Gate::ExportScreening
}

/// 確認する・認めない・取り消す: the responsible office's side answers once, and may take a yes back.
///
/// # Errors
/// Their own fact, taken back by the person, answered already, nothing to take back; what was typed.
pub fn rule(matter: &Matter<'_>, spoken: &Spoken, by: &Actor) -> Decision<Ruled> {
    let mut wrong: Vec<Refusal> = stands(matter, spoken.verdict, by).into_iter().collect();
    let ruled_on = typed(matter.fact.gate, spoken, by.at.day(), &mut wrong);
    let (Some(ruled_on), true) = (ruled_on, wrong.is_empty()) else {
        return Err(wrong);
    };
    let fact = matter.fact;
    let condition = match (spoken.verdict, spoken.condition) {
        (Verdict::Confirmed, Condition::Only(only)) => Some(only),
        _ => None,
    };
    let event = match fact.booking {
        Some(booking) => Event::about_booking(Kind::GateRuled, booking, Vec::new()),
        None => Event::about_user(Kind::GateRuled, fact.user, Vec::new()),
    };
    // the reason stands beside the ruling, for its readers only: histories of bookings show events
    let event = event
        .with("fact", fact.id)
        .with("gate", fact.gate.code())
        .with("side", matter.ask.side.code())
        .with("verdict", spoken.verdict.code())
        .with("number", &spoken.number);
    Ok(Done {
        value: Ruled {
            ruling: Ruling {
                side: matter.ask.side,
                institution: Some(matter.ask.institution),
                verdict: spoken.verdict,
                number: spoken.number.clone(),
                ruled_on,
                condition,
                at: by.at,
            },
            reason: spoken.reason.clone(),
        },
        event,
    })
}

/// Whether this side may say this now.
fn stands(matter: &Matter<'_>, verdict: Verdict, by: &Actor) -> Option<Refusal> {
    let fact = matter.fact;
    let bar = |bar| Some(Refusal::of(Wrong::Fact(bar)));
    if by.person().is_some_and(|person| person.id == fact.user) {
        return bar(FactBar::Own);
    }
    if matter.withdrawn.is_some() {
        return bar(FactBar::Withdrawn);
    }
    let said = said(fact, &matter.ask);
    match (said.map(|ruling| (ruling.verdict, ruling.at)), verdict) {
        (Some((Verdict::Confirmed, _)), Verdict::Revoked) => None,
        (_, Verdict::Revoked) => bar(FactBar::NotConfirmed),
        (None, _) => None,
        (Some((before, at)), _) => Some(Refusal::of(Wrong::AlreadyDecided {
            by: matter.spoke.unwrap_or_default().to_owned(),
            at,
            approved: before == Verdict::Confirmed,
        })),
    }
}

/// What the office of an ask said last.
#[must_use]
pub fn said<'a>(fact: &'a Fact, ask: &Ask) -> Option<&'a Ruling> {
    let mut said = fact.rulings.iter().rev();
    said.find(|ruling| ruling.is_of(ask.side, ask.institution))
}

/// What was typed, field by field.
fn typed(
    gate: Gate,
    spoken: &Spoken,
    today: NaiveDate,
    wrong: &mut Vec<Refusal>,
) -> Option<NaiveDate> {
    let mut refuse = |one| wrong.push(Refusal::of(one));
    let too_long = |text: &str, longest| text.chars().count() > longest;
    let (field, longest) = (Field::Fact(FactField::Decision), NUMBER_LONGEST);
    let needs_number = takes_number(gate) && spoken.verdict == Verdict::Confirmed;
    if too_long(&spoken.number, longest) {
        refuse(Wrong::TooLongText { field, longest });
    } else if needs_number && spoken.number.is_empty() {
        refuse(Wrong::Missing { field });
    }
    let field = Field::Fact(FactField::RuledOn);
    let day = parse_day(spoken.ruled_on.trim());
    match day {
        None if spoken.ruled_on.trim().is_empty() => refuse(Wrong::Missing { field }),
        None => refuse(Wrong::Malformed { field }),
        Some(day) if day > today => refuse(Wrong::Fact(FactBar::DayToCome { field })),
        Some(_) => {}
    }
    let unreadable = match spoken.condition {
        Condition::None => false,
        Condition::Only(_) => !takes_condition(gate),
        Condition::Unreadable => true,
    };
    if unreadable {
        let field = Field::Fact(FactField::Condition);
        refuse(Wrong::Malformed { field });
    }
    let (field, longest) = (Field::Reason, TEXT_LONGEST);
    if too_long(&spoken.reason, longest) {
        refuse(Wrong::TooLongText { field, longest });
    } else if spoken.verdict != Verdict::Confirmed && spoken.reason.trim().is_empty() {
        refuse(Wrong::Missing { field });
    }
    day
}

/// 取り下げる: the person takes back what they entered.
///
/// # Errors
/// Taken back already, or entered by somebody else, as a licence is.
pub fn withdraw(
    fact: &Fact,
    (withdrawn, is_own): (Option<Instant>, Entered),
    by: &Actor,
) -> Decision<FactId> {
    if withdrawn.is_some() {
        return Err(vec![Refusal::of(Wrong::Fact(FactBar::Withdrawn))]);
    }
    let own = by.person().is_some_and(|person| person.id == fact.user);
    if !own || is_own == Entered::ByAnOffice {
        return Err(vec![Refusal::of(Wrong::WrongState)]);
    }
    let event = match fact.booking {
        Some(booking) => Event::about_booking(Kind::GateWithdrawn, booking, Vec::new()),
        None => Event::about_user(Kind::GateWithdrawn, fact.user, Vec::new()),
    };
    Ok(Done {
        value: fact.id,
        event: event.with("fact", fact.id).with("gate", fact.gate.code()),
    })
}

/// Who entered a fact.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Entered {
    ByThePerson,
    ByAnOffice,
}

#[cfg(test)]
mod tests;
