//! The words of search results, and of how a resource can be reached.

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::words::when;

/// The results.
pub struct Words {
    pub description: &'static str,
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub here: &'static str,
    pub query: &'static str,
    pub date: &'static str,
    pub len: &'static str,
    pub any_len: &'static str,
    pub search: &'static str,
    pub filters: &'static str,
    pub apply_filters: &'static str,
    pub remove_filter: &'static str,
    pub institution: &'static str,
    pub category: &'static str,
    pub kind: &'static str,
    pub nothing_heading: &'static str,
    pub nothing_text: &'static str,
    pub without_filters: &'static str,
    pub contact: &'static str,
    pub sort: &'static str,
    pub soonest: &'static str,
    pub by_name: &'static str,
    pub by_institution: &'static str,
    pub compare: &'static str,
    pub find_time: &'static str,
    pub unconfirmed: &'static str,
    pub pages_label: &'static str,
    pub prev_page: &'static str,
    pub next_page: &'static str,
    pub unsure_heading: &'static str,
    pub unsure_text: &'static str,
    pub bookable: &'static str,
    pub request: &'static str,
    pub elsewhere: &'static str,
    pub elsewhere_why: &'static str,
    pub not_yet: &'static str,
    pub not_yet_why: &'static str,
    pub down: &'static str,
    pub down_why: &'static str,
    pub ended: &'static str,
    pub ended_why: &'static str,
    pub other_times: &'static str,
    pub apply: &'static str,
    pub where_to_apply: &'static str,
    pub more: &'static str,
    pub no_slot: &'static str,
}

pub(super) const JA: Words = Words {
    description: "共用の研究機器・試料・計算資源を、機器名、手法、機関、分野、使いたい日から探せます。次の空きもすぐに分かります。",
    crumb_label: "現在の位置",
    home: "トップ",
    here: "機器を探す",
    query: "機器名・手法・目的",
    date: "使いたい日",
    len: "利用時間",
    any_len: "指定しない",
    search: "探す",
    filters: "絞り込み",
    apply_filters: "絞り込む",
    remove_filter: "この条件を外す",
    institution: "機関",
    category: "分野",
    kind: "種別",
    nothing_heading: "次のことをお試しください",
    nothing_text: "言葉を短くするか、別の呼び方で探してください。条件を外すと見つかることもあります。",
    without_filters: "条件を外して探す",
    contact: "相談窓口へ",
    sort: "並べ替え：",
    soonest: "空きが早い順",
    by_name: "名前順",
    by_institution: "機関順",
    compare: "空き状況を並べて比べる",
    find_time: "最短の空き時間を探す",
    unconfirmed: "未確認",
    pages_label: "ページ",
    prev_page: "前へ",
    next_page: "次へ",
    unsure_heading: "合う機器がないときは",
    unsure_text: "相談窓口が、目的に合う機器や依頼測定をご案内します。",
    bookable: "✓ 予約できます",
    request: "依頼・申込み",
    elsewhere: "公募で配分",
    elsewhere_why: "利用時間は、公募と審査によって配分されます。",
    not_yet: "準備中",
    not_yet_why: "所有機関が公開するまで、申請できません。",
    down: "× 停止中",
    down_why: "いまは使えません。",
    ended: "受付終了",
    ended_why: "新しい申請は受け付けていません。",
    other_times: "ほかの日時",
    apply: "申込みへ",
    where_to_apply: "募集期間・申請先",
    more: "くわしく見る",
    no_slot: "予約できる期間に空きがありません。",
};

pub(super) const EN: Words = Words {
    description: "Search shared research instruments, samples and computers by name, method, institution, field and day of use, with the next free times of each.",
    crumb_label: "You are here",
    home: "Home",
    here: "Find instruments",
    query: "Instrument, method or purpose",
    date: "Day of use",
    len: "Length of use",
    any_len: "Any",
    search: "Search",
    filters: "Filters",
    apply_filters: "Apply filters",
    remove_filter: "Remove this filter",
    institution: "Institution",
    category: "Field",
    kind: "Kind",
    nothing_heading: "You could try this",
    nothing_text: "Use fewer or other words, or remove a filter.",
    without_filters: "Search without filters",
    contact: "Ask the contact desk",
    sort: "Sort by",
    soonest: "Soonest free",
    by_name: "Name",
    by_institution: "Institution",
    compare: "Compare free times side by side",
    find_time: "Find the earliest time",
    unconfirmed: "Unconfirmed",
    pages_label: "Pages",
    prev_page: "Previous",
    next_page: "Next",
    unsure_heading: "Nothing that fits?",
    unsure_text: "The contact desk helps you find the right instrument or measuring service.",
    bookable: "✓ Bookable here",
    request: "On request",
    elsewhere: "Allocated by call",
    elsewhere_why: "Its time is allocated by a call for proposals and a review.",
    not_yet: "In preparation",
    not_yet_why: "Requests open once its owner publishes it.",
    down: "× Out of service",
    down_why: "It can't be used at present.",
    ended: "Closed",
    ended_why: "It takes no new requests.",
    other_times: "Other times",
    apply: "How to apply",
    where_to_apply: "Calls and where to apply",
    more: "See details",
    no_slot: "Nothing is free in the time that can be booked.",
};

/// The heading with the number of results: 「クライオ電顕」の検索結果 3件.
#[must_use]
pub fn heading(language: Language, query: &str, total: usize) -> String {
    match (language, query.is_empty(), total) {
        (Language::Ja, true, 0) => "条件に合う機器は見つかりませんでした".to_owned(),
        (Language::Ja, false, 0) => format!("「{query}」に合う機器は見つかりませんでした"),
        (Language::Ja, true, _) => format!("条件に合う共用機器 {total}件"),
        (Language::Ja, false, _) => format!("「{query}」の検索結果 {total}件"),
        (Language::En, true, 0) => "Nothing matches these filters".to_owned(),
        (Language::En, false, 0) => format!("Nothing found for “{query}”"),
        (Language::En, true, _) => format!("{total} resources match"),
        (Language::En, false, _) => format!("{total} found for “{query}”"),
    }
}

/// Until when a request must come.
#[must_use]
pub fn lead(language: Language, business_days: i64) -> String {
    match (language, business_days) {
        (Language::Ja, 0) => "当日まで申請できます。".to_owned(),
        (Language::Ja, days) => format!("申請は利用日の{days}営業日前まで。"),
        (Language::En, 0) => "Requests until the day of use.".to_owned(),
        (Language::En, 1) => "Request at least 1 business day ahead.".to_owned(),
        (Language::En, days) => format!("Request at least {days} business days ahead."),
    }
}

/// When a request without a slot is answered; nothing is said where nobody said it.
#[must_use]
pub fn response(language: Language, business_days: i64) -> String {
    match (language, business_days) {
        (_, ..=0) => String::new(),
        (Language::Ja, days) => format!("回答の目安は{days}営業日です。"),
        (Language::En, days) => format!("Answered in about {days} business days."),
    }
}

/// Who allocates the time.
#[must_use]
pub fn allocator(language: Language, name: &str) -> String {
    match language {
        Language::Ja => format!("配分機関：{name}"),
        Language::En => format!("Allocated by {}", in_brackets(name).unwrap_or(name)),
    }
}

/// The Latin abbreviation that a Japanese name ends with: RIST of 高度情報科学技術研究機構（RIST）.
fn in_brackets(name: &str) -> Option<&str> {
    let (_, rest) = name.rsplit_once('（')?;
    rest.strip_suffix('）').filter(|short| short.is_ascii())
}

/// The label above the slots: 次の空き（3時間）.
#[must_use]
pub fn slots(language: Language, minutes: i64) -> String {
    let length = when::length(language, minutes);
    match language {
        Language::Ja => format!("次の空き（{length}）"),
        Language::En => format!("Next free ({length})"),
    }
}

/// The filter of a day.
#[must_use]
pub fn free_on(language: Language, day: NaiveDate) -> String {
    let day = when::day(language, day);
    match language {
        Language::Ja => format!("{day}に空きあり"),
        Language::En => format!("Free on {day}"),
    }
}
