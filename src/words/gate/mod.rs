//! The words of gates: what each is called, who answers for it, how it stands and what comes next.

pub mod standing;

use crate::domain::gate::{Desk, Gate, Office};
use crate::domain::language::Language;
use crate::domain::support::SupportMode;

/// What a gate is called.
#[must_use]
pub const fn gate(language: Language, gate: Gate) -> &'static str {
    let (ja, en) = match gate {
        Gate::RuleConsent => ("利用規則への同意", "Consent to the usage rules"),
        Gate::Registration => ("利用者登録", "Registration as a user"),
        Gate::Training => ("講習・ライセンス", "Training or licence"),
        Gate::OrgPledge => ("所属機関の誓約書・承諾", "Pledge by your institution"),
        Gate::RadiationWorker => ("放射線業務従事者登録", "Registration as a radiation worker"),
        Gate::HealthCheck => ("電離放射線健康診断", "Health check for radiation work"),
        Gate::BiosafetyTraining => ("バイオセーフティ教育", "Biosafety training"),
        Gate::EthicsApproval => ("倫理審査承認", "Ethics approval"),
        Gate::AnimalProtocol => ("動物実験計画承認", "Approval of an animal protocol"),
        Gate::LmoNotice => (
            "遺伝子組換え生物等の情報提供・承認",
            "Information on and approval of living modified organisms",
        ),
        Gate::PathogenDeclaration => ("病原体等の申告（BSL）", "Declaration of pathogens (BSL)"),
        Gate::ChemicalSds => ("化学物質の申告・SDS", "Declaration of chemicals (SDS)"),
        Gate::Mta => ("試料提供契約（MTA）", "Material transfer agreement"),
        Gate::DataAgreement => ("データ利用契約", "Data use agreement"),
        Gate::ExportScreening => ("輸出管理の確認", "Export control check"),
        Gate::ReviewCommittee => ("審査委員会の承認", "Approval by a review committee"),
    };
    pick(language, ja, en)
}

/// The same in a word, for a chip: 「保留（輸出管理）」.
#[must_use]
pub const fn short(language: Language, gate: Gate) -> &'static str {
    let (ja, en) = match gate {
        Gate::RuleConsent => ("規則未同意", "consent"),
        Gate::Registration => ("利用者登録", "registration"),
        Gate::Training => ("講習", "training"),
        Gate::OrgPledge => ("誓約書", "pledge"),
        Gate::RadiationWorker => ("放射線", "radiation"),
        Gate::HealthCheck => ("健康診断", "health check"),
        Gate::BiosafetyTraining => ("安全教育", "biosafety"),
        Gate::EthicsApproval => ("倫理審査", "ethics"),
        Gate::AnimalProtocol => ("動物実験", "animals"),
        Gate::LmoNotice => ("遺伝子組換え", "LMO"),
        Gate::PathogenDeclaration => ("病原体等", "pathogens"),
        Gate::ChemicalSds => ("化学物質", "chemicals"),
        Gate::Mta => ("MTA", "MTA"),
        Gate::DataAgreement => ("データ利用契約", "data agreement"),
        Gate::ExportScreening => ("輸出管理", "export control"),
        Gate::ReviewCommittee => ("審査委員会", "committee"),
    };
    pick(language, ja, en)
}

/// What a desk is called.
#[must_use]
pub const fn desk(language: Language, desk: Desk) -> &'static str {
    let (ja, en) = match desk {
        Desk::ExportControl => ("輸出管理窓口", "export control desk"),
        Desk::Radiation => ("放射線管理窓口", "radiation safety desk"),
        Desk::Biosafety => ("バイオセーフティ窓口", "biosafety desk"),
        Desk::Ethics => ("倫理・動物実験窓口", "ethics and animal experiment desk"),
    };
    pick(language, ja, en)
}

/// Who answers, without the institution.
#[must_use]
pub const fn office(language: Language, office: Office) -> &'static str {
    match office {
        Office::Nobody => "",
        Office::HomeOfficer => pick(language, "機関の窓口", "institution's officer"),
        Office::HomeDesk(one) | Office::BothDesks(one) => desk(language, one),
        Office::FacilityManager => pick(language, "機器管理責任者", "facility manager"),
    }
}

/// A condition that leaves one way of use only.
#[must_use]
pub const fn condition(language: Language, only: SupportMode) -> &'static str {
    match only {
        SupportMode::SelfOperation => "",
        SupportMode::Assisted => pick(language, "技術補助に限る", "Assisted operation only"),
        SupportMode::Proxy => pick(language, "技術代行に限る", "Operation by staff only"),
    }
}

/// Several gates as one list.
#[must_use]
pub fn list(language: Language, gates: &[Gate]) -> String {
    let names: Vec<&str> = gates.iter().map(|&one| short(language, one)).collect();
    names.join(pick(language, "・", ", "))
}

/// The chip of a booking on hold, with its gates.
#[must_use]
pub fn held(language: Language, gates: &[Gate]) -> String {
    let gates = list(language, gates);
    match language {
        Language::Ja => format!("▲ 保留（{gates}）"),
        Language::En => format!("▲ On hold ({gates})"),
    }
}

const fn pick(language: Language, ja: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}
