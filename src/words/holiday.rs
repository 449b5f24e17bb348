//! The words of the calendar of holidays, for administrators.

use crate::domain::calendar::change::Tally;
use crate::domain::calendar::holiday::{Holiday, HolidayKind};
use crate::domain::calendar::kept::Source;
use crate::domain::holiday::Standing;
use crate::domain::language::Language;

/// The page of holidays.
pub struct Words {
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub heading: &'static str,
    pub lead: &'static str,
    pub error_prefix: &'static str,
    pub required: &'static str,
    pub kept: &'static str,
    pub forgotten: &'static str,
    pub corrected: &'static str,
    pub restored: &'static str,
    pub years_label: &'static str,
    pub day: &'static str,
    pub nothing_that_year: &'static str,
    pub list_heading: &'static str,
    pub list_label: &'static str,
    pub list_hint: &'static str,
    pub list_wrong: &'static str,
    pub preview_button: &'static str,
    pub preview_heading: &'static str,
    pub now: &'static str,
    pub then: &'static str,
    pub no_holiday: &'static str,
    pub only_so_many: &'static str,
    pub keep_note: &'static str,
    pub keep_button: &'static str,
    pub listed_heading: &'static str,
    pub listed_none: &'static str,
    pub forget_button: &'static str,
    pub hand_heading: &'static str,
    pub hand_lead: &'static str,
    pub hand_none: &'static str,
    pub day_label: &'static str,
    pub standing_label: &'static str,
    pub ja_label: &'static str,
    pub en_label: &'static str,
    pub names_hint: &'static str,
    pub correct_button: &'static str,
    pub restore_button: &'static str,
}

pub(super) const JA: Words = Words {
    crumb_label: "現在の位置",
    home: "トップ",
    heading: "祝日・休日",
    lead: "営業日の計算、申請の期限、空き状況は、ここに示す祝日・休日によります。一覧を取り込んだ年は一覧に、取り込んでいない年は法律からの計算によります。手で直した日は、どちらよりも優先します。",
    error_prefix: "エラー：",
    required: "※必須",
    kept: "一覧を取り込みました。空き状況と期限は、もう新しい祝日・休日によっています。",
    forgotten: "一覧を取り除きました。この年は計算によります。",
    corrected: "この日を直しました。空き状況と期限に反映しています。",
    restored: "手で直した内容を取り消しました。",
    years_label: "年",
    day: "日付",
    nothing_that_year: "この年に祝日・休日はありません。",
    list_heading: "公式の一覧を取り込む",
    list_label: "内閣府の「国民の祝日」のCSV",
    list_hint: "CSVを表計算ソフトなどで開かず、文字のまま全体を写して貼り付けてください。1行に「2026/1/1,元日」の形です。取り込む前に、変わる日をお見せします。",
    list_wrong: "一覧に直すところがあります。上の「エラー」の一覧を確かめてください。",
    preview_button: "変わる日を確かめる",
    preview_heading: "取り込むと変わる日",
    now: "いま",
    then: "取込み後",
    no_holiday: "（休日ではない）",
    only_so_many: "多いため、はじめの200日だけを示しています。",
    keep_note: "まだ取り込んでいません。内容を確かめてから取り込んでください。予約はこの操作では変わりません。",
    keep_button: "この一覧を取り込む",
    listed_heading: "一覧を取り込んだ年",
    listed_none: "一覧を取り込んだ年はありません。すべての年を計算によっています。",
    forget_button: "取り除く",
    hand_heading: "1日ずつ手で直す",
    hand_lead: "特別の法律で休日が動いたときなど、一覧がまだ出ていない日を直します。",
    hand_none: "手で直した日はありません。",
    day_label: "日付",
    standing_label: "この日を",
    ja_label: "名称（日本語）",
    en_label: "名称（英語）",
    names_hint: "休日とするときに入力します。",
    correct_button: "この日を直す",
    restore_button: "取り消す",
};

pub(super) const EN: Words = Words {
    crumb_label: "You are here",
    home: "Home",
    heading: "Holidays",
    lead: "Business days, deadlines and free times follow the holidays shown here. Years with an official list go by the list, other years are computed from the law. Days corrected by hand win over both.",
    error_prefix: "Error: ",
    required: "required",
    kept: "The list is kept. Free times and deadlines follow it from now on.",
    forgotten: "The list is removed. The year is computed again.",
    corrected: "The day is corrected. Free times and deadlines follow.",
    restored: "The correction is taken back.",
    years_label: "Years",
    day: "Day",
    nothing_that_year: "There is no holiday in this year.",
    list_heading: "Import the official list",
    list_label: "The Cabinet Office's CSV of national holidays",
    list_hint: "Copy the whole text of the file as it is, not from a spreadsheet. Each line reads “2026/1/1,元日”. You see what changes before anything is kept.",
    list_wrong: "The list needs mending: see the errors on top of the page.",
    preview_button: "See what changes",
    preview_heading: "Days that would change",
    now: "Now",
    then: "By the list",
    no_holiday: "(no holiday)",
    only_so_many: "There are many; the first 200 are shown.",
    keep_note: "Nothing is kept yet. Check the days, then keep the list. Bookings are not changed by it.",
    keep_button: "Keep this list",
    listed_heading: "Years with a list",
    listed_none: "No list is kept; all years are computed.",
    forget_button: "Remove",
    hand_heading: "Correct a single day",
    hand_lead: "For days that a law of its own moves before a list says so.",
    hand_none: "No day is corrected by hand.",
    day_label: "Day",
    standing_label: "The day is to be",
    ja_label: "Name (Japanese)",
    en_label: "Name (English)",
    names_hint: "Needed for a holiday.",
    correct_button: "Correct this day",
    restore_button: "Take back",
};

/// A holiday by its name: 春分の日の振替休日.
#[must_use]
pub fn named(language: Language, holiday: &Holiday<'_>) -> String {
    match (language, holiday.kind) {
        (Language::Ja, HolidayKind::Substitute) => format!("{}の振替休日", holiday.name_ja),
        (Language::Ja, _) => holiday.name_ja.to_owned(),
        (Language::En, HolidayKind::Substitute) => format!("In place of {}", holiday.name_en),
        (Language::En, _) => holiday.name_en.to_owned(),
    }
}

/// What a day goes by.
#[must_use]
pub const fn source(language: Language, source: Source) -> &'static str {
    match (language, source) {
        (Language::Ja, Source::Hand) => "▲ 手で直した日",
        (Language::Ja, Source::List) => "✓ 公式の一覧",
        (Language::Ja, Source::Law) => "計算",
        (Language::En, Source::Hand) => "▲ Corrected by hand",
        (Language::En, Source::List) => "✓ Official list",
        (Language::En, Source::Law) => "Computed",
    }
}

/// What a day can be corrected to.
#[must_use]
pub const fn standing(language: Language, standing: Standing) -> &'static str {
    match (language, standing) {
        (Language::Ja, Standing::Holiday) => "休日とする",
        (Language::Ja, Standing::Open) => "休日としない（一覧にあっても開く）",
        (Language::En, Standing::Holiday) => "a holiday",
        (Language::En, Standing::Open) => "open, although listed",
    }
}

/// The holidays of a year.
#[must_use]
pub fn year_heading(language: Language, year: i32) -> String {
    match language {
        Language::Ja => format!("{year}年の祝日・休日"),
        Language::En => format!("Holidays of {year}"),
    }
}

/// A year as a link.
#[must_use]
pub fn year(language: Language, year: i32) -> String {
    match language {
        Language::Ja => format!("{year}年"),
        Language::En => year.to_string(),
    }
}

/// What a list would change, in numbers; `past` are the changes of years that are over.
#[must_use]
pub fn tally(language: Language, years: (i32, i32), tally: Tally, past: usize) -> String {
    let (first, last) = years;
    let Tally {
        added,
        removed,
        renamed,
    } = tally;
    match language {
        Language::Ja => format!(
            "{first}年から{last}年までの一覧です。今年から後では、休日が増える日 {added}日、なくなる日 {removed}日、名称が変わる日 {renamed}日。過ぎた年では {past}日が変わります。"
        ),
        Language::En => format!(
            "The list covers {first} to {last}. From this year on: {added} days become holidays, {removed} cease to be, {renamed} change their names. In past years {past} days change."
        ),
    }
}

/// How many further lines have problems.
#[must_use]
pub fn more_problems(language: Language, count: usize) -> String {
    match language {
        Language::Ja => format!("ほかに{count}か所あります。"),
        Language::En => format!("There are {count} more."),
    }
}

/// Who kept something, and when.
#[must_use]
pub fn kept_by(language: Language, name: Option<&str>, at: &str) -> String {
    match (language, name) {
        (Language::Ja, Some(name)) => format!("{name}（{at}）"),
        (Language::Ja, None) => format!("運用担当（{at}）"),
        (Language::En, Some(name)) => format!("{name}, {at}"),
        (Language::En, None) => format!("operator, {at}"),
    }
}
