//! The labels and hints of a form that enters a fact, by gate.

use crate::domain::gate::Gate;
use crate::domain::language::Language;
use crate::domain::refusal::field::{FactField, Field};

const fn pick(
    language: Language,
    ja: (&'static str, &'static str),
    en: (&'static str, &'static str),
) -> (&'static str, &'static str) {
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}

/// Label and hint of a field.
#[must_use]
pub const fn control(language: Language, gate: Gate, field: Field) -> (&'static str, &'static str) {
    match field {
        Field::Fact(FactField::Number) => number(language, gate),
        Field::Fact(FactField::IssuedOn) => issued_on(language, gate),
        Field::Fact(FactField::ValidUntil) => pick(
            language,
            (
                "有効期限",
                "その日まで有効です。期限の定めがなければ空欄にしてください。",
            ),
            (
                "Valid until",
                "Counts through this day. Leave it empty if there is no end.",
            ),
        ),
        Field::Issuer => pick(
            language,
            ("発行機関", "登録・教育・診断を行った機関"),
            (
                "Issued by",
                "The institution that registered, trained or examined you",
            ),
        ),
        Field::ProjectNumber => pick(
            language,
            ("課題番号", "特定の課題だけに有効なときに書いてください。"),
            ("Project number", "If it counts for one project only."),
        ),
        Field::Fact(FactField::Authority) => pick(
            language,
            (
                "審査した委員会",
                "例：国立がん研究センター 研究倫理審査委員会",
            ),
            (
                "Committee",
                "For example: research ethics committee of your centre",
            ),
        ),
        Field::Fact(FactField::Level) => level(language, gate),
        Field::Fact(FactField::Subject) => subject(language, gate),
        Field::Note => note(language, gate),
        _ => export(language, field),
    }
}

const fn number(language: Language, gate: Gate) -> (&'static str, &'static str) {
    match gate {
        Gate::RadiationWorker => pick(
            language,
            ("登録番号", "所属機関での放射線業務従事者の登録番号"),
            (
                "Registration number",
                "As a radiation worker at your institution",
            ),
        ),
        Gate::OrgPledge => pick(
            language,
            (
                "文書番号",
                "誓約書・承諾書の番号。なければ空欄にしてください。",
            ),
            ("Number of the document", "Leave it empty if there is none."),
        ),
        Gate::Mta | Gate::DataAgreement => {
            pick(language, ("契約番号", ""), ("Number of the agreement", ""))
        }
        Gate::BiosafetyTraining => pick(
            language,
            ("修了番号", "なければ空欄にしてください。"),
            (
                "Number of the certificate",
                "Leave it empty if there is none.",
            ),
        ),
        Gate::PathogenDeclaration => pick(
            language,
            ("所属機関の承認番号", "病原体等を扱う実験の承認番号"),
            (
                "Approval number at your institution",
                "Of the experiment with these pathogens",
            ),
        ),
        _ => pick(language, ("承認番号", ""), ("Approval number", "")),
    }
}

const fn issued_on(language: Language, gate: Gate) -> (&'static str, &'static str) {
    match gate {
        Gate::RadiationWorker => pick(
            language,
            ("教育訓練を受けた日", "いちばん新しい日"),
            ("Day of the training", "The latest one"),
        ),
        Gate::HealthCheck => pick(
            language,
            ("健康診断を受けた日", "いちばん新しい日。6か月間有効です。"),
            (
                "Day of the health check",
                "The latest one. It counts for six months.",
            ),
        ),
        Gate::BiosafetyTraining => pick(
            language,
            ("教育を受けた日", "いちばん新しい日"),
            ("Day of the training", "The latest one"),
        ),
        Gate::Mta | Gate::DataAgreement => pick(
            language,
            ("契約を結んだ日", "双方が署名した日"),
            ("Day of the agreement", "When both parties had signed"),
        ),
        _ => pick(language, ("承認の日", ""), ("Day of approval", "")),
    }
}

const fn level(language: Language, gate: Gate) -> (&'static str, &'static str) {
    match gate {
        Gate::LmoNotice => pick(
            language,
            ("拡散防止措置の区分", ""),
            ("Containment level", ""),
        ),
        Gate::PathogenDeclaration => pick(
            language,
            ("持ち込む病原体等", "不活化したものは含みません。"),
            (
                "Pathogens that you bring",
                "Inactivated material does not count.",
            ),
        ),
        _ => pick(
            language,
            ("持ち込む化学物質・高圧ガス・寒剤", ""),
            ("Chemicals, gases and cryogens that you bring", ""),
        ),
    }
}

const fn subject(language: Language, gate: Gate) -> (&'static str, &'static str) {
    match gate {
        Gate::AnimalProtocol => pick(
            language,
            ("動物種", "例：マウス"),
            ("Species", "For example: mouse"),
        ),
        Gate::LmoNotice => pick(
            language,
            ("遺伝子組換え生物等の種類", "宿主、ベクター、供与核酸"),
            ("Living modified organisms", "Host, vector and donor"),
        ),
        Gate::PathogenDeclaration => pick(
            language,
            ("病原体等の名称", "持ち込むときは必ず書いてください。"),
            ("Names of the pathogens", "Needed if you bring any."),
        ),
        Gate::ChemicalSds => pick(
            language,
            (
                "名称と量",
                "1行に1つ。持ち込むときは必ず書いてください。SDSは利用日に施設へ渡してください。",
            ),
            (
                "Names and amounts",
                "One per line. Needed if you bring any. Hand in the safety data sheets on the day of use.",
            ),
        ),
        _ => pick(
            language,
            ("対象の試料・データ", "契約の対象となるもの"),
            ("Material or data", "What the agreement is about"),
        ),
    }
}

const fn note(language: Language, gate: Gate) -> (&'static str, &'static str) {
    match gate {
        Gate::ExportScreening => pick(
            language,
            ("補足", "窓口に伝えておきたいこと"),
            ("Note", "What the offices should know besides"),
        ),
        Gate::EthicsApproval => pick(
            language,
            (
                "補足",
                "一括審査かどうか、同意の範囲など。個人情報は書かないでください。",
            ),
            (
                "Note",
                "A single central review? The scope of consent? No personal data of participants.",
            ),
        ),
        Gate::OrgPledge | Gate::Registration => pick(
            language,
            ("補足", "担当の窓口に伝えたいこと"),
            ("Note", "What the office should know"),
        ),
        _ => pick(language, ("補足", ""), ("Note", "")),
    }
}

/// The fields of a declaration for export control.
const fn export(language: Language, field: Field) -> (&'static str, &'static str) {
    match field {
        Field::Fact(FactField::Resident) => pick(
            language,
            ("日本に居住していますか", ""),
            ("Do you live in Japan?", ""),
        ),
        Field::Fact(FactField::Employed) => pick(
            language,
            (
                "日本国内の事業所に雇用されていますか",
                "雇用契約のない招へい研究者や学生の方は「いいえ」を選んでください。",
            ),
            (
                "Are you employed at an office in Japan?",
                "Invited researchers and students without a contract of employment answer no.",
            ),
        ),
        Field::Fact(FactField::EnteredOn) => pick(
            language,
            (
                "日本に入国した日",
                "海外から来て1年以内の方は書いてください。長く日本に住んでいる方は空欄のままにしてください。",
            ),
            (
                "Day of entry to Japan",
                "If you came from abroad within the last year. Leave it empty if you have lived in Japan for long.",
            ),
        ),
        Field::Fact(FactField::SpecificCategory) => pick(
            language,
            ("特定類型", "あてはまるものをすべて選んでください。"),
            ("Specific categories", "Tick all that apply."),
        ),
        Field::Fact(FactField::EndUse) => pick(
            language,
            (
                "利用の目的と用途",
                "得られるデータや技術を何に使うか。1～3文で書いてください。",
            ),
            (
                "End use",
                "What data and technology will be used for. One to three sentences.",
            ),
        ),
        _ => ("", ""),
    }
}
