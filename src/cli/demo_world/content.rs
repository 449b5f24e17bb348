//! What invented applicants write.

use crate::cli::dice::Dice;
use crate::domain::booking::{Content, Safety};
use crate::domain::language::Language;
use crate::domain::support::SupportMode;

/// Purpose, sample, safety.
type Told = (&'static str, &'static str, Safety);

const JA: [Told; 10] = [
    (
        "加齢に伴う組織の変化を、高い分解能で観察する。",
        "固定したマウス組織の切片 12枚",
        Safety::None,
    ),
    (
        "精製したタンパク質複合体の構造を調べる。",
        "精製タンパク質溶液 0.5 mg/mL、20 µL",
        Safety::None,
    ),
    (
        "培養細胞での薬剤の取り込みを時間を追って測る。",
        "HEK293細胞、ガラスボトムディッシュ 4枚",
        Safety::Bsl1,
    ),
    (
        "候補化合物の純度と構造を確かめる。",
        "合成した低分子化合物 8検体（重溶媒に溶解）",
        Safety::None,
    ),
    (
        "遺伝子発現の変化を比べる。",
        "抽出済みRNA 24検体",
        Safety::None,
    ),
    (
        "神経細胞の突起の伸び方を調べる。",
        "マウス初代培養神経細胞 6ウェル",
        Safety::Bsl1,
    ),
    (
        "ナノ粒子の形と大きさの分布を調べる。",
        "乾燥した粉末試料 5検体",
        Safety::None,
    ),
    (
        "不活化した細菌の表面構造を観察する。",
        "不活化済みの大腸菌（固定済み）3検体",
        Safety::Bsl1,
    ),
    (
        "共同研究の予備測定として、測定条件を決める。",
        "標準試料と固定した細胞 各2枚",
        Safety::None,
    ),
    (
        "血管の微細な構造を立体的に観察する。",
        "透明化した組織 3検体",
        Safety::None,
    ),
];

const EN: [Told; 4] = [
    (
        "Structure of a purified membrane protein complex.",
        "Purified protein, 0.8 mg/mL, 30 µL",
        Safety::None,
    ),
    (
        "Uptake of a labelled compound by cultured cells over time.",
        "HEK293 cells, 4 glass-bottom dishes",
        Safety::Bsl1,
    ),
    (
        "Purity of synthesized compounds.",
        "6 small molecules in deuterated solvent",
        Safety::None,
    ),
    (
        "Pilot measurement to choose conditions for a joint project.",
        "Fixed sections, 5 slides",
        Safety::None,
    ),
];

/// Reasons for handing a request back.
pub const RETURNED: [&str; 3] = [
    "試料の前処理の方法を書き足してください。",
    "初めての利用ですので、支援形態を「技術補助」にしてください。",
    "持ち込む試薬の名称と量を書いてください。",
];
/// Reasons for rejecting one.
pub const REJECTED: [&str; 2] = [
    "この装置では測定できない試料です。ほかの装置をご案内しますので、窓口へご相談ください。",
    "同じ週に装置の調整を行うため、お受けできません。別の週で申請してください。",
];

/// What somebody writes about a use.
pub fn content(language: Language, dice: &mut Dice) -> Content {
    let told: &[Told] = match language {
        Language::Ja => &JA,
        Language::En => &EN,
    };
    let Some((purpose, sample, safety)) = dice.pick(told).copied() else {
        return Content::default();
    };
    let modes = [
        SupportMode::SelfOperation,
        SupportMode::SelfOperation,
        SupportMode::Assisted,
        SupportMode::Proxy,
    ];
    let project_number = if dice.falls(400) {
        format!("26zz09990{:02}j0001", dice.between(1, 40))
    } else {
        String::new()
    };
    Content {
        purpose: purpose.to_owned(),
        sample: sample.to_owned(),
        safety: Some(safety),
        support_mode: dice.pick(&modes).copied(),
        project_number,
    }
}
