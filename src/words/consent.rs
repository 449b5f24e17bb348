//! The words of the page of one's consents.

use crate::domain::language::Language;

/// The page of consents.
pub struct Words {
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub heading: &'static str,
    pub lead: &'static str,
    pub error_prefix: &'static str,
    pub done: &'static str,
    pub waiting_heading: &'static str,
    pub nothing_waits: &'static str,
    pub needed: &'static str,
    pub not_needed_yet: &'static str,
    pub version: &'static str,
    pub effective: &'static str,
    pub due: &'static str,
    pub bookings: &'static str,
    pub what_changed: &'static str,
    pub read_all: &'static str,
    pub agree: &'static str,
    pub agree_button: &'static str,
    pub required: &'static str,
    pub agreed_heading: &'static str,
    pub nothing_agreed: &'static str,
    pub unit: &'static str,
    pub agreed_at: &'static str,
    pub state: &'static str,
    pub in_force: &'static str,
    pub coming: &'static str,
    pub past: &'static str,
    pub due_note_heading: &'static str,
    pub due_note_link: &'static str,
}

pub(super) const JA: Words = Words {
    crumb_label: "現在の位置",
    home: "トップ",
    heading: "利用規則への同意",
    lead: "同意は、施設の規則の版ごとに記録します。利用日に施行されている版への同意が必要です。",
    error_prefix: "エラー：",
    done: "同意を記録しました。保留になっていた予約は、ほかに必要な確認がなければ元の状態に戻ります。",
    waiting_heading: "同意が必要な規則",
    nothing_waits: "同意を待っている規則はありません。",
    needed: "▲ 予約に必要",
    not_needed_yet: "今後の申請に必要",
    version: "版",
    effective: "施行日",
    due: "同意の締切",
    bookings: "対象の予約",
    what_changed: "前に同意した版からの変更点を見る",
    read_all: "全文を読む",
    agree: "上の規則のすべてを読み、同意します",
    agree_button: "同意する",
    required: "※必須",
    agreed_heading: "同意した規則",
    nothing_agreed: "まだありません。はじめて申請するときに同意します。",
    unit: "対象",
    agreed_at: "同意した日時",
    state: "状態",
    in_force: "✓ 施行中",
    coming: "施行前",
    past: "旧版",
    due_note_heading: "改正された利用規則への同意が必要です",
    due_note_link: "変更点を確かめて同意する",
};

pub(super) const EN: Words = Words {
    crumb_label: "You are here",
    home: "Home",
    heading: "Consent to usage rules",
    lead: "You agree to each version of a facility's rules. What counts is the version in force on the day of use.",
    error_prefix: "Error: ",
    done: "Your consent is recorded. Bookings that were on hold for it go on, unless something else is missing.",
    waiting_heading: "Rules that wait for your consent",
    nothing_waits: "No rules wait for your consent.",
    needed: "▲ Needed for bookings",
    not_needed_yet: "Needed for your next request",
    version: "Version",
    effective: "In force from",
    due: "Consent due",
    bookings: "Bookings",
    what_changed: "See what changed since the version you agreed to",
    read_all: "Read the whole text",
    agree: "I have read all of the rules above and agree to them",
    agree_button: "Agree",
    required: "required",
    agreed_heading: "Rules you agreed to",
    nothing_agreed: "None yet. You agree when you send your first request.",
    unit: "For",
    agreed_at: "Agreed",
    state: "State",
    in_force: "✓ In force",
    coming: "Not yet in force",
    past: "Older version",
    due_note_heading: "Your consent to amended rules is needed",
    due_note_link: "See what changed and agree",
};

/// A version by its title and number.
#[must_use]
pub fn version(language: Language, title: &str, version: &str) -> String {
    match language {
        Language::Ja => format!("{title} 第{version}版"),
        Language::En => format!("{title}, version {version}"),
    }
}

/// Until when how many bookings wait, for a note on other pages.
#[must_use]
pub fn due_note(language: Language, bookings: usize, due: &str) -> String {
    match (language, bookings) {
        (Language::Ja, _) => {
            format!("予約{bookings}件が対象です。{due}までに同意がないと、予約は保留になります。")
        }
        (Language::En, 1) => {
            format!("It concerns 1 booking, which is put on hold if you have not agreed by {due}.")
        }
        (Language::En, _) => format!(
            "It concerns {bookings} bookings, which are put on hold if you have not agreed by {due}."
        ),
    }
}
