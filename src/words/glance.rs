//! The words of the terms at a glance.

use crate::domain::catalogue::Resource;
use crate::domain::glance::Share;
use crate::domain::language::Language;
use crate::domain::parameter::Parameter;
use crate::words::parameter::value;
use crate::words::when;

/// What the page says.
pub struct Words {
    pub heading: &'static str,
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub description: &'static str,
    pub mine: &'static str,
    pub any: &'static str,
    pub classes: &'static str,
    pub institutions: &'static str,
    pub category: &'static str,
    pub provider: &'static str,
    pub all: &'static str,
    pub show: &'static str,
    pub nothing: &'static str,
    pub matrix_heading: &'static str,
    pub matrix_lead: &'static str,
    pub details_heading: &'static str,
    pub details_lead: &'static str,
    pub resource: &'static str,
    pub who: &'static str,
    pub lead: &'static str,
    pub horizon: &'static str,
    pub length: &'static str,
    pub support: &'static str,
    pub paperwork: &'static str,
    pub training: &'static str,
    pub approval: &'static str,
    pub price: &'static str,
    pub admitted: &'static str,
    pub not_admitted: &'static str,
    pub nothing_asked: &'static str,
    pub no_training: &'static str,
    pub no_slot: &'static str,
    pub elsewhere: &'static str,
    pub ask_facility: &'static str,
    pub consent: &'static str,
    pub pages_label: &'static str,
    pub prev_page: &'static str,
    pub next_page: &'static str,
}

pub(super) const JA: Words = Words {
    heading: "利用条件の一覧",
    crumb_label: "現在の位置",
    home: "トップ",
    description: "どの機関の機器を、どの機関の方が、どの条件で利用できるかを並べて確かめられます。サインインは要りません。下線のある条件を選ぶと、定めている規則の条文が開きます。",
    mine: "所属機関",
    any: "指定しない",
    classes: "機関の区分",
    institutions: "機関",
    category: "分類",
    provider: "提供機関",
    all: "すべて",
    show: "表示する",
    nothing: "条件に合う機器はありません。",
    matrix_heading: "提供機関ごとの、利用できる機器の数",
    matrix_lead: "区分ごとに、利用できる機器の数を示します。選ぶと、その機関と区分の条件が表示されます。",
    details_heading: "機器ごとの条件",
    details_lead: "今日の時点で施行されている規則によります。",
    resource: "機器",
    who: "利用できる方",
    lead: "申請期限",
    horizon: "予約できる期間",
    length: "1回の長さ",
    support: "支援形態",
    paperwork: "必要な確認",
    training: "講習",
    approval: "承認",
    price: "料金",
    admitted: "✓ 利用できます",
    not_admitted: "× 対象外",
    nothing_asked: "なし",
    no_training: "なし",
    no_slot: "時間枠なし",
    elsewhere: "ほかの機関の公募による",
    ask_facility: "各施設に確認",
    consent: "利用規則への同意",
    pages_label: "ページ",
    prev_page: "前へ",
    next_page: "次へ",
};

pub(super) const EN: Words = Words {
    heading: "Terms at a glance",
    crumb_label: "You are here",
    home: "Home",
    description: "See side by side which institution's equipment is open to whom, and on which terms, without signing in. Underlined terms lead to the article of the rules that says them.",
    mine: "My institution",
    any: "Any",
    classes: "Kinds of institutions",
    institutions: "Institutions",
    category: "Category",
    provider: "Provider",
    all: "All",
    show: "Show",
    nothing: "No equipment matches.",
    matrix_heading: "How much is open to whom, by provider",
    matrix_lead: "For each kind of institution, how many instruments are open to it. Follow a number to see their terms.",
    details_heading: "Terms of each instrument",
    details_lead: "By the rules in force today.",
    resource: "Equipment",
    who: "Open to",
    lead: "Ask by",
    horizon: "Bookable",
    length: "Length of use",
    support: "Ways of use",
    paperwork: "Checks",
    training: "Training",
    approval: "Approval",
    price: "Price",
    admitted: "✓ Open to you",
    not_admitted: "× Not open to you",
    nothing_asked: "none",
    no_training: "none",
    no_slot: "no slots",
    elsewhere: "by another body's call",
    ask_facility: "ask the facility",
    consent: "consent to the rules",
    pages_label: "Pages",
    prev_page: "Previous",
    next_page: "Next",
};

/// How many of a provider's resources a class may use.
#[must_use]
pub fn share(language: Language, share: Share) -> String {
    let Share { admitted, all } = share;
    match (language, admitted) {
        (Language::Ja, 0) => "× なし".to_owned(),
        (Language::En, 0) => "× none".to_owned(),
        (Language::Ja, _) if admitted == all => format!("✓ {all}件すべて"),
        (Language::En, _) if admitted == all => format!("✓ all {all}"),
        (Language::Ja, _) => format!("▲ {all}件中{admitted}件"),
        (Language::En, _) => format!("▲ {admitted} of {all}"),
    }
}

/// Until when a request must come.
#[must_use]
pub fn lead(language: Language, resource: &Resource) -> String {
    before(language, resource, Parameter::LeadBusinessDays)
}

/// Until when a first request must come, if that is earlier.
#[must_use]
pub fn first_lead(language: Language, resource: &Resource) -> Option<String> {
    let terms = &resource.terms;
    let first = Parameter::LeadFirstUseBusinessDays;
    if terms.number(first) <= terms.number(Parameter::LeadBusinessDays) {
        return None;
    }
    let said = before(language, resource, first);
    Some(match language {
        Language::Ja => format!("初回は{said}"),
        Language::En => format!("first use: {said}"),
    })
}

fn before(language: Language, resource: &Resource, parameter: Parameter) -> String {
    let value = &resource.terms.term(parameter).value;
    let said = value::say(language, parameter, value);
    match (language, resource.terms.number(parameter)) {
        (_, 0) => said,
        (Language::Ja, _) => format!("{said}前まで"),
        (Language::En, _) => format!("{said} before"),
    }
}

/// How far ahead time is booked.
#[must_use]
pub fn horizon(language: Language, resource: &Resource) -> String {
    let parameter = Parameter::HorizonDays;
    let said = value::say(language, parameter, &resource.terms.term(parameter).value);
    match (language, resource.terms.number(parameter)) {
        (_, 0) => said,
        (Language::Ja, _) => format!("{said}先まで"),
        (Language::En, _) => format!("{said} ahead"),
    }
}

/// In which portions days are opened, if they are.
#[must_use]
pub fn release(language: Language, resource: &Resource) -> Option<String> {
    let parameter = Parameter::HorizonRelease;
    if resource.terms.code(parameter) == "rolling" {
        return None;
    }
    let said = value::say(language, parameter, &resource.terms.term(parameter).value);
    Some(match language {
        Language::Ja => format!("{said}に公開"),
        Language::En => format!("opened {said}"),
    })
}

/// The shortest and the longest use.
#[must_use]
pub fn length(language: Language, resource: &Resource) -> String {
    let parameters = &resource.parameters;
    let (least, most) = (parameters.shortest(), i64::from(parameters.max_minutes));
    let most_said = when::length(language, most);
    match language {
        _ if least >= most => most_said,
        Language::Ja => format!("{}～{most_said}", when::length(language, least)),
        Language::En => format!("{} to {most_said}", when::length(language, least)),
    }
}

/// First uses under supervision, if any are.
#[must_use]
pub fn supervised(language: Language, sessions: u32) -> Option<String> {
    match (language, sessions) {
        (_, 0) => None,
        (Language::Ja, _) => Some(format!("初めの{sessions}回は立会い")),
        (Language::En, 1) => Some("first session supervised".to_owned()),
        (Language::En, _) => Some(format!("first {sessions} sessions supervised")),
    }
}

/// By when a request is decided on.
#[must_use]
pub fn decided(language: Language, business_days: u32) -> Option<String> {
    match (language, business_days) {
        (_, 0) => None,
        (Language::Ja, _) => Some(format!("{business_days}営業日以内")),
        (Language::En, 1) => Some("within 1 business day".to_owned()),
        (Language::En, _) => Some(format!("within {business_days} business days")),
    }
}

/// How many resources are listed, and which of them stand on this page.
#[must_use]
pub fn count(language: Language, total: usize, (first, last): (usize, usize)) -> String {
    match (language, total) {
        (Language::Ja, _) if first == 1 && last == total => format!("{total}件"),
        (Language::Ja, _) => format!("{total}件のうち{first}～{last}件目"),
        (Language::En, 1) => "1 instrument".to_owned(),
        (Language::En, _) if first == 1 && last == total => format!("{total} instruments"),
        (Language::En, _) => format!("{first}–{last} of {total} instruments"),
    }
}
