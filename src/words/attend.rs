//! The words of attendants: who attends a booking, what somebody attends, what the form says of it.

use crate::domain::language::Language;
use crate::domain::refusal::usage::UseBar;

/// All of them.
pub struct Words {
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub error_prefix: &'static str,
    pub required: &'static str,
    pub label: &'static str,
    /// In place of a name, while nobody attends though somebody must.
    pub nobody_yet: &'static str,
    /// Beside a way of use that takes an attendant's time.
    pub reserved: &'static str,
    /// The same where nobody can come at the chosen time.
    pub nobody: &'static str,
    pub link: &'static str,
    pub heading: &'static str,
    pub means: &'static str,
    pub none: &'static str,
    pub choose: &'static str,
    pub now: &'static str,
    pub free: &'static str,
    pub busy: &'static str,
    pub yes: &'static str,
    pub back: &'static str,
    pub mine: &'static str,
    pub mine_lead: &'static str,
    pub mine_none: &'static str,
    pub when: &'static str,
    pub what: &'static str,
    pub who: &'static str,
    pub how: &'static str,
    pub state: &'static str,
}

const JA: Words = Words {
    crumb_label: "現在位置",
    home: "トップ",
    error_prefix: "エラー：",
    required: "※必須",
    label: "立会者",
    nobody_yet: "未定（承認するときに決まります）",
    reserved: "立会者の予定も同時に確保します。",
    nobody: "この時間に立ち会える人がいません。",
    link: "立会者を替える",
    heading: "立会者を決める",
    means: "選んだ人の予定に、この利用の時間が入ります。確定した予約では、これまでの立会者と新しい立会者にメールで知らせます。",
    none: "この機器の立会者が登録されていません。",
    choose: "立会者",
    now: "今の立会者",
    free: "この時間は空いています",
    busy: "この時間は立ち会えません",
    yes: "この人に決める",
    back: "申請に戻る",
    mine: "立会いの予定",
    mine_lead: "あなたが立会者になっている利用です。都合がつかないときは、施設の機器管理責任者に知らせてください。",
    mine_none: "立会いの予定はありません。",
    when: "日時",
    what: "機器",
    who: "利用者",
    how: "利用形態",
    state: "状態",
};

const EN: Words = Words {
    crumb_label: "Breadcrumb",
    home: "Home",
    error_prefix: "Error: ",
    required: "required",
    label: "Attendant",
    nobody_yet: "Nobody yet (decided with the approval)",
    reserved: "An attendant's time is booked with it.",
    nobody: "Nobody can attend at this time.",
    link: "Change the attendant",
    heading: "Who attends",
    means: "The time of this use goes into the calendar of whoever you choose. Of a confirmed booking, the attendant before and the new one are told by mail.",
    none: "This resource has no attendant on record.",
    choose: "Attendant",
    now: "attends now",
    free: "free at this time",
    busy: "can't attend at this time",
    yes: "Choose this attendant",
    back: "Back to the request",
    mine: "What you attend",
    mine_lead: "Uses that you attend. If you can't come, tell the facility's manager.",
    mine_none: "You attend nothing.",
    when: "Time",
    what: "Resource",
    who: "User",
    how: "Way of use",
    state: "State",
};

/// The words of a language.
#[must_use]
pub const fn of(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// What is wrong, and what helps; none where the reason is another one.
pub(super) fn barred(language: Language, bar: &UseBar) -> Option<(String, String)> {
    let nobody = |at_all| UseBar::NobodyAttends {
        nobody_at_all: at_all,
    };
    let (what, way) = match (bar, language) {
        (bar, Language::Ja) if *bar == nobody(false) => (
            "この利用形態には立会者が必要ですが、この時間に立ち会える人がいません。",
            "立会者のいる日時か、ほかの利用形態を選んでください。",
        ),
        (bar, Language::En) if *bar == nobody(false) => (
            "This way of use needs an attendant, and nobody can attend at this time.",
            "Choose a time at which somebody can, or another way of use.",
        ),
        (UseBar::NobodyAttends { .. }, Language::Ja) => (
            "この利用形態には立会者が必要ですが、この機器の立会者が登録されていません。",
            "ほかの利用形態を選ぶか、施設の窓口に問い合わせてください。",
        ),
        (UseBar::NobodyAttends { .. }, Language::En) => (
            "This way of use needs an attendant, and this resource has none on record.",
            "Choose another way of use, or ask the facility.",
        ),
        (UseBar::AttendantBusy, Language::Ja) => (
            "選んだ人は、この利用の時間に立ち会えません。",
            "空いている人を選んでください。",
        ),
        (UseBar::AttendantBusy, Language::En) => (
            "Whoever you chose can't attend at the time of this use.",
            "Choose somebody who is free.",
        ),
        _ => return None,
    };
    Some((what.to_owned(), way.to_owned()))
}
