//! Ways forward as things to press: the words before each and on it.

use chrono::NaiveDate;

use crate::domain::gate::Gate;
use crate::domain::language::Language;
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::kind::Waiver;
use crate::domain::parameter::value::Value;
use crate::domain::refusal::ground::Ground;
use crate::domain::support::SupportMode;
use crate::domain::time::Span;
use crate::words::parameter::{self, value};
use crate::words::refusal::support;
use crate::words::{gate, name, when};

/// Before the nearest free times.
#[must_use]
pub const fn slots(language: Language) -> &'static str {
    pick(language, "申請できる近くの枠：", "Times nearby: ")
}

/// Before what there is at other institutions.
#[must_use]
pub const fn elsewhere(language: Language) -> &'static str {
    pick(
        language,
        "同じ分類の、ほかの機関の機器：",
        "Of the same kind, elsewhere: ",
    )
}

/// A free time of an equivalent resource.
#[must_use]
pub fn other(language: Language, resource: &Name, institution: &Name, slot: &Span) -> String {
    let (resource, at) = (
        name::of(language, resource),
        name::of(language, institution),
    );
    let slot = when::span(language, slot);
    match language {
        Language::Ja => format!("{resource}（{at}）{slot}"),
        Language::En => format!("{resource} ({at}), {slot}"),
    }
}

/// Another length from the same start.
#[must_use]
pub fn length(language: Language, minutes: i64) -> String {
    let length = when::length(language, minutes);
    match language {
        Language::Ja => format!("利用時間を{length}にする"),
        Language::En => format!("Make it {length}"),
    }
}

/// Another way of use.
#[must_use]
pub fn mode(language: Language, mode: SupportMode) -> String {
    let mode = support(language, mode);
    match language {
        Language::Ja => format!("「{mode}」に切り替える"),
        Language::En => format!("Switch to {mode}"),
    }
}

/// A date of a course.
#[must_use]
pub fn training(language: Language, course: &str, day: NaiveDate) -> String {
    let day = when::day(language, day);
    match language {
        Language::Ja => format!("{day}の講習（{course}）に申し込む"),
        Language::En => format!("Enrol in the training on {day} ({course})"),
    }
}

/// A date of a course that they take part in already.
#[must_use]
pub fn attend(language: Language, course: &str, day: NaiveDate) -> String {
    let day = when::day(language, day);
    match language {
        Language::Ja => format!("申込み済みの{day}の講習（{course}）を見る"),
        Language::En => format!("See the training on {day} ({course}) that you are enrolled for"),
    }
}

/// Something to enter.
#[must_use]
pub fn enter(language: Language, one: Gate) -> String {
    let one = gate::gate(language, one);
    match language {
        Language::Ja => format!("「{one}」を登録する"),
        Language::En => format!("Enter: {one}"),
    }
}

/// Asking whoever may set the parameter aside.
#[must_use]
pub fn waiver(language: Language, who: Waiver) -> String {
    let who = parameter::waiver(language, who);
    match language {
        Language::Ja => format!("例外を申請する（{who}）"),
        Language::En => format!("Ask for an exception ({who})"),
    }
}

/// A place in the line.
#[must_use]
pub const fn wait(language: Language) -> &'static str {
    pick(
        language,
        "この日時の空き待ちに登録する",
        "Join the waiting list for this time",
    )
}

/// Where nothing else helps.
#[must_use]
pub const fn ask(language: Language) -> &'static str {
    pick(language, "相談窓口へ", "Ask the contact desk")
}

/// The value in force beside what was wished, where both are numbers of the same thing.
#[must_use]
pub fn compared(language: Language, ground: &Ground) -> Option<String> {
    let told = !matches!(
        ground.parameter,
        Parameter::SlotMinutes | Parameter::OwnUseReservedShare
    );
    let numbers = matches!(
        (&ground.value, &ground.offending),
        (Value::Number(_), Value::Number(_))
    );
    let say = |one: &Value| value::say(language, ground.parameter, one);
    (told && numbers).then(|| match language {
        Language::Ja => format!(
            "定め {}／今回 {}",
            say(&ground.value),
            say(&ground.offending)
        ),
        Language::En => format!(
            "Set: {}; yours: {}",
            say(&ground.value),
            say(&ground.offending)
        ),
    })
}

const fn pick(language: Language, ja: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}
