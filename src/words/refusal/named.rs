//! The names of all reasons, so that a test finds the one that no sample shows.

use crate::domain::refusal::Wrong;
use crate::domain::refusal::usage::UseBar;

/// The enums of reasons that stand inside another, and where their source is.
const SOURCES: [(&str, &str); 14] = [
    ("Wrong", include_str!("../../domain/refusal/mod.rs")),
    (
        "TrainingBar",
        include_str!("../../domain/refusal/training.rs"),
    ),
    ("Unfit", include_str!("../../domain/refusal/unfit.rs")),
    (
        "ServiceBar",
        include_str!("../../domain/refusal/service.rs"),
    ),
    (
        "OutsideBar",
        include_str!("../../domain/refusal/outside.rs"),
    ),
    ("FactBar", include_str!("../../domain/refusal/fact.rs")),
    ("WaiverBar", include_str!("../../domain/refusal/waiver.rs")),
    (
        "CalendarBar",
        include_str!("../../domain/refusal/calendar.rs"),
    ),
    ("FeedBar", include_str!("../../domain/refusal/feed.rs")),
    ("UseBar", include_str!("../../domain/refusal/usage.rs")),
    ("OutageBar", include_str!("../../domain/refusal/outage.rs")),
    (
        "KeepingBar",
        include_str!("../../domain/refusal/keeping.rs"),
    ),
    ("WaitBar", include_str!("../../domain/refusal/waiting.rs")),
    ("Drafting", include_str!("../../domain/refusal/drafting.rs")),
];

/// The reasons that only hold one of the others.
const HOLDERS: [&str; 13] = [
    "Feed", "Use", "Wait", "Outage", "Unfit", "Fact", "Service", "Outside", "Training", "Waiver",
    "Calendar", "Drafting", "Keeping",
];

/// The names of all reasons, as their source tells them.
pub(super) fn names() -> Vec<&'static str> {
    let named = |(name, source): (&str, &'static str)| -> Vec<&'static str> {
        let head = format!("pub enum {name} {{");
        let body = source.split_once(&head).unwrap().1;
        let body = body.split_once("\n}\n").unwrap().0;
        body.lines()
            .filter_map(|line| line.strip_prefix("    "))
            .filter(|line| line.starts_with(|first: char| first.is_ascii_uppercase()))
            .map(|line| line.split([',', '{', '(', ' ']).next().unwrap())
            .filter(|name| !HOLDERS.contains(name))
            .collect()
    };
    SOURCES.into_iter().flat_map(named).collect()
}

/// The name of a reason.
pub(super) fn name(wrong: &Wrong) -> String {
    let text = match wrong {
        Wrong::Unfit(unfit) => format!("{unfit:?}"),
        Wrong::Service(bar) => format!("{bar:?}"),
        Wrong::Outside(bar) => format!("{bar:?}"),
        Wrong::Fact(bar) => format!("{bar:?}"),
        Wrong::Training(bar) => format!("{bar:?}"),
        Wrong::Waiver(bar) => format!("{bar:?}"),
        Wrong::Calendar(bar) => format!("{bar:?}"),
        Wrong::Feed(bar) => format!("{bar:?}"),
        Wrong::Use(UseBar::Wait(bar)) => format!("{bar:?}"),
        Wrong::Use(UseBar::Keeping(bar)) => format!("{bar:?}"),
        Wrong::Use(UseBar::Outage(bar)) => format!("{bar:?}"),
        Wrong::Use(bar) => format!("{bar:?}"),
        Wrong::Drafting(bar) => format!("{bar:?}"),
        wrong => format!("{wrong:?}"),
    };
    let end = text.find(|letter: char| !letter.is_ascii_alphanumeric());
    text.split_at(end.unwrap_or(text.len())).0.to_owned()
}
