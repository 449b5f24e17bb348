//! The words of publishing a draft.

use crate::domain::language::Language;

/// The page of publishing.
pub struct Words {
    pub lead: &'static str,
    pub version: &'static str,
    pub version_hint: &'static str,
    pub effective_on: &'static str,
    pub grace: &'static str,
    pub grace_hint: &'static str,
    pub confirmed: &'static str,
    pub keep: &'static str,
    pub keep_hint: &'static str,
    pub follow: &'static str,
    pub follow_hint: &'static str,
    pub later: &'static str,
    pub summary_heading: &'static str,
    pub changes: &'static str,
    pub see_diff: &'static str,
    pub see_impact: &'static str,
    pub after_heading: &'static str,
    pub after: &'static [&'static str],
    pub publish: &'static str,
    pub ready: &'static str,
}

static JA: Words = Words {
    lead: "施行日の前日までは、公開を取りやめることができます。",
    version: "版の番号",
    version_hint: "半角の英数字と「.」「-」で、20文字まで。一度使った番号は使えません。",
    effective_on: "施行日",
    grace: "再同意の猶予（日）",
    grace_hint: "施行日以降の予約がある利用者に、新しい版への同意を待つ日数です。0～366。",
    confirmed: "確定済みの予約",
    keep: "元の規則のままとする",
    keep_hint: "申請したときの規則で利用できます。",
    follow: "新しい規則を適用する",
    follow_hint: "合わない予約を、利用者と施設の管理者に知らせます。自動では取り消しません。",
    later: "先に公開した版の施行日より前に施行する（その版が施行されるまでの間だけ適用する）",
    summary_heading: "公開の内容",
    changes: "変更",
    see_diff: "差分を見る",
    see_impact: "影響を見る",
    after_heading: "公開すると",
    after: &[
        "施行日までは「施行予定」の版として、だれでも読めるようになります。",
        "同意したことのある人と、施行日以降の予約がある人に、変更点と締切をメールで知らせます。",
        "公開した版は変更できません。直すときは、取りやめるか、新しい改正案を作ります。",
    ],
    publish: "公開する",
    ready: "公開できます。",
};

static EN: Words = Words {
    lead: "You can recall it until the day before it comes into force.",
    version: "Version",
    version_hint: "Letters, digits, “.” and “-”, at most 20. A number can be used only once.",
    effective_on: "In force from",
    grace: "Days of grace for new consents",
    grace_hint: "So many days people with bookings on or after that day may wait with their consent: 0 to 366.",
    confirmed: "Confirmed bookings",
    keep: "They keep the rules that they were made under",
    keep_hint: "People may use what was confirmed as it was.",
    follow: "The new version applies to them, too",
    follow_hint: "Users and managers of bookings that break it are told. Nothing is cancelled by itself.",
    later: "Let it come into force before the version that is scheduled already (it holds only until then)",
    summary_heading: "What is published",
    changes: "Changes",
    see_diff: "See the changes",
    see_impact: "See the impact",
    after_heading: "What happens then",
    after: &[
        "Everybody can read it as a version to come until its day.",
        "Whoever agreed to these rules before or has a booking on or after that day gets an e-mail with the changes and the deadline.",
        "A published version can't be changed. To mend it, recall it or make a new draft.",
    ],
    publish: "Publish",
    ready: "It can be published.",
};

/// The words of a language.
#[must_use]
pub fn of(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// How much changes.
#[must_use]
pub fn changes(language: Language, articles: usize, parameters: usize) -> String {
    match language {
        Language::Ja => format!("条文 {articles}件、条件 {parameters}件"),
        Language::En => format!("Articles: {articles}. Conditions: {parameters}."),
    }
}
