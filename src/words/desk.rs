//! The words of an institution's desk: what its officer can do, and the rules of its units.

use crate::domain::language::Language;
use crate::domain::time::Instant;
use crate::words::when;

/// The overview and the list of rules.
pub struct Words {
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub heading: &'static str,
    pub lead: &'static str,
    pub rules_heading: &'static str,
    pub rules_lead: &'static str,
    pub error_prefix: &'static str,
    pub unit: &'static str,
    pub in_force: &'static str,
    pub scheduled: &'static str,
    pub draft: &'static str,
    pub none_yet: &'static str,
    pub none_scheduled: &'static str,
    pub no_draft: &'static str,
    pub amend: &'static str,
    pub begin_model: &'static str,
    pub go_on: &'static str,
    pub other_start: &'static str,
    pub from: &'static str,
    pub from_model: &'static str,
    pub from_nothing: &'static str,
    pub begin: &'static str,
    pub recall: &'static str,
    pub recall_text: &'static str,
    pub published: &'static str,
    pub recalled: &'static str,
    pub discarded: &'static str,
    pub see_rule: &'static str,
    pub whole_hint: &'static str,
}

static JA: Words = Words {
    crumb_label: "現在の位置",
    home: "トップ",
    heading: "機関の窓口",
    lead: "機関の規則と、利用に関わる取決めを管理します。",
    rules_heading: "利用規則の一覧",
    rules_lead: "「改正案を作る」で施行中の版の写しを作り、編集、差分と影響の確認をしてから公開します。",
    error_prefix: "エラー：",
    unit: "対象",
    in_force: "施行中の版",
    scheduled: "施行予定の版",
    draft: "改正案",
    none_yet: "まだありません",
    none_scheduled: "なし",
    no_draft: "なし",
    amend: "改正案を作る",
    begin_model: "ひな形から作る",
    go_on: "改正案の続きを編集する",
    other_start: "ほかの内容から始める",
    from: "はじめの内容",
    from_model: "ひな形",
    from_nothing: "白紙",
    begin: "この内容で作る",
    recall: "公開を取りやめる",
    recall_text: "施行日の前日まで取りやめることができます。お知らせした人に、取りやめをメールで知らせます。同じ版の番号は、もう使えません。",
    published: "公開しました。施行日の前日までは、公開を取りやめることができます。",
    recalled: "公開を取りやめました。お知らせした人に、メールで知らせます。",
    discarded: "改正案を破棄しました。",
    see_rule: "公開のページを見る",
    whole_hint: "機関のすべての施設に適用します。",
};

static EN: Words = Words {
    crumb_label: "You are here",
    home: "Home",
    heading: "Institution",
    lead: "Keep the rules of your institution, and what goes with them.",
    rules_heading: "Usage rules",
    rules_lead: "A draft begins as a copy of the version in force. Edit it, see the changes and their impact, then publish it.",
    error_prefix: "Error: ",
    unit: "For",
    in_force: "In force",
    scheduled: "Scheduled",
    draft: "Draft",
    none_yet: "None yet",
    none_scheduled: "None",
    no_draft: "None",
    amend: "Make a draft",
    begin_model: "Begin with the model rules",
    go_on: "Go on with the draft",
    other_start: "Begin with something else",
    from: "Begin with",
    from_model: "The model rules",
    from_nothing: "An empty page",
    begin: "Make this draft",
    recall: "Recall it",
    recall_text: "You can recall it until the day before it comes into force. Whoever was told of it is told by e-mail. Its number can't be used again.",
    published: "Published. You can recall it until the day before it comes into force.",
    recalled: "Recalled. Whoever was told of it is told by e-mail.",
    discarded: "The draft was discarded.",
    see_rule: "See the public page",
    whole_hint: "For all facilities of the institution.",
};

/// The words of a language.
#[must_use]
pub fn of(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// What a page of the institution's part is for; nothing of an address that is none of them.
#[must_use]
pub fn about(language: Language, path: &str) -> &'static str {
    let (ja, en) = match path {
        "/institution/people" => (
            "輸出管理・倫理・安全などの窓口を、だれが担当するかを決めます。",
            "Who answers for export control, ethics, safety and the other offices.",
        ),
        "/institution/rules" => (
            "規則の改正案を作り、影響を確かめ、施行日を決めて公開します。",
            "Draft the rules, see their impact, and publish them from a day on.",
        ),
        "/institution/equivalences" => (
            "他機関のどの講習や記録を、自機関のものとして認めるかを公開します。",
            "Which trainings and records of other institutions count as your own.",
        ),
        "/waivers" => (
            "規則の条件を、理由を残して1人に限り適用しないことを認めます。",
            "Set one condition of the rules aside for one person, with a reason.",
        ),
        _ => ("", ""),
    };
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}

/// A version with its day: 第3.0版（2027年1月1日施行）.
#[must_use]
pub fn version(language: Language, version: &str, day: &str) -> String {
    match language {
        Language::Ja => format!("第{version}版（{day}施行）"),
        Language::En => format!("Version {version} (from {day})"),
    }
}

/// A copy of a version.
#[must_use]
pub fn copy_of(language: Language, version: &str) -> String {
    match language {
        Language::Ja => format!("第{version}版の写し"),
        Language::En => format!("A copy of version {version}"),
    }
}

/// Who saved a draft last, and when.
#[must_use]
pub fn touched(language: Language, by: &str, at: Instant) -> String {
    let at = when::moment(language, at);
    match (language, by.is_empty()) {
        (Language::Ja, false) => format!("編集中（{at} {by}）"),
        (Language::Ja, true) => format!("編集中（{at}）"),
        (Language::En, false) => format!("Being edited ({at}, {by})"),
        (Language::En, true) => format!("Being edited ({at})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::tab::{self, Part};

    #[test]
    fn each_page_of_the_part_says_what_it_is_for() {
        for (path, _, _) in tab::pages(Part::Institution) {
            assert!(!about(Language::Ja, path).is_empty(), "{path}");
            assert!(!about(Language::En, path).is_empty(), "{path}");
        }
    }
}
