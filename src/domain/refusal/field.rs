//! The fields of forms.

use crate::domain::refusal::calendar_field::CalendarField;
use crate::domain::refusal::keeping_field::KeepingField;
use crate::domain::refusal::outside_field::OutsideField;
use crate::domain::refusal::service_field::ServiceField;
use crate::domain::refusal::use_field::UseField;

/// The fields of forms, so that a refusal finds its place beside what was typed.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Field {
    Name,
    Email,
    Password,
    Institution,
    Position,
    PositionClass,
    Phone,
    Start,
    Length,
    Purpose,
    Sample,
    Safety,
    SupportMode,
    ProjectNumber,
    Agree,
    Reason,
    Gate,
    Course,
    Issuer,
    IssuerCourse,
    Months,
    EndsOn,
    Note,
    Code,
    NameJa,
    NameEn,
    Minutes,
    Seats,
    Place,
    LicenceNumber,
    /// Of requests without a slot, and of what is decided on them.
    Service(ServiceField),
    /// Of allocations that were made elsewhere.
    Outside(OutsideField),
    /// The official list of holidays.
    /// 休日, 休業日
    Calendar(CalendarField),
    UntilDay,
    /// Whether a day is a holiday or open.
    Facility,
    Training,
    /// Of facts for gates, offices' answers on them, and desks.
    Fact(FactField),
    Rule(RuleField),
    /// Of a use, its changes and its reports.
    Use(UseField),
    /// Of attendants, components and companions.
    Keeping(KeepingField),
    Resource,
    Parameter,
    FromDay,
    FeedName,
    FeedSubject,
}

impl Field {
    /// The name of the form control, and its id.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email => "email",
            Self::Password => "password",
            Self::Institution => "institution",
            Self::Position => "position",
            Self::PositionClass => "position_class",
            Self::Phone => "phone",
            Self::Start => "start",
            Self::Length => "len",
            Self::Purpose => "purpose",
            Self::Sample => "sample",
            Self::Safety => "safety",
            Self::SupportMode => "support_mode",
            Self::ProjectNumber => "project_number",
            Self::Agree => "agree",
            Self::Reason => "reason",
            Self::Gate => "gate",
            Self::Course => "course",
            Self::Issuer => "issuer",
            Self::IssuerCourse => "issuer_course",
            Self::Months => "months",
            Self::EndsOn => "ends_on",
            Self::Note => "note",
            Self::Code => "code",
            Self::NameJa => "name_ja",
            Self::NameEn => "name_en",
            Self::Minutes => "minutes",
            Self::Seats => "seats",
            Self::Place => "place",
            Self::LicenceNumber => "number",
            Self::FeedName => "feed_name",
            Self::FeedSubject => "about",
            Self::Service(field) => field.code(),
            Self::Outside(field) => field.code(),
            Self::Calendar(field) => field.code(),
            Self::UntilDay => "until",
            Self::Facility => "facility",
            Self::Training => "training",
            Self::Fact(field) => field.code(),
            Self::Rule(field) => field.code(),
            Self::Use(field) => field.code(),
            Self::Keeping(field) => field.code(),
            Self::Resource => "resource",
            Self::Parameter => "parameter",
            Self::FromDay => "from",
        }
    }
}

/// The fields of a draft of rules.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum RuleField {
    TitleJa,
    TitleEn,
    DocumentKind,
    DocumentVersion,
    EnactedOn,
    AmendedOn,
    EffectiveOn,
    ArticleNumber,
    HeadingJa,
    HeadingEn,
    BodyJa,
    BodyEn,
    Version,
    GraceDays,
    File,
}

impl RuleField {
    /// Every field.
    pub const ALL: [Self; 15] = [
        Self::TitleJa,
        Self::TitleEn,
        Self::DocumentKind,
        Self::DocumentVersion,
        Self::EnactedOn,
        Self::AmendedOn,
        Self::EffectiveOn,
        Self::ArticleNumber,
        Self::HeadingJa,
        Self::HeadingEn,
        Self::BodyJa,
        Self::BodyEn,
        Self::Version,
        Self::GraceDays,
        Self::File,
    ];

    /// Whether it is chosen rather than typed.
    #[must_use]
    pub const fn is_chosen(self) -> bool {
        matches!(self, Self::DocumentKind | Self::File)
    }

    /// The name of the form control, and its id.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TitleJa => "title_ja",
            Self::TitleEn => "title_en",
            Self::DocumentKind => "document_kind",
            Self::DocumentVersion => "document_version",
            Self::EnactedOn => "enacted_on",
            Self::AmendedOn => "amended_on",
            Self::EffectiveOn => "effective_on",
            Self::ArticleNumber => "article_number",
            Self::HeadingJa => "heading_ja",
            Self::HeadingEn => "heading_en",
            Self::BodyJa => "body_ja",
            Self::BodyEn => "body_en",
            Self::Version => "version",
            Self::GraceDays => "grace_days",
            Self::File => "file",
        }
    }
}

/// The fields of facts for gates, of offices' answers on them, and of desks.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum FactField {
    /// 承認番号, 登録番号 …
    Number,
    Level,
    /// 審査委員会
    Authority,
    IssuedOn,
    ValidUntil,
    /// 病原体, 動物種, 化学物質 …
    Subject,
    /// 日本での居住
    Resident,
    /// 日本国内での雇用
    Employed,
    EnteredOn,
    /// 特定類型
    SpecificCategory,
    EndUse,
    /// 判断番号
    Decision,
    RuledOn,
    Condition,
    Desk,
}

impl FactField {
    /// Every field.
    pub const ALL: &'static [Self] = &[
        Self::Number,
        Self::Level,
        Self::Authority,
        Self::IssuedOn,
        Self::ValidUntil,
        Self::Subject,
        Self::Resident,
        Self::Employed,
        Self::EnteredOn,
        Self::SpecificCategory,
        Self::EndUse,
        Self::Decision,
        Self::RuledOn,
        Self::Condition,
        Self::Desk,
    ];

    /// The name of the form control, and its id.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Level => "level",
            Self::Authority => "authority",
            Self::IssuedOn => "issued_on",
            Self::ValidUntil => "valid_until",
            Self::Subject => "subject",
            Self::Resident => "resident",
            Self::Employed => "employed",
            Self::EnteredOn => "entered_on",
            Self::SpecificCategory => "specific",
            Self::EndUse => "end_use",
            Self::Decision => "decision",
            Self::RuledOn => "ruled_on",
            Self::Condition => "condition",
            Self::Desk => "desk",
        }
    }

    /// Whether it is chosen from a list rather than typed.
    #[must_use]
    pub const fn is_chosen(self) -> bool {
        matches!(
            self,
            Self::Level
                | Self::Resident
                | Self::Employed
                | Self::SpecificCategory
                | Self::Condition
                | Self::Desk
        )
    }
}
