//! The words of the first page, and the fields of research by which it groups the catalogue.

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::words::when;

/// The first page.
pub struct Words {
    pub title: &'static str,
    pub description: &'static str,
    pub heading: &'static str,
    pub query: &'static str,
    pub query_hint: &'static str,
    pub date: &'static str,
    pub date_hint: &'static str,
    pub search: &'static str,
    pub todo_heading: &'static str,
    pub categories_heading: &'static str,
    pub first_heading: &'static str,
    pub first_steps: &'static [(&'static str, &'static str)],
    pub guide: &'static str,
    pub news_heading: &'static str,
    pub waiting_heading: &'static str,
    pub waiting_link: &'static str,
    /// Name and examples of each group of [`GROUPS`], in its order, and of all that is in none.
    pub groups: [(&'static str, &'static str); GROUPS.len()],
    pub other: (&'static str, &'static str),
}

/// The groups in which the first page shows the categories of the catalogue.
pub const GROUPS: [&[&str]; 9] = [
    &["cryo_em", "tem", "sem"],
    &["confocal", "advanced_optical", "widefield"],
    &["nmr", "mass_spec"],
    &["sequencing", "nucleic_acid", "single_cell"],
    &["cytometry", "plate_gel", "sample_prep"],
    &["synchrotron", "particle_beam"],
    &["hpc", "secure_cloud", "clinical_genomic_db"],
    &["human_biobank", "pdx", "bioresource", "compound_library"],
    &[
        "contract_analysis",
        "human_motion",
        "containment_animal",
        "primate",
    ],
];

pub(super) const JA: Words = Words {
    title: "研究に必要な機器を、機関を越えて使う",
    description: "国の研究機関が共用する研究機器を探し、空きを確かめ、利用を申請できます。",
    heading: "研究に必要な機器を、機関を越えて使う",
    query: "機器名・手法・目的",
    query_hint: "例：クライオ電顕、シーケンサー、バイオバンク",
    date: "使いたい日",
    date_hint: "決まっていなければ空欄のまま",
    search: "探す",
    todo_heading: "あなたの対応が必要です",
    categories_heading: "分野から探す",
    first_heading: "はじめて利用する方へ",
    first_steps: &[
        ("機器と日時を選ぶ", "登録しなくても、空きを見て選べます"),
        ("利用者登録をする", "約3分。メールアドレスを確かめます"),
        ("利用規則に同意して申請する", "1ページで送信できます"),
        ("承認の連絡を受け取る", "結果と予定表をメールでお送りします"),
    ],
    guide: "利用の流れをくわしく見る",
    news_heading: "お知らせ",
    waiting_heading: "承認待ちの申請",
    waiting_link: "承認待ちの一覧を開く",
    groups: [
        ("電子顕微鏡", "クライオ電顕、TEM、SEM"),
        ("光学顕微鏡", "共焦点、超解像、ライトシート、多光子"),
        ("NMR・質量分析", "NMR、バイオ計測"),
        (
            "ゲノム・核酸解析",
            "シーケンサー、PCR、マイクロアレイ、シングルセル",
        ),
        (
            "細胞解析・試料作製",
            "サイトメーター、プレートリーダー、ミクロトーム",
        ),
        ("放射光・加速器", "SPring-8、SACLA、重イオン、HIMAC"),
        (
            "計算機・データベース",
            "スーパーコンピュータ、がんゲノム情報",
        ),
        ("試料・バイオリソース", "バイオバンク、PDX、細胞、化合物"),
        ("受託・人間計測・動物施設", "ゲノム解析の受託、身体動作解析"),
    ],
    other: ("その他", "上の分野に入らない機器"),
};

pub(super) const EN: Words = Words {
    title: "Research equipment, shared across institutions",
    description: "Find research equipment shared by Japan's national institutes, see when it is free and request its use.",
    heading: "Research equipment, shared across institutions",
    query: "Instrument, method or purpose",
    query_hint: "For example: cryo-EM, sequencer, biobank",
    date: "Day of use",
    date_hint: "Leave empty if undecided",
    search: "Search",
    todo_heading: "Needs your attention",
    categories_heading: "Browse by field",
    first_heading: "Your first time here",
    first_steps: &[
        (
            "Choose equipment and time",
            "See what is free without registering",
        ),
        ("Register", "About 3 minutes; we check your e-mail address"),
        ("Agree to the rules and send", "One page"),
        ("Receive the decision", "With a calendar entry, by e-mail"),
    ],
    guide: "Read how it works",
    news_heading: "News",
    waiting_heading: "Requests waiting for approval",
    waiting_link: "Open the list",
    groups: [
        ("Electron microscopy", "Cryo-EM, TEM, SEM"),
        (
            "Light microscopy",
            "Confocal, super-resolution, light-sheet, multiphoton",
        ),
        ("NMR and mass spectrometry", "NMR, bioanalysis"),
        ("Genomics", "Sequencers, PCR, microarrays, single-cell"),
        (
            "Cells and sample preparation",
            "Cytometers, plate readers, microtomes",
        ),
        (
            "Synchrotron and accelerators",
            "SPring-8, SACLA, heavy ions, HIMAC",
        ),
        (
            "Computing and databases",
            "Supercomputer, cancer genomic data",
        ),
        (
            "Samples and bioresources",
            "Biobanks, PDX, cells, compounds",
        ),
        (
            "Contract analysis, people, animals",
            "Genome analysis service, human motion",
        ),
    ],
    other: ("Others", "What is in none of these fields"),
};

/// What there is: 15機関・49件の共用機器などから探し、空きを見て、その場で利用申請できます。
#[must_use]
pub fn lead(language: Language, institutions: usize, resources: usize) -> String {
    match language {
        Language::Ja => format!(
            "{institutions}機関・{resources}件の共用機器などから探し、空きを見て、その場で利用申請できます。"
        ),
        Language::En => format!(
            "Search {resources} shared resources of {institutions} institutions, see when they are free and request their use."
        ),
    }
}

/// How many a field has, and when the first of them is free: 12件・最も早い空き 4月14日（火）.
#[must_use]
pub fn count(language: Language, resources: usize, first: Option<NaiveDate>) -> String {
    let day = first.map(|day| when::day(language, day));
    match (language, day) {
        (Language::Ja, Some(day)) => format!("{resources}件・最も早い空き {day}"),
        (Language::Ja, None) => format!("{resources}件"),
        (Language::En, Some(day)) => format!("{resources} · first free {day}"),
        (Language::En, None) => format!("{resources}"),
    }
}

/// How many requests wait.
#[must_use]
pub fn waiting(language: Language, requests: i64) -> String {
    match language {
        Language::Ja => format!("{requests}件の申請が判断を待っています。"),
        Language::En if requests == 1 => "1 request waits for your decision.".to_owned(),
        Language::En => format!("{requests} requests wait for your decision."),
    }
}
