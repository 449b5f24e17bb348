//! 必要な確認: gates, the dated facts that open them, and who confirms those.

pub mod ask;
pub mod asked;
pub mod declaration;
pub mod entry;
pub mod fact;
#[cfg(test)]
mod laws;
pub mod life;
#[cfg(test)]
mod sample;
pub mod spoken;
pub mod standing;
#[cfg(test)]
mod tests;
pub mod told;
pub mod validity;

/// The gates that a rule may ask for.
pub const CODES: &[&str] = &[
    "training",
    "org_pledge",
    "radiation_worker",
    "health_check",
    "biosafety_training",
    "ethics_approval",
    "animal_protocol",
    "lmo_notice",
    "pathogen_declaration",
    "chemical_sds",
    "mta",
    "data_agreement",
    "export_screening",
    "review_committee",
];

/// Something that must stand before, or while, a resource is used (domain dossier §3.7).
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Gate {
    /// 利用規則への同意
    RuleConsent,
    /// 利用者登録
    Registration,
    /// 講習・ライセンス
    Training,
    /// 所属機関の誓約書
    OrgPledge,
    /// 放射線業務従事者登録
    RadiationWorker,
    /// 健康診断（電離放射線）
    HealthCheck,
    /// バイオセーフティ教育
    BiosafetyTraining,
    /// 倫理審査承認
    EthicsApproval,
    /// 動物実験計画承認
    AnimalProtocol,
    /// 遺伝子組換え生物等の情報提供・承認
    LmoNotice,
    /// 病原体等の申告
    PathogenDeclaration,
    /// 化学物質の申告・SDS
    ChemicalSds,
    /// 試料提供契約
    Mta,
    /// データ利用契約
    DataAgreement,
    /// 安全保障輸出管理の確認
    ExportScreening,
    /// 審査委員会の承認
    ReviewCommittee,
}

impl Gate {
    /// Every gate, in the order of pages.
    pub const ALL: &'static [Self] = &[
        Self::RuleConsent,
        Self::Registration,
        Self::Training,
        Self::OrgPledge,
        Self::RadiationWorker,
        Self::HealthCheck,
        Self::BiosafetyTraining,
        Self::EthicsApproval,
        Self::AnimalProtocol,
        Self::LmoNotice,
        Self::PathogenDeclaration,
        Self::ChemicalSds,
        Self::Mta,
        Self::DataAgreement,
        Self::ExportScreening,
        Self::ReviewCommittee,
    ];

    /// The code kept in the database and in the catalogue file.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::RuleConsent => "rule_consent",
            Self::Registration => "registration",
            Self::Training => "training",
            Self::OrgPledge => "org_pledge",
            Self::RadiationWorker => "radiation_worker",
            Self::HealthCheck => "health_check",
            Self::BiosafetyTraining => "biosafety_training",
            Self::EthicsApproval => "ethics_approval",
            Self::AnimalProtocol => "animal_protocol",
            Self::LmoNotice => "lmo_notice",
            Self::PathogenDeclaration => "pathogen_declaration",
            Self::ChemicalSds => "chemical_sds",
            Self::Mta => "mta",
            Self::DataAgreement => "data_agreement",
            Self::ExportScreening => "export_screening",
            Self::ReviewCommittee => "review_committee",
        }
    }

    /// Reads the code back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|gate| gate.code() == code)
    }

    /// Whom a fact is about: gates of a person can be carried to other institutions.
    #[must_use]
    pub const fn holder(self) -> Holder {
        match self {
            Self::RuleConsent
            | Self::Registration
            | Self::Training
            | Self::OrgPledge
            | Self::RadiationWorker
            | Self::HealthCheck
            | Self::BiosafetyTraining => Holder::Person,
            Self::EthicsApproval
            | Self::AnimalProtocol
            | Self::LmoNotice
            | Self::Mta
            | Self::DataAgreement => Holder::Project,
            Self::PathogenDeclaration
            | Self::ChemicalSds
            | Self::ExportScreening
            | Self::ReviewCommittee => Holder::Booking,
        }
    }

    /// Whether it belongs into the passport: issued by one institution, recognised by another.
    #[must_use]
    pub const fn is_portable(self) -> bool {
        matches!(
            self,
            Self::Training | Self::RadiationWorker | Self::HealthCheck | Self::BiosafetyTraining
        )
    }

    /// The office that answers for it, at the home institution or at the provider.
    #[must_use]
    pub const fn office(self) -> Office {
        match self {
            Self::RuleConsent => Office::Nobody,
            Self::OrgPledge => Office::HomeOfficer,
            Self::RadiationWorker | Self::HealthCheck => Office::HomeDesk(Desk::Radiation),
            Self::BiosafetyTraining | Self::LmoNotice => Office::HomeDesk(Desk::Biosafety),
            Self::EthicsApproval | Self::AnimalProtocol => Office::HomeDesk(Desk::Ethics),
            Self::ExportScreening => Office::BothDesks(Desk::ExportControl),
            Self::Registration
            | Self::Training
            | Self::PathogenDeclaration
            | Self::ChemicalSds
            | Self::Mta
            | Self::DataAgreement
            | Self::ReviewCommittee => Office::FacilityManager,
        }
    }
}

/// Whom or what a gate's fact is about.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Holder {
    Person,
    Project,
    Booking,
}

/// 窓口の担当: a desk of an institution that answers for gates.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Desk {
    /// 輸出管理
    ExportControl,
    /// 放射線
    Radiation,
    /// バイオセーフティ
    Biosafety,
    /// 倫理・動物実験
    Ethics,
}

impl Desk {
    /// Every desk.
    pub const ALL: &'static [Self] = &[
        Self::ExportControl,
        Self::Radiation,
        Self::Biosafety,
        Self::Ethics,
    ];

    /// The code kept in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ExportControl => "export_control",
            Self::Radiation => "radiation",
            Self::Biosafety => "biosafety",
            Self::Ethics => "ethics",
        }
    }

    /// Reads the code back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|desk| desk.code() == code)
    }
}

/// Who confirms a fact.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Office {
    /// The fact speaks for itself, as a consent does.
    Nobody,
    /// 機関窓口 of the applicant's institution.
    HomeOfficer,
    /// A desk of the applicant's institution.
    HomeDesk(Desk),
    /// The same desk of both institutions, each for its side.
    BothDesks(Desk),
    /// 機器管理責任者 of the facility.
    FacilityManager,
}
