//! How a gate stands and what comes next, in words; nothing of what was declared.

use chrono::NaiveDate;

use crate::domain::gate::fact::Side;
use crate::domain::gate::standing::{GateState, NextStep, Standing};
use crate::domain::gate::{Gate, Office};
use crate::domain::language::Language;
use crate::domain::support::SupportMode;
use crate::words::{gate, when};

/// The institutions of the two sides, in the reader's language.
#[derive(Copy, Clone, Debug)]
pub struct Sides<'a> {
    pub home: &'a str,
    pub provider: &'a str,
}

impl<'a> Sides<'a> {
    /// The institution of a side.
    const fn of(self, side: Side) -> &'a str {
        match side {
            Side::Own => "",
            Side::Home => self.home,
            Side::Provider => self.provider,
        }
    }
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

/// The same with a sign of its own, for a chip.
#[must_use]
pub fn signed(language: Language, standing: GateState) -> String {
    let sign = match standing {
        GateState::Open { .. } => "✓ ",
        GateState::Waiting { .. } => "",
        GateState::Missing | GateState::Expired { .. } => "▲ ",
        GateState::Refused { .. } | GateState::Revoked { .. } => "× ",
    };
    format!("{sign}{}", state(language, standing))
}

/// What a gate asks for that is entered once the request is sent: who checks it, and how long that takes.
#[must_use]
pub fn after_sending(language: Language, standing: &Standing, sides: Sides<'_>) -> String {
    let institutions = match standing.asked.gate.office() {
        Office::Nobody => return String::new(),
        Office::HomeOfficer | Office::HomeDesk(_) => sides.home.to_owned(),
        Office::FacilityManager => sides.provider.to_owned(),
        Office::BothDesks(_) if sides.home == sides.provider => sides.home.to_owned(),
        Office::BothDesks(_) => match language {
            Language::Ja => format!("{}と{}", sides.home, sides.provider),
            Language::En => format!("{} and {}", sides.home, sides.provider),
        },
    };
    let office = gate::office(language, standing.asked.gate.office());
    let due = standing.due.map(|day| when::day(language, day));
    let due = due.as_deref().unwrap_or_default();
    match (language, standing.asked.gate) {
        (Language::Ja, Gate::ExportScreening) => format!(
            "送信したあと、{due}までに申告してください。該当するときは{institutions}の{office}が判断します。"
        ),
        (Language::En, Gate::ExportScreening) => format!(
            "Declare it after sending, by {due}. The {office} of {institutions} decides where needed."
        ),
        (Language::Ja, _) => format!(
            "送信したあと、{due}までに登録してください。{institutions}の{office}が確認します。"
        ),
        (Language::En, _) => {
            format!("Enter it after sending, by {due}. The {office} of {institutions} checks it.")
        }
    }
}

/// The same to the applicant: what is theirs to do is said to them.
#[must_use]
pub fn your_next(language: Language, standing: &Standing, sides: Sides<'_>) -> String {
    let due = standing.due.map(|day| when::day(language, day));
    let due = due.as_deref().unwrap_or_default();
    match (language, standing.next) {
        (Language::Ja, NextStep::Enter) => format!("{due}までに登録してください。"),
        (Language::En, NextStep::Enter) => format!("Enter it by {due}."),
        (Language::Ja, NextStep::Renew) => {
            format!("新しいものを{due}までに登録してください。")
        }
        (Language::En, NextStep::Renew) => format!("Enter a newer one by {due}."),
        (Language::Ja, NextStep::Train) => {
            format!("{due}までに講習を受けるか、利用のしかたを変えてください。")
        }
        (Language::En, NextStep::Train) => {
            format!("Take the training by {due}, or change the way of use.")
        }
        (Language::Ja, NextStep::Ask { side, office }) => {
            let office = gate::office(language, office);
            format!(
                "{due}までに{}の{office}へ相談してください。",
                sides.of(side)
            )
        }
        (Language::En, NextStep::Ask { side, office }) => {
            let office = gate::office(language, office);
            format!("Talk to the {office} of {} by {due}.", sides.of(side))
        }
        (_, NextStep::Nothing | NextStep::Await { .. }) => next(language, standing, sides),
    }
}

/// Who has to do what by when; empty where nothing is left to do.
#[must_use]
pub fn next(language: Language, standing: &Standing, sides: Sides<'_>) -> String {
    let due = standing.due.map(|day| when::day(language, day));
    let due = due.as_deref().unwrap_or_default();
    let who = |side: Side, office| {
        let waiting = match standing.awaits.as_slice() {
            [] => vec![side],
            several => several.to_vec(),
        };
        let institutions: Vec<&str> = waiting.into_iter().map(|side| sides.of(side)).collect();
        let office = gate::office(language, office);
        match language {
            Language::Ja => format!("{}の{office}", institutions.join("と")),
            Language::En => format!("{office} of {}", institutions.join(" and of ")),
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
            format!("{}が確認します。回答の目安は{due}です。", who(side, office))
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
