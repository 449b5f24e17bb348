//! How a fact stands and what was declared, in words.

use crate::domain::gate::declaration::{Category, Concern};
use crate::domain::gate::entry::field::{SOMETHING, SPECIFIED};
use crate::domain::gate::fact::Verdict;
use crate::domain::gate::life::Life;
use crate::domain::gate::standing::NOTHING;
use crate::domain::gate::{Gate, Office};
use crate::domain::language::Language;

const fn pick(language: Language, ja: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}

/// Tone and words of the chip that says how a fact stands.
#[must_use]
pub const fn life(language: Language, life: Life) -> (&'static str, &'static str) {
    let (tone, ja, en) = match life {
        Life::Withdrawn => ("", "取下げ", "Withdrawn"),
        Life::Refused => ("r", "× 不可", "× Not cleared"),
        Life::Revoked => ("r", "× 確認の取消し", "× Taken back by the office"),
        Life::Ended => ("o", "▲ 期限切れ", "▲ Expired"),
        Life::Waiting => ("y", "確認中", "Being checked"),
        Life::Declared => ("g", "✓ 申告済み", "✓ Declared"),
        Life::Confirmed => ("g", "✓ 確認済み", "✓ Confirmed"),
    };
    (tone, pick(language, ja, en))
}

/// What an office said.
#[must_use]
pub const fn verdict(language: Language, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Confirmed => pick(language, "可", "cleared"),
        Verdict::Refused => pick(language, "不可", "not cleared"),
        Verdict::Revoked => pick(language, "確認を取り消した", "confirmation taken back"),
    }
}

/// An office of an institution.
#[must_use]
pub fn office_of(language: Language, institution: &str, office: &str) -> String {
    match language {
        Language::Ja => format!("{institution}の{office}"),
        Language::En => format!("{office} of {institution}"),
    }
}

/// An office that has not answered.
#[must_use]
pub fn owed(language: Language, due: &str) -> String {
    match language {
        Language::Ja => format!("確認中・回答の目安 {due}"),
        Language::En => format!("being checked, an answer is expected by {due}"),
    }
}

/// An answer with its number and day.
#[must_use]
pub fn answered(language: Language, verdict: &str, number: &str, day: &str) -> String {
    match (language, number.is_empty()) {
        (Language::Ja, false) => format!("{verdict}・判断番号 {number}・{day}"),
        (Language::Ja, true) => format!("{verdict}・{day}"),
        (Language::En, false) => format!("{verdict} (decision {number}, {day})"),
        (Language::En, true) => format!("{verdict} ({day})"),
    }
}

/// A level that somebody declared.
#[must_use]
pub fn level(language: Language, gate: Gate, code: &str) -> String {
    let plain = match (gate, code) {
        (Gate::PathogenDeclaration, NOTHING) => {
            pick(language, "病原体等を含まない", "No pathogens")
        }
        (Gate::PathogenDeclaration, SPECIFIED) => pick(
            language,
            "特定病原体等（一種～四種）を含む",
            "Specified pathogens (class 1 to 4)",
        ),
        (Gate::ChemicalSds, NOTHING) => pick(
            language,
            "化学物質・高圧ガス・寒剤を持ち込まない",
            "No chemicals, gases or cryogens",
        ),
        (Gate::ChemicalSds, SOMETHING) => pick(language, "持ち込む", "I bring some"),
        (Gate::ExportScreening, NOTHING) => pick(
            language,
            "居住者・特定類型に該当しない",
            "Resident, no specific category",
        ),
        (Gate::ExportScreening, _) => pick(language, "窓口の判断が必要", "The offices decide"),
        _ => return code.to_uppercase(),
    };
    plain.to_owned()
}

/// Why the offices must look at a declaration.
#[must_use]
pub const fn concern(language: Language, concern: Concern) -> &'static str {
    match concern {
        Concern::PossiblyNonresident => pick(
            language,
            "非居住者の可能性があります。",
            "You may count as a non-resident.",
        ),
        Concern::SpecificCategory => pick(
            language,
            "特定類型に該当します。",
            "A specific category applies.",
        ),
        Concern::DeclaredBefore => pick(
            language,
            "同じ予約について、前の申告を窓口が確認しています。",
            "The offices are looking at an earlier declaration for the same booking.",
        ),
    }
}

/// What follows from the concerns.
#[must_use]
pub const fn offices_decide(language: Language) -> &'static str {
    pick(
        language,
        "輸出管理の窓口が判断します。ソフトウェアは判断せず、窓口へ届けるだけです。",
        "The export control desks decide. The software decides nothing; it only passes this on.",
    )
}

/// A 特定類型.
#[must_use]
pub const fn category(language: Language, category: Category) -> (&'static str, &'static str) {
    match (language, category) {
        (Language::Ja, Category::Contract) => (
            "① 外国政府や外国法人との契約の下にある",
            "雇用契約などに基づき、外国の政府・大学・企業などの指揮命令を受ける立場にある場合",
        ),
        (Language::Ja, Category::Benefit) => (
            "② 外国政府から大きな経済的利益を受けている",
            "外国政府などから、年間所得の25％以上にあたる利益（奨学金、研究資金など）を受けている、または受ける約束がある場合",
        ),
        (Language::Ja, Category::Instruction) => (
            "③ 国内での行動について外国政府の指示を受けている",
            "日本国内での行動に関し、外国政府などの指示・依頼を受けている場合",
        ),
        (Language::En, Category::Contract) => (
            "1. Under contract with a foreign government or corporation",
            "By an employment or similar contract you follow orders of a foreign government, university or company.",
        ),
        (Language::En, Category::Benefit) => (
            "2. Substantial economic benefit from a foreign government",
            "You receive, or were promised, a quarter of your yearly income or more: scholarships, research funds and the like.",
        ),
        (Language::En, Category::Instruction) => (
            "3. Acting in Japan on instructions of a foreign government",
            "You act in Japan on instructions or requests of a foreign government.",
        ),
    }
}

/// Nothing of the kind.
#[must_use]
pub const fn no_category(language: Language) -> &'static str {
    pick(language, "いずれにも該当しない", "None of these applies")
}

/// Yes or no.
#[must_use]
pub const fn answer(language: Language, yes: Answer) -> &'static str {
    match yes {
        Answer::Yes => pick(language, "はい", "Yes"),
        Answer::No => pick(language, "いいえ", "No"),
    }
}

/// An answer.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    Yes,
    No,
}

impl From<bool> for Answer {
    fn from(yes: bool) -> Self {
        match yes {
            true => Self::Yes,
            false => Self::No,
        }
    }
}

/// The labels of a declaration for export control: residence, employment, entry, categories, end use.
#[must_use]
pub const fn export_labels(language: Language) -> [&'static str; 5] {
    match language {
        Language::Ja => [
            "日本に居住している",
            "日本国内の事業所に雇用されている",
            "日本に入国した日",
            "特定類型",
            "利用の目的と用途",
        ],
        Language::En => [
            "Living in Japan",
            "Employed at an office in Japan",
            "Entered Japan on",
            "Specific categories",
            "End use",
        ],
    }
}

/// Who reads what is entered for a gate.
#[must_use]
pub fn who_reads(language: Language, gate: Gate, offices: &[String]) -> String {
    let list = offices.join(pick(language, "、", ", "));
    match (language, gate.office(), list.is_empty()) {
        (Language::Ja, Office::BothDesks(_), false) => format!(
            "申告の内容を見るのは、{list}の担当者だけです。閲覧は記録されます。施設の管理者には、可否だけを伝えます。国籍は尋ねません。"
        ),
        (Language::En, Office::BothDesks(_), false) => format!(
            "Only the people of these offices read your declaration, and each look is recorded: {list}. The facility's manager is told only whether you are cleared. Nationality is not asked."
        ),
        (Language::Ja, _, false) => {
            format!("内容を見るのは、{list}の担当者だけです。閲覧は記録されます。")
        }
        (Language::En, _, false) => {
            format!("Only the people of this office read it, and each look is recorded: {list}.")
        }
        (_, _, true) => String::new(),
    }
}
