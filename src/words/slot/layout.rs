//! What is chosen in each layout of slots: a time, slots, days.

use crate::domain::grid::Layout;
use crate::domain::language::Language;

/// What the length is called and what is chosen in this layout.
pub struct Words {
    pub heading: &'static str,
    pub length: &'static str,
    pub choose: &'static str,
    /// That nothing is free as far as it is looked for: four weeks, or three months for days.
    pub full: &'static str,
}

/// The words of a layout.
#[must_use]
pub const fn of(language: Language, layout: Layout) -> Words {
    let (heading, length, choose, full) = match (language, layout) {
        (Language::Ja, Layout::Hours) => (
            "空きを見て日時を選ぶ",
            "利用時間",
            "表の○を選ぶと、申請できるかをここで確かめられます。",
            "今後4週間に空きはありません",
        ),
        (Language::Ja, Layout::Shifts) => (
            "利用する枠を選ぶ",
            "枠の数",
            "表の○から開始の枠を選ぶと、申請できるかをここで確かめられます。",
            "今後4週間に空きはありません",
        ),
        (Language::Ja, Layout::Days) => (
            "利用する日を選ぶ",
            "日数",
            "表の○から最初の日を選ぶと、申請できるかをここで確かめられます。",
            "今後3か月に空きはありません",
        ),
        (Language::En, Layout::Hours) => (
            "See what is free and choose a time",
            "Length",
            "Choose a ○ in the table to see here whether you can request it.",
            "Nothing is free in the next four weeks",
        ),
        (Language::En, Layout::Shifts) => (
            "Choose slots",
            "Slots",
            "Choose the first slot by its ○ in the table to see here whether you can request it.",
            "Nothing is free in the next four weeks",
        ),
        (Language::En, Layout::Days) => (
            "Choose days",
            "Days",
            "Choose the first day by its ○ in the table to see here whether you can request it.",
            "Nothing is free in the next three months",
        ),
    };
    Words {
        heading,
        length,
        choose,
        full,
    }
}
