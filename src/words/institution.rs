//! The words of the pages of institutions.

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::words::when;

/// The list of institutions and the page of one.
pub struct Words {
    pub heading: &'static str,
    pub description: &'static str,
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub name: &'static str,
    pub place: &'static str,
    pub resources: &'static str,
    pub bookable: &'static str,
    pub former_heading: &'static str,
    pub former_text: &'static str,
    pub about: &'static str,
    pub short: &'static str,
    pub other_name: &'static str,
    pub sites: &'static str,
    pub ministry: &'static str,
    pub site: &'static str,
    pub ror: &'static str,
    pub member: &'static str,
    pub member_yes: &'static str,
    pub valid: &'static str,
    pub equivalences: &'static str,
    pub equivalences_see: &'static str,
    pub predecessors: &'static str,
    pub facilities: &'static str,
    pub no_facilities: &'static str,
    pub handed_over: &'static str,
    pub find: &'static str,
    pub rule: &'static str,
    pub whole_rule: &'static str,
    pub unconfirmed: &'static str,
}

pub(super) const JA: Words = Words {
    heading: "機関の一覧",
    description: "国の研究機関（インハウス研究機関）の一覧です。各機関の施設と、共用する機器などを見られます。",
    crumb_label: "現在の位置",
    home: "トップ",
    name: "機関",
    place: "所在地",
    resources: "機器など",
    bookable: "予約できるもの",
    former_heading: "統合などで引き継がれた機関",
    former_text: "施設と機器は、後継の機関に移りました。",
    about: "機関について",
    short: "略称",
    other_name: "英語名",
    sites: "拠点",
    ministry: "所管",
    site: "ウェブサイト",
    ror: "ROR",
    member: "連絡調整会議",
    member_yes: "構成員",
    valid: "存続期間",
    equivalences: "読替え",
    equivalences_see: "ほかの機関の記録の読替え表",
    predecessors: "前身の機関",
    facilities: "施設と機器",
    no_facilities: "登録された共用機器はありません。",
    handed_over: "引き継がれた施設",
    find: "この機関の機器から空きを探す",
    rule: "利用規則",
    whole_rule: "機関のすべての施設に適用される規則",
    unconfirmed: "未確認",
};

pub(super) const EN: Words = Words {
    heading: "Institutions",
    description: "Japan's national (in-house) research institutions, with their facilities and what they share.",
    crumb_label: "You are here",
    home: "Home",
    name: "Institution",
    place: "Prefecture",
    resources: "Resources",
    bookable: "Bookable here",
    former_heading: "Institutions that merged into another",
    former_text: "Their facilities and equipment belong to their successor.",
    about: "About",
    short: "Abbreviation",
    other_name: "Japanese name",
    sites: "Sites",
    ministry: "Ministry",
    site: "Website",
    ror: "ROR",
    member: "Liaison council",
    member_yes: "Member",
    valid: "In existence",
    equivalences: "Equivalences",
    equivalences_see: "What it recognises of others",
    predecessors: "Predecessors",
    facilities: "Facilities and resources",
    no_facilities: "No shared equipment is registered.",
    handed_over: "Facilities handed over",
    find: "See what is free here",
    rule: "Usage rules",
    whole_rule: "Rule that applies to all facilities of the institution",
    unconfirmed: "Unconfirmed",
};

/// From when to when an institution exists: 2025年3月31日（月）まで.
#[must_use]
pub fn valid(language: Language, from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    let day = |day| when::day_with_year(language, day);
    match (language, from, to) {
        (_, None, None) => String::new(),
        (Language::Ja, Some(from), None) => format!("{}から", day(from)),
        (Language::Ja, None, Some(to)) => format!("{}まで", day(to)),
        (Language::Ja, Some(from), Some(to)) => format!("{}から{}まで", day(from), day(to)),
        (Language::En, Some(from), None) => format!("since {}", day(from)),
        (Language::En, None, Some(to)) => format!("until {}", day(to)),
        (Language::En, Some(from), Some(to)) => format!("{} to {}", day(from), day(to)),
    }
}

/// That another institution has taken over.
#[must_use]
pub fn succeeded(language: Language, heir: &str, from: NaiveDate) -> String {
    let day = when::day_with_year(language, from);
    match language {
        Language::Ja => {
            format!(
                "{day}から{heir}に引き継がれました。新しい申請は、引き継いだ機関で受け付けます。"
            )
        }
        Language::En => {
            format!("Since {day} it is part of {heir}, which takes all new requests.")
        }
    }
}

/// Whose a facility was before: 旧 感染研.
#[must_use]
pub fn former(language: Language, name: &str) -> String {
    match language {
        Language::Ja => format!("旧 {name}"),
        Language::En => format!("formerly {name}"),
    }
}

/// The last day of an institution, and who took over.
#[must_use]
pub fn until_and_heir(language: Language, until: &str, heir: &str) -> String {
    match language {
        Language::Ja => format!("{until}（後継：{heir}）"),
        Language::En => format!("{until} (succeeded by {heir})"),
    }
}
