//! How much of a shared capacity, with its unit; and what of it is offered.

use crate::domain::counted::Counted;
use crate::domain::language::Language;
use crate::domain::refusal::ground::Part;
use crate::domain::time::Span;
use crate::words::when;

/// So many of them: 60席, 60 seats.
#[must_use]
pub fn of(language: Language, counted: Counted, count: u32) -> String {
    match language {
        Language::Ja => format!("{count}{}", ja(counted)),
        Language::En if count == 1 => format!("1 {}", en(counted)),
        Language::En => format!("{count} {}s", en(counted)),
    }
}

/// What the field asks for.
#[must_use]
pub const fn label(language: Language, counted: Counted) -> &'static str {
    match (language, counted) {
        (Language::Ja, Counted::Seat) => "席数",
        (Language::Ja, Counted::Node) => "ノード数",
        (Language::Ja, Counted::Cage) => "ケージ数",
        (Language::Ja, Counted::Animal) => "頭数",
        (Language::Ja, Counted::Unit) => "利用する数",
        (Language::En, Counted::Seat) => "Seats",
        (Language::En, Counted::Node) => "Nodes",
        (Language::En, Counted::Cage) => "Cages",
        (Language::En, Counted::Animal) => "Animals",
        (Language::En, Counted::Unit) => "Units",
    }
}

/// How many there are in all.
#[must_use]
pub fn in_all(language: Language, counted: Counted, capacity: u32) -> String {
    let capacity = of(language, counted, capacity);
    match language {
        Language::Ja => format!("全体で{capacity}です。"),
        Language::En => format!("There are {capacity} in all."),
    }
}

/// What still fits, to choose or to press: 全期間なら50席まで可.
#[must_use]
pub fn part(language: Language, part: &Part) -> String {
    let count = of(language, part.counted, part.units);
    let when = period(language, &part.span);
    match (language, part.is_whole) {
        (Language::Ja, true) => format!("全期間なら{count}まで可"),
        (Language::Ja, false) => format!("{when}は{count}可"),
        (Language::En, true) => format!("Up to {count} over the whole time"),
        (Language::En, false) => format!("{count} for {when}"),
    }
}

/// Whole days by their names, anything else with its clock times.
fn period(language: Language, span: &Span) -> String {
    let (start, end) = (span.start(), span.end());
    let whole = start.minute_of_day() == 0 && end.minute_of_day() == 0;
    if !whole {
        return when::span(language, span);
    }
    let (first, last) = (start.day(), end.plus_seconds(-1).day());
    let said = |day| when::day(language, day);
    match (first == last, language) {
        (true, _) => said(first),
        (false, Language::Ja) => format!("{}～{}", said(first), said(last)),
        (false, Language::En) => format!("{} – {}", said(first), said(last)),
    }
}

const fn ja(counted: Counted) -> &'static str {
    match counted {
        Counted::Seat => "席",
        Counted::Node => "ノード",
        Counted::Cage => "ケージ",
        Counted::Animal => "頭",
        Counted::Unit => "単位",
    }
}

const fn en(counted: Counted) -> &'static str {
    match counted {
        Counted::Seat => "seat",
        Counted::Node => "node",
        Counted::Cage => "cage",
        Counted::Animal => "animal",
        Counted::Unit => "unit",
    }
}
