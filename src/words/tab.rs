//! What the pages of one part of the house are called beside each other.

use crate::domain::language::Language;

/// A part of the house.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// One's own pages.
    Mine,
    /// The facility manager's.
    Manage,
    /// The institution officer's.
    Institution,
}

/// What a part is called, read aloud.
#[must_use]
pub const fn part(language: Language, part: Part) -> &'static str {
    match (language, part) {
        (Language::Ja, Part::Mine) => "マイページ",
        (Language::Ja, Part::Manage) => "施設の管理",
        (Language::Ja, Part::Institution) => "機関の窓口",
        (Language::En, Part::Mine) => "My pages",
        (Language::En, Part::Manage) => "Facility",
        (Language::En, Part::Institution) => "Institution",
    }
}

/// The pages of a part: address, Japanese and English name.
#[must_use]
pub const fn pages(part: Part) -> &'static [(&'static str, &'static str, &'static str)] {
    match part {
        Part::Mine => &[
            ("/my/requests", "自分の申請", "My requests"),
            ("/my/calendar", "予定表", "Calendar"),
            ("/my/waitlist", "空き待ち", "Waiting lists"),
            ("/my/consents", "利用規則への同意", "Consents"),
            ("/my/facts", "必要な確認", "Requirements"),
            ("/my/trainings", "講習とライセンス", "Trainings"),
            ("/my/passport", "パスポート", "Passport"),
            ("/my/profile", "登録情報", "Profile"),
        ],
        Part::Manage => &[
            ("/manage/requests", "承認", "Approvals"),
            ("/manage/calendar", "予定表", "Calendar"),
            ("/manage/service", "依頼・提供", "Samples and data"),
            ("/manage/allocations", "外部配分", "Outside allocations"),
            ("/manage/outages", "停止と保守", "Outages"),
            ("/manage/usage", "利用の記録", "Records of use"),
            ("/manage/trainings", "講習の日程", "Training dates"),
            ("/manage/courses", "講習の種類", "Courses"),
            ("/manage/resources", "機器の組合せ", "Used together"),
            ("/manage/attendants", "立会者", "Attendants"),
            ("/manage/closed-days", "休業日", "Closed days"),
            ("/waivers", "例外の承認", "Exceptions"),
        ],
        Part::Institution => &[
            ("/institution/people", "担当者", "People"),
            ("/institution/rules", "利用規則", "Usage rules"),
            ("/institution/equivalences", "読替え表", "Equivalences"),
            ("/waivers", "例外の承認", "Exceptions"),
        ],
    }
}

/// One of two names.
#[must_use]
pub const fn either<'a>(language: Language, ja: &'a str, en: &'a str) -> &'a str {
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}
