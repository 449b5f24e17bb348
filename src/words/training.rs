//! The words of one's trainings and licences, and of trainings where they are offered beside a request.

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::domain::time::Span;
use crate::words::when;

/// The page of one's trainings.
pub struct Words {
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub heading: &'static str,
    pub lead: &'static str,
    pub error_prefix: &'static str,
    pub show_all: &'static str,
    pub nothing_asked: &'static str,
    pub soon_heading: &'static str,
    pub mine_heading: &'static str,
    pub mine_none: &'static str,
    pub leave: &'static str,
    pub licences_heading: &'static str,
    pub licences_none: &'static str,
    pub offered_heading: &'static str,
    pub offered_none: &'static str,
    pub offered_none_of_these: &'static str,
    pub enrol: &'static str,
    pub past_heading: &'static str,
    pub course: &'static str,
    pub facility: &'static str,
    pub when: &'static str,
    pub place: &'static str,
    pub seats: &'static str,
    pub actions: &'static str,
    pub number: &'static str,
    pub valid_until: &'static str,
    pub lapses: &'static str,
    pub never: &'static str,
    pub next: &'static str,
    pub next_none: &'static str,
    pub state: &'static str,
    pub full: &'static str,
    pub enrolled: &'static str,
    pub called_off: &'static str,
    pub completed: &'static str,
    pub absent: &'static str,
    pub unrecorded: &'static str,
    pub lapsed: &'static str,
    pub passport: &'static str,
    pub pages_label: &'static str,
    pub prev: &'static str,
    pub following: &'static str,
    pub offer: &'static str,
    pub offer_hint: &'static str,
    pub offer_later: &'static str,
    pub offer_later_hint: &'static str,
    pub offer_all: &'static str,
    pub gate_open: &'static str,
    pub gate_taken: &'static str,
    pub gate_missing: &'static str,
    pub attendant: &'static str,
}

pub(super) const JA: Words = Words {
    crumb_label: "現在の位置",
    home: "トップ",
    heading: "講習とライセンス",
    lead: "自己操作で機器を使うには、その機器の講習を修了し、ライセンスが利用日の終わりまで有効である必要があります。",
    error_prefix: "エラー：",
    show_all: "すべての講習を見る",
    nothing_asked: "この機器の利用規則は、講習を求めていません。",
    soon_heading: "ライセンスの期限が近づいています",
    mine_heading: "申込み済みの講習",
    mine_none: "申し込んだ講習はありません。",
    leave: "申込みを取りやめる",
    licences_heading: "ライセンス",
    licences_none: "ライセンスはまだありません。講習を修了すると、ここに番号と期限が載ります。",
    offered_heading: "申し込める講習",
    offered_none: "これから開かれる講習はありません。日程が決まると、ここに載ります。",
    offered_none_of_these: "この機器の講習は、まだ日程が決まっていません。急ぐときは、施設へ問い合わせるか、自己操作以外の利用形態を選んでください。",
    enrol: "申し込む",
    past_heading: "受講の記録",
    course: "講習",
    facility: "施設",
    when: "日時",
    place: "会場",
    seats: "空席",
    actions: "操作",
    number: "番号",
    valid_until: "有効期限",
    lapses: "使わないと失効する日",
    never: "なし",
    next: "次の講習",
    next_none: "日程未定",
    state: "状態",
    full: "満席",
    enrolled: "✓ 申込み済み",
    called_off: "中止",
    completed: "✓ 修了",
    absent: "欠席",
    unrecorded: "記録待ち",
    lapsed: "× 未使用により失効",
    passport: "ほかの機関でも認められるかをパスポートで見る",
    pages_label: "講習のページ",
    prev: "前へ",
    following: "次へ",
    offer: "申請と同時に講習を予約",
    offer_hint: "自己操作で利用するには、利用日までに講習の修了が必要です。申請を送信すると、選んだ回に申し込みます。",
    offer_later: "いまは予約しない",
    offer_later_hint: "自己操作の場合、講習を修了するまで予約は保留になります。",
    offer_all: "すべての日程を見る",
    gate_open: "講習・ライセンスは利用日に有効",
    gate_taken: "講習に申込み済み（修了すると有効になります）",
    gate_missing: "講習・ライセンス（自己操作の場合）",
    attendant: "立会い",
};

pub(super) const EN: Words = Words {
    crumb_label: "You are here",
    home: "Home",
    heading: "Trainings and licences",
    lead: "To operate an instrument yourself, you complete its training. The licence must be valid until the end of the day of use.",
    error_prefix: "Error: ",
    show_all: "See all trainings",
    nothing_asked: "The rules of this resource ask for no training.",
    soon_heading: "A licence ends soon",
    mine_heading: "Your enrolments",
    mine_none: "You are not enrolled for any training.",
    leave: "Leave this training",
    licences_heading: "Licences",
    licences_none: "No licences yet. When you complete a training, its number and end are shown here.",
    offered_heading: "Trainings to come",
    offered_none: "No trainings are to come. New dates are shown here.",
    offered_none_of_these: "No date is set for the trainings of this resource. If you can't wait, ask the facility, or choose a way of use other than self operation.",
    enrol: "Enrol",
    past_heading: "Trainings taken",
    course: "Training",
    facility: "Facility",
    when: "Time",
    place: "Place",
    seats: "Free seats",
    actions: "Actions",
    number: "Number",
    valid_until: "Valid until",
    lapses: "Lapses if unused",
    never: "never",
    next: "Next training",
    next_none: "no date yet",
    state: "State",
    full: "Full",
    enrolled: "✓ Enrolled",
    called_off: "Called off",
    completed: "✓ Completed",
    absent: "Absent",
    unrecorded: "Not recorded yet",
    lapsed: "× Lapsed, unused",
    passport: "See in your passport where else they are recognised",
    pages_label: "Pages of trainings",
    prev: "Previous",
    following: "Next",
    offer: "Book the training together with this request",
    offer_hint: "To operate it yourself, complete the training before the day of use. Sending the request enrols you for the date you choose.",
    offer_later: "Not now",
    offer_later_hint: "With self operation, the booking is on hold until you have completed the training.",
    offer_all: "See all dates",
    gate_open: "Your licence is valid on the day of use",
    gate_taken: "Enrolled for the training (valid once completed)",
    gate_missing: "Training or licence (for self operation)",
    attendant: "Supervision",
};

/// What was done, if the address says so.
#[must_use]
pub fn done(language: Language, what: &str) -> &'static str {
    match (language, what) {
        (Language::Ja, "enrolled") => "講習に申し込みました。確認のメールをお送りします。",
        (Language::Ja, "left") => "講習の申込みを取りやめました。",
        (Language::En, "enrolled") => "You are enrolled. A confirmation follows by e-mail.",
        (Language::En, "left") => "You left the training.",
        _ => "",
    }
}

/// That the page shows what one resource asks for only.
#[must_use]
pub fn narrowed(language: Language, resource: &str) -> String {
    match language {
        Language::Ja => format!("「{resource}」の利用規則が求める講習だけを表示しています。"),
        Language::En => {
            format!("Only the trainings that the rules of {resource} ask for are shown.")
        }
    }
}

/// How many seats are left.
#[must_use]
pub fn seats(language: Language, free: u32, seats: u32) -> String {
    match language {
        Language::Ja => format!("残り{free}席（定員{seats}人）"),
        Language::En => format!("{free} of {seats}"),
    }
}

/// A licence that ends soon.
#[must_use]
pub fn ends(language: Language, course: &str, number: &str, day: NaiveDate) -> String {
    let day = when::day_with_year(language, day);
    match language {
        Language::Ja => format!("「{course}」のライセンス{number}は、{day}までです。"),
        Language::En => format!("Licence {number} ({course}) is valid until {day}."),
    }
}

/// What to do about it.
#[must_use]
pub fn renew(language: Language, next: Option<&Span>, is_mine: Option<&Span>) -> String {
    match (language, is_mine, next) {
        (Language::Ja, Some(mine), _) => format!(
            "更新の講習（{}）に申込み済みです。",
            when::span_with_year(language, mine)
        ),
        (Language::Ja, None, Some(next)) => format!(
            "次の講習は{}です。下の一覧から申し込めます。",
            when::span_with_year(language, next)
        ),
        (Language::Ja, None, None) => {
            "次の講習の日程は決まっていません。施設へ問い合わせてください。".to_owned()
        }
        (Language::En, Some(mine), _) => format!(
            "You are enrolled for {}.",
            when::span_with_year(language, mine)
        ),
        (Language::En, None, Some(next)) => format!(
            "The next training is on {}. You can enrol below.",
            when::span_with_year(language, next)
        ),
        (Language::En, None, None) => "No next training is set. Ask the facility.".to_owned(),
    }
}

/// A course with the code that rules name it by.
#[must_use]
pub fn course(language: Language, name: &str, code: &str) -> String {
    match language {
        Language::Ja => format!("{name}（{code}）"),
        Language::En => format!("{name} ({code})"),
    }
}

/// 立会い: that the first uses need somebody at hand, and so many lie behind.
#[must_use]
pub fn supervision(language: Language, sessions: u32, done: u32) -> String {
    match (language, done) {
        (Language::Ja, 0) => format!("最初の{sessions}回は立会いが必要です。"),
        (Language::Ja, _) => {
            format!("最初の{sessions}回は立会いが必要です（これまで{done}回）。")
        }
        (Language::En, 0) => format!("Your first {sessions} uses need somebody at hand."),
        (Language::En, _) => {
            format!("Your first {sessions} uses need somebody at hand (so far: {done}).")
        }
    }
}

/// The same where a way of use is chosen: self operation is not among them yet.
#[must_use]
pub fn not_alone_yet(language: Language, sessions: u32, done: u32) -> String {
    let said = supervision(language, sessions, done);
    match language {
        Language::Ja => format!("{said}そのため、自己操作はまだ選べません。"),
        Language::En => format!("{said} Self operation can't be chosen yet."),
    }
}
