//! The fields of forms.

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
    /// The official list of holidays.
    List,
    Day,
    UntilDay,
    /// Whether a day is a holiday or open.
    Standing,
    DayJa,
    DayEn,
    Facility,
    Training,
    Rule(RuleField),
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
            Self::List => "list",
            Self::Day => "day",
            Self::UntilDay => "until",
            Self::Standing => "standing",
            Self::DayJa => "day_ja",
            Self::DayEn => "day_en",
            Self::Facility => "facility",
            Self::Training => "training",
            Self::Rule(field) => field.code(),
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
