//! Samples for tests: sheets from codes, and a rule for each way of contradiction.

use crate::domain::parameter::Parameter;
use crate::domain::parameter::clash::Clash;
use crate::domain::parameter::setting::{Setting, Sheet, Target};

/// A parameter and a value by their codes.
pub type Said<'a> = (&'a str, &'a str);

fn setting(target: Target, (code, text): Said<'_>) -> Setting {
    let parameter = Parameter::from_code(code).unwrap();
    Setting {
        target,
        parameter,
        value: parameter.entry().kind.read(text).unwrap(),
        article: None,
        binding: false,
    }
}

/// A sheet of these settings.
pub fn sheet(said: &[(Target, Said<'_>)]) -> Sheet {
    let settings = said
        .iter()
        .map(|(target, said)| setting(target.clone(), *said));
    Sheet {
        settings: settings.collect(),
        ..Sheet::default()
    }
}

/// A sheet that says these of every resource.
pub fn for_all(said: &[Said<'_>]) -> Sheet {
    let said: Vec<(Target, Said<'_>)> = said.iter().map(|said| (Target::All, *said)).collect();
    sheet(&said)
}

/// Each contradiction, a rule that has it, and that rule mended.
pub const CLASHES: &[(Clash, &[Said<'_>], &[Said<'_>])] = &[
    (
        Clash::NoOrgClass,
        &[("eligible_org_classes", "")],
        &[("eligible_org_classes", "own")],
    ),
    (
        Clash::NoPosition,
        &[("eligible_positions", "")],
        &[("eligible_positions", "student")],
    ),
    (
        Clash::NoSupport,
        &[("support_modes", "")],
        &[("support_modes", "self")],
    ),
    (
        Clash::NoDisclosure,
        &[("disclosure_class", "")],
        &[("disclosure_class", "public")],
    ),
    (
        Clash::ShortestOverLongest,
        &[("min_minutes", "120"), ("max_minutes", "60")],
        &[("min_minutes", "120"), ("max_minutes", "120")],
    ),
    (
        Clash::UnitAndShortest,
        &[("slot_minutes", "60"), ("min_minutes", "90")],
        &[("slot_minutes", "30"), ("min_minutes", "90")],
    ),
    (
        Clash::UnitAndLongest,
        &[("slot_minutes", "60"), ("max_minutes", "90")],
        &[("slot_minutes", "60"), ("max_minutes", "120")],
    ),
    (
        Clash::ClaimTooLong,
        &[
            ("max_minutes", "43200"),
            ("buffer_before_minutes", "721"),
            ("buffer_after_minutes", "720"),
        ],
        &[
            ("max_minutes", "43200"),
            ("buffer_before_minutes", "720"),
            ("buffer_after_minutes", "720"),
        ],
    ),
    (
        Clash::DaysAndLongest,
        &[("max_consecutive_days", "2"), ("max_minutes", "2940")],
        &[("max_consecutive_days", "2"), ("max_minutes", "2880")],
    ),
    (
        Clash::HoursAndShortest,
        &[
            ("open_windows", "Mon 09:00-Mon 17:00"),
            ("min_minutes", "540"),
        ],
        &[
            ("open_windows", "Mon 09:00-Mon 17:00"),
            ("min_minutes", "480"),
        ],
    ),
    (
        Clash::LeadAndHorizon,
        &[("lead_business_days", "20"), ("horizon_days", "27")],
        &[("lead_business_days", "20"), ("horizon_days", "28")],
    ),
    (
        Clash::FirstLeadAndHorizon,
        &[
            ("lead_first_use_business_days", "10"),
            ("horizon_days", "10"),
        ],
        &[
            ("lead_first_use_business_days", "10"),
            ("horizon_days", "14"),
        ],
    ),
    (
        Clash::MonthAndYear,
        &[
            ("quota_hours_per_month", "41"),
            ("quota_hours_per_fy", "40"),
        ],
        &[("quota_hours_per_month", "41"), ("quota_hours_per_fy", "0")],
    ),
    (
        Clash::MonthAndShortest,
        &[("quota_hours_per_month", "2"), ("min_minutes", "180")],
        &[("quota_hours_per_month", "3"), ("min_minutes", "180")],
    ),
    (
        Clash::YearAndShortest,
        &[("quota_hours_per_fy", "2"), ("min_minutes", "180")],
        &[("quota_hours_per_fy", "0"), ("min_minutes", "180")],
    ),
    (
        Clash::AttendantAndSupport,
        &[("attendant_calendar", "proxy"), ("support_modes", "self")],
        &[
            ("attendant_calendar", "proxy"),
            ("support_modes", "self,proxy"),
        ],
    ),
    (
        Clash::SupervisionAndSupport,
        &[
            ("supervised_first_sessions", "2"),
            ("support_modes", "self"),
        ],
        &[
            ("supervised_first_sessions", "2"),
            ("support_modes", "self,assisted"),
        ],
    ),
    (
        Clash::AutomaticAndUnit,
        &[
            ("auto_approve_if", "licensed_repeat"),
            ("auto_approve_max_minutes", "60"),
            ("slot_minutes", "120"),
        ],
        &[
            ("auto_approve_if", "never"),
            ("auto_approve_max_minutes", "60"),
            ("slot_minutes", "120"),
        ],
    ),
    (
        Clash::ReminderAndDue,
        &[
            ("remind_after_business_days", "4"),
            ("approval_due_business_days", "3"),
        ],
        &[
            ("remind_after_business_days", "3"),
            ("approval_due_business_days", "3"),
        ],
    ),
    (
        Clash::DueAndEscalation,
        &[
            ("approval_due_business_days", "5"),
            ("escalate_after_business_days", "4"),
        ],
        &[
            ("approval_due_business_days", "5"),
            ("escalate_after_business_days", "5"),
        ],
    ),
    (
        Clash::GatesBeforeSending,
        &[("gates_before_sending", "mta,training"), ("gates", "mta")],
        &[
            ("gates_before_sending", "mta,training"),
            ("gates", "mta"),
            ("training_required", "C1"),
        ],
    ),
    (
        Clash::RequestBeforeSending,
        &[
            ("gates_before_sending", "review_committee"),
            ("gates", "review_committee"),
        ],
        &[("gates", "review_committee")],
    ),
    (
        Clash::LicensedWithoutLicence,
        &[
            ("after_hours_policy", "licensed"),
            ("training_required", ""),
        ],
        &[
            ("after_hours_policy", "licensed"),
            ("training_required", "C1"),
        ],
    ),
    (
        Clash::ExportAndGates,
        &[("export_check", "none"), ("gates", "export_screening")],
        &[
            ("export_check", "self_declaration"),
            ("gates", "export_screening"),
        ],
    ),
    (
        Clash::PledgeAndGates,
        &[("org_pledge_required", "never"), ("gates", "org_pledge")],
        &[("org_pledge_required", "first"), ("gates", "org_pledge")],
    ),
    (
        Clash::FreeAndCharged,
        &[
            ("cancel_free_business_days", "1"),
            ("cancel_tiers", "5:0,1:50,0:100"),
        ],
        &[
            ("cancel_free_business_days", "5"),
            ("cancel_tiers", "5:0,1:50,0:100"),
        ],
    ),
    (
        Clash::LimitAndSuspension,
        &[("no_show_limit", "2"), ("suspension_days", "0")],
        &[("no_show_limit", "2"), ("suspension_days", "30")],
    ),
    (
        Clash::FailureDropAndUnit,
        &[
            ("failure_credit_drop_below_minutes", "61"),
            ("failure_credit_unit_minutes", "60"),
        ],
        &[
            ("failure_credit_drop_below_minutes", "60"),
            ("failure_credit_unit_minutes", "60"),
        ],
    ),
];
