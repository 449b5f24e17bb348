//! The words of the page that compares free time.

use crate::domain::language::Language;

/// What the page says.
pub struct Words {
    pub heading: &'static str,
    pub here: &'static str,
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub description: &'static str,
    pub date: &'static str,
    pub category: &'static str,
    pub all: &'static str,
    pub show: &'static str,
    pub free: &'static str,
    pub nothing: &'static str,
    pub earlier: &'static str,
    pub later: &'static str,
    pub by_hours: &'static str,
    pub by_days: &'static str,
    pub none_that_day: &'static str,
    pub none_those_days: &'static str,
    pub next: &'static str,
    pub more: &'static str,
    pub pages_label: &'static str,
    pub prev_page: &'static str,
    pub next_page: &'static str,
}

pub(super) const JA: Words = Words {
    heading: "空き状況を比べる",
    here: "空き状況",
    crumb_label: "現在位置",
    home: "トップ",
    description: "研究機関が共用する機器の空き状況を、日付を選んで並べて比べられます。",
    date: "日付",
    category: "分野",
    all: "すべて",
    show: "表示",
    free: "空き",
    nothing: "この条件で予約を受け付けている機器はありません。分野の条件を外してお試しください。",
    earlier: "前の日",
    later: "次の日",
    by_hours: "時間単位の機器（8:00～20:00）",
    by_days: "日単位の機器（2週間）",
    none_that_day: "この日は空きなし",
    none_those_days: "この2週間は空きなし",
    next: "次は",
    more: "ほかの空き",
    pages_label: "空き状況のページ",
    prev_page: "前へ",
    next_page: "次へ",
};

pub(super) const EN: Words = Words {
    heading: "Compare availability",
    here: "Availability",
    crumb_label: "You are here",
    home: "Home",
    description: "Compare the free time of shared instruments side by side on a day of your choice.",
    date: "Date",
    category: "Category",
    all: "All",
    show: "Show",
    free: "free",
    nothing: "No instrument takes bookings under this condition. Try it without the category.",
    earlier: "Day before",
    later: "Day after",
    by_hours: "Booked by the hour (8:00–20:00)",
    by_days: "Booked by the day (two weeks)",
    none_that_day: "Nothing free that day",
    none_those_days: "Nothing free in these two weeks",
    next: "Next:",
    more: "More",
    pages_label: "Pages of instruments",
    prev_page: "Previous",
    next_page: "Next",
};

/// How many are shown: 35台中 21～35台.
#[must_use]
pub fn count(language: Language, first: usize, last: usize, all: usize) -> String {
    match (language, all) {
        (Language::Ja, _) if last - first + 1 >= all => format!("{all}台"),
        (Language::Ja, _) => format!("{all}台中 {first}～{last}台"),
        (Language::En, 1) => "1 instrument".to_owned(),
        (Language::En, _) if last - first + 1 >= all => format!("{all} instruments"),
        (Language::En, _) => format!("{first}–{last} of {all} instruments"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_said_whole_or_in_part() {
        for (first, last, all, ja, en) in [
            (1, 1, 1, "1台", "1 instrument"),
            (1, 20, 20, "20台", "20 instruments"),
            (21, 35, 35, "35台中 21～35台", "21–35 of 35 instruments"),
        ] {
            assert_eq!(count(Language::Ja, first, last, all), ja);
            assert_eq!(count(Language::En, first, last, all), en);
        }
    }
}
