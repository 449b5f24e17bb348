//! 矛盾: the ways in which parameters contradict each other, so that a rule could not be kept as written.

use crate::domain::availability::WeeklyWindow;
use crate::domain::catalogue::LONGEST_CLAIM_MINUTES;
use crate::domain::gate::{Gate, Holder};
use crate::domain::parameter::Parameter;
use crate::domain::parameter::terms::{Level, Terms};
use crate::domain::parameter::value::{Tier, Value};

/// Minutes of one day and of one week.
const DAY: i64 = 24 * 60;
const WEEK: i64 = 7 * DAY;
/// Business days and calendar days of a week with closed weekends.
const BUSINESS_WEEK: i64 = 5;
const CALENDAR_WEEK: i64 = 7;

macro_rules! clashes {
    ($($(#[$doc:meta])* $name:ident [$($parameter:ident),+];)+) => {
        /// A way in which parameters contradict each other.
        #[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
        pub enum Clash {
            $($(#[$doc])* $name,)+
        }

        impl Clash {
            /// Every way.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The parameters that take part, the one to look at first in front.
            #[must_use]
            pub const fn parameters(self) -> &'static [Parameter] {
                match self {
                    $(Self::$name => &[$(Parameter::$parameter,)+],)+
                }
            }
        }
    };
}

clashes! {
    /// No kind of institution may use it.
    NoOrgClass [EligibleOrgClasses];
    /// No position may use it.
    NoPosition [EligiblePositions];
    /// There is no way of support.
    NoSupport [SupportModes];
    /// There is no class of disclosure.
    NoDisclosure [DisclosureClasses];
    /// 最短 > 最長
    ShortestOverLongest [MinMinutes, MaxMinutes];
    /// The unit does not divide the shortest use.
    UnitAndShortest [SlotMinutes, MinMinutes];
    /// The unit does not divide the longest use.
    UnitAndLongest [SlotMinutes, MaxMinutes];
    /// Longest use and buffers are more than one claim of time may hold.
    ClaimTooLong [MaxMinutes, BufferBefore, BufferAfter];
    /// The longest use takes more days than may follow each other.
    DaysAndLongest [MaxConsecutiveDays, MaxMinutes];
    /// The shortest use is longer than the longest opening.
    HoursAndShortest [OpenWindows, MinMinutes];
    /// 申請期限 lies beyond what can be booked.
    LeadAndHorizon [LeadBusinessDays, HorizonDays];
    /// The same for a first use.
    FirstLeadAndHorizon [LeadFirstUseBusinessDays, HorizonDays];
    /// 月の上限 > 年度の上限
    MonthAndYear [QuotaHoursPerMonth, QuotaHoursPerFiscalYear];
    /// The quota of a month holds not even one use.
    MonthAndShortest [QuotaHoursPerMonth, MinMinutes];
    /// The quota of a fiscal year holds not even one use.
    YearAndShortest [QuotaHoursPerFiscalYear, MinMinutes];
    /// An attendant is booked for support that is not offered.
    AttendantAndSupport [AttendantCalendar, SupportModes];
    /// First uses are supervised, but nobody of the staff takes part in any use.
    SupervisionAndSupport [SupervisedFirstSessions, SupportModes];
    /// What is approved automatically is shorter than one unit.
    AutomaticAndUnit [AutoApproveMaxMinutes, SlotMinutes];
    /// The reminder comes after the deadline of approval.
    ReminderAndDue [RemindAfterBusinessDays, ApprovalDueBusinessDays];
    /// A request is taken from its approver before the deadline.
    DueAndEscalation [ApprovalDueBusinessDays, EscalateAfterBusinessDays];
    /// A gate must stand before sending, but nothing asks for it.
    GatesBeforeSending [GatesBeforeSending, Gates];
    /// A gate must stand before sending that can only be entered with the request itself.
    RequestBeforeSending [GatesBeforeSending];
    /// Who holds a licence may come after hours, but no licence is asked for.
    LicensedWithoutLicence [AfterHoursPolicy, TrainingRequired];
    /// Export control is a gate, but not checked.
    ExportAndGates [ExportCheck, Gates];
    /// A pledge is a gate, but never needed.
    PledgeAndGates [OrgPledgeRequired, Gates];
    /// Cancelling is free and charged at the same time, or neither.
    FreeAndCharged [CancelFreeBusinessDays, CancelTiers];
    /// Not coming has a limit, but no suspension.
    LimitAndSuspension [NoShowLimit, SuspensionDays];
    /// Rests are dropped that are longer than the unit.
    FailureDropAndUnit [FailureCreditDropBelowMinutes, FailureCreditUnitMinutes];
}

impl Clash {
    /// Whether these terms contradict each other in this way.
    #[must_use]
    pub fn stands(self, terms: &Terms) -> bool {
        match self {
            Self::NoOrgClass | Self::NoPosition | Self::NoSupport | Self::NoDisclosure => {
                let mut sets = self.parameters().iter();
                sets.any(|set| terms.codes(*set).is_empty())
            }
            Self::ShortestOverLongest
            | Self::UnitAndShortest
            | Self::UnitAndLongest
            | Self::ClaimTooLong
            | Self::DaysAndLongest
            | Self::HoursAndShortest => self.stands_in_length(terms),
            Self::LeadAndHorizon | Self::FirstLeadAndHorizon => {
                let [lead, horizon] = self.numbers(terms);
                // nobody can be in time for a day that can't be booked yet
                lead > 0 && fewest_days(terms, lead) > horizon
            }
            Self::MonthAndYear => {
                let [month, year] = self.numbers(terms);
                month > 0 && year > 0 && month > year
            }
            Self::MonthAndShortest | Self::YearAndShortest => {
                let [hours, _] = self.numbers(terms);
                hours > 0 && hours * 60 < shortest(terms)
            }
            Self::AutomaticAndUnit => {
                let [longest, unit] = self.numbers(terms);
                terms.code(Parameter::AutoApproveIf) != "never" && longest < unit
            }
            Self::ReminderAndDue | Self::DueAndEscalation | Self::FailureDropAndUnit => {
                let [first, second] = self.numbers(terms);
                first > second
            }
            Self::LimitAndSuspension => {
                let [limit, days] = self.numbers(terms);
                limit > 0 && days == 0
            }
            Self::AttendantAndSupport
            | Self::SupervisionAndSupport
            | Self::GatesBeforeSending
            | Self::RequestBeforeSending
            | Self::LicensedWithoutLicence
            | Self::ExportAndGates
            | Self::PledgeAndGates => self.stands_in_people(terms),
            Self::FreeAndCharged => {
                let free = terms.number(Parameter::CancelFreeBusinessDays);
                !is_free_until(free, terms.tiers(Parameter::CancelTiers))
            }
        }
    }

    fn stands_in_length(self, terms: &Terms) -> bool {
        let unit = terms.number(Parameter::SlotMinutes);
        let longest = terms.number(Parameter::MaxMinutes);
        // where nobody says a longest use, the default is none that an officer chose
        let limited = terms.term(Parameter::MaxMinutes).origin.level > Level::Default;
        match self {
            Self::ShortestOverLongest => terms.number(Parameter::MinMinutes) > longest,
            Self::UnitAndShortest => {
                unit > 0 && terms.number(Parameter::MinMinutes).rem_euclid(unit) != 0
            }
            Self::UnitAndLongest => limited && unit > 0 && longest.rem_euclid(unit) != 0,
            Self::ClaimTooLong => {
                let before = terms.number(Parameter::BufferBefore);
                let after = terms.number(Parameter::BufferAfter);
                before + longest + after > LONGEST_CLAIM_MINUTES
            }
            Self::DaysAndLongest => {
                let days = terms.number(Parameter::MaxConsecutiveDays);
                limited && days > 0 && longest > days * DAY
            }
            Self::HoursAndShortest => {
                let windows = terms.windows(Parameter::OpenWindows);
                longest_opening(windows).is_some_and(|opening| opening < shortest(terms))
            }
            _ => false,
        }
    }

    fn stands_in_people(self, terms: &Terms) -> bool {
        let support = terms.codes(Parameter::SupportModes);
        match self {
            Self::AttendantAndSupport => {
                !terms.codes(Parameter::AttendantCalendar).is_subset(support)
            }
            Self::SupervisionAndSupport => {
                let staffed = support.contains("assisted") || support.contains("proxy");
                terms.number(Parameter::SupervisedFirstSessions) > 0 && !staffed
            }
            Self::GatesBeforeSending => {
                let mut before = terms.codes(Parameter::GatesBeforeSending).iter();
                before.any(|gate| !is_asked(terms, gate))
            }
            Self::RequestBeforeSending => {
                let before = terms.codes(Parameter::GatesBeforeSending).iter();
                let mut gates = before.filter_map(|code| Gate::from_code(code));
                gates.any(|gate| gate.holder() == Holder::Booking)
            }
            Self::LicensedWithoutLicence => {
                terms.code(Parameter::AfterHoursPolicy) == "licensed"
                    && !is_asked(terms, "training")
            }
            Self::ExportAndGates => {
                terms.code(Parameter::ExportCheck) == "none" && is_listed(terms, "export_screening")
            }
            Self::PledgeAndGates => {
                // where nobody says how often, the gate itself decides
                is_said(terms, Parameter::OrgPledgeRequired)
                    && terms.code(Parameter::OrgPledgeRequired) == "never"
                    && is_listed(terms, "org_pledge")
            }
            _ => false,
        }
    }

    /// The numbers of the two parameters.
    fn numbers(self, terms: &Terms) -> [i64; 2] {
        let mut numbers = self.parameters().iter().map(|one| terms.number(*one));
        [(); 2].map(|()| numbers.next().unwrap_or_default())
    }
}

/// The shortest use, in minutes: never less than one unit.
fn shortest(terms: &Terms) -> i64 {
    let unit = terms.number(Parameter::SlotMinutes);
    terms.number(Parameter::MinMinutes).max(unit)
}

/// How many calendar days so many business days take at the least.
fn fewest_days(terms: &Terms, business_days: i64) -> i64 {
    let weekends = match terms.codes(Parameter::ClosedCalendars).contains("weekend") {
        true => business_days / BUSINESS_WEEK * (CALENDAR_WEEK - BUSINESS_WEEK),
        false => 0,
    };
    business_days + weekends
}

/// The longest stretch that stays open, in minutes; none where it is open day and night.
fn longest_opening(windows: &[WeeklyWindow]) -> Option<i64> {
    let mut spans: Vec<(i64, i64)> = windows
        .iter()
        .map(|window| (i64::from(window.start), i64::from(window.minutes)))
        .flat_map(|(start, minutes)| [start, start + WEEK].map(|at| (at, at + minutes)))
        .collect();
    spans.sort_unstable();
    let mut longest = None;
    let mut open: Option<(i64, i64)> = None;
    for (start, end) in spans {
        let (from, to) = match open {
            Some((from, to)) if start <= to => (from, to.max(end)),
            _ => (start, end),
        };
        open = Some((from, to));
        longest = longest.max(Some(to - from));
    }
    // two weeks without a gap never close
    longest.filter(|minutes| *minutes < 2 * WEEK)
}

/// Whether a rule lists the gate; what the catalogue lists is information only.
fn is_listed(terms: &Terms, gate: &str) -> bool {
    is_said(terms, Parameter::Gates) && terms.codes(Parameter::Gates).contains(gate)
}

/// Whether a rule asks for the gate: in its list, or by a parameter of its own.
fn is_asked(terms: &Terms, gate: &str) -> bool {
    let by = match gate {
        "training" => Parameter::TrainingRequired,
        "org_pledge" => Parameter::OrgPledgeRequired,
        "export_screening" => Parameter::ExportCheck,
        "chemical_sds" => Parameter::ChemicalsDeclaration,
        _ => return is_listed(terms, gate),
    };
    let is_on = match &terms.term(by).value {
        Value::Codes(courses) => !courses.is_empty(),
        Value::Code(code) => !matches!(code.as_str(), "none" | "never"),
        _ => false,
    };
    is_listed(terms, gate) || is_on && is_said(terms, by)
}

/// Whether a rule says it, and not the catalogue or nobody.
fn is_said(terms: &Terms, parameter: Parameter) -> bool {
    terms.term(parameter).origin.level > Level::Catalogue
}

/// Whether the steps of the fee say the same: free until so many business days before, not after.
fn is_free_until(free: i64, tiers: &[Tier]) -> bool {
    let last_free = tiers.iter().rfind(|tier| tier.percent == 0);
    let first_charged = tiers.iter().find(|tier| tier.percent > 0);
    last_free.is_none_or(|tier| i64::from(tier.days) == free)
        && first_charged.is_none_or(|tier| i64::from(tier.days) < free)
}
