//! Refusals about trainings: full, called off, enrolled already, not held yet.

use crate::domain::language::Language;
use crate::domain::refusal::TrainingBar;

/// What is wrong, and what helps.
type Pair = (String, String);

pub(super) fn barred(language: Language, bar: TrainingBar) -> Pair {
    match bar {
        TrainingBar::Full => full(language),
        TrainingBar::CalledOff => called_off(language),
        TrainingBar::Enrolled => enrolled_already(language),
        TrainingBar::NotHeldYet => not_held_yet(language),
    }
}

const fn pick<'a>(language: Language, ja: &'a str, en: &'a str) -> &'a str {
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}

fn say(language: Language, ja: (&str, &str), en: (&str, &str)) -> Pair {
    (
        pick(language, ja.0, en.0).to_owned(),
        pick(language, ja.1, en.1).to_owned(),
    )
}

fn full(language: Language) -> Pair {
    say(
        language,
        (
            "この回の講習は定員に達しています。",
            "別の回に申し込んでください。",
        ),
        (
            "This training is full.",
            "Enrol for another date of the course.",
        ),
    )
}

fn called_off(language: Language) -> Pair {
    say(
        language,
        (
            "この回の講習は中止になりました。",
            "別の回に申し込んでください。",
        ),
        (
            "This training was called off.",
            "Enrol for another date of the course.",
        ),
    )
}

fn enrolled_already(language: Language) -> Pair {
    say(
        language,
        (
            "この回の講習には申込み済みです。",
            "「講習とライセンス」のページで、申込みの内容を確かめてください。",
        ),
        (
            "You are enrolled for this training already.",
            "See your enrolments on the page of your trainings.",
        ),
    )
}

fn not_held_yet(language: Language) -> Pair {
    say(
        language,
        (
            "講習がまだ始まっていません。",
            "開始時刻を過ぎてから、修了または欠席を記録してください。",
        ),
        (
            "The training has not begun yet.",
            "Record who completed it or was absent once it has begun.",
        ),
    )
}
