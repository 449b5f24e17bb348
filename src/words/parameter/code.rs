//! The codes of parameters as people read them: own is 自機関, bsl2 is BSL2まで.

use crate::domain::gate::Gate;
use crate::domain::language::Language;
use crate::domain::parameter::Parameter;
use crate::words::gate;

/// A code with its Japanese and its English label.
type Label = (&'static str, &'static str, &'static str);

const ORG_CLASSES: &[Label] = &[
    ("own", "自機関", "own institution"),
    (
        "inhouse",
        "国立研究機関など",
        "in-house research institutions",
    ),
    ("university", "大学", "universities"),
    ("public", "公的機関", "public bodies"),
    ("company", "企業", "companies"),
    ("overseas", "海外の機関", "institutions abroad"),
];
const POSITIONS: &[Label] = &[
    ("staff", "職員", "staff"),
    ("researcher", "研究者", "researchers"),
    ("student", "学生", "students"),
];
const REGISTRATIONS: &[Label] = &[
    (
        "fiscal_year_end",
        "年度末まで",
        "until the end of the fiscal year",
    ),
    ("one_year", "登録から1年間", "one year"),
    ("unlimited", "期限なし", "without limit"),
];
const CONSENT_SCOPES: &[Label] = &[(
    "person_facility_version",
    "利用者・施設・規則の版ごと",
    "per person, facility and version",
)];
const PLEDGES: &[Label] = &[
    ("never", "不要", "not needed"),
    ("first", "初回利用の前", "before the first use"),
    ("yearly", "年度ごと", "each fiscal year"),
    ("each", "利用のたび", "for each use"),
];
const RELEASES: &[Label] = &[
    ("rolling", "毎日", "day by day"),
    ("monthly", "月ごと", "month by month"),
    ("half_yearly", "半年ごと", "every half year"),
];
const AFTER_HOURS: &[Label] = &[
    ("none", "不可", "not possible"),
    ("on_request", "個別に相談", "on request"),
    ("licensed", "ライセンスのある方のみ", "licence holders only"),
];
const CALENDARS: &[Label] = &[
    ("weekend", "土曜日・日曜日", "weekends"),
    ("national_holiday", "国民の祝日・休日", "national holidays"),
    ("year_end", "年末年始", "year-end and New Year"),
    ("facility", "施設の休業日", "the facility's own closed days"),
];
const PRIORITIES: &[Label] = &[
    ("first_come", "先着順", "first come, first served"),
    (
        "manager_decides",
        "機器管理責任者が調整",
        "the manager decides",
    ),
    ("committee", "運営委員会が決定", "a committee decides"),
    ("lottery", "抽選", "by lot"),
];
const SERIES: &[Label] = &[
    ("no", "受け付けない", "not offered"),
    ("own", "自機関のみ", "for its own people"),
    ("yes", "受け付ける", "offered"),
];
const SUPPORT_MODES: &[Label] = &[
    ("self", "自己操作", "self operation"),
    ("assisted", "技術補助", "assisted operation"),
    ("proxy", "技術代行", "operation by staff"),
];
const CHAINS: &[Label] = &[
    ("light", "機器管理責任者のみ", "facility manager only"),
    (
        "standard",
        "所属責任者・機器管理責任者・施設長",
        "home institution, facility manager, head of facility",
    ),
    (
        "institution",
        "機関の誓約・審査・施設長",
        "institution's pledge, review, head of facility",
    ),
    (
        "committee",
        "事前相談・施設の確認・審査委員会",
        "consultation, check by the facility, review committee",
    ),
    ("call", "公募・採択", "call for proposals"),
];
const AUTO_APPROVALS: &[Label] = &[
    ("never", "自動承認なし", "never"),
    (
        "licensed_repeat",
        "ライセンスのある方の2回目以降の短い利用",
        "short further uses by licence holders",
    ),
];
const TEST_DAYS: &[Label] = &[
    ("request", "申請日", "day of the request"),
    ("use_start", "利用開始日", "first day of use"),
    ("use_end", "利用終了日", "last day of use"),
];
const EXPORT_CHECKS: &[Label] = &[
    ("none", "なし", "none"),
    (
        "self_declaration",
        "申請者の自己申告",
        "declaration by the applicant",
    ),
    (
        "office_decision",
        "担当窓口の判断",
        "decision by the offices",
    ),
];
const CHANGES: &[Label] = &[
    ("never", "不要", "not needed"),
    ("time", "日時の変更に必要", "to move it"),
    ("always", "どの変更にも必要", "for every change"),
];
const TAXES: &[Label] = &[
    ("out_of_scope", "対象外（不課税）", "out of scope"),
    ("taxable_10", "課税（10%）", "taxable (10%)"),
    ("exempt", "非課税", "exempt"),
];
const DISCLOSURES: &[Label] = &[
    ("public", "成果公開", "public"),
    ("proprietary", "成果非公開", "proprietary"),
];
const BSLS: &[Label] = &[
    ("none", "持込み不可", "none"),
    ("bsl1", "BSL1まで", "up to BSL1"),
    ("bsl2", "BSL2まで", "up to BSL2"),
    ("bsl3", "BSL3まで", "up to BSL3"),
];
const LMO_LEVELS: &[Label] = &[
    ("none", "持込み不可", "none"),
    ("p1", "P1まで", "up to P1"),
    ("p1a", "P1Aまで", "up to P1A"),
    ("p2", "P2まで", "up to P2"),
    ("p2a", "P2Aまで", "up to P2A"),
    ("p3", "P3まで", "up to P3"),
    ("p3a", "P3Aまで", "up to P3A"),
];
const CHEMICALS: &[Label] = &[
    ("none", "不要", "not needed"),
    ("list", "一覧の提出", "a list"),
    ("sds", "一覧とSDSの提出", "a list with safety data sheets"),
];
const PURPOSES: &[Label] = &[
    ("booking", "予約の受付と管理", "bookings"),
    ("billing", "利用料の請求", "billing"),
    ("notices", "お知らせの送付", "notices"),
    ("statistics", "統計の作成", "statistics"),
];

/// A code as people read it; one that a facility made itself stays as it is.
#[must_use]
pub fn say(language: Language, parameter: Parameter, code: &str) -> &str {
    known(language, parameter, code).unwrap_or(code)
}

/// The label of a code of the parameter's kind.
pub(super) fn known(language: Language, parameter: Parameter, code: &str) -> Option<&'static str> {
    if matches!(parameter, Parameter::Gates | Parameter::GatesBeforeSending) {
        return Gate::from_code(code).map(|one| gate::gate(language, one));
    }
    let (_, ja, en) = labels(parameter)
        .iter()
        .find(|(known, ..)| *known == code)?;
    Some(match language {
        Language::Ja => ja,
        Language::En => en,
    })
}

const fn labels(parameter: Parameter) -> &'static [Label] {
    match parameter {
        Parameter::EligibleOrgClasses => ORG_CLASSES,
        Parameter::EligiblePositions => POSITIONS,
        Parameter::RegistrationValidUntil => REGISTRATIONS,
        Parameter::RuleConsentScope => CONSENT_SCOPES,
        Parameter::OrgPledgeRequired => PLEDGES,
        Parameter::HorizonRelease => RELEASES,
        Parameter::AfterHoursPolicy => AFTER_HOURS,
        Parameter::ClosedCalendars => CALENDARS,
        Parameter::PriorityRule => PRIORITIES,
        Parameter::AllowRecurring => SERIES,
        Parameter::SupportModes | Parameter::AttendantCalendar => SUPPORT_MODES,
        Parameter::ApprovalChain => CHAINS,
        Parameter::AutoApproveIf => AUTO_APPROVALS,
        Parameter::ChangeApproval => CHANGES,
        Parameter::GateTestedOn => TEST_DAYS,
        Parameter::ExportCheck => EXPORT_CHECKS,
        Parameter::CancelFeeTaxCategory => TAXES,
        Parameter::DisclosureClasses => DISCLOSURES,
        Parameter::BslMost => BSLS,
        Parameter::LmoLevelMost => LMO_LEVELS,
        Parameter::ChemicalsDeclaration => CHEMICALS,
        Parameter::PersonalInfoPurposes => PURPOSES,
        _ => &[],
    }
}
