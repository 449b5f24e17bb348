//! The words of the facility manager's pages.

use crate::domain::language::Language;

/// The queue, and one request before its manager.
pub struct Words {
    pub heading: &'static str,
    pub here: &'static str,
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub error_prefix: &'static str,
    pub nothing: &'static str,
    pub request: &'static str,
    pub resource_when: &'static str,
    pub checks: &'static str,
    pub actions: &'static str,
    pub approve: &'static str,
    pub look: &'static str,
    pub what_heading: &'static str,
    pub who_heading: &'static str,
    pub decide_heading: &'static str,
    pub conditional: &'static str,
    pub conditional_means: &'static str,
    pub reason: &'static str,
    pub reason_hint: &'static str,
    pub give_back: &'static str,
    pub give_back_means: &'static str,
    pub reject: &'static str,
    pub reject_means: &'static str,
    pub aside_label: &'static str,
    pub log_heading: &'static str,
    pub name: &'static str,
    pub institution: &'static str,
    pub checks_heading: &'static str,
    pub consented: &'static str,
    pub slot_held: &'static str,
    pub own_request: &'static str,
    pub own: &'static str,
    pub started: &'static str,
    pub on_hold: &'static str,
    pub only_the_offices: &'static str,
    pub resume: &'static str,
    pub resume_means: &'static str,
}

pub(super) const JA: Words = Words {
    heading: "承認待ちの申請",
    here: "承認",
    crumb_label: "現在の位置",
    home: "トップ",
    error_prefix: "エラー：",
    nothing: "承認待ちの申請はありません",
    request: "申請",
    resource_when: "機器・日時",
    checks: "確認事項",
    actions: "操作",
    approve: "承認する",
    look: "内容を見る・差し戻す",
    what_heading: "申請の内容",
    who_heading: "申請した人",
    decide_heading: "判断する",
    conditional: "条件を付けて承認する",
    conditional_means: "申請者が条件を受け入れると確定します。受け入れるまで、枠は確保したままです。",
    reason: "申請者への理由・条件",
    reason_hint: "条件を付けるとき、差し戻すとき、不承認とするときは必ず書いてください。申請者がそのまま読みます。",
    give_back: "差し戻す",
    give_back_means: "直して再申請してもらいます。枠は保たれます。",
    reject: "不承認とする",
    reject_means: "この申請を終わりにします。枠は開放されます。",
    aside_label: "確認と経過",
    log_heading: "経過",
    name: "氏名",
    institution: "所属機関",
    checks_heading: "確認事項",
    consented: "利用日に有効な利用規則に同意済み",
    slot_held: "枠は仮予約として確保済み（重複なし）",
    own_request: "ご自身の申請は承認できません。同じ施設のほかの管理責任者が判断します。",
    own: "▲ 自分の申請",
    started: "開始時刻を過ぎているため、承認できません。",
    on_hold: "必要な確認がそろっていないため、承認できません。そろうと、自動で承認待ちに戻ります。",
    only_the_offices: "輸出管理の窓口の判断を待っているため、承認できません。施設の判断で再開することもできません。",
    resume: "確認を待たずに再開する",
    resume_means: "そろっていない確認を、施設の責任で待たずに進めます。理由は記録に残り、申請者も読みます。",
};

pub(super) const EN: Words = Words {
    heading: "Requests waiting for approval",
    here: "Approvals",
    crumb_label: "You are here",
    home: "Home",
    error_prefix: "Error: ",
    nothing: "No requests are waiting",
    request: "Request",
    resource_when: "Equipment and time",
    checks: "Checks",
    actions: "Actions",
    approve: "Approve",
    look: "See or return",
    what_heading: "What is asked",
    who_heading: "Who asks",
    decide_heading: "Decide",
    conditional: "Approve with conditions",
    conditional_means: "It is confirmed once the applicant accepts them. The time stays held until then.",
    reason: "Reason or conditions, for the applicant",
    reason_hint: "Required for conditions, and when you return or refuse. The applicant reads it word for word.",
    give_back: "Return",
    give_back_means: "They correct and resend it. The time stays held.",
    reject: "Refuse",
    reject_means: "This ends the request. The time becomes free.",
    aside_label: "Checks and history",
    log_heading: "History",
    name: "Name",
    institution: "Institution",
    checks_heading: "Checks",
    consented: "Consented to the rules in force on the day of use",
    slot_held: "The time is held, nothing overlaps",
    own_request: "You can't decide on your own request. Another manager of the facility will.",
    own: "▲ Your own",
    started: "The start has passed, so it can't be approved.",
    on_hold: "Something required does not stand yet, so it can't be approved. It returns to the queue by itself as soon as everything stands.",
    only_the_offices: "The export control desks have not decided yet, so it can't be approved; nor can the facility let it go on.",
    resume: "Let it go on without waiting",
    resume_means: "The facility answers for going on without what is missing. The reason is kept, and the applicant reads it.",
};

/// How many wait, and in which order they stand: those that compete before the others.
#[must_use]
pub fn count(language: Language, number: usize, some_compete: bool) -> String {
    match (language, some_compete) {
        (Language::Ja, false) => format!("承認待ち {number}件（古い順）"),
        (Language::Ja, true) => format!("承認待ち {number}件（競合する申請が先、あとは古い順）"),
        (Language::En, false) => format!("{number} waiting, oldest first"),
        (Language::En, true) => format!("{number} waiting: those that compete, then the oldest"),
    }
}

/// How long a request has waited.
#[must_use]
pub fn waited(language: Language, days: i64) -> (&'static str, String) {
    let tone = if days >= 3 { "o" } else { "" };
    let text = match (language, days) {
        (Language::Ja, 0) => "本日受付".to_owned(),
        (Language::Ja, days) if days >= 3 => format!("▲ {days}日経過"),
        (Language::Ja, days) => format!("{days}日経過"),
        (Language::En, 0) => "Received today".to_owned(),
        (Language::En, 1) => "1 day".to_owned(),
        (Language::En, days) if days >= 3 => format!("▲ {days} days"),
        (Language::En, days) => format!("{days} days"),
    };
    (tone, text)
}

/// What a decision did, as one line on top of the queue.
#[must_use]
pub fn decided(language: Language, number: &str, what: &str) -> String {
    match language {
        Language::Ja => format!("{number}：{what}"),
        Language::En => format!("{number}: {what}"),
    }
}
