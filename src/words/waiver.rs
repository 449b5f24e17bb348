//! The words of exceptions: where they are asked for, and where they are decided on.

use crate::domain::language::Language;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::kind::Waiver;
use crate::words::parameter;

/// Both pages.
pub struct Words {
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub resources: &'static str,
    pub error_prefix: &'static str,
    pub required: &'static str,
    // asking
    pub ask_heading: &'static str,
    pub ask_lead: &'static str,
    pub resource: &'static str,
    pub facility: &'static str,
    pub condition: &'static str,
    pub in_force: &'static str,
    pub said_by: &'static str,
    pub decided_by: &'static str,
    pub from: &'static str,
    pub until: &'static str,
    pub days_hint: &'static str,
    pub reason: &'static str,
    pub reason_hint: &'static str,
    pub ask: &'static str,
    pub asked: &'static str,
    pub asked_next: &'static str,
    pub back: &'static str,
    // deciding
    pub heading: &'static str,
    pub lead: &'static str,
    pub granted_done: &'static str,
    pub declined_done: &'static str,
    pub revoked_done: &'static str,
    pub waiting_heading: &'static str,
    pub nothing_waits: &'static str,
    pub applicant: &'static str,
    pub days: &'static str,
    pub asked_at: &'static str,
    pub their_reason: &'static str,
    pub own: &'static str,
    pub over: &'static str,
    pub answer: &'static str,
    pub answer_hint: &'static str,
    pub grant: &'static str,
    pub decline: &'static str,
    pub held_heading: &'static str,
    pub nothing_held: &'static str,
    pub resource_condition: &'static str,
    pub granted_by: &'static str,
    pub state: &'static str,
    pub in_effect: &'static str,
    pub coming: &'static str,
    pub ended: &'static str,
    pub revoked: &'static str,
    pub revoke: &'static str,
    pub revoke_means: &'static str,
    pub revoke_reason: &'static str,
    pub direct_heading: &'static str,
    pub direct_lead: &'static str,
    pub email: &'static str,
    pub email_hint: &'static str,
    pub choose: &'static str,
    pub direct_reason: &'static str,
    pub direct: &'static str,
}

pub(super) const JA: Words = Words {
    crumb_label: "現在の位置",
    home: "トップ",
    resources: "機器を探す",
    error_prefix: "エラー：",
    required: "※必須",
    ask_heading: "例外を申請する",
    ask_lead: "条件に合わせられない事情があるときは、例外を申請できます。認められると、この条件に限って、対象の日の利用を申請できるようになります。ほかの条件は、そのまま適用されます。",
    resource: "機器",
    facility: "施設",
    condition: "条件",
    in_force: "現在の内容",
    said_by: "定めている規則",
    decided_by: "決定する人",
    from: "利用する最初の日",
    until: "利用する最後の日",
    days_hint: "1件の例外で認められるのは、最長で366日間です。",
    reason: "理由",
    reason_hint: "条件に合わせられない事情を書いてください。担当者に届きます。",
    ask: "例外を申請する",
    asked: "例外を申請しました",
    asked_next: "回答は、メールでお知らせします。認められた後に、あらためて日時を選んで申請してください。時間の枠は、まだ確保していません。",
    back: "機器のページに戻る",
    heading: "例外の承認",
    lead: "利用条件のうち1つを、1人に、1つの機器で、期間を限って適用しないことができます。自分には認められません。",
    granted_done: "例外を認め、本人にメールで知らせました。",
    declined_done: "例外を認めないことを、本人にメールで知らせました。",
    revoked_done: "例外を取り消し、本人にメールで知らせました。",
    waiting_heading: "回答を待っている申請",
    nothing_waits: "回答を待っている申請はありません。",
    applicant: "申請者",
    days: "利用日",
    asked_at: "申請の日時",
    their_reason: "申請の理由",
    own: "ご自身の申請です。ほかの担当者が決めます。",
    over: "利用日を過ぎているため、認めることはできません。",
    answer: "回答の理由",
    answer_hint: "申請者に届き、記録に残ります。",
    grant: "認める",
    decline: "認めない",
    held_heading: "認めた例外",
    nothing_held: "認めた例外はありません。",
    resource_condition: "機器と条件",
    granted_by: "認めた人・理由",
    state: "状態",
    in_effect: "✓ 有効",
    coming: "これから",
    ended: "終了",
    revoked: "× 取消し",
    revoke: "取り消す",
    revoke_means: "取り消すと、この先の申請には使えません。作成済みの予約は、そのまま有効です。",
    revoke_reason: "取消しの理由",
    direct_heading: "申請なしで例外を認める",
    direct_lead: "電話などで事情を聞いている場合に、登録されている利用者に直接認められます。",
    email: "利用者のメールアドレス",
    email_hint: "利用者登録に使われているアドレスです。",
    choose: "選んでください",
    direct_reason: "認める理由",
    direct: "例外を認める",
};

pub(super) const EN: Words = Words {
    crumb_label: "You are here",
    home: "Home",
    resources: "Find instruments",
    error_prefix: "Error: ",
    required: "required",
    ask_heading: "Ask for an exception",
    ask_lead: "If you can't meet a condition for good reason, ask for an exception. Once it is granted, you can send a request for these days without meeting this one condition. All others still apply.",
    resource: "Equipment",
    facility: "Facility",
    condition: "Condition",
    in_force: "What it says now",
    said_by: "Said by",
    decided_by: "Who decides",
    from: "First day of use",
    until: "Last day of use",
    days_hint: "One exception covers 366 days at most.",
    reason: "Reason",
    reason_hint: "Say why you can't meet the condition. Whoever decides reads this.",
    ask: "Ask for the exception",
    asked: "You asked for an exception",
    asked_next: "The answer comes by e-mail. Once it is granted, choose a time and send your request. No time is held for you yet.",
    back: "Back to the equipment",
    heading: "Exceptions",
    lead: "You can set one condition aside for one person, on one instrument, for a limited time. Nobody can do that for themselves.",
    granted_done: "The exception is granted, and the person was told by e-mail.",
    declined_done: "The exception is declined, and the person was told by e-mail.",
    revoked_done: "The exception is revoked, and the person was told by e-mail.",
    waiting_heading: "Waiting for an answer",
    nothing_waits: "Nobody waits for an answer.",
    applicant: "Applicant",
    days: "Days of use",
    asked_at: "Asked",
    their_reason: "Their reason",
    own: "This is your own question. Somebody else decides on it.",
    over: "The days of use are over, so it can't be granted any more.",
    answer: "Reason for the answer",
    answer_hint: "It is sent to the applicant and kept.",
    grant: "Grant",
    decline: "Decline",
    held_heading: "Granted",
    nothing_held: "No exceptions were granted.",
    resource_condition: "Equipment and condition",
    granted_by: "Granted by, and why",
    state: "State",
    in_effect: "✓ In effect",
    coming: "To come",
    ended: "Over",
    revoked: "× Revoked",
    revoke: "Revoke",
    revoke_means: "It can't be used for requests from then on. Bookings made under it stay as they are.",
    revoke_reason: "Reason for revoking it",
    direct_heading: "Grant an exception that nobody asked for here",
    direct_lead: "If somebody explained it on the telephone, for instance, you can grant it directly to a registered user.",
    email: "The user's e-mail address",
    email_hint: "The one that they registered with.",
    choose: "Choose one",
    direct_reason: "Why it is granted",
    direct: "Grant the exception",
};

/// Whom a parameter names, for the page of whoever asks.
#[must_use]
pub fn decider(language: Language, names: Waiver, unit: &str) -> String {
    let who = parameter::waiver(language, names);
    match language {
        Language::Ja => format!("{who}（{unit}）"),
        Language::En => format!("{who} ({unit})"),
    }
}

/// Somebody with the resource: the heading of what waits for an answer.
#[must_use]
pub fn question(language: Language, person: &str, resource: &str) -> String {
    match language {
        Language::Ja => format!("{person}さん：{resource}"),
        Language::En => format!("{person}: {resource}"),
    }
}

/// The condition that is set aside.
#[must_use]
pub const fn condition(language: Language, parameter: Parameter) -> &'static str {
    parameter::label(language, parameter)
}

/// That there are more than are shown.
#[must_use]
pub fn more(language: Language, shown: usize) -> String {
    match language {
        Language::Ja => {
            format!("古いものから{shown}件を表示しています。回答すると、続きが表示されます。")
        }
        Language::En => format!("The {shown} oldest are shown. The others follow as you answer."),
    }
}
