//! How a gate stands and what comes next, in words; nothing of what was declared.

use chrono::NaiveDate;

use crate::domain::gate::Gate;
use crate::domain::gate::fact::Side;
use crate::domain::gate::standing::{GateState, NextStep, Standing};
use crate::domain::language::Language;
use crate::domain::support::SupportMode;
use crate::words::{gate, when};

/// The institutions of the two sides, in the reader's language.
#[derive(Copy, Clone, Debug)]
pub struct Sides<'a> {
    pub home: &'a str,
    pub provider: &'a str,
}

/// The gate, with its course.
#[must_use]
pub fn name(language: Language, standing: &Standing) -> String {
    let name = gate::gate(language, standing.asked.gate);
    match (&standing.asked.course, language) {
        (None, _) => name.to_owned(),
        (Some(course), Language::Ja) => format!("{name}（{course}）"),
        (Some(course), Language::En) => format!("{name} ({course})"),
    }
}

/// How it stands: 可, 可（条件あり）, 確認中 …; all that people outside the offices may know.
#[must_use]
pub const fn state(language: Language, state: GateState) -> &'static str {
    let (ja, en) = match state {
        GateState::Open {
            condition: Some(SupportMode::Assisted | SupportMode::Proxy),
            ..
        } => ("可（条件あり）", "Cleared (with a condition)"),
        GateState::Open { .. } => ("可", "Cleared"),
        GateState::Waiting { .. } => ("確認中", "Being checked"),
        GateState::Missing => ("未登録", "Not entered"),
        GateState::Expired { .. } => ("期限切れ", "Expired"),
        GateState::Refused { .. } => ("不可", "Not cleared"),
        GateState::Revoked { .. } => ("取消し", "Withdrawn by the office"),
    };
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}

/// Who has to do what by when; empty where nothing is left to do.
#[must_use]
pub fn next(language: Language, standing: &Standing, sides: Sides<'_>) -> String {
    let due = standing.due.map(|day| when::day(language, day));
    let due = due.as_deref().unwrap_or_default();
    let who = |side: Side, office| {
        let institution = match side {
            Side::Own => "",
            Side::Home => sides.home,
            Side::Provider => sides.provider,
        };
        let office = gate::office(language, office);
        match language {
            Language::Ja => format!("{institution}の{office}"),
            Language::En => format!("{office} of {institution}"),
        }
    };
    match (language, standing.next) {
        (_, NextStep::Nothing) => String::new(),
        (Language::Ja, NextStep::Enter) => format!("申請者が{due}までに登録してください。"),
        (Language::En, NextStep::Enter) => format!("The applicant enters it by {due}."),
        (Language::Ja, NextStep::Renew) => {
            format!("申請者が新しいものを{due}までに登録してください。")
        }
        (Language::En, NextStep::Renew) => format!("The applicant enters a newer one by {due}."),
        (Language::Ja, NextStep::Train) => {
            format!("申請者が{due}までに講習を受けるか、利用のしかたを変えてください。")
        }
        (Language::En, NextStep::Train) => {
            format!("The applicant takes the training by {due}, or changes the way of use.")
        }
        (Language::Ja, NextStep::Await { side, office }) => {
            format!("{}が確認します（回答の目安：{due}）。", who(side, office))
        }
        (Language::En, NextStep::Await { side, office }) => {
            format!(
                "The {} checks it (an answer is expected by {due}).",
                who(side, office)
            )
        }
        (Language::Ja, NextStep::Ask { side, office }) => {
            format!(
                "申請者が{due}までに{}へ相談してください。",
                who(side, office)
            )
        }
        (Language::En, NextStep::Ask { side, office }) => {
            format!("The applicant talks to the {} by {due}.", who(side, office))
        }
    }
}

/// Until which day it counts.
#[must_use]
pub fn until(language: Language, day: NaiveDate) -> String {
    let day = when::day(language, day);
    match language {
        Language::Ja => format!("{day}まで有効"),
        Language::En => format!("valid until {day}"),
    }
}

/// Gates of codes as the letters keep them.
#[must_use]
pub fn of_codes(language: Language, codes: &[String]) -> String {
    let known: Vec<&str> = codes
        .iter()
        .filter_map(|code| Gate::from_code(code))
        .map(|one| gate::gate(language, one))
        .collect();
    known.join(match language {
        Language::Ja => "、",
        Language::En => ", ",
    })
}
