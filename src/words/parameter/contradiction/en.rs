//! Sentences of contradictions: {A} has its value, {a} is the name alone.

use crate::domain::parameter::clash::Clash;

#[expect(clippy::too_many_lines, reason = "a table of sentences")]
pub(super) const fn of(clash: Clash) -> &'static str {
    match clash {
        Clash::NoOrgClass | Clash::NoPosition | Clash::NoSupport | Clash::NoDisclosure => {
            "With {A}, nobody could send a request. Choose at least one."
        }
        Clash::ShortestOverLongest | Clash::FailureDropAndUnit => {
            "{A} is more than {B}. Shorten {a} or lengthen {b}."
        }
        Clash::UnitAndShortest | Clash::UnitAndLongest => {
            "{B} is no multiple of {A}. Make {b} a multiple of it, or change {a}."
        }
        Clash::ClaimTooLong => {
            "{A} with {B} and {C} is more than the 31 days that one booking can hold. Shorten one of them."
        }
        Clash::DaysAndLongest => "{B} is more than {A}. Shorten {b} or raise {a}.",
        Clash::HoursAndShortest => "{B} fits into none of {A}. Shorten {b} or widen {a}.",
        Clash::LeadAndHorizon | Clash::FirstLeadAndHorizon => {
            "{A} lies beyond {B}, so nobody could be in time. Shorten {a} or extend {b}."
        }
        Clash::MonthAndYear => "{A} is more than {B}. Lower {a} or raise {b}.",
        Clash::MonthAndShortest | Clash::YearAndShortest => {
            "{A} is not enough for a single use: {B}. Raise {a} or allow shorter uses."
        }
        Clash::AttendantAndSupport => {
            "{A} has a way of support that {B} does not offer. Take it out of {a}, or add it to {b}."
        }
        Clash::SupervisionAndSupport => {
            "{A} is asked for, but {B} has no way in which staff take part. Add assisted operation or operation by staff to {b}, or set {a} to 0."
        }
        Clash::AutomaticAndUnit => {
            "{A} is shorter than {B}, so nothing would be approved automatically. Lengthen {a} or shorten {b}."
        }
        Clash::ReminderAndDue | Clash::DueAndEscalation => {
            "{A} comes after {B}. Bring {a} forward or put {b} off."
        }
        Clash::GatesBeforeSending => {
            "{A} has a check that {B} does not ask for. Add it to {b}, or take it out of {a}."
        }
        Clash::RequestBeforeSending => {
            "{A} has a check of each single request. It can't be entered before the request is sent, so take it out of {a}."
        }
        Clash::LicensedWithoutLicence => {
            "{A} is for people who hold a licence, but with {B} nobody's licence can be checked. Fill in {b}, or change {a}."
        }
        Clash::ExportAndGates => {
            "{A} contradicts {B}, which has the export control check. Choose how to check in {a}, or take it out of {b}."
        }
        Clash::PledgeAndGates => {
            "{A} contradicts {B}, which has the institution's pledge. Choose how often in {a}, or take it out of {b}."
        }
        Clash::FreeAndCharged => {
            "{A} does not fit {B}. Let {b} be free until {a}, and charge only after it."
        }
        Clash::LimitAndSuspension => {
            "{A} has no effect with {B}. Set {b} to 1 day or more, or set {a} to 0."
        }
    }
}
