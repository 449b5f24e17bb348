//! The words of the page on which an institution's officer gives desks to people.

use crate::domain::language::Language;

/// The people of an institution's offices.
pub struct Words {
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub heading: &'static str,
    pub lead: &'static str,
    pub error_prefix: &'static str,
    pub required: &'static str,
    pub given: &'static str,
    pub taken: &'static str,
    pub desks_heading: &'static str,
    pub desk: &'static str,
    pub person: &'static str,
    pub since: &'static str,
    pub actions: &'static str,
    pub nobody: &'static str,
    pub take: &'static str,
    pub give_heading: &'static str,
    pub email: &'static str,
    pub email_hint: &'static str,
    pub choose_desk: &'static str,
    pub give: &'static str,
    pub officers_heading: &'static str,
    pub facilities_heading: &'static str,
    pub facility: &'static str,
    pub managers: &'static str,
    pub no_facility: &'static str,
    pub managers_hint: &'static str,
}

pub(super) const JA: Words = Words {
    crumb_label: "現在の位置",
    home: "トップ",
    heading: "機関の担当者",
    lead: "利用者が登録した確認は、ここで決めた窓口の担当者に届きます。",
    error_prefix: "エラー：",
    required: "※必須",
    given: "担当者を登録しました。本人へメールでお知らせします。",
    taken: "担当から外しました。本人へメールでお知らせします。",
    desks_heading: "窓口の担当者",
    desk: "窓口",
    person: "担当者",
    since: "登録した日",
    actions: "操作",
    nobody: "▲ 担当者がいません",
    take: "担当から外す",
    give_heading: "担当者を登録する",
    email: "メールアドレス",
    email_hint: "この機関の利用者として登録されている方のメールアドレス",
    choose_desk: "選んでください",
    give: "担当者にする",
    officers_heading: "機関の窓口（この画面を使える人）",
    facilities_heading: "施設と機器管理責任者",
    facility: "施設",
    managers: "機器管理責任者",
    no_facility: "施設は登録されていません。",
    managers_hint: "機器管理責任者の変更は、相談窓口へ依頼してください。",
};

pub(super) const EN: Words = Words {
    crumb_label: "You are here",
    home: "Home",
    heading: "People of your institution",
    lead: "What people enter for checking goes to those who sit at these desks.",
    error_prefix: "Error: ",
    required: "required",
    given: "They answer at the desk now, and are told by e-mail.",
    taken: "They do not answer at the desk any more, and are told by e-mail.",
    desks_heading: "Desks",
    desk: "Desk",
    person: "Person",
    since: "Since",
    actions: "Actions",
    nobody: "▲ Nobody",
    take: "Take back",
    give_heading: "Give a desk to somebody",
    email: "E-mail address",
    email_hint: "Of somebody who has an account at this institution",
    choose_desk: "Choose",
    give: "Give the desk",
    officers_heading: "Officers (who can use this page)",
    facilities_heading: "Facilities and their managers",
    facility: "Facility",
    managers: "Managers",
    no_facility: "No facility is registered.",
    managers_hint: "To change who manages a facility, ask the contact desk.",
};

/// The heading over one institution's people, where somebody speaks for several.
#[must_use]
pub fn of(language: Language, heading: &str, institution: &str) -> String {
    match language {
        Language::Ja => format!("{institution}：{heading}"),
        Language::En => format!("{institution}: {heading}"),
    }
}
