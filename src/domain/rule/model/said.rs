//! What the model says of all instruments: each parameter with its value and the article that says it.

use crate::domain::parameter::Parameter;
use crate::domain::rule::model::key;

/// A parameter, its value, and the article that says it.
pub type Line = (Parameter, &'static str, (u32, &'static str));

/// What the model says of every instrument of a facility.
pub const OF_ALL: &[Line] = &[
    (
        Parameter::EligibleOrgClasses,
        "own,inhouse,university,public",
        (key::RULE, "5"),
    ),
    (
        Parameter::EligiblePositions,
        "staff,researcher,student",
        (key::RULE, "5"),
    ),
    (Parameter::StudentCanBeLeader, "no", (key::RULE, "5")),
    (
        Parameter::ResponsiblePersonRequired,
        "yes",
        (key::RULE, "5"),
    ),
    (
        Parameter::SupportModes,
        "self,assisted,proxy",
        (key::RULE, "7"),
    ),
    (
        Parameter::DisclosureClasses,
        "public,proprietary",
        (key::RULE, "7"),
    ),
    (
        Parameter::ClosedCalendars,
        "weekend,national_holiday,year_end,facility",
        (key::RULE, "8"),
    ),
    (Parameter::YearEndClosure, "12-29..01-03", (key::RULE, "8")),
    (Parameter::RegistrationRequired, "no", (key::RULE, "9")),
    (Parameter::RuleReconsentGraceDays, "30", (key::RULE, "9")),
    (
        Parameter::RuleReconsentDueBusinessDays,
        "3",
        (key::RULE, "9"),
    ),
    (Parameter::ApprovalDueBusinessDays, "3", (key::RULE, "12")),
    (Parameter::SelfApproval, "no", (key::RULE, "12")),
    (Parameter::RejectReasonRequired, "yes", (key::RULE, "12")),
    (Parameter::BslMost, "bsl2", (key::RULE, "17")),
    (Parameter::LmoLevelMost, "p1", (key::RULE, "17")),
    (Parameter::RadioisotopesAllowed, "no", (key::RULE, "18")),
    (Parameter::AnimalsAllowed, "no", (key::RULE, "18")),
    (Parameter::HumanSamplesAllowed, "yes", (key::RULE, "18")),
    (Parameter::PublicationDueMonths, "36", (key::RULE, "23")),
    (Parameter::EmbargoMostYears, "2", (key::RULE, "23")),
    (Parameter::DataRetentionDays, "30", (key::RULE, "24")),
    (
        Parameter::PersonalInfoPurposes,
        "booking,billing,notices,statistics",
        (key::RULE, "26"),
    ),
    (Parameter::AntisocialDeclaration, "yes", (key::RULE, "30")),
    (Parameter::HorizonRelease, "rolling", (key::BYLAW, "3")),
    (Parameter::PriorityRule, "first_come", (key::BYLAW, "3")),
    (Parameter::OvernightBeforeClosedDay, "no", (key::BYLAW, "4")),
    (Parameter::MaxOpenBookingsPerUser, "3", (key::BYLAW, "5")),
    (Parameter::MaxOpenBookingsPerProject, "6", (key::BYLAW, "5")),
    (Parameter::ApprovalChain, "light", (key::BYLAW, "6")),
    (Parameter::RemindAfterBusinessDays, "2", (key::BYLAW, "6")),
    (Parameter::EscalateAfterBusinessDays, "3", (key::BYLAW, "6")),
    (Parameter::ConditionsAllowed, "yes", (key::BYLAW, "7")),
    (Parameter::LicenceValidMonths, "12", (key::BYLAW, "9")),
    (Parameter::LicenceLapseUnusedMonths, "12", (key::BYLAW, "9")),
    (
        Parameter::GateExpiryWarningDays,
        "60,30,7",
        (key::BYLAW, "9"),
    ),
    (Parameter::GateTestedOn, "use_end", (key::BYLAW, "11")),
    (Parameter::GateOfficeBusinessDays, "5", (key::BYLAW, "11")),
    (Parameter::CancelCutoffTime, "17:00", (key::BYLAW, "12")),
    (
        Parameter::CancelFeeTaxCategory,
        "out_of_scope",
        (key::BYLAW, "12"),
    ),
    (Parameter::NoShowPercent, "100", (key::BYLAW, "13")),
    (Parameter::NoShowLimit, "2", (key::BYLAW, "13")),
    (Parameter::SuspensionDays, "30", (key::BYLAW, "13")),
    (
        Parameter::FailureCreditUnitMinutes,
        "60",
        (key::BYLAW, "14"),
    ),
    (
        Parameter::FailureCreditDropBelowMinutes,
        "30",
        (key::BYLAW, "14"),
    ),
    (Parameter::RebookPriorityDays, "30", (key::BYLAW, "14")),
    (Parameter::UseLogDueDays, "3", (key::BYLAW, "15")),
    (Parameter::ResultReportDueDays, "60", (key::BYLAW, "16")),
    (
        Parameter::BlockNewIfReportOverdue,
        "yes",
        (key::BYLAW, "16"),
    ),
];

/// What the model of an institution's own regulation says; facilities may only be stricter where it binds.
pub const OF_WHOLE: &[Line] = &[
    (
        Parameter::ClosedCalendars,
        "weekend,national_holiday,year_end,facility",
        (key::RULE, "3"),
    ),
    (Parameter::YearEndClosure, "12-29..01-03", (key::RULE, "3")),
    (Parameter::BslMost, "bsl2", (key::RULE, "5")),
    (Parameter::AntisocialDeclaration, "yes", (key::RULE, "6")),
    (Parameter::SelfApproval, "no", (key::RULE, "7")),
    (
        Parameter::PersonalInfoPurposes,
        "booking,billing,notices,statistics",
        (key::RULE, "8"),
    ),
];
/// What facilities can't loosen.
pub const BINDING: &[Parameter] = &[
    Parameter::BslMost,
    Parameter::AntisocialDeclaration,
    Parameter::SelfApproval,
];
