//! The words of the page of a unit's rule: the version in force, those to come, older ones.

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::words::when;

/// The page of a unit's rule.
pub struct Words {
    pub lead: &'static str,
    pub on: &'static str,
    pub on_hint: &'static str,
    pub on_unreadable: &'static str,
    pub look: &'static str,
    pub back_to_today: &'static str,
    pub none_at_all: &'static str,
    pub own: &'static str,
    pub whole: &'static str,
    pub whole_set: &'static str,
    pub coming: &'static str,
    pub older: &'static str,
    pub older_note: &'static str,
    pub changes: &'static str,
    pub compare_heading: &'static str,
    pub compare_old: &'static str,
    pub compare_new: &'static str,
    pub compare: &'static str,
    pub facilities: &'static str,
    pub facilities_lead: &'static str,
}

const JA: Words = Words {
    lead: "どの日の利用にも、その日に施行されている版が適用されます。",
    on: "利用する日",
    on_hint: "その日に施行されている版を表示します。例 2027-04-01",
    on_unreadable: "日付を読み取れませんでした。「2027-04-01」のように入力してください。きょうの版を表示しています。",
    look: "この日の版を見る",
    back_to_today: "きょうの版に戻る",
    none_at_all: "公開された規則はまだありません。規則が公開されるまで、この施設の機器は申請を受け付けません。",
    own: "この施設の規則",
    whole: "機関のすべての施設に適用される規則",
    whole_set: "機関の規則のすべての版を見る",
    coming: "これから施行される版",
    older: "これまでの版",
    older_note: "これより前の版は、利用する日を指定すると表示できます。",
    changes: "前の版からの変更点",
    compare_heading: "2つの版を比べる",
    compare_old: "変更前の版",
    compare_new: "変更後の版",
    compare: "比べる",
    facilities: "適用される施設",
    facilities_lead: "この規則は、次の施設の利用に適用されます。施設に固有の規則もあわせて適用されます。",
};

const EN: Words = Words {
    lead: "Each use comes under the version in force on the day of use.",
    on: "Day of use",
    on_hint: "Shows the version in force on that day. Example: 2027-04-01",
    on_unreadable: "The date could not be read. Please write it like 2027-04-01. Today’s version is shown.",
    look: "See the version of this day",
    back_to_today: "Back to today’s version",
    none_at_all: "No rule has been published yet. Until then, no requests are taken for the resources of this facility.",
    own: "Rule of this facility",
    whole: "Rule that applies to all facilities of the institution",
    whole_set: "See all versions of the institution’s rule",
    coming: "Versions to come",
    older: "Older versions",
    older_note: "To see earlier versions, name a day of use.",
    changes: "Changes since the version before",
    compare_heading: "Compare two versions",
    compare_old: "Version before",
    compare_new: "Version after",
    compare: "Compare",
    facilities: "Facilities it applies to",
    facilities_lead: "This rule applies to use at these facilities, beside each facility’s own rule.",
};

/// The words of one language.
#[must_use]
pub const fn of(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// The heading of the page.
#[must_use]
pub fn heading(language: Language, unit: &str) -> String {
    match language {
        Language::Ja => format!("{unit}の利用規則"),
        Language::En => format!("Usage rules: {unit}"),
    }
}

/// The heading over the versions in force on a day.
#[must_use]
pub fn in_force_on(language: Language, day: NaiveDate) -> String {
    let said = when::day_with_year(language, day);
    match language {
        Language::Ja => format!("{said}に施行されている版"),
        Language::En => format!("In force on {said}"),
    }
}

/// On a day on which none is in force.
#[must_use]
pub fn none_on(language: Language, day: NaiveDate) -> String {
    let said = when::day_with_year(language, day);
    match language {
        Language::Ja => {
            format!("{said}に施行されている版はありません。その日の利用は申請できません。")
        }
        Language::En => {
            format!("No version is in force on {said}. No use can be requested for that day.")
        }
    }
}

/// From when and until when a version is in force.
#[must_use]
pub fn period(language: Language, from: NaiveDate, until: Option<NaiveDate>) -> String {
    let day = |day| when::day_with_year(language, day);
    match (language, until) {
        (Language::Ja, None) => format!("{}から", day(from)),
        (Language::Ja, Some(until)) => format!("{}～{}", day(from), day(until)),
        (Language::En, None) => format!("from {}", day(from)),
        (Language::En, Some(until)) => format!("{} – {}", day(from), day(until)),
    }
}
