//! Ways forward as sentences: nearest times, other lengths and ways of use, trainings, other places.

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::domain::name::Name;
use crate::domain::parameter::kind::Waiver;
use crate::domain::refusal::ground::Remedy;
use crate::domain::time::Span;
use crate::words::refusal::capacity;
use crate::words::refusal::person::support;
use crate::words::{gate, name, when};

/// Says a way forward.
#[must_use]
pub fn say(language: Language, remedy: &Remedy) -> String {
    match remedy {
        Remedy::Slots(slots) => nearby(language, slots),
        Remedy::Length { minutes } => {
            let length = when::length(language, *minutes);
            match language {
                Language::Ja => format!("同じ開始日時で、利用時間を{length}にすると申請できます。"),
                Language::En => format!("With the same start, {length} can be requested."),
            }
        }
        Remedy::Part(part) => capacity::part(language, part),
        Remedy::Mode(mode) => by_mode(language, support(language, *mode)),
        Remedy::Training { course, day } => training(language, course, *day),
        Remedy::Attend { course, day } => attend(language, course, *day),
        Remedy::Elsewhere {
            name,
            institution,
            slot,
            ..
        } => elsewhere(language, name, institution, slot),
        Remedy::Enter(one) => {
            let one = gate::gate(language, *one);
            match language {
                Language::Ja => format!("「{one}」を登録してください。"),
                Language::En => format!("Enter this: {one}."),
            }
        }
        Remedy::Waiver(who) => waiver(language, *who),
        Remedy::Wait => match language {
            Language::Ja => "この日時の空き待ちに登録できます。".to_owned(),
            Language::En => "You can join the waiting list for this time.".to_owned(),
        },
        Remedy::Ask => match language {
            Language::Ja => "事情がある場合は、施設へ相談してください。".to_owned(),
            Language::En => "If there are reasons, talk to the facility.".to_owned(),
        },
    }
}

fn nearby(language: Language, slots: &[Span]) -> String {
    let times: Vec<String> = slots
        .iter()
        .map(|slot| when::span(language, slot))
        .collect();
    match language {
        Language::Ja => format!("申請できる近くの枠：{}。", times.join("、")),
        Language::En => format!("Times nearby that can be requested: {}.", times.join("; ")),
    }
}

fn by_mode(language: Language, mode: &str) -> String {
    match language {
        Language::Ja => format!("利用形態を「{mode}」に切り替えてください。"),
        Language::En => format!("Switch to {mode}."),
    }
}

fn training(language: Language, course: &str, day: NaiveDate) -> String {
    let day = when::day(language, day);
    match language {
        Language::Ja => format!("{day}の講習（{course}）に申し込んでください。"),
        Language::En => format!("Enrol in the training on {day} ({course})."),
    }
}

fn attend(language: Language, course: &str, day: NaiveDate) -> String {
    let day = when::day(language, day);
    match language {
        Language::Ja => {
            format!("申込み済みの{day}の講習（{course}）を修了してから、申請してください。")
        }
        Language::En => {
            format!("First complete the training on {day} ({course}) that you are enrolled for.")
        }
    }
}

fn elsewhere(language: Language, resource: &Name, institution: &Name, slot: &Span) -> String {
    let resource = name::of(language, resource);
    let at = name::of(language, institution);
    let slot = when::span(language, slot);
    match language {
        Language::Ja => format!("{at}の「{resource}」なら、{slot}に申請できます。"),
        Language::En => format!("{resource} at {at} can be requested for {slot}."),
    }
}

fn waiver(language: Language, who: Waiver) -> String {
    match (language, who) {
        (Language::Ja, Waiver::FacilityManager) => {
            "事情がある場合は、機器管理責任者が例外を認めることができます。"
        }
        (Language::Ja, Waiver::InstitutionOfficer) => {
            "事情がある場合は、機関の窓口が例外を認めることができます。"
        }
        (Language::Ja, Waiver::Nobody) => "例外は認められません。",
        (Language::En, Waiver::FacilityManager) => {
            "The facility manager can grant an exception for good reasons."
        }
        (Language::En, Waiver::InstitutionOfficer) => {
            "The institution's officer can grant an exception for good reasons."
        }
        (Language::En, Waiver::Nobody) => "No exceptions are granted.",
    }
    .to_owned()
}
