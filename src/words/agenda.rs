//! The words of calendars: how they are shown, what stands in them, how one moves about.

use crate::domain::agenda::period::View;
use crate::domain::language::Language;
use crate::words::when;

/// What calendars say.
pub struct Words {
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub mine: &'static str,
    pub mine_lead: &'static str,
    pub manage: &'static str,
    pub manage_lead: &'static str,
    pub manage_none: &'static str,
    pub resource: &'static str,
    pub resource_lead: &'static str,
    pub resource_none: &'static str,
    pub description: &'static str,
    pub views_label: &'static str,
    pub today: &'static str,
    pub date: &'static str,
    pub facility: &'static str,
    pub all_facilities: &'static str,
    pub show: &'static str,
    pub nothing: &'static str,
    pub too_many: &'static str,
    pub continued: &'static str,
    pub feeds: &'static str,
    pub choose: &'static str,
    // states
    pub free: &'static str,
    pub held: &'static str,
    pub settled: &'static str,
    pub maintenance: &'static str,
    pub offered: &'static str,
    pub closed: &'static str,
    pub own: &'static str,
    pub training: &'static str,
    pub due: &'static str,
    pub ended: &'static str,
    pub training_or_due: &'static str,
}

pub(super) const JA: Words = Words {
    crumb_label: "現在の位置",
    home: "トップ",
    mine: "予定表",
    mine_lead: "自分の予約、受ける講習、同意などの締切をまとめて表示します。",
    manage: "施設の予定表",
    manage_lead: "管理している施設の機器の予約を、申請者と状態、保守とともに表示します。",
    manage_none: "この施設には、予定表に載せる機器がありません。",
    resource: "予定表",
    resource_lead: "空きと予約の状態を表示します。予約した人は表示しません。",
    resource_none: "この機器は、ここでは時間を予約しません。予定表はありません。",
    description: "共用機器の空き、仮予約、確定した予約、保守、休業日を、日・週・月ごとに確かめられます。",
    views_label: "表示のしかた",
    today: "今日",
    date: "日付",
    facility: "施設",
    all_facilities: "管理しているすべての施設",
    show: "表示",
    nothing: "この期間の予定はありません。",
    too_many: "予定が多いため、一部だけを表示しています。日または週の表示でお確かめください。",
    continued: "続き",
    feeds: "ほかのカレンダーで見る（配信用アドレス）",
    choose: "空きを見て日時を選ぶ",
    free: "空き",
    held: "仮予約",
    settled: "確定",
    maintenance: "保守",
    offered: "空き待ちの案内中",
    closed: "休業日",
    own: "あなたの申請",
    training: "講習",
    due: "締切",
    ended: "取消し・無断不使用",
    training_or_due: "講習・締切",
};

pub(super) const EN: Words = Words {
    crumb_label: "You are here",
    home: "Home",
    mine: "Calendar",
    mine_lead: "Your bookings, the trainings you take part in, and what is due, such as consents.",
    manage: "Calendar of the facility",
    manage_lead: "The bookings of the instruments you manage, with applicants and states, and their maintenance.",
    manage_none: "This facility has no instrument to show.",
    resource: "Calendar",
    resource_lead: "What is free and what is booked. Nobody's name is shown.",
    resource_none: "No time is booked here for this resource, so it has no calendar.",
    description: "See by day, week or month when an instrument is free, held, booked, under maintenance or closed.",
    views_label: "Views",
    today: "Today",
    date: "Date",
    facility: "Facility",
    all_facilities: "All facilities you manage",
    show: "Show",
    nothing: "There is nothing in this period.",
    too_many: "There is too much to show here; this is a part of it. See the day or the week instead.",
    continued: "cont.",
    feeds: "See it in another calendar (secret address)",
    choose: "Find a free time and choose it",
    free: "Free",
    held: "Held",
    settled: "Booked",
    maintenance: "Service",
    offered: "Offered to the waitlist",
    closed: "Closed",
    own: "Yours",
    training: "Training",
    due: "Due",
    ended: "Called off, no-show",
    training_or_due: "Training, due date",
};

/// What a view is called.
#[must_use]
pub const fn view(language: Language, view: View) -> &'static str {
    let (ja, en) = match view {
        View::Agenda => ("一覧", "List"),
        View::Day => ("日", "Day"),
        View::Week => ("週", "Week"),
        View::Month => ("月", "Month"),
    };
    pick(language, ja, en)
}

/// The links to the periods before and after.
#[must_use]
pub const fn neighbours(language: Language, view: View) -> (&'static str, &'static str) {
    match (language, view) {
        (Language::Ja, View::Agenda) => ("前の4週間", "次の4週間"),
        (Language::Ja, View::Day) => ("前の日", "次の日"),
        (Language::Ja, View::Week) => ("前の週", "次の週"),
        (Language::Ja, View::Month) => ("前の月", "次の月"),
        (Language::En, View::Agenda) => ("Earlier 4 weeks", "Later 4 weeks"),
        (Language::En, View::Day) => ("Day before", "Day after"),
        (Language::En, View::Week) => ("Week before", "Week after"),
        (Language::En, View::Month) => ("Month before", "Month after"),
    }
}

/// What a table is, read aloud.
#[must_use]
pub fn caption(language: Language, heading: &str, period: &str) -> String {
    match language {
        Language::Ja => format!("{heading}：{period}"),
        Language::En => format!("{heading}: {period}"),
    }
}

/// What does not fit into a cell.
#[must_use]
pub fn more(language: Language, count: usize) -> String {
    match language {
        Language::Ja => format!("ほか{count}件"),
        Language::En => format!("{count} more"),
    }
}

/// When something is due: 17:00まで; what is due at midnight is due at 24:00.
#[must_use]
pub fn until(language: Language, minute: i64) -> String {
    let clock = when::clock(if minute == 0 { 24 * 60 } else { minute });
    match language {
        Language::Ja => format!("{clock}まで"),
        Language::En => format!("by {clock}"),
    }
}

/// A consent that is due.
#[must_use]
pub fn consent_due(language: Language, rule: &str) -> String {
    match language {
        Language::Ja => format!("同意の締切：{rule}"),
        Language::En => format!("Consent due: {rule}"),
    }
}

/// The heading of a resource's calendar.
#[must_use]
pub fn of_resource(language: Language, name: &str) -> String {
    match language {
        Language::Ja => format!("{name}の予定表"),
        Language::En => format!("Calendar: {name}"),
    }
}

const fn pick(language: Language, ja: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}
