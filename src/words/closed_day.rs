//! The words of a facility's closed days.

use crate::domain::language::Language;

/// The page of closed days.
pub struct Words {
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub heading: &'static str,
    pub lead: &'static str,
    pub error_prefix: &'static str,
    pub required: &'static str,
    pub closed: &'static str,
    pub opened: &'static str,
    pub list_heading: &'static str,
    pub nothing: &'static str,
    pub remove: &'static str,
    pub bookings: &'static str,
    pub add_heading: &'static str,
    pub facility_label: &'static str,
    pub choose: &'static str,
    pub from_label: &'static str,
    pub until_label: &'static str,
    pub until_hint: &'static str,
    pub ja_label: &'static str,
    pub ja_hint: &'static str,
    pub en_label: &'static str,
    pub en_hint: &'static str,
    pub add_button: &'static str,
    pub stay: &'static str,
    pub unknown: &'static str,
}

pub(super) const JA: Words = Words {
    crumb_label: "現在の位置",
    home: "トップ",
    heading: "施設の休業日",
    lead: "土日・祝日・年末年始のほかに施設が休む日です。営業日に数えず、予約も受け付けません。カレンダーと、予約できない理由に名称を表示します。",
    error_prefix: "エラー：",
    required: "※必須",
    closed: "休業日を登録しました。カレンダーと期限に反映しています。",
    opened: "休業日を取り除きました。カレンダーと期限に反映しています。",
    list_heading: "これからの休業日",
    nothing: "これからの休業日はありません。",
    remove: "取り除く",
    bookings: "▲ この日にかかる予約",
    add_heading: "休業日を登録する",
    facility_label: "施設",
    choose: "選んでください",
    from_label: "日付（初日）",
    until_label: "最終日",
    until_hint: "1日だけのときは空のままにします。一度に62日間まで。",
    ja_label: "名称（日本語）",
    ja_hint: "例：法定点検による停電",
    en_label: "名称（英語）",
    en_hint: "例：Power cut for inspection",
    add_button: "休業日を登録する",
    stay: "この日にかかる予約は、登録しても取り消されません。利用できないときは、予約ごとに利用者へ知らせてください。",
    unknown: "記録なし",
};

pub(super) const EN: Words = Words {
    crumb_label: "You are here",
    home: "Home",
    heading: "Closed days of the facility",
    lead: "Days on which the facility is closed besides weekends, holidays and the turn of the year. They are no business days and can't be booked. Calendars and refusals say their names.",
    error_prefix: "Error: ",
    required: "required",
    closed: "The closed days are set. Calendars and deadlines follow.",
    opened: "The closed day is removed. Calendars and deadlines follow.",
    list_heading: "Closed days to come",
    nothing: "There are no closed days to come.",
    remove: "Remove",
    bookings: "▲ Bookings on this day",
    add_heading: "Add closed days",
    facility_label: "Facility",
    choose: "Choose one",
    from_label: "Day (the first)",
    until_label: "Last day",
    until_hint: "Leave it empty for a single day. At most 62 days at once.",
    ja_label: "Name (Japanese)",
    ja_hint: "For example 法定点検による停電",
    en_label: "Name (English)",
    en_hint: "For example: Power cut for inspection",
    add_button: "Add closed days",
    stay: "Bookings on these days are not cancelled. If an instrument can't be used, tell the users of each booking.",
    unknown: "not recorded",
};

/// A booking that falls on a closed day: 1月14日（木）10:00～14:00 佐藤 恵.
#[must_use]
pub fn booking(span: &str, resource: &str, person: &str) -> String {
    format!("{span} {resource} {person}")
}

/// How many more bookings fall on a day than are shown.
#[must_use]
pub fn more(language: Language, count: usize) -> String {
    match language {
        Language::Ja => format!("ほか{count}件"),
        Language::En => format!("{count} more"),
    }
}
