//! Until when a reason goes on to hold whatever later time is asked for, so that a search can jump over it.

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::earliest::question::Question;
use crate::domain::refusal::ground::Within;
use crate::domain::refusal::unfit::Unfit;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Instant, Span, day_span, fiscal_year};

/// Until when.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Until {
    /// At a time from this moment on it may be different.
    At(Instant),
    /// For as long as this version of the rules is in force.
    Always,
}

/// The last of the moments until which one of these reasons holds, later than the slot in any case.
pub(super) fn of(question: &Question<'_>, reasons: &[Refusal], slot: &Span) -> Until {
    let next = Until::At(slot.start().plus_seconds(1));
    let later = reasons
        .iter()
        .map(|refusal| one(question, &refusal.wrong, slot));
    later.flatten().max().map_or(next, |found| found.max(next))
}

fn one(question: &Question<'_>, wrong: &Wrong, slot: &Span) -> Option<Until> {
    match wrong {
        Wrong::NoRule => {
            let day = slot.start().day();
            let coming = question.rules.iter().map(|rule| rule.effective_on);
            let next = coming.filter(|from| *from > day).min();
            Some(next.map_or(Until::Always, |day| Until::At(day_span(day).start())))
        }
        Wrong::NotBookable
        | Wrong::TooFar { .. }
        | Wrong::TooLong { .. }
        | Wrong::TooShort { .. }
        | Wrong::Use(UseBar::NobodyAttends {
            nobody_at_all: true,
        }) => Some(Until::Always),
        Wrong::TooSoon { earliest, .. } => Some(Until::At(day_span(*earliest).start())),
        Wrong::Unfit(unfit) => of_person(question, unfit, slot),
        _ => None,
    }
}

/// What is wrong with the person does not depend on the time, except for quotas and for facts that begin
/// to count later.
fn of_person(question: &Question<'_>, unfit: &Unfit, slot: &Span) -> Option<Until> {
    match unfit {
        Unfit::OverQuota { within, .. } => {
            let day = slot.start().day();
            let next = match within {
                Within::Month => next_month(day),
                Within::FiscalYear => NaiveDate::from_ymd_opt(fiscal_year(day) + 1, 4, 1),
            };
            next.map(|day| Until::At(day_span(day).start()))
        }
        // a shorter or later slot of the same week may still fit
        Unfit::OverShare { .. } => None,
        // as days go by facts only expire, unless one was issued for later
        Unfit::GateClosed { .. } => {
            let today = question.now.day();
            let later = question.by.is_some_and(|by| {
                let begins = |fact: &crate::domain::gate::fact::Fact| fact.issued_on > Some(today);
                by.facts.iter().any(begins)
            });
            (!later).then_some(Until::Always)
        }
        Unfit::InstitutionNotEligible { .. }
        | Unfit::PositionNotEligible { .. }
        | Unfit::StudentNotResponsible
        | Unfit::SupportModeNotOffered { .. }
        | Unfit::SupervisionNeeded { .. }
        | Unfit::BslTooHigh { .. }
        | Unfit::TooManyOpen { .. }
        | Unfit::Suspended { .. }
        | Unfit::ReportOverdue { .. } => Some(Until::Always),
    }
}

fn next_month(day: NaiveDate) -> Option<NaiveDate> {
    let inside = day.with_day(28)?.checked_add_days(Days::new(7))?;
    inside.with_day(1)
}
