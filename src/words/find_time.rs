//! The words of the page that finds the earliest time.

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::words::when;

/// What the page says.
pub struct Words {
    pub heading: &'static str,
    pub description: &'static str,
    pub lead: &'static str,
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub category: &'static str,
    pub any_category: &'static str,
    pub hours: &'static str,
    pub from: &'static str,
    pub support: &'static str,
    pub any_support: &'static str,
    pub self_operation: &'static str,
    pub assisted: &'static str,
    pub proxy: &'static str,
    pub find: &'static str,
    pub all_alike: &'static str,
    pub found_heading: &'static str,
    pub stranger_note: &'static str,
    pub sign_in: &'static str,
    pub ready: &'static str,
    pub later_note: &'static str,
    pub request: &'static str,
    pub see: &'static str,
    pub nothing_heading: &'static str,
    pub nothing_text: &'static str,
    pub compare: &'static str,
    pub contact: &'static str,
    pub barred_heading: &'static str,
    pub no_candidates: &'static str,
}

pub(super) const JA: Words = Words {
    heading: "最短の空き時間を探す",
    description: "必要な時間だけ続けて使える、いちばん早い空きを、同じ分野の機器すべてから機関を越えて探せます。",
    lead: "同じ分野の機器から、必要な時間を続けて使えるいちばん早い枠を、機関を越えて探します。利用規則の条件を満たす枠だけを表示します。",
    crumb_label: "現在の位置",
    home: "トップ",
    category: "分野",
    any_category: "すべての分野",
    hours: "利用時間",
    from: "いつから",
    support: "利用のしかた",
    any_support: "指定しない",
    self_operation: "自己操作",
    assisted: "技術補助",
    proxy: "技術代行",
    find: "探す",
    all_alike: "この機器だけでなく、同じ分野の機器もあわせて探しています。",
    found_heading: "早い順",
    stranger_note: "利用できる機関・身分などの条件を満たすかは、ログインすると確かめられます。",
    sign_in: "ログインして確かめる",
    ready: "✓ 条件を満たしています",
    later_note: "申請はできます。そろうまで、予約は保留になります。",
    request: "この枠で申請する",
    see: "機器の空きを見る",
    nothing_heading: "条件に合う空きは見つかりませんでした",
    nothing_text: "利用時間を短くする、開始日を変える、分野や利用のしかたの条件を外すと、見つかることがあります。",
    compare: "空き状況を並べて比べる",
    contact: "相談窓口へ",
    barred_heading: "利用の条件に合わないため、除いた機器",
    no_candidates: "この分野には、ここで時間を予約できる機器がありません。",
};

pub(super) const EN: Words = Words {
    heading: "Find the earliest time",
    description: "Find the earliest time for as many hours as you need, on every instrument of a field at every institution.",
    lead: "The earliest slot of the length you need, on every instrument of a field at every institution. Only slots that the usage rules allow are shown.",
    crumb_label: "You are here",
    home: "Home",
    category: "Field",
    any_category: "All fields",
    hours: "Length of use",
    from: "From",
    support: "How you use it",
    any_support: "Any way",
    self_operation: "I operate it",
    assisted: "With assistance",
    proxy: "Staff operates it",
    find: "Find",
    all_alike: "Other instruments of the same field are searched, too.",
    found_heading: "Earliest first",
    stranger_note: "Whether your institution and position may use them is checked once you sign in.",
    sign_in: "Sign in to check",
    ready: "✓ You meet the conditions",
    later_note: "You can request it now; it is on hold until these stand.",
    request: "Request this time",
    see: "See its free times",
    nothing_heading: "No time fits these conditions",
    nothing_text: "Try a shorter use, another first day, or fewer conditions.",
    compare: "Compare free times side by side",
    contact: "Ask the contact desk",
    barred_heading: "Left out, because the conditions of use are not met",
    no_candidates: "No instrument of this field is booked here.",
};

/// What still has to stand: ▲ あと2つ：講習・輸出管理.
#[must_use]
pub fn missing(language: Language, count: usize, gates: &str) -> String {
    match (language, count) {
        (Language::Ja, _) => format!("▲ あと{count}つ必要です：{gates}"),
        (Language::En, 1) => format!("▲ 1 more is needed: {gates}"),
        (Language::En, _) => format!("▲ {count} more are needed: {gates}"),
    }
}

/// How many were searched, and how many have nothing free until a day.
#[must_use]
pub fn searched(language: Language, all: usize, full: usize, until: NaiveDate) -> String {
    let day = when::day_with_year(language, until);
    match (language, full) {
        (Language::Ja, 0) => format!("{all}台を調べました。"),
        (Language::Ja, _) => {
            format!("{all}台を調べました。うち{full}台は、{day}までに空きがありません。")
        }
        (Language::En, 0) => format!("{all} searched."),
        (Language::En, _) => format!("{all} searched; {full} have nothing free until {day}."),
    }
}

/// That only the earliest are shown.
#[must_use]
pub fn shown(language: Language, shown: usize, found: usize) -> String {
    match (language, found > shown) {
        (_, false) => String::new(),
        (Language::Ja, true) => {
            format!("空きのある{found}台のうち、早いものから{shown}台を表示しています。")
        }
        (Language::En, true) => format!("The earliest {shown} of {found} are shown."),
    }
}

/// The length that was asked for.
#[must_use]
pub fn hours(language: Language, hours: i64) -> String {
    when::length(language, hours * 60)
}

/// The heading where one resource was asked about.
#[must_use]
pub fn like(language: Language, name: &str) -> String {
    match language {
        Language::Ja => format!("{name}と同じ分野の、最短の空き時間"),
        Language::En => format!("The earliest time on {name} or its like"),
    }
}

/// How many were left out.
#[must_use]
pub fn barred(language: Language, count: usize) -> String {
    match language {
        Language::Ja => format!("{}（{count}台）", JA.barred_heading),
        Language::En => format!("{} ({count})", EN.barred_heading),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::parse_day;

    #[test]
    fn counts_are_said_in_both_languages() {
        let day = parse_day("2027-02-03").unwrap();
        assert_eq!(
            searched(Language::Ja, 12, 3, day),
            "12台を調べました。うち3台は、2027年2月3日（水）までに空きがありません。"
        );
        assert_eq!(
            searched(Language::En, 12, 3, day),
            "12 searched; 3 have nothing free until Wed 3 Feb 2027."
        );
        assert_eq!(searched(Language::Ja, 1, 0, day), "1台を調べました。");
        assert_eq!(
            missing(Language::En, 1, "training"),
            "▲ 1 more is needed: training"
        );
        assert_eq!(hours(Language::Ja, 48), "2日");
    }
}
