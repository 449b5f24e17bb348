//! Refusals about holidays and closed days: a line of the list, too many days, days that can't be set.

use crate::domain::calendar::list::{Fault, LINES_MOST, NAME_LONGEST, Problem, YEARS};
use crate::domain::language::Language;
use crate::domain::refusal::calendar::CalendarBar;

/// What is wrong, and what helps.
type Pair = (String, String);

pub(super) fn barred(language: Language, bar: CalendarBar) -> Pair {
    match (bar, language) {
        (CalendarBar::Line(problem), _) => line(language, problem),
        (CalendarBar::TooMany { most }, Language::Ja) => (
            format!("登録できるのは{most}日までです。"),
            "不要になった日を取り除いてから、登録してください。".to_owned(),
        ),
        (CalendarBar::TooMany { most }, Language::En) => (
            format!("At most {most} days can be set."),
            "Remove days that are no longer needed first.".to_owned(),
        ),
        (CalendarBar::Backwards, Language::Ja) => (
            "最終日が初日より前になっています。".to_owned(),
            "初日と同じ日か、それより後の日を入力してください。".to_owned(),
        ),
        (CalendarBar::Backwards, Language::En) => (
            "The last day is before the first.".to_owned(),
            "Enter the same day or a later one.".to_owned(),
        ),
        (CalendarBar::TooWide { most }, Language::Ja) => (
            format!("一度に登録できるのは{most}日間までです。"),
            "期間を分けて登録してください。".to_owned(),
        ),
        (CalendarBar::TooWide { most }, Language::En) => (
            format!("At most {most} days can be set at once."),
            "Set them in several parts.".to_owned(),
        ),
        (CalendarBar::NotAhead { most }, Language::Ja) => (
            format!("登録できるのは、今日から{most}日先までの日です。"),
            "日付を確かめて、入力し直してください。".to_owned(),
        ),
        (CalendarBar::NotAhead { most }, Language::En) => (
            format!("Only days from today to {most} days ahead can be set."),
            "Check the date and enter it again.".to_owned(),
        ),
    }
}

/// A line of the official list.
fn line(language: Language, problem: Problem) -> Pair {
    let (what, remedy) = fault(language, problem.what);
    let line = problem.line;
    match (problem.what, language) {
        // these are about the text as a whole
        (Fault::NotAList | Fault::TooLong, _) => (what, remedy),
        (_, Language::Ja) => (format!("{line}行目：{what}"), remedy),
        (_, Language::En) => (format!("Line {line}: {what}"), remedy),
    }
}

fn fault(language: Language, fault: Fault) -> Pair {
    match fault {
        Fault::NotAList | Fault::TooLong | Fault::NotText => of_text(language, fault),
        Fault::NotADay | Fault::NoSuchDate | Fault::OutOfRange | Fault::BadName => {
            of_day(language, fault)
        }
        Fault::DayTwice { first } => match language {
            Language::Ja => (
                format!("同じ日が{first}行目にもあります。"),
                "どちらかの行を削除してください。".to_owned(),
            ),
            Language::En => (
                format!("the same day stands in line {first} already."),
                "Delete one of the two lines.".to_owned(),
            ),
        },
        Fault::YearTwice { year, first } => match language {
            Language::Ja => (
                format!("{year}年が2か所に分かれています（{first}行目から始まっています）。"),
                "同じ年の行を、日付の順に続けて並べてください。".to_owned(),
            ),
            Language::En => (
                format!("the year {year} comes twice; it begins in line {first}."),
                "Put the lines of one year together, in the order of days.".to_owned(),
            ),
        },
    }
}

fn of_text(language: Language, fault: Fault) -> Pair {
    match (fault, language) {
        (Fault::TooLong, Language::Ja) => (
            format!("行が多すぎます（{LINES_MOST}行まで）。"),
            "必要な年の行だけを登録してください。".to_owned(),
        ),
        (Fault::TooLong, Language::En) => (
            format!("There are too many lines; a list has at most {LINES_MOST}."),
            "Keep only the years that are needed.".to_owned(),
        ),
        (Fault::NotText, Language::Ja) => (
            "文字として読み取れません。".to_owned(),
            "文字コードを確かめ、一覧を開いて文字を写してください。".to_owned(),
        ),
        (Fault::NotText, Language::En) => (
            "this is no readable text.".to_owned(),
            "Check the encoding: open the list and copy its text.".to_owned(),
        ),
        (_, Language::Ja) => (
            "祝日の一覧として読み取れません。".to_owned(),
            "内閣府の「国民の祝日」のCSVを開き、全体を貼り付けてください。".to_owned(),
        ),
        (_, Language::En) => (
            "This is no list of holidays.".to_owned(),
            "Open the Cabinet Office's CSV of national holidays and paste all of it.".to_owned(),
        ),
    }
}

fn of_day(language: Language, fault: Fault) -> Pair {
    let (first, last) = (YEARS.start(), YEARS.end());
    match (fault, language) {
        (Fault::NoSuchDate, Language::Ja) => (
            "存在しない日付です。".to_owned(),
            "日付を確かめてください。".to_owned(),
        ),
        (Fault::NoSuchDate, Language::En) => (
            "there is no such date.".to_owned(),
            "Check the date.".to_owned(),
        ),
        (Fault::OutOfRange, Language::Ja) => (
            format!("{first}年から{last}年までの日付ではありません。"),
            "日付を確かめてください。".to_owned(),
        ),
        (Fault::OutOfRange, Language::En) => (
            format!("the date is not of the years {first} to {last}."),
            "Check the date.".to_owned(),
        ),
        (Fault::BadName, Language::Ja) => (
            "名称がないか、使えない文字があります。".to_owned(),
            format!("{NAME_LONGEST}文字以内の文字と数字で入力してください。"),
        ),
        (Fault::BadName, Language::En) => (
            "the name is missing or has signs that no name has.".to_owned(),
            format!("Use at most {NAME_LONGEST} letters and digits."),
        ),
        (_, Language::Ja) => (
            "「2026/1/1,元日」の形になっていません。".to_owned(),
            "日付と名称を半角のコンマで区切ってください。".to_owned(),
        ),
        (_, Language::En) => (
            "this is not of the form “2026/1/1,元日”.".to_owned(),
            "Write the date, a comma and the name.".to_owned(),
        ),
    }
}
