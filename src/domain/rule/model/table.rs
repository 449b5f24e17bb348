//! The categories of the catalogue with the model's values.

use crate::domain::rule::model::category::{Booking, Category, Night};

const fn slot(lead: u32, horizon: u32, free: u32) -> Option<Booking> {
    Some(Booking {
        lead,
        horizon,
        free: Some(free),
    })
}

const fn share(lead: u32) -> Option<Booking> {
    Some(Booking {
        lead,
        horizon: 365,
        free: None,
    })
}

const fn category(
    code: &'static str,
    (ja, en): (&'static str, &'static str),
    booking: Option<Booking>,
    gates: &'static [&'static str],
) -> Category {
    Category {
        code,
        ja,
        en,
        booking,
        gates,
        before_sending: &[],
        supervised: 0,
        month_hours: 0,
        through_the_night: Night::Ends,
    }
}

impl Category {
    const fn hours(self, month_hours: u32) -> Self {
        Self {
            month_hours,
            ..self
        }
    }

    /// Demanding instruments: trained first, then supervised.
    const fn demanding(self) -> Self {
        Self {
            before_sending: &["training"],
            supervised: 2,
            ..self
        }
    }

    const fn through_the_night(self) -> Self {
        Self {
            through_the_night: Night::GoesOn,
            ..self
        }
    }
}

/// Every category of the catalogue.
pub const ALL: &[Category] = &[
    category(
        "confocal",
        ("共焦点レーザー顕微鏡", "Confocal laser microscopy"),
        slot(3, 60, 1),
        &["training"],
    )
    .hours(40),
    category(
        "advanced_optical",
        ("先端光学顕微鏡", "Advanced optical microscopy"),
        slot(5, 90, 2),
        &["training"],
    )
    .demanding(),
    category(
        "widefield",
        (
            "蛍光顕微鏡・オールインワン顕微鏡",
            "Fluorescence and all-in-one microscopy",
        ),
        slot(1, 30, 1),
        &["training"],
    )
    .hours(40),
    category(
        "tem",
        ("透過電子顕微鏡", "Transmission electron microscopy"),
        slot(10, 90, 3),
        &["training"],
    )
    .demanding(),
    category(
        "sem",
        ("走査電子顕微鏡", "Scanning electron microscopy"),
        slot(5, 60, 2),
        &["training"],
    )
    .hours(40),
    category(
        "cryo_em",
        ("クライオ電子顕微鏡", "Cryo-electron microscopy"),
        slot(20, 180, 5),
        &["org_pledge", "export_screening"],
    )
    .through_the_night(),
    category(
        "sample_prep",
        ("試料作製装置", "Sample preparation"),
        slot(3, 60, 1),
        &["training", "pathogen_declaration"],
    )
    .hours(40),
    category(
        "nmr",
        ("核磁気共鳴装置（NMR）", "Nuclear magnetic resonance"),
        slot(5, 90, 2),
        &["training"],
    )
    .through_the_night(),
    category(
        "mass_spec",
        ("質量分析・バイオ計測", "Mass spectrometry and bioanalysis"),
        slot(10, 90, 3),
        &["training"],
    ),
    category(
        "sequencing",
        ("シーケンサー・ゲノム解析", "Sequencing and genome analysis"),
        slot(10, 90, 3),
        &["training", "ethics_approval"],
    )
    .through_the_night(),
    category(
        "nucleic_acid",
        ("核酸分析", "Nucleic acid analysis"),
        slot(2, 45, 1),
        &["training"],
    )
    .hours(40),
    category(
        "single_cell",
        (
            "シングルセル・空間オミックス",
            "Single-cell and spatial omics",
        ),
        slot(15, 120, 5),
        &["training", "ethics_approval"],
    )
    .through_the_night(),
    category(
        "cytometry",
        ("サイトメトリー・細胞解析", "Cytometry and cell analysis"),
        slot(2, 45, 1),
        &["training", "pathogen_declaration"],
    )
    .hours(40),
    category(
        "plate_gel",
        (
            "プレートリーダー・化学発光撮影",
            "Plate readers and luminescence imaging",
        ),
        slot(1, 30, 1),
        &["training"],
    )
    .hours(40),
    category(
        "synchrotron",
        (
            "放射光・X線自由電子レーザー",
            "Synchrotron radiation and X-ray laser",
        ),
        slot(90, 365, 20),
        &[
            "radiation_worker",
            "export_screening",
            "review_committee",
            "chemical_sds",
        ],
    )
    .through_the_night(),
    category(
        "particle_beam",
        ("加速器・粒子線照射", "Accelerators and particle beams"),
        slot(60, 365, 10),
        &["radiation_worker", "review_committee"],
    )
    .through_the_night(),
    category(
        "hpc",
        ("高性能計算", "High-performance computing"),
        share(60),
        &["export_screening", "review_committee"],
    )
    .through_the_night(),
    category(
        "secure_cloud",
        (
            "セキュアクラウド・解析環境",
            "Secure cloud and analysis environment",
        ),
        share(20),
        &["data_agreement"],
    )
    .through_the_night(),
    category(
        "compound_library",
        ("化合物ライブラリー", "Compound library"),
        None,
        &["mta"],
    ),
    category(
        "bioresource",
        ("バイオリソース", "Bioresources"),
        None,
        &["mta", "lmo_notice"],
    ),
    category(
        "pdx",
        ("患者由来モデル", "Patient-derived models"),
        None,
        &[
            "mta",
            "ethics_approval",
            "animal_protocol",
            "review_committee",
        ],
    ),
    category(
        "human_biobank",
        ("ヒト試料・情報", "Human samples and information"),
        None,
        &[
            "ethics_approval",
            "mta",
            "data_agreement",
            "review_committee",
        ],
    ),
    category(
        "clinical_genomic_db",
        (
            "疾患・臨床・ゲノムデータベース",
            "Disease, clinical and genomic databases",
        ),
        None,
        &["ethics_approval", "data_agreement", "review_committee"],
    ),
    category(
        "contract_analysis",
        ("受託解析", "Contract analysis"),
        None,
        &["ethics_approval"],
    ),
    category(
        "human_motion",
        ("人間計測・身体動作解析", "Human motion measurement"),
        slot(20, 180, 5),
        &["ethics_approval"],
    ),
    category(
        "containment_animal",
        ("感染動物実験施設", "High-containment animal facility"),
        share(120),
        &[
            "org_pledge",
            "training",
            "animal_protocol",
            "pathogen_declaration",
            "lmo_notice",
            "review_committee",
        ],
    )
    .through_the_night(),
    category(
        "primate",
        ("霊長類等の実験動物", "Primates"),
        share(120),
        &[
            "org_pledge",
            "training",
            "animal_protocol",
            "review_committee",
        ],
    )
    .through_the_night(),
];
