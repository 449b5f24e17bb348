//! The words of the manager's pages about what resources take besides and what goes with them.

use crate::domain::language::Language;
use crate::words::tab::either;

/// The list of resources, and one of them.
pub struct Words {
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub heading: &'static str,
    pub lead: &'static str,
    pub error_prefix: &'static str,
    pub required: &'static str,
    pub choose: &'static str,
    pub none: &'static str,
    pub name: &'static str,
    pub state: &'static str,
    pub in_service: &'static str,
    pub down: &'static str,
    pub retired: &'static str,
    pub components: &'static str,
    pub companions: &'static str,
    pub attendants: &'static str,
    pub here: &'static str,
    pub components_lead: &'static str,
    pub components_none: &'static str,
    pub remove: &'static str,
    pub add_component: &'static str,
    pub needed: &'static str,
    pub needed_hint: &'static str,
    pub new_one: &'static str,
    pub component_ja: &'static str,
    pub component_en: &'static str,
    pub capacity: &'static str,
    pub only_new: &'static str,
    pub units: &'static str,
    pub units_hint: &'static str,
    pub add: &'static str,
    pub companions_lead: &'static str,
    pub companions_none: &'static str,
    pub companion: &'static str,
    pub joinable_none: &'static str,
    pub add_companion: &'static str,
    pub other: &'static str,
    pub other_hint: &'static str,
    pub offering: &'static str,
    pub offering_lead: &'static str,
    pub leave: &'static str,
    pub pages_label: &'static str,
    pub prev: &'static str,
    pub next: &'static str,
}

pub(super) const JA: Words = Words {
    crumb_label: "現在の位置",
    home: "トップ",
    heading: "機器の組合せ",
    lead: "機器ごとに、利用のたびに使う構成要素と、一緒に申請できるものを登録します。",
    error_prefix: "エラー：",
    required: "※必須",
    choose: "選んでください",
    none: "機器はまだありません。",
    name: "機器",
    state: "状態",
    in_service: "稼働中",
    down: "▲ 停止中",
    retired: "運用終了",
    components: "構成要素",
    companions: "一緒に申請できるもの",
    attendants: "立会者",
    here: "の組合せ",
    components_lead: "利用のたびに、必ず一緒に使うものです。同じ構成要素を使う機器は、空きが足りない時間に予約できません。",
    components_none: "構成要素はありません。",
    remove: "取り除く",
    add_component: "構成要素を加える",
    needed: "構成要素",
    needed_hint: "施設の機器から選ぶか、「新しい構成要素」のまま下の欄に名称を入力します。これからの予約にも、すぐに割り当てます。",
    new_one: "新しい構成要素",
    component_ja: "構成要素の名称（日本語）",
    component_en: "構成要素の名称（英語）",
    capacity: "全体の数",
    only_new: "新しい構成要素のときだけ入力します。",
    units: "一回に使う数",
    units_hint: "利用1件が使う数です。例：1",
    add: "構成要素を加える",
    companions_lead: "申請者が、この機器と一緒に選んで申請できるものです。選ばなければ使いません。ほかの施設の機器は、その施設の規則で、その施設が決定します。",
    companions_none: "一緒に申請できるものはありません。",
    companion: "一緒に申請できるもの",
    joinable_none: "この機器と一緒に申請できる機器は、ほかにありません。",
    add_companion: "一緒に申請できるようにする",
    other: "ほかの施設の機器のアドレス",
    other_hint: "機器のページのアドレスか、その最後の部分を入力します。例：ncvc-nsim-nstorm",
    offering: "この機器を一緒に勧めているほかの施設の機器",
    offering_lead: "申請者は、次の機器と一緒にこの機器を申請できます。決定は、これまでどおりこの施設がします。",
    leave: "外れる",
    pages_label: "一覧のページ",
    prev: "前へ",
    next: "次へ",
};

pub(super) const EN: Words = Words {
    crumb_label: "You are here",
    home: "Home",
    heading: "Used together",
    lead: "For each resource: the components that every use takes, and what can be asked for with it.",
    error_prefix: "Error: ",
    required: "required",
    choose: "Choose",
    none: "No equipment yet.",
    name: "Equipment",
    state: "State",
    in_service: "in service",
    down: "▲ stopped",
    retired: "retired",
    components: "Components",
    companions: "Asked for together",
    attendants: "Attendants",
    here: "What is used together",
    components_lead: "What every use takes besides. Equipment that shares a component can't be booked where too little of it is left.",
    components_none: "No components.",
    remove: "Remove",
    add_component: "Add a component",
    needed: "Component",
    needed_hint: "Choose from the facility's equipment, or leave it at \u{201c}New component\u{201d} and name it below. Bookings to come take it at once.",
    new_one: "New component",
    component_ja: "Name of the component (Japanese)",
    component_en: "Name of the component (English)",
    capacity: "Number in all",
    only_new: "Only for a new component.",
    units: "Units of one use",
    units_hint: "How many one use takes. For example: 1",
    add: "Add the component",
    companions_lead: "What applicants can choose to ask for with it. It is used only if they choose it. Another facility decides about its own equipment, under its own rules.",
    companions_none: "Nothing can be asked for with it.",
    companion: "Equipment to go with it",
    joinable_none: "There is nothing else that could be asked for with it.",
    add_companion: "Let it be asked for together",
    other: "Address of another facility's equipment",
    other_hint: "The address of its page, or the last part of it. For example: ncvc-nsim-nstorm",
    offering: "Other facilities that offer this equipment with theirs",
    offering_lead: "Applicants can ask for this equipment together with the following. This facility decides, as ever.",
    leave: "Leave",
    pages_label: "Pages of the list",
    prev: "Previous",
    next: "Next",
};

/// What was done, by its word in the address; empty for any other.
#[must_use]
pub fn done(language: Language, what: &str) -> &'static str {
    let (ja, en) = match what {
        "need_added" => (
            "構成要素を加えました。これからの予約にも割り当てています。",
            "The component was added; bookings to come take it.",
        ),
        "need_removed" => ("構成要素を取り除きました。", "The component was removed."),
        "companion_added" => (
            "一緒に申請できるようにしました。",
            "It can be asked for together now.",
        ),
        "companion_removed" => (
            "一緒に申請できるものから取り除きました。",
            "It can't be asked for together any more.",
        ),
        _ => ("", ""),
    };
    either(language, ja, en)
}

/// How many of how many a use takes: 1（全体で4）.
#[must_use]
pub fn units(language: Language, units: u32, capacity: u32) -> String {
    match language {
        Language::Ja => format!("{units}（全体で{capacity}）"),
        Language::En => format!("{units} of {capacity}"),
    }
}

/// A resource with how many there are.
#[must_use]
pub fn with_number(language: Language, name: &str, capacity: u32) -> String {
    match language {
        Language::Ja => format!("{name}（全体で{capacity}）"),
        Language::En => format!("{name} ({capacity} in all)"),
    }
}

/// A resource with whose it is.
#[must_use]
pub fn of_facility(language: Language, name: &str, facility: &str) -> String {
    match language {
        Language::Ja => format!("{name}（{facility}）"),
        Language::En => format!("{name} ({facility})"),
    }
}
