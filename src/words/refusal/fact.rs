//! Refusals about facts for gates, offices' answers on them, and desks.

use crate::domain::language::Language;
use crate::domain::refusal::fact::FactBar;
use crate::domain::refusal::field::Field;
use crate::words::refusal::label;

/// What is wrong, and what helps.
type Pair = (String, String);

pub(super) fn barred(language: Language, bar: &FactBar) -> Pair {
    match bar {
        FactBar::LevelTooHigh { most } => too_high(language, most),
        FactBar::DayToCome { field } => to_come(language, *field),
        bar => plain(language, bar),
    }
}

/// Those that name nothing.
fn plain(language: Language, bar: &FactBar) -> Pair {
    let (ja, en) = match bar {
        FactBar::SpecifiedPathogen => SPECIFIED,
        FactBar::EndsBeforeItBegins => ENDS_BEFORE,
        FactBar::EndedAlready => ENDED,
        FactBar::TooMany => TOO_MANY,
        FactBar::Own => OWN,
        FactBar::Withdrawn => WITHDRAWN,
        FactBar::NotConfirmed => NOT_CONFIRMED,
        FactBar::NobodyHere => NOBODY_HERE,
        FactBar::SitsAlready => SITS_ALREADY,
        FactBar::LevelTooHigh { .. } | FactBar::DayToCome { .. } => (("", ""), ("", "")),
    };
    let (what, helps) = match language {
        Language::Ja => ja,
        Language::En => en,
    };
    (what.to_owned(), helps.to_owned())
}

/// What is wrong and what helps, in Japanese and in English.
type Both = ((&'static str, &'static str), (&'static str, &'static str));

const SPECIFIED: Both = (
    (
        "特定病原体等の持込みは、ここでは受け付けていません。",
        "施設とバイオセーフティ窓口へ直接ご連絡ください。",
    ),
    (
        "Specified pathogens can't be dealt with here.",
        "Contact the facility and the biosafety desk directly.",
    ),
);
const ENDS_BEFORE: Both = (
    (
        "有効期限が、承認・実施の日より前になっています。",
        "二つの日付を確かめてください。",
    ),
    (
        "The last day is before the day of approval.",
        "Check both days.",
    ),
);
const ENDED: Both = (
    (
        "有効期限が過ぎています。",
        "更新してから、新しい期限で登録してください。",
    ),
    (
        "The last day has passed.",
        "Renew it, then enter the new one.",
    ),
);
const TOO_MANY: Both = (
    (
        "登録の件数が上限に達しています。",
        "使わない登録を取り下げるか、翌日に登録してください。",
    ),
    (
        "You have entered as many as are allowed.",
        "Withdraw those that you do not need, or go on tomorrow.",
    ),
);
const OWN: Both = (
    (
        "自分が登録したものは、自分では判断できません。",
        "同じ窓口のほかの担当者に依頼してください。",
    ),
    (
        "You can't answer on what you entered yourself.",
        "Ask somebody else of the same office.",
    ),
);
const WITHDRAWN: Both = (
    (
        "この登録は、本人が取り下げました。",
        "対応は必要ありません。",
    ),
    ("The person withdrew this.", "Nothing is left to do."),
);
const NOT_CONFIRMED: Both = (
    (
        "取り消せる確認の記録がありません。",
        "ページを開き直して、今の状態を確かめてください。",
    ),
    (
        "There is no confirmation to take back.",
        "Open the page again to see where it stands now.",
    ),
);
const NOBODY_HERE: Both = (
    (
        "このメールアドレスは、この機関の利用者として登録されていません。",
        "本人が登録を済ませてから、もう一度入力してください。",
    ),
    (
        "Nobody of this institution has an account with this address.",
        "Ask them to register, then enter the address again.",
    ),
);
const SITS_ALREADY: Both = (
    (
        "この方は、すでにこの窓口の担当です。",
        "一覧で確かめてください。",
    ),
    (
        "They answer at this desk already.",
        "See the list of people.",
    ),
);

/// A level as people write it: BSL2, P1A.
fn level(code: &str) -> String {
    code.to_uppercase()
}

fn too_high(language: Language, most: &str) -> Pair {
    match (language, most) {
        (Language::Ja, "none") => (
            "この機器には持ち込めません。".to_owned(),
            "施設へ直接ご連絡ください。".to_owned(),
        ),
        (Language::Ja, _) => (
            format!("この機器へ持ち込めるのは{}までです。", level(most)),
            "施設へ直接ご連絡ください。".to_owned(),
        ),
        (Language::En, "none") => (
            "Nothing of the kind can be brought in here.".to_owned(),
            "Contact the facility directly.".to_owned(),
        ),
        (Language::En, _) => (
            format!("Here only up to {} can be brought in.", level(most)),
            "Contact the facility directly.".to_owned(),
        ),
    }
}

fn to_come(language: Language, field: Field) -> Pair {
    let name = label::name(language, field);
    match language {
        Language::Ja => (
            format!("{name}が、まだ来ていない日付です。"),
            "今日までの日付を入力してください。".to_owned(),
        ),
        Language::En => (
            format!("{name}: this day has not come yet."),
            "Enter a day up to today.".to_owned(),
        ),
    }
}
