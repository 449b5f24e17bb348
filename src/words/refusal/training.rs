//! Refusals about trainings and what is recognised of them: full, called off, settled, published already.

use crate::domain::language::Language;
use crate::domain::refusal::Wrong;
use crate::domain::refusal::training::TrainingBar;

/// What is wrong, and what helps.
type Pair = (String, String);

/// What of a training, or of a line of equivalence, is wrong, and what helps.
pub(super) fn pair(language: Language, wrong: &Wrong) -> Pair {
    match wrong {
        Wrong::Training(bar) => barred(language, *bar),
        _ => line_stands(language),
    }
}

fn barred(language: Language, bar: TrainingBar) -> Pair {
    let ((what_ja, helps_ja), (what_en, helps_en)) = match bar {
        TrainingBar::Full
        | TrainingBar::CalledOff
        | TrainingBar::Enrolled
        | TrainingBar::NotEnrolled
        | TrainingBar::Begun => taking_part(bar),
        TrainingBar::NotHeldYet
        | TrainingBar::Settled
        | TrainingBar::Own
        | TrainingBar::NumberTaken => recording(bar),
        TrainingBar::CodeTaken
        | TrainingBar::SameDate
        | TrainingBar::DatesToCome
        | TrainingBar::Retired => giving(bar),
    };
    match language {
        Language::Ja => (what_ja.to_owned(), helps_ja.to_owned()),
        Language::En => (what_en.to_owned(), helps_en.to_owned()),
    }
}

/// What is wrong and what helps, in Japanese and in English.
type Both = ((&'static str, &'static str), (&'static str, &'static str));

/// For who takes part.
const fn taking_part(bar: TrainingBar) -> Both {
    match bar {
        TrainingBar::Full => (
            (
                "この回の講習は定員に達しています。",
                "別の回に申し込んでください。",
            ),
            (
                "This training is full.",
                "Enrol for another date of the course.",
            ),
        ),
        TrainingBar::CalledOff => (
            (
                "この回の講習は中止になりました。",
                "別の回に申し込んでください。",
            ),
            (
                "This training was called off.",
                "Enrol for another date of the course.",
            ),
        ),
        _ => already(bar),
    }
}

/// For who takes part already, does not, or comes too late.
const fn already(bar: TrainingBar) -> Both {
    match bar {
        TrainingBar::Enrolled => (
            (
                "この回の講習には申込み済みです。",
                "「講習とライセンス」のページで、申込みの内容を確かめてください。",
            ),
            (
                "You are enrolled for this training already.",
                "See your enrolments on the page of your trainings.",
            ),
        ),
        TrainingBar::NotEnrolled => (
            (
                "この回の講習には申し込んでいません。",
                "ページを開き直して、今の申込みを確かめてください。",
            ),
            (
                "You are not enrolled for this training.",
                "Open the page again to see your enrolments.",
            ),
        ),
        _ => (
            (
                "講習の開始時刻を過ぎています。",
                "別の回を選ぶか、施設へ連絡してください。",
            ),
            (
                "This training has begun.",
                "Choose another date, or ask the facility.",
            ),
        ),
    }
}

/// For who records the outcome.
const fn recording(bar: TrainingBar) -> Both {
    match bar {
        TrainingBar::NotHeldYet => (
            (
                "講習がまだ始まっていません。",
                "開始時刻を過ぎてから、修了または欠席を記録してください。",
            ),
            (
                "The training has not begun yet.",
                "Record who completed it or was absent once it has begun.",
            ),
        ),
        TrainingBar::Settled => (
            (
                "この方の修了または欠席は記録済みです。",
                "ページを開き直して、今の記録を確かめてください。",
            ),
            (
                "The outcome for this person is recorded already.",
                "Open the page again to see the record.",
            ),
        ),
        TrainingBar::Own => (
            (
                "自分の修了は、自分では記録できません。",
                "同じ施設のほかの管理者に依頼してください。",
            ),
            (
                "You can't record your own completion.",
                "Ask another manager of the facility.",
            ),
        ),
        _ => (
            (
                "このライセンス番号は、同じ講習のほかの方に発行済みです。",
                "別の番号にするか、空欄にして自動で付けてください。",
            ),
            (
                "Somebody else holds this licence number of the course.",
                "Use another one, or leave it empty to have one given.",
            ),
        ),
    }
}

/// For who gives courses.
const fn giving(bar: TrainingBar) -> Both {
    match bar {
        TrainingBar::CodeTaken => (
            (
                "この記号は、同じ施設のほかの講習で使われています。",
                "別の記号を付けてください。",
            ),
            (
                "Another course of the facility has this code.",
                "Choose another code.",
            ),
        ),
        TrainingBar::SameDate => (
            (
                "同じ講習の同じ日時・会場の回が、すでにあります。",
                "日時か会場を変えてください。",
            ),
            (
                "The course is held at this time in this place already.",
                "Change the time or the place.",
            ),
        ),
        TrainingBar::DatesToCome => (
            (
                "これから開かれる回があるため、講習を廃止できません。",
                "その回が終わるのを待つか、先に中止してください。",
            ),
            (
                "Dates of the course are still to come, so it can't be retired.",
                "Wait until they are over, or call them off first.",
            ),
        ),
        _ => (
            (
                "この講習は廃止されています。",
                "ほかの講習を選んでください。",
            ),
            ("This course is retired.", "Choose another course."),
        ),
    }
}

/// 読替え: the same line stands already.
fn line_stands(language: Language) -> Pair {
    match language {
        Language::Ja => (
            "同じ内容の読替えを公開済みです。".to_owned(),
            "条件を変えるときは、先に今の読替えを取り消してください。".to_owned(),
        ),
        Language::En => (
            "The same line is published already.".to_owned(),
            "To change its conditions, take back the present line first.".to_owned(),
        ),
    }
}
