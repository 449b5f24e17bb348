//! The fields of forms.

use crate::domain::refusal::outside_field::OutsideField;
use crate::domain::refusal::service_field::ServiceField;

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
            Self::Service(field) => field.code(),
            Self::Outside(field) => field.code(),
        }
    }
}
